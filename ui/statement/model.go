// Package statement is the page of one statement: every wording side by side with the words that differ marked
// and the changes named, when each outlet printed it and through whom it came, the sentences around it, and the
// decisions a person takes about it.
//
// [Model] answers what the page says without Fyne; [View] draws it. Decisions are made by the host, so that undo
// and the reload of other screens are in one place.
package statement

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/matching/wording"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Model is a statement with the appearance that keys act upon.
type Model struct {
	dossier.Statement
	at int
	// lost is the quote that was chosen and that a decision took out of the statement, until it is back or another one is chosen: a key
	// pressed twice must not reach the one in its place.
	lost dossier.QuoteID
}

// Lost reports whether what was chosen is gone and nothing was chosen since.
func (m *Model) Lost() bool { return m.lost != "" }

// Chosen is the appearance that keys act upon; the one that took its place where that is [Model.Lost].
func (m *Model) Chosen() *dossier.Appearance { return &m.Appearances[m.at] }

// At is its place, Move goes on by some appearances and reports whether that was possible.
func (m *Model) At() int { return m.at }

// Move goes to the appearance some places on and reports whether there is one.
func (m *Model) Move(by int) bool { return m.Choose(m.from(by)) }

// from is the place some places on. From what is lost the next one is what stands there now.
func (m *Model) from(by int) int {
	if m.Lost() && by > 0 {
		by--
	}
	return m.at + by
}

// Choose makes appearance i the one that keys act upon.
func (m *Model) Choose(i int) bool {
	if i < 0 || i >= len(m.Appearances) {
		return false
	}
	m.at, m.lost = i, ""
	return true
}

// Now is the statement as it was read anew, at the appearance that was chosen: others may have come before it. Where that
// is gone none is chosen until a person chooses one, or until it is back.
func (m *Model) Now(s dossier.Statement) *Model {
	want := cmp.Or(m.lost, m.Chosen().Quote)
	at := slices.IndexFunc(s.Appearances, func(a dossier.Appearance) bool { return a.Quote == want })
	if at < 0 {
		return &Model{Statement: s, at: min(m.at, len(s.Appearances)-1), lost: want}
	}
	return &Model{Statement: s, at: at}
}

// NextChanged goes to the next appearance (previous one when by is negative) whose wording differs from the
// first, and reports whether there is one.
func (m *Model) NextChanged(by int) bool {
	for i := m.from(by); i >= 0 && i < len(m.Appearances); i += by {
		if len(m.Appearances[i].Changes) > 0 {
			return m.Choose(i)
		}
	}
	return false
}

// Summary says in one line who carried the statement, who was first, and whose copy it is.
func (m *Model) Summary() string {
	parts := []string{say.N(len(m.Outlets), "outlet"), say.N(m.StatementRow.Appearances, "appearance"), say.N(len(m.Wordings), "wording")}
	switch {
	case m.First.Known() && m.FirstOtherwise() != "":
		parts = append(parts, say.T("first %s in %s, in other words", say.Published(m.First), m.firstOutlet()))
	case m.First.Known():
		parts = append(parts, say.T("first %s in %s", say.Published(m.First), m.firstOutlet()))
	default:
		parts = append(parts, say.T("undated"))
	}
	from := m.Sources()
	for i := range from {
		from[i] = say.Engine(from[i])
	}
	switch {
	case len(m.Outlets) > 1 && len(from) == 1 && !m.OneSource():
		parts = append(parts, say.T("not known to be independent: %s", from[0]))
	case len(m.Outlets) > 1 && len(from) == 1:
		parts = append(parts, say.T("one source as far as known: %s", from[0]))
	case len(from) < len(m.Outlets):
		parts = append(parts, say.T("%d independent sources: %s", len(from), strings.Join(from, "; ")))
	case len(m.Origins) > 0:
		parts = append(parts, say.T("credits %s", strings.Join(m.Origins, ", ")))
	}
	if why := m.Review(); why != "" {
		parts = append(parts, say.T("to review: %s", say.Engine(why)))
	}
	return strings.Join(parts, " · ")
}

// firstOutlet is the outlet that was first; of several that may have been, the word between them is in the person's language.
func (m *Model) firstOutlet() string {
	if slices.Contains(m.Outlets, m.FirstOutlet) {
		return m.FirstOutlet
	}
	return strings.ReplaceAll(m.FirstOutlet, " or ", " "+say.T("or")+" ")
}

// Reference names the wording that the others are held against: the first one printed where that is known, one of several
// that may have been first, else the fullest.
func (m *Model) Reference() string {
	switch {
	case len(m.Appearances) == 0 || !m.First.Known() || m.Appearances[0].Wording != 0:
		return "fullest wording"
	case m.firstShared():
		return "one of the first wordings"
	}
	return "first wording"
}

// firstShared reports whether several outlets may have been first, and with different wordings.
func (m *Model) firstShared() bool {
	if slices.Contains(m.Outlets, m.FirstOutlet) {
		return false
	}
	day := m.First.Time.Format(time.DateOnly)
	return slices.ContainsFunc(m.Appearances, func(a dossier.Appearance) bool {
		return a.Wording != 0 && a.Article.Published.Known() && a.Article.Published.Time.Format(time.DateOnly) == day && strings.Contains(m.FirstOutlet, a.Article.Outlet.Name)
	})
}

