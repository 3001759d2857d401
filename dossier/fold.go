package dossier

import (
	"cmp"
	"maps"
	"slices"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/variant"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// views is what was read and what was decided, folded: who speaks and what is one statement, in memory. Rows of the
// views kept in the file are made from it on demand. It is never changed: a decision makes another one, which
// shares with it what the decision does not touch.
//
// It depends on the corpus and the decisions in force alone, neither on the order of the articles nor on the views
// that were there before.
type views struct {
	c     *corpus
	m     *machine
	o     *overlay
	cast  *cast
	anew  *anew // nil where decisions made nobody another speaker
	words *layer
	memo  *memo
	// tuning is what decisions about speakers say of pairs like them.
	tuning variant.Tuning
}

// fold lays decisions over what the machine says of the corpus.
func fold(c *corpus, m *machine, active []decision.Decision, memo *memo) *views {
	v := &views{c: c, m: m, o: newOverlay(c, active), memo: memo}
	v.cast = newCast(c, m, v.o, memo)
	v.tuning = variant.Tune(v.decidedPairs())
	g := &ground{base: m.words, order: byPlace, like: v.likeWords}
	var again []int
	if v.anew = v.compareAnew(); v.anew != nil {
		g.base, again = v.anew.words, v.anew.places
	}
	v.words = g.lay(again, rulesFor(v.o.links, c.quoteItems))
	return v
}

// likeWords is how alike two quotes are by their words.
func (v *views) likeWords(a, b int) float64 {
	prepare := func(i int) *wording.Prepared {
		return v.memo.comparer.Prepare(wording.Quote{ID: v.c.quotes[i].ID, Text: v.c.quotes[i].Words})
	}
	return v.memo.comparer.Score(prepare(a), prepare(b)).Best()
}

// member gives the quote at a place, nil when a person said that it is none.
func (v *views) member(place int) *member {
	q := v.c.quotes[place]
	if v.o.dropped[q.ID] {
		return nil
	}
	a := v.c.articles[q.Article]
	m := &member{
		Quote: q, outlet: v.o.outlet(a), published: v.o.date(a), touch: v.o.touched[q.ID], saidBy: v.o.saidBy[q.ID],
		note: v.o.notes[decision.Ref(decision.ToQuote, q.ID)], score: v.joinScore(q.ID),
	}
	if m.touch.apart && v.words.asBase(place) {
		m.touch.status = "" // what was never together was not changed by keeping it apart
	}
	if i := v.cast.of(place); i >= 0 {
		m.speaker = v.cast.speaker(i)
	}
	return m
}

// statement gives the statement with that root, nil when none of its quotes is left.
func (v *views) statement(root int) *statement {
	s := &statement{id: v.statementID(root)}
	for _, place := range v.words.of(root) {
		if m := v.member(place); m != nil {
			s.members = append(s.members, m)
		}
	}
	if len(s.members) == 0 {
		return nil
	}
	slices.SortFunc(s.members, compareMembers)
	return s
}

func (v *views) statementID(root int) string { return "s-" + v.c.quotes[root].ID }

// said gives the places of the quotes of a speaker.
func (v *views) said(s *speaker) []int {
	var all []int
	for _, i := range s.mentions {
		all = append(all, v.saidAs(i)...)
	}
	return all
}

// saidAs gives the places of the quotes of a mention.
func (v *views) saidAs(mention int) []int {
	return slices.DeleteFunc(v.cast.quotes(mention), func(q int) bool { return v.o.dropped[v.c.quotes[q].ID] })
}

// speakerRow makes the row of a speaker, ok false when every quote turned out to be none or another's.
func (v *views) speakerRow(s *speaker) (row store.Speaker, ok bool) {
	var outlets []string
	roles := roleCounts{}
	seen := map[int]bool{} // statements by root
	quotes, listed := 0, 0
	spelled := map[string]*Spelling{}
	for _, i := range s.mentions {
		said, m := v.saidAs(i), v.cast.mention(i)
		if len(said) == 0 {
			continue
		}
		quotes += len(said)
		outlet := v.o.outlet(v.c.articles[m.article]).Name
		outlets = insert(outlets, outlet)
		for _, q := range said {
			if root := v.words.rootOf(q); !seen[root] {
				seen[root] = true
				if v.lead(root) == s.id {
					listed++
				}
			}
		}
		for _, r := range m.roles {
			roles.add(r)
		}
		m.spell(spelled, outlet)
	}
	return store.Speaker{
		ID: s.id, Name: s.name, Kind: s.kind, Quotes: quotes, Statements: listed,
		Spellings: toJSON(sortedSpellings(spelled)), Roles: roleRow(s.role, roles), Outlets: toJSON(outlets), Joins: toJSON(s.joins),
	}, quotes > 0
}

// lead gives the id of the speaker under whom lists have the statement with that root; "" for nobody, for an attitude,
// which lists leave out, and where there is no such statement.
func (v *views) lead(root int) string {
	if v.words.rootOf(root) != root {
		return ""
	}
	var said []voice
	thought := true
	for _, place := range v.words.of(root) {
		q := v.c.quotes[place]
		if v.o.dropped[q.ID] {
			continue
		}
		thought = thought && q.Medium == quotes.Thought
		if i := v.cast.of(place); i >= 0 {
			said = append(said, voice{v.cast.speaker(i), spokenFor(v.o.saidBy[q.ID], v.o.touched[q.ID])})
		}
	}
	if who := mainSpeaker(said); who != nil && !thought {
		return who.id
	}
	return ""
}

// spell counts how an article printed a name.
func (m *mention) spell(all map[string]*Spelling, outlet string) {
	for _, text := range m.printed {
		sp := all[text]
		if sp == nil {
			sp = &Spelling{Text: text}
			all[text] = sp
		}
		sp.Count++
		sp.Outlets = insert(sp.Outlets, outlet)
	}
}

// sortedSpellings puts the commonest first.
func sortedSpellings(all map[string]*Spelling) []Spelling {
	var out []Spelling
	for _, sp := range all {
		out = append(out, *sp)
	}
	slices.SortFunc(out, func(a, b Spelling) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	return out
}

// rows is every row of the views, by id.
type rows struct {
	statements  map[string]store.Statement
	appearances map[string]store.Appearance
	speakers    map[string]store.Speaker
	proposals   map[string]store.Proposal
}

func newRows() *rows {
	return &rows{
		statements: map[string]store.Statement{}, appearances: map[string]store.Appearance{},
		speakers: map[string]store.Speaker{}, proposals: map[string]store.Proposal{},
	}
}

// rows makes them all.
func (v *views) rows() *rows {
	r := newRows()
	offers := v.newProposals()
	for i := range v.c.quotes {
		if v.words.rootOf(i) != i {
			continue
		}
		if s := v.statement(i); s != nil {
			r.add(s, v.memo)
			offers.ofStatement(i)
		}
	}
	for _, s := range v.speakers() {
		if row, ok := v.speakerRow(s); ok {
			r.speakers[s.id] = row
			offers.ofSpeaker(s)
		}
	}
	r.proposals = offers.rows()
	return r
}

func (r *rows) add(s *statement, memo *memo) {
	r.statements[s.id] = s.row(memo)
	for _, m := range s.members {
		r.appearances[m.ID] = m.row(s.id)
	}
}

// speakers gives all speakers, in no order.
func (v *views) speakers() []*speaker {
	var all []*speaker
	for root, s := range v.m.speakers {
		if _, ok := v.cast.layer.root[root]; !ok {
			all = append(all, s)
		}
	}
	return slices.AppendSeq(all, maps.Values(v.cast.over))
}

func (m *member) row(statement string) store.Appearance {
	return store.Appearance{
		Quote: m.ID, Statement: statement, Article: m.Article, Speaker: m.speakerID(), Status: m.status(), DecidedBy: m.touch.by,
		DecidedAt: m.touch.at, Note: m.note, SaidBy: m.saidBy,
	}
}

// change is what leads from the rows before to the rows after.
func change(before, after *rows) store.Change {
	var c store.Change
	var gone []string
	c.Statements, c.GoneStatements = differ(before.statements, after.statements)
	c.Appearances, c.GoneAppearances = differ(before.appearances, after.appearances)
	c.Speakers, c.GoneSpeakers = differ(before.speakers, after.speakers)
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
