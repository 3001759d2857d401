package wording

import (
	"math"
	"slices"
	"sync/atomic"
	"time"

	"quotidian/matching/wording/pair"
)

// looker compares nodes with their candidates. One serves one goroutine; any number may work on one Joiner at a time, as
// long as nobody changes it meanwhile.
type looker struct {
	comparer *Comparer
	glancer  pair.Glancer
	// The forms at hand: of the node that looks, of the one it looks at.
	looking, seen Prepared

	keys       []uint64
	begins     []uint32
	found      []int32
	taken      nodeSet
	candidates []candidateNode
	edges      []edge              // of the node that looks
	filled     map[uint64]struct{} // keys that became crowded
	fetched    uint64
}

// candidateNode is a node that another may be compared with.
type candidateNode struct {
	node int32
	own  bool      // one speaker said both
	need pair.Need // what the heads must say for the pair to be remembered
}

func newLooker(c *Comparer) *looker { return &looker{comparer: c, filled: map[uint64]struct{}{}} }

// Spread lets comparing use several goroutines: run calls work with every number below hands, at once if it can, and
// returns when all calls have returned. A joiner starts no goroutine itself. What comes out is the same whatever the
// hands.
func (j *Joiner) Spread(hands int, run func(work func(hand int))) {
	for len(j.lookers) < hands {
		j.lookers = append(j.lookers, newLooker(NewComparerWith(j.comparer.heads)))
	}
	j.run = run
}

// portion is how many nodes a goroutine takes at a time.
const portion = 16

// share has the lookers do n tasks.
func (j *Joiner) share(n int, do func(l *looker, i int)) {
	if n <= portion {
		for i := range n {
			do(j.lookers[0], i)
		}
		return
	}
	var taken atomic.Int64
	j.run(func(hand int) {
		for {
			end := int(taken.Add(portion))
			if end-portion >= n {
				return
			}
			for i := end - portion; i < min(end, n); i++ {
				do(j.lookers[hand], i)
			}
		}
	})
}

// look scores a node against its candidates among those before it, and gives what scores. It notes the keys that are
// crowded now and were not when the nodes before first, the first of the new ones, were compared.
func (l *looker) look(j *Joiner, at, first int32) []edge {
	if j.nodes[at].mute() || j.nodes[at].echo() {
		return nil
	}
	p := j.form(&l.looking, at)
	l.propose(j, at, first)
	l.glancer.Turn(&j.gists, at)
	l.edges = l.edges[:0]
	for some := range slices.Chunk(l.candidates, fetchedAtOnce) {
		for _, c := range some {
			l.fetched ^= j.gists.Fetch(c.node)
		}
		for _, c := range some {
			l.compare(j, p, at, c)
		}
	}
	return slices.Clone(l.edges)
}

// fetchedAtOnce is how many gists are fetched before they are looked at; so many lie in the nearest cache.
const fetchedAtOnce = 64

// propose finds the candidates of a node among those before it: those that share a key, and those of its speaker.
func (l *looker) propose(j *Joiner, at, first int32) {
	l.keys = l.looking.text.Keys(l.keys[:0])
	read := uint64(0)
	read, l.begins = j.filing.fetch(l.keys, l.begins)
	l.fetched ^= read
	l.candidates = l.candidates[:0]
	l.taken.clear()
	for _, k := range l.keys {
		found, ok := j.filing.find(l.found[:0], k, math.MaxInt32, crowded)
		if ok {
			l.found = found
			l.take(j, at)
		} else if first > 0 {
			if _, ok := j.filing.find(l.found[:0], k, first, crowded); ok {
				l.filled[k] = struct{}{}
			}
		}
	}
	if s := j.said[at]; s.speaker != 0 {
		b := j.blocks[s.speaker]
		l.found = b.near(l.found[:0], s.day)
		if b.thronged {
			l.found = b.mates(l.found, at)
		}
		l.take(j, at)
	}
}

