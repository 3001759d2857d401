package quotes

import (
	"slices"

	"quotidian/articles/token"
)

// What stands in the paragraphs below a line that ends in a colon, without quotation marks: a statement ("The union issued the
// following statement:") or the points of a list ("The union demanded:").

const (
	// maxBelow bounds the paragraphs of one statement, and the points of one list.
	maxBelow = 12
	// leastBelow is the fewest tokens of a paragraph of a statement; what is shorter is a heading or "ENDS".
	leastBelow = 4
)

// below reads what a unit that ends in a colon leads to in the paragraphs below it, and gives the unit that follows them.
func (r *reading) below(ui int) int {
	next := ui + 1
	if next >= len(r.units) || r.tok(r.units[ui].last-1) != ":" || !r.start[r.units[next].first] || r.within[r.units[next].first] >= 0 {
		return next
	}
	u := r.units[ui]
	if points, end := r.points(next); len(points) > 1 {
		src, cue := r.listing(ui)
		if g, ok := r.asking(u); ok {
			src, cue = r.subject(u.first, g.first), g.rng
		}
		if r.takeBelow(found{kind: Indirect, content: points, cue: cue, source: src, reason: "cue and colon, then the points of a list"}) {
			return end
		}
		return next
	}
	if end := r.lines(ui); end > next {
		return end
	}
	if g, ok := r.issuing(u); ok {
		said, end := r.statement(next)
		q := found{kind: Direct, content: said, cue: g.rng, source: r.subject(u.first, g.first), medium: Writing, reason: "a statement is announced, then its paragraphs"}
		if len(said) > 0 && r.takeBelow(q) {
			return end
		}
	}
	return next
}

// leastLines is the fewest lines without a full stop that are what somebody "said:", each a statement; a heading or two may stand anywhere.
const leastLines = 3

// lines reads the lines below `Orlo also said:` that have lost the dots of their list, and gives the unit behind them; 0 where there are none.
func (r *reading) lines(ui int) int {
	u := r.units[ui]
	g, ok := r.asking(u)
	if !ok || g.last != u.last-1 || !g.verb.takes(direct|bareClause) {
		return 0
	}
	src := r.subject(u.first, g.first)
	end, clauses := ui+1, 0
	for ; end < len(r.units) && end-ui <= maxBelow && r.line(end); end++ {
		if r.clauseLike(r.units[end].first, r.units[end].last) {
			clauses++
		}
	}
	if n := end - ui - 1; n < leastLines || 2*clauses < n || !r.claimable(src) || r.is(src.first, relative) {
		return 0
	}
	for _, said := range r.units[ui+1 : end] {
		r.report(found{content: []rng{said}, cue: g.rng, source: src, medium: r.medium(g, u), sure: sureThat, reason: "cue and colon, then the lines of a list"}, g, ui)
	}
	r.barred[g.at] = true
	r.open, r.lastUnit = -1, -1
	return end
}

// line reports whether a unit is a line by itself that no full stop ends.
func (r *reading) line(ui int) bool {
	u := r.units[ui]
	alone := r.start[u.first] && (u.last == len(r.toks) || r.start[u.last])
	return alone && u.last-u.first >= leastBelow && !r.terminal(u.last-1) && r.tok(u.last-1) != ":" && r.within[u.first] < 0
}

// takeBelow records what stands below a unit, where somebody is its source.
func (r *reading) takeBelow(q found) bool {
	if q.cue.empty() || !r.claimable(q.source) || r.is(q.source.first, relative) {
		return false
	}
	q.sure = sureThat
	r.out = append(r.out, q)
	for i := q.cue.first; i < q.cue.last; i++ {
		r.barred[i], r.used[i] = true, true
	}
	r.open, r.lastUnit = -1, -1
	return true
}

// listing gives whose demands a unit that leads to a list enumerates, and the noun for them: "The union's demands include:", or
// "They include:" behind "The union issued a list of demands."
func (r *reading) listing(ui int) (src, cue rng) {
	u := r.units[ui]
	if !enumerates[r.tok(u.last-2)] || u.last-u.first > maxTail {
		return src, cue
	}
	if r.tok(u.first) == "They" && u.last-u.first == 3 && ui > 0 {
		u = r.units[ui-1]
	}
	for i := u.last - 2; i > u.first && i > u.last-maxTail && r.within[i] < 0; i-- {
		if demands[r.tok(i)] {
			return r.demanding(u.first, i), rng{i, i + 1}
		}
	}
	return src, cue
}

// demanding gives whose demands those at token i are, in a unit that begins at lo.
func (r *reading) demanding(lo, i int) rng {
	switch {
	case r.has(i-1, token.Clitic):
		return rng{lo, i - 1}
	case r.is(i-1, possessive):
		return rng{i - 1, i}
	}
	for v := i - 1; v > lo && v > i-maxObject; v-- {
		if issuing[r.tok(v)] || presenting[r.tok(v)] {
			return r.subject(lo, v)
		}
	}
	return rng{}
}

// enumerates are verbs between a list and the noun for its points.
var enumerates = map[string]bool{"include": true, "included": true, "are": true, "were": true}

// demands are nouns for what somebody wants or promises, point by point.
var demands = map[string]bool{
	"demands": true, "recommendations": true, "proposals": true, "conditions": true, "requests": true, "pledges": true, "promises": true,
}

// presenting are verbs for what somebody does with a list of demands, beside those of issuing.
var presenting = map[string]bool{"presented": true, "submitted": true, "set": true, "listed": true, "outlined": true, "handed": true, "drew": true}

