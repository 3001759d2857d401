package training

import (
	"math"
	"math/rand/v2"
	"testing"

	"quotidian/quotes"
)

// TestFitShift draws quotes whose probabilities are off by a shift, and finds it.
func TestFitShift(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	want := shift{offset: 0.5, slope: 0.7}
	var list []said
	for range 40000 {
		p := rng.Float64()
		list = append(list, said{p: p, right: rng.Float64() < want.of(p)})
	}
	if got := fitShift(list); math.Abs(got.offset-want.offset) > 0.05 || math.Abs(got.slope-want.slope) > 0.05 {
		t.Errorf("shift %.3f, want %.3f", got, want)
	}
}

func TestFitShiftOfExtremes(t *testing.T) {
	for name, list := range map[string][]said{
		"nothing":   nil,
		"all right": {{p: 1, right: true}, {p: 0, right: true}},
		"all wrong": {{p: 1}, {p: 0}, {p: 0.5}},
	} {
		if s := fitShift(list); math.IsNaN(s.offset+s.slope) || math.IsInf(s.offset+s.slope, 0) {
			t.Errorf("%s: shift %v", name, s)
		}
	}
}

// TestOutOfFold: an article has no say in how its own quotes are moved. All quotes of the first are wrong, those of the
// others right.
func TestOutOfFold(t *testing.T) {
	var list []said
	for a := range shiftFolds {
		for range 20 {
			list = append(list, said{article: a, p: 0.6, right: a > 0})
		}
	}
	for _, q := range outOfFold(list) {
		if q.article == 0 && q.p < 0.9 {
			t.Fatalf("a quote that the others make likely got %.2f", q.p)
		}
		if q.article == 1 && q.p > 0.95 {
			t.Fatalf("a quote got %.2f though all of one other article are wrong", q.p)
		}
	}
}

// TestFewQuotesMoveNothing: the curves of a kind move only where the development half has enough of its quotes.
func TestFewQuotesMoveNothing(t *testing.T) {
	made, err := Train(corpus(), corpus()[:4], quick())
	if err != nil {
		t.Fatal(err)
	}
	var logged int
	set := quick()
	set.Log = func(string, ...any) { logged++ }
	c := &quotes.Curves{}
	for _, by := range bases {
		c[quotes.Indirect][by] = quotes.Curve{{Evidence: 0.2, Right: 0.25}, {Evidence: 0.9, Right: 0.75}}
	}
	before := string(curvesFile(curvesHead, c))
	after, err := finishCurves(c, made.Model, corpus()[:4], set)
	if err != nil {
		t.Fatal(err)
	}
	if string(after) != before {
		t.Errorf("curves moved:\n%s", after)
	}
	if logged != len(kinds) {
		t.Errorf("%d lines logged, want one a kind", logged)
	}
	moved, err := finishCurves(c, made.Model, many(corpus(), 8), set)
	if err != nil {
		t.Fatal(err)
	}
	if string(moved) == before {
		t.Error("many quotes did not move the curves")
	}
}

// many repeats articles.
func many(list []*Article, times int) (out []*Article) {
	for range times {
		out = append(out, list...)
	}
	return out
}