// take makes those of the nodes found that lie before a node, and were not taken before, its candidates.
func (l *looker) take(j *Joiner, at int32) {
	s := j.said[at]
	for _, m := range l.found {
		if m < at && !j.nodes[m].echo() && l.taken.add(m) {
			t := j.said[m]
			l.candidates = append(l.candidates, candidateNode{m, s.own(t), s.need(t)})
		}
	}
}

// own reports whether one speaker said both.
func (s said) own(t said) bool { return s.speaker != 0 && s.speaker == t.speaker }

// need is what the heads must say of two wordings for the pair to be remembered. Who said them, and when, is known
// before a word is compared, and nearly always speaks against the pair.
func (s said) need(t said) pair.Need {
	odds := float64(keepOdds)
	if s.day != undated && t.day != undated {
		odds -= gapPrior(time.Duration(max(s.day-t.day, t.day-s.day)) * secondsADay * time.Second)
	}
	switch {
	case s.own(t):
		odds -= toldTwice
	case s.speaker != 0 && t.speaker != 0:
		odds -= otherSpeaker
	}
	return pair.NeedOf(odds)
}

// compare compares a pair and remembers it when it scores; p is the form of n.
func (l *looker) compare(j *Joiner, p *Prepared, n int32, c candidateNode) {
	m := c.node
	if !l.glancer.Worthy(l.comparer.heads, m, c.own, c.need) && !l.mayCount(j, p, n, m) && !l.mayQuote(j, p, n, m) {
		return
	}
	o := l.comparer.odds(p, j.form(&l.seen, m))
	best := max(o.whole, o.part)
	if c.own {
		best += toldTwice
	}
	if max(best, o.figures, o.quoted) >= keepOdds {
		l.edges = append(l.edges, edge{m, o})
	}
}

// mayCount reports whether two nodes share figures that may make them one count; p is the form of n.
func (l *looker) mayCount(j *Joiner, p *Prepared, n, m int32) bool {
	if j.nodes[n].figures < leastFigures || j.nodes[m].figures < leastFigures || j.gists.Cosine(n, m) < figuresCosine {
		return false
	}
	_, ok := figureOdds(p, j.form(&l.seen, m))
	return ok
}

// mayQuote reports whether two nodes share words between their quotation marks; p is the form of n. It is asked of pairs that were
// glanced at.
func (l *looker) mayQuote(j *Joiner, p *Prepared, n, m int32) bool {
	if j.nodes[n].says&j.nodes[m].says&inMarks == 0 || l.glancer.Beside() < leastSentence/2 {
		return false
	}
	other := j.form(&l.seen, m)
	_, ok := l.comparer.sharedQuotation(p, other).odds(p, other)
	return ok
}

// nodeSet is a set of nodes that is emptied often: open addressing, at least half of it free. A place is taken when it
// bears the number of the present round.
type nodeSet struct {
	places []struct{ round, node int32 }
	round  int32
	count  int
}

func (s *nodeSet) clear() {
	s.count = 0
	if s.round++; s.round == math.MaxInt32 {
		*s = nodeSet{round: 1}
	}
}

// add takes in a node and reports whether it was not there.
func (s *nodeSet) add(n int32) bool {
	if 2*(s.count+1) > len(s.places) {
		s.grow()
	}
	mask := uint32(len(s.places) - 1)
	for at := uint32(n) * 0x9E3779B1 >> 7 & mask; ; at = (at + 1) & mask {
		switch p := &s.places[at]; {
		case p.round != s.round:
			p.round, p.node = s.round, n
			s.count++
			return true
		case p.node == n:
			return false
		}
	}
}

// grow doubles the places.
func (s *nodeSet) grow() {
	old := s.places
	s.places, s.count = make([]struct{ round, node int32 }, max(1<<8, 2*len(old))), 0
	for _, p := range old {
		if p.round == s.round {
			s.add(p.node)
		}
	}
}