// asking gives the cue of speech that the points of a list complete, right before the colon but for its particle and "the
// following": "demanded:", "called for:", "recommended the following steps:".
func (r *reading) asking(u rng) (group, bool) {
	for i := u.last - 2; i > u.first && i >= u.last-maxObject && r.within[i] < 0; i-- {
		if g, ok := r.cue(i); ok && g.verb.medium != Thought && g.form&(past|third|base) != 0 && !g.passive && !r.reportsNothing(g) {
			return g, r.leadsToPoints(g, u.last-1)
		}
		if r.tok(i) == "," || r.hardBreak(i) {
			break
		}
	}
	return group{}, false
}

// leadsToPoints reports whether nothing stands between a cue and the colon at token colon but its particle, or a phrase with
// "following" or "these": not "wrote three books:".
func (r *reading) leadsToPoints(g group, colon int) bool {
	i := g.last
	if g.verb.particle(r.tok(i)) {
		i++
	}
	for ; i < colon; i++ {
		if s := r.tok(i); s == "following" || s == "these" {
			return true
		}
	}
	return g.last == colon || g.verb.particle(r.tok(g.last)) && g.last+1 == colon
}

// points gives the points of the list that begins with unit ui, without their numbers and dots, and the unit behind them.
func (r *reading) points(ui int) (points []rng, end int) {
	for end = ui; end < len(r.units) && len(points) < maxBelow; {
		u := r.units[end]
		from := r.behindPoint(u.first)
		if !r.start[u.first] || from == u.first {
			break
		}
		if from >= u.last { // "1." may be a unit of its own
			if end+1 >= len(r.units) || r.start[r.units[end+1].first] {
				break
			}
			end++
			u = r.units[end]
			from = u.first
		}
		for end++; end < len(r.units) && !r.start[r.units[end].first]; end++ {
			u.last = r.units[end].last
		}
		points = append(points, r.pointOf(rng{from, u.last}))
	}
	return points, end
}

// behindPoint gives the token behind the dot, dash or number that begins a point of a list at token i, i itself for none.
func (r *reading) behindPoint(i int) int {
	switch s := r.tok(i); {
	case s == "-" || s == "–" || s == "—" || s == "•" || s == "*" || s == "·":
		return i + 1
	case r.toks[i].Kind == token.Number && len(s) < 3 && (r.tok(i+1) == "." || r.tok(i+1) == ")"):
		return i + 2
	case r.toks[i].Kind == token.Number && len(s) < 4 && s[len(s)-1] == '.':
		return i + 1
	}
	return i
}

// pointOf leaves out the stop with which a point of a list ends, and the "and" before the last one.
func (r *reading) pointOf(g rng) rng {
	if g.last > g.first && r.tok(g.last-1) == "and" {
		g.last--
	}
	for g.last > g.first+1 && (r.tok(g.last-1) == ";" || r.tok(g.last-1) == "," || r.tok(g.last-1) == ".") {
		g.last--
	}
	return g
}

// issuing gives the verb with which a unit announces a statement: "issued the following statement:", "The statement of the
// council reads in full:".
func (r *reading) issuing(u rng) (g group, ok bool) {
	paper, full := false, false
	for i := u.last - 2; i >= u.first && i > u.last-maxTail && r.within[i] < 0; i-- {
		switch s := r.tok(i); {
		case r.is(i, written):
			paper = true
		case announces[s]:
			full = true
		case runs[s]:
			return r.issued(i), r.writtenIn(max(u.first, i-maxNoun), i)
		case paper && full && issuing[s]:
			g = r.issued(i)
			return g, !g.denied && !g.supposed
		}
	}
	return g, false
}

// issued gives the group of a verb that no list of cues has, at token i.
func (r *reading) issued(i int) group {
	g := group{rng: rng{i, i + 1}, at: i, verb: issue, form: past}
	r.auxiliaries(&g)
	return g
}

// writtenIn reports whether a noun for a text stands in tokens [lo, hi).
func (r *reading) writtenIn(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if r.is(k, written) {
			return true
		}
	}
	return false
}

// issuing are verbs for what somebody does with a statement of his own.
var issuing = map[string]bool{
	"issued": true, "released": true, "published": true, "posted": true, "shared": true, "sent": true, "made": true, "gave": true,
	"issues": true, "releases": true, "publishes": true, "wrote": true, "circulated": true, "tweeted": true,
}

// announces are words that say of a statement that its words are to come, runs verbs with which they begin.
var (
	announces = map[string]bool{"following": true, "full": true, "below": true, "this": true}
	runs      = map[string]bool{"reads": true, "read": true, "follows": true}
)

// issue stands for the verbs that no list of cues has.
var issue = &verb{base: "issue", medium: Writing}

// statement gives the paragraphs of the statement that begins with unit ui and the unit behind them: the first, and those after it
// in which somebody goes on to speak of himself, none of them with quotation marks.
func (r *reading) statement(ui int) (said []rng, end int) {
	for end = ui; end < len(r.units) && len(said) < maxBelow; {
		g, next := r.units[end], end+1
		for ; next < len(r.units) && !r.start[r.units[next].first]; next++ {
			g.last = r.units[next].last
		}
		talks := slices.ContainsFunc(r.toks[g.first:g.last], r.talks)
		if g.last-g.first < leastBelow || r.quotesIn(g) || len(said) > 0 && !talks || !r.terminal(g.last-1) {
			break
		}
		said = append(said, g)
		end = next
	}
	return said, end
}
