package names

import (
	"strings"
	"testing"

	"quotidian/internal/train/boost"
)

// TestCascade: of rows in which the first feature decides, the cascade passes all that count and hardly another.
func TestCascade(t *testing.T) {
	var rows boost.Rows
	for i := range 1000 {
		rows.X = append(rows.X, []float32{float32(i % 100), float32(i % 7)})
		rows.Y, rows.W = append(rows.Y, i%100 >= 90), append(rows.W, 1)
	}
	c := cascade(boost.Train(rows, worthConfig), 0, rows, func(i int) bool { return rows.Y[i] })
	for i, x := range rows.X {
		if got := c.Passes(x, 0); got != rows.Y[i] {
			t.Errorf("%v passes: %v", x, got)
		}
	}
	if len(c.Floors) != len(c.Trees)/4 {
		t.Errorf("%d floors for %d trees", len(c.Floors), len(c.Trees))
	}
}

// TestLeastWorth: of a thousand pairs likelier than not one may lie below, whatever the others score.
func TestLeastWorth(t *testing.T) {
	var scores []float32
	var p []float64
	for i := range 1000 {
		scores, p = append(scores, float32(i), -1), append(p, 0.7, 0.2)
	}
	if got := leastWorth(scores, p); got != 1 {
		t.Errorf("%v is asked for", got)
	}
}

// TestWorthwhile: a pair that does not pass has the probability 0, one that does what many names are judged by, and one
// that a glance does not decide keeps its own.
func TestWorthwhile(t *testing.T) {
	s := people()
	s.glances = []glanced{{at: 0, p: 0.8}, {at: 2, p: 0.9}}
	got := s.worthwhile([]bool{true, false})
	if got.pairs[0].p != 0.8 || got.pairs[1].p != 0.2 || got.pairs[2].p != 0 || s.pairs[2].p != 0.9 {
		t.Errorf("%+v of %+v", got.pairs, s.pairs)
	}
	var b strings.Builder
	reportWorth(&b, 10, []bool{true, false, false}, []float64{0.9, 0.6, 0.1})
	if want := "worth comparing by a glance, among 10 names: 1 of 3 pairs; lost 1 of 2 at 0.5 or above, 2 of 3 at 0.05\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}
