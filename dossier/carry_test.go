package dossier

import (
	"path/filepath"
	"testing"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/decision"
)

// trimmed are rules under which every quote ends a little earlier than under those of handmade.
func trimmed(a *articles.Article) []attribution.Quote {
	qs := handmade(a)
	for i := range qs {
		qs[i].Content = []articles.Span{{Start: qs[i].Content[0].Start, End: qs[i].Content[0].End - 4}}
	}
	return qs
}

// under opens a dossier with other rules of finding quotes.
func under(t *testing.T, path, rules string, extract func(*articles.Article) []attribution.Quote) *Dossier {
	t.Helper()
	d, err := open(path, Options{Create: true, Who: "ana", Now: clockFrom(someDay)}, extract)
	if err != nil {
		t.Fatal(err)
	}
	d.rules = rules
	t.Cleanup(func() { d.Close() })
	return d
}

// strike says that the quote about the harbour is none.
func strike(t *testing.T, d *Dossier) {
	t.Helper()
	decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{"quote:" + string(find(t, d, "harbour").ID)[2:]}})
}

// TestCopyUnderNewerRules: what was decided about a quote holds when a copy of its article with a known outlet takes the place of one
// with a guessed outlet, also where newer rules give the quote other bounds.
func TestCopyUnderNewerRules(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.dossier")
	d := under(t, path, "1", handmade)
	guess := port()[0]
	guess.Outlet = articles.Outlet{Name: "morning", From: "file name"}
	mustAdd(t, d, guess)
	strike(t, d)
	d.Close()
	d = under(t, path, "2", trimmed)
	mustAdd(t, d, port()[0])
	if n := len(rowsOf(t, d, Filter{Search: "harbour"})); n != 0 {
		t.Errorf("what was settled is back: %d statements", n)
	}
	sameFromNothing(t, d)
}
