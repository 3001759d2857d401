package quotes

import "quotidian/articles/token"

// bids reports whether a cue tells whom somebody bids to act, what he calls for, or whom he accuses of what: "urged the council to wait",
// "called for a truce", "accused them of theft".
func (r *reading) bids(g group, content, src rng) bool {
	if src.empty() || g.verb.medium != Speech || g.passive || !r.told(g, src) {
		return false
	}
	i := content.first
	switch {
	case g.verb.takes(charge):
		return g.verb.base == "accuse" && r.before(content, "of")
	case g.verb.takes(nounInf):
		return !g.verb.takes(bound) && g.verb.base != "permit" && g.verb.base != "task" && r.beginsNoun(i) && r.infinitiveAfter(i, content.last)
	}
	return i == g.last+1 && r.callsOn(g.verb, content)
}

// callsOn reports whether a content behind a preposition is what somebody calls or appeals for, or whom he calls on to act.
func (r *reading) callsOn(v *verb, content rng) bool {
	if v.base != "call" && v.base != "appeal" {
		return false
	}
	return r.tok(content.first-1) == "for" || v.base == "appeal" && r.before(content, "for") || r.infinitiveAfter(content.first, content.last)
}

// told reports whether a cue is the finite verb of its source, or a participle, as far as its form tells: not the noun of "sparked calls".
func (r *reading) told(g group, src rng) bool {
	if g.form&(past|ing) != 0 || g.first < g.at && r.is(g.first, aux) {
		return true
	}
	return src.last == g.first && (r.has(src.last-1, token.Capital) || r.is(src.last-1, pronoun|role))
}

// before reports whether a word stands in a content behind its first, before any verb.
func (r *reading) before(content rng, word string) bool {
	for i := content.first + 1; i+1 < content.last && i < content.first+maxClause && !r.verbal(i); i++ {
		if r.tok(i) == word {
			return true
		}
	}
	return false
}
