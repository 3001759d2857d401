//go:build realwindow

package realwindow

import (
	"archive/zip"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/draft"
	"quotidian/quotes"
	"quotidian/ui"
)

// TestJourney goes the whole way that a person goes, by keys where there are keys, and looks at the dossier for what
// came of each step: drop, search, review, undo, override, mark, draft, export, reopen.
func TestJourney(t *testing.T) {
	w, d := open(t)
	path := filepath.Join(t.TempDir(), "late news.txt")
	if err := os.WriteFile(path, []byte("Late news\n\n\"The lower lock is open again,\" engineer Tomas Revik said on Friday.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	drop(t, path)
	until(t, "the drop is imported", func() bool { return count(t, d).Articles == 14 && w.Said() != "" })
	shoot(t, "import")

	xdo(t, "key", "ctrl+1")
	xdo(t, "key", "ctrl+f")
	xdo(t, "type", "--delay", "40", "lower lock")
	until(t, "the new statement is found", func() bool { return w.Current() == "Statements" && w.Statements.Model.Len() == 1 })
	xdo(t, "key", "Escape")

	xdo(t, "key", "Escape")
	reviewed(t, w, d)
	overridden(t, w, d)
	marked(t, w, d)
	checked(t, w)

	exported(t, w)
	reopened(t, d)
}

// exported asks where the workbook goes, takes the question away by Escape from the line and from the list, and then
// types a path.
func exported(t *testing.T, w *ui.Window) {
	t.Helper()
	asked := func() bool { return w.Fyne.Canvas().Overlays().Top() != nil }
	until(t, "nothing else is being done", func() bool { return !w.Busy() })
	for _, keys := range [][]string{{"Escape"}, {"Tab", "Tab", "Tab", "Escape"}} {
		xdo(t, "key", "ctrl+e")
		until(t, "the question is asked", asked)
		for _, key := range keys {
			xdo(t, "key", key)
		}
		until(t, "Escape takes the question away", func() bool { return !asked() })
	}
	out := filepath.Join(t.TempDir(), "journey.xlsx")
	xdo(t, "key", "ctrl+e")
	until(t, "the question is asked", asked)
	xdo(t, "type", "--delay", "40", out)
	shoot(t, "export")
	xdo(t, "key", "Return")
	until(t, "the workbook is written", func() bool { return w.Said() == "Written: "+out })
	book, err := zip.OpenReader(out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if _, err := book.Open("xl/workbook.xml"); err != nil {
		t.Error(err)
	}
}

// reviewed decides the first two of the pairs that the sample leaves open, takes the second decision back, and looks at
// the queue.
func reviewed(t *testing.T, w *ui.Window, d *dossier.Dossier) {
	t.Helper()
	open, err := d.Proposals()
	n := len(open)
	if err != nil || n < 2 {
		t.Fatalf("%d pairs of the sample are open, %v", n, err)
	}
	xdo(t, "key", "ctrl+4")
	until(t, "the queue is shown", func() bool { return w.Current() == "Review" && w.Review.Model.Len() == n })
	shoot(t, "review")
	xdo(t, "key", "a")
	until(t, "the first pair is joined", func() bool { return len(entries(t, d)) == 1 && count(t, d).Proposals == n-1 })
	xdo(t, "key", "r")
	until(t, "the second is kept apart", func() bool { return len(entries(t, d)) == 2 && count(t, d).Proposals == n-2 })
	xdo(t, "key", "ctrl+z")
	until(t, "that is undone", func() bool {
		return len(entries(t, d)) == 3 && count(t, d).Proposals == n-1 && w.Review.Model.Len() == n-1
	})
	log := entries(t, d)
	if log[0].Kind != decision.Same || log[1].Kind != decision.Never || log[2].Kind != decision.Undo || log[2].Of != 2 {
		t.Errorf("log %+v", log)
	}
}

// overridden names another speaker of a quote in the reader.
func overridden(t *testing.T, w *ui.Window, d *dossier.Dossier) {
	t.Helper()
	xdo(t, "key", "ctrl+2")
	until(t, "the articles are listed", func() bool { return w.Current() == "Articles" })
	xdo(t, "key", "Return")
	until(t, "an article is open", func() bool { return w.Current() == "Reader" })
	xdo(t, "key", "j")
	until(t, "a quote is selected", func() bool { return w.Reader.Model.Selected() != nil })
	xdo(t, "key", "r")
	xdo(t, "type", "--delay", "40", "Ada Testova")
	xdo(t, "key", "Return")
	until(t, "the quote has another speaker", func() bool {
		a := w.Reader.Model.Selected()
		return len(entries(t, d)) == 4 && a != nil && a.SpeakerAs == "Ada Testova"
	})
}

// marked marks a sentence of the open article that is no quote yet.
func marked(t *testing.T, w *ui.Window, d *dossier.Dossier) {
	t.Helper()
	before := count(t, d).Statements
	for tries := 0; tries < 12; tries++ {
		xdo(t, "key", "s")
		free := false
		on(func() {
			at := w.Reader.Text.Chosen()
			free = !at.Empty()
			for _, a := range w.Reader.Model.Appearances {
				free = free && !slices.ContainsFunc(a.Content, at.Overlaps)
			}
		})
		if free {
			break
		}
	}
	xdo(t, "key", "shift+Left", "shift+Right", "m")
	xdo(t, "type", "--delay", "40", "Ada Testova")
	xdo(t, "key", "Return")
	until(t, "the sentence is a quote", func() bool {
		a := w.Reader.Model.Selected()
		return len(entries(t, d)) == 5 && a != nil && a.Reason == quotes.ByHand && count(t, d).Statements == before+1
	})
	shoot(t, "reader-marked")
}

// checked holds the draft that was copied against the dossier.
func checked(t *testing.T, w *ui.Window) {
	t.Helper()
	on(func() {
		theApp.Clipboard().SetContent("“The lower lock is open again,” engineer Tomas Revik said.\n\n“The lower lock is shut again,” Tomas Revik said.\n")
	})
	xdo(t, "key", "ctrl+shift+b")
	until(t, "the draft is checked", func() bool { return w.Current() == "Draft" && w.Draft.Ready() })
	on(func() {
		if f := w.Draft.Model.Findings; len(f) != 2 || f[0].Verdict != draft.Exact || f[1].Verdict == draft.Exact {
			t.Errorf("findings %+v", f)
		}
	})
	shoot(t, "draft")
}

// reopened opens the dossier once more beside the window and compares.
func reopened(t *testing.T, d *dossier.Dossier) {
	t.Helper()
	again, err := dossier.Open(d.Path(), dossier.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if now, then := count(t, again), count(t, d); now != then || len(entries(t, again)) != 5 {
		t.Errorf("reopened: %+v, before: %+v", now, then)
	}
}

func count(t *testing.T, d *dossier.Dossier) dossier.Counts {
	t.Helper()
	n, err := d.Counts()
	if err != nil {
		t.Error(err)
	}
	return n
}

func entries(t *testing.T, d *dossier.Dossier) []decision.Decision {
	t.Helper()
	log, err := d.Log()
	if err != nil {
		t.Error(err)
	}
	return log
}
