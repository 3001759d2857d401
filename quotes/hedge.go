package quotes

import "quotidian/articles/token"

// hedged reports whether the cue of an utterance that the tagger read reports none: what somebody "has not said",
// "would say" or says only "if he says". Attitudes are true of their holder even so, and stay.
func (r *reading) hedged(q *Quote) bool {
	if q.Medium == Thought || q.Cue.Empty() {
		return false
	}
	hedged := false
	r.each(q.Cue, func(i int) bool {
		g, ok := r.cue(i)
		hedged = ok && g.verb.medium != Thought && (g.denied || r.hypothetical(g) || q.Source.Empty() && r.asked(g))
		return !hedged
	})
	return hedged
}

// shown reports whether what the tagger reads as a statement is a thing that is shown: "the picture shows a bridge".
func (r *reading) shown(q *Quote) bool {
	if q.Medium == Thought || q.Kind != Indirect || len(q.Content) > 1 {
		return false
	}
	content, thing := r.tokens(q.Content[0]), false
	r.each(q.Cue, func(i int) bool {
		g, ok := r.cue(i)
		thing = ok && g.verb.base == "show" && g.at < content.first && !r.complementAt(content.first, content.last, g.verb)
		return !ok
	})
	return thing
}

// asked reports whether a cue opens its sentence as a participle that somebody unnamed did: "Asked about the letter,".
func (r *reading) asked(g group) bool {
	return g.form&participle != 0 && g.form&ing == 0 && g.first == g.at && r.has(g.at, token.Capital)
}

// hypothetical reports whether a cue is only supposed: "would say", "if the court asks".
func (r *reading) hypothetical(g group) bool {
	for i := g.first; i < g.at; i++ {
		if r.is(i, nonCue) && r.is(i, modal) && !r.has(i, token.Capital) { // a capital: Mrs May
			return true
		}
	}
	for i := g.first - 1; i >= 0 && i >= g.first-maxCondition && r.within[i] < 0; i-- {
		switch {
		case r.is(i, nonCue) && !r.is(i, modal):
			return true
		case r.tok(i) == "," || r.hardBreak(i) || r.verbal(i):
			return false
		}
	}
	return false
}

// maxCondition bounds the words between "if" and its cue.
const maxCondition = 8
