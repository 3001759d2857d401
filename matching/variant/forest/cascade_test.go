package forest

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawTree draws a tree over five features.
func drawTree(t *rapid.T) (tree Tree) {
	for k := range tree.Threshold {
		tree.Feature[k] = uint8(rapid.IntRange(0, 4).Draw(t, "feature"))
		tree.Threshold[k] = rapid.Float32Range(-1, 1).Draw(t, "threshold")
	}
	for k := range tree.Value {
		tree.Value[k] = rapid.Float32Range(-3, 3).Draw(t, "value")
	}
	return tree
}

// TestCascade: a cascade passes what its forest puts at what is asked for unless a floor lies above it on the way, and stored it is
// what it was.
func TestCascade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &Cascade{Forest: Forest{Base: rapid.Float32Range(-2, 2).Draw(t, "base")}}
		for range rapid.IntRange(0, 11).Draw(t, "trees") {
			c.Trees = append(c.Trees, drawTree(t))
		}
		for range len(c.Trees) / Stage {
			c.Floors = append(c.Floors, rapid.Float32Range(-9, 1).Draw(t, "floor"))
		}
		x := rapid.SliceOfN(rapid.Float32Range(-1, 1), 5, 5).Draw(t, "x")
		sums := c.Sums(nil, x)
		least := rapid.SampledFrom([]float32{0, 0, 1.5}).Draw(t, "least")
		want := c.Sum(x) >= least
		for k, floor := range c.Floors {
			want = want && sums[k] >= floor
		}
		if sums[len(sums)-1] != c.Sum(x) || c.Passes(x, least) != want {
			t.Fatalf("sums %v, %v in all, floors %v: passes %v", sums, c.Sum(x), c.Floors, !want)
		}
		var b bytes.Buffer
		if err := WriteCascade(&b, c); err != nil {
			t.Fatal(err)
		}
		short := bytes.NewReader(b.Bytes()[:b.Len()-1])
		back, err := ReadCascade(&b)
		if diff := cmp.Diff(c.Sums(nil, x), back.Sums(nil, x)); err != nil || diff != "" || !slices.Equal(c.Floors, back.Floors) {
			t.Fatalf("%v: %s", err, diff)
		}
		if _, err := ReadCascade(short); err == nil {
			t.Fatal("a file that ends too early was read")
		}
	})
}
