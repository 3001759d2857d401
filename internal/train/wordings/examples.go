package wordings

import (
	"math/rand/v2"

	"quotidian/matching/wording/pair"
)

// examples measures the candidate pairs of a pool. The whole head learns from full texts and, as pairs that are not
// the same, from pieces beside strange texts; the part head from pieces beside full texts. Only pairs that a join looks
// at are taken, and beside them strangers that it does not look at: with translations that have nothing in common but
// without such strangers the heads would take unlikeness for a sign of translation.
func examples(pool []*text, rng *rand.Rand) sample {
	s := sample{both: append(append([]*text(nil), pool...), pieces(pool, rng)...), full: int32(len(pool)), meter: pair.NewMeter()}
	for _, t := range s.both {
		s.gists.Add(t.prepared)
	}
	for _, c := range candidates(s.both) {
		a, b := s.both[c.a], s.both[c.b]
		mixed, same := s.mixed(c), a.Cluster == b.Cluster
		if c.a >= s.full && c.b >= s.full || !same && doubtful(a, b, mixed) {
			continue
		}
		e := example{yes: same, weight: 1, piece: mixed}
		if !same && easy(a, b) {
			if rng.IntN(easyShare) > 0 {
				continue
			}
			e.weight = easyShare
		}
		s.add(c, e, pair.Promising(a.prepared, b.prepared, false), together(a, b) && pair.Promising(a.prepared, b.prepared, true))
	}
	s.strangers(rng)
	return s
}

// sample is the sets on which the two heads are trained.
type sample struct {
	whole, part []example

	both    []*text // full texts, then pieces
	full    int32   // the number of full texts
	meter   *pair.Meter
	gists   pair.Gists
	glancer pair.Glancer
}

// mixed reports whether one of a pair is a piece and the other is not.
func (s *sample) mixed(c couple) bool { return (c.a < s.full) != (c.b < s.full) }

// add measures a pair and takes it in as it looks when the speakers are unknown and as it looks when one speaker said
// both, each where wanted.
func (s *sample) add(c couple, e example, unknown, own bool) {
	if !unknown && !own {
		return
	}
	var v pair.Vector
	s.meter.Measure(s.both[c.a].prepared, s.both[c.b].prepared, &v)
	copy(e.in[:], v[:])
	s.glancer.Turn(&s.gists, c.a)
	for same, wanted := range [2]bool{unknown, own} {
		e.in[pair.SameSpeaker] = float32(same)
		s.glancer.Glance(c.b, same == 1, &e.glimpse)
		if wanted && e.piece {
			s.part = append(s.part, e)
		}
		if wanted && (!e.piece || !e.yes) {
			s.whole = append(s.whole, e)
		}
	}
}

// strangersEach is how many texts from anywhere, and how many from close by, are held against each text to show the
// heads what has nothing in common.
const strangersEach = 4

// strangers adds pairs that have too little in common for a join to look at them.
func (s *sample) strangers(rng *rand.Rand) {
	order := inFiles(s.both)
	for i := range order {
		for k := range 2 * strangersEach {
			to := rng.IntN(len(order))
			if k%2 > 0 {
				to = min(i+1+rng.IntN(near), len(order)-1)
			}
			c := couple{min(order[i], order[to]), max(order[i], order[to])}
			a, b := s.both[c.a], s.both[c.b]
			if a.Cluster == b.Cluster || c.a >= s.full && c.b >= s.full {
				continue
			}
			e := example{weight: 1, piece: s.mixed(c), beyond: true}
			s.add(c, e, !pair.Promising(a.prepared, b.prepared, false), together(a, b) && !pair.Promising(a.prepared, b.prepared, true))
		}
	}
}

// Of the pairs that are easily told apart one in easyShare is enough, counted for all.
const (
	easyShare = 5
	easyBelow = 1.05
)

func easy(a, b *text) bool {
	w, _ := a.prepared.Shared(b.prepared)
	return float64(w/min(a.prepared.Mass, b.prepared.Mass))+a.prepared.Cosine(b.prepared) < easyBelow
}

// A label that says "not the same" is doubtful where one file tells one thing twice, in its headline and its text:
// such pairs teach nothing but noise. Above these shares of common weight nine of ten pairs read were of that kind.
const (
	doubtfulWhole = 0.6
	doubtfulPart  = 0.8
)

func doubtful(a, b *text, piece bool) bool {
	if a.Block != b.Block {
		return false
	}
	w, _ := a.prepared.Shared(b.prepared)
	if piece {
		return w/min(a.prepared.Mass, b.prepared.Mass) >= doubtfulPart
	}
	return w/(a.prepared.Mass+b.prepared.Mass-w) >= doubtfulWhole
}
