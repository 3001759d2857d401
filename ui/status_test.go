package ui

import (
	"context"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/ui/command"
	"quotidian/ui/look"
)

// TestLeadGoesOnceThere: a message that leads to a screen is gone once the screen is in sight, whichever way; another
// message stays.
func TestLeadGoesOnceThere(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Do("view.import")
	k.lead("3 added", "Show statements", k.Statements)
	k.Do("view.log")
	if !k.toast.Visible() {
		t.Error("the message is gone before its screen is there")
	}
	k.Do("view.statements")
	if k.toast.Visible() {
		t.Error("the message stays on the screen that it leads to")
	}
	k.lead("3 added", "Show statements", k.Statements)
	k.say("Renamed", "Undo", func() {})
	k.Do("view.log")
	k.Do("view.statements")
	if !k.toast.Visible() {
		t.Error("a message that leads nowhere is gone")
	}
}

// TestJobsMoveNothing: the way to cancel a job comes and goes in a line that keeps its height.
func TestJobsMoveNothing(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	before := k.body.Size()
	k.status.begin("Reading…", func() {})
	k.Fyne.Content().Refresh()
	if !k.status.cancel.Visible() || k.body.Size() != before {
		t.Errorf("under way: %v, before: %v", k.body.Size(), before)
	}
	k.status.end()
	k.Fyne.Content().Refresh()
	if k.body.Size() != before {
		t.Errorf("after: %v, before: %v", k.body.Size(), before)
	}
}

// readOnlyDesk gives the sample dossier, open for writing, and a window that can only read it.
func readOnlyDesk(t *testing.T) (*dossier.Dossier, *desk) {
	t.Helper()
	d := sampleDossier(t)
	r, err := dossier.Open(d.Path(), dossier.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	k := newDesk(t, r, look.Light)
	t.Cleanup(k.work.Close)
	return d, k
}

// TestReadOnlySaysWhatToDo: a dossier that another program writes to says so first in the line at the bottom, and a
// decision there leads to opening it again.
func TestReadOnlySaysWhatToDo(t *testing.T) {
	d, k := readOnlyDesk(t)
	opened := ""
	k.config.Open = func(path string) error { opened = path; return nil }
	k.until("it is said", func() bool { return strings.HasPrefix(k.status.counts.Text(), "read only") })
	if got, all := k.status.counts.Size().Width, k.Fyne.Canvas().Size().Width; got < all/2 {
		t.Errorf("the line is %.0f points wide of %.0f while no job is under way", got, all)
	}
	k.Rune('c')
	k.until("it is refused", k.covered)
	k.Fyne.Canvas().FocusNext()
	k.Fyne.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	if opened != d.Path() || k.covered() {
		t.Errorf("opened %q", opened)
	}
}

// TestLineGrowsWithTheText: the line at the bottom is as high as text of another size needs it, in the window as it is.
func TestLineGrowsWithTheText(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	before := k.status.object.Size().Height
	k.SetTextSize(20)
	defer k.SetTextSize(look.NormalText)
	o := k.status.object
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y + o.Size().Height
	if o.Size().Height <= before || bottom > k.Fyne.Canvas().Size().Height {
		t.Errorf("%.0f points high, before %.0f, and it ends at %.0f of %.0f", o.Size().Height, before, bottom, k.Fyne.Canvas().Size().Height)
	}
}

// TestReadOnlyFollows: what another program writes is shown within seconds, by the list and by the numbers, and the cursor
// stays where it was.
func TestReadOnlyFollows(t *testing.T) {
	d, k := readOnlyDesk(t)
	k.Statements.Grid.Select(1)
	at, before, said := k.Statements.Model.ID(1), k.Statements.Model.Len(), k.toast.Text()
	last := k.Statements.Model.ID(before - 1)
	if _, err := d.Decide(decision.Decision{Kind: decision.NotAQuote, Targets: []string{string(last)}}); err != nil {
		t.Fatal(err)
	}
	k.until("the decision is shown", func() bool { return k.Statements.Model.Len() == before-1 })
	if got := k.Statements.Model.ID(k.Statements.Grid.Row()); got != at || k.toast.Text() != said {
		t.Errorf("the cursor is on %s, not on %s; said %q", got, at, k.toast.Text())
	}
	one := slices.Values([]articles.Item{{Article: &articles.Article{ID: "x", Path: "x.txt", Text: "\"The bridge will stay closed,\" said Dana Orlova."}}})
	if _, err := d.Add(context.Background(), one, nil); err != nil {
		t.Fatal(err)
	}
	k.until("the import is shown", func() bool { return strings.Contains(k.status.counts.Text(), "14 articles") })
}

// TestReadOnlySaysWhenNobodyWrites: once the other program has closed the dossier, the line no longer says that it has not.
func TestReadOnlySaysWhenNobodyWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "varn.dossier")
	d, err := dossier.Open(path, dossier.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	r, err := dossier.Open(path, dossier.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	k := newDesk(t, r, look.Light)
	t.Cleanup(k.work.Close)
	k.until("it is said who holds it", func() bool { return strings.HasPrefix(k.status.counts.Text(), "read only: another program") })
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	k.until("it is said that nobody does any more", func() bool { return strings.HasPrefix(k.status.counts.Text(), "read only: open it again") })
}

// TestJoiningIsNotCancelled: what was read is joined to the end, so nothing offers to stop that.
func TestJoiningIsNotCancelled(t *testing.T) {
	p := flood()
	ends := make(chan struct{})
	p.add = func(ctx context.Context, progress func(dossier.Progress)) (dossier.Balance, error) {
		progress(dossier.Progress{Balance: dossier.Balance{Found: 3, Added: 3}, Joining: true})
		<-ends
		return dossier.Balance{Found: 3, Added: 3}, ctx.Err()
	}
	k := newDesk(t, p, look.Light)
	k.ImportPaths([]string{"desk"})
	k.until("it is joined", func() bool { return k.Importing.Model.Where.Joining })
	cancel := command.Item(k.Fyne.MainMenu(), command.Find(k.Commands, "file.cancel"))
	if k.status.cancel.Visible() || !cancel.Disabled {
		t.Error("joining can be cancelled")
	}
	k.CancelJob()
	if got := k.toast.Text(); !strings.Contains(got, "ends by itself") {
		t.Errorf("said %q", got)
	}
	k.shoot("import-joining")
	close(ends)
	k.until("it ended", func() bool { return k.job == nil })
	if k.beginJob("Another"); !k.status.cancel.Visible() || cancel.Disabled {
		t.Error("the next job cannot be cancelled")
	}
	k.endJob()
}

// protected is a dossier that may not be written to.
type protected struct{ refusing }

func (protected) Refused() error { return fs.ErrPermission }

// TestProtectedFolderIsNamed: where nobody else writes and the folder or file does not allow it, that is what is said.
func TestProtectedFolderIsNamed(t *testing.T) {
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		k := newDesk(t, protected{refusing{flood(), store.ErrReadOnly}}, mode)
		k.until("it is said", func() bool { return strings.HasPrefix(k.status.counts.Text(), "read only: its folder or file") })
		k.Rune('c')
		k.until("it is refused", k.covered)
		k.shows("The folder /desk, or the")
		k.shoot("read-only-protected-" + string(mode))
	}
}
