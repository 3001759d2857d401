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

// hearing gives the noun of `the court heard` or `the court was told`, whose verb is token j; -1 for anything else.
func (r *reading) hearing(j int) int {
	if n := r.toks[j].End - r.toks[j].Start; n != 4 && n != 5 {
		return -1 // most tokens, before their letters are looked at
	}
	w := r.tok(j)
	if w != "heard" && w != "told" || r.within[j] >= 0 {
		return -1
	}
	i := j - 1
	for i > 0 && i > j-maxAux && r.is(i, aux) {
		i--
	}
	if i < 0 || r.within[i] >= 0 || !courts[strings.ToLower(r.tok(i))] || w == "told" && !isBe(r.tok(j-1)) && !r.titleLine(i) {
		return -1
	}
	return i
}

// maxAux bounds the auxiliaries of a verb, with the noun before them.
const maxAux = 4

// titleLine reports whether token i stands in a line without a full stop, where auxiliaries are left out: "court told".
func (r *reading) titleLine(i int) bool {
	u := r.units[r.unitOf(i)]
	return r.start[u.first] && !r.terminal(u.last-1)
}

// heardInCourt reads what a court of this unit hears: the clause behind its cue, or the one before it.
func (r *reading) heardInCourt(u rng, ui int) {
	for j := u.first + 1; j < u.last; j++ {
		i := r.hearing(j)
		if i < u.first || r.used[j] {
			continue
		}
		cue := rng{j, j + 1}
		q := r.evidence(i, cue, u)
		if len(q.content) == 0 || q.content[0].empty() {
			continue
		}
		if k := r.within[q.content[0].first]; k >= 0 && r.claimed[k] {
			continue
		}
		r.report(q, group{}, ui)
		r.used[j], r.barred[j] = true, true
		r.use(q.content[0])
	}
}

// evidence gives what a court hears whose noun is token i; without content where nothing stands there.
func (r *reading) evidence(i int, cue, u rng) found {
	q := found{cue: cue, medium: Speech}
	from, begin := r.pastCircumstance(cue.last, u.last), r.courtStart(u.first, i)
	switch {
	case from < u.last && (r.tok(from) == "that" || r.tok(from) == "how" || r.clauseFrom(from, u.last) || r.clauseAfterAside(from, u.last)):
		q.content, q.sure, q.reason = []rng{{from, r.contentEnd(from, u.last)}}, sureThat, "a court heard, then a clause"
	case r.tok(begin-1) == "," && r.clauseIsOver(from, u) && begin-u.first > leastClause && begin-u.first < maxClause:
		q.content, q.sure, q.reason = []rng{{r.clauseStart(u.first, begin-1), begin - 1}}, sureClause, "a clause, then a court that heard it"
	}
	return q
}

// clauseAfterAside reports whether a subject begins at token i whose verb follows a relative clause between commas: "the student, who
// lives in Varn, needed stitches".
func (r *reading) clauseAfterAside(i, hi int) bool {
	if !r.beginsNoun(i) {
		return false
	}
	for j := i + 1; j < hi && j < i+maxObject; j++ {
		switch {
		case r.tok(j) == ",":
			end := r.pastRelative(j + 1)
			return end > j+1 && end < hi && (r.verbal(end) || r.finiteLooking(end))
		case r.verbal(j) || r.is(j, sub) && !r.is(j, prep):
			return false
		}
	}
	return false
}

// onlyHeard takes a court for no source of what it hears.
func (r *reading) onlyHeard(q *Quote) {
	said := q.Cue.In(r.text)
	if q.Source.Empty() || !strings.HasSuffix(said, "heard") && !strings.HasSuffix(said, "told") {
		return
	}
	cue, source := r.tokens(q.Cue), r.tokens(q.Source)
	if i := r.hearing(cue.last - 1); i >= 0 && i == source.last-1 {
		q.Source = articles.Span{}
	}
}

// courtStart gives where the noun phrase of a court begins whose noun is token i: "Varn Crown Court", "an inquest".
func (r *reading) courtStart(lo, i int) int {
	for i > lo && r.within[i-1] < 0 && (r.is(i-1, det) || r.has(i-1, token.Capital) || r.has(i-1, token.Clitic)) {
		i--
	}
	return i
}
