package dossier

import (
	"cmp"
	"fmt"
	"slices"

	"quotidian/dossier/store"
	"quotidian/matching/variant"
	"quotidian/matching/wording"
)

// offers collects the pairs that the machine left open and no decision settled since: of two clusters the best one.
type offers struct {
	v      *views
	best   map[[2]string]Proposal
	parted map[[2]string]bool
	aside  map[[2]string]string // who looked and left it open
}

func (v *views) newProposals() *offers {
	p := &offers{v: v, best: map[[2]string]Proposal{}, parted: map[[2]string]bool{}, aside: v.leftOpen()}
	for _, pair := range v.o.links.Apart() {
		for _, a := range v.cast.items(pair[0]) {
			for _, b := range v.cast.items(pair[1]) {
				p.part(v.cast.speaker(a).id, v.cast.speaker(b).id)
			}
		}
		for _, a := range v.c.quoteItems(pair[0]) {
			for _, b := range v.c.quoteItems(pair[1]) {
				p.part(v.statementID(v.words.rootOf(a)), v.statementID(v.words.rootOf(b)))
			}
		}
	}
	return p
}

// part notes that a person keeps two clusters apart.
func (p *offers) part(a, b string) { p.parted[[2]string{min(a, b), max(a, b)}] = true }

// offer takes a proposal in, smaller id first.
func (p *offers) offer(x Proposal) {
	if x.A > x.B {
		x.A, x.B, x.NameA, x.NameB = x.B, x.A, x.NameB, x.NameA
	}
	key := [2]string{x.A, x.B}
	if old, ok := p.best[key]; x.A == x.B || p.parted[key] || ok && !better(x, old) {
		return
	}
	if who, ok := p.aside[key]; ok {
		x.Aside, x.Reasons = true, append(slices.Clone(x.Reasons), Reason{Text: "left open by " + who, Beside: true})
	}
	p.best[key] = x
}

func better(a, b Proposal) bool {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.NameA, b.NameA), cmp.Compare(a.NameB, b.NameB),
		cmp.Compare(toJSON(a.Reasons), toJSON(b.Reasons))) < 0
}

// ofSpeaker offers what is open about a speaker.
func (p *offers) ofSpeaker(s *speaker) {
	for _, i := range s.mentions {
		for _, l := range p.v.m.open[p.v.cast.mention(i).id] {
			p.offerNames(l)
		}
	}
}

func (p *offers) offerNames(l store.Link) {
	i, _ := p.v.cast.find(l.A)
	k, _ := p.v.cast.find(l.B)
	a, b := p.v.cast.speaker(i), p.v.cast.speaker(k)
	score := p.v.tuning.Apply(l.Score)
	if a == b || score < variant.Review {
		return
	}
	touches := min(len(p.v.said(a)), len(p.v.said(b)))
	if touches == 0 {
		return // every quote of one of them turned out to be none, or another's
	}
	n := fromJSON[nameLink](l.Payload)
	if n.Wait != "" {
		n.Reasons = append(n.Reasons, Reason{Text: "waits because: " + n.Wait, Beside: true})
	}
	p.offer(Proposal{Kind: "speaker", A: a.id, B: b.id, NameA: a.name, NameB: b.name, Score: score, Reasons: n.Reasons, Touches: touches})
}

// ofStatement offers what is open about the statement with that root.
func (p *offers) ofStatement(root int) {
	for _, q := range p.v.words.of(root) {
		for _, l := range p.v.openWords(p.v.c.quotes[q].ID) {
			p.offerWords(l)
		}
	}
}

func (p *offers) offerWords(l store.Link) {
	i, _ := p.v.c.index(l.A)
	k, _ := p.v.c.index(l.B)
	rootA, rootB := p.v.words.rootOf(i), p.v.words.rootOf(k)
	a, b := p.v.member(i), p.v.member(k)
	if rootA == rootB || a == nil || b == nil {
		return
	}
	if p.v.statementID(rootB) < p.v.statementID(rootA) { // what changed is told from the first to the second
		rootA, rootB, a, b = rootB, rootA, b, a
	}
	x := Proposal{
		Kind: "statement", A: p.v.statementID(rootA), B: p.v.statementID(rootB), NameA: a.Words, NameB: b.Words,
		Score: likelihood(l), Reasons: wordReasons(a, b, l.Kind), Touches: min(p.v.size(rootA), p.v.size(rootB)),
		PrintedA: a.printed(), PrintedB: b.printed(),
	}
	for _, c := range p.v.memo.compare(a, b).changes {
		if contradicts(c.Kind) {
			x.Changes = append(x.Changes, c)
			x.Reasons = append(x.Reasons, Reason{Text: c.Note})
		}
	}
	if l.Score >= worthAskingAll || slices.ContainsFunc(x.Changes, flat) {
		p.offer(x)
	}
}

