package wording

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestFiling: whatever is put in whatever portions, a key gives the nodes that were put under it, or nothing when
// there are more than asked for.
func TestFiling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var f filing
		model := map[uint64][]int32{}
		n := rapid.IntRange(1, 300).Draw(t, "nodes")
		for node := range int32(n) {
			keys := rapid.SliceOfNDistinct(rapid.Uint64Range(1, 40), 1, 5, rapid.ID).Draw(t, "keys")
			f.put(keys, node)
			for _, k := range keys {
				model[k] = append(model[k], node)
			}
			if node%7 == 0 || int(node) == n-1 {
				f.sort()
			}
		}
		below := rapid.Int32Range(0, int32(n)).Draw(t, "below")
		most := rapid.IntRange(1, 60).Draw(t, "most")
		for k := range uint64(45) {
			var want []int32
			for _, node := range model[k] {
				if node < below {
					want = append(want, node)
				}
			}
			got, ok := f.find(nil, k, below, most)
			slices.Sort(got)
			if fits := len(want) <= most; ok != fits || fits && !slices.Equal(got, want) {
				t.Fatalf("key %d below %d: %v %v, want %v", k, below, got, ok, want)
			}
		}
		if len(f.runs) > 1+int(math.Log(float64(n)*5)/math.Log(growth)) {
			t.Fatalf("%d runs", len(f.runs))
		}
	})
}
