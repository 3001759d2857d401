// Package reader is the article as it was read, with every quote on the ground of its speaker's colour and an
// inspector that says who is quoted, how sure the machine is, and why.
//
// The text is shown exactly as it was read: runs are cut at the edges of spans and nothing is added.
package reader

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2/theme"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/quotes"
	"quotidian/ui/look"
	"quotidian/ui/widget"
)

// Model is an article with the quote that is selected. What a person said is no quote stands among the others, so that it can be
// selected and the decision be taken back.
type Model struct {
	dossier.ArticlePage
	struck  map[dossier.QuoteID]decision.Decision // what said of a quote that it is none
	colours map[dossier.SpeakerID]int
	at      int // index into Appearances, -1 for none
	hover   int // the same for the quote under the pointer
	find    find
	thought bool
}

// NewModel gives the article with no quote selected; attitudes are shown when thought is set.
func NewModel(page dossier.ArticlePage, thought bool) *Model {
	page.Appearances = slices.Clone(page.Appearances)
	struck := map[dossier.QuoteID]decision.Decision{}
	for _, x := range page.Struck {
		page.Appearances = append(page.Appearances, x.Appearance)
		struck[x.Quote] = x.By
	}
	slices.SortStableFunc(page.Appearances, func(a, b dossier.Appearance) int { return cmp.Compare(start(&a), start(&b)) })
	m := &Model{ArticlePage: page, struck: struck, at: -1, hover: -1, thought: thought}
	m.colour()
	return m
}

// Now is the article as it was read anew, with the quote selected that was, also where it is none any more: a key pressed twice must not
// reach the next one. Where it is gone, as a mark that was taken back, the one that took its place is selected.
func (m *Model) Now(page dossier.ArticlePage) *Model {
	now := NewModel(page, m.thought)
	now.find = m.find
	if id := m.chosen(); id != "" && !now.Find(id) {
		now.nearest(m.at)
	}
	return now
}

// nearest selects the first quote on the screen from place i, the last one before where there is none, and nothing where
// none is left.
func (m *Model) nearest(i int) {
	m.at = min(i, len(m.Appearances)) - 1
	if m.Move(1) {
		return
	}
	m.at = len(m.Appearances)
	if !m.Move(-1) {
		m.at = -1
	}
}

// chosen is the id of the quote selected, "" for none.
func (m *Model) chosen() dossier.QuoteID {
	if m.at < 0 {
		return ""
	}
	return m.Appearances[m.at].Quote
}

func start(a *dossier.Appearance) int {
	if len(a.Content) == 0 {
		return 0
	}
	return a.Content[0].Start
}

// colour gives each speaker the colour of its id, or the next free one when two speakers of this article would
// look alike.
func (m *Model) colour() {
	m.colours = map[dossier.SpeakerID]int{}
	taken := map[int]bool{}
	for i := range m.Appearances {
		id := m.Appearances[i].Speaker
		if m.isStruck(i) {
			continue
		}
		if _, known := m.colours[id]; known {
			continue
		}
		n := look.Speaker(string(id))
		for tries := 0; taken[n] && tries < look.Speakers; tries++ {
			n = (n + 1) % look.Speakers
		}
		taken[n], m.colours[id] = true, n
	}
}

// Colour is the number of a speaker's colour in this article.
func (m *Model) Colour(id dossier.SpeakerID) int { return m.colours[id] }

// Selected is the quote that is selected, nil for none.
func (m *Model) Selected() *dossier.Appearance {
	if m.at < 0 {
		return nil
	}
	return &m.Appearances[m.at]
}

// Struck gives the decision that said of the selected quote that it is none; ok is false where none did.
func (m *Model) Struck() (by decision.Decision, ok bool) {
	by, ok = m.struck[m.chosen()]
	return by, ok
}

// isStruck reports whether a person said that quote i is none.
func (m *Model) isStruck(i int) bool {
	_, ok := m.struck[m.Appearances[i].Quote]
	return ok
}

