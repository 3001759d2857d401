package quotes

import "quotidian/quotes/tagger"

// predicate reports whether a stretch says what something is called: `a plan that Rinn described as “a shame,”`.
func (r *reading) predicate(s stretch) bool {
	i := int(s.open) - 1
	if r.tok(i) == "as" {
		i--
	}
	g, ok := r.cue(max(i, 0))
	return ok && g.verb.predicates() && g.form&(past|third) != 0 && !g.passive
}

// predicateOf gives what the cue g calls something, where quoted words that a comma within their marks ends say it: `a film that
// Orlo called “a shame,” and Rinn left`. It is empty for other cues and contents. A list of such words goes on, and so does what
// says why.
func (r *reading) predicateOf(g group, rest rng) rng {
	if !g.verb.predicates() {
		return rng{}
	}
	for i := rest.first; i < rest.last && i < rest.first+maxObject; i++ {
		k := r.within[i]
		if k < 0 {
			if r.endsClause(i, rest.last) {
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

// listsOn reports whether quoted words at token i go on a list of them, with or without a conjunction.
func (r *reading) listsOn(i, hi int) bool {
	if r.is(i, coord) {
		i++
	}
	return i < hi && r.within[i] >= 0
}

// predicated ends what something was called where the words for it end.
func (r *reading) predicated(a *tagger.Attribution) {
	g, ok := r.governing(r.tokens(a.Cue))
	last := len(a.Content) - 1
	if !ok || g.verb == nil || a.Content[last].Start < a.Cue.End {
		return
	}
	if end := r.predicateOf(g, r.tokens(a.Content[last])); !end.empty() {
		a.Content[last] = r.span(end)
	}
}