// Opponent is a statement that contradicts the one shown, with what of the two cannot both be so.
type Opponent struct {
	ID      dossier.StatementID
	Text    string
	Printed dossier.Printed
	Changes []wording.Change
}

// Opponents gives, of the pairs that wait for a person, those statements that contradict this one.
func (m *Model) Opponents(open []dossier.Proposal) (out []Opponent) {
	for i := range open {
		p := &open[i]
		if p.Kind != "statement" || !p.Disagrees() {
			continue
		}
		switch m.id() {
		case p.A:
			out = append(out, Opponent{dossier.StatementID(p.B), p.NameB, p.PrintedB, p.Changes})
		case p.B:
			out = append(out, Opponent{dossier.StatementID(p.A), p.NameA, p.PrintedA, p.Changes})
		}
	}
	return out
}

// Events gives the timeline: one event for every appearance, lanes by outlet in order of publication.
func (m *Model) Events() []widget.Event {
	out := make([]widget.Event, 0, len(m.Appearances))
	for i := range m.Appearances {
		a := &m.Appearances[i].Article
		out = append(out, widget.Event{Lane: a.Outlet.Name, When: a.Published.Time, Clock: a.Published.Clock, Undated: !a.Published.Known()})
	}
	return out
}

// Chain gives the way of an appearance: speaker, relays from the speaker outwards, agency, outlet.
func Chain(a *dossier.Appearance) []widget.Link {
	name := a.SpeakerAs
	if name == "" {
		name = a.SourceText
	}
	if name == "" {
		name = say.T("nobody named")
	}
	links := []widget.Link{{Name: name, Part: say.One("speaker")}}
	for _, via := range slices.Backward(a.Via) {
		links = append(links, widget.Link{Name: via, Part: say.T("relay")})
	}
	if o := a.Article.Outlet.Origin; o != "" && !slices.Contains(a.Via, o) {
		links = append(links, widget.Link{Name: o, Part: say.T("agency")})
	}
	return append(links, widget.Link{Name: a.Article.Outlet.Name, Part: say.One("outlet")})
}

// Hops is the number of hands between the speaker and the outlet.
func Hops(a *dossier.Appearance) int { return len(Chain(a)) - 2 }

// id is the statement as decisions name it; a quote goes by its own id.
func (m *Model) id() string { return string(m.ID) }

// Confirm says that the quotes are right and stay together.
func (m *Model) Confirm() decision.Decision {
	return decision.Decision{Kind: decision.Confirm, Targets: []string{m.id()}}
}

// Reject says that the statement is not to be relied on.
func (m *Model) Reject() decision.Decision {
	return decision.Decision{Kind: decision.Reject, Targets: []string{m.id()}}
}

// Split takes the chosen appearance out; ok is false when it is the only one.
func (m *Model) Split() (d decision.Decision, ok bool) {
	return decision.Decision{Kind: decision.Split, Targets: []string{string(m.Chosen().Quote)}}, len(m.Appearances) > 1
}

// NotAQuote says that the chosen appearance is no statement at all.
func (m *Model) NotAQuote() decision.Decision {
	return decision.Decision{Kind: decision.NotAQuote, Targets: []string{string(m.Chosen().Quote)}}
}

// Reattribute gives the chosen appearance another speaker; an empty name means nobody known.
func (m *Model) Reattribute(name string) decision.Decision {
	return decision.Decision{Kind: decision.Reattribute, Targets: []string{string(m.Chosen().Quote)}, Value: strings.TrimSpace(name)}
}

// Note leaves a remark on the chosen appearance.
func (m *Model) Note(text string) decision.Decision {
	return decision.Decision{Kind: decision.Note, Targets: []string{string(m.Chosen().Quote)}, Value: strings.TrimSpace(text)}
}

// Join makes the statement and another one the same.
func (m *Model) Join(other dossier.StatementID) decision.Decision {
	return decision.Decision{Kind: decision.Same, Targets: []string{m.id(), string(other)}}
}

// Piece is a stretch of a sentence; Quoted marks the words that are attributed.
type Piece struct {
	Text   string
	Quoted bool
}

// Pieces cuts the sentence of an appearance at the edges of its quote. Words that stand between two spans of one
// quote, such as the cue, are not marked. A span that the sentence does not hold is left out.
func Pieces(a *dossier.Appearance) []Piece {
	var out []Piece
	add := func(s string, quoted bool) {
		if s != "" {
			out = append(out, Piece{s, quoted})
		}
	}
	rest := a.Sentence
	for _, part := range parts(a) {
		before, after, found := strings.Cut(rest, part)
		if !found || part == "" {
			continue
		}
		add(before, false)
		add(part, true)
		rest = after
	}
	add(rest, false)
	return out
}

// parts gives the words of each content span: the text is these, joined by a blank.
func parts(a *dossier.Appearance) []string {
	var out []string
	rest := a.Text
	for _, s := range a.Content {
		if s.Len() > len(rest) {
			return []string{a.Text}
		}
		out = append(out, rest[:s.Len()])
		rest = strings.TrimPrefix(rest[s.Len():], " ")
	}
	return out
}
