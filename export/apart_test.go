package export

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/matching/wording"
)

// twoWordings is a statement of two wordings, the second with another number.
func twoWordings(first, second []string) *dossier.Statement {
	return &dossier.Statement{Wordings: []dossier.Wording{
		{Text: "sixty boats", Outlets: first},
		{Text: "six boats", Outlets: second, Changes: []wording.Change{{Kind: wording.Number}}},
	}}
}

// TestApart: what one outlet prints in two ways is no contradiction between outlets, and is counted apart.
func TestApart(t *testing.T) {
	for _, c := range []struct {
		first, second  []string
		serious, twice int
	}{
		{[]string{"Tide"}, []string{"Dawn"}, 1, 0},
		{[]string{"Tide"}, []string{"Tide"}, 0, 1},
		{[]string{"Tide", "Dawn"}, []string{"Dawn"}, 0, 1},
		{[]string{"Tide"}, []string{"Tide", "Dawn"}, 1, 0},
	} {
		s, counted := twoWordings(c.first, c.second), newTally(nil)
		if counted.count(s); counted.serious != c.serious || counted.within != c.twice || len(contradictions(s)) != c.serious {
			t.Errorf("%q against %q: %d between outlets, %d within one, %d contradictions", c.first, c.second, counted.serious, counted.within, len(contradictions(s)))
		}
	}
}

// TestAgenciesCredited: an outlet credits each agency once, however it puts them together.
func TestAgenciesCredited(t *testing.T) {
	var all []dossier.ArticleInfo
	for _, origin := range []string{"AFP, Reuters", "Reuters", "", "AFP, DPA"} {
		all = append(all, dossier.ArticleInfo{Outlet: articles.Outlet{Name: "Tide", Origin: origin}})
	}
	if got := newTally(all).outlets()[0].origins; !slices.Equal(got, []string{"AFP", "DPA", "Reuters"}) {
		t.Error(got)
	}
}

// TestLastDays: a chart that cannot show all days says how many it leaves out.
func TestLastDays(t *testing.T) {
	counted := newTally(nil)
	for i := range 2*mostBars + 3 {
		counted.days[fmt.Sprintf("2031-01-%02d", i+1)] = i + 1
	}
	days := counted.charts()[2]
	if len(days.rows) != 2*mostBars || days.rows[0].name != "2031-01-04" || days.left != "left out: 3 earlier days, 6 statements" || !strings.HasSuffix(days.title, "the last 24 days") {
		t.Errorf("%d rows from %s, %q, %q", len(days.rows), days.rows[0].name, days.left, days.title)
	}
}

// TestNarrowedLists: with the statements an export narrows articles and speakers, and what most outlets carried stands first.
func TestNarrowedLists(t *testing.T) {
	m := makeUp(3, 2)
	m.statements = m.statements[:2]
	m.statements[0].Outlets = m.statements[0].Outlets[:1]
	m.speakers = append(m.speakers, dossier.SpeakerInfo{ID: "p-2", Name: "Ana Orlo"})
	for _, o := range []Options{{}, {Filter: dossier.Filter{Search: "gates"}}} {
		l, err := read(context.Background(), m, o)
		if err != nil {
			t.Fatal(err)
		}
		want := [2]int{len(m.articles), 2}
		if o.Narrowed() != "" {
			want = [2]int{4, 1}
		}
		if got := [2]int{len(l.articles), len(l.speakers)}; got != want || len(m.speakers) != 2 {
			t.Errorf("%q: %v articles and speakers, want %v", o.Narrowed(), got, want)
		}
		if l.rows[0].ID != m.statements[1].ID {
			t.Error("what one outlet carried stands first")
		}
	}
}

