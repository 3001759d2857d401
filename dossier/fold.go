package dossier

import (
	"encoding/json"
	"slices"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
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
// of the articles nor on the views that were there before. m is what the machine says of c.
func fold(c *corpus, m *machine, active []decision.Decision, memo *memo) *folded {
	o := newOverlay(c, active)
	ca := newCast(c, m, o)
	members, statements := newStatements(c, m, o, ca)
	f := newFolded()
	spoken := map[*speaker]*tally{}
	for _, s := range statements {
		f.addStatement(s, memo, spoken)
	}
	for _, s := range ca.speakers {
		if t := spoken[s]; t != nil { // the rest has no quote left
			f.speakers[s.id] = s.row(c, o, t)
		}
	}
	f.addProposals(openPairs(c, m, o, ca, members, spoken))
	return f
}

// newStatements lays decisions over the machine's join of wordings. Members are by place in the corpus, nil where
// a person said that it is no quote.
func newStatements(c *corpus, m *machine, o *overlay, ca *cast) (members []*member, all []*statement) {
	base := make([]int, len(c.quotes))
	for i, q := range c.quotes {
		base[i], _ = c.index(m.joined[q.ID].Cluster)
	}
	like := &likeness{c: c}
	roots := regroup(base, rulesFor(o.links, c.quoteItems), like.words)
	members = make([]*member, len(c.quotes))
	byRoot := make([]*statement, len(c.quotes))
	for i, root := range roots {
		if byRoot[root] == nil {
			byRoot[root] = &statement{id: "s-" + c.quotes[root].ID}
			all = append(all, byRoot[root])
		}
		q, s := c.quotes[i], byRoot[root]
		if o.dropped[q.ID] {
			continue
		}
		members[i] = newMember(q, c, o)
		members[i].statement, members[i].score = s, m.joined[q.ID].Score
		if v := ca.of[i]; v >= 0 {
			members[i].speaker = ca.is[v]
		}
		s.members = append(s.members, members[i])
	}
	all = slices.DeleteFunc(all, func(s *statement) bool { return len(s.members) == 0 })
	for _, s := range all {
		slices.SortFunc(s.members, compareMembers)
	}
	return members, all
}

// likeness compares quotes of a corpus, for the rare case that regroup asks.
type likeness struct {
	c        *corpus
	comparer *wording.Comparer
}

func (l *likeness) words(a, b int) float64 {
	if l.comparer == nil {
		l.comparer = wording.NewComparer()
	}
	prepare := func(i int) *wording.Prepared {
		return l.comparer.Prepare(wording.Quote{ID: l.c.quotes[i].ID, Text: l.c.quotes[i].Words})
	}
	return l.comparer.Score(prepare(a), prepare(b)).Best()
}

// openPairs gathers what waits for a decision.
func openPairs(c *corpus, m *machine, o *overlay, ca *cast, members []*member, spoken map[*speaker]*tally) *proposals {
	p := newProposals()
	for _, pair := range o.links.Apart() {
		for _, a := range ca.items(pair[0]) {
			for _, b := range ca.items(pair[1]) {
				p.part(ca.is[a].id, ca.is[b].id)
			}
		}
		for _, a := range c.quoteItems(pair[0]) {
			for _, b := range c.quoteItems(pair[1]) {
				if members[a] != nil && members[b] != nil {
					p.part(members[a].statement.id, members[b].statement.id)
				}
			}
		}
	}
	for _, l := range m.links {
		switch l.Kind {
		case nameOpen:
			p.offerNames(ca, l, spoken)
		case wordOpen:
			a, _ := c.index(l.A)
			b, _ := c.index(l.B)
			p.offerWords(members[a], members[b], l)
		}
	}
	return p
}

func (f *folded) addProposals(p *proposals) {
	for _, x := range p.best {
		row := store.Proposal{Kind: x.Kind, A: x.A, B: x.B, Score: x.Score, Payload: toJSON(x)}
		f.proposals[proposalKey(row)] = row
	}
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
	quotes, statements int
	outlets            []string
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
		t.quotes++
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
	for _, m := range s.mentions {
		for _, r := range m.roles {
			roles = insert(roles, r)
		}
	}
	return store.Speaker{
		ID: s.id, Name: s.name, Kind: s.kind, Quotes: t.quotes, Statements: t.statements,
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
	c.GoneProposals = pick(before.proposals, gone)
	return c
}

// changeJoins adds to c what leads from the joins before to the joins after.
func changeJoins(c *store.Change, before, after *machine) {
	if before == after {
		return
	}
	var gone []string
	c.Joined, c.GoneJoined = differ(before.joined, after.joined)
	c.Links, gone = differ(before.links, after.links)
	c.GoneLinks = pick(before.links, gone)
}

func pick[T any](all map[string]T, ids []string) []T {
	var out []T
	for _, id := range ids {
		out = append(out, all[id])
	}
	return out
}
