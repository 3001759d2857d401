// Package boost learns the forests that matching/variant/forest evaluates: gradient-boosted trees for a
// two-way question, with logistic loss and features that may be bound to raise or lower the answer.
//
// It is deterministic: what it samples it draws from a generator with a fixed seed, and ties between splits go to the
// lower feature and the lower cut.
// The method is that of Friedman (2001) with the second-order gain of Chen and Guestrin, "XGBoost" (2016),
// its bounds for monotone features, and Friedman's stochastic boosting (2002).
package boost

import (
	"math"
	"math/rand/v2"
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
	// RowShare and FeatureShare are the shares of rows and features that a tree is grown from; 0 means all.
	RowShare, FeatureShare float64
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
	rows  Rows
	cuts  [][]float32 // by feature
	bins  []uint8     // by row, then feature
	grad  []float64
	hess  []float64
	score []float64
	open  []bool // the features that the tree may ask for
}

// bin sums what falls between two cuts: derivatives and rows.
type bin struct {
	g, h float64
	n    int
}

func (b bin) minus(o bin) bin { return bin{b.g - o.g, b.h - o.h, b.n - o.n} }
func (b bin) plus(o bin) bin  { return bin{b.g + o.g, b.h + o.h, b.n + o.n} }

// histogram holds the bins of every feature for the rows of one node.
type histogram []bin

const binsPerFeature = maxCuts + 1

// Train learns a forest.
func Train(rows Rows, c Config) *forest.Forest {
	l := &learner{Config: c, rows: rows, grad: make([]float64, len(rows.X)), hess: make([]float64, len(rows.X)), score: make([]float64, len(rows.X))}
	l.cut()
	f := &forest.Forest{}
	index := make([]int32, len(rows.X))
	r := rand.New(rand.NewPCG(1, 2))
	for range c.Rounds {
		l.derive()
		index = l.sample(index[:0], r)
		var t forest.Tree
		l.grow(&t, node{rows: index, hist: l.histogram(index), lo: math.Inf(-1), hi: math.Inf(1)})
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
	l.cuts, l.bins = make([][]float32, features), make([]uint8, features*len(l.rows.X))
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
		l.cuts[f] = cuts
		for i, x := range l.rows.X {
			k, _ := slices.BinarySearch(cuts, x[f])
			l.bins[i*features+f] = uint8(k)
		}
	}
}

// sample draws the rows and features of the next tree.
func (l *learner) sample(index []int32, r *rand.Rand) []int32 {
	for i := range l.rows.X {
		if l.RowShare == 0 || r.Float64() < l.RowShare {
			index = append(index, int32(i))
		}
	}
	l.open = make([]bool, len(l.cuts))
	for f := range l.open {
		l.open[f] = l.FeatureShare == 0 || r.Float64() < l.FeatureShare
	}
	return index
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

// node is a node of a tree while it grows.
type node struct {
	at     int // its index in the tree
	rows   []int32
	hist   histogram
	lo, hi float64 // bounds of its value
}

// histogram counts the rows of a node.
func (l *learner) histogram(rows []int32) histogram {
	features := len(l.cuts)
	h := make(histogram, features*binsPerFeature)
	for _, i := range rows {
		g, hs := l.grad[i], l.hess[i]
		for f, b := range l.bins[int(i)*features : (int(i)+1)*features] {
			c := &h[f*binsPerFeature+int(b)]
			c.g, c.h, c.n = c.g+g, c.h+hs, c.n+1
		}
	}
	return h
}

// sum adds up the bins of the first feature: all rows.
func (h histogram) sum() (s bin) {
	for _, b := range h[:binsPerFeature] {
		s = s.plus(b)
	}
	return s
}

// split is a way to part the rows of a node.
type split struct {
	gain        float64
	feature     int
	cut         int
	left, right bin
}

// grow fills a node of the tree and everything below it.
func (l *learner) grow(t *forest.Tree, n node) {
	sum := n.hist.sum()
	value := float32(l.Rate * l.value(sum, n.lo, n.hi))
	if n.at >= forest.Inner {
		t.Value[n.at-forest.Inner] = value
		return
	}
	s := l.best(n, sum)
	if s.gain <= 0 {
		l.fill(t, n.at, value)
		return
	}
	t.Feature[n.at], t.Threshold[n.at] = uint8(s.feature), l.cuts[s.feature][s.cut]
	left, right := l.part(n, s)
	l.grow(t, left)
	l.grow(t, right)
}

// part makes the two children of a node. The histogram of the larger one is what the smaller one leaves over.
func (l *learner) part(n node, s split) (left, right node) {
	features := len(l.cuts)
	k := partition(n.rows, func(i int32) bool { return int(l.bins[int(i)*features+s.feature]) <= s.cut })
	left = node{at: 2*n.at + 1, rows: n.rows[:k], lo: n.lo, hi: n.hi}
	right = node{at: 2*n.at + 2, rows: n.rows[k:], lo: n.lo, hi: n.hi}
	small, large := &left, &right
	if k > len(n.rows)-k {
		small, large = large, small
	}
	small.hist = l.histogram(small.rows)
	large.hist = n.hist
	for i, b := range small.hist {
		large.hist[i] = large.hist[i].minus(b)
	}
	if r := l.rises(s.feature); r != 0 {
		mid := (l.value(s.left, n.lo, n.hi) + l.value(s.right, n.lo, n.hi)) / 2
		if r > 0 {
			left.hi, right.lo = mid, mid
		} else {
			left.lo, right.hi = mid, mid
		}
	}
	return left, right
}

func (l *learner) rises(feature int) int8 {
	if l.Rises == nil {
		return 0
	}
	return l.Rises[feature]
}

// fill gives a node that splits nothing, and all below it, one value.
func (l *learner) fill(t *forest.Tree, at int, v float32) {
	if at >= forest.Inner {
		t.Value[at-forest.Inner] = v
		return
	}
	t.Threshold[at] = float32(math.Inf(1))
	l.fill(t, 2*at+1, v)
	l.fill(t, 2*at+2, v)
}

func (l *learner) value(b bin, lo, hi float64) float64 {
	return min(hi, max(lo, b.g/(b.h+l.Ridge)))
}

// gainOf is the drop in loss of a node with value v, up to a constant.
func (l *learner) gainOf(b bin, v float64) float64 { return 2*b.g*v - (b.h+l.Ridge)*v*v }

// best finds the split of a node that gains most.
func (l *learner) best(n node, sum bin) (best split) {
	if sum.n < 2*l.MinRows {
		return best
	}
	here := l.gainOf(sum, l.value(sum, n.lo, n.hi))
	for f := range l.cuts {
		if !l.open[f] {
			continue
		}
		l.scan(&best, f, n, sum, here)
	}
	return best
}

// scan tries every cut of one feature.
func (l *learner) scan(best *split, f int, n node, sum bin, here float64) {
	var left bin
	for c := range l.cuts[f] {
		left = left.plus(n.hist[f*binsPerFeature+c])
		right := sum.minus(left)
		if left.n < l.MinRows || right.n < l.MinRows || left.h < l.MinWeight || right.h < l.MinWeight {
			continue
		}
		vl, vr := l.value(left, n.lo, n.hi), l.value(right, n.lo, n.hi)
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
