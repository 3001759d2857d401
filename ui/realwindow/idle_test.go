//go:build realwindow

package realwindow

import (
	"testing"
	"time"

	"quotidian/dossier"
	"quotidian/ui"
)

// TestRestingWindow: a window that nobody touches paints nothing. A widget that refreshes itself when it is asked for its
// size, which Fyne does in every frame, keeps a processor busy for as long as the window is open.
func TestRestingWindow(t *testing.T) {
	w, d := open(t)
	rows, err := d.Statements(dossier.Filter{})
	if err != nil || len(rows) == 0 {
		t.Fatalf("%d statements, %v", len(rows), err)
	}
	s, err := d.Statement(rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	look := func(what string, show func()) {
		on(show)
		time.Sleep(700 * time.Millisecond) // for what is read and drawn, and for animations of buttons
		before := processor(t)
		const watched = 600 * time.Millisecond
		time.Sleep(watched)
		if used := processor(t) - before; used > watched/2 {
			t.Errorf("%s: %v of processor time in %v", what, used, watched)
		}
	}
	for _, page := range ui.Pages {
		look(page, func() { w.Do("view." + page) })
	}
	look("statement", func() { w.OpenStatement(rows[0].ID) })
	look("reader", func() { w.OpenArticle(s.Appearances[0].Article.ID, s.Appearances[0].Quote) })
}
