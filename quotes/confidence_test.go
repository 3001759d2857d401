package quotes

import (
	"testing"

	"pgregory.net/rapid"
)

// TestCurvesRise: more evidence never makes a quote less likely, and every value is a probability.
func TestCurvesRise(t *testing.T) {
	for name, r := range map[string]*reader{"quick": &quick, "careful": &careful} {
		t.Run(name, func(t *testing.T) { curvesRise(t, r.curves()) })
	}
}

func curvesRise(t *testing.T, c *Curves) {
	rapid.Check(t, func(t *rapid.T) {
		w := Weighed{Basis: Basis(rapid.IntRange(0, len(basisNames)-1).Draw(t, "basis"))}
		w.Kind = Kind(rapid.IntRange(0, len(kindNames)-1).Draw(t, "kind"))
		a, b := rapid.Float64Range(0, 1).Draw(t, "a"), rapid.Float64Range(0, 1).Draw(t, "b")
		w.Evidence = min(a, b)
		less := w.probability(c)
		w.Evidence = max(a, b)
		if more := w.probability(c); less > more || less < 0 || more > 1 {
			t.Fatalf("%s %s: evidence %v and %v give %v and %v", w.Kind, w.Basis, min(a, b), max(a, b), less, more)
		}
	})
}

func TestCurveBetweenKnots(t *testing.T) {
	c := Curve{{0.2, 0.1}, {0.4, 0.5}, {0.8, 0.9}}
	for _, k := range []Knot{{0, 0.1}, {0.2, 0.1}, {0.3, 0.3}, {0.4, 0.5}, {0.6, 0.7}, {0.8, 0.9}, {1, 0.9}} {
		if got := c.At(k.Evidence); got < k.Right-1e-9 || got > k.Right+1e-9 {
			t.Errorf("at %v: %v, want %v", k.Evidence, got, k.Right)
		}
	}
}
