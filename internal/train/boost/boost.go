// Package boost learns the forests that matching/variant/forest evaluates: gradient-boosted trees for a
// two-way question, with logistic loss and features that may be bound to raise or lower the answer.
//
// It is deterministic: no sampling, and ties between splits go to the lower feature and the lower cut.
// The method is that of Friedman (2001) with the second-order gain of Chen and Guestrin, "XGBoost" (2016),
// and its bounds for monotone features.
package boost

import (
	"math"
	"slices"

	"quotidian/matching/variant/forest"
)

// Config is how to learn.
type Config struct {
	Rounds int
	Rate   float64 // the share of each tree's answer that is kept
	// MinRows and MinWeight are the least a leaf holds: rows, and sum of second derivatives.
	MinRows   int
	MinWeight float64
	// Ridge is added to the second derivatives: it pulls leaves to zero.
	Ridge float64
	// Rises says for each feature whether the answer may only rise (+1) or only fall (-1) with it; 0 is free.
	Rises []int8
}

// Rows is what is learned from: features, answers and weights, one of each a row.
type Rows struct {
	X [][]float32
	Y []bool
	W []float64
}

// maxCuts is how many thresholds of a feature are tried.
const maxCuts = 96

type learner struct {
	Config
	rows   Rows
	cuts   [][]float32
	bins   [][]uint8 // by feature, then row
	grad   []float64
	hess   []float64
	score  []float64
	counts []bin
}

type bin struct {
	g, h float64
	n    int
}

// Train learns a forest.
func Train(rows Rows, c Config) *forest.Forest {
	l := &learner{Config: c, rows: rows, grad: make([]float64, len(rows.X)), hess: make([]float64, len(rows.X)), score: make([]float64, len(rows.X))}
	l.cut()
	f := &forest.Forest{}
	index := make([]int32, len(rows.X))
	for range c.Rounds {
		l.derive()
		for i := range index {
			index[i] = int32(i)
		}
		var t forest.Tree
		l.grow(&t, 0, index, math.Inf(-1), math.Inf(1))
		f.Trees = append(f.Trees, t)
		for i, x := range rows.X {
			l.score[i] += float64(t.Leaf(x))
		}
	}
	return f
}

// cut chooses thresholds at the quantiles of each feature and sorts every row into their bins.
func (l *learner) cut() {
	features := len(l.rows.X[0])
	l.cuts, l.bins = make([][]float32, features), make([][]uint8, features)
	values := make([]float32, len(l.rows.X))
	for f := range features {
		for i, x := range l.rows.X {
			values[i] = x[f]
		}
		slices.Sort(values)
		var cuts []float32
		for k := 1; k < maxCuts; k++ {
			v := values[k*(len(values)-1)/maxCuts]
			if len(cuts) == 0 || v > cuts[len(cuts)-1] {
				cuts = append(cuts, v)
			}
		}
		l.cuts[f], l.bins[f] = cuts, make([]uint8, len(values))
		for i, x := range l.rows.X {
			k, _ := slices.BinarySearch(cuts, x[f])
			l.bins[f][i] = uint8(k)
		}
	}
	l.counts = make([]bin, maxCuts+1)
}

func (l *learner) derive() {
	for i, s := range l.score {
		p := 1 / (1 + math.Exp(-s))
		y := 0.0
		if l.rows.Y[i] {
			y = 1
		}
		l.grad[i], l.hess[i] = l.rows.W[i]*(y-p), l.rows.W[i]*p*(1-p)
	}
}

// split is a way to part the rows of a node.
type split struct {
	gain        float64
	feature     int
	cut         int
	left, right bin
}

