package dossier

import (
	"testing"

	"quotidian/dossier/decision"
)

// TestStruckStaysInItsArticle: the article still shows it, with who said so; in whatever way the dossier is read, and no longer than the
// decision holds.
func TestStruckStaysInItsArticle(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	s, err := d.Statement(find(t, d, "tired").ID)
	if err != nil {
		t.Fatal(err)
	}
	a := s.Appearances[0]
	page := func(d *Dossier) ArticlePage {
		p, err := d.Article(a.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if before := page(d); len(before.Struck) > 0 {
		t.Errorf("%+v", before.Struck)
	}
	no := decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{string(a.Quote)}, Why: "a headline"})
	decide(t, d, decision.Decision{Kind: decision.Note, Targets: []string{string(a.Quote)}, Value: "see page 2", Who: "ben"})
	check := func() {
		t.Helper()
		p := page(d)
		if len(p.Struck) != 1 || p.Quotes != len(p.Appearances) {
			t.Fatalf("%d struck, %d of %d quotes", len(p.Struck), p.Quotes, len(p.Appearances))
		}
		x := p.Struck[0]
		if x.Quote != a.Quote || x.Text != a.Text || x.Printed != a.Printed || x.Statement != "" || x.Speaker != "" || x.Why != a.Why || x.Status != rejected || x.Note != "see page 2" {
			t.Errorf("%+v", x.Appearance)
		}
		if x.By.Seq != no.Seq || x.By.Why != "a headline" || x.By.Who != "ana" {
			t.Errorf("%+v", x.By)
		}
	}
	check()
	d.Close()
	d = reopen(t, d.Path())
	check()
	if _, err := d.Withdraw(no.Seq); err != nil {
		t.Fatal(err)
	}
	if p := page(d); len(p.Struck) > 0 {
		t.Errorf("taken back: %+v", p.Struck)
	}
}
