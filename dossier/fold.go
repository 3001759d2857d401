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
func fold(c *corpus, active []decision.Decision, cmpr *comparer) *folded {
	o := newOverlay(c, active)
	ms, mentionOf := mentions(c, o)
	names := joinNames(ms, rulesFor(len(ms), func(i int) []string { return ms[i].refs() }, o.links))
	speakers, speakerOf := gather(ms, names, nil, o)

	live := slices.DeleteFunc(slices.Clone(c.quotes), func(q *store.Quote) bool { return o.dropped[q.ID] })
	quoteRef := func(i int) []string { return []string{decision.Ref(decision.ToQuote, live[i].ID)} }
	clusters := joinWordings(live, rulesFor(len(live), quoteRef, o.links))

	byCluster := map[int][]*member{}
	for i, q := range live {
		m := newMember(q, c, o)
		if mention := mentionOf[q.ID]; mention != nil {
			m.speaker = speakerOf[mention]
		}
		byCluster[clusters[i]] = append(byCluster[clusters[i]], m)
	}
	f := newFolded()
	spoken := map[*speaker]*tally{}
	for _, members := range byCluster {
		f.addStatement(members, cmpr, spoken)
	}
	for _, s := range speakers {
		f.speakers[s.id] = s.row(c, o, spoken[s])
	}
	return f
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

func (f *folded) addStatement(members []*member, cmpr *comparer, spoken map[*speaker]*tally) {
	slices.SortFunc(members, compareMembers)
	s := &statement{id: statementID(members), members: members, score: 1}
	f.statements[s.id] = s.row(cmpr)
	var said []*speaker
	for _, m := range members {
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