// TestNarrowedSpeakers: of what speakers said a narrowed workbook counts what it holds, and its Read me says so.
func TestNarrowedSpeakers(t *testing.T) {
	m := makeUp(12, 2)
	other := &m.statements[1].Appearances[0]
	other.Speaker, other.Article.Outlet.Name = "p-2", "Zenith"
	m.speakers[0].Quotes, m.speakers[0].Outlets = 40, []string{"Elsewhere"}
	m.speakers = append(m.speakers, dossier.SpeakerInfo{ID: "p-2", Name: "Ivo Brandt", Quotes: 70, Statements: 2}, dossier.SpeakerInfo{ID: "p-3", Name: "Sanna Vasc", Quotes: 3})
	ticked := &Listed{IDs: []dossier.StatementID{m.statements[0].ID, m.statements[1].ID}, Why: []string{"ticked"}}
	for _, c := range []struct {
		listed *Listed
		want   []string // name, quotes, statements and number of outlets of each
		told   string   // of quotes on Read me
	}{
		{nil, []string{"Ilka Sorensdotter 40 12 1", "Ivo Brandt 70 2 0", "Sanna Vasc 3 0 0"}, "of articles and speakers: all"},
		{ticked, []string{"Ilka Sorensdotter 5 2 4", "Ivo Brandt 1 0 1"}, "of speakers and outlets: those that this workbook holds"},
	} {
		path := filepath.Join(t.TempDir(), "out.xlsx")
		if err := XLSX(context.Background(), m, path, Options{Listed: c.listed}); err != nil {
			t.Fatal(err)
		}
		f := opened(t, path)
		var got []string
		for _, row := range rowsOf(t, f, sheetSpeakers)[1:] {
			got = append(got, strings.Join([]string{row[1], row[5], row[6], row[7]}, " "))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
		if !slices.ContainsFunc(rowsOf(t, f, sheetReadMe), func(row []string) bool {
			return len(row) > 1 && row[0] == "Quotes" && strings.HasPrefix(row[1], c.told)
		}) {
			t.Errorf("Read me does not say %q", c.told)
		}
	}
	if m.speakers[0].Quotes != 40 {
		t.Error("what the source gave was changed")
	}
}

// TestListed: a list made by hand is exported as it is, with its articles, and the file tells what it was narrowed to.
func TestListed(t *testing.T) {
	m := makeUp(100, 2)
	ids := []dossier.StatementID{m.statements[1].ID, m.statements[3].ID}
	slices.Sort(ids)
	o := Options{Listed: &Listed{IDs: ids, Why: []string{"SPEAKER: Ana Orlo", "Words searched for: gates"}}}
	l, err := read(context.Background(), m, o)
	if err != nil {
		t.Fatal(err)
	}
	var got []dossier.StatementID
	for i := range l.rows {
		got = append(got, l.rows[i].ID)
	}
	if slices.Sort(got); !slices.Equal(got, ids) || len(l.articles) != 5 {
		t.Errorf("%v from %d articles, want %v from 5", got, len(l.articles), ids)
	}
	if want := "that were listed (SPEAKER: Ana Orlo; Words searched for: gates)"; !strings.Contains(o.Narrowed(), want) {
		t.Errorf("%q does not say %q", o.Narrowed(), want)
	}
}

// TestEmptyColumnsHidden: a column in which nothing stands is hidden, unless it was asked for by name.
func TestEmptyColumnsHidden(t *testing.T) {
	m := makeUp(3, 2)
	for _, o := range []Options{{}, {Choice: Choice{Columns: map[string][]string{sheetArticles: {"Article", "Byline", "Headline"}}}}} {
		path := filepath.Join(t.TempDir(), "out.xlsx")
		if err := XLSX(context.Background(), m, path, o); err != nil {
			t.Fatal(err)
		}
		f := opened(t, path)
		head := rowsOf(t, f, sheetArticles)[0]
		for _, name := range []string{"Byline", "Headline"} {
			letters, err := lettersFor(len(head))
			if err != nil {
				t.Fatal(err)
			}
			seen, err := f.GetColVisible(sheetArticles, letters[slices.Index(head, name)])
			if want := name != "Byline" || len(o.Choice.Columns) > 0; err != nil || seen != want {
				t.Errorf("%s visible %v, want %v; %v", name, seen, want, err)
			}
		}
	}
}

// TestFiles: a file of many articles is named once, without the number of an article, and every file has its fingerprint.
func TestFiles(t *testing.T) {
	app := func(id, path, hash string) dossier.Appearance {
		return dossier.Appearance{Article: dossier.ArticleInfo{ID: dossier.ArticleID(id), Path: path, Hash: hash}}
	}
	r := report{Cards: []dossier.Statement{{Appearances: []dossier.Appearance{app("1", "in/a.jsonl#4", "aa"), app("2", "in/a.jsonl#9", "aa"), app("1", "in/a.jsonl#4", "aa"), app("3", "in/#1.txt", "bb")}}}}
	if got, want := r.Files(), []file{{"in/#1.txt", "bb", 1}, {"in/a.jsonl", "aa", 2}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
