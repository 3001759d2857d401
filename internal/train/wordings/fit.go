package wordings

import (
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

// The forest that decides at a glance. A quarter of a hundredth of the pairs to which the heads say more than no may
// be lost by it.
var glance = boost.Config{Rounds: 60, Rate: 0.15, MinRows: 30, MinWeight: 1, Ridge: 2}

const (
	lostAtAGlance = 0.0025
	moreThanNo    = -3 // log odds
)

// fitWorth trains the forest that decides at a glance, on what the heads say, so that it is at zero where it loses
// what may be lost.
func fitWorth(hs *pair.Heads, s *sample) *forest.Forest {
	var rows boost.Rows
	for _, set := range [][]example{s.whole, s.part} {
		for i := range set {
			e := &set[i]
			if e.beyond {
				continue
			}
			rows.X = append(rows.X, e.glimpse[:])
			rows.Y = append(rows.Y, max(hs.Whole.Sum(e.in[:]), hs.Part.Sum(e.in[:])) > moreThanNo)
			rows.W = append(rows.W, float64(e.weight))
		}
	}
	f := boost.Train(rows, glance)
	var sums []float32
	for i, x := range rows.X {
		if rows.Y[i] {
			sums = append(sums, f.Sum(x))
		}
	}
	slices.Sort(sums)
	f.Base -= sums[int(lostAtAGlance*float64(len(sums)))]
	return f
}
