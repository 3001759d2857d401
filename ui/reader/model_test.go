package reader

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/quotes"
	"quotidian/ui/look"
	"quotidian/ui/widget"
)

func page(text string, apps ...dossier.Appearance) dossier.ArticlePage {
	return dossier.ArticlePage{Text: text, Appearances: apps}
}

func said(id string, start, end int) dossier.Appearance {
	return dossier.Appearance{Quote: dossier.QuoteID(id), Speaker: dossier.SpeakerID("p-" + id), Content: []articles.Span{{Start: start, End: end}}}
}

// TestRunsAreTheText: whatever the spans, overlapping or out of range, the runs are the text, in order.
func TestRunsAreTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z \n]{0,60}`).Draw(t, "text")
		var apps []dossier.Appearance
		for i := range rapid.IntRange(0, 5).Draw(t, "quotes") {
			a := said(fmt.Sprint(i), rapid.IntRange(-3, 70).Draw(t, "start"), rapid.IntRange(-3, 70).Draw(t, "end"))
			a.Cue = articles.Span{Start: rapid.IntRange(0, 60).Draw(t, "cue"), End: 60}
			apps = append(apps, a)
		}
		m := NewModel(page(text, apps...), true)
		m.Select(rapid.IntRange(-1, 5).Draw(t, "selected"))
		got := ""
		for _, r := range m.Runs() {
			got += r.Text
			if r.ID < 0 || r.ID > len(apps) {
				t.Fatalf("run of quote %d", r.ID)
			}
		}
		if got != text {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

// marked gives what is marked as cue or source, by ground and underlined.
func marked(runs []widget.Run) string {
	s := ""
	for _, r := range runs {
		if r.Ground == look.Marked && r.Style.Underline {
			s += "[" + r.Text + "]"
		}
	}
	return s
}

func TestSelectionMarksCueAndSource(t *testing.T) {
	a := said("1", 0, 4)
	a.Source, a.Cue = articles.Span{Start: 5, End: 8}, articles.Span{Start: 9, End: 13}
	m := NewModel(page(`"No" she said.`, a), false)
	if got := marked(m.Runs()); got != "" {
		t.Errorf("%q is marked although nothing is selected", got)
	}
	if m.Find("2") || !m.Find("1") {
		t.Error("Find")
	}
	if got := marked(m.Runs()); got != "[she][said]" {
		t.Errorf("marked %s", got)
	}
}

func TestHeadlineStandsInItsText(t *testing.T) {
	for text, want := range map[string]int{"Title\n\nText": 5, "Title": 5, "Titles differ\n": 0, "Text": 0} {
		p := page(text)
		p.Title = "Title"
		if got := NewModel(p, false).headline(); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
	if NewModel(page("Text"), false).headline() != 0 {
		t.Error("an article without a title has a headline")
	}
}

func TestMovingSkipsAttitudes(t *testing.T) {
	thought := said("2", 5, 8)
	thought.Medium = quotes.Thought
	m := NewModel(page("0123456789abcdef", said("3", 10, 12), thought, said("1", 0, 3)), false)
	order := ""
	for m.Move(1) {
		order += string(m.Selected().Quote)
	}
	if order != "13" {
		t.Errorf("order %s", order)
	}
	if !m.Move(-1) || m.Selected().Quote != "1" {
		t.Error("back")
	}
}

func TestSpeakersOfOneArticleDiffer(t *testing.T) {
	var apps []dossier.Appearance
	for i := range look.Speakers {
		apps = append(apps, said(fmt.Sprint("speaker ", i), i, i+1))
	}
	m := NewModel(page("a long enough text for all of them", apps...), false)
	seen := map[int]bool{}
	for _, a := range apps {
		seen[m.Colour(a.Speaker)] = true
	}
	if len(seen) != look.Speakers {
		t.Errorf("%d colours for %d speakers", len(seen), look.Speakers)
	}
}

// TestSelectionGoesOn: when the selected quote is taken away, the one that took its place is selected.
func TestSelectionGoesOn(t *testing.T) {
	text := "one two three four"
	a, b, c := said("a", 0, 3), said("b", 4, 7), said("c", 8, 13)
	thought := said("t", 14, 18)
	thought.Medium = quotes.Thought
	for _, x := range []struct {
		selected int
		left     []dossier.Appearance
		want     dossier.QuoteID
	}{
		{0, []dossier.Appearance{b, c}, "b"},
		{1, []dossier.Appearance{a, c}, "c"},
		{2, []dossier.Appearance{a, b}, "b"},
		{2, []dossier.Appearance{a, b, thought}, "b"},
		{2, []dossier.Appearance{a}, "a"},
		{1, []dossier.Appearance{b, c, a}, "b"},
		{0, []dossier.Appearance{thought}, ""},
		{0, nil, ""},
		{-1, []dossier.Appearance{b, c}, ""},
	} {
		m := NewModel(page(text, a, b, c), false)
		m.Select(x.selected)
		if got := m.Now(page(text, x.left...)).chosen(); got != x.want {
			t.Errorf("%d was selected, of %d left it is %q, want %q", x.selected, len(x.left), got, x.want)
		}
	}
}

// TestWholeWords: a place that cuts words is widened to them, and one that does not stays.
func TestWholeWords(t *testing.T) {
	const text = "They discussed Orlo's victory, élan."
	for _, c := range []struct{ chosen, want string }{
		{"cussed Orlo's vic", "discussed Orlo's victory"},
		{"discussed Orlo", "discussed Orlo"},
		{"lan.", "élan."},
	} {
		at := strings.Index(text, c.chosen)
		got := wholeWords(text, articles.Span{Start: at, End: at + len(c.chosen)})
		if got.In(text) != c.want {
			t.Errorf("%q became %q, want %q", c.chosen, got.In(text), c.want)
		}
	}
}

// TestStruckStaysInSight: what a person said is no quote stays selected and is struck through, under what still is one; it has no colour of
// a speaker and can be reached by key.
func TestStruckStaysInSight(t *testing.T) {
	const text = "one two three four"
	a, b, inner := said("a", 0, 3), said("b", 4, 13), said("i", 8, 13)
	m := NewModel(page(text, a, b, inner), false)
	m.Find("b")
	p := page(text, a, inner)
	by := decision.Decision{Seq: 7, Who: "Ana"}
	b.Medium = quotes.Thought // hidden if it still were a quote
	p.Struck = []dossier.Struck{{Appearance: b, By: by}}
	m = m.Now(p)
	if got, ok := m.Struck(); !ok || m.chosen() != "b" || got.Seq != 7 {
		t.Errorf("selected %q, struck %v by %+v", m.chosen(), ok, got)
	}
	got := ""
	for _, r := range m.Runs() {
		switch {
		case r.Style.Strikethrough && r.Ink == look.Muted && r.Ground == "":
			got += "-" + r.Text + "-"
		case r.Ground != "" && !r.Style.Strikethrough && r.Ink == "":
			got += "[" + r.Text + "]"
		default:
			got += r.Text
		}
	}
	if want := "[one] -two -[three] four"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if _, known := m.colours[b.Speaker]; known {
		t.Error("what is no quote has a colour")
	}
	order := ""
	for m.Select(0); ; {
		order += string(m.chosen())
		if !m.Move(1) {
			break
		}
	}
	if order != "abi" {
		t.Errorf("by key: %s", order)
	}
	if _, ok := m.Struck(); ok {
		t.Error("a quote counts as struck")
	}
}

// TestStruckGivesNoWay: a mark takes the place of a quote with other bounds, but not of what a person said is none.
func TestStruckGivesNoWay(t *testing.T) {
	a, b := said("a", 0, 20), said("b", 2, 18)
	at := articles.Span{Start: 1, End: 19}
	p := page("the harbour will open, they said.", b)
	p.Struck = []dossier.Struck{{Appearance: a}}
	if got := NewModel(p, true).inPlace(at); got == nil || got.Quote != "b" {
		t.Errorf("in the place of %+v", got)
	}
	p.Appearances = nil
	if got := NewModel(p, true).inPlace(at); got != nil {
		t.Errorf("in the place of %+v, which is no quote", got)
	}
}
