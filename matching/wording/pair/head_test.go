package pair

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quotidian/assets/model"
)

// TestHeadsThatDoNotFit: a model made for other code is refused with what to do, not read.
func TestHeadsThatDoNotFit(t *testing.T) {
	fits := model.Open("wording.bin")
	hs, err := ParseHeads(fits)
	if err != nil {
		t.Fatal(err)
	}
	if string(hs.Encode()) != string(fits) {
		t.Error("written again, the heads are other bytes")
	}
	at := len(headMagic)
	for name, spoil := range map[string]func(raw []byte){
		"not a model":  func(raw []byte) { raw[0]++ },
		"inputs":       func(raw []byte) { raw[at]++ },
		"features":     func(raw []byte) { raw[at+8]++ },
		"word vectors": func(raw []byte) { raw[at+12]++ },
	} {
		raw := append([]byte(nil), fits...)
		spoil(raw)
		if _, err := ParseHeads(raw); err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), trainAgain) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, n := range []int{0, at, at + 19, len(fits) / 2, len(fits) - 1} {
		if _, err := ParseHeads(fits[:n]); err == nil {
			t.Errorf("%d of %d bytes are read", n, len(fits))
		}
	}
}

// TestGlance: at a glance it shows whether two texts have their common words in one order and close together.
func TestGlance(t *testing.T) {
	var p Preparer
	var g Gists
	var x Glancer
	for _, s := range []string{
		"twelve divers salvaged forty anchors from the wreck near Brenna",
		"twelve divers salvaged forty anchors from the wreck",
		"wreck near anchors, forty salvaged, divers twelve",
		"the ferry",
	} {
		g.Add(p.Prepare(s, nil))
	}
	var same, turned, none Glimpse
	x.Turn(&g, 0)
	x.Glance(1, false, &same)
	x.Glance(2, false, &turned)
	x.Turn(&g, 2)
	x.Glance(3, false, &none)
	if same[gOrder] != 1 || same[gNear] != same[gCommon]-1 || same[gTight] != 1 || same[gSpan] != 1 {
		t.Errorf("a piece cut off at the end: %v", same)
	}
	if turned[gOrder] > 0.5 || turned[gNear] > 1 || turned[gNearWeight] >= same[gNearWeight] {
		t.Errorf("words turned round: %v", turned)
	}
	if none[gCommon] != 0 || none[gOrder] != 0 || none[gSpan] != 0 {
		t.Errorf("nothing in common: %v", none)
	}
}

// probes are texts that touch every feature: numbers, names, negation, modal verbs, questions, paraphrase, order.
var probes = []string{
	"We will not raise the ferry fares before 2031, said the council of Orlow",
	"The council of Orlow may raise fares for the ferry in 2031",
	"Twelve divers salvaged 40 anchors from the wreck",
	"Could the divers of Brenna salvage anchors?",
	"Anchors were recovered from a sunken vessel by a dozen frogmen, and that was a great success for the island",
	"Sailing",
}

// TestFeaturesHaveTheirVersion: heads are trained on the features as they are. When this fails the features changed:
// raise featureVersion, train the heads again and put the new sum here.
func TestFeaturesHaveTheirVersion(t *testing.T) {
	const version, want = 1, 0x44f78fe587bfa3c5
	var p Preparer
	var texts []*Text
	for _, s := range probes {
		texts = append(texts, p.Prepare(s, nil))
	}
	sum := fnv.New64a()
	m := NewMeter()
	for _, a := range texts {
		for _, b := range texts {
			var f Vector
			m.Measure(a, b, &f)
			for _, x := range f {
				// Coarse, so that another processor's rounding does not count.
				_ = binary.Write(sum, binary.LittleEndian, int32(math.Floor(float64(x)*200+0.37)))
			}
		}
	}
	if got := sum.Sum64(); got != want || version != featureVersion {
		t.Errorf("features sum to %#x at version %d, want %#x at %d", got, featureVersion, uint64(want), version)
	}
}

// TestMeasureIsSymmetric: a pair has one answer, whichever comes first.
func TestMeasureIsSymmetric(t *testing.T) {
	var p Preparer
	m := NewMeter()
	for _, s := range probes {
		for _, r := range probes {
			var f, g Vector
			m.Measure(p.Prepare(s, nil), p.Prepare(r, nil), &f)
			m.Measure(p.Prepare(r, nil), p.Prepare(s, nil), &g)
			if f != g {
				t.Errorf("%q and %q: %v, the other way %v", s, r, f, g)
			}
		}
	}
}

// TestGlanceFromEitherSide: where the weights of two texts differ, it shows the same from the one and from the other.
func TestGlanceFromEitherSide(t *testing.T) {
	var p Preparer
	var g Gists
	var x Glancer
	for _, s := range probes {
		g.Add(p.Prepare(s, nil))
	}
	for i := range int32(len(probes)) {
		for k := range i {
			var a, b Glimpse
			x.Turn(&g, i)
			x.Glance(k, false, &a)
			x.Turn(&g, k)
			x.Glance(i, false, &b)
			if a != b {
				t.Errorf("%q and %q: %v, the other way %v", probes[i], probes[k], a, b)
			}
		}
	}
}

// TestBars: a pair is worth asking when no stage of Worth lies below its bar, and what must say more is asked more seldom.
func TestBars(t *testing.T) {
	hs := Default()
	early, passed := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		var v Glimpse
		for i := range v {
			v[i] = rapid.Float32Range(0, 3).Draw(t, "x")
		}
		v[gOwn] = rapid.SampledFrom([]float32{0, 1}).Draw(t, "own")
		need := Need(rapid.IntRange(0, Needs-1).Draw(t, "need"))
		sums := hs.Stages(nil, &v)
		want, bars := true, hs.Bars[int(v[gOwn])][need]
		for k, x := range sums {
			if x < bars[k] {
				want = false
				early++
			}
		}
		if got := hs.worthy(&v, need); got != want || sums[len(sums)-1] != hs.Worth.Sum(v[:]) {
			t.Fatalf("worthy %v, want %v: %v", got, want, sums)
		}
		if want {
			passed++
		}
		if need > 0 && want && !hs.worthy(&v, need-1) {
			t.Fatalf("worth asking with need %d, not with less", need)
		}
	})
	if early == 0 || passed == 0 {
		t.Errorf("%d stages below their bars, %d pairs passed: this test says nothing", early, passed)
	}
}

// TestNeedOf: a need is never above what is needed, but for the least.
func TestNeedOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-40, 40).Draw(t, "odds")
		n := NeedOf(x)
		if n >= Needs || n > 0 && float64(n.Odds()) > x || n < Needs-1 && float64((n+1).Odds()) <= x {
			t.Fatalf("%v needs %v", x, n.Odds())
		}
	})
}
