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

// predicateEnd ends a content behind the quoted words that say what something is called, where a comma within the marks ends
// them: `a film that Orlo called “a shame,” and Rinn left`. A list of such words goes on, and so does what says why.
func (r *reading) predicateEnd(content rng) int {
	for i := content.first; i < content.last && i < content.first+maxObject; i++ {
		k := r.within[i]
		if k < 0 {
			continue
		}
		s := r.stretches[k]
		after := int(s.close) + 1
		if s.closed && r.tok(after-2) == "," && after < content.last && !r.listsOn(after, content.last) && r.tok(after) != "because" {
			return after
		}
		i = int(s.close)
	}
	return content.last
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
	if ok && g.verb != nil && g.verb.predicates() && a.Content[last].Start >= a.Cue.End {
		content := r.tokens(a.Content[last])
		a.Content[last] = r.span(rng{content.first, r.predicateEnd(content)})
	}
}
