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
	d, err := open(path, Options{Create: true, Who: "ana", Now: clockFrom(someDay)}, extract, extract)
	if err != nil {
		t.Fatal(err)
	}
	d.quickly.rules = rules
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

// TestMergeOfOtherRules: of an article that one of two dossiers analysed again under newer rules these quotes stand, whichever dossier
// is named first, and what was settled in either holds.
func TestMergeOfOtherRules(t *testing.T) {
	var views []string
	for _, swap := range []bool{false, true} {
		for _, older := range []bool{false, true} {
			dir := t.TempDir()
			a, b := filepath.Join(dir, "a.dossier"), filepath.Join(dir, "b.dossier")
			d := under(t, a, "1", handmade)
			mustAdd(t, d, port()[0])
			d.Close()
			copyTo(t, a, b)
			if older {
				d = under(t, a, "1", handmade)
				strike(t, d)
				d.Close()
			}
			d = under(t, b, "2", trimmed)
			if _, err := d.Analyse(t.Context(), true, nil); err != nil {
				t.Fatal(err)
			}
			if !older {
				strike(t, d)
			}
			d.Close()
			if swap {
				a, b = b, a
			}
			if _, err := Merge(t.Context(), a, b, Options{Who: "ana", Now: clockFrom(someDay)}); err != nil {
				t.Fatalf("swap %v, settled under the older rules %v: %v", swap, older, err)
			}
			d = under(t, a, "2", trimmed)
			if n := len(rowsOf(t, d, Filter{Search: "harbour"})); n != 0 {
				t.Errorf("swap %v, settled under the older rules %v: what was settled is back", swap, older)
			}
			sameFromNothing(t, d)
			views = append(views, snapshot(t, d))
			d.Close()
		}
	}
	for i := range 2 {
		if views[i] != views[i+2] {
			t.Errorf("merged the other way round: %s", difference(views[i+2], views[i]))
		}
	}
}

// TestMergeOfGuessedCopy: what was settled about a quote of a copy with a guessed outlet holds when a dossier with the known outlet is
// merged with it, whichever is named first.
func TestMergeOfGuessedCopy(t *testing.T) {
	for _, swap := range []bool{false, true} {
		dir := t.TempDir()
		a, b := filepath.Join(dir, "a.dossier"), filepath.Join(dir, "b.dossier")
		d := reopen(t, a)
		mustAdd(t, d, port()[0])
		d.Close()
		d = reopen(t, b)
		guess := port()[0]
		guess.Outlet = articles.Outlet{Name: "morning", From: "file name"}
		mustAdd(t, d, guess)
		strike(t, d)
		d.Close()
		if swap {
			a, b = b, a
		}
		if _, err := Merge(t.Context(), a, b, Options{Who: "ana", Now: clockFrom(someDay)}); err != nil {
			t.Fatal(err)
		}
		d = reopen(t, a)
		if n := len(rowsOf(t, d, Filter{Search: "harbour"})); n != 0 {
			t.Errorf("swap %v: what was settled is back", swap)
		}
		sameFromNothing(t, d)
		d.Close()
	}
}
