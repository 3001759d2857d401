package quotes

// Sentences that tell who quotes whom: "Orlo was quoted by Norpress as saying that …", "…, Norpress quoted Orlo as saying."

// quotedAs is such a passive: who is quoted, by whom, where the words for it stand and where they end.
type quotedAs struct {
	by    group // quoted
	as    group // saying
	relay rng
	end   int
}

// quotedAsSaying reads the passive whose verb is token i; ok is false where it is none.
func (r *reading) quotedAsSaying(i, hi int) (q quotedAs, ok bool) {
	if v := r.words[i].verb; v < 0 || !r.lang.verbs[v].quotes() { // most tokens; spares reading the whole verb group
		return q, false
	}
	c, ok := r.cue(i)
	if !ok || !c.passive {
		return q, false
	}
	q.by, q.end = c, c.last
	r.quotedThrough(&q)
	for j := q.end; j+1 < hi && j < q.end+maxRelay && r.within[j] < 0; j++ {
		if r.tok(j) != "as" {
			continue
		}
		g, ok := r.cue(j + 1)
		if !ok || g.form&ing == 0 {
			return q, false
		}
		q.as, q.end = g, g.last
		r.quotedThrough(&q)
		return q, true
	}
	return q, false
}

// quotedThrough reads the agent of such a passive, where it goes on with one.
func (r *reading) quotedThrough(q *quotedAs) {
	if r.tok(q.end) != "by" {
		return
	}
	if relay := r.nounRight(q.end + 1); r.claimable(relay) {
		q.relay, q.end = relay, relay.last
	}
}

// quotedLast reads the clause before `…, Orlo was quoted as saying by Norpress.` whose comma is token i, and reports whether there
// is one.
func (r *reading) quotedLast(i int, u rng, ui int) bool {
	q := found{sure: sureRelayed, reason: "a clause, then who is quoted"}
	if !r.saidPassive(&q, i+1, u) {
		return false
	}
	begin := r.clauseStart(u.first, i)
	if begin >= i || !r.clauseLike(begin, i) || r.within[begin] >= 0 && r.claimed[r.within[begin]] {
		return false
	}
	q.content = []rng{{begin, i}}
	r.report(q, group{}, ui)
	r.use(q.content[0])
	return true
}

// maxQuoted bounds the words between a comma and such a passive.
const maxQuoted = 24

// saidPassive reads `…, Orlo was quoted as saying by Norpress`, whose subject begins at token i, as what attributes the words
// before it; it fills in their source, cue and relay and reports whether it is one.
func (r *reading) saidPassive(q *found, i int, u rng) bool {
	for j := i; j < u.last && j < i+maxQuoted && r.within[j] < 0 && r.tok(j) != ";"; j++ {
		p, ok := r.quotedAsSaying(j, u.last)
		if !ok {
			continue
		}
		end := r.pastCircumstance(p.end, u.last)
		q.source = r.subject(i, p.by.first)
		if q.source.empty() || r.joins(i) || !r.clauseIsOver(end, u) {
			return false
		}
		q.cue, q.relay, q.medium = rng{p.by.first, p.as.last}, p.relay, Speech
		r.used[p.by.at], r.used[p.as.at], r.barred[p.by.at], r.barred[p.as.at] = true, true, true, true
		return true
	}
	return false
}

// quotedAfter tries `"…," Norpress quoted Orlo as saying`, whose source is Orlo and Norpress the relay.
func (r *reading) quotedAfter(k int, u rng, ui int) bool {
	from := r.skipComma(int(r.stretches[k].close) + 1)
	q := found{kind: Direct, sure: sureTail, reason: "quotation marks, then who quotes whom"}
	if r.endsSpeech(int(r.stretches[k].close)) && r.saidPassive(&q, from, u) {
		q.content = []rng{r.whole(k)}
		r.claim(k)
		r.take(q, group{}, ui)
		r.open = len(r.out) - 1
		return true
	}
	for i := from; i < u.last && i < from+maxRelay && r.within[i] < 0; i++ {
		c, ok := r.cue(i)
		if !ok || !c.verb.quotes() || c.passive || c.form&(past|third) == 0 {
			continue
		}
		as, g := r.sayingBehind(c, u)
		if as == 0 {
			return false
		}
		r.claim(k)
		r.take(found{
			kind: Direct, content: []rng{r.whole(k)}, cue: rng{g.at, g.last}, source: r.trimRight(rng{c.last, as}), relay: r.subject(from, c.first),
			medium: Speech, sure: sureTail, reason: "quotation marks, then who quotes whom",
		}, g, ui)
		r.open = len(r.out) - 1
		r.used[c.at], r.barred[c.at] = true, true
		return true
	}
	return false
}

// sayingBehind finds the "as" and the participle behind whom a verb quotes: "quoted Orlo | as saying"; 0 where there is none.
func (r *reading) sayingBehind(c group, u rng) (as int, g group) {
	for j := c.last + 1; j < u.last-1 && j < c.last+maxNoun && r.within[j] < 0; j++ {
		if g, ok := r.cue(j + 1); r.tok(j) == "as" && ok && g.form&ing != 0 {
			return j, g
		}
	}
	return 0, group{}
}
