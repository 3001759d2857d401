package chain

import (
	"testing"

	"pgregory.net/rapid"
)

// drawLattice makes a small lattice and transitions with random scores.
func drawLattice(t *rapid.T) (*Lattice, *Transitions16) {
	score, move := rapid.Int32Range(-900, 900), rapid.Int16Range(-900, 900)
	l, tr := &Lattice{}, &Transitions16{}
	l.Reset(rapid.IntRange(1, 4).Draw(t, "tokens"))
	for i := range l.Emit {
		for k := range l.Emit[i] {
			l.Emit[i][k] = score.Draw(t, "emit")
		}
		l.Shape[i] = rapid.Uint8Range(0, 1).Draw(t, "shape")
	}
	for p := range Labels {
		for c := range Labels {
			tr.Pair[0][p][c], tr.Pair[1][p][c] = move.Draw(t, "pair"), move.Draw(t, "pair")
		}
		tr.Start[p], tr.Stop[p] = move.Draw(t, "start"), move.Draw(t, "stop")
	}
	return l, tr
}

// total scores one labelling by the definition in the package comment.
func total(l *Lattice, tr *Transitions16, labels []Label) int32 {
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
	return s
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

func TestDecodeFindsTheBestLabelling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, tr := drawLattice(t)
		got := total(l, tr, l.Decode(nil, tr.Wide()))
		best := int32(-1 << 30)
		eachLabelling(len(l.Emit), func(labels []Label) { best = max(best, total(l, tr, labels)) })
		if got != best {
			t.Fatalf("decoded %d, best %d", got, best)
		}
	})
}

// TestMargin compares with the definition: the best labelling against the best one in which the first or last
// token of the run has another label, or a neighbour has the same one.
func TestMargin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, tr := drawLattice(t)
		labels := append([]Label(nil), l.Decode(nil, tr.Wide())...)
		l.Trace(tr.Wide())
		from := rapid.IntRange(0, len(labels)-1).Draw(t, "from")
		for from > 0 && labels[from-1] == labels[from] {
			from--
		}
		c, to := labels[from], from+1
		for to < len(labels) && labels[to] == c {
			to++
		}
		best, rival := total(l, tr, labels), int32(-1<<30)
		eachLabelling(len(labels), func(other []Label) {
			moved := other[from] != c || other[to-1] != c || from > 0 && other[from-1] == c || to < len(other) && other[to] == c
			if moved {
				rival = max(rival, total(l, tr, other))
			}
		})
		if got := l.Margin(from, to, c); got != best-rival {
			t.Fatalf("margin of %d in [%d,%d) of %v: %d, want %d", c, from, to, labels, got, best-rival)
		}
	})
}
