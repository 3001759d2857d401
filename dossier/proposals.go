package dossier

import (
	"cmp"
	"fmt"
	"slices"

	"quotidian/matching/variant"
	"quotidian/matching/wording"
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

// offerNames offers pairs of speakers. quotes counts those of each.
func (p *proposals) offerNames(ca *cast, m *machine, quotes map[*speaker]*tally) {
	for _, l := range m.names.pending {
		a, b := ca.byMention(l.IDA), ca.byMention(l.IDB)
		if quotes[a] == nil || quotes[b] == nil {
			continue // every quote of one of them turned out to be none, or another's
		}
		p.offer(Proposal{Kind: "speaker", A: a.id, B: b.id, NameA: a.name, NameB: b.name, Score: l.Score.P,
			Reasons: append(toReasons(l.Score), Reason{Text: "waits because: " + l.By}),
			Touches: min(quotes[a].quotes, quotes[b].quotes)})
	}
}

func toReasons(s variant.Score) []Reason {
	var out []Reason
	if s.Veto != "" {
		out = append(out, Reason{Text: s.Veto})
	}
	for _, r := range s.Reasons {
		out = append(out, Reason{Text: r.Text, For: r.For})
	}
	return out
}

// offerWordings offers pairs of statements.
func (p *proposals) offerWordings(members []*member, m *machine) {
	for _, w := range m.words.pending {
		a, b := members[w.QuoteA], members[w.QuoteB]
		if a == nil || b == nil {
			continue // turned out to be no quote
		}
		p.offer(Proposal{Kind: "statement", A: a.statement.id, B: b.statement.id, NameA: a.Words, NameB: b.Words, Score: w.Score,
			Reasons: wordReasons(a, b, w), Touches: min(len(a.statement.members), len(b.statement.members))})
	}
}

func wordReasons(a, b *member, p wording.Proposal) []Reason {
	reasons := []Reason{{Text: "much the same words", For: true}}
	if p.Part {
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
