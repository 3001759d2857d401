package variant

import (
	"fmt"
	"math"

	"quotidian/matching/variant/likeness"
	"quotidian/matching/variant/neighbour"
)

// doubted is the probability among other names below which a pair that its letters alone would join waits for a person.
const doubted = 0.90

// AmongNames is the probability of a pair given the names around it, from what its letters alone and what the model of
// neighbours say. Other names never join what letters alone would not; they can hold back.
func AmongNames(alone, among float64) float64 {
	if alone >= AutoJoin && among >= doubted {
		return alone
	}
	return likeness.HoldBack(among)
}

// weighNeighbours lets the names around them speak about pairs of full names in one script. Pairs are of nodes, so that
// the order in which names came does not matter.
func (j *joiner) weighNeighbours(pairs []pair) {
	var edges []neighbour.Pair
	for _, p := range pairs {
		a, b := j.nodes[p.a], j.nodes[p.b]
		if a.person == nil || a.bare || b.bare || a.person.script != b.person.script || a.folded == b.folded {
			continue
		}
		if g := j.alone(p); g.p >= neighbour.Least {
			edges = append(edges, neighbour.Pair{A: p.a, B: p.b, P: g.p})
		}
	}
	j.graph = neighbour.New(len(j.nodes), edges)
	j.among = make(map[pair]float64, len(edges))
	for _, e := range edges {
		v := j.graph.Vector(e.A, e.B)
		j.among[pair{e.A, e.B}] = AmongNames(e.P, models().neighbours.P(&v))
	}
}

// alone judges two nodes by their names, from memory where they met before.
func (j *joiner) alone(p pair) judgement {
	if g, ok := j.index.alike[makePair(j.nodeID[p.a], j.nodeID[p.b])]; ok {
		return g
	}
	return j.index.compare(j.nodes[p.a], j.nodes[p.b])
}

// worthSaying is the change in log-odds, against a pair with no name around it, from which a reviewer is told what other
// names say.
const worthSaying = 0.7

// neighbourReason says in words what other names say about a pair, false when that is little.
func (j *joiner) neighbourReason(p pair) (Reason, bool) {
	among, ok := j.among[p]
	if !ok {
		return Reason{}, false
	}
	alone := j.alone(p).p
	lone := neighbour.Lone(alone)
	change := logOdds(among) - logOdds(AmongNames(alone, models().neighbours.P(&lone)))
	r := Reason{For: change > 0, Weight: math.Abs(change)}
	switch {
	case r.Weight < worthSaying:
		return Reason{}, false
	case r.For:
		r.Text = "no other name here is as much like either"
		if c, ok := j.graph.Between(p.a, p.b); ok {
			r.Text = fmt.Sprintf("%q resembles both", j.nodes[c].name)
		}
	default:
		r.Text = "other names here are nearly as much like either"
		if c, of, ok := j.graph.Rival(p.a, p.b); ok {
			r.Text = fmt.Sprintf("%q resembles %q more", j.nodes[c].name, j.nodes[of].name)
		}
	}
	return r, true
}
