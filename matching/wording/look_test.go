package wording

import (
	"bytes"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// spread gives a joiner that compares on so many goroutines.
func spread(hands int) *Joiner {
	j := NewJoiner()
	j.Spread(hands, func(work func(hand int)) {
		var all sync.WaitGroup
		for hand := range hands {
			all.Go(func() { work(hand) })
		}
		all.Wait()
	})
	return j
}

// TestHands: however many goroutines compare, the same pairs score the same and are kept in the same order, also where
// keys become crowded and pairs are taken back.
func TestHands(t *testing.T) {
	qs := append(crowd(8), story...)
	recorded := func(hands int) (kept [][]byte) {
		j := spread(hands)
		for i, q := range qs {
			if j.Add(q); i == 250 || i == 400 {
				kept = append(kept, j.Record(false))
			}
		}
		return append(kept, j.Record(false), j.Record(true))
	}
	want := recorded(1)
	if len(want[1]) < 1000 {
		t.Fatalf("%d bytes: nothing to compare", len(want[1]))
	}
	for _, hands := range []int{2, 4, 7} {
		for i, got := range recorded(hands) {
			if !bytes.Equal(got, want[i]) {
				t.Errorf("%d goroutines: record %d is another", hands, i)
			}
		}
	}
}

// TestNodeSet: a set that is emptied often holds what was added since.
func TestNodeSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s nodeSet
		for range rapid.IntRange(1, 4).Draw(t, "rounds") {
			s.clear()
			model := map[int32]bool{}
			for _, n := range rapid.SliceOfN(rapid.Int32Range(0, 400), 0, 600).Draw(t, "nodes") {
				if s.add(n) == model[n] {
					t.Fatalf("%d: there %v", n, model[n])
				}
				model[n] = true
			}
		}
	})
}
