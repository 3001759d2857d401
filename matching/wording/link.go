package wording

import (
	"math"
	"slices"

	"quotidian/matching/wording/pair"
)

// crowded is the number of wordings beyond which a filing key proposes nothing: so many share it that it tells
// nothing, and looking at all of them would make joining slow. At 200 nothing more is found among 6,700 labelled
// texts; at 32 three of a thousand pairs are lost.
const crowded = 64

// keepOdds is the least odds of a pair that is remembered, about a probability of 0.05, were all that is known of
// where the two were printed to speak for it.
const keepOdds = -3

// link compares the nodes that were added since it was last called with their candidates.
func (j *Joiner) link() {
	n := int32(len(j.nodes))
	if j.linked == n {
		return
	}
	j.filing.sort()
	for len(j.stamp) < int(n) {
		j.stamp = append(j.stamp, -1)
	}
	filled := map[uint32]uint64{} // keys that became crowded
	first := j.linked
	for at := first; at < n; at++ {
		if !j.nodes[at].mute {
			j.linkOne(at, first, filled)
		}
	}
	j.linked = n
	for _, k := range filled {
		j.close(k, first)
	}
}

// linkOne scores a node against its candidates among those before it, and notes the keys that are crowded now and
// were not when the nodes before first, the first of the new ones, were compared.
func (j *Joiner) linkOne(at, first int32, filled map[uint32]uint64) {
	p := j.form(&j.looking, at)
	j.keybuf = p.text.Keys(j.keybuf[:0])
	j.filing.fetch(j.keybuf)
	j.candidates, j.own = j.candidates[:0], j.own[:0]
	for _, k := range j.keybuf {
		found, ok := j.filing.find(j.found[:0], k, math.MaxInt32, crowded)
		if ok {
			j.found = found
			j.propose(found, at)
		} else if _, ok := j.filing.find(j.found[:0], k, first, crowded); ok {
			filled[upper(k)] = k
		}
	}
	if speaker := j.nodes[at].speaker; speaker != 0 {
		b := j.block(speaker)
		day := j.quotes[j.nodes[at].first].day
		j.found = b.near(j.found[:0], day)
		j.propose(j.found, at)
		b.add(day, at)
	}
	j.gists.Fetch(j.candidates)
	for i, m := range j.candidates {
		j.look(p, at, m, j.own[i])
	}
}

// propose takes those of some nodes that lie before a node, and were not taken before, for its candidates.
func (j *Joiner) propose(some []int32, at int32) {
	speaker := j.nodes[at].speaker
	for _, m := range some {
		if m < at && j.stamp[m] != at {
			j.stamp[m] = at
			j.candidates, j.own = append(j.candidates, m), append(j.own, speaker != 0 && speaker == j.nodes[m].speaker)
		}
	}
}

// look compares a pair and remembers it when it scores; p is the form of n, own says that one speaker said both.
func (j *Joiner) look(p *Prepared, n, m int32, own bool) {
	var v pair.Glimpse
	j.gists.Glance(n, m, own, &v)
	if !j.comparer.heads.Worthy(&v) && !j.mayCount(p, n, m) {
		return
	}
	o := j.comparer.odds(p, j.form(&j.seen, m))
	best := max(o.whole, o.part)
	if own {
		best += toldTwice
	}
	if max(best, o.figures) >= keepOdds {
		j.nodes[n].edges = append(j.nodes[n].edges, edge{m, o})
		j.nodes[m].edges = append(j.nodes[m].edges, edge{n, o})
	}
}

// mayCount reports whether two nodes share figures that may make them one count; p is the form of n.
func (j *Joiner) mayCount(p *Prepared, n, m int32) bool {
	if j.nodes[n].figures < leastFigures || j.nodes[m].figures < leastFigures || j.gists.Cosine(n, m) < figuresCosine {
		return false
	}
	_, ok := figureOdds(p, j.form(&j.seen, m))
	return ok
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
	mine := j.form(&j.looking, n).text.Keys(nil)
	for _, k := range j.form(&j.seen, m).text.Keys(nil) {
		if !slices.ContainsFunc(mine, func(x uint64) bool { return upper(x) == upper(k) }) {
			continue
		}
		if _, ok := j.filing.find(j.found[:0], k, math.MaxInt32, crowded); ok {
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
