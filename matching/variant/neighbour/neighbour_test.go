package neighbour

import (
	"bytes"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"quotidian/matching/variant/forest"
)

// square is four names: 0 and 1 are in question, 2 resembles both, 3 resembles 1 more than 0 does.
func square() *Graph {
	return New(5, []Pair{{0, 1, 0.6}, {0, 2, 0.9}, {1, 2, 0.8}, {1, 3, 0.99}})
}

func TestVector(t *testing.T) {
	o := logOdds
	want := Vector{
		fOdds:     float32(o(0.6)),
		fLikelyLo: 1, fLikelyHi: 2,
		fBetterLo: 1, fBetterHi: 2,
		fLeadLo: float32(o(0.6) - o(0.99)), fLeadHi: float32(o(0.6) - o(0.9)),
		fFriendsLo: float32((0.64*o(0.9) + 0.9801*o(0) + ownWeight*o(0.6)) / (0.64 + 0.9801 + ownWeight)),
		fFriendsHi: float32((0.81*o(0.8) + ownWeight*o(0.6)) / (0.81 + ownWeight)),
		fWeightLo:  0.81, fWeightHi: 0.64 + 0.9801,
		fBetween: float32(o(0.8)), fBetweenSum: 0.72,
	}
	near := cmp.Comparer(func(x, y float32) bool { return math.Abs(float64(x-y)) < 1e-5 })
	if diff := cmp.Diff(want, square().Vector(0, 1), near); diff != "" {
		t.Error(diff)
	}
}

func TestBetweenAndRival(t *testing.T) {
	g := square()
	if c, ok := g.Between(0, 1); !ok || c != 2 {
		t.Errorf("between 0 and 1 stands %d, %v", c, ok)
	}
	if _, ok := g.Between(0, 4); ok {
		t.Error("a name without edges has one between it and another")
	}
	if c, of, ok := g.Rival(0, 1); !ok || c != 3 || of != 1 {
		t.Errorf("the rival is %d of %d, %v", c, of, ok)
	}
	if _, _, ok := g.Rival(1, 3); ok {
		t.Error("the best edge of both ends has a rival")
	}
}

// TestVectorIsSymmetric: neither the order of the two names nor that of the edges matters.
func TestVectorIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const names = 6
		var edges, back []Pair
		for a := range int32(names) {
			for b := range a {
				if rapid.Bool().Draw(t, "edge") {
					p := Pair{b, a, rapid.Float64Range(Least, 1).Draw(t, "p")}
					edges, back = append(edges, p), append([]Pair{p}, back...)
				}
			}
		}
		g, h := New(names, edges), New(names, back)
		for _, e := range edges {
			v := g.Vector(e.A, e.B)
			if v != g.Vector(e.B, e.A) || v != h.Vector(e.A, e.B) {
				t.Fatalf("%+v: %v, %v the other way round, %v of edges in another order", e, v, g.Vector(e.B, e.A), h.Vector(e.A, e.B))
			}
		}
	})
}

func TestModelIsStored(t *testing.T) {
	m := &Model{&forest.Forest{Base: 1, Trees: make([]forest.Tree, 2)}, &forest.Curve{Score: []float32{0, 1}, P: []float32{0.1, 0.9}}}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, err := Read(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m, got); diff != "" {
		t.Error(diff)
	}
	if p := got.P(&Vector{}); math.Abs(p-0.9) > 1e-6 {
		t.Errorf("probability %v", p)
	}
	for cut := range b.Len() {
		if _, err := Read(bytes.NewReader(b.Bytes()[:cut])); err == nil {
			t.Fatalf("%d of %d bytes are a model", cut, b.Len())
		}
	}
}
