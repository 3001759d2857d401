package wordings

import (
	"cmp"
	"slices"

	"quotidian/internal/train/boost"
	"quotidian/matching/variant/forest"
	"quotidian/matching/wording/pair"
)

// example is one labelled pair.
type example struct {
	in      pair.Input
	glimpse pair.Glimpse
	yes     bool
	piece   bool    // one of the two was trimmed
	beyond  bool    // a join would not look at it
	weight  float32 // for how many pairs it stands
}

// settings of the boosting, chosen on the development halves. Binding features to raise or lower the answer, and more
// and smaller steps, were tried and lost up to a hundredth of F1.
var settings = boost.Config{Rounds: 250, Rate: 0.1, MinRows: 30, MinWeight: 1, Ridge: 2}

// fit trains a head.
func fit(examples []example) *forest.Forest {
	var rows boost.Rows
	for i := range examples {
		rows.X = append(rows.X, examples[i].in[:])
		rows.Y = append(rows.Y, examples[i].yes)
		rows.W = append(rows.W, float64(examples[i].weight))
	}
	return boost.Train(rows, settings)
}

// The forest that decides at a glance.
var glance = boost.Config{Rounds: 100, Rate: 0.15, MinRows: 30, MinWeight: 1, Ridge: 2}

// What the glance may lose of the pairs to which the heads say enough: a quarter of a hundredth of one speaker's, which
// are few, and two hundredths of strangers', of which hundreds meet in a large collection. Held against texts that nothing
// here was trained on, that loses four of ten thousand strangers' pairs that are likelier than not, and lets two fifths of
// the others pass that a quarter of a hundredth would let pass.
var lost = [2]float64{0.02, 0.0025}

// moreThanNo is what the heads say, in log odds, to a pair that is worth asking.
const moreThanNo = -3

// fitWorth trains the forest that decides at a glance, on whether the heads, which are calibrated, say more than
// no, and finds what its sums must reach for each need.
func fitWorth(hs *pair.Heads, s *sample) {
	var rows boost.Rows
	var said [2][]glanced // of strangers' pairs, of one speaker's
	for _, set := range [][]example{s.whole, s.part} {
		for i := range set {
			e := &set[i]
			if e.beyond {
				continue
			}
			a := glanced{&e.glimpse, max(hs.Whole.Sum(e.in[:]), hs.Part.Sum(e.in[:]))}
			rows.X = append(rows.X, e.glimpse[:])
			rows.Y = append(rows.Y, a.odds > moreThanNo)
			rows.W = append(rows.W, float64(e.weight))
			own := int(e.in[pair.SameSpeaker])
			said[own] = append(said[own], a)
		}
	}
	hs.Worth = *boost.Train(rows, glance)
	for own := range said {
		for n := range hs.Bars[own] {
			hs.Bars[own][n] = bars(hs, said[own], pair.Need(n), lost[own])
			if n > 0 {
				lift(hs.Bars[own][n], hs.Bars[own][n-1])
			}
		}
	}
}

// glanced is a pair that was glanced at, with what the heads say to it.
type glanced struct {
	glimpse *pair.Glimpse
	odds    float32
}

// bars are the least sums of Worth, stage by stage, of the pairs to which the heads say enough, when a share of these may
// be lost in the end; on the way there no other is.
func bars(hs *pair.Heads, said []glanced, need pair.Need, lost float64) []float32 {
	var sums [][]float32 // by pair
	for _, a := range said {
		if a.odds > need.Odds() {
			sums = append(sums, hs.Stages(nil, a.glimpse))
		}
	}
	last := len(sums[0]) - 1
	slices.SortFunc(sums, func(a, b []float32) int { return cmp.Compare(a[last], b[last]) })
	sums = sums[int(lost*float64(len(sums))):]
	out := slices.Clone(sums[0])
	for _, s := range sums {
		for k, x := range s {
			out[k] = min(out[k], x)
		}
	}
	return out
}

// lift raises bars to those of a lesser need.
func lift(bars, lesser []float32) {
	for k, x := range lesser {
		bars[k] = max(bars[k], x)
	}
}
