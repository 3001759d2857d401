package wording

import (
	"cmp"
	"container/heap"
	"maps"
	"math"
	"slices"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/quotes"
)

// grouping is one division of the nodes into statements. Everything in it is numbered by the canonical order of the
// nodes, so that ties fall the same way whatever the order of adding.
//
// Groups grow by mean linkage (Sokal and Michener, 1958): the two groups whose members are on average likeliest to
// be the same are joined first, until no mean reaches the threshold. One bridge between two groups never joins them,
// as it would by transitive closure.
type grouping struct {
	j       *Joiner
	o       Options
	order   []int32
	place   []int32   // of each node in order
	members [][]int32 // the quotes of each place, by id
	links   [][]link  // of each place, by place
	// of is each place's group, -1 when it was merged into another; groups are named by their first place.
	of      []int32
	groups  [][]int32
	speaker []int32 // the one known speaker of a group, 0 when there is none
	parent  []int32 // the group that a piece is attached to, -1 for none
	sums    []map[int32]float64
	never   map[int32][]int32 // of a place, those a person keeps it apart from
	settled map[[2]int32]bool
	series  []bool      // of each place, see findSeries
	forms   [2]Prepared // buffers of apart
}

// link is a scored pair of places, seen from one of them.
type link struct {
	to int32
	Score
	sure  Score // what counts for a join
	again bool
	// quoted is true when both print words between quotation marks that tell of one utterance.
	quoted bool
	held   holding
}

func newGrouping(j *Joiner, rules []Rule, o Options) *grouping {
	n := len(j.nodes)
	g := &grouping{
		j: j, o: o, place: make([]int32, n), of: make([]int32, n), groups: make([][]int32, n), parent: make([]int32, n),
		speaker: make([]int32, n), sums: make([]map[int32]float64, n), never: map[int32][]int32{}, settled: map[[2]int32]bool{},
	}
	g.canonical()
	g.score()
	singles := make([]int32, n)
	for p, node := range g.order {
		g.of[p], g.parent[p], singles[p] = int32(p), -1, int32(p)
		g.groups[p] = singles[p : p+1 : p+1]
		g.speaker[p] = j.said[node].speaker
		for _, l := range g.links[p] {
			g.add(int32(p), l.to, support(l.sure.Whole))
		}
	}
	g.rules(rules)
	g.settle()
	return g
}

// add adds to the support between two groups, one way.
func (g *grouping) add(x, y int32, s float64) {
	if g.sums[x] == nil {
		g.sums[x] = map[int32]float64{}
	}
	g.sums[x][y] += s
}

// canonical puts the nodes in order of their least quote id, and each node's quotes in order of id.
func (g *grouping) canonical() {
	j := g.j
	byID := func(x, y int32) int { return strings.Compare(j.quotes[x].id, j.quotes[y].id) }
	all := make([]int32, 0, len(j.quotes))
	ofNode := make([][]int32, len(j.nodes))
	for n := range j.nodes {
		begin := len(all)
		for q := j.nodes[n].first; q >= 0; q = j.quotes[q].next {
			all = append(all, q)
		}
		ofNode[n] = all[begin:len(all):len(all)]
		slices.SortFunc(ofNode[n], byID)
	}
	g.order = make([]int32, len(j.nodes))
	for n := range g.order {
		g.order[n] = int32(n)
	}
	slices.SortFunc(g.order, func(x, y int32) int { return byID(ofNode[x][0], ofNode[y][0]) })
	g.members = make([][]int32, len(g.order))
	for p, n := range g.order {
		g.place[n], g.members[p] = int32(p), ofNode[n]
	}
}

// score turns the edges of the nodes into links of the places.
func (g *grouping) score() {
	printed := make(map[int32]printings)
	of := func(p int32) printings {
		x, ok := printed[p]
		if !ok {
			x = g.printings(p)
			printed[p] = x
		}
		return x
	}
	g.links = make([][]link, len(g.order))
	for p, node := range g.order {
		p := int32(p)
		for _, e := range g.j.nodes[node].edges {
			if l, ok := g.weigh(p, e, of(p), of(g.place[e.to])); ok {
				g.links[p] = append(g.links[p], l)
			}
		}
		slices.SortFunc(g.links[p], func(a, b link) int { return cmp.Compare(a.to, b.to) })
	}
}

