package dossier

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/quotes"
)

// The articles of these tests are written so that their quotes can be built without the rooms above: every
// sentence of the form  "words," said Name.  is a direct quote and every  Name said that words.  an indirect one.
var (
	directForm   = regexp.MustCompile(`(“[^”]+”|"[^"]+") (said) ([A-Z][\pL ]*\pL)`)
	indirectForm = regexp.MustCompile(`([A-Z][\pL]*(?: [A-Z][\pL]*)*) (said) (that [^.]+)\.`)
)

func handmade(a *articles.Article) []attribution.Quote {
	var all []attribution.Quote
	add := func(kind quotes.Kind, content, cue, source articles.Span) {
		name := source.In(a.Text)
		all = append(all, attribution.Quote{
			Quote: quotes.Quote{
				Kind: kind, Content: []articles.Span{content}, Cue: cue, Source: source,
				Reason: "form of the tests", Confidence: 0.9,
			},
			Speaker: &attribution.Speaker{Name: name, Kind: attribution.Person, Printed: []string{name}},
			Why:     "named next to the cue",
		})
	}
	for _, m := range directForm.FindAllStringSubmatchIndex(a.Text, -1) {
		add(quotes.Direct, articles.Span{Start: m[2], End: m[3]}, articles.Span{Start: m[4], End: m[5]}, articles.Span{Start: m[6], End: m[7]})
	}
	for _, m := range indirectForm.FindAllStringSubmatchIndex(a.Text, -1) {
		add(quotes.Indirect, articles.Span{Start: m[6], End: m[7]}, articles.Span{Start: m[4], End: m[5]}, articles.Span{Start: m[2], End: m[3]})
	}
	slices.SortFunc(all, func(x, y attribution.Quote) int { return x.Content[0].Start - y.Content[0].Start })
	return all
}

// clock is a clock that moves one second at each look.
func clockFrom(start time.Time) func() time.Time {
	n := 0
	return func() time.Time {
		n++
		return start.Add(time.Duration(n) * time.Second)
	}
}

var someDay = time.Date(2031, 5, 4, 9, 0, 0, 0, time.UTC)

func newDossier(t testing.TB) *Dossier {
	t.Helper()
	return reopen(t, filepath.Join(t.TempDir(), "t.dossier"))
}

func reopen(t testing.TB, path string) *Dossier {
	t.Helper()
	d, err := open(path, Options{Create: true, Who: "ana", Now: clockFrom(someDay)}, handmade, directOnly)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func art(outlet, day, text string) articles.Article {
	a := articles.Article{
		ID: "x", Path: outlet + ".txt", Hash: "00", Format: "text", Title: "A title", Text: text,
		Outlet: articles.Outlet{Name: outlet, From: "metadata"},
	}
	if day != "" {
		date, err := ParseDate(day)
		if err != nil {
			panic(err)
		}
		a.Published = date
	}
	return a
}

func items(as ...articles.Article) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		for i := range as {
			if !yield(articles.Item{Article: &as[i]}) {
				return
			}
		}
	}
}

func mustAdd(t testing.TB, d *Dossier, as ...articles.Article) Balance {
	t.Helper()
	b, err := d.Add(context.Background(), items(as...), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !b.Holds() {
		t.Fatalf("balance does not hold: %+v", b)
	}
	return b
}

func rowsOf(t testing.TB, d *Dossier, f Filter) []StatementRow {
	t.Helper()
	rows, err := d.Statements(f)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func find(t testing.TB, d *Dossier, search string) StatementRow {
	t.Helper()
	rows := rowsOf(t, d, Filter{Search: search})
	if len(rows) != 1 {
		t.Fatalf("search %q gives %d statements, want 1", search, len(rows))
	}
	return rows[0]
}

// port is a little story in three outlets.
func port() []articles.Article {
	return []articles.Article{
		art("Morning Post", "2031-05-02", `“The harbour will open on Monday,” said Dana Orlova. Port workers cheered. Dana Orlova said that wages will rise.`),
		art("Evening Star", "2031-05-03", `"The harbour will open on Monday," said Dana Orlova. "We are tired," said Ivo Brandt.`),
		art("Coast Radio", "", `"The harbour will open on Monday," said Orlova.`),
	}
}

func TestStory(t *testing.T) {
	d := newDossier(t)
	if b := mustAdd(t, d, port()...); b.Found != 3 || b.Added != 3 {
		t.Fatalf("balance %+v", b)
	}
	row := find(t, d, "harbour monday")
	if row.Appearances != 3 || row.FirstOutlet != "Morning Post" || row.SpeakerName != "Dana Orlova" {
		t.Errorf("row %+v", row)
	}
	s, err := d.Statement(row.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Appearances[2].Article.Outlet.Name; got != "Coast Radio" {
		t.Errorf("last appearance in %s, want the undated one", got)
	}
	if b := s.Appearances[0]; b.Sentence != `“The harbour will open on Monday,” said Dana Orlova.` || b.After != "Port workers cheered." {
		t.Errorf("sentence %q after %q", b.Sentence, b.After)
	}
	if again := mustAdd(t, d, port()...); again.Already != 3 || again.Added != 0 {
		t.Errorf("second time %+v", again)
	}
}

func TestDecideUndoRedo(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	before := snapshot(t, d)
	a, b := find(t, d, "harbour"), find(t, d, "wages")
	got, err := d.Decide(decision.Decision{Kind: decision.Same, Targets: []string{string(a.ID), string(b.ID)}, Why: "one breath"})
	if err != nil {
		t.Fatal(err)
	}
	if got.Seq != 1 || got.Who != "ana" || got.Before == got.After {
		t.Errorf("entry %+v", got)
	}
	joined := find(t, d, "wages")
	if joined.Appearances != 4 || joined.Status != changed {
		t.Errorf("joined %+v", joined)
	}
	after := snapshot(t, d)
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if now := snapshot(t, d); now != before {
		t.Errorf("undo: %s", difference(now, before))
	}
	if _, err := d.Redo(); err != nil {
		t.Fatal(err)
	}
	if now := snapshot(t, d); now != after {
		t.Errorf("redo: %s", difference(now, after))
	}
}

// difference shows where two snapshots part.
func difference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(s string) string { return s[max(0, i-200):min(len(s), i+200)] }
	return fmt.Sprintf("at byte %d\n got …%s…\nwant …%s…", i, around(got), around(want))
}

// snapshot is every view in bytes, but for the time of import.
func snapshot(t testing.TB, d *Dossier) string {
	t.Helper()
	var b strings.Builder
	for s, err := range d.EachStatement(rowsOf(t, d, Filter{Thought: true})) {
		if err != nil {
			t.Fatal(err)
		}
		for i := range s.Appearances {
			s.Appearances[i].Article.Added = time.Time{}
		}
		fmt.Fprintf(&b, "%s\n", toJSON(s))
	}
	speakers, err := d.Speakers()
	if err != nil {
		t.Fatal(err)
	}
	proposals, err := d.Proposals()
	if err != nil {
		t.Fatal(err)
	}
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	for i := range infos {
		infos[i].Added = time.Time{}
	}
	fmt.Fprintf(&b, "%s\n%s\n%s\n", toJSON(speakers), toJSON(proposals), toJSON(infos))
	return b.String()
}
