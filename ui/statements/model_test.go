package statements

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier"
	"quotidian/matching/wording"
)

func rows() []dossier.StatementRow {
	day := func(n int) articles.Date { return articles.Date{Time: time.Date(2026, 5, n, 0, 0, 0, 0, time.UTC)} }
	return []dossier.StatementRow{
		{ID: "1", Text: "the dam holds", Speaker: "p-d", SpeakerName: "Danko", Outlets: []string{"Post"}, First: day(3), Status: "machine"},
		{
			ID: "2", Text: "the dam fails", Speaker: "p-b", SpeakerName: "Brandt", Outlets: []string{"Post", "Courier"}, First: day(1), Status: "machine", NeedsReview: true,
			Changes: []wording.ChangeKind{wording.Trimmed, wording.Negation},
		},
		{ID: "3", Text: "Kənd boşalıb", SpeakerName: "", Outlets: []string{"Courier"}, Status: "confirmed", Changes: []wording.ChangeKind{wording.Trimmed}},
		{ID: "4", Text: "she wants peace", Speaker: "p-b", SpeakerName: "Brandt", Outlets: []string{"Post"}, First: day(2), Status: "machine", Thought: true},
	}
}

func shown(m *Model) string {
	s := ""
	for i := range m.Len() {
		s += string(m.Row(i).ID)
	}
	return s
}

func TestOrders(t *testing.T) {
	m := NewModel(rows())
	if got := shown(m); got != "123" {
		t.Errorf("newest first, undated last, attitudes hidden: %s", got)
	}
	for _, c := range []struct {
		order Order
		want  string
	}{{ByText, "321"}, {BySpeakerName, "213"}, {ByOutlets, "213"}, {ByWeight, "231"}} {
		m.Sort(c.order)
		if got := shown(m); got != c.want {
			t.Errorf("order %d: %s, want %s", c.order, got, c.want)
		}
	}
	m.Sort(ByWeight)
	if got := shown(m); got != "132" {
		t.Errorf("turned round: %s", got)
	}
}

func TestSearchAndFacets(t *testing.T) {
	m := NewModel(rows())
	m.Search("DAM fa")
	if shown(m) != "2" {
		t.Errorf("search: %s", shown(m))
	}
	m.Search("KƏND bosal")
	if shown(m) != "3" {
		t.Errorf("folded search: %s", shown(m))
	}
	m.Clear()
	m.Toggle(ByOutlet, "Courier")
	if shown(m) != "23" {
		t.Errorf("one outlet: %s", shown(m))
	}
	m.Toggle(ByOutlet, "Post")
	if shown(m) != "123" {
		t.Errorf("within a group facets add up: %s", shown(m))
	}
	m.Toggle(ByStatus, waiting)
	if shown(m) != "2" || !m.Narrowed() {
		t.Errorf("across groups they narrow: %s", shown(m))
	}
	m.Clear()
	m.Toggle(ByReach, alone)
	if shown(m) != "13" {
		t.Errorf("what one outlet alone carried: %s", shown(m))
	}
	m.Clear()
	m.ShowThought(true)
	if m.Len() != 4 || m.All() != 4 || m.Narrowed() {
		t.Errorf("with attitudes %d of %d", m.Len(), m.All())
	}
}

// TestContradictionsCanBeListed: both statements of a pair that cannot both be so, and neither of one that is only alike.
func TestContradictionsCanBeListed(t *testing.T) {
	open := []dossier.Proposal{{A: "1", B: "2", Changes: []wording.Change{{Kind: wording.Negation}}}, {A: "1", B: "3"}}
	m := NewModel(nil)
	m.Adopt(Prepare(rows(), Disputed(open), ByFirst, false))
	m.Toggle(ByStatus, contradicting)
	if shown(m) != "12" {
		t.Errorf("listed: %s", shown(m))
	}
}