// weigh turns an edge from a place into a link, given which articles printed the two; ok is false where it does not count.
func (g *grouping) weigh(p int32, e edge, ofP, ofQ printings) (l link, ok bool) {
	q := g.place[e.to]
	var k company
	if s := g.speakerOf(p); s != 0 && s == g.speakerOf(q) {
		k = companyOfAll(ofP, ofQ)
	}
	if g.cutAndPassedOn(p, q, e.again) {
		e.part -= otherSpeaker
	}
	if !math.IsInf(float64(e.quoted), -1) && (!g.mayQuote(p, q) || k.apart > 0 && e.quoted < ownQuotedOdds) {
		e.quoted = float32(math.Inf(-1))
	}
	s := e.score(k)
	if x := g.shorter(p, q); g.pale(x) && !(e.again && g.ownCut(x) && g.sameDays(p, q)) {
		s.Part = 0
	}
	if s.Best() < keep || g.apart(p, q, e.again) {
		return link{}, false
	}
	sure := s
	if g.o.Guarded {
		sure = e.held.sure(s, k)
		sure.Part = max(sure.Part, e.quotedScore(k))
	}
	return link{q, s, sure, e.again, e.quoted > 0, e.held}, true
}

// keep is the least score of a pair that counts.
const keep = 0.05

func (g *grouping) speakerOf(p int32) int32 { return g.j.said[g.order[p]].speaker }

// printings lists the known articles that printed the wording at a place.
func (g *grouping) printings(p int32) (x printings) {
	for _, m := range g.members[p] {
		switch q := &g.j.quotes[m]; {
		case q.article == 0:
		case q.kind == quotes.Direct:
			x.direct = append(x.direct, q.article)
		default:
			x.other = append(x.other, q.article)
		}
	}
	slices.Sort(x.direct)
	slices.Sort(x.other)
	x.direct, x.other = slices.Compact(x.direct), slices.Compact(x.other)
	return x
}

// between gives the link between two places.
func (g *grouping) between(p, q int32) (link, bool) {
	i, ok := slices.BinarySearchFunc(g.links[p], q, func(l link, q int32) int { return cmp.Compare(l.to, q) })
	if !ok {
		return link{}, false
	}
	return g.links[p][i], true
}

// rules notes what a person settled; quotes of one node cannot be parted, their words and speaker are the same.
func (g *grouping) rules(rules []Rule) {
	if len(rules) == 0 {
		return
	}
	placeOf := make([]int32, len(g.j.quotes))
	for p, members := range g.members {
		for _, m := range members {
			placeOf[m] = int32(p)
		}
	}
	for _, r := range rules {
		a, okA := g.j.find(r.A, canon.HashString(r.A))
		b, okB := g.j.find(r.B, canon.HashString(r.B))
		if !okA || !okB {
			continue
		}
		x, y := placeOf[a], placeOf[b]
		if x == y {
			continue
		}
		if r.Same {
			g.settled[couple(x, y)] = true
		} else {
			g.never[x], g.never[y] = append(g.never[x], y), append(g.never[y], x)
		}
	}
}

func couple(x, y int32) [2]int32 { return [2]int32{min(x, y), max(x, y)} }

// components gives the places that edges connect, each in order.
func (g *grouping) components() [][]int32 {
	root := make([]int32, len(g.order))
	for i := range root {
		root[i] = int32(i)
	}
	find := func(x int32) int32 {
		for root[x] != x {
			root[x] = root[root[x]]
			x = root[x]
		}
		return x
	}
	unite := func(x, y int32) {
		x, y = find(x), find(y)
		root[max(x, y)] = min(x, y)
	}
	for p := range g.sums {
		for q := range g.sums[p] {
			unite(int32(p), q)
		}
	}
	for c := range g.settled {
		unite(c[0], c[1])
	}
	sets := make([][]int32, len(root))
	for p := range root {
		if r := find(int32(p)); r != int32(p) || len(g.sums[p]) > 0 || len(g.settled) > 0 {
			sets[r] = append(sets[r], int32(p))
		}
	}
	return slices.DeleteFunc(sets, func(m []int32) bool { return len(m) < 2 })
}

// candidate is a pair of groups with its mean score; it is stale once either has changed.
type candidate struct {
	mean   float64
	x, y   int32
	nx, ny int
}

