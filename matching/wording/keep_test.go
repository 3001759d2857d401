package wording

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// records adds quotes in steps, each by a joiner of its own that adopts what those before it recorded, and gives the
// records.
func records(t fataler, qs []Quote, steps []int) [][]byte {
	var kept [][]byte
	for i := range steps {
		j := adopted(t, qs, steps[:i], kept)
		for _, q := range qs[:steps[i]] {
			j.Add(q)
		}
		kept = append(kept, j.Record(false))
	}
	return kept
}

// adopted gives a joiner that adopted one record after each step.
func adopted(t fataler, qs []Quote, steps []int, kept [][]byte) *Joiner {
	j := NewJoiner()
	for i, n := range steps {
		for _, q := range qs[:n] {
			j.Add(q)
		}
		if err := j.Adopt(kept[i]); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
	}
	return j
}

// TestAdopt: quotes that came in steps, each compared by another joiner, are joined as if all had come at once.
func TestAdopt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		qs := rapid.Permutation(story).Draw(t, "order")
		steps := []int{rapid.IntRange(0, len(qs)).Draw(t, "a"), rapid.IntRange(0, len(qs)).Draw(t, "b"), len(qs)}
		slices.Sort(steps)
		checkAdopted(t, qs, steps)
	})
}

// TestAdoptCrowded: keys that became crowded in a later step take pairs of an earlier one back.
func TestAdoptCrowded(t *testing.T) {
	qs := crowd(8)
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(qs), func(i, j int) { qs[i], qs[j] = qs[j], qs[i] })
	checkAdopted(t, qs, []int{250, 400})
	j := adopted(t, qs, []int{250}, records(t, qs, []int{250}))
	for _, q := range qs {
		j.Add(q)
	}
	if j.link(); len(j.forgotten) == 0 {
		t.Error("no pair went: this test says nothing")
	}
}

func checkAdopted(t fataler, qs []Quote, steps []int) {
	want, w := divide(qs, nil, Likely)
	j := adopted(t, qs, steps, records(t, qs, steps))
	r := j.Result(nil, Likely)
	if d := cmp.Diff(want, sets(j, r)); d != "" || len(r.Proposals) != len(w.Proposals) {
		t.Fatalf("%d proposals, %d at once; statements (-at once +in steps):\n%s", len(r.Proposals), len(w.Proposals), d)
	}
	all := j.Record(true)
	if again := adopted(t, qs, steps[len(steps)-1:], [][]byte{all}); !bytes.Equal(again.Record(true), all) {
		t.Fatalf("a record of everything is another after it was adopted")
	}
}

// fataler is a test, or one run of a property.
type fataler interface {
	Fatalf(format string, args ...any)
}

// FuzzAdopt: a record that is damaged or belongs to other quotes is refused, or changes scores; it never ends in a panic.
func FuzzAdopt(f *testing.F) {
	j := NewJoiner()
	for _, q := range story {
		j.Add(q)
	}
	f.Add(j.Record(true))
	f.Add([]byte{})
	f.Add([]byte{10, 10, 1, 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, record []byte) {
		j := NewJoiner()
		for _, q := range story {
			j.Add(q)
		}
		if j.Adopt(record) == nil {
			j.Result(nil, Careful)
		}
	})
}
