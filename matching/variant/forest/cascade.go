package forest

// Cascade is a forest that is asked one thing only: whether its sum is 0 or more, or as much as is asked for. Most answers are no, and most of
// these are clear after a few trees (L. Bourdev and J. Brandt, "Robust object detection via soft cascade", 2005).
type Cascade struct {
	Forest
	// Floors are the least sums after each Stage trees with which the rest is asked at all, one for each whole stage.
	Floors []float32
}

// Stage is the number of trees after which a cascade may end.
const Stage = 4

// Passes reports whether the sum is at least least, which is 0 or more, and no floor lies above it on the way.
func (c *Cascade) Passes(x []float32, least float32) bool {
	f, trees := Forest{Base: c.Base}, c.Trees
	for _, floor := range c.Floors {
		f.Trees, trees = trees[:Stage], trees[Stage:]
		if f.Base = f.Sum(x); f.Base < floor {
			return false
		}
	}
	f.Trees = trees
	return f.Sum(x) >= least
}

// Sums appends to dst the sum after each whole stage, and after all trees.
func (c *Cascade) Sums(dst, x []float32) []float32 {
	f, trees := Forest{Base: c.Base}, c.Trees
	for len(trees) >= Stage {
		f.Trees, trees = trees[:Stage], trees[Stage:]
		f.Base = f.Sum(x)
		dst = append(dst, f.Base)
	}
	f.Trees = trees
	return append(dst, f.Sum(x))
}
