package quotes

import (
	"testing"

	"pgregory.net/rapid"
)

// TestCalibratedRises: more evidence never makes a quote less likely, and every value is a probability.
func TestCalibratedRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := Kind(rapid.IntRange(0, len(kindNames)-1).Draw(t, "kind"))
		a, b := rapid.Float64Range(0, 1).Draw(t, "a"), rapid.Float64Range(0, 1).Draw(t, "b")
		less, more := calibrated(k, min(a, b)), calibrated(k, max(a, b))
		if less > more || less < 0 || more > 1 {
			t.Fatalf("%s: evidence %v and %v give %v and %v", k, min(a, b), max(a, b), less, more)
		}
	})
}

func TestCalibratedBetweenKnots(t *testing.T) {
	c := curves[Indirect]
	for i, n := range c {
		if got := calibrated(Indirect, n.evidence); got != n.right {
			t.Errorf("at knot %d: %v, want %v", i, got, n.right)
		}
	}
	if got, want := calibrated(Indirect, (c[0].evidence+c[1].evidence)/2), (c[0].right+c[1].right)/2; got < want-1e-9 || got > want+1e-9 {
		t.Errorf("between two knots: %v, want %v", got, want)
	}
}
