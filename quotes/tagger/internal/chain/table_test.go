package chain

import (
	"testing"

	"pgregory.net/rapid"
)

func TestTableSumsItsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfNDistinct(rapid.Uint32(), 1, 128, rapid.ID).Draw(t, "keys")
		entries := make([]Entry, len(keys))
		var want Scores
		for i, k := range keys {
			entries[i].Key = k
			for j := range entries[i].Values {
				v := rapid.Int8Range(-127, 127).Draw(t, "weight")
				entries[i].Values[j] = v
				want[j] += int32(v)
			}
		}
		half := rapid.IntRange(0, len(keys)).Draw(t, "half")
		table := NewTable(entries)
		var one, two Partial
		table.Add(&one, keys[:half])
		table.Add(&two, keys[half:])
		one.Plus(&two)
		var got Scores
		one.Scores(&got)
		if got != want {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

// TestTableRefusesStrangers: a key that is not in is taken for one that is once in 65,536 times.
func TestTableRefusesStrangers(t *testing.T) {
	entries := make([]Entry, 5000)
	for i := range entries {
		entries[i].Key = uint32(i)*2654435761 | 1
		for j := range entries[i].Values {
			entries[i].Values[j] = 1
		}
	}
	table := NewTable(entries)
	taken := 0
	for i := range uint32(100_000) {
		var s Partial
		table.Add(&s, []uint32{i*2246822519&^1 + 2})
		if s != (Partial{}) {
			taken++
		}
	}
	if taken > 10 {
		t.Errorf("%d of 100,000 strange keys were found", taken)
	}
}

func TestLinearSumsItsWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfNDistinct(rapid.Uint32Min(1), 1, 100, rapid.ID).Draw(t, "keys")
		n := rapid.IntRange(0, len(keys)).Draw(t, "known")
		l, want := NewLinear(n), int32(0)
		for _, k := range keys[:n] {
			v := rapid.Int8().Draw(t, "weight")
			l.Add(k, v)
			want += int32(v)
		}
		if got := l.Sum(keys); got != want {
			t.Fatalf("got %d, want %d", got, want)
		}
	})
}