// What an editor is told of a pair whose words would join it and that a rule holds back, and of what may be a piece of another: of 48
// such pairs in 839 articles, of which the words said .9 to 1, some two in three were one statement.
const heldMost, pieceLeast = 0.7, 0.5

// likelihood is how likely a pair of statements is that waits for a person.
func likelihood(l store.Link) float64 {
	switch least := worthAsking[partOpen]; {
	case l.Kind == partOpen:
		return pieceLeast + (heldMost-pieceLeast)*(l.Score-least)/(1-least)
	case l.Score >= wording.Careful.Whole:
		return heldMost
	}
	return l.Score
}

// flat says whether a change is a contradiction whoever spoke. Another doer is none: two people speak of two things.
func flat(c wording.Change) bool { return c.Kind == wording.Number || c.Kind == wording.Negation }

// printed says where a quote stands.
func (m *member) printed() Printed {
	return Printed{m.outlet.Name, m.published.Time, ArticleID(m.Article), QuoteID(m.ID)}
}

// contradicts says whether two wordings that differ by a change of that kind cannot both be what was said.
func contradicts(k wording.ChangeKind) bool {
	return k == wording.Number || k == wording.Negation || k == wording.Actor
}

// size counts the quotes of a statement.
func (v *views) size(root int) (n int) {
	for _, q := range v.words.of(root) {
		if !v.o.dropped[v.c.quotes[q].ID] {
			n++
		}
	}
	return n
}

func wordReasons(a, b *member, kind string) []Reason {
	reasons := []Reason{{Text: "much the same words", For: true}}
	if kind == partOpen {
		reasons[0].Text = "one may be a piece of the other"
	}
	switch {
	case a.speaker == nil || b.speaker == nil:
		return append(reasons, Reason{Text: "one names nobody"})
	case a.speakerID() == b.speakerID():
		return append(reasons, Reason{Text: "the same speaker: " + a.speaker.name, For: true})
	}
	pair := []string{a.speaker.name, b.speaker.name}
	slices.Sort(pair)
	return append(reasons, Reason{Text: fmt.Sprintf("said by %s and by %s", pair[0], pair[1])})
}

func (p *offers) rows() map[string]store.Proposal {
	rows := make(map[string]store.Proposal, len(p.best))
	for _, x := range p.best {
		row := store.Proposal{Kind: x.Kind, A: x.A, B: x.B, Score: x.Score, Payload: toJSON(x)}
		rows[proposalKey(row)] = row
	}
	return rows
}

func proposalKey(p store.Proposal) string { return p.Kind + " " + p.A + " " + p.B }

// proposals are those that the file holds, found by what they are about.
type proposals struct {
	rows map[string]store.Proposal
	by   map[string]map[string]bool // id of a statement or speaker to keys of rows
}

func newProposals(rows map[string]store.Proposal) *proposals {
	p := &proposals{rows: map[string]store.Proposal{}, by: map[string]map[string]bool{}}
	for _, row := range rows {
		p.put(row)
	}
	return p
}

func (p *proposals) put(row store.Proposal) {
	key := proposalKey(row)
	p.rows[key] = row
	for _, id := range []string{row.A, row.B} {
		if p.by[id] == nil {
			p.by[id] = map[string]bool{}
		}
		p.by[id][key] = true
	}
}

func (p *proposals) remove(row store.Proposal) {
	key := proposalKey(row)
	delete(p.rows, key)
	delete(p.by[row.A], key)
	delete(p.by[row.B], key)
}

// apply follows a change that the file took.
func (p *proposals) apply(c store.Change) {
	for _, row := range c.GoneProposals {
		p.remove(row)
	}
	for _, row := range c.Proposals {
		p.put(row)
	}
}

// about gives the rows that have to do with one of the ids.
func (p *proposals) about(sets ...map[string]bool) map[string]store.Proposal {
	found := map[string]store.Proposal{}
	for _, ids := range sets {
		for id := range ids {
			for key := range p.by[id] {
				found[key] = p.rows[key]
			}
		}
	}
	return found
}
