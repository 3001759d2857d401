package wording

import (
	"strings"

	"quotidian/matching/wording/pair"
)

// step is one step of the alignment in reading order: word i of the first text stands where word j of the second
// stands; -1 on one side where the other has a word more.
type step struct {
	i, j int
	like float32 // 1 when both are the same word, 0 for a gap
}

// anchor is the least likeness at which two different words may stand for each other in reading order.
const anchor = 0.5

// align finds the alignment in reading order that carries most weight: equal words count fully, similar ones
// (each other's best) by their likeness. It is the dynamic programme of Needleman and Wunsch (1970).
func align(m *pair.Alignment) []step {
	a, b := m.A, m.B
	width := len(b.Words) + 1
	best := make([]float32, (len(a.Words)+1)*width)
	for i := range a.Words {
		for j := range b.Words {
			at := (i+1)*width + j + 1
			best[at] = max(best[at-1], best[at-width])
			if w := worth(m, i, j); w > 0 {
				best[at] = max(best[at], best[at-width-1]+w)
			}
		}
	}
	return trace(m, best, width)
}

// worth is the weight of aligning word i with word j, 0 when they may not be aligned.
func worth(m *pair.Alignment, i, j int) float32 {
	switch {
	case m.A.Words[i].Key == m.B.Words[j].Key:
		return m.A.Weight[i] + 0.5
	case int(m.Place[i]) == j && m.Like[i] >= anchor:
		return m.Like[i] * min(m.A.Weight[i], m.B.Weight[j])
	}
	return 0
}

func trace(m *pair.Alignment, best []float32, width int) []step {
	var out []step
	i, j := len(m.A.Words), len(m.B.Words)
	for i > 0 || j > 0 {
		at := i*width + j
		switch {
		case i > 0 && j > 0 && aligned(m, best, width, i, j):
			like := float32(1)
			if m.A.Words[i-1].Key != m.B.Words[j-1].Key {
				like = m.Like[i-1]
			}
			i, j = i-1, j-1
			out = append(out, step{i, j, like})
		case j > 0 && (i == 0 || best[at] == best[at-1]):
			j--
			out = append(out, step{-1, j, 0})
		default:
			i--
			out = append(out, step{i, -1, 0})
		}
	}
	for l, r := 0, len(out)-1; l < r; l, r = l+1, r-1 {
		out[l], out[r] = out[r], out[l]
	}
	return out
}

func aligned(m *pair.Alignment, best []float32, width, i, j int) bool {
	w := worth(m, i-1, j-1)
	at := i*width + j
	return w > 0 && best[at] == best[at-width-1]+w
}

// stretch is a run of steps with one operation: words [a0,a1) of the first text against [b0,b1) of the second.
type stretch struct {
	op             Op
	a0, a1, b0, b1 int
}

// stretches gathers the steps. Words that are only similar count as replaced; a deletion next to an insertion is
// one replacement.
func stretches(steps []step) []stretch {
	var out []stretch
	i, j := 0, 0
	for _, s := range steps {
		di, dj := 0, 0
		if s.i >= 0 {
			di = 1
		}
		if s.j >= 0 {
			dj = 1
		}
		same := s.like == 1
		if n := len(out); n > 0 && (out[n-1].op == Same) == same {
			out[n-1].a1, out[n-1].b1 = i+di, j+dj
		} else {
			out = append(out, stretch{op: Replaced, a0: i, a1: i + di, b0: j, b1: j + dj})
			if same {
				out[n].op = Same
			}
		}
		i, j = i+di, j+dj
	}
	for k := range out {
		switch {
		case out[k].op == Same:
		case out[k].b0 == out[k].b1:
			out[k].op = Deleted
		case out[k].a0 == out[k].a1:
			out[k].op = Inserted
		}
	}
	return out
}

// diff renders an alignment with the words as printed; marks and punctuation go with the word before them.
func diff(a, b *Prepared, steps []step) Diff {
	var out Diff
	for _, s := range stretches(steps) {
		out = append(out, Run{Op: s.op, A: printed(a.text, s.a0, s.a1), B: printed(b.text, s.b0, s.b1)})
	}
	return out
}

// printed gives words [i,j) of a text as they stand on the page, with the marks and punctuation around them.
func printed(t *pair.Text, i, j int) string {
	if i == j {
		return ""
	}
	return strings.TrimSpace(t.Printed[opening(t, i):opening(t, j)])
}

// opening is where word i begins on the page, marks set against its front included; the text's ends for the first
// word and for the one beyond the last.
func opening(t *pair.Text, i int) int {
	switch i {
	case 0:
		return 0
	case len(t.Words):
		return len(t.Printed)
	}
	begin, before := int(t.Words[i].Start), int(t.Words[i-1].End)
	if blank := strings.LastIndexAny(t.Printed[before:begin], " \n\t\u00a0"); blank >= 0 {
		return before + blank + 1
	}
	return begin
}

// plainly gives words [i,j) without the punctuation around them, for use inside a sentence of ours.
func plainly(t *pair.Text, i, j int) string {
	if i >= j {
		return ""
	}
	return t.Printed[t.Words[i].Start:t.Words[j-1].End]
}