func TestFoundInOtherWordings(t *testing.T) {
	m := NewModel(rows())
	m.Search("sluice")
	if m.Found("an older query", rows()[:1]) || m.Len() != 0 {
		t.Error("an answer to another query was taken")
	}
	if !m.Found("sluice", rows()[:1]) || shown(m) != "1" {
		t.Errorf("found: %s", shown(m))
	}
	m.Adopt(Prepare(rows()[:2], nil, ByFirst, false))
	if shown(m) != "1" {
		t.Errorf("after other rows: %s", shown(m))
	}
	m.Adopt(Prepare(rows(), nil, ByFirst, false))
	m.Search("dam")
	if shown(m) != "12" {
		t.Errorf("after another query: %s", shown(m))
	}
	if m.Found("dam", rows()[:1]) {
		t.Error("what is listed already was news")
	}
}

func TestFacetCountsAreWhatOneWouldGet(t *testing.T) {
	m := NewModel(rows())
	m.Toggle(BySpeaker, "p-b")
	got := map[string]int{}
	for _, g := range m.Facets() {
		for _, f := range g.Facets {
			got[g.Name+" "+f.Label] = f.Count
		}
	}
	want := map[string]int{
		"FIRST SEEN May 2026": 1, "KIND indirect": 1, "CARRIED BY several outlets": 1, "CHANGE trimmed": 1, "CHANGE negation": 1, "SPEAKER Brandt": 1, "SPEAKER Danko": 1, "SPEAKER nobody named": 1,
		"OUTLET Post": 1, "OUTLET Courier": 1, "STATUS not looked at": 1, "STATUS uncertain": 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestCountsArePromises: a facet's count is the number of rows that ticking it alone in its group shows.
func TestCountsArePromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := NewModel(randomRows(t))
		for range rapid.IntRange(0, 3).Draw(t, "ticks") {
			g := rapid.SampledFrom(m.Facets()).Draw(t, "group")
			if len(g.Facets) > 0 {
				m.Toggle(g.Name, rapid.SampledFrom(g.Facets).Draw(t, "facet").Value)
			}
		}
		for gi, g := range m.Facets() {
			for _, f := range g.Facets {
				chosen := m.props[gi].chosenValues()
				m.props[gi].choose([]string{f.Value})
				m.filter()
				if m.Len() != f.Count {
					t.Fatalf("%s %q promises %d, gives %d", g.Name, f.Value, f.Count, m.Len())
				}
				m.props[gi].choose(chosen)
				m.filter()
			}
		}
	})
}

func randomRows(t *rapid.T) []dossier.StatementRow {
	var out []dossier.StatementRow
	for i := range rapid.IntRange(0, 12).Draw(t, "rows") {
		pick := func(name string, of ...string) string { return rapid.SampledFrom(of).Draw(t, name) }
		r := dossier.StatementRow{ID: dossier.StatementID(fmt.Sprint(i)), Speaker: dossier.SpeakerID(pick("speaker", "", "p-a", "p-b", "p-c")), Status: pick("status", "machine", "confirmed")}
		r.SpeakerName = map[dossier.SpeakerID]string{"p-a": "A", "p-b": "B", "p-c": "A"}[r.Speaker]
		r.Outlets = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"X", "Y", "Z"}), 0, 3, rapid.ID[string]).Draw(t, "outlets")
		r.NeedsReview = rapid.Bool().Draw(t, "review")
		out = append(out, r)
	}
	return out
}

func TestAdoptKeepsWhatWasChosen(t *testing.T) {
	m := NewModel(rows())
	m.Sort(ByText)
	m.Search("dam")
	m.Toggle(BySpeaker, "p-d")
	m.Adopt(Prepare(slices.Concat(rows(), []dossier.StatementRow{{ID: "5", Text: "a dam", Speaker: "p-d", SpeakerName: "Danko", Status: "machine"}}), nil, ByFirst, false))
	if got := shown(m); got != "51" {
		t.Errorf("after new rows: %s", got)
	}
	m.Adopt(Prepare(rows()[1:2], nil, ByText, false))
	if got := shown(m); got != "2" {
		t.Errorf("a facet that no row has any more still hides: %q", got)
	}
}

