package judge

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// weights draws what a file may hold: keys that rise and are odd, as Key makes them.
func weights(t *rapid.T) []Weight {
	var out []Weight
	for k := range rapid.SliceOfNDistinct(rapid.Uint32(), 1, 50, rapid.ID).Draw(t, "keys") {
		out = append(out, Weight{Key: Key(uint32(k), uint32(k), 7), Right: rapid.Int8().Draw(t, "right"), Exact: rapid.Int8().Draw(t, "exact")})
	}
	slices.SortFunc(out, func(a, b Weight) int { return int(int64(a.Key) - int64(b.Key)) })
	return slices.CompactFunc(out, func(a, b Weight) bool { return a.Key == b.Key })
}

// TestFile: what is written is read again, every feature weighs what it did, and an unknown one weighs nothing.
func TestFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := weights(t)
		m, err := Decode(Encode(list))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range list {
			if got := m.Sum([]uint32{w.Key}); got != (Score{int32(w.Right), int32(w.Exact)}) {
				t.Fatalf("key %x weighs %v, want %v", w.Key, got, w)
			}
		}
		if got := m.Sum([]uint32{list[len(list)-1].Key + 2}); got != (Score{}) {
			t.Fatalf("an unknown key weighs %v", got)
		}
	})
}

func TestDecodeRefuses(t *testing.T) {
	good := Encode([]Weight{{Key: 3, Right: 1}, {Key: 5, Exact: 2}})
	for name, raw := range map[string][]byte{
		"empty": nil, "other file": []byte("QTAGGER3"), "cut short": good[:len(good)-1],
		"out of order": Encode([]Weight{{Key: 5}, {Key: 3}}), "no key": Encode([]Weight{{Key: 0}}),
	} {
		if _, err := Decode(raw); err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
}

func TestOdds(t *testing.T) {
	if got := Odds(0); got != 0.5 {
		t.Errorf("even odds are %v", got)
	}
	if a, b := Odds(-Unit), Odds(Unit); a+b < 1-1e-9 || a+b > 1+1e-9 || a >= b {
		t.Errorf("odds of -1 and 1 are %v and %v", a, b)
	}
}
