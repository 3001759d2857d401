package wording

import (
	"maps"
	"math"
	"slices"
)

// crowded is the number of wordings beyond which a filing key proposes nothing: so many share it that it tells
// nothing, and looking at all of them would make joining slow. At 200 nothing more is found among 6,700 labelled
// texts; at 32 three of a thousand pairs are lost.
const crowded = 64

// keepOdds is the least odds of a pair that is remembered, about a probability of 0.05, were all that is known of
// where the two were printed to speak for it.
const keepOdds = -3

// atOnce is how many nodes are compared before what was found is noted: enough for every goroutine to be busy, few
// enough that what waits takes no room.
const atOnce = 1 << 16

// link compares the nodes that were added since it was last called with their candidates.
func (j *Joiner) link() {
	first, n := j.linked, int32(len(j.nodes))
	if first == n {
		return
	}
	j.filing.sort()
	for at := first; at < n; at++ {
		j.enrol(at)
	}
	narrowed, echoes := j.settle()
	j.hush(echoes)
	for at := first; at < n; at += atOnce {
		j.linkSome(at, min(at+atOnce, n), first)
	}
	j.linked = n
	for _, k := range j.filled() {
		j.close(k, first)
	}
	for _, b := range narrowed {
		j.part(b, first)
	}
}

// linkSome compares the nodes from one to another, of which first was the first that is new. What each finds depends on
// itself and on what is before it, so that they can be compared in any order; it is noted in theirs.
func (j *Joiner) linkSome(from, to, first int32) {
	found := make([][]edge, to-from)
	j.share(int(to-from), func(l *looker, i int) { found[i] = l.look(j, from+int32(i), first) })
	for i, edges := range found {
		n := from + int32(i)
		j.nodes[n].edges = append(j.nodes[n].edges, edges...)
		for _, e := range edges {
			j.nodes[e.to].edges = append(j.nodes[e.to].edges, edge{n, e.odds})
		}
	}
}

// filled gives the keys that became crowded, in order.
func (j *Joiner) filled() []uint64 {
	var keys []uint64
	for _, l := range j.lookers {
		keys = slices.AppendSeq(keys, maps.Keys(l.filled))
		clear(l.filled)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// close retires a key that became crowded: pairs that met under it alone forget each other. So which pairs are
// compared depends on the set of quotes, never on their order. Only nodes below first can have met under it.
func (j *Joiner) close(key uint64, first int32) {
	old, ok := j.filing.find(nil, key, first, crowded)
	if !ok || len(old) < 2 {
		return // it was crowded before
	}
	slices.Sort(old)
	for _, n := range old {
		j.forgetSome(n, func(m int32) bool {
			_, within := slices.BinarySearch(old, m)
			return within && !j.meet(n, m)
		})
	}
}

// forgetSome takes the edges back that lead from a node to those that gone names; whoever calls it does so for both ends.
func (j *Joiner) forgetSome(n int32, gone func(m int32) bool) {
	j.nodes[n].edges = slices.DeleteFunc(j.nodes[n].edges, func(e edge) bool {
		if !gone(e.to) {
			return false
		}
		if e.to < n && n < j.kept {
			j.forgotten = append(j.forgotten, [2]int32{n, e.to})
		}
		return true
	})
}

// meet reports whether two nodes are still candidates for each other.
func (j *Joiner) meet(n, m int32) bool {
	if a, b := j.said[n], j.said[m]; a.own(b) && (j.blocks[a.speaker].contemporary(a.day, b.day) || j.blocks[a.speaker].mate(n, m)) {
		return true
	}
	l := j.lookers[0]
	mine := j.form(&l.looking, n).text.Keys(nil)
	for _, k := range j.form(&l.seen, m).text.Keys(nil) {
		if !slices.ContainsFunc(mine, func(x uint64) bool { return upper(x) == upper(k) }) {
			continue
		}
		if _, ok := j.filing.find(l.found[:0], k, math.MaxInt32, crowded); ok {
			return true
		}
	}
	return false
}
