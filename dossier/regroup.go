package dossier

import (
	"cmp"
	"slices"
)

// rules are what decisions say about items 0 … n-1 of one division: pairs that stand together, pairs that do not.
type rules struct{ together, apart [][2]int }

// regroup lays rules over a division that a machine made. base gives the cluster of each item.
//
// A person who joins two clusters means all of both, and one who parts two members means little else to move. So
// clusters are joined whole, and one that holds parted items falls into as many sides as it must; every other
// member goes with the side it is likest to. like is asked only then. Nothing is judged anew beyond that; what follows for
// statements from another division of speakers is compared before, see compareAnew.
//
// The result gives the smallest item of each item's cluster, and depends on sets alone: the items are in an order
// of their own, and the rules are free of contradictions.
func regroup(base []int, r rules, like func(a, b int) float64) []int {
	g := &regrouping{weld: newWeld(len(base)), like: like, ruled: map[int]bool{}}
	for _, p := range r.together {
		g.join(p[0], p[1])
		g.ruled[p[0]], g.ruled[p[1]] = true, true
	}
	for _, p := range r.apart {
		g.part(p[0], p[1])
		g.ruled[p[0]], g.ruled[p[1]] = true, true
	}
	members := map[int][]int{}
	var order []int
	for i, c := range base {
		if members[c] == nil {
			order = append(order, c)
		}
		members[c] = append(members[c], i)
	}
	for _, c := range order {
		g.settle(members[c])
	}
	return g.roots()
}

type regrouping struct {
	*weld
	like  func(a, b int) float64
	ruled map[int]bool
}

// side is a part of a cluster: the members that rules speak of, and how many there are in all.
type side struct {
	seeds []int
	size  int
}

// settle divides one cluster into its sides, the items that rules speak of first.
func (g *regrouping) settle(items []int) {
	var sides []*side
	for _, ruled := range []bool{true, false} {
		for _, i := range items {
			if g.ruled[i] != ruled {
				continue
			}
			s := g.sideFor(sides, i)
			if s == nil {
				s = &side{seeds: []int{i}}
				sides = append(sides, s)
			} else if ruled {
				s.seeds = append(s.seeds, i)
			}
			g.join(s.seeds[0], i)
			s.size++
		}
	}
}

// sideFor is the side where an item stands already, or else the likest of those it may join; nil when it may join
// none.
func (g *regrouping) sideFor(sides []*side, i int) *side {
	var open []*side
	for _, s := range sides {
		if g.find(s.seeds[0]) == g.find(i) {
			return s
		}
		if !g.parted(s.seeds[0], i) {
			open = append(open, s)
		}
	}
	if len(open) < 2 {
		return slices.Concat(open, []*side{nil})[0]
	}
	return slices.MinFunc(open, func(a, b *side) int {
		return cmp.Or(cmp.Compare(g.likeness(i, b), g.likeness(i, a)), cmp.Compare(b.size, a.size))
	})
}

// likeness is that to the likest of the members that rules speak of.
func (g *regrouping) likeness(i int, s *side) float64 {
	best := 0.0
	for _, k := range s.seeds {
		best = max(best, g.like(i, k))
	}
	return best
}
