package wordings

import (
	"math/rand/v2"

	"quotidian/matching/wording/pair"
)

// sample is the sets on which the two heads are trained.
type sample struct{ whole, part []example }

// examples measures the candidate pairs of a pool. The whole head learns from full texts and, as pairs that are not
// the same, from pieces beside strange texts; the part head from pieces beside full texts.
func examples(pool []*text, rng *rand.Rand) sample {
	cut := pieces(pool, rng)
	both := append(append([]*text(nil), pool...), cut...)
	n := int32(len(pool))
	m := pair.NewMeter()
	var s sample
	for _, c := range candidates(both) {
		a, b := both[c.a], both[c.b]
		mixed := (c.a < n) != (c.b < n)
		same := a.Cluster == b.Cluster
		if c.a >= n && c.b >= n || !same && doubtful(a, b, mixed) {
			continue
		}
		e := example{yes: same, weight: 1, piece: mixed}
		if !same && easy(a, b) {
			if rng.IntN(easyShare) > 0 {
				continue
			}
			e.weight = easyShare
		}
		var v pair.Vector
		m.Measure(a.prepared, b.prepared, &v)
		copy(e.in[:], v[:])
		if mixed {
			s.part = known(s.part, e, a, b)
		}
		if !mixed || !same {
			s.whole = known(s.whole, e, a, b)
		}
	}
	return s
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

// known adds an example as it looks when the speakers are unknown and, where the texts stand close together in one
// file, as it looks when one speaker said both.
func known(out []example, e example, a, b *text) []example {
	out = append(out, e)
	if together(a, b) {
		e.in[pair.SameSpeaker] = 1
		out = append(out, e)
	}
	return out
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