// grow fills node and everything below it from the rows of index; lo and hi bound its value.
func (l *learner) grow(t *forest.Tree, node int, index []int32, lo, hi float64) {
	var sum bin
	for _, i := range index {
		sum.g, sum.h, sum.n = sum.g+l.grad[i], sum.h+l.hess[i], sum.n+1
	}
	value := l.value(sum, lo, hi)
	t.Value[node] = float32(l.Rate * value)
	if node >= forest.Inner {
		return
	}
	s := l.best(index, sum, lo, hi)
	if s.gain <= 0 {
		t.Threshold[node] = float32(math.Inf(1))
		l.fill(t, 2*node+1, t.Value[node])
		l.fill(t, 2*node+2, t.Value[node])
		return
	}
	t.Feature[node], t.Threshold[node] = uint8(s.feature), l.cuts[s.feature][s.cut]
	k := partition(index, func(i int32) bool { return int(l.bins[s.feature][i]) <= s.cut })
	lloL, lhiL, lloR, lhiR := lo, hi, lo, hi
	if r := l.rises(s.feature); r != 0 {
		mid := (l.value(s.left, lo, hi) + l.value(s.right, lo, hi)) / 2
		if r > 0 {
			lhiL, lloR = mid, mid
		} else {
			lloL, lhiR = mid, mid
		}
	}
	l.grow(t, 2*node+1, index[:k], lloL, lhiL)
	l.grow(t, 2*node+2, index[k:], lloR, lhiR)
}

func (l *learner) rises(feature int) int8 {
	if l.Rises == nil {
		return 0
	}
	return l.Rises[feature]
}

// fill gives a subtree below a node that splits nothing the node's value.
func (l *learner) fill(t *forest.Tree, node int, v float32) {
	t.Value[node] = v
	if node < forest.Inner {
		t.Threshold[node] = float32(math.Inf(1))
		l.fill(t, 2*node+1, v)
		l.fill(t, 2*node+2, v)
	}
}

func (l *learner) value(b bin, lo, hi float64) float64 {
	return min(hi, max(lo, b.g/(b.h+l.Ridge)))
}

// gainOf is the drop in loss of a node with value v, up to a constant.
func (l *learner) gainOf(b bin, v float64) float64 { return 2*b.g*v - (b.h+l.Ridge)*v*v }

func (l *learner) best(index []int32, sum bin, lo, hi float64) (best split) {
	if len(index) < 2*l.MinRows {
		return best
	}
	here := l.gainOf(sum, l.value(sum, lo, hi))
	for f := range l.cuts {
		counts := l.counts[:len(l.cuts[f])+1]
		clear(counts)
		bins := l.bins[f]
		for _, i := range index {
			c := &counts[bins[i]]
			c.g, c.h, c.n = c.g+l.grad[i], c.h+l.hess[i], c.n+1
		}
		l.scan(&best, f, counts, sum, here, lo, hi)
	}
	return best
}

// scan tries every cut of one feature.
func (l *learner) scan(best *split, f int, counts []bin, sum bin, here, lo, hi float64) {
	var left bin
	for c := range len(counts) - 1 {
		left.g, left.h, left.n = left.g+counts[c].g, left.h+counts[c].h, left.n+counts[c].n
		right := bin{sum.g - left.g, sum.h - left.h, sum.n - left.n}
		if left.n < l.MinRows || right.n < l.MinRows || left.h < l.MinWeight || right.h < l.MinWeight {
			continue
		}
		vl, vr := l.value(left, lo, hi), l.value(right, lo, hi)
		if r := l.rises(f); r > 0 && vl > vr || r < 0 && vl < vr {
			continue
		}
		if gain := l.gainOf(left, vl) + l.gainOf(right, vr) - here; gain > best.gain+1e-9 {
			*best = split{gain, f, c, left, right}
		}
	}
}

// partition moves the rows that go left to the front, in their order, and gives their number.
func partition(index []int32, left func(int32) bool) int {
	var rest []int32
	k := 0
	for _, i := range index {
		if left(i) {
			index[k] = i
			k++
		} else {
			rest = append(rest, i)
		}
	}
	copy(index[k:], rest)
	return k
}
