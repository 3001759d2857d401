package quotes

import "quotidian/articles/token"

// Cues without words of their own: "said this on Tuesday", "said so", which may point back at an utterance.

// attributesNothing bars a cue without words of its own; "said this" may point back at an utterance.
func (r *reading) attributesNothing(g group, from int, src, u rng) {
	r.barred[g.at] = true
	if r.tok(from) == "this" && !r.nobody(src) {
		r.settle(g, src, rng{}, u)
	}
}

// statesThis reports whether a cue tells who said words printed elsewhere: "stated this at a briefing", "disclosed this on Monday".
func (r *reading) statesThis(g group, hi int) bool {
	switch g.verb.base {
	case "state", "announce", "disclose", "reveal", "declare", "mention", "write", "post", "note", "emphasise", "emphasize", "stress":
		return r.tok(g.last) == "this" && r.proform(g.last, hi)
	}
	return false
}

// proform reports whether what a cue has at token i stands for words printed elsewhere, or for none: "said this on
// Tuesday", "said so", "said nothing about it".
func (r *reading) proform(i, hi int) bool {
	switch r.tok(i) {
	case "that", "so":
		past := r.pastCircumstance(i+1, hi)
		if past < hi && r.tok(past) == "too" {
			past++
		}
		return past >= hi || r.terminal(past)
	case "what":
		return r.whatWasSaid(i, hi)
	case "this", "nothing", "little":
		if r.tok(i) == "this" && r.is(i+1, prep|sub) {
			return true // said this after the dam had burst
		}
		return !r.clauseFrom(i, hi) && !(r.tok(i) == "this" && r.plainNoun(i+1, hi) && r.mainClause(i, hi))
	case "no", "the":
		return (r.tok(i+1) == "such" || r.tok(i+1) == "same") && !r.clauseFrom(i, hi)
	}
	return false
}

// plainNoun reports whether a noun can begin at token i that "this" belongs to: "says this | calm helped", not "said this | after it rained".
func (r *reading) plainNoun(i, hi int) bool {
	return i < hi && r.toks[i].Kind == token.Word && r.beginsNoun(i) && !r.is(i, prep|sub|adverb|timeWord|det|pronoun)
}

// settle gives an utterance that nothing attributes to the speaker of the sentence after it, which points back
// at it: `“We stay.” Orlo said this on Tuesday.`
func (r *reading) settle(g group, src, relay, u rng) {
	if r.open < 0 || r.start[u.first] {
		r.settlePlain(g, src, relay, u)
		return
	}
	q := &r.out[r.open]
	if q.cue.empty() && q.content[len(q.content)-1].last == u.first {
		q.cue, q.source, q.sure, q.reason = g.rng, src, sureJoined, "quotation marks, then a cue that points back"
		r.last = src
	}
}

// settlePlain gives the sentence before a unit, where it is a paragraph of its own without quotation marks, to the speaker of
// the paragraph after it, as agencies print it: `The quay is shut. ¶ Orlo said this in a post, Norpress reports.`
func (r *reading) settlePlain(g group, src, relay, u rng) {
	ui := r.unitOf(u.first)
	if ui == 0 || r.lastUnit == ui-1 || r.used[g.at] {
		return
	}
	p := r.units[ui-1]
	said := rng{r.afterDateline(p.first), p.last - 1}
	if !r.start[p.first] || !r.terminal(p.last-1) || said.last-said.first < leastUnknown || r.takenFrom(p.first) {
		return
	}
	for i := p.first; i < p.last; i++ {
		if r.within[i] >= 0 || r.barred[i] && r.tok(i+1) == "this" {
			return // words in marks, or a sentence that itself points back
		}
	}
	r.report(found{
		content: []rng{said}, cue: g.rng, source: src, relay: relay, medium: r.medium(g, u), sure: sureThat,
		reason: "a sentence, then a cue that points back",
	}, g, ui)
}

// takenFrom reports whether the quote read last has words from token i on.
func (r *reading) takenFrom(i int) bool {
	if len(r.out) == 0 {
		return false
	}
	content := r.out[len(r.out)-1].content
	return content[len(content)-1].last > i
}