// shows reports whether quote i is among those on the screen.
func (m *Model) shows(i int) bool {
	return m.thought || m.Appearances[i].Medium != quotes.Thought || m.isStruck(i)
}

// Move selects the next quote on the screen (an earlier one when by is negative) and reports whether there is
// one.
func (m *Model) Move(by int) bool {
	for i := m.at + by; i >= 0 && i < len(m.Appearances); i += by {
		if m.shows(i) {
			m.at = i
			return true
		}
	}
	return false
}

// Hover marks who is named for the quote under the pointer, -1 for none, and reports whether that changed anything.
func (m *Model) Hover(i int) bool {
	if i >= len(m.Appearances) {
		i = -1 // not a quote but a place that was looked for
	}
	changed := i != m.hover
	m.hover = i
	return changed
}

// Select selects quote i by its place.
func (m *Model) Select(i int) {
	if i >= 0 && i < len(m.Appearances) {
		m.at = i
	}
}

// Find selects a quote by its id and reports whether the article holds it.
func (m *Model) Find(id dossier.QuoteID) bool {
	i := slices.IndexFunc(m.Appearances, func(a dossier.Appearance) bool { return a.Quote == id })
	m.Select(i)
	return i >= 0
}

// Runs gives the text cut where its looks change. A run of quote i has the ID i+1. Quotes may lie within each
// other: the inner one is drawn over the outer, and all of them over what is none.
func (m *Model) Runs() []widget.Run {
	layers := []widget.Layer{{Span: articles.Span{End: m.headline()}, Paint: func(r *widget.Run) {
		r.Size, r.Style.Bold = theme.SizeNameHeadingText, true
	}}}
	layers = append(layers, m.paint(true, func(int) func(*widget.Run) {
		return func(r *widget.Run) { r.Ink, r.Style.Strikethrough = look.Muted, true }
	})...)
	layers = append(layers, m.paint(false, func(i int) func(*widget.Run) {
		ground := look.Tint(m.colours[m.Appearances[i].Speaker])
		return func(r *widget.Run) { r.Ground, r.Ink, r.Style.Strikethrough = ground, "", false }
	})...)
	if m.hover >= 0 && m.hover != m.at {
		layers = append(layers, named(&m.Appearances[m.hover])...)
	}
	if a := m.Selected(); a != nil {
		layers = append(layers, selection(a, m.at+1)...)
	}
	layers = append(layers, m.find.layers()...)
	return widget.Cut(m.Text, layers)
}

// paint gives the layers of all quotes on the screen that are struck out, or of all others.
func (m *Model) paint(struck bool, how func(i int) func(*widget.Run)) []widget.Layer {
	var layers []widget.Layer
	for i := range m.Appearances {
		if !m.shows(i) || m.isStruck(i) != struck {
			continue
		}
		paint := how(i)
		for _, s := range m.Appearances[i].Content {
			layers = append(layers, widget.Layer{Span: s, ID: i + 1, Paint: paint})
		}
	}
	return layers
}

// headline is the length in bytes of the title where the text begins with it as a line of its own, else 0.
func (m *Model) headline() int {
	rest, ok := strings.CutPrefix(m.Text, m.Title)
	if !ok || m.Title == "" || rest != "" && rest[0] != '\n' {
		return 0
	}
	return len(m.Title)
}

// selection marks the words, the cue and the source of the selected quote.
func selection(a *dossier.Appearance, id int) []widget.Layer {
	var out []widget.Layer
	for _, s := range a.Content {
		out = append(out, widget.Layer{Span: s, ID: id, Paint: func(r *widget.Run) { r.Bar = theme.ColorNamePrimary }})
	}
	return append(out, named(a)...)
}

// named marks the cue and the source of a quote.
func named(a *dossier.Appearance) []widget.Layer {
	var out []widget.Layer
	for _, s := range []articles.Span{a.Cue, a.Source} {
		if !s.Empty() {
			out = append(out, widget.Layer{Span: s, Paint: func(r *widget.Run) { r.Ground, r.Style.Underline = look.Marked, true }})
		}
	}
	return out
}
