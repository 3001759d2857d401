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

func (g *grouping) top(p int32) int32 {
	if x := g.of[p]; g.parent[x] >= 0 {
		return g.parent[x]
	}
	return g.of[p]
}

// statement lists the quotes of some places and finds for each, but the first, the reason it is there.
func (g *grouping) statement(places []int32) Statement {
	var s Statement
	for k, p := range places {
		members := g.j.members[g.order[p]]
		s.Members = append(s.Members, members...)
		if k > 0 {
			s.Joins = append(s.Joins, g.reason(p, places))
		}
		for _, m := range members[1:] {
			s.Joins = append(s.Joins, Join{Quote: m, To: members[0], Score: 1, By: "machine"})
		}
	}
	slices.SortFunc(s.Members, func(a, b int) int { return cmp.Compare(g.j.quotes[a].ID, g.j.quotes[b].ID) })
	return s
}

// reason finds the member that place p is most like, a person's rule before all.
func (g *grouping) reason(p int32, places []int32) Join {
	out := Join{Quote: g.first(p), To: g.first(places[0]), By: "machine"}
	a := g.j.nodes[g.order[p]]
	for _, q := range places {
		if q == p {
			continue
		}
		if g.settled[couple(p, q)] {
			return Join{Quote: g.first(p), To: g.first(q), Score: 1, By: "rule"}
		}
		if s, ok := a.edges[g.order[q]]; ok && s.Best() > out.Score {
			out.To, out.Score, out.Part = g.first(q), s.Best(), s.Part > s.Whole
		}
	}
	return out
}

func (g *grouping) first(p int32) int { return g.j.members[g.order[p]][0] }

// proposals lists the pairs of statements with a pair of quotes that scores, best pair each.
func (g *grouping) proposals(statement []int, all []Statement) []Proposal {
	best := map[[2]int]Proposal{}
	for p, node := range g.order {
		for m, s := range g.j.nodes[node].edges {
			q := g.place[m]
			if int32(p) > q || statement[p] == statement[q] || s.Best() < g.o.Review || g.barred(g.of[p], g.of[q]) {
				continue
			}
			pr := Proposal{A: statement[p], B: statement[q], QuoteA: g.first(int32(p)), QuoteB: g.first(q), Score: s.Best(), Part: s.Part > s.Whole}
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

// before reports whether a shows the likeness of its statements better than b: by score, then by ids.
func (g *grouping) before(a, b Proposal) bool {
	id := func(i int) string { return g.j.quotes[i].ID }
	return cmp.Or(-cmp.Compare(a.Score, b.Score), cmp.Compare(id(a.QuoteA), id(b.QuoteA)), cmp.Compare(id(a.QuoteB), id(b.QuoteB))) < 0
}
