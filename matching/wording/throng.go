package wording

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// A throng is what one speaker said within some days in wordings that have most of their words in common, of which there are more
// than anybody need compare: the sentence that two thousand outlets print, each with a word of its own, or what a ministry reports
// every day. Comparing all of them costs the square of their number and says the same again and again.
//
// So wordings are bundled by what their words alone tell (sketch). Of a bundle the first spokenFor speak for it and are compared as
// any others are; all beyond are echoes, which are held against a few of those once the groups are made, and go where the one goes
// that they are nearest to (grouping.host). An echo that is near to none stands alone. Below so many nothing changes, and no dossier
// of some thousand articles was seen that has more in one bundle.
//
// Which node is an echo depends on the set of nodes alone, and an echo stays one while nodes are added: its place in a bundle can only
// move back. So what was found for it before is taken back, as that under a key that became crowded.

// spokenFor is how many wordings speak for a bundle: as many as may share a filing key.
const spokenFor = crowded

// Wordings that have the same bundleWords telling words of the least hash are in one bundle, for each of the bundles hashes
// (Broder, 1997). Of two that share three quarters of their words 19 of 20 are in one, of two that share a third 1 in 12.
const (
	bundles     = 8
	bundleWords = 4
)

// period is the number of days, in calendar order, within which wordings are bundled; as long as the window, so that those of one
// period were looked at before there was a throng.
const period = window

// sketch is what wordings are bundled by.
type sketch struct {
	keys [bundles]uint64
	// kin is equal for wordings of one day with the same numbers and as many negations, and hardly for others. The kins of a bundle
	// take turns in speaking for it, so that among thousands who print 214 the three who print 241 are still compared.
	kin uint64
}

// sketch makes the sketch of a node.
func (j *Joiner) sketch(n int32) *sketch {
	s := &sketch{}
	p, day := j.form(&j.lookers[0].looking, n), j.said[n].day
	var least [bundles][bundleWords]uint64
	for b := range least {
		for k := range least[b] {
			least[b][k] = math.MaxUint64
		}
	}
	for _, w := range p.text.Words {
		if !telling(w) || w.Number() {
			continue
		}
		for b := range least {
			insertLeast(&least[b], scatter(w.Key+uint64(b)*mix))
		}
	}
	for b := range least {
		key := scatter(uint64(uint32(periodOf(day)))<<8 | uint64(b))
		for _, x := range least[b] {
			key = scatter(key ^ x)
		}
		s.keys[b] = key
	}
	s.kin = uint64(uint32(day))<<32 | uint64(negators(p.text))
	for _, x := range p.quantities {
		s.kin += scatter(math.Float64bits(x.value)) // in whatever order
	}
	return s
}