type queue []candidate

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, k int) { q[i], q[k] = q[k], q[i] }
func (q queue) Less(i, k int) bool {
	a, b := q[i], q[k]
	return cmp.Or(-cmp.Compare(a.mean, b.mean), cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) < 0
}
func (q *queue) Push(x any) { *q = append(*q, x.(candidate)) }
func (q *queue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}

// cluster divides one component.
func (g *grouping) cluster(places []int32) {
	q := &queue{}
	for _, x := range places {
		for y := range g.sums[x] {
			if x < y {
				g.push(q, x, y)
			}
		}
	}
	for q.Len() > 0 {
		c := heap.Pop(q).(candidate)
		if len(g.groups[c.x]) != c.nx || len(g.groups[c.y]) != c.ny || g.barred(c.x, c.y) || g.parallel(c.x, c.y) || g.claimed(c.x, c.y, c.mean) {
			continue
		}
		g.merge(c.x, c.y)
		for _, z := range sortedKeys(g.sums[c.x]) {
			g.push(q, min(c.x, z), max(c.x, z))
		}
	}
	g.passOn(places)
	g.attach(places)
}

// passOn merges groups of two speakers that hold the same words, too many to hit on by chance. Their other members resemble
// each other less, and who is named outweighs that; so means cannot see it.
func (g *grouping) passOn(places []int32) {
	for _, p := range places {
		for _, l := range g.links[p] {
			x, y := min(g.of[p], g.of[l.to]), max(g.of[p], g.of[l.to])
			if x == y || !l.again || l.sure.Whole < g.o.Whole || g.speakerOf(p) == 0 || g.speakerOf(l.to) == 0 {
				continue
			}
			a, b := g.j.form(&g.forms[0], g.order[p]), g.j.form(&g.forms[1], g.order[l.to])
			if passedOn(a, b) && !g.barred(x, y) && !g.parallel(x, y) {
				g.merge(x, y)
			}
		}
	}
}

