package forest

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// stump splits on one feature at the root and nowhere else.
func stump(feature uint8, at, left, right float32) (t Tree) {
	for k := range t.Threshold {
		t.Threshold[k] = float32(math.Inf(1))
	}
	t.Feature[0], t.Threshold[0] = feature, at
	for k := range t.Value {
		t.Value[k] = left
		if k >= Leaves/2 {
			t.Value[k] = right
		}
	}
	return t
}

func TestSum(t *testing.T) {
	f := Forest{Base: 1, Trees: []Tree{stump(0, 0.5, -1, 1), stump(1, 2, 0, 10)}}
	for _, c := range []struct {
		x    []float32
		want float32
	}{
		{[]float32{0, 0}, 0},
		{[]float32{0.5, 2}, 0}, // a value on the threshold goes left
		{[]float32{0.6, 2.1}, 12},
	} {
		if got := f.Sum(c.x); got != c.want {
			t.Errorf("Sum(%v) = %v, want %v", c.x, got, c.want)
		}
	}
}

// TestSumOfMany: walked down four at once, trees give what they give one by one, to the last bit.
func TestSumOfMany(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Forest{Base: 0.1}
		want := f.Base
		x := rapid.SliceOfN(rapid.Float32Range(-1, 1), 5, 5).Draw(t, "x")
		for range rapid.IntRange(0, 11).Draw(t, "trees") {
			tree := drawTree(t)
			f.Trees = append(f.Trees, tree)
			want += tree.Leaf(x)
		}
		if got := f.Sum(x); got != want {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

func TestCurve(t *testing.T) {
	c := Curve{Score: []float32{-1, 1, 3}, P: []float32{0.1, 0.5, 0.9}}
	for score, want := range map[float32]float64{-5: 0.1, -1: 0.1, 0: 0.3, 1: 0.5, 2: 0.7, 3: 0.9, 9: 0.9} {
		if got := c.At(score); math.Abs(got-want) > 1e-6 {
			t.Errorf("At(%v) = %v, want %v", score, got, want)
		}
	}
	if got := (&Curve{}).At(1); got != 0 {
		t.Errorf("an empty curve gives %v", got)
	}
}