// scatter spreads a number over 64 bits (the finisher of Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
func scatter(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// insertLeast puts a hash among the least ones, which are in order; one that is there already changes nothing.
func insertLeast(least *[bundleWords]uint64, x uint64) {
	for k := range least {
		switch {
		case x == least[k]:
			return
		case x < least[k]:
			x, least[k] = least[k], x
		}
	}
}

func periodOf(day int32) int32 {
	if day == undated {
		return undated
	}
	return int32(math.Floor(float64(day) / period))
}

// bundled is a node in a bundle.
type bundled struct {
	node int32
	turn int32 // in which its kin speaks
	kin  uint64
}

// bundle makes the bundles of a speaker's periods in which there are enough wordings for a throng, and gives the nodes that became
// echoes. Where windows are narrowed every period has bundles: those who speak for one are looked at for each other whatever the
// window.
func (j *Joiner) bundle(b *block) (echoes []int32) {
	b.bundles = nil
	for begin := 0; begin < len(b.dated); {
		first, end := periodOf(b.dated[begin].day), begin+1
		for end < len(b.dated) && periodOf(b.dated[end].day) == first {
			end++
		}
		if end-begin > spokenFor || b.thronged {
			j.bundleAll(b, b.dated[begin:end])
		}
		begin = end
	}
	for key, all := range b.bundles {
		j.takeTurns(all)
		for _, x := range all[min(spokenFor, len(all)):] {
			if !j.nodes[x.node].echo() {
				j.nodes[x.node].says |= echoing
				echoes = append(echoes, x.node)
			}
		}
		b.bundles[key] = all[:min(spokenFor, len(all))]
	}
	return echoes
}

// bundleAll puts the nodes of one period into their bundles.
func (j *Joiner) bundleAll(b *block, list []dated) {
	if b.bundles == nil {
		b.bundles = map[uint64][]bundled{}
	}
	if b.sketches == nil {
		b.sketches = map[int32]*sketch{}
	}
	for _, d := range list {
		s := b.sketches[d.node]
		if s == nil {
			s = j.sketch(d.node)
			b.sketches[d.node] = s
		}
		for _, key := range s.keys {
			b.bundles[key] = append(b.bundles[key], bundled{node: d.node, kin: s.kin})
		}
	}
}

// takeTurns orders a bundle: first the first of every kin, then the second ones, each by a hash of the words.
func (j *Joiner) takeTurns(all []bundled) {
	byWords := func(x, y bundled) int {
		return cmp.Or(cmp.Compare(j.keys[x.node], j.keys[y.node]), cmp.Compare(j.said[x.node].day, j.said[y.node].day))
	}
	slices.SortFunc(all, func(x, y bundled) int { return cmp.Or(cmp.Compare(x.kin, y.kin), byWords(x, y)) })
	for i := range all {
		if all[i].turn = 0; i > 0 && all[i].kin == all[i-1].kin {
			all[i].turn = all[i-1].turn + 1
		}
	}
	slices.SortFunc(all, func(x, y bundled) int { return cmp.Or(cmp.Compare(x.turn, y.turn), byWords(x, y)) })
}

// mates appends to dst the nodes that speak for a bundle which a node of the block is in.
func (b *block) mates(dst []int32, n int32) []int32 {
	s := b.sketches[n]
	if s == nil {
		return dst
	}
	for _, key := range s.keys {
		for _, x := range b.bundles[key] {
			dst = append(dst, x.node)
		}
	}
	return dst
}

// mate reports whether two nodes of the block speak for one bundle.
func (b *block) mate(n, m int32) bool {
	s := b.sketches[n]
	return s != nil && slices.ContainsFunc(s.keys[:], func(key uint64) bool {
		in := func(n int32) bool {
			return slices.ContainsFunc(b.bundles[key], func(x bundled) bool { return x.node == n })
		}
		return in(n) && in(m)
	})
}

// hush takes back what was found for nodes that became echoes.
func (j *Joiner) hush(echoes []int32) {
	for _, n := range echoes {
		for _, e := range j.nodes[n].edges {
			j.forgetSome(e.to, func(m int32) bool { return m == n })
		}
		j.forgetSome(n, func(int32) bool { return true })
	}
}

// hosts gives the nodes that an echo may be held against, which are no echoes themselves: of each of its bundles the first of its
// kin and the first of all, then the others.
func (j *Joiner) hosts(n int32) (first, others []int32) {
	b := j.blocks[j.said[n].speaker]
	s := b.sketches[n]
	var all []bundled
	for _, key := range s.keys {
		speak := slices.DeleteFunc(slices.Clone(b.bundles[key]), func(x bundled) bool { return j.nodes[x.node].echo() })
		if len(speak) == 0 {
			continue
		}
		first = append(first, speak[0].node)
		if at := slices.IndexFunc(speak, func(x bundled) bool { return x.kin == s.kin }); at > 0 {
			first = append(first, speak[at].node)
		}
		all = append(all, speak...)
	}
	for _, x := range all {
		others = append(others, x.node)
	}
	return distinct(first), distinct(others)
}

func distinct(nodes []int32) []int32 {
	slices.Sort(nodes)
	return slices.Compact(nodes)
}

// host brings every echo to the group that its hosts speak for, once the groups are made: it adds nothing to what speaks for or
// against these.
func (g *grouping) host() {
	into := map[int32]link{}
	for p, node := range g.order {
		if !g.j.nodes[node].echo() {
			continue
		}
		first, others := g.j.hosts(node)
		l, ok := g.hostAmong(int32(p), first)
		if !ok { // the first may be the very ones that differ from it in something
			l, ok = g.hostAmong(int32(p), others)
		}
		if ok {
			into[int32(p)] = l
		}
	}
	for _, p := range slices.Sorted(maps.Keys(into)) {
		if x, y := g.of[into[p].to], g.of[p]; x != y && !g.barred(x, y) {
			g.links[p] = append(g.links[p], into[p])
			g.merge(x, y)
		}
	}
}

// hostAmong gives the surest link of an echo to the group in which most of some hosts are that it is surely one with; ok is false where
// there is none. Their mean is not asked: an echo is joined to its nearest first, as single wordings are. Of hosts that are as near, the
// first in the order of quotes is taken, not the first that was added.
func (g *grouping) hostAmong(p int32, hosts []int32) (best link, ok bool) {
	sure, votes := make([]link, 0, len(hosts)), map[int32]int{} // by group
	for _, m := range hosts {
		l, counts := g.weigh(p, edge{m, g.j.aside(g.order[p], m)}, g.printings(p), g.printings(g.place[m]))
		if counts && l.sure.Whole >= g.o.Own {
			sure = append(sure, l)
			votes[g.of[l.to]]++
		}
	}
	for _, l := range sure {
		if !ok || cmp.Or(cmp.Compare(votes[g.of[l.to]], votes[g.of[best.to]]), cmp.Compare(l.sure.Whole, best.sure.Whole), cmp.Compare(best.to, l.to)) > 0 {
			best, ok = l, true
		}
	}
	return best, ok
}

// aside gives what the words of an echo and of another node say, and remembers it.
func (j *Joiner) aside(n, m int32) odds {
	o, ok := j.asides[[2]int32{n, m}]
	if !ok {
		l := j.lookers[0]
		o = l.comparer.odds(j.form(&l.looking, n), j.form(&l.seen, m))
		j.asides[[2]int32{n, m}] = o
	}
	return o
}
