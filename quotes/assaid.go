package quotes

import "quotidian/articles/token"

// asSaid reads `As the mayor said earlier, …` in a unit that it opens.
func (r *reading) asSaid(u rng, hi int) int {
	g, ok := r.cueOfAs(u, hi)
	if !ok {
		return 0
	}
	src, end := rng{u.first + 1, g.first}, r.pastAs(g, hi)
	relay := rng{}
	if by := r.citedFirst(end, u, g); !by.empty() {
		src, relay, end = by, src, by.last
	}
	if src.empty() || !r.claimable(src) || !r.beginsNoun(src.first) || r.tok(end) != "," || !r.mainClause(end+1, hi) {
		return 0
	}
	content := rng{end + 1, r.contentEnd(end+1, hi)}
	r.report(found{
		content: []rng{content}, cue: g.rng, source: src, relay: relay, medium: r.medium(g, rng{u.first, end}), sure: sureBare,
		reason: "\"as\" somebody said, before a clause",
	}, g, r.unitOf(u.first))
	return content.last
}

// citedFirst gives whom an agency cites behind its cue, up to the comma before the clause: "As Norpress reported citing | the ministry, |
// prices rose".
func (r *reading) citedFirst(i int, u rng, g group) rng {
	if !g.verb.reports() {
		return rng{}
	}
	by, at := r.citing(i, u)
	if by.empty() {
		return rng{}
	}
	for j := by.first + 1; j < by.last; j++ {
		if r.tok(j) == "," && r.mainClause(j+1, u.last) {
			by.last = j
		}
	}
	if r.tok(by.last) != "," {
		return rng{}
	}
	r.barred[at] = true
	return by
}

// cueOfAs finds the finite cue in the words behind the "As" that opens a unit.
func (r *reading) cueOfAs(u rng, hi int) (group, bool) {
	for i := u.first + 2; i < hi && i < u.first+maxSpokesman && r.toks[i].Kind == token.Word && r.within[i] < 0; i++ {
		g, ok := r.cue(i)
		if ok && g.form&(past|third) != 0 && !g.passive && g.verb.takes(thatClause) && g.verb.medium != Thought && !finds(g.verb) && !r.reportsNothing(g) {
			return g, true
		}
	}
	return group{}, false
}

// pastAs gives the token behind the particle of a cue and behind when and where something was said.
func (r *reading) pastAs(g group, hi int) int {
	end := g.last
	if g.verb.particle(r.tok(end)) && r.tok(end) != "that" {
		end++ // pointed out
	}
	for end < hi && r.isAdverb(end) {
		end++
	}
	return r.pastCircumstance(end, hi)
}

// accordingEnd reads `It was the best mark of the year according to Orlo.`, without a comma, whose "according" is token i: what a text says, or
// somebody with a name.
func (r *reading) accordingEnd(i int, u rng, hi int) int {
	if i == u.first || r.has(i, token.Capital) || r.toks[i-1].Kind == token.Punct {
		return 0
	}
	src := r.nounRight(i + 2)
	if r.tok(i+1) != "to" || src.empty() || src.last < hi && !r.terminal(src.last) || r.onlyDocument(src) || !r.evident(src) && !r.has(src.first, token.Capital) {
		return 0
	}
	content := rng{r.clauseStart(u.first, i), i}
	if content.last-content.first < leastClause || r.is(content.first, sub) || !r.clauseLike(content.first, content.last) {
		return 0
	}
	g := group{rng: rng{i, i + 2}, at: i}
	r.report(found{
		content: []rng{content}, cue: g.rng, source: src, sure: sureAccording, reason: "\"according to\" after a clause",
	}, g, r.unitOf(u.first))
	return src.last
}
