package variant

import (
	"testing"

	"pgregory.net/rapid"
)

func decided(n int, p float64, same bool) []Decided {
	out := make([]Decided, n)
	for i := range out {
		out[i] = Decided{p, same}
	}
	return out
}

func TestTune(t *testing.T) {
	if got := Tune(decided(9, 0.9, false)).Apply(0.7); got != 0.7 {
		t.Errorf("nine decisions change 0.7 to %v", got)
	}
	if got := Tune(decided(30, 0.7, false)).Apply(0.7); got > 0.35 {
		t.Errorf("after thirty refusals 0.7 is %v", got)
	}
	if got := Tune(decided(12, 0.98, false)).Apply(0.98); got > 0.9 {
		t.Errorf("after twelve refusals 0.98 is %v", got)
	}
	if got := Tune(decided(30, 0.6, true)).Apply(0.6); got < 0.75 || got >= AutoJoin {
		t.Errorf("after thirty agreements 0.6 is %v", got)
	}
	if got := Tune(append(decided(20, 0.9, true), decided(20, 0.1, false)...)).Apply(0.5); got < 0.4 || got > 0.6 {
		t.Errorf("decisions as expected change 0.5 to %v", got)
	}
}

// TestTuneKeepsOrder: whatever was decided, a surer pair stays the surer one, and none is joined.
func TestTuneKeepsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Decided {
			return Decided{rapid.Float64Range(0, 1).Draw(t, "p"), rapid.Bool().Draw(t, "same")}
		}), 0, 60).Draw(t, "decided")
		tuning := Tune(ds)
		a, b := rapid.Float64Range(0, 0.989).Draw(t, "a"), rapid.Float64Range(0, 0.989).Draw(t, "b")
		if x, y := tuning.Apply(min(a, b)), tuning.Apply(max(a, b)); x > y || y >= AutoJoin || x < 0 {
			t.Fatalf("%v and %v become %v and %v", min(a, b), max(a, b), x, y)
		}
	})
}
