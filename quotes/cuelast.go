package quotes

import "strings"

// cueLast reads a clause whose cue follows it, `…, the ministry said on Friday.` or `…, according to Orlo.`, and
// gives the end of what is left to read from the left.
func (r *reading) cueLast(u rng, ui int) int {
	for i := u.last - 1; i > u.first+2; i-- {
		if r.within[i] >= 0 {
			return u.last
		}
		if r.tok(i) != "," {
			continue
		}
		if strings.EqualFold(r.tok(i+1), "according") && r.tok(i+2) == "to" {
			return r.accordingLast(i, u, ui)
		}
		v := r.lastCue(i+1, u)
		if v < 0 {
			continue
		}
		g, _ := r.cue(v)
		if r.used[v] {
			return u.last
		}
		src := r.tailSource(i+1, g)
		begin := r.clauseStart(u.first, i)
		if begin >= i || !r.clauseLike(begin, i) {
			return u.last
		}
		r.report(found{
			content: []rng{{begin, i}}, cue: g.rng, source: src, medium: r.medium(g, u), sure: sureClause,
			reason: "a clause, then the cue",
		}, g, ui)
		for j := begin; j < i; j++ {
			r.used[j] = true
		}
		return u.last
	}
	return u.last
}

// lastCue finds the cue of `S V` or `V S` that begins at token i and closes its unit; -1 for none.
func (r *reading) lastCue(i int, u rng) int {
	v := r.tailCue(i)
	if v < 0 || v >= u.last {
		return -1
	}
	g, _ := r.cue(v)
	if g.denied || g.supposed || !g.verb.takes(thatClause) || g.verb.medium == Thought {
		return -1
	}
	src := r.tailSource(i, g)
	if src.empty() || src.first > i+1 && src.first < g.first && !r.is(i, prep|adverb|timeWord) || !r.closesUnit(g, src, u) {
		return -1
	}
	return v
}

// closesUnit reports whether a cue and its source leave nothing to report on their right. A name before a comma
// and the cue is the second half of its source: "the mayor, Ada Brandt, said".
func (r *reading) closesUnit(g group, src, u rng) bool {
	switch {
	case src.first > g.first:
		return r.clauseIsOver(src.last, u) || r.is(src.last, relative)
	case src.last == g.first-1 && !r.holdsComma(src):
		return false
	}
	return r.clauseIsOver(r.pastListener(g, u.last), u)
}

func (r *reading) holdsComma(g rng) bool {
	for i := g.first; i < g.last; i++ {
		if r.tok(i) == "," {
			return true
		}
	}
	return false
}

// pastListener skips the addressee of a cue that takes one.
func (r *reading) pastListener(g group, hi int) int {
	if g.verb.takes(addressee) {
		return r.pastAddressee(g.last, hi)
	}
	return g.last
}

// clauseIsOver reports whether nothing can be reported after token i: the unit ends, or time, place and
// circumstance follow.
func (r *reading) clauseIsOver(i int, u rng) bool {
	if i >= u.last || r.within[i] >= 0 {
		return i >= u.last
	}
	switch r.tok(i) {
	case ",", ".", ";", ")", "—", "–", "--", "-", "!", "?":
		return true
	case "that":
		return false
	}
	return r.is(i, prep|coord|timeWord) || r.isAdverb(i) || r.is(i, object)
}

// clauseLike reports whether tokens [begin, end) can be a clause: they hold a verb.
func (r *reading) clauseLike(begin, end int) bool {
	for i := begin; i < end; i++ {
		if r.within[i] >= 0 || r.verbal(i) || r.finiteLooking(i) {
			return true
		}
	}
	return false
}

// accordingLast reads `…, according to Orlo` whose comma is token i.
func (r *reading) accordingLast(i int, u rng, ui int) int {
	src := r.nounRight(i + 3)
	begin := r.clauseStart(u.first, i)
	if src.empty() || r.onlyDocument(src) || begin >= i {
		return u.last
	}
	g := group{rng: rng{i + 1, i + 3}, at: i + 1}
	r.report(found{content: []rng{{begin, i}}, cue: g.rng, source: src, sure: sureAccording, reason: "\"according to\" after a clause"}, g, ui)
	for j := begin; j < u.last; j++ {
		r.used[j] = true
	}
	return u.last
}
