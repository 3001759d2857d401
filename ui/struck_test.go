package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/ui/look"
)

// TestNotAQuoteInTheReader: x leaves the quote selected and in sight, a second x reaches no other, and u takes it back; it is counted
// nowhere meanwhile.
func TestNotAQuoteInTheReader(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	s, err := k.dossier.Statement(k.richest())
	if err != nil {
		t.Fatal(err)
	}
	a := s.Appearances[0]
	k.OpenArticle(a.Article.ID, a.Quote)
	before := len(k.Reader.Model.Appearances)
	k.Rune('x')
	k.until("decided", func() bool { _, struck := k.Reader.Model.Struck(); return struck && !k.deciding })
	k.shoot("reader-rejected")
	if m := k.Reader.Model; m.Selected().Quote != a.Quote || len(m.Appearances) != before || m.Quotes != before-1 {
		t.Errorf("selected %s, %d of %d quotes", m.Selected().Quote, m.Quotes, before)
	}
	if !strings.Contains(k.Said(), "Not a quote") {
		t.Errorf("said %q", k.Said())
	}
	for _, r := range []rune{'x', 'r', 't'} {
		k.Rune(r)
	}
	k.Key(key(fyne.KeyReturn))
	if k.Current() != "Reader" || !strings.Contains(k.Said(), "u takes that back") {
		t.Errorf("on %s, said %q", k.Current(), k.Said())
	}
	k.Rune('u')
	k.until("taken back", func() bool { _, struck := k.Reader.Model.Struck(); return !struck && !k.deciding })
	log, err := k.dossier.Log()
	if m := k.Reader.Model; err != nil || len(log) != 2 || m.Selected().Quote != a.Quote || m.Quotes != before {
		t.Errorf("%d entries, selected %s, %d quotes, %v", len(log), m.Selected().Quote, m.Quotes, err)
	}
	k.Rune('u')
	if !strings.Contains(k.Said(), "rejected quote first") {
		t.Errorf("said %q", k.Said())
	}
}

// TestRejectedAreListed: the column of an article with no quote selected lists what was rejected, with who did it.
func TestRejectedAreListed(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Dark)
	s, err := k.dossier.Statement(k.richest())
	if err != nil {
		t.Fatal(err)
	}
	a := s.Appearances[0]
	k.OpenArticle(a.Article.ID, a.Quote)
	k.Rune('x')
	k.until("decided", func() bool { _, struck := k.Reader.Model.Struck(); return struck && !k.deciding })
	k.OpenArticle(a.Article.ID, "")
	k.shoot("reader-rejected-list")
	if text := test.RenderToMarkup(k.Fyne.Canvas()); !strings.Contains(text, "REJECTED AS NO QUOTE") || !strings.Contains(text, "by Ana on") {
		t.Error("nothing about what was rejected")
	}
}

// TestKeyTwiceOnAStatement: on the page of a statement a second x, or any key about an appearance, reaches no other one; undone, the one
// that was taken away is chosen again.
func TestKeyTwiceOnAStatement(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	k.OpenStatement(k.richest())
	k.Rune('j')
	chosen, n := k.Statement.Model.Chosen().Quote, len(k.Statement.Model.Appearances)
	k.Rune('x')
	k.settled()
	for _, r := range []rune{'x', 'd', 'r', 't'} {
		k.Rune(r)
	}
	k.Key(key(fyne.KeyReturn))
	k.settled()
	if log, err := d.Log(); err != nil || len(log) != 1 || k.Current() != "Statement" || k.covered() || !strings.Contains(k.Said(), "gone from this statement") {
		t.Fatalf("%d decisions, on %s, said %q, %v", len(log), k.Current(), k.Said(), err)
	}
	k.Undo()
	k.settled()
	if m := k.Statement.Model; len(m.Appearances) != n || m.Lost() || m.Chosen().Quote != chosen {
		t.Errorf("undone, %d appearances, chosen is %s", len(m.Appearances), m.Chosen().Quote)
	}
}
