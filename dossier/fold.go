package dossier

import (
	"encoding/json"
	"slices"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// folded is every view of a dossier, by id.
type folded struct {
	statements  map[string]store.Statement
	appearances map[string]store.Appearance
	speakers    map[string]store.Speaker
	proposals   map[string]store.Proposal
}

func newFolded() *folded {
	return &folded{
		statements: map[string]store.Statement{}, appearances: map[string]store.Appearance{},
		speakers: map[string]store.Speaker{}, proposals: map[string]store.Proposal{},
	}
}

func proposalKey(p store.Proposal) string { return p.Kind + " " + p.A + " " + p.B }

// fold makes all views of what was read and what was decided. It depends on nothing else: neither on the order
// of the articles nor on the views that were there before.
func fold(c *corpus, active []decision.Decision, memo *memo) *folded {
	o := newOverlay(c, active)
	live := slices.DeleteFunc(slices.Clone(c.quotes), func(q *store.Quote) bool { return o.dropped[q.ID] })
	ms, mentionOf := mentions(c, o)
	names := memo.joinNames(c, o, ms, sameWords(live, mentionOf))
	speakers, speakerOf := gather(ms, names, o)

	members := make([]*member, len(live))
	for i, q := range live {
		members[i] = newMember(q, c, o)
		if m := mentionOf[q.ID]; m != nil {
			members[i].speaker = speakerOf[m]
		}
	}
	f := newFolded()
	spoken := map[*speaker]*tally{}
	for _, s := range joinStatements(members, o) {
		f.addStatement(s, memo, spoken)
	}
	for _, s := range speakers {
		f.speakers[s.id] = s.row(c, o, spoken[s])
	}
	for _, p := range names.proposals(speakers) {
		f.addProposal(p)
	}
	return f
}

func (f *folded) addProposal(p Proposal) {
	row := store.Proposal{Kind: p.Kind, A: p.A, B: p.B, Score: p.Score, Payload: toJSON(p)}
	f.proposals[proposalKey(row)] = row
}

func newMember(q *store.Quote, c *corpus, o *overlay) *member {
	a := c.articles[q.Article]
	return &member{
		Quote: q, outlet: o.outlet(a), published: o.date(a), touch: o.touched[q.ID], saidBy: o.saidBy[q.ID],
		note: o.notes[decision.Ref(decision.ToQuote, q.ID)],
	}
}

// tally counts what a speaker said.
type tally struct {
	statements int
	outlets    []string
}

func (f *folded) addStatement(s *statement, memo *memo, spoken map[*speaker]*tally) {
	f.statements[s.id] = s.row(memo)
	var said []*speaker
	for _, m := range s.members {
		f.appearances[m.ID] = m.row(s.id)
		if m.speaker == nil {
			continue
		}
		t := spoken[m.speaker]
		if t == nil {
			t = &tally{}
			spoken[m.speaker] = t
		}
		t.outlets = insert(t.outlets, m.outlet.Name)
		if !slices.Contains(said, m.speaker) {
			said = append(said, m.speaker)
			t.statements++
		}
	}
}

func (m *member) row(statement string) store.Appearance {
	a := store.Appearance{
		Quote: m.ID, Statement: statement, Status: m.status(), DecidedBy: m.touch.by, DecidedAt: m.touch.at,
		Note: m.note, SaidBy: m.saidBy,
	}
	if m.speaker != nil {
		a.Speaker = m.speaker.id
	}
	return a
}

func (s *speaker) row(c *corpus, o *overlay, t *tally) store.Speaker {
	var roles []string
	n := 0
	for _, m := range s.mentions {
		n += len(m.quotes)
		for _, r := range m.roles {
			roles = insert(roles, r)
		}
	}
	return store.Speaker{
		ID: s.id, Name: s.name, Kind: s.kind, Quotes: n, Statements: t.statements,
		Spellings: toJSON(s.spellings(o, c)), Roles: toJSON(roles), Outlets: toJSON(t.outlets), Joins: toJSON(s.joins),
	}
}

// toJSON is for values of our own that always have a JSON form.
func toJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic("internal error: a view has no JSON: " + err.Error())
	}
	return string(b)
}

// change is what leads from the views before to the views after.
func change(before, after *folded) store.Change {
	var c store.Change
	c.Statements, c.GoneStatements = differ(before.statements, after.statements)
	c.Appearances, c.GoneAppearances = differ(before.appearances, after.appearances)
	c.Speakers, c.GoneSpeakers = differ(before.speakers, after.speakers)
	var gone []string
	c.Proposals, gone = differ(before.proposals, after.proposals)
	for _, key := range gone {
		c.GoneProposals = append(c.GoneProposals, before.proposals[key])
	}
	return c
}
