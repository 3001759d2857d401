// Package check is the screen on which a draft is held against the dossier: the draft with each quote marked by its
// verdict, the difference to what was printed, and the way to the source.
package check

import (
	"slices"

	"fyne.io/fyne/v2/theme"

	"quotidian/articles"
	"quotidian/draft"
	"quotidian/ui/look"
	"quotidian/ui/widget"
)

// Model is a draft that was checked, with the finding that keys act upon.
type Model struct {
	*draft.Report
	Name string
	at   int           // index into Findings, -1 for none
	only draft.Verdict // "" for all
}

// NewModel gives a checked draft with the first quote chosen that wants a look, else the first.
func NewModel(name string, r *draft.Report) *Model {
	m := &Model{Report: r, Name: name, at: -1}
	m.at = slices.IndexFunc(r.Findings, func(f draft.Finding) bool { return !f.Verdict.Fine() })
	if m.at < 0 && len(r.Findings) > 0 {
		m.at = 0
	}
	return m
}

// Chosen is the finding that keys act upon, nil when the draft quotes nobody.
func (m *Model) Chosen() *draft.Finding {
	if m.at < 0 {
		return nil
	}
	return &m.Findings[m.at]
}

// Choose makes finding i the one that keys act upon.
func (m *Model) Choose(i int) {
	if i >= 0 && i < len(m.Findings) {
		m.at = i
	}
}

// Move goes to the next finding (an earlier one when by is negative) that the verdict chosen lets through, and
// reports whether there is one.
func (m *Model) Move(by int) bool { return m.step(by, m.passes) }

// MoveOpen goes to the next finding that cannot stand as it is.
func (m *Model) MoveOpen(by int) bool {
	return m.step(by, func(f *draft.Finding) bool { return !f.Verdict.Fine() })
}

func (m *Model) step(by int, fits func(*draft.Finding) bool) bool {
	for i := m.at + by; i >= 0 && i < len(m.Findings); i += by {
		if fits(&m.Findings[i]) {
			m.at = i
			return true
		}
	}
	return false
}

// Only marks the quotes of one verdict; the same again marks all.
func (m *Model) Only(v draft.Verdict) {
	if m.only == v {
		v = ""
	}
	m.only = v
	if f := m.Chosen(); f != nil && !m.passes(f) {
		m.at = slices.IndexFunc(m.Findings, func(f draft.Finding) bool { return m.passes(&f) })
	}
}

func (m *Model) passes(f *draft.Finding) bool { return m.only == "" || f.Verdict == m.only }

// Tone is the ground and the ink of a verdict.
func Tone(v draft.Verdict) widget.Tag {
	switch {
	case v.Fine():
		return widget.Tag{Ground: look.Settled, Ink: look.OnSettled}
	case v == draft.IndirectOnly || v == draft.SpeakerOpen || v == draft.OtherFrame || v == draft.Altered:
		return widget.Tag{Ground: look.Notable, Ink: look.OnNotable}
	default:
		return widget.Tag{Ground: look.Grave, Ink: look.OnGrave}
	}
}

// Runs gives the draft's text with its quotes marked: on the ground of the verdict, underlined where the quote cannot
// stand as it is, with a bar below where it is chosen. A run of finding i has the ID i+1.
func (m *Model) Runs() []widget.Run {
	var layers []widget.Layer
	for i := range m.Findings {
		f := &m.Findings[i]
		if !m.passes(f) {
			continue
		}
		for _, span := range f.Content {
			layers = append(layers, m.layer(i, span))
		}
	}
	return widget.Cut(m.Text, layers)
}

func (m *Model) layer(i int, span articles.Span) widget.Layer {
	tone, open, chosen := Tone(m.Findings[i].Verdict), !m.Findings[i].Verdict.Fine(), i == m.at
	return widget.Layer{Span: span, ID: i + 1, Paint: func(r *widget.Run) {
		r.Ground, r.Ink, r.Style.Underline = tone.Ground, tone.Ink, open
		if chosen {
			r.Bar = theme.ColorNamePrimary
		}
	}}
}