func TestIndexAndNeighbours(t *testing.T) {
	m := NewModel(rows())
	if m.Index("2") != 1 || m.Index("4") != -1 || m.Index("none") != -1 {
		t.Error("Index")
	}
}

func TestOutlets(t *testing.T) {
	for _, c := range []struct {
		outlets, origins []string
		want             string
	}{
		{nil, nil, "—"},
		{[]string{"Post"}, nil, "Post"},
		{[]string{"Post", "Courier"}, nil, "2: Post, Courier"},
		{[]string{"Post"}, []string{"Norvald Press"}, "Post (Norvald Press)"},
	} {
		if got := Outlets(c.outlets, c.origins); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func hundredThousand() []dossier.StatementRow {
	out := make([]dossier.StatementRow, 100000)
	for i := range out {
		out[i] = dossier.StatementRow{
			ID: dossier.StatementID(fmt.Sprint(i)), Text: fmt.Sprintf("Statement %d says that the dam will hold through the spring floods", i),
			Speaker: dossier.SpeakerID(fmt.Sprintf("p-%d", i%5000)), SpeakerName: fmt.Sprintf("Speaker %d", i%5000), Outlets: []string{fmt.Sprintf("Outlet %d", i%50), fmt.Sprintf("Outlet %d", i%7)}, Status: "machine",
			First: articles.Date{Time: time.Unix(int64(i*7919%100000)*60, 0)}, Changes: []wording.ChangeKind{wording.Trimmed},
		}
	}
	return out
}

// BenchmarkKeystroke is one more letter in the search line over 100,000 statements, with facets counted.
func BenchmarkKeystroke(b *testing.B) {
	m := NewModel(hundredThousand())
	queries := []string{"d", "da", "dam", "dam 9", "dam 99"}
	for i := 0; b.Loop(); i++ {
		m.Search(queries[i%len(queries)])
		m.Facets()
	}
}

func BenchmarkPrepare(b *testing.B) {
	rows := hundredThousand()
	for b.Loop() {
		Prepare(rows, nil, ByFirst, false)
	}
}

// TestFilterFollowsANewName: who is listed alone stays so when renamed or joined with somebody, and one who is no more by
// name in a kept search is searched for, so that the list is not suddenly that of everybody.
func TestFilterFollowsANewName(t *testing.T) {
	said := func(id, by, as string) dossier.StatementRow {
		return dossier.StatementRow{ID: dossier.StatementID(id), Text: id, Speaker: dossier.SpeakerID(by), SpeakerName: as}
	}
	rows := []dossier.StatementRow{said("1", "p-d", "Danko"), said("2", "p-b", "Brandt"), said("3", "p-d", "Danko"), said("4", "", ""), said("5", "p-d", "Danko")}
	for _, c := range []struct {
		title, chosen string
		first, second dossier.StatementRow // what becomes of 1 and 3; 5 stands as the second
		left          string
	}{
		{"as it was", "p-d", rows[0], rows[2], "135"},
		{"renamed", "p-d", said("1", "p-d", "Mirel Danko"), said("3", "p-d", "Mirel Danko"), "135"},
		{"joined", "p-d", said("1", "p-b", "Brandt"), said("3", "p-b", "Brandt"), "1235"},
		{"joined under another id", "p-d", said("1", "p-a", "Danko"), said("3", "p-a", "Danko"), "135"},
		{"split off under a name, with the id", "p-d", said("1", "p-d", "Danko (diver)"), said("3", "p-e", "Danko"), "35"},
		{"split off under the same name, with the id", "p-d", said("1", "p-d", "Danko"), said("3", "p-e", "Danko"), "35"},
		{"most were another's", "p-d", rows[0], said("3", "p-b", "Brandt"), "1"},
		{"nobody", "", said("1", "p-a", "Orlo"), rows[2], "4"},
	} {
		m := NewModel(slices.Clone(rows))
		m.Toggle(BySpeaker, c.chosen)
		other := slices.Clone(rows)
		fifth := c.second
		fifth.ID = "5"
		other[0], other[2], other[4] = c.first, c.second, fifth
		m.Adopt(Prepare(other, nil, ByFirst, false))
		if shown(m) != c.left || !m.Narrowed() {
			t.Errorf("%s: %s are left, not %s", c.title, shown(m), c.left)
		}
	}
	m := NewModel(rows)
	m.Follow(dossier.Search{Words: "1", Speaker: "Orlova"})
	if m.Len() != 0 || m.Query() != "1 Orlova" {
		t.Errorf("%d of nobody, %q", m.Len(), m.Query())
	}
	m.Follow(dossier.Search{Speaker: "Danko"})
	if m.Len() != 3 || m.Query() != "" {
		t.Errorf("%d of Danko, %q", m.Len(), m.Query())
	}
}

// TestNamesakes: two people of one name are two facets, each with what tells it, and the list of one has nothing of the other; a kept
// search knows the name alone and gives both.
func TestNamesakes(t *testing.T) {
	two := rows()
	two[3].Speaker, two[3].SpeakerName, two[3].Thought = "p-x", "Brandt", false
	ready := Prepare(two, nil, ByFirst, false)
	asked := 0
	list := func() ([]dossier.SpeakerInfo, error) {
		asked++
		return []dossier.SpeakerInfo{{ID: "p-b", Name: "Brandt", Roles: []string{"mayor"}}, {ID: "p-x", Name: "Brandt"}, {ID: "p-y", Name: "Brandt"}, {ID: "p-d", Name: "Danko"}}, nil
	}
	if err := ready.Tell(list); err != nil || asked != 1 {
		t.Fatal(asked, err)
	}
	m := NewModel(nil)
	m.Adopt(ready)
	var labels []string
	for _, f := range m.Facets()[3].Facets {
		labels = append(labels, fmt.Sprint(f.Label, " ", f.Count))
	}
	if diff := cmp.Diff([]string{"Brandt (2) 1", "Brandt (mayor) 1", "Danko 1", "nobody named 1"}, labels); diff != "" {
		t.Error(diff)
	}
	m.Toggle(BySpeaker, "p-b")
	if why := m.Narrowing(); shown(m) != "2" || why[0] != "SPEAKER: Brandt (mayor)" {
		t.Errorf("%s, %q", shown(m), why)
	}
	s, err := m.Kept()
	if err != nil || s.Speaker != "Brandt" {
		t.Errorf("%+v %v", s, err)
	}
	m.Follow(s)
	again, err := m.Kept()
	if shown(m) != "42" || err != nil || again != s {
		t.Errorf("%s, kept again as %+v %v", shown(m), again, err)
	}
	if err := Prepare(rows(), nil, ByFirst, false).Tell(list); err != nil || asked != 1 {
		t.Error("asked where nobody shares a name", err)
	}
}

// TestPickedSpeakerIsReadAnew: the list of one speaker alone holds what that speaker says by now, as a quote with other bounds, and stays as it was
// where that is somebody else; statements picked one by one stay those.
func TestPickedSpeakerIsReadAnew(t *testing.T) {
	was := rows()
	one := was[0].Speaker
	other := slices.Clone(was)
	other[0].ID = "9"
	joined := slices.Clone(was)
	joined[0].Speaker = "p-joined"
	m := NewModel(slices.Clone(was))
	m.PickOf(one, "of one")
	for _, c := range []struct {
		rows []dossier.StatementRow
		want string
	}{{other, "9"}, {was, "1"}, {joined, "1"}} {
		m.Adopt(Prepare(slices.Clone(c.rows), nil, ByFirst, false))
		if shown(m) != c.want || !m.Narrowed() {
			t.Errorf("%s listed, want %s", shown(m), c.want)
		}
	}
	m.Pick([]dossier.StatementID{was[0].ID}, "ticked")
	m.Adopt(Prepare(slices.Clone(other), nil, ByFirst, false))
	if m.Len() != 0 {
		t.Errorf("%s listed of what is no more", shown(m))
	}
}

// TestGroupsOfOneName: what each article calls "police" is one value, counted, filtered, kept and named as one, also when the rows are
// read anew; people of one name stay two, and the statements of one of the groups can still be listed alone.
func TestGroupsOfOneName(t *testing.T) {
	said := func(id, speaker, name string) dossier.StatementRow {
		return dossier.StatementRow{ID: dossier.StatementID(id), Speaker: dossier.SpeakerID(speaker), SpeakerName: name, Status: "machine"}
	}
	rows := []dossier.StatementRow{
		said("1", "p-1", "police"), said("2", "p-2", "Police"), said("3", "p-3", "Orlo"), said("4", "p-4", "Orlo"), said("5", "p-5", "police"), said("6", "p-6", "voters"),
	}
	kinds := map[dossier.SpeakerID]attribution.SpeakerKind{"p-1": attribution.Group, "p-2": attribution.Group, "p-5": attribution.Organisation, "p-6": attribution.Group}
	prepared := func(rows []dossier.StatementRow) *Rows {
		r := Prepare(rows, nil, ByFirst, false)
		err := r.Tell(func() (list []dossier.SpeakerInfo, err error) {
			for _, x := range rows {
				list = append(list, dossier.SpeakerInfo{ID: x.Speaker, Name: x.SpeakerName, Kind: kinds[x.Speaker]})
			}
			return list, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	m := NewModel(nil)
	m.Adopt(prepared(slices.Clone(rows)))
	var labels []string
	for _, f := range m.Facets()[3].Facets {
		labels = append(labels, fmt.Sprint(f.Label, " ", f.Count))
	}
	if diff := cmp.Diff([]string{"police (1) 2", "Orlo (1) 1", "Orlo (2) 1", "police (2) 1", "voters 1"}, labels); diff != "" {
		t.Error(diff)
	}
	m.Toggle(BySpeaker, "p-1")
	if why := m.Narrowing(); shown(m) != "12" || len(m.IDs()) != 2 || why[0] != "SPEAKER: police (1)" {
		t.Errorf("%s, %q", shown(m), why)
	}
	if s, err := m.Kept(); err != nil || s.Speaker != "police" {
		t.Errorf("%+v %v", s, err)
	}
	other := slices.Clone(rows)
	other[0].SpeakerName, other[5].SpeakerName = "border police", "police"
	m.Adopt(prepared(other))
	if shown(m) != "26" {
		t.Errorf("one renamed and one more, %s are left", shown(m))
	}
	m.Follow(dossier.Search{Speaker: "police"})
	if shown(m) != "1256" {
		t.Errorf("an old search gives %s", shown(m))
	}
	m.Clear()
	m.Pick(m.saidBy("p-2"), "one of them")
	if why := m.Narrowing(); shown(m) != "2" || why[0] != "one of them" {
		t.Errorf("%s, %q", shown(m), why)
	}
}

// TestNothingSaysWhy: an empty list says whether articles are being read, or were read and hold no statement.
func TestNothingSaysWhy(t *testing.T) {
	for _, c := range []struct {
		reading  bool
		articles int
		title    string
	}{
		{false, 0, "No statements yet"}, {false, 3, "3 articles read, no statement found"}, {true, 0, "Articles are being read"}, {true, 3, "Articles are being read"},
	} {
		if title, why := Nothing(c.reading, c.articles); title != c.title || why == "" {
			t.Errorf("%+v: %q, %q", c, title, why)
		}
	}
}
