package wording

import (
	"cmp"
	"slices"
)

// result gathers the groups, each with the pieces that hang under it.
func (g *grouping) result() Result {
	under := make([][]int32, len(g.order)) // places of each statement, by its group
	for p := range g.order {
		top := g.top(int32(p))
		under[top] = append(under[top], int32(p))
	}
	var r Result
	statement := make([]int, len(g.order))
	for _, places := range under {
		if len(places) == 0 {
			continue
		}
		for _, p := range places {
			statement[p] = len(r.Statements)
		}
		r.Statements = append(r.Statements, g.statement(places))
	}
	r.Proposals = g.proposals(statement, r.Statements)
	return r
}

func (g *grouping) top(p int32) int32 { return g.root(g.of[p]) }

// statement lists the quotes of some places and finds for each, but the first, the reason it is there.
func (g *grouping) statement(places []int32) Statement {
	var s Statement
	for k, p := range places {
		for i, m := range g.members[p] {
			s.Members = append(s.Members, int(m))
			if i > 0 {
				s.Joins = append(s.Joins, Join{Quote: int(m), To: g.first(p), Score: 1, By: "machine"})
			}
		}
		if k > 0 {
			s.Joins = append(s.Joins, g.reason(p, places))
		}
	}
	slices.SortFunc(s.Members, func(a, b int) int { return cmp.Compare(g.j.quotes[a].id, g.j.quotes[b].id) })
	return s
}

// reason finds the member that place p is most like, a person's rule before all.
func (g *grouping) reason(p int32, places []int32) Join {
	if len(g.settled) > 0 {
		for _, q := range places {
			if g.settled[couple(p, q)] {
				return Join{Quote: g.first(p), To: g.first(q), Score: 1, By: "rule"}
			}
		}
	}
	out := Join{Quote: g.first(p), To: g.first(places[0]), By: "machine"}
	for _, l := range g.links[p] {
		if g.top(l.to) == g.top(p) && l.Best() > out.Score {
			out.To, out.Score, out.Part = g.first(l.to), l.Best(), l.Part > l.Whole
		}
	}
	return out
}

func (g *grouping) first(p int32) int { return int(g.members[p][0]) }

// proposals lists the pairs of statements with a pair of quotes that scores, best pair each.
func (g *grouping) proposals(statement []int, all []Statement) []Proposal {
	best := map[[2]int]Proposal{}
	g.findSeries()
	for p := range g.order {
		for _, l := range g.links[p] {
			q := l.to
			if int32(p) > q || statement[p] == statement[q] || l.Best() < g.o.Review || !g.worthAsking(int32(p), l) || g.barred(g.of[p], g.of[q]) {
				continue
			}
			pr := Proposal{A: statement[p], B: statement[q], QuoteA: g.first(int32(p)), QuoteB: g.first(q), Score: l.Best(), Part: l.Part > l.Whole}
			if pr.A > pr.B {
				pr.A, pr.B, pr.QuoteA, pr.QuoteB = pr.B, pr.A, pr.QuoteB, pr.QuoteA
			}
			key := [2]int{pr.A, pr.B}
			if old, ok := best[key]; !ok || g.before(pr, old) {
				best[key] = pr
			}
		}
	}
	out := make([]Proposal, 0, len(best))
	for _, pr := range best {
		pr.Touches = min(len(all[pr.A].Members), len(all[pr.B].Members))
		out = append(out, pr)
	}
	slices.SortFunc(out, func(a, b Proposal) int {
		return cmp.Or(-cmp.Compare(a.Touches, b.Touches), -cmp.Compare(a.Score, b.Score), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return out
}

// The share of the telling words from which on two wordings are worth a question that little else speaks for: those of two speakers,
// where nobody quotes both, and what one article reports of one speaker in two places.
const (
	mostTold   = 0.75
	toldBeside = 0.45
)

// worthAsking reports whether a person is asked about a link that joined nothing. Reports of one story by two people share its words,
// and so do one man's reports of what he says every month.
func (g *grouping) worthAsking(p int32, l link) bool {
	q := l.to
	own := g.speakerOf(p) != 0 && g.speakerOf(p) == g.speakerOf(q)
	together := common(g.articles(p), g.articles(q)) > 0
	switch {
	case !g.o.Guarded || l.quoted:
		return true
	case l.held&heldNamed != 0, g.inSeries(p, l):
		return false
	case g.direct(p) && g.direct(q):
		return l.held&heldRetold == 0
	case l.held&heldLater != 0: // but who prints another number may have it wrong
		return l.held&heldNumbers != 0 && g.mostlyTold(p, q)
	case own:
		return g.worthOwn(p, l, together)
	case g.quoted(p) && g.quoted(q), together && (g.quoted(p) || g.quoted(q)):
		return true
	}
	return g.mostlyTold(p, q)
}

// leastSeries is how many other numbers of other days make a series.
const leastSeries = 4

// findSeries finds the places of which one speaker printed the like again and again, each day with another number: the reports of a
// ministry. None of them is another one with a wrong number, and who reports for a year would be asked about thousands of pairs.
func (g *grouping) findSeries() {
	g.series = make([]bool, len(g.order))
	for p := range g.order {
		n := 0
		for _, l := range g.links[p] {
			if g.nextOfSeries(int32(p), l) {
				n++
			}
		}
		g.series[p] = n >= leastSeries
	}
}

// inSeries reports whether a link leads from one of a series to another one.
func (g *grouping) inSeries(p int32, l link) bool {
	return g.series[p] && g.series[l.to] && g.nextOfSeries(p, l)
}

// nextOfSeries reports whether a link leads to what the same speaker said on another day with another number.
func (g *grouping) nextOfSeries(p int32, l link) bool {
	s, t := g.j.said[g.order[p]], g.j.said[g.order[l.to]]
	return s.own(t) && s.day != t.day && l.held&heldNumbers != 0
}

// worthOwn reports whether two wordings of one speaker tell enough alike: where one article has both, and where neither does more than
// name a thing.
func (g *grouping) worthOwn(p int32, l link, together bool) bool {
	q := l.to
	if l.held&heldSlight != 0 || !together && l.held&heldRetold != 0 {
		return false
	}
	a, b := g.j.form(&g.forms[0], g.order[p]), g.j.form(&g.forms[1], g.order[q])
	if !g.quoted(p) && !g.quoted(q) && thing(a.text) && thing(b.text) {
		return false
	}
	return !together || toldShare(a.text, b.text) >= toldBeside
}

// mostlyTold reports whether two wordings, neither of which only names a thing, share most of what they tell.
func (g *grouping) mostlyTold(p, q int32) bool {
	a, b := g.j.form(&g.forms[0], g.order[p]), g.j.form(&g.forms[1], g.order[q])
	return !thing(a.text) && !thing(b.text) && toldShare(a.text, b.text) >= mostTold
}

// before reports whether a shows the likeness of its statements better than b: by score, then by ids.
func (g *grouping) before(a, b Proposal) bool {
	id := g.j.ID
	return cmp.Or(-cmp.Compare(a.Score, b.Score), cmp.Compare(id(a.QuoteA), id(b.QuoteA)), cmp.Compare(id(a.QuoteB), id(b.QuoteB))) < 0
}
