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
		most := rapid.SampledFrom([]int{5, 40}).Draw(t, "keys of a node") // with 40 of them runs are long ones
		often := rapid.Bool().Draw(t, "sorted often")
		for node := range int32(n) {
			keys := rapid.SliceOfNDistinct(rapid.Uint64Range(1, 90), 1, most, rapid.ID).Draw(t, "keys")
			f.put(keys, node)
			for _, k := range keys {
				model[k] = append(model[k], node)
			}
			if often && node%7 == 0 || int(node) == n-1 {
				f.sort()
			}
		}
		below := rapid.Int32Range(0, int32(n)).Draw(t, "below")
		limit := rapid.IntRange(1, 60).Draw(t, "limit")
		for k := range uint64(95) {
			var want []int32
			for _, node := range model[k] {
				if node < below {
					want = append(want, node)
				}
			}
			got, ok := f.find(nil, k, below, limit)
			slices.Sort(got)
			if fits := len(want) <= limit; ok != fits || fits && !slices.Equal(got, want) {
				t.Fatalf("key %d below %d: %v %v, want %v", k, below, got, ok, want)
			}
		}
		if len(f.runs) > 1+int(math.Log(float64(n*most))/math.Log(growth)) {
			t.Fatalf("%d runs", len(f.runs))
		}
	})
}
