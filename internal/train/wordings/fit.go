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

// The forest that decides at a glance.
var glance = boost.Config{Rounds: 100, Rate: 0.15, MinRows: 30, MinWeight: 1, Ridge: 2}

// What the glance may lose of the pairs to which the heads say more than no: a quarter of a hundredth of one speaker's,
// which are few, and two hundredths of strangers', of which hundreds meet in a large collection. Held against texts
// that nothing here was trained on, that loses four of ten thousand strangers' pairs that are likelier than not, and
// lets two fifths of the others pass that a quarter of a hundredth would let pass.
const (
	lostOwn, lostStrangers = 0.0025, 0.02
	moreThanNo             = -3 // log odds
)

// fitWorth trains the forest that decides at a glance, on what the heads say, so that it is at zero where it loses
// what may be lost.
func fitWorth(hs *pair.Heads, s *sample) {
	var rows boost.Rows
	var glimpses []*pair.Glimpse
	var own []int
	for _, set := range [][]example{s.whole, s.part} {
		for i := range set {
			e := &set[i]
			if e.beyond {
				continue
			}
			glimpses = append(glimpses, &e.glimpse)
			own = append(own, int(e.in[pair.SameSpeaker]))
			rows.X = append(rows.X, e.glimpse[:])
			rows.Y = append(rows.Y, max(hs.Whole.Sum(e.in[:]), hs.Part.Sum(e.in[:])) > moreThanNo)
			rows.W = append(rows.W, float64(e.weight))
		}
	}
	f := boost.Train(rows, glance)
	var sums [2][]float32 // of strangers' pairs, of one speaker's
	for i, x := range rows.X {
		if rows.Y[i] {
			sums[own[i]] = append(sums[own[i]], f.Sum(x))
		}
	}
	strangers, speaker := quantile(sums[0], lostStrangers), quantile(sums[1], lostOwn)
	hs.Worth = forest.Forest{Base: f.Base - speaker, Trees: append([]forest.Tree{pair.Strangers(speaker - strangers)}, f.Trees...)}
	for i, v := range glimpses {
		if rows.Y[i] {
			sink(&hs.Floors[own[i]], hs.Stages(nil, v))
		}
	}
}

// sink lowers floors to the sums of a pair that passes in the end, so that none is lost on the way; the last sum is no
// stage's.
func sink(floors *[]float32, sums []float32) {
	last := len(sums) - 1
	if sums[last] < 0 {
		return
	}
	if *floors == nil {
		*floors = slices.Clone(sums[:last])
	}
	for k, x := range sums[:last] {
		(*floors)[k] = min((*floors)[k], x)
	}
}

// quantile is the number that a share of all lies below.
func quantile(all []float32, share float64) float32 {
	slices.Sort(all)
	return all[int(share*float64(len(all)))]
}
