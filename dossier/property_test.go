package dossier

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"quotidian/articles"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
)

// pool is a small world: two stories in several outlets, one agency copy carried word for word by two outlets
// and once more by a file whose outlet is only guessed, spelling variants, undated articles.
func pool() []articles.Article {
	wire := `"Rail tickets will cost less in spring," said Marek Tolnai. "Nobody asked the drivers," said Ines Falk.`
	guessed := art("scan-17", "", wire)
	guessed.Outlet.From = "file name"
	return append(port(),
		art("Daily Rail", "2031-05-04", wire),
		art("Night Train", "2031-05-05", wire),
		guessed,
		art("Hill Gazette", "2031-05-04T08:00:00Z", `Marek Tolnai said that rail tickets will cost less in spring. "Nobody asked the drivers," said Ines Falk.`),
		art("Valley News", "2031-05-04T07:30:00+02:00", `"Rail tickets will cost less in spring," said Marek Tolnay. Ines Falk said that nobody asked the drivers.`),
		art("Plain Sheet", "", `No one spoke here. Not a word was quoted.`),
	)
}

// tempPath gives a new path to each run of a property.
func tempPath(t *testing.T) func() string {
	dir, n := t.TempDir(), 0
	return func() string {
		n++
		return filepath.Join(dir, fmt.Sprintf("%d.dossier", n))
	}
}

// TestImportOrder: the same articles give the same bytes of every view, in whatever order, in however many imports and
// programs they come.
func TestImportOrder(t *testing.T) {
	all, path := pool(), tempPath(t)
	straight := reopen(t, path())
	mustAdd(t, straight, all...)
	want := snapshot(t, straight)
	rapid.Check(t, func(r *rapid.T) {
		name := path()
		d := reopen(t, name)
		defer func() { d.Close() }()
		order := rapid.Permutation(all).Draw(r, "order")
		cut := rapid.IntRange(0, len(order)).Draw(r, "cut")
		mustAdd(t, d, order[:cut]...)
		if rapid.Bool().Draw(r, "another program") {
			d.Close()
			d = reopen(t, name)
		}
		mustAdd(t, d, order[cut:]...)
		mustAdd(t, d, order[:cut]...)
		if got := snapshot(t, d); got != want {
			r.Fatalf("another dossier: %s", difference(got, want))
		}
	})
}

// actor makes random decisions about what a dossier shows.
type actor struct {
	t *rapid.T
	d *Dossier
}

func (a *actor) pick(label string, ids []string) string {
	return rapid.SampledFrom(ids).Draw(a.t, label)
}

// ids gives everything that a decision can be about.
func (a *actor) ids() (statements, quotes, speakers, articles []string) {
	rows, err := a.d.Statements(Filter{Thought: true})
	a.must(err)
	for s, err := range a.d.EachStatement(rows) {
		a.must(err)
		statements = append(statements, string(s.ID))
		for _, q := range s.Appearances {
			quotes = append(quotes, string(q.Quote))
		}
	}
	list, err := a.d.Speakers()
	a.must(err)
	for _, s := range list {
		speakers = append(speakers, string(s.ID))
	}
	infos, err := a.d.Articles()
	a.must(err)
	for _, i := range infos {
		articles = append(articles, string(i.ID))
	}
	return statements, quotes, speakers, articles
}

func (a *actor) must(err error) {
	if err != nil {
		a.t.Fatal(err)
	}
}

// act tries one random decision and reports whether it was taken. Refusals are fine; they must change nothing.
func (a *actor) act() bool {
	ss, qs, ps, as := a.ids()
	if len(ss) == 0 || len(ps) == 0 {
		return false
	}
	dec := decision.Decision{Value: a.pick("value", []string{"Ines Falk", "Somebody Else", "2031-05-01", "", "x"})}
	switch kind := a.pick("about", []string{"pair of statements", "pair of speakers", "quote", "statement", "speaker", "part of a speaker", "article", "passage"}); kind {
	case "pair of statements":
		dec.Kind = decision.Kind(a.pick("kind", []string{"same", "never", "unsure"}))
		dec.Targets = []string{a.pick("a", ss), a.pick("b", ss)}
	case "pair of speakers":
		dec.Kind = decision.Kind(a.pick("kind", []string{"same", "never", "unsure"}))
		dec.Targets = []string{a.pick("a", ps), a.pick("b", ps)}
	case "quote":
		dec.Kind = decision.Kind(a.pick("kind", []string{"split", "reattribute", "not-a-quote", "note", "reject"}))
		dec.Targets = []string{a.pick("a", qs)}
		if dec.Kind == decision.Split {
			dec.Value = ""
		}
	case "statement":
		dec.Kind = decision.Kind(a.pick("kind", []string{"confirm", "reject", "note"}))
		dec.Targets = []string{a.pick("a", ss)}
	case "speaker":
		dec.Kind = decision.Kind(a.pick("kind", []string{"rename", "role", "confirm"}))
		dec.Targets = []string{a.pick("a", ps)}
	case "part of a speaker":
		dec.Kind, dec.Targets = decision.Split, a.part(SpeakerID(a.pick("a", ps)))
	case "article":
		dec.Kind = decision.Kind(a.pick("kind", []string{"outlet", "origin", "date", "note"}))
		dec.Targets = []string{a.pick("a", as)}
	case "passage":
		dec.Kind, dec.Targets = decision.MissedQuote, a.passage(a.pick("a", as))
	}
	_, err := a.d.Decide(dec)
	return err == nil
}

// part gives some of what articles say of a speaker.
func (a *actor) part(id SpeakerID) []string {
	all, err := a.d.Mentions(id)
	a.must(err)
	leaves := rapid.SliceOfN(rapid.Bool(), len(all), len(all)).Draw(a.t, "leaves")
	return Parting(all, func(i int) bool { return leaves[i] })
}

