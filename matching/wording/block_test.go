package wording

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// talker gives the same words of one speaker on n days, so many that no key leads from one to another, and once on none.
func talker(n int) []Quote {
	out := []Quote{{ID: "never", Speaker: "Orlo", Text: "We will not close the harbour in winter"}}
	for i := range n {
		q := out[0]
		q.ID, q.Published = fmt.Sprintf("day%d", i), time.Date(2031, 5, 1+i, 0, 0, 0, 0, time.UTC)
		out = append(out, q)
	}
	return out
}

// narrowJoiner gives a joiner that looks at so many wordings of a speaker at most.
func narrowJoiner(most int) *Joiner {
	j := NewJoiner()
	j.most = most
	return j
}

// TestThronged: however much one speaker said, no wording is looked at for more than so many others because he said them, and
// looking is mutual.
func TestThronged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.IntRange(0, 12).Draw(t, "most")
		j := narrowJoiner(most)
		for i := range rapid.IntRange(0, 40).Draw(t, "n") {
			q := Quote{ID: fmt.Sprint(i), Speaker: "Orlo", Text: fmt.Sprintf("We will not close harbour %d in winter", i)}
			if day := rapid.SampledFrom([]int64{0, 3, 4, 5, 9, 14, 15, 30}).Draw(t, "day"); day > 0 {
				q.Published = time.Unix(day*secondsADay, 0)
			}
			j.Add(q)
			j.enrol(int32(i))
		}
		j.settle()
		b := j.blocks[1]
		if b == nil {
			return
		}
		for n, s := range j.said {
			near := b.near(nil, s.day)
			if len(b.dated) > most && len(near) > most {
				t.Fatalf("%d are looked at, %d at most", len(near), most)
			}
			slices.Sort(near)
			for m, other := range j.said {
				_, looked := slices.BinarySearch(near, int32(m))
				if looked != b.contemporary(s.day, other.day) || looked != b.contemporary(other.day, s.day) {
					t.Fatalf("node %d of day %d beside %d of day %d: looked at is %v", n, s.day, m, other.day, looked)
				}
			}
		}
	})
}

// TestThrongedAnyOrder: where windows narrow while quotes are added, what was found before is taken back, so that the order in
// which they came, and what was recorded between, leaves no trace.
func TestThrongedAnyOrder(t *testing.T) {
	pool := talker(crowded + 10)
	parted := 0
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]int{0, 4, 12, 40}).Draw(t, "most")
		qs := rapid.Permutation(pool).Draw(t, "order")
		steps := []int{rapid.IntRange(1, len(qs)).Draw(t, "a"), len(qs)}
		want := edgesAt(t, most, pool, []int{len(pool)})
		if got := edgesAt(t, most, qs, steps); !slices.Equal(got, want) {
			t.Fatalf("%d pairs by and by, %d at once", len(got), len(want))
		}
		parted += len(edgesAt(t, thronged, pool, []int{len(pool)})) - len(want)
	})
	if parted == 0 {
		t.Error("no window narrowed: this test says nothing")
	}
}

// edgesAt joins quotes in steps, each by a joiner that adopts the records of those before, and gives the pairs found.
func edgesAt(t fataler, most int, qs []Quote, steps []int) (pairs []string) {
	var kept [][]byte
	var j *Joiner
	for i := range steps {
		j = narrowJoiner(most)
		for k, n := range steps[:i+1] {
			for _, q := range qs[:n] {
				j.Add(q)
			}
			if k == i {
				kept = append(kept, j.Record(false))
			} else if err := j.Adopt(kept[k]); err != nil {
				t.Fatalf("step %d: %v", k, err)
			}
		}
	}
	for n := range j.nodes {
		for _, e := range j.nodes[n].edges {
			a, b := j.ID(int(j.nodes[n].first)), j.ID(int(j.nodes[e.to].first))
			if a < b {
				pairs = append(pairs, a+" "+b)
			}
		}
	}
	slices.Sort(pairs)
	return pairs
}
