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
	for at := first; at < n; at += atOnce {
		j.linkSome(at, min(at+atOnce, n), first)
	}
	j.linked = n
	for _, k := range j.filled() {
		j.close(k, first)
	}
}

// enrol files a node under its speaker.
func (j *Joiner) enrol(n int32) {
	if speaker := j.said[n].speaker; speaker != 0 && !j.nodes[n].mute() {
		j.block(speaker).add(j.said[n].day, n)
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
	within := func(m int32) bool { _, ok := slices.BinarySearch(old, m); return ok }
	for _, n := range old {
		j.nodes[n].edges = slices.DeleteFunc(j.nodes[n].edges, func(e edge) bool {
			gone := within(e.to) && !j.meet(n, e.to)
			if gone && e.to < n && n < j.kept {
				j.forgotten = append(j.forgotten, [2]int32{n, e.to})
			}
			return gone
		})
	}
}

// meet reports whether two nodes are still candidates for each other.
func (j *Joiner) meet(n, m int32) bool {
	a, b := &j.quotes[j.nodes[n].first], &j.quotes[j.nodes[m].first]
	if a.speaker != 0 && a.speaker == b.speaker && contemporary(a.day, b.day) {
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

// window is how far apart, in days, two quotes of one speaker may be published and still be looked at for that
// reason alone.
const window = 10

func contemporary(a, b int32) bool {
	return a == undated || b == undated || max(a-b, b-a) <= window
}

// block holds the nodes of one speaker in the order of the days on which they were published, the undated first.
type block struct{ dated []dated }

// dated is a node with its day.
type dated struct{ day, node int32 }

func (b *block) add(day, n int32) {
	at, _ := slices.BinarySearchFunc(b.dated, day, dated.after)
	b.dated = slices.Insert(b.dated, at, dated{day, n})
}

// after orders a node behind those published no later than a day.
func (d dated) after(day int32) int {
	if d.day <= day {
		return -1
	}
	return 1
}

// block gives the block of a speaker.
func (j *Joiner) block(speaker int32) *block {
	b := j.blocks[speaker]
	if b == nil {
		b = &block{}
		j.blocks[speaker] = b
	}
	return b
}

// near appends to dst the nodes published within the window around a day, all of them where the day is unknown.
func (b *block) near(dst []int32, day int32) []int32 {
	list := b.dated
	if day != undated {
		last, _ := slices.BinarySearchFunc(list, day+window, dated.after)
		first, _ := slices.BinarySearchFunc(list, day-window-1, dated.after)
		none, _ := slices.BinarySearchFunc(list, undated, dated.after)
		for _, d := range list[:none] {
			dst = append(dst, d.node)
		}
		list = list[max(first, none):last]
	}
	for _, d := range list {
		dst = append(dst, d.node)
	}
	return dst
}
