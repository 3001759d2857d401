package chain

import (
	"testing"

	"pgregory.net/rapid"
)

// hashed makes distinct keys that are as evenly spread as hashes are.
func hashed(t *rapid.T, low, high int) []uint32 {
	keys := rapid.SliceOfNDistinct(rapid.Uint32(), low, high, rapid.ID).Draw(t, "keys")
	for i := range keys {
		keys[i] = (keys[i] ^ keys[i]>>15) * 0x9e3779b1
	}
	return keys
}

// TestTableSumsItsRows: rows may be summed in parts, and as a part and the rest.
func TestTableSumsItsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := hashed(t, 1, MaxRows)
		entries := make([]Entry, len(keys))
		var want Scores
		for i, k := range keys {
			entries[i].Key = k
			for j := range entries[i].Values {
				v := rapid.Int8Range(MinWeight, MaxWeight).Draw(t, "weight")
				entries[i].Values[j] = v
				want[j] += int32(v)
			}
		}
		half := rapid.IntRange(0, len(keys)).Draw(t, "half")
		table := NewTable(entries)
		var parts [2]Partial
		table.AddEach(parts[:], keys, [][2]int{{0, half}, {half, len(keys)}})
		one, two := parts[0], parts[1]
		var got Scores
		table.Sum(&got, one, half, keys[half:])
		if got != want {
			t.Fatalf("got %v, want %v", got, want)
		}
		one.Plus(&two)
		table.Sum(&got, one, len(keys), nil)
		if got != want {
			t.Fatalf("in parts: got %v, want %v", got, want)
		}
	})
}

// TestSumHoldsMoreThanAPartial: lanes that are full must not run over.
func TestSumHoldsMoreThanAPartial(t *testing.T) {
	for _, v := range []int8{MinWeight, MaxWeight} {
		entries := make([]Entry, 2*MaxRows)
		var keys []uint32
		var want Scores
		for i := range entries {
			entries[i].Key = uint32(i+1) * 0x9e3779b1
			keys = append(keys, entries[i].Key)
			for j := range entries[i].Values {
				entries[i].Values[j] = v
				want[j] += int32(v)
			}
		}
		var got Scores
		NewTable(entries).Sum(&got, Partial{}, 0, keys)
		if got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

// TestTableRefusesStrangers: a key that is not in is taken for one that is once in 32,768 times.
func TestTableRefusesStrangers(t *testing.T) {
	entries := make([]Entry, 5000)
	for i := range entries {
		entries[i].Key = uint32(2*i) * 2654435761
		for j := range entries[i].Values {
			entries[i].Values[j] = 1
		}
	}
	table := NewTable(entries)
	taken := 0
	for i := range uint32(400_000) {
		var s Scores
		table.Sum(&s, Partial{}, 0, []uint32{(2*i + 1) * 2654435761})
		if s != (Scores{}) {
			taken++
		}
	}
	if taken > 30 {
		t.Errorf("%d of 400,000 strange keys were found", taken)
	}
}

func TestLinearSumsItsWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := hashed(t, 1, 100)
		n := rapid.IntRange(0, len(keys)).Draw(t, "known")
		weights, want := make([]Weight, n), int32(0)
		for i, k := range keys[:n] {
			weights[i] = Weight{k, rapid.Int8().Draw(t, "weight")}
			want += int32(weights[i].Value)
		}
		if got := NewLinear(weights).Sum(keys); got != want {
			t.Fatalf("got %d, want %d", got, want)
		}
	})
}
