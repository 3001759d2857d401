package variant

import (
	"bytes"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"quotidian/attribution"
)

// TestAdopt: names that came in steps, each compared by another joiner, are joined as if all had come at once.
func TestAdopt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ms := drawMentions(t)
		rules, ev := drawRules(t, ms)
		var records [][]byte
		var last *Joiner
		for _, n := range []int{rapid.IntRange(0, len(ms)).Draw(t, "first"), len(ms), len(ms)} {
			k := NewJoiner()
			for _, r := range records {
				if err := k.Adopt(r); err != nil {
					t.Fatal(err)
				}
			}
			got, want := k.Join(ms[:n], ev, rules), Join(ms[:n], ev, rules)
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("another result (-at once +in steps):\n%s", d)
			}
			if k.Recorded() == 0 {
				records = nil
			}
			records = append(records, k.Record(false))
			last = k
		}
		if n := len(records); n > 1 && !bytes.Equal(records[n-1], []byte{0}) {
			t.Fatalf("nothing came, and %d bytes were recorded", len(records[n-1]))
		}
		again := NewJoiner()
		if err := again.Adopt(last.Record(true)); err != nil || again.Recorded() != last.Recorded() {
			t.Fatalf("a record of everything holds %d names of %d: %v", again.Recorded(), last.Recorded(), err)
		}
	})
}

func twoMentions() []Mention {
	return []Mention{
		{ID: "a", Article: "1", Name: "Tamar Okruashvari", Kind: attribution.Person},
		{ID: "b", Article: "2", Name: "Tamara Okruashvary", Kind: attribution.Person},
	}
}

// TestAdoptSparesComparing: what was adopted stands, and is dropped when a name it is about does not come.
func TestAdoptSparesComparing(t *testing.T) {
	k := NewJoiner()
	k.Join(twoMentions(), nil, nil)
	for p := range k.index.alike {
		k.index.alike[p] = judgement{p: 0.5, veto: "as it was"}
	}
	record := k.Record(true)
	for _, came := range []struct {
		ms       []Mention
		veto     string
		recorded int
	}{
		{twoMentions(), "as it was", 2},
		{append(twoMentions()[:1], Mention{ID: "c", Article: "3", Name: "Tamara Okruashvary Jr", Kind: attribution.Person}), "", 0},
	} {
		k = NewJoiner()
		if err := k.Adopt(record); err != nil {
			t.Fatal(err)
		}
		k.Join(came.ms, nil, nil)
		if k.Recorded() != came.recorded {
			t.Errorf("%d names are recorded, want %d", k.Recorded(), came.recorded)
		}
		for _, g := range k.index.alike {
			if (g.veto == "as it was") != (came.veto != "") {
				t.Errorf("judged %+v", g)
			}
		}
	}
}

// FuzzAdopt: a damaged record is refused, or changes scores; it never ends in a panic.
func FuzzAdopt(f *testing.F) {
	k := NewJoiner()
	k.Join(twoMentions(), nil, nil)
	f.Add(k.Record(true))
	f.Add([]byte{})
	f.Add([]byte{2, 1, 'a', 1, 'a', 0, 1})
	f.Fuzz(func(t *testing.T, record []byte) {
		k := NewJoiner()
		if k.Adopt(record) == nil {
			k.Join(twoMentions(), nil, nil)
			k.Record(false)
		}
	})
}

// TestHands: what a joiner finds out is the same by one hand and by four, to the byte, with thousands of names at once or in
// steps.
func TestHands(t *testing.T) {
	ms := mentionsOf(madeNames(mostArrivals + 2*manyArrivals))
	record := func(hands int, steps ...int) []byte {
		k := NewJoiner()
		k.Spread(hands, func(work func(hand int)) {
			var all sync.WaitGroup
			for hand := range hands {
				all.Go(func() { work(hand) })
			}
			all.Wait()
		})
		for _, n := range steps {
			k.Join(ms[:n], nil, nil)
		}
		return k.Record(true)
	}
	for _, steps := range [][]int{{len(ms)}, {200, 201, 700}} {
		if !bytes.Equal(record(1, steps...), record(4, steps...)) {
			t.Errorf("in steps %d, four hands find out something else than one", steps)
		}
	}
}
