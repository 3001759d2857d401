package dossier

import (
	"slices"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/decision"
)

// directOnly are newer rules that find no indirect quotes any more, and take the marks away from direct ones.
func directOnly(a *articles.Article) []attribution.Quote {
	var kept []attribution.Quote
	for _, q := range handmade(a) {
		if q.Content[0].In(a.Text)[0] == 't' { // that …
			continue
		}
		q.Content[0].End--
		kept = append(kept, q)
	}
	return kept
}

// TestAnalyse: newer rules are applied to articles read under older ones and to no others; what changed is said; what
// a person settled stands, also about quotes that the rules no longer find; and undoing works as before.
func TestAnalyse(t *testing.T) {
	d := newDossier(t)
	all := append(port(), art("Town Crier", "2031-05-06", `Ines Falk said that nobody asked the drivers.`))
	mustAdd(t, d, all...)
	decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(find(t, d, "wages").ID)}})
	harbour := find(t, d, "harbour monday")
	decide(t, d, decision.Decision{Kind: decision.Note, Targets: []string{string(harbour.ID)}, Value: "ask again"})
	same, err := d.Analyse(t.Context(), true, nil)
	if err != nil || same.Articles != 4 || same.Changed != 0 || same.Before != same.After {
		t.Fatalf("the same rules: %+v %v", same, err)
	}
	d.quickly = reading{directOnly, "next"}
	if n, err := d.Outdated(); err != nil || n != 4 {
		t.Fatalf("%d outdated, %v", n, err)
	}
	r, err := d.Analyse(t.Context(), false, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Articles != 4 || r.Changed != 4 || len(r.Altered) != 4 || len(r.Kept) != 1 || len(r.Vanished) != 1 || len(r.Appeared) != 0 {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(r.Vanished[0], "drivers") || !strings.Contains(r.Kept[0], "wages") {
		t.Errorf("vanished %q, kept %q", r.Vanished, r.Kept)
	}
	if row := find(t, d, "wages"); row.Status != confirmed {
		t.Errorf("what was settled: %+v", row)
	}
	s, err := d.Statement(find(t, d, "harbour monday").ID)
	if err != nil || !slices.ContainsFunc(s.Appearances, func(a Appearance) bool { return a.Note == "ask again" }) {
		t.Errorf("the remark went: %v", err)
	}
	sameFromNothing(t, d)
	if again, err := d.Analyse(t.Context(), false, nil); err != nil || again.Articles != 0 {
		t.Errorf("again: %+v %v", again, err)
	}
	d.quickly = reading{handmade, "back"}
	if _, err := d.Analyse(t.Context(), false, nil); err != nil {
		t.Fatal(err)
	}
	if row := find(t, d, "wages"); row.Status != confirmed {
		t.Errorf("under the old rules again: %+v", row)
	}
	sameFromNothing(t, d)
	for range 2 {
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	sameFromNothing(t, d)
}

// TestEditions: an article read again with other words is kept as a version, and what became of its quotes is listed,
// whatever the order of import.
func TestEditions(t *testing.T) {
	first := art("Morning Post", "2031-05-02", `The port of Selk has been shut for three weeks and crowds wait at its gates. “The harbour will open on Monday,” said Dana Orlova. “Nobody has to leave,” said Dana Orlova.`)
	second := art("Morning Post", "2031-05-03", `The port of Selk has been shut for three weeks and crowds wait at its gates. “The harbour will open on Tuesday,” said Dana Orlova. “We are tired,” said Ivo Brandt.`)
	first.Title, second.Title = "Harbour to open soon", "Harbour to open soon"
	other := art("Morning Post", "2031-05-04", `A concert drew hundreds. “It was loud,” said Mina Roth.`)
	other.Title = first.Title
	moved := art("Evening Star", "2031-05-04", `“It rains,” said Mina Roth.`)
	moved.URL = "https://www.star.example/a/1?utm_source=x#top"
	kept := art("Evening Star", "2031-05-05", `“It snows,” said Mina Roth.`)
	kept.URL = "http://star.example/a/1/"
	var want string
	for i, order := range [][]articles.Article{{first, second, other, moved, kept}, {kept, other, second, moved, first}} {
		d := newDossier(t)
		mustAdd(t, d, order...)
		all, err := d.Editions()
		if err != nil || len(all) != 2 {
			t.Fatalf("%d articles with versions, %v", len(all), err)
		}
		for _, es := range all {
			if len(es) != 2 {
				t.Errorf("%d versions", len(es))
			}
			for k := range es {
				es[k].Article = ArticleInfo{ID: es[k].Article.ID}
			}
		}
		port := all[slices.IndexFunc(all, func(es []Edition) bool { return len(es[1].Vanished) > 0 })][1]
		if len(port.Altered) != 1 || len(port.Vanished) != 1 || len(port.Appeared) != 1 {
			t.Errorf("%+v", port)
		}
		if got := toJSON(all); i > 0 && got != want {
			t.Errorf("another order: %s\n%s", got, want)
		} else {
			want = got
		}
	}
}

// TestAnalyseFails: an article at which the program fails keeps its quotes and stays behind, is named, and costs no other.
func TestAnalyseFails(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	before := snapshot(t, d)
	d.quickly = reading{func(a *articles.Article) []attribution.Quote {
		if a.Path == port()[1].Path {
			panic("no such word")
		}
		return handmade(a)
	}, "next"}
	last := 0
	r, err := d.Analyse(t.Context(), false, func(done, of int) { last = of - done })
	if err != nil || r.Articles != 2 || len(r.Failed) != 1 || last != 0 {
		t.Fatalf("%+v, %d left, %v", r, last, err)
	}
	if got := r.Failed[0]; got.Path != port()[1].Path || !strings.Contains(got.Reason, "no such word") {
		t.Errorf("named: %v", got)
	}
	if now := snapshot(t, d); now != before {
		t.Errorf("%s", difference(now, before))
	}
	outdated(t, d, 1)
	d.quickly.extract = handmade
	if r, err := d.Analyse(t.Context(), false, nil); err != nil || r.Articles != 1 || len(r.Failed) != 0 {
		t.Errorf("%+v, %v", r, err)
	}
}
