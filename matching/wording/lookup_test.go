package wording

import (
	"testing"

	"pgregory.net/rapid"
)

// TestLookup: a lookup answers as a map does, also where hashes are all alike.
func TestLookup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spread := rapid.SampledFrom([]uint64{1, 3, 1 << 40}).Draw(t, "different hashes")
		var l lookup
		var things []uint64
		model := map[uint64]int32{}
		for range rapid.IntRange(0, 300).Draw(t, "questions") {
			x := rapid.Uint64Range(0, 200).Draw(t, "thing")
			got, ok := l.find(x%spread, func(n int32) bool { return things[n] == x })
			want, there := model[x]
			if ok != there || ok && got != want {
				t.Fatalf("%d: %d %v, want %d %v", x, got, ok, want, there)
			}
			if !there {
				model[x] = int32(len(things))
				l.put(x%spread, int32(len(things)))
				things = append(things, x)
			}
		}
	})
}
