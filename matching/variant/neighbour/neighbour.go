// Package neighbour says what the other names of a collection tell about a pair of them.
//
// Letters alone cannot tell brothers from spellings, but names seldom stand alone. Where a third name resembles both
// of a pair, all three are more likely one person's; where either resembles another name more, or close relatives of
// the one have nothing of the other, the pair is more likely two. A few such features ([Vector]) of the graph of names
// that are perhaps the same ([Graph]), and what the letters said, go through boosted trees and a calibrated curve
// ([Model]); internal/train/names learns them on whole lists of names and on thinned ones, so that they hold for a
// dozen names as for thousands. This is collective entity resolution after Bhattacharya and Getoor, "Collective
// entity resolution in relational data" (2007), with one round in place of many: a second changed nothing.
package neighbour

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"quotidian/matching/variant/forest"
)

// Least is the probability by letters alone from which a pair is an edge of the graph.
const Least = 0.05

// Pair is two names by their numbers and the probability that their letters alone give, [Least] or more.
type Pair struct {
	A, B int32
	P    float64
}

// Graph knows for every name those that are perhaps the same person's. It is not written after it was built.
type Graph struct{ near [][]end }

// end is the other end of an edge.
type end struct {
	to      int32
	p, odds float64
}

// New builds the graph of n names from its edges, each given once.
func New(n int, pairs []Pair) *Graph {
	g := &Graph{make([][]end, n)}
	for _, e := range pairs {
		o := logOdds(e.P)
		g.near[e.A] = append(g.near[e.A], end{e.B, e.P, o})
		g.near[e.B] = append(g.near[e.B], end{e.A, e.P, o})
	}
	for _, ends := range g.near {
		slices.SortFunc(ends, func(x, y end) int { return cmp.Compare(x.to, y.to) })
	}
	return g
}

// The features of an edge. Of the two ends the smaller value comes first.
const (
	fOdds     = iota // what the letters say
	fLikelyLo        // neighbours that are likelier than not
	fLikelyHi
	fBetterLo // neighbours that resemble the end more than the other end does
	fBetterHi
	fLeadLo // log-odds by which the edge leads the end's best other edge
	fLeadHi
	fFriendsLo // log-odds of the other end with the end's neighbours, weighed by how sure these are
	fFriendsHi
	fWeightLo // the sum of those weights
	fWeightHi
	fBetween    // log-odds of the weaker edge to the best name between the two
	fBetweenSum // expected number of names between the two
	Features    // their number
)

// Vector holds the features of one edge.
type Vector [Features]float32

// ownWeight is what the pair itself counts among the friends of its ends, so that one weak friend says little.
const ownWeight = 0.3

// nothing is the log-odds of names without an edge.
var nothing = logOdds(0)

// side sums what one end's other neighbours say.
type side struct{ likely, better, top, friends, weight float64 }

func (s *side) add(e end, own, across float64) {
	if e.p >= 0.5 {
		s.likely++
	}
	if e.p > own {
		s.better++
	}
	s.top = max(s.top, e.p)
	w := e.p * e.p
	s.friends += float64(w * across) // the conversion keeps machines that fuse the two from another result
	s.weight += w
}

// Vector gives the features of the edge between two names. It does not depend on their order.
func (g *Graph) Vector(a, b int32) (v Vector) {
	own := g.p(a, b)
	var x, y side
	between, sum := nothing, 0.0
	g.visit(a, b, func(p, q end) {
		if p.p > 0 {
			x.add(p, own, q.odds)
		}
		if q.p > 0 {
			y.add(q, own, p.odds)
		}
		between = max(between, min(p.odds, q.odds))
		sum += float64(p.p * q.p)
	})
	odds := logOdds(own)
	v[fOdds] = float32(odds)
	v.both(fLikelyLo, x.likely, y.likely)
	v.both(fBetterLo, x.better, y.better)
	v.both(fLeadLo, odds-logOdds(x.top), odds-logOdds(y.top))
	v.both(fFriendsLo, x.mean(odds), y.mean(odds))
	v.both(fWeightLo, x.weight, y.weight)
	v[fBetween], v[fBetweenSum] = float32(between), float32(sum)
	return v
}

// Lone gives the features of an edge with nothing around it.
func Lone(p float64) Vector { return New(2, []Pair{{0, 1, p}}).Vector(0, 1) }

func (s *side) mean(odds float64) float64 {
	return (s.friends + ownWeight*odds) / (s.weight + ownWeight)
}

// both files the values of the two ends, the smaller one first.
func (v *Vector) both(at int, x, y float64) {
	v[at], v[at+1] = float32(min(x, y)), float32(max(x, y))
}

// visit calls do for every third name with its edges to a and to b; one that is missing has probability 0.
func (g *Graph) visit(a, b int32, do func(p, q end)) {
	x, y := g.near[a], g.near[b]
	for len(x) > 0 || len(y) > 0 {
		var p, q end
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].to < y[0].to:
			p, x = x[0], x[1:]
			q = end{to: p.to, odds: nothing}
		case len(x) == 0 || y[0].to < x[0].to:
			q, y = y[0], y[1:]
			p = end{to: q.to, odds: nothing}
		default:
			p, x, q, y = x[0], x[1:], y[0], y[1:]
		}
		if p.to != a && p.to != b {
			do(p, q)
		}
	}
}

// p is the probability of an edge, 0 for none.
func (g *Graph) p(a, b int32) float64 {
	i, ok := slices.BinarySearchFunc(g.near[a], b, func(e end, to int32) int { return cmp.Compare(e.to, to) })
	if !ok {
		return 0
	}
	return g.near[a][i].p
}

// Between gives the name that resembles both of a pair most, and false when none resembles both.
func (g *Graph) Between(a, b int32) (c int32, ok bool) {
	best := 0.0
	g.visit(a, b, func(p, q end) {
		if s := min(p.p, q.p); s > best {
			best, c, ok = s, p.to, true
		}
	})
	return c, ok
}

// Rival gives the name that resembles one of a pair most, more than the other of the pair does, and that one; false
// when there is none.
func (g *Graph) Rival(a, b int32) (rival, of int32, ok bool) {
	best := g.p(a, b)
	g.visit(a, b, func(p, q end) {
		if s := max(p.p, q.p); s > best {
			best, rival, of, ok = s, p.to, a, true
			if q.p > p.p {
				of = b
			}
		}
	})
	return rival, of, ok
}

// logOdds bounds what a probability can say at a thousand to one.
func logOdds(p float64) float64 {
	p = min(1-1e-3, max(1e-3, p))
	return math.Log(p / (1 - p))
}

// Model weighs the features. It is not written after it was read, and safe for concurrent use.
type Model struct {
	Forest *forest.Forest
	Curve  *forest.Curve
}

// P is the probability, 0 to 1, that the names of an edge are one person's, given all names.
func (m *Model) P(v *Vector) float64 { return m.Curve.At(m.Forest.Sum(v[:])) }

// Write stores the model.
func (m *Model) Write(w io.Writer) error { return forest.Write(w, m.Forest, m.Curve) }

// Read restores what [Model.Write] stored.
func Read(r io.Reader) (*Model, error) {
	f, c, err := forest.Read(r)
	if err != nil {
		return nil, fmt.Errorf("neighbour model: %w", err)
	}
	return &Model{f, c}, nil
}