// passage marks some words of an article, or none that make a quote.
func (a *actor) passage(article string) []string {
	page, err := a.d.Article(ArticleID(article))
	a.must(err)
	start := rapid.IntRange(0, len(page.Text)-1).Draw(a.t, "start")
	end := rapid.IntRange(start, len(page.Text)).Draw(a.t, "end")
	ref, err := a.d.Missed(page.ID, articles.Span{Start: start, End: end})
	if err != nil {
		return nil
	}
	return []string{ref}
}

// TestDecisionsUndone: random decisions, all undone, give back every byte of every view; redone, they give the
// same again; and at every end the file says the same when it is opened anew and folded from nothing.
func TestDecisionsUndone(t *testing.T) {
	path := tempPath(t)
	rapid.Check(t, func(r *rapid.T) {
		name := path()
		d := reopen(t, name)
		defer func() { d.Close() }()
		mustAdd(t, d, pool()...)
		before, a := snapshot(t, d), actor{r, d}
		taken := 0
		for range rapid.IntRange(1, 8).Draw(r, "actions") {
			now := snapshot(t, d)
			if a.act() {
				taken++
			} else if snapshot(t, d) != now {
				r.Fatal("a refused decision changed a view")
			}
		}
		after := snapshot(t, d)
		sameFromNothing(r, d)
		for range taken {
			_, err := d.Undo()
			a.must(err)
		}
		if got := snapshot(t, d); got != before {
			r.Fatalf("undone: %s", difference(got, before))
		}
		a.must(d.Close())
		d = reopen(t, name)
		for range taken {
			_, err := d.Redo()
			a.must(err)
		}
		if got := snapshot(t, d); got != after {
			r.Fatalf("redone: %s", difference(got, after))
		}
		sameFromNothing(r, d)
	})
}

// sameFromNothing folds the file's content without memory of earlier folds and holds it against the views kept.
func sameFromNothing(t rapid.TB, d *Dossier) {
	w, err := loadWork(context.Background(), d.store)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := loadRows(context.Background(), d.store)
	if err != nil {
		t.Fatal(err)
	}
	m := analyse(w.corpus, &joiner{})
	c := change(kept, fold(w.corpus, m, w.history.Active, newMemo()).rows())
	changeJoins(&c, w.machine, m)
	if !reflect.DeepEqual(c, store.Change{}) {
		t.Fatalf("the rows kept differ from a fold from nothing: %+v", c)
	}
	sameAnew(t, d)
	speakersAgree(t, d)
	found, err := d.Check(context.Background())
	if err != nil || len(found) > 0 {
		t.Fatalf("the file is not sound: %v %v", found, err)
	}
}

// speakersAgree holds the number of statements that each speaker has against the list of statements.
func speakersAgree(t rapid.TB, d *Dossier) {
	rows, err := d.Statements(Filter{})
	speakers, err2 := d.Speakers()
	if err = errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	listed := map[SpeakerID]int{}
	for _, r := range rows {
		listed[r.Speaker]++
	}
	for _, s := range speakers {
		if s.Statements != listed[s.ID] {
			t.Fatalf("%s has %d statements, lists have %d", s.Name, s.Statements, listed[s.ID])
		}
	}
}

// sameAnew holds what a dossier remembers of its lists against what the file says.
func sameAnew(t rapid.TB, d *Dossier) {
	for _, f := range []Filter{{}, {Thought: true}, {Search: "rail"}, {Speaker: "fa"}, {Outlet: "night"}, {Changed: wording.Unquoted}} {
		anew := &Dossier{store: d.store}
		first, total, err := anew.Page(f, 2)
		got, err2 := d.Statements(f)
		want, err3 := anew.Statements(f)
		if err = errors.Join(err, err2, err3); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" || total != len(want) {
			t.Fatalf("%+v: a first page of %d, a list of %d; what was remembered (-file +memory):\n%s", f, total, len(want), d)
		}
		if d := cmp.Diff(want[:min(2, len(want))], first, cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("%+v: another first page (-list +page):\n%s", f, d)
		}
	}
}

// TestRulesHoldTomorrow: what was settled holds for articles that come later, in whatever order.
func TestRulesHoldTomorrow(t *testing.T) {
	path := tempPath(t)
	var want string
	for i, order := range [][]int{{0, 1, 2}, {2, 0, 1}} {
		d := reopen(t, path())
		all := port()
		mustAdd(t, d, all[order[0]], all[order[1]])
		decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{"name:orlova", "name:dana orlova"}})
		mustAdd(t, d, all[order[2]])
		speakers, err := d.Speakers()
		if err != nil || len(speakers) != 2 || len(speakers[0].Spellings) != 2 {
			t.Fatalf("%+v %v", speakers, err)
		}
		got := snapshot(t, d)
		if i == 0 {
			want = got
		} else if got != want {
			t.Errorf("another order: %s", difference(got, want))
		}
	}
}

func decide(t testing.TB, d *Dossier, dec decision.Decision) decision.Decision {
	t.Helper()
	got, err := d.Decide(dec)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// set reports whether the flag was given on the command line.
func set(name string) (yes bool) {
	flag.Visit(func(f *flag.Flag) { yes = yes || f.Name == name })
	return yes
}

func TestMain(m *testing.M) {
	if path := os.Getenv(crashPath); path != "" {
		crashChild(path)
		return
	}
	flag.Parse()
	if !set("rapid.checks") {
		flag.Set("rapid.checks", "30") // each of ours opens files and waits for the disk
	}
	os.Exit(m.Run())
}
