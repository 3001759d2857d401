package dossier

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"quotidian/dossier/decision"
	"quotidian/matching/wording"
)

func texts(t *testing.T, d *Dossier, s Search) string {
	t.Helper()
	hits, err := d.Find(s)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, h := range hits {
		what := "article"
		if h.Quote != "" {
			what = h.SpeakerName
		}
		all = append(all, what+"@"+h.Article.Outlet.Name)
	}
	return strings.Join(all, " ")
}

func TestFind(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	for i, c := range []struct {
		s    Search
		want string
	}{
		{Search{Words: "harb MONDAY", Quotes: true}, "Dana Orlova@Coast Radio Dana Orlova@Evening Star Dana Orlova@Morning Post"},
		{Search{Words: `"open on monday"`, Speaker: "orlova", Outlet: "star"}, "Dana Orlova@Evening Star"},
		{Search{Words: `"on open"`}, ""},
		{Search{Words: "cheered"}, "article@Morning Post"},
		{Search{Words: "cheered", Kind: "direct"}, ""},
		{Search{Speaker: "brandt"}, "Ivo Brandt@Evening Star"},
		{Search{Kind: "indirect"}, "Dana Orlova@Morning Post"},
		{Search{Words: "harbour", Since: day3, Quotes: true}, "Dana Orlova@Evening Star"},
		{Search{Words: "harbour", Until: day3.AddDate(0, 0, -1), Quotes: true}, "Dana Orlova@Morning Post"},
		{Search{Words: "harbour", Change: wording.Negation}, ""},
		{Search{Words: `* AND ( -" OR NEAR`}, ""},
		{Search{Words: "!!"}, ""},
		{Search{Words: `"…"`, Speaker: "brandt"}, ""},
		{Search{Words: " ", Speaker: "brandt"}, "Ivo Brandt@Evening Star"},
		{Search{Words: "harbour", Quotes: true, Limit: 1}, "Dana Orlova@Coast Radio"},
	} {
		if got := texts(t, d, c.s); got != c.want {
			t.Errorf("%d: %+v: %q, want %q", i, c.s, got, c.want)
		}
	}
	if _, err := d.Find(Search{Kind: "spoken"}); err == nil {
		t.Error("a kind that is none was taken")
	}
	decide(t, d, decision.Decision{Kind: decision.Outlet, Targets: articleOf(t, d, "Evening Star"), Value: "The Sun"})
	if got := texts(t, d, Search{Words: "harbour", Outlet: "sun", Quotes: true}); got != "Dana Orlova@The Sun" {
		t.Errorf("after a decision: %q", got)
	}
}

var day3 = time.Date(2031, 5, 3, 0, 0, 0, 0, time.UTC)

// TestSavedSearch: a search is kept for everybody, and each person sees what is new since the last look.
func TestSavedSearch(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()[:1]...)
	if err := d.SaveSearch("harbour", Search{Words: "harbour", Quotes: true, Since: day3.AddDate(0, 0, -5)}); err != nil {
		t.Fatal(err)
	}
	saved, err := d.SavedSearches()
	if err != nil || len(saved) != 1 || saved[0].Search.Words != "harbour" || saved[0].Who != "ana" {
		t.Fatalf("%+v %v", saved, err)
	}
	if at, err := d.LastLook("harbour"); err != nil || !at.IsZero() {
		t.Errorf("looked at %v, %v", at, err)
	}
	if err := d.Look("harbour"); err != nil {
		t.Fatal(err)
	}
	mustAdd(t, d, port()[1:]...)
	s := saved[0].Search
	if s.Added, err = d.LastLook("harbour"); err != nil {
		t.Fatal(err)
	}
	if got := texts(t, d, s); got != "Dana Orlova@Evening Star" {
		t.Errorf("new since the last look: %q", got)
	}
	if err := d.ForgetSearch("harbour"); err != nil {
		t.Error(err)
	}
	if err := d.ForgetSearch("harbour"); err == nil {
		t.Error("a search was forgotten twice")
	}
}

// FuzzFind: whatever is typed is a search, never an error of the index.
func FuzzFind(f *testing.F) {
	d, err := open(f.TempDir()+"/f.dossier", Options{Create: true, Who: "ana"}, handmade, directOnly)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { d.Close() })
	mustAdd(f, d, port()...)
	for _, s := range []string{"harbour", `"`, `"a b`, "a*", "NOT x", "{x}:y", "^a", "a\x00b", "“open", "-", "x AND", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		hits, err := d.Find(Search{Words: typed, Limit: 5})
		if err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		for _, h := range hits {
			if h.Article.ID == "" {
				t.Errorf("%q: a hit without an article: %s", typed, fmt.Sprint(h))
			}
		}
	})
}

// More searches at a time than the file has connections for readers must not wait for each other.
func TestManySearchesAtATime(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			for range 20 {
				if _, err := d.Find(Search{Words: "harbour", Outlet: []string{"", "Star"}[i%2]}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}
