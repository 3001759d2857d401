package quotes

import (
	"quotidian/articles/token"
	"quotidian/quotes/tagger"
)

// predicate reports whether a stretch says what something is called: `a plan that Rinn described as “a shame,”`.
func (r *reading) predicate(s stretch) bool {
	i := int(s.open) - 1
	if r.tok(i) == "as" {
		i--
	}
	g, ok := r.cue(max(i, 0))
	return ok && g.verb.predicates() && g.form&(past|third) != 0 && !g.passive
}

// completes reports whether a stretch is what a subject before it and its apposition does, `The coach, Ivo Lant, “had me at no,” Rinn
// wrote`: it begins with a finite verb, and no other stands before it.
func (r *reading) completes(s stretch, u rng) bool {
	open := int(s.open)
	if open == u.first || r.has(open+1, token.Capital) || !r.is(open+1, aux) && !r.finiteLooking(open+1) {
		return false
	}
	return open-u.first <= maxNoun && r.beginsNoun(u.first) && !r.clauseLike(u.first, open)
}

// predicateOf gives what the cue g calls something, where quoted words that a comma within their marks ends say it: `a film that
// Orlo called “a shame,” and Rinn left`. It is empty for other cues and contents. A list of such words goes on, and so does what
// says why.
func (r *reading) predicateOf(g group, rest rng) rng {
	if !g.verb.predicates() {
		return rng{}
	}
	if end := r.quotedPredicate(g, rest); end > 0 && !r.qualified(end, rest.last) {
		return rng{rest.first, end}
	}
	for i := rest.first; i < rest.last && i < rest.first+maxObject; i++ {
		k := r.within[i]
		if k < 0 {
			if r.endsClause(rest.first, i, rest.last) {
				break
			}
			continue
		}
		s := r.stretches[k]
		after := int(s.close) + 1
		if s.closed && r.tok(after-2) == "," && after < rest.last && !r.listsOn(after, rest.last) && r.tok(after) != "because" {
			return rng{rest.first, after}
		}
		i = int(s.close)
	}
	return rng{}
}

// quotedPredicate gives where the quoted words end that say what the thing behind a cue is called, `the system “rigged”`; 0 where none
// do. A name is no such word, and a verb that gives a thing no name needs "as": `the plan as “a shame”`.
func (r *reading) quotedPredicate(g group, rest rng) int {
	if !g.verb.predicates() || g.passive || g.verb.particle(r.tok(g.last-1)) {
		return 0
	}
	for i := rest.first; i < rest.last && i < rest.first+maxObject; i++ {
		if k := r.within[i]; k >= 0 {
			s := r.stretches[k]
			if i == rest.first || !s.closed || r.nameLike(s) || !g.verb.names() && r.tok(i-1) != "as" {
				return 0
			}
			return int(s.close) + 1
		}
		if !r.ofThing(i) {
			return 0
		}
	}
	return 0
}

// ofThing reports whether token i can belong to the thing that is called something.
func (r *reading) ofThing(i int) bool {
	return r.tok(i) != "," && !r.hardBreak(i) && !r.verbal(i) && !r.finiteLooking(i) && (!r.is(i, sub) || r.tok(i) == "as")
}

// qualified reports whether token i goes on with what something is called, `a “rush” to judgment`, `“dopey” because …`, and does not
// tell when and where it was called so or what came next.
func (r *reading) qualified(i, hi int) bool {
	if i >= hi {
		return false
	}
	switch r.tok(i) {
	case "of", "to", "for", "with", "by", "than", "because", "that", "who", "which":
		return true
	}
	return r.listsOn(i, hi) || r.is(i, coord) && i+1 < hi && !r.verbal(i+1) && !r.finiteLooking(i+1) && r.words[i+1].verb < 0 && !r.is(i+1, pronoun)
}

// listsOn reports whether quoted words at token i go on a list of them, with or without a conjunction.
func (r *reading) listsOn(i, hi int) bool {
	if r.is(i, coord) {
		i++
	}
	return i < hi && r.within[i] >= 0
}

// calledBehind gives the end of a content that is only what something is called where the thing stands behind it: `described as “a shame” |
// the plan of the mayor`. Other contents, within hi, end as they do.
func (r *reading) calledBehind(content rng, hi int) int {
	i := content.last
	if r.tok(content.first) != "as" || r.within[content.first+1] < 0 || int(r.stretches[r.within[content.first+1]].close) != i-1 {
		return i
	}
	if i >= hi || r.tok(i-2) == "," || r.tok(i) != "the" && !r.is(i, possessive) {
		return i
	}
	return r.contentEnd(i, hi)
}

// predicated ends what something was called where the words for it end.
func (r *reading) predicated(a *tagger.Attribution) {
	g, ok := r.governing(r.tokens(a.Cue))
	last := len(a.Content) - 1
	if !ok || g.verb == nil || a.Content[last].Start < a.Cue.End {
		return
	}
	content := r.tokens(a.Content[last])
	if end := r.predicateOf(g, content); !end.empty() {
		a.Content[last] = r.span(end)
		content = end
	}
	if end := r.calledBehind(content, r.units[r.unitOf(content.first)].last); g.verb.predicates() && end > content.last {
		a.Content[last].End = int(r.toks[end-1].End)
	}
}
