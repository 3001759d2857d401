package chain

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// drawLattice makes a small lattice and transitions with random scores.
func drawLattice(t *rapid.T) (*Lattice, *Transitions16) {
	score := rapid.Int32Range(-200, 200)
	l, tr := &Lattice{}, &Transitions16{}
	l.Reset(rapid.IntRange(1, 4).Draw(t, "tokens"))
	for i := range l.Emit {
		for k := range l.Emit[i] {
			l.Emit[i][k] = score.Draw(t, "emit")
		}
		l.Shape[i] = rapid.Uint8Range(0, 1).Draw(t, "shape")
	}
	small := rapid.Int16Range(-200, 200)
	for p := range Labels {
		for c := range Labels {
			tr.Pair[0][p][c], tr.Pair[1][p][c] = small.Draw(t, "pair"), small.Draw(t, "pair")
		}
		tr.Start[p], tr.Stop[p] = small.Draw(t, "start"), small.Draw(t, "stop")
	}
	return l, tr
}

// total scores one labelling by the definition in the package comment.
func total(l *Lattice, tr *Transitions16, labels []Label) float64 {
	n := len(labels)
	s := int32(tr.Start[labels[0]]) + int32(tr.Stop[labels[n-1]])
	for i, c := range labels {
		s += l.Emit[i][c]
		if c != None && (i == 0 || labels[i-1] != c) {
			s += l.Emit[i][Begin+c]
		}
		if c != None && (i == n-1 || labels[i+1] != c) {
			s += l.Emit[i][End+c]
		}
		if i > 0 {
			s += int32(tr.Pair[l.Shape[i]][labels[i-1]][c])
		}
	}
	return float64(s) / Unit
}

// eachLabelling calls f with every labelling of n tokens.
func eachLabelling(n int, f func([]Label)) {
	labels := make([]Label, n)
	for code := range 1 << (3 * n) {
		for i := range labels {
			labels[i] = Label(code >> (3 * i) & 7)
		}
		f(labels)
	}
}

// TestSpansHaveTheirShareOfAllLabellings compares with the definition: the share of the labellings with just this run.
func TestSpansHaveTheirShareOfAllLabellings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, tr := drawLattice(t)
		n := len(l.Emit)
		all, shares := 0.0, map[Span]float64{}
		eachLabelling(n, func(labels []Label) {
			w := math.Exp(total(l, tr, labels))
			all += w
			for i := 0; i < n; {
				j := i + 1
				for j < n && labels[j] == labels[i] {
					j++
				}
				if labels[i] >= Cue {
					shares[Span{From: i, To: j, Label: labels[i]}] += w
				}
				i = j
			}
		})
		const least = 0.01
		if !l.Sum(tr.Factors(), least) {
			for s, w := range shares {
				if w/all > least+1e-9 {
					t.Fatalf("%+v has probability %.4f, but nothing was said to be probable", s, w/all)
				}
			}
			return
		}
		for _, s := range l.Spans(nil, least) {
			got := s.Prob
			s.Prob = 0
			if want := shares[s] / all; math.Abs(got-want) > 1e-9 {
				t.Fatalf("%+v: %.12f, want %.12f", s, got, want)
			}
			delete(shares, s)
		}
		for s, w := range shares {
			if w/all > least+1e-9 {
				t.Fatalf("%+v with probability %.4f is missing", s, w/all)
			}
		}
	})
}

func TestExpIsThatOfMath(t *testing.T) {
	for s := int32(-40 * Unit); s < 40*Unit; s++ {
		if got, want := exp(s), math.Exp(float64(s)/Unit); math.Abs(got/want-1) > 1e-12 {
			t.Fatalf("exp(%d/%d) = %g, want %g", s, Unit, got, want)
		}
	}
	if exp(1<<30) != exp(1<<20) || exp(-1<<30) >= exp(-1000) {
		t.Error("scores out of reach do not keep their order")
	}
}

// TestLongSequencesStayInRange: no sum overflows or vanishes however long the text and however sure the scores.
func TestLongSequencesStayInRange(t *testing.T) {
	l, tr := &Lattice{}, &Transitions16{}
	l.Reset(20000)
	for i := range l.Emit {
		l.Emit[i][i%Labels] = 30 * Unit
	}
	if !l.Sum(tr.Factors(), 0.1) {
		t.Fatal("nothing is probable")
	}
	spans := l.Spans(nil, 0.1)
	if want := len(l.Emit) / Labels * (Labels - int(Cue)); len(spans) != want {
		t.Errorf("%d spans, want %d", len(spans), want)
	}
	for _, s := range spans {
		if s.To != s.From+1 || int(s.Label) != s.From%Labels || math.Abs(s.Prob-1) > 1e-6 {
			t.Fatalf("%+v, want one token labelled %d for sure", s, s.From%Labels)
		}
	}
}
