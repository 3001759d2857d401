package statement

import (
	"cmp"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/matching/wording"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

func at(outlet, origin string, changed bool) dossier.Appearance {
	a := dossier.Appearance{Quote: dossier.QuoteID("q-" + outlet), Speaker: "p-1", SpeakerAs: "Ilse Brandt"}
	a.Article.Outlet = articles.Outlet{Name: outlet, Origin: origin}
	a.RestsOn = cmp.Or(origin, outlet)
	if changed {
		a.Changes = []wording.Change{{Kind: wording.Number}}
	}
	return a
}

func model(apps ...dossier.Appearance) *Model {
	m := &Model{Statement: dossier.Statement{Appearances: apps}}
	m.ID = "s-1"
	m.StatementRow.Appearances = len(apps)
	for _, a := range apps {
		m.Outlets = append(m.Outlets, a.Article.Outlet.Name)
		if o := a.Article.Outlet.Origin; o != "" {
			m.Origins = []string{o}
		}
	}
	return m
}

func TestSummarySaysWhenOneOriginStandsBehindAll(t *testing.T) {
	for _, c := range []struct {
		name string
		m    *Model
		want string
	}{
		{"all credit it", model(at("A", "Norvald Press", false), at("B", "Norvald Press", false)), "2 outlets · 2 appearances · 0 wordings · undated · one source as far as known: Norvald Press"},
		{"the agency itself is among them", model(at("Norvald Press", "", false), at("B", "Norvald Press", false)), "2 outlets · 2 appearances · 0 wordings · undated · one source as far as known: Norvald Press"},
		{"one does not", model(at("A", "Norvald Press", false), at("B", "", false)), "2 outlets · 2 appearances · 0 wordings · undated · credits Norvald Press"},
		{"one prints another's text", model(at("A", "Norvald Press", false), at("B", "Norvald Press", false), at("C", "", false)), "3 outlets · 3 appearances · 0 wordings · undated · 2 independent sources: Norvald Press; C"},
		{"nobody does", model(at("A", "", false)), "1 outlet · 1 appearance · 0 wordings · undated"},
	} {
		if got := c.m.Summary(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMoving(t *testing.T) {
	m := model(at("A", "", false), at("B", "", true), at("C", "", false), at("D", "", true))
	if !m.NextChanged(1) || m.At() != 1 || !m.NextChanged(1) || m.At() != 3 || m.NextChanged(1) || m.At() != 3 {
		t.Errorf("at %d", m.At())
	}
	if !m.NextChanged(-1) || m.At() != 1 || m.NextChanged(-1) {
		t.Errorf("back at %d", m.At())
	}
	if !m.Move(-1) || m.Move(-1) || m.At() != 0 {
		t.Errorf("moved to %d", m.At())
	}
}

func TestChainGoesFromSpeakerToOutlet(t *testing.T) {
	a := at("Harbour Post", "Norvald Press", false)
	a.Via = []string{"Selk Radio", "the ministry"} // nearest to the article first
	want := []widget.Link{
		{Name: "Ilse Brandt", Part: "speaker"},
		{Name: "the ministry", Part: "relay"},
		{Name: "Selk Radio", Part: "relay"},
		{Name: "Norvald Press", Part: "agency"},
		{Name: "Harbour Post", Part: "outlet"},
	}
	if diff := gocmp.Diff(want, Chain(&a)); diff != "" {
		t.Error(diff)
	}
	a.Via = []string{"Norvald Press"}
	if got := Chain(&a); len(got) != 3 {
		t.Errorf("the agency stands twice: %v", got)
	}
	nobody := dossier.Appearance{}
	if got := Chain(&nobody)[0].Name; got != "nobody named" {
		t.Errorf("speaker %q", got)
	}
}

func TestDecisionsNameTheirTargets(t *testing.T) {
	m := model(at("A", "", false), at("B", "", false))
	m.Choose(1)
	split, ok := m.Split()
	if !ok {
		t.Error("two appearances cannot be split")
	}
	for want, got := range map[string]decision.Decision{
		"split q-B": split, "confirm s-1": m.Confirm(), "reject s-1": m.Reject(), "not-a-quote q-B": m.NotAQuote(),
		"reattribute q-B Ilse": m.Reattribute(" Ilse "), "note q-B seen": m.Note("seen "), "same s-1 s-2": m.Join("s-2"),
	} {
		s := string(got.Kind)
		for _, t := range got.Targets {
			s += " " + t
		}
		if got.Value != "" {
			s += " " + got.Value
		}
		if s != want {
			t.Errorf("%q, want %q", s, want)
		}
	}
	if _, ok := model(at("A", "", false)).Split(); ok {
		t.Error("a single appearance can be split")
	}
}

func TestPiecesMarkTheQuoteAlone(t *testing.T) {
	a := dossier.Appearance{
		Sentence: "“I wait,” she said. “Enough.” She left.", Text: "“I wait,” “Enough.”",
		Content: []articles.Span{{Start: 10, End: 10 + len("“I wait,”")}, {Start: 40, End: 40 + len("“Enough.”")}},
	}
	want := []Piece{{"“I wait,”", true}, {" she said. ", false}, {"“Enough.”", true}, {" She left.", false}}
	if diff := gocmp.Diff(want, Pieces(&a)); diff != "" {
		t.Error(diff)
	}
	a.Sentence = "Another sentence."
	if diff := gocmp.Diff([]Piece{{"Another sentence.", false}}, Pieces(&a)); diff != "" {
		t.Error(diff)
	}
}

// FuzzPieces: whatever the spans say, the pieces are the sentence.
func FuzzPieces(f *testing.F) {
	f.Add("“A,” he said. “B.”", "“A,” “B.”", 7, 5)
	f.Add("", "x", -1, 3)
	f.Fuzz(func(t *testing.T, sentence, text string, n, m int) {
		a := dossier.Appearance{Sentence: sentence, Text: text, Content: []articles.Span{{End: max(n, 0)}, {End: max(m, 0)}}}
		got := ""
		for _, p := range Pieces(&a) {
			got += p.Text
		}
		if got != sentence {
			t.Fatalf("%q became %q", sentence, got)
		}
	})
}

// TestChosenStaysChosen: what is read anew may have an appearance before the chosen one, which keys would act upon.
func TestChosenStaysChosen(t *testing.T) {
	a, b, c := at("A", "", false), at("B", "", false), at("C", "", false)
	for _, x := range []struct {
		chosen int
		now    []dossier.Appearance
		want   string
	}{{1, []dossier.Appearance{c, a, b}, "B"}, {0, []dossier.Appearance{b, c}, "B"}, {1, []dossier.Appearance{a}, "A"}} {
		m := model(a, b)
		m.Choose(x.chosen)
		if got := m.Now(model(x.now...).Statement).Chosen().Article.Outlet.Name; got != x.want {
			t.Errorf("%d was chosen, now it is %s, want %s", x.chosen, got, x.want)
		}
	}
}

// TestLostIsNotReplaced: where a decision took the chosen appearance away, none is chosen until a person chooses one or it is back.
func TestLostIsNotReplaced(t *testing.T) {
	a, b, c := at("A", "", false), at("B", "", true), at("C", "", true)
	lost := func() *Model {
		m := model(a, b, c)
		m.Choose(1)
		return m.Now(model(a, c).Statement)
	}
	if m := lost(); !m.Lost() || !m.Now(model(c, a).Statement).Lost() {
		t.Error("another one is chosen at once")
	}
	if m := lost().Now(model(a, b, c).Statement); m.Lost() || m.Chosen().Quote != b.Quote {
		t.Errorf("it is back, chosen is %s", m.Chosen().Quote)
	}
	for by, want := range map[int]dossier.QuoteID{1: c.Quote, -1: a.Quote} {
		if m := lost(); !m.Move(by) || m.Lost() || m.Chosen().Quote != want {
			t.Errorf("%d on is %s, want %s", by, m.Chosen().Quote, want)
		}
	}
	if m := lost(); !m.NextChanged(1) || m.Chosen().Quote != c.Quote {
		t.Errorf("the next changed one is %s", m.Chosen().Quote)
	}
}

// TestReferenceIsOneOfTheFirst: where two outlets may have been first and print different words, neither is called the first.
func TestReferenceIsOneOfTheFirst(t *testing.T) {
	day := articles.Date{Time: time.Date(2031, 3, 4, 0, 0, 0, 0, time.UTC)}
	m := model(at("A", "", false), at("B", "", true))
	m.First, m.FirstOutlet = day, "A or B"
	for i := range m.Appearances {
		m.Appearances[i].Article.Published = day
	}
	if got := m.Reference(); got != "first wording" {
		t.Errorf("of one wording: %s", got)
	}
	m.Appearances[1].Wording = 1
	if got := m.Reference(); got != "one of the first wordings" {
		t.Error(got)
	}
	m.FirstOutlet = "A"
	if got := m.Reference(); got != "first wording" {
		t.Error(got)
	}
}

// TestOpponents: both statements of a pair that disagrees name the other, a pair that merely waits names none.
func TestOpponents(t *testing.T) {
	m := model(at("A", "", false))
	no := []wording.Change{{Kind: wording.Negation}}
	got := m.Opponents([]dossier.Proposal{
		{Kind: "statement", A: "s-1", B: "s-2", NameB: "We do not leave.", Changes: no},
		{Kind: "statement", A: "s-3", B: "s-1", NameA: "We never leave.", Changes: no},
		{Kind: "statement", A: "s-1", B: "s-4"},
		{Kind: "statement", A: "s-5", B: "s-6", Changes: no},
	})
	want := []Opponent{{ID: "s-2", Text: "We do not leave.", Changes: no}, {ID: "s-3", Text: "We never leave.", Changes: no}}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestFirstOutletIsTranslated: of several outlets that may have been first the word between them is in the language of the window, and
// the name of one that holds the word stays as it is.
func TestFirstOutletIsTranslated(t *testing.T) {
	if err := say.Use(say.German); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := say.Use(say.English); err != nil {
			t.Fatal(err)
		}
	}()
	m := &Model{Statement: dossier.Statement{StatementRow: dossier.StatementRow{FirstOutlet: "Varn Post or Selk Courier", Outlets: []string{"Varn Post", "Selk Courier"}}}}
	if got := m.firstOutlet(); got != "Varn Post oder Selk Courier" {
		t.Errorf("%q", got)
	}
	m.FirstOutlet, m.Outlets = "Now or Never", []string{"Now or Never"}
	if got := m.firstOutlet(); got != "Now or Never" {
		t.Errorf("%q", got)
	}
}
