package dossier

import (
	"cmp"
	"fmt"
	"slices"

	"quotidian/dossier/store"
)

// proposals are the pairs that the machine left open and no decision settled since: of two clusters the best one.
type proposals struct {
	best   map[[2]string]Proposal
	parted map[[2]string]bool
}

func newProposals() *proposals {
	return &proposals{best: map[[2]string]Proposal{}, parted: map[[2]string]bool{}}
}

// part notes that a person keeps two clusters apart.
func (p *proposals) part(a, b string) { p.parted[[2]string{min(a, b), max(a, b)}] = true }

// offer takes a proposal in, smaller id first.
func (p *proposals) offer(x Proposal) {
	if x.A > x.B {
		x.A, x.B, x.NameA, x.NameB = x.B, x.A, x.NameB, x.NameA
	}
	key := [2]string{x.A, x.B}
	if old, ok := p.best[key]; x.A == x.B || p.parted[key] || ok && !better(x, old) {
		return
	}
	p.best[key] = x
}

func better(a, b Proposal) bool {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.NameA, b.NameA), cmp.Compare(a.NameB, b.NameB)) < 0
}

// offerNames offers pairs of speakers. said counts the quotes of each.
func (p *proposals) offerNames(ca *cast, l store.Link, said map[*speaker]*tally) {
	a, b := ca.speakerOf(l.A), ca.speakerOf(l.B)
	if said[a] == nil || said[b] == nil {
		return // every quote of one of them turned out to be none, or another's
	}
	n := fromJSON[nameLink](l.Payload)
	if n.Wait != "" {
		n.Reasons = append(n.Reasons, Reason{Text: "waits because: " + n.Wait})
	}
	p.offer(Proposal{Kind: "speaker", A: a.id, B: b.id, NameA: a.name, NameB: b.name, Score: l.Score, Reasons: n.Reasons,
		Touches: min(said[a].quotes, said[b].quotes)})
}

// offerWords offers a pair of statements.
func (p *proposals) offerWords(a, b *member, l store.Link) {
	if a == nil || b == nil || l.Score < worthAsking {
		return // one turned out to be no quote, or the two hardly resemble each other
	}
	p.offer(Proposal{Kind: "statement", A: a.statement.id, B: b.statement.id, NameA: a.Words, NameB: b.Words, Score: l.Score,
		Reasons: wordReasons(a, b, fromJSON[wordLink](l.Payload)), Touches: min(len(a.statement.members), len(b.statement.members))})
}

func wordReasons(a, b *member, w wordLink) []Reason {
	reasons := []Reason{{Text: "much the same words", For: true}}
	if w.Part {
		reasons[0].Text = "one may be a piece of the other"
	}
	switch {
	case a.speaker == nil || b.speaker == nil:
		return append(reasons, Reason{Text: "one names nobody"})
	case a.speaker == b.speaker:
		return append(reasons, Reason{Text: "the same speaker: " + a.speaker.name, For: true})
	}
	pair := []string{a.speaker.name, b.speaker.name}
	slices.Sort(pair)
	return append(reasons, Reason{Text: fmt.Sprintf("said by %s and by %s", pair[0], pair[1])})
}