func sortedKeys(m map[int32]float64) []int32 {
	out := make([]int32, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// push offers a pair of groups when its mean reaches the threshold.
func (g *grouping) push(q *queue, x, y int32) {
	nx, ny := len(g.groups[x]), len(g.groups[y])
	if mean := g.sums[x][y] / float64(nx*ny); nx > 0 && ny > 0 && mean >= g.least(x, y) {
		heap.Push(q, candidate{mean, x, y, nx, ny})
	}
}

// doubt is the most, in log odds, that one pair may speak for or against a join.
const doubt = 4

// support is a probability in log odds, cut off at doubt on both sides and counted from there, so that pairs never
// looked at, which speak against, count as zero.
func support(p float64) float64 {
	return doubt + max(-doubt, min(doubt, math.Log(p/(1-p))))
}

// least is the mean support that two groups need: less where one known speaker said all of both.
func (g *grouping) least(x, y int32) float64 {
	if a := g.speaker[x]; a != 0 && a == g.speaker[y] {
		return support(g.o.Own)
	}
	return support(g.o.Whole)
}

func (g *grouping) leastPart(x, y int32) float64 {
	if a := g.speaker[x]; a != 0 && a == g.speaker[y] {
		return g.o.OwnPart
	}
	return g.o.Part
}

// settle merges what a person said is the same.
func (g *grouping) settle() {
	for _, c := range slices.SortedFunc(maps.Keys(g.settled), func(a, b [2]int32) int { return slices.Compare(a[:], b[:]) }) {
		if x, y := g.of[c[0]], g.of[c[1]]; x != y {
			g.merge(min(x, y), max(x, y))
		}
	}
}

// merge moves group y into group x; x < y.
func (g *grouping) merge(x, y int32) {
	for _, p := range g.groups[y] {
		g.of[p] = x
	}
	if g.speaker[x] != g.speaker[y] {
		g.speaker[x] = 0
	}
	g.groups[x] = append(g.groups[x], g.groups[y]...)
	g.groups[y] = nil
	for z, s := range g.sums[y] {
		delete(g.sums[z], y)
		if z != x {
			g.add(x, z, s)
			g.add(z, x, s)
		}
	}
	g.sums[y] = nil
}

// barred reports whether a person said that some member of x is never the same as some member of y.
func (g *grouping) barred(x, y int32) bool {
	if len(g.never) == 0 {
		return false
	}
	if len(g.groups[x]) > len(g.groups[y]) {
		x, y = y, x
	}
	return slices.ContainsFunc(g.groups[x], func(p int32) bool {
		return slices.ContainsFunc(g.never[p], func(q int32) bool { return g.of[q] == y })
	})
}

// claimed reports whether either of two groups, for which mean speaks, is more likely a piece of a third: words that
// stand in another statement as such are not the translation of one that they only resemble.
func (g *grouping) claimed(x, y int32, mean float64) bool {
	if mean >= support(g.o.Part) {
		return false
	}
	elsewhere := func(x, y int32) bool {
		for z, score := range g.wholes(x, func(l link) bool { return l.again }) {
			if z != y && score >= g.leastPart(x, z) && support(score) > mean {
				return true
			}
		}
		return false
	}
	return elsewhere(x, y) || elsewhere(y, x)
}

// apart reports whether one of two wordings is a clause, and the other only names a thing that the clause does not speak of.
func (g *grouping) apart(p, q int32, again bool) bool {
	x, y := g.j.nodes[g.order[p]].says&noClause != 0, g.j.nodes[g.order[q]].says&noClause != 0
	switch {
	case x && y:
		return g.twoThings(p, q, again)
	case x == y:
		return false
	case y:
		p, q = q, p
	}
	if g.quoted(p) {
		return false
	}
	return headless(g.j.form(&g.forms[0], g.order[p]).text, g.j.form(&g.forms[1], g.order[q]).text)
}

// twoThings reports whether two wordings that nobody quotes only name things: two people's, or one's that have but names in common.
// Of the same words only two people of one article mean two things.
func (g *grouping) twoThings(p, q int32, again bool) bool {
	a, b := g.j.form(&g.forms[0], g.order[p]), g.j.form(&g.forms[1], g.order[q])
	own := sameSpeaker(a, b)
	if again && (!twoSpeakers(a, b) || common(g.articles(p), g.articles(q)) == 0) {
		return false
	}
	if g.quoted(p) || g.quoted(q) || !thing(a.text) || !thing(b.text) {
		return false
	}
	return !own || !sharePlain(a.text, b.text)
}

// pale reports whether a wording says too little to be a piece of another and is nowhere quoted.
func (g *grouping) pale(p int32) bool { return g.j.nodes[g.order[p]].light() && !g.quoted(p) }

// ownCut reports whether a pale wording is a clause that says enough where the same speaker's words hold it.
func (g *grouping) ownCut(p int32) bool { return g.j.nodes[g.order[p]].says&ownCut != 0 }

// sameDays reports whether one known speaker said two wordings within some days.
func (g *grouping) sameDays(p, q int32) bool {
	s, t := g.j.said[g.order[p]], g.j.said[g.order[q]]
	return s.own(t) && s.day != undated && t.day != undated && max(s.day, t.day)-min(s.day, t.day) <= quotedTogether
}

// quoted reports whether anybody prints a wording, or part of it, between quotation marks.
func (g *grouping) quoted(p int32) bool {
	return slices.ContainsFunc(g.members[p], func(m int32) bool { return g.j.quotes[m].kind != quotes.Indirect })
}

// direct reports whether anybody prints a wording between quotation marks as a whole.
func (g *grouping) direct(p int32) bool {
	return slices.ContainsFunc(g.members[p], func(m int32) bool { return g.j.quotes[m].kind == quotes.Direct })
}

func (g *grouping) shorter(p, q int32) int32 {
	if g.words(p) > g.words(q) {
		return q
	}
	return p
}

// sideBySide is the number of articles that must quote two groups, each in its place, to keep them apart.
const sideBySide = 2

// parallel reports whether articles quote both of two groups side by side, in words that do not cover each other:
// whoever prints two things twice means two things.
func (g *grouping) parallel(x, y int32) bool {
	at := map[int32][]int32{} // articles to the places that they quote
	for _, p := range g.groups[x] {
		for _, article := range g.printings(p).direct {
			at[article] = append(at[article], p)
		}
	}
	if len(at) < sideBySide {
		return false
	}
	apart := map[int32]bool{}
	for _, q := range g.groups[y] {
		for _, article := range g.printings(q).direct {
			for _, p := range at[article] {
				if l, ok := g.between(p, q); !ok || !l.again {
					apart[article] = true
				}
			}
		}
	}
	return len(apart) >= sideBySide
}
