package dossier

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"quotidian/articles"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
)

// drawRow makes a row of a small world of words, outlets and speakers.
func drawRow(t *rapid.T, id string, speakers []store.Speaker) store.Statement {
	pick := func(label string, from ...string) []string {
		return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 1, 2, rapid.ID).Draw(t, label)
	}
	s := rapid.SampledFrom(speakers).Draw(t, "speaker")
	x := store.Statement{
		ID: id, Speaker: s.ID, SpeakerName: s.Name, Outlets: pick("outlets", "Dawn Herald", "Hérald", "Tide"),
		Changes: pick("changes", "number", "trimmed"), Thought: rapid.Bool().Draw(t, "thought"),
		Appearances: rapid.IntRange(1, 5000).Draw(t, "appearances"),
		Search:      strings.Join(pick("words", "ceasefire", "fire", "the harbour", "re"), "\n"),
	}
	if n := rapid.IntRange(-1, 3*24*4).Draw(t, "quarter"); n >= 0 {
		x.First = articles.Date{Time: someDay.Add(time.Duration(n) * 15 * time.Minute), Clock: rapid.Bool().Draw(t, "clock"), From: "given"}
	}
	return x
}

// TestListing: a list that followed changes lets through what reading every row would let through, in order.
func TestListing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		speakers := []store.Speaker{
			{ID: "p-1", Name: "Ada Fire", Spellings: `[{"Text":"A. Fire"}]`}, {ID: "p-2", Name: "Bo Sand", Spellings: "[]"}, {},
		}
		l, all := newListing(), map[string]store.Statement{}
		l.worded = true
		l.follow(&store.Change{Speakers: speakers[:2]})
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			var c store.Change
			for range rapid.IntRange(0, 4).Draw(t, "rows") {
				x := drawRow(t, rapid.SampledFrom([]string{"s-a", "s-b", "s-c", "s-d", "s-e"}).Draw(t, "id"), speakers)
				x.Newest = newest(&x)
				c.Statements = append(c.Statements, x)
				all[x.ID] = x
			}
			if gone := rapid.SampledFrom([]string{"", "s-a", "s-b"}).Draw(t, "gone"); gone != "" && len(c.Statements) == 0 {
				c.GoneStatements = []string{gone}
				delete(all, gone)
			}
			if rapid.Bool().Draw(t, "renamed") {
				speakers[1].Name = rapid.SampledFrom([]string{"Bo Sand", "Bo Re"}).Draw(t, "name")
				c.Speakers = speakers[1:2]
			}
			l.follow(&c)
		}
		f := drawFilter(t)
		var got, want []string
		l.pick(f, func(slot int32) bool {
			got = append(got, string(l.rows[slot].ID))
			return true
		})
		for id, x := range all {
			if lets(f, &x, speakers) {
				want = append(want, id)
			}
		}
		slices.SortFunc(want, func(a, b string) int { return before(all[a], all[b]) })
		if !slices.Equal(got, want) {
			t.Fatalf("%+v lets %v through, want %v of %+v", f, got, want, all)
		}
	})
}

func drawFilter(t *rapid.T) Filter {
	from := func(label string, of ...string) string { return rapid.SampledFrom(append(of, "", "")).Draw(t, label) }
	f := Filter{
		Speaker: from("by", "fire", "o s", "RE"), Outlet: from("in", "herald", "ide"), Search: from("for", "fire", "re harb", "sand"),
		Changed: wording.ChangeKind(from("how", "number")), Thought: rapid.Bool().Draw(t, "thoughts"),
	}
	if rapid.Bool().Draw(t, "since") {
		f.Since = someDay.AddDate(0, 0, rapid.IntRange(0, 3).Draw(t, "first day"))
	}
	if rapid.Bool().Draw(t, "until") {
		f.Until = someDay.AddDate(0, 0, rapid.IntRange(0, 3).Draw(t, "last day"))
	}
	return f
}

// spellings gives all spellings of a speaker, a line each, in the form in which they are searched.
func spellings(s store.Speaker) string {
	out := foldSearch(s.Name)
	for _, sp := range fromJSON[[]Spelling](s.Spellings) {
		out += "\n" + foldSearch(sp.Text)
	}
	return out
}

// meant reports whether a filter's words mean a speaker: where anybody is spelled with just these words, who is spelled so, else who has
// them as a part.
func meant(said string, spelled string, speakers []store.Speaker) bool {
	whole := regexp.MustCompile(`\b` + regexp.QuoteMeta(foldSearch(said)) + `\b`)
	for _, s := range speakers {
		if s.ID != "" && said != "" && whole.MatchString(spellings(s)) {
			return whole.MatchString(spelled)
		}
	}
	return strings.Contains(spelled, foldSearch(said))
}

// lets reads a row to say whether a filter lets it through.
func lets(f Filter, x *store.Statement, speakers []store.Speaker) bool {
	spelled := ""
	for _, s := range speakers {
		if s.ID == x.Speaker && s.ID != "" {
			spelled = spellings(s)
		}
	}
	when := day(x.First.Time)
	ok := (f.Thought || !x.Thought) && (f.Changed == "" || slices.Contains(x.Changes, string(f.Changed)))
	ok = ok && (f.Since.IsZero() || x.First.Known() && when >= day(f.Since)) && (f.Until.IsZero() || x.First.Known() && when <= day(f.Until))
	ok = ok && strings.Contains(foldSearch(strings.Join(x.Outlets, "\n")), foldSearch(f.Outlet)) && meant(f.Speaker, spelled, speakers)
	for _, w := range strings.Fields(foldSearch(f.Search)) {
		ok = ok && (strings.Contains(x.Search, w) || strings.Contains(spelled, w))
	}
	return ok
}

// before is the order of lists, from the dates themselves.
func before(a, b store.Statement) int {
	when := -comparePublished(a.First, b.First)
	if a.First.Known() != b.First.Known() {
		when = comparePublished(a.First, b.First)
	}
	by := []int{when, len(b.Outlets) - len(a.Outlets), min(b.Appearances, 4095) - min(a.Appearances, 4095), strings.Compare(a.ID, b.ID)}
	for _, c := range by {
		if c != 0 {
			return c
		}
	}
	return 0
}

// TestFirstWithoutHour: where one of those who may be first prints no hour, the hour of the other is not given for both.
func TestFirstWithoutHour(t *testing.T) {
	d := newDossier(t)
	words := "“The ferry will sail again on Monday,” said Dana Orlova."
	mustAdd(t, d, art("Post", "2031-05-04T08:02:00Z", words), art("Mail", "2031-05-04", words), art("Tide", "2031-05-04T09:00:00Z", words))
	r := rowsOf(t, d, Filter{})[0]
	if r.FirstOutlet != "Mail or Post" || r.First.Clock || r.First.String() != "2031-05-04" {
		t.Errorf("first %q %s, want the day and both", r.FirstOutlet, r.First)
	}
}
