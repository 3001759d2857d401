package dossier

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// near makes items likest that are closest in number.
func near(a, b int) float64 { return 1 / (1 + float64((a-b)*(a-b))) }

func TestRegroup(t *testing.T) {
	for _, c := range []struct {
		title string
		base  []int
		rules rules
		want  []int
	}{
		{"no rules", []int{0, 1, 0, 1}, rules{}, []int{0, 1, 0, 1}},
		{"joined clusters come whole", []int{0, 0, 2, 2, 4}, rules{together: [][2]int{{1, 2}}}, []int{0, 0, 0, 0, 4}},
		{"parted members take the likest along", []int{0, 0, 0, 0, 0, 0}, rules{apart: [][2]int{{0, 5}}}, []int{0, 0, 0, 3, 3, 3}},
		{"parted clusters that were apart stay whole", []int{0, 0, 2, 2}, rules{apart: [][2]int{{0, 2}}}, []int{0, 0, 2, 2}},
		{
			"a third, joined to one side, pulls its cluster there",
			[]int{0, 0, 0, 3, 3},
			rules{together: [][2]int{{2, 3}}, apart: [][2]int{{0, 2}}},
			[]int{0, 0, 2, 2, 2},
		},
		{"parted through a third", []int{0, 0, 2}, rules{together: [][2]int{{1, 2}}, apart: [][2]int{{0, 2}}}, []int{0, 1, 1}},
		{"three sides", []int{0, 0, 0}, rules{apart: [][2]int{{0, 1}, {1, 2}, {0, 2}}}, []int{0, 1, 2}},
	} {
		if diff := cmp.Diff(c.want, regroup(c.base, c.rules, near)); diff != "" {
			t.Errorf("%s: %s", c.title, diff)
		}
	}
}

// TestRegroupHolds: rules hold, items that no rule reaches stay where they are, and the order of the rules does
// not matter.
func TestRegroupHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "n")
		base := rapid.SliceOfN(rapid.IntRange(0, 3), n, n).Draw(t, "base")
		item := rapid.IntRange(0, n-1)
		var r rules
		check := newWeld(n)
		for range rapid.IntRange(0, 6).Draw(t, "rules") {
			p := [2]int{item.Draw(t, "a"), item.Draw(t, "b")}
			switch a, b := check.find(p[0]), check.find(p[1]); {
			case a == b:
			case rapid.Bool().Draw(t, "same") && !check.apart[a][b]:
				check.join(p[0], p[1])
				r.together = append(r.together, p)
			default:
				check.part(p[0], p[1])
				r.apart = append(r.apart, p)
			}
		}
		got := regroup(base, r, near)
		holds(t, got, base, r)
		shuffled := rules{append([][2]int{}, r.together...), append([][2]int{}, r.apart...)}
		rng := rand.New(rand.NewPCG(1, uint64(n)))
		rng.Shuffle(len(shuffled.together), func(i, k int) {
			shuffled.together[i], shuffled.together[k] = shuffled.together[k], shuffled.together[i]
		})
		rng.Shuffle(len(shuffled.apart), func(i, k int) {
			shuffled.apart[i], shuffled.apart[k] = shuffled.apart[k], shuffled.apart[i]
		})
		if again := regroup(base, shuffled, near); !cmp.Equal(got, again) {
			t.Fatalf("%v, with the rules in another order %v", got, again)
		}
	})
}

func holds(t *rapid.T, got, base []int, r rules) {
	touched := map[int]bool{}
	for _, p := range r.together {
		touched[base[p[0]]], touched[base[p[1]]] = true, true
		if got[p[0]] != got[p[1]] {
			t.Fatalf("%v are not together: %v", p, got)
		}
	}
	for _, p := range r.apart {
		touched[base[p[0]]], touched[base[p[1]]] = true, true
		if got[p[0]] == got[p[1]] {
			t.Fatalf("%v are not apart: %v", p, got)
		}
	}
	for i := range base {
		for k := range base {
			if !touched[base[i]] && (base[i] == base[k]) != (got[i] == got[k]) {
				t.Fatalf("%d and %d, of which no rule speaks, moved: %v", i, k, got)
			}
		}
	}
}
