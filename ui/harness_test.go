package ui

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/export"
	"quotidian/ui/background"
	"quotidian/ui/look"
)

// desk is a window on the test driver with the pump that stands for Fyne's loop.
type desk struct {
	*Window
	t    testing.TB
	pump *background.Pump
}

// sampleDossier imports the sample articles into a dossier of its own.
func sampleDossier(t testing.TB) *dossier.Dossier {
	t.Helper()
	d := emptyDossier(t)
	balance, err := d.Add(context.Background(), intake.Read(context.Background(), []string{"../assets/sample"}, intake.Options{}), nil)
	if err != nil || balance.Added == 0 {
		t.Fatalf("sample: %+v, %v", balance, err)
	}
	return d
}

func emptyDossier(t testing.TB) *dossier.Dossier {
	t.Helper()
	d, _ := dossierAt(t)
	return d
}

// dossierAt gives an empty dossier with its clock.
func dossierAt(t testing.TB) (*dossier.Dossier, *time.Time) {
	t.Helper()
	now := time.Date(2026, 5, 20, 9, 0, 0, 0, time.UTC)
	d, err := dossier.Open(filepath.Join(t.TempDir(), "sample.dossier"), dossier.Options{Create: true, Who: "Ana", Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d, &now
}

func newDesk(t testing.TB, d Dossier, mode look.Mode) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	pump, work := background.NewPump()
	w := New(Config{App: app, Dossier: d, Work: work, Mode: mode, Export: func(_ context.Context, path string, _ export.Options) error {
		return os.WriteFile(path, []byte("workbook"), 0o600)
	}})
	t.Cleanup(work.Close)
	w.Fyne.Show()
	w.Fyne.Resize(fyne.NewSize(1280, 800))
	k := &desk{Window: w, t: t, pump: pump}
	k.until("the statements are read", func() bool { return w.Statements.Loaded })
	return k
}

// patience is how long a test waits for what takes a second at most, on a machine that does much else besides.
const patience = 90 * time.Second

// until runs what comes back from goroutines until done holds.
func (k *desk) until(what string, done func() bool) {
	k.t.Helper()
	if !k.pump.Settle(patience, done) {
		k.t.Fatalf("did not come about: %s (toast %q)", what, k.toast.Text())
	}
}

// log shows the log once it has so many entries.
func (k *desk) log(entries int) {
	k.t.Helper()
	k.Do("view.log")
	k.until("the log is read", func() bool { return k.History.Grid.Length() == entries })
}

// screenshots is where pictures of every screen are kept, so that anyone can look.
const screenshots = "../build/screenshots"

func (k *desk) shoot(name string) {
	k.t.Helper()
	if err := os.MkdirAll(screenshots, 0o755); err != nil {
		k.t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(screenshots, name+".png"))
	if err != nil {
		k.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, k.Fyne.Canvas().Capture()); err != nil {
		k.t.Fatal(err)
	}
}

// richest is the statement with most wordings: the one that shows most of the page.
func (k *desk) richest() dossier.StatementID {
	rows, err := k.dossier.Statements(dossier.Filter{})
	if err != nil || len(rows) == 0 {
		k.t.Fatalf("%d statements, %v", len(rows), err)
	}
	best := 0
	for i := range rows {
		if rows[i].WordingCount > rows[best].WordingCount {
			best = i
		}
	}
	return rows[best].ID
}
