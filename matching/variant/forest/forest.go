// Package forest adds up boosted trees and turns the sum into a probability.
//
// It is the inference half: internal/train/boost learns what this package evaluates. Evaluation allocates
// nothing and costs a few nanoseconds a tree, because every tree is complete and has the same depth.
package forest

// Depth is the depth of every tree of a forest; a tree has 1<<Depth leaves.
const Depth = 4

// Inner and Leaves are the numbers of inner nodes and leaves of a tree.
const (
	Inner  = 1<<Depth - 1
	Leaves = 1 << Depth
)

// Tree is a complete binary tree over features: node k has children 2k+1 (feature at most threshold) and 2k+2.
// A node that splits nothing has threshold +Inf, so that its left child is always taken.
type Tree struct {
	Feature   [Inner]uint8
	Threshold [Inner]float32
	// Value holds the log-odds of the leaves, from left to right.
	Value [Leaves]float32
}

// Forest is a sum of trees in log-odds.
type Forest struct {
	Base  float32
	Trees []Tree
}

// Sum is the log-odds of a feature vector. Four trees are walked down at once, since each step waits for the one before
// it in its own tree alone; their values are added in the order of the trees.
func (f *Forest) Sum(x []float32) float32 {
	sum, trees := f.Base, f.Trees
	for len(trees) >= 4 {
		a, b, c, d := &trees[0], &trees[1], &trees[2], &trees[3]
		i, j, k, l := 0, 0, 0, 0
		for range Depth {
			i, j, k, l = a.child(i, x), b.child(j, x), c.child(k, x), d.child(l, x)
		}
		sum += a.Value[i-Inner]
		sum += b.Value[j-Inner]
		sum += c.Value[k-Inner]
		sum += d.Value[l-Inner]
		trees = trees[4:]
	}
	for k := range trees {
		sum += trees[k].Leaf(x)
	}
	return sum
}

// Leaf is the value x ends at.
func (t *Tree) Leaf(x []float32) float32 {
	node := 0
	for range Depth {
		node = t.child(node, x)
	}
	return t.Value[node-Inner]
}

// child is the node below one to which x leads.
func (t *Tree) child(node int, x []float32) int {
	right := 0 // a number, not a jump: which way a tree turns is no guess for a processor
	if x[t.Feature[node]] > t.Threshold[node] {
		right = 1
	}
	return 2*node + 1 + right
}

// Curve maps log-odds to calibrated probabilities: a rising line through points, flat outside them.
type Curve struct {
	Score, P []float32
}

// At is the probability at a score.
func (c *Curve) At(score float32) float64 {
	n := len(c.Score)
	lo, hi := 0, n // the first point above score
	for lo < hi {
		mid := (lo + hi) / 2
		if c.Score[mid] <= score {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	switch {
	case n == 0:
		return 0
	case lo == 0:
		return float64(c.P[0])
	case lo == n:
		return float64(c.P[n-1])
	}
	share := (score - c.Score[lo-1]) / (c.Score[lo] - c.Score[lo-1])
	return float64(c.P[lo-1] + share*(c.P[lo]-c.P[lo-1]))
}
