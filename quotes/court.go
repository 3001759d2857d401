package quotes

import (
	"strings"

	"quotidian/articles"
	"quotidian/articles/token"
)

// Courts and inquests hear what nobody is named for: "The court heard that he was drunk.", "He was drunk, an inquest was
// told." The words are somebody's, but not the court's, so that such a quote has a cue and no source.

// courts are nouns for those who hear evidence.
var courts = map[string]bool{
	"court": true, "jury": true, "jurors": true, "inquest": true, "tribunal": true, "inquiry": true, "trial": true, "hearing": true,
	"magistrates": true, "panel": true,
}

// hearing reads `the court heard` or `the court was told` at token i, its noun, and gives the cue; empty for anything else.
func (r *reading) hearing(i int) rng {
	if r.within[i] >= 0 || !courts[strings.ToLower(r.tok(i))] {
		return rng{}
	}
	j := i + 1
	for r.is(j, aux) && j < i+4 {
		j++
	}
	switch r.tok(j) {
	case "heard":
		return rng{j, j + 1}
	case "told":
		if j > i+1 && isBe(r.tok(j-1)) || r.titleLine(i) {
			return rng{j, j + 1}
		}
	}
	return rng{}
}

// titleLine reports whether token i stands in a line without a full stop, where auxiliaries are left out: "court told".
func (r *reading) titleLine(i int) bool {
	u := r.units[r.unitOf(i)]
	return r.start[u.first] && !r.terminal(u.last-1)
}

// heardInCourt reads what a court of this unit hears: the clause behind its cue, or the one before it.
func (r *reading) heardInCourt(u rng, ui int) {
	for i := u.first; i+1 < u.last; i++ {
		cue := r.hearing(i)
		if cue.empty() || r.used[cue.first] {
			continue
		}
		q := r.evidence(i, cue, u)
		if len(q.content) == 0 || q.content[0].empty() {
			continue
		}
		if k := r.within[q.content[0].first]; k >= 0 && r.claimed[k] {
			continue
		}
		r.report(q, group{}, ui)
		r.used[cue.first], r.barred[cue.first] = true, true
		for k := q.content[0].first; k < q.content[0].last; k++ {
			r.used[k] = true
		}
	}
}

// evidence gives what a court hears whose noun is token i; without content where nothing stands there.
func (r *reading) evidence(i int, cue, u rng) found {
	q := found{cue: cue, medium: Speech}
	from, begin := r.pastCircumstance(cue.last, u.last), r.courtStart(u.first, i)
	switch {
	case from < u.last && (r.tok(from) == "that" || r.tok(from) == "how" || r.clauseFrom(from, u.last)):
		q.content, q.sure, q.reason = []rng{{from, r.contentEnd(from, u.last)}}, sureThat, "a court heard, then a clause"
	case r.tok(begin-1) == "," && r.clauseIsOver(from, u) && begin-u.first > leastClause:
		q.content, q.sure, q.reason = []rng{{r.clauseStart(u.first, begin-1), begin - 1}}, sureClause, "a clause, then a court that heard it"
	}
	return q
}

// onlyHeard takes a court for no source of what it hears.
func (r *reading) onlyHeard(q *Quote) {
	if q.Source.Empty() || q.Cue.Empty() {
		return
	}
	if cue := r.hearing(r.tokens(q.Source).last - 1); !cue.empty() && r.span(cue).Overlaps(q.Cue) {
		q.Source = articles.Span{}
	}
}

// courtStart gives where the noun phrase of a court begins whose noun is token i: "Varn Crown Court", "an inquest".
func (r *reading) courtStart(lo, i int) int {
	for i > lo && r.within[i-1] < 0 && (r.is(i-1, det) || r.has(i-1, token.Capital)) {
		i--
	}
	return i
}
