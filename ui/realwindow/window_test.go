//go:build realwindow

package realwindow

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/export"
	"quotidian/ui"
	"quotidian/ui/background"
	"quotidian/ui/look"
)

// open shows a window over a dossier of the sample articles and waits until it is in front.
func open(t *testing.T) (*ui.Window, *dossier.Dossier) {
	t.Helper()
	d, err := dossier.Open(filepath.Join(t.TempDir(), "sample.dossier"), dossier.Options{Create: true, Who: "Ana"})
	if err != nil {
		t.Fatal(err)
	}
	balance, err := d.Add(context.Background(), intake.Read(context.Background(), []string{"../../assets/sample"}, intake.Options{}), nil)
	if err != nil || balance.Added < 12 {
		t.Fatalf("sample: %+v, %v", balance, err)
	}
	var w *ui.Window
	on(func() {
		w = ui.New(ui.Config{App: theApp, Dossier: d, Work: background.New(), Mode: look.Light, Export: func(ctx context.Context, path string, o export.Options) error {
			return export.Write(ctx, d, path, o)
		}})
		w.Fyne.Show()
		w.Fyne.RequestFocus()
	})
	t.Cleanup(func() {
		on(w.Fyne.Close)
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	until(t, "the statements are listed", func() bool { return w.Statements.Loaded && w.Statements.Model.Len() > 10 })
	until(t, "the window is laid out", func() bool { return w.Fyne.Canvas().Size().Width > 800 })
	time.Sleep(500 * time.Millisecond) // the window manager brings it to the front
	return w, d
}

// shoot keeps a picture of what the display shows. Fyne's own Capture reads the buffer that was just swapped
// away, which on the software renderer is black.
func shoot(t *testing.T, name string) {
	t.Helper()
	time.Sleep(300 * time.Millisecond) // until the frame is drawn
	const dir = "../../build/screenshots"
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("import", "-window", "root", filepath.Join(dir, "real-"+name+".png")).CombinedOutput(); err != nil {
		t.Fatalf("import: %v: %s", err, out)
	}
}

func TestKeysFromTheWindowSystem(t *testing.T) {
	w, d := open(t)
	shoot(t, "statements")
	all := 0
	on(func() { all = w.Statements.Model.Len() })
	xdo(t, "key", "ctrl+f")
	xdo(t, "type", "--delay", "40", "gates")
	until(t, "the list is narrowed", func() bool {
		n := w.Statements.Model.Len()
		return w.Statements.Query() == "gates" && n > 0 && n < all
	})
	xdo(t, "key", "Return", "Down", "Return")
	until(t, "the statement is open", func() bool { return w.Current() == "Statement" })
	shoot(t, "statement")
	xdo(t, "key", "c")
	until(t, "it is confirmed", func() bool { return w.Statement.Model.Status == "confirmed" })
	xdo(t, "key", "ctrl+z")
	until(t, "it is undone", func() bool { return w.Statement.Model.Status == "machine" })
	log, err := d.Log()
	if err != nil || len(log) != 2 || log[0].Kind != decision.Confirm || log[1].Kind != decision.Undo {
		t.Errorf("log %+v, %v", log, err)
	}
}

func TestReaderAndPalette(t *testing.T) {
	w, d := open(t)
	xdo(t, "key", "ctrl+2")
	until(t, "the articles are listed", func() bool { return w.Current() == "Articles" })
	xdo(t, "key", "Return")
	until(t, "the article is open", func() bool { return w.Current() == "Reader" })
	xdo(t, "key", "j")
	until(t, "a quote is selected", func() bool { return w.Reader.Model.Selected() != nil })
	shoot(t, "reader")
	xdo(t, "key", "x")
	until(t, "it is no quote any more", func() bool {
		log, err := d.Log()
		return err == nil && len(log) == 1 && log[0].Kind == decision.NotAQuote
	})
	xdo(t, "key", "ctrl+k")
	xdo(t, "type", "--delay", "40", "speakers")
	xdo(t, "key", "Return")
	until(t, "the palette led to the speakers", func() bool { return w.Current() == "Speakers" })
	xdo(t, "key", "ctrl+shift+d")
	shoot(t, "speakers-dark")
}

func TestImportAndExport(t *testing.T) {
	w, d := open(t)
	path := filepath.Join(t.TempDir(), "late.txt")
	if err := os.WriteFile(path, []byte("Late news\n\n\"The gates are open again,\" engineer Tomas Revik said on Friday.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	on(func() { w.ImportPaths([]string{path, "../../assets/sample"}) })
	until(t, "the balance is said", func() bool { return w.Said() == "14 found = 1 added + 13 already there + 0 faults" })
	out := filepath.Join(t.TempDir(), "out.xlsx")
	on(func() { w.ExportTo(out, export.Options{}) })
	until(t, "the workbook is written", func() bool { return w.Said() == "Written: "+out })
	if info, err := os.Stat(out); err != nil || info.Size() < 1000 {
		t.Errorf("workbook: %v, %v", info, err)
	}
	list, err := d.Articles()
	if err != nil || len(list) != 14 {
		t.Errorf("%d articles, %v", len(list), err)
	}
}

// TestMenuShortcutsLeaveTypingAlone: the menu sees Ctrl+Z before the search line does.
func TestMenuShortcutsLeaveTypingAlone(t *testing.T) {
	w, d := open(t)
	xdo(t, "key", "ctrl+f")
	xdo(t, "type", "--delay", "40", "dam")
	xdo(t, "key", "ctrl+z")
	time.Sleep(300 * time.Millisecond)
	if log, err := d.Log(); err != nil || len(log) != 0 {
		t.Errorf("undo in the search line reached the dossier: %+v, %v", log, err)
	}
	xdo(t, "key", "F1")
	until(t, "help is open", func() bool { return w.Fyne.Canvas().Overlays().Top() != nil })
	xdo(t, "key", "Escape")
	until(t, "help is closed", func() bool { return w.Fyne.Canvas().Overlays().Top() == nil })
}
