package wording

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
// (each other's best) by their likeness. It is the dynamic programme of Needleman and Wunsch (1970). Of the weights only two
// rows are kept, and of each cell the way that led to it: all weights of two speeches of 30,000 words took 3.6 GB.
func align(m *pair.Alignment) []step {
	a, b := m.A, m.B
	if m.Same != nil {
		return alignNarrow(m)
	}
	width := len(b.Words) + 1
	taken := newWays(len(a.Words) * width)
	above, row := make([]float32, width), make([]float32, width)
	for i := range a.Words {
		for j := range b.Words {
			best, way := max(row[j], above[j+1]), up
			if best == row[j] {
				way = left
			}
			if w := worth(m, i, j); w > 0 && above[j]+w >= best {
				best, way = above[j]+w, both
			}
			row[j+1] = best
			taken.put(i*width+j, way)
		}
		above, row = row, above
	}
	return trace(m, func(i, j int) way { return taken.get(i*width + j) })
}

// alignNarrow is align of texts whose equal words are known as sets of places. From one row of weights to the next only what
// stands behind a pair changes, and up to where the weights above reach as much; so one row is kept, and of each row the pairs
// taken and the cells that weigh no more than the one before them, which are the ways to the left.
func alignNarrow(m *pair.Alignment) []step {
	var weights [pair.Narrow + 1]float32
	var pairs, flat [pair.Narrow]uint64
	cells := len(m.B.Words)
	level := ^uint64(0)
	for i, set := range m.Same {
		if similar := m.Place[i]; similar >= 0 && m.Like[i] >= anchor {
			set |= 1 << similar
		}
		var with [pair.Narrow]float32 // the weights with these pairs
		for rest := set; rest != 0; rest &= rest - 1 {
			if j := bits.TrailingZeros64(rest); worth(m, i, j) > 0 {
				with[j] = weights[j] + worth(m, i, j)
			} else {
				set &^= 1 << j
			}
		}
		for rest := set; rest != 0; rest &= rest - 1 {
			j := bits.TrailingZeros64(rest)
			if best := max(weights[j], weights[j+1]); with[j] < best {
				continue
			}
			pairs[i] |= 1 << j
			weights[j+1] = with[j]
			level = leveled(weights[:cells+1], level, j)
		}
		flat[i] = level
	}
	return trace(m, func(i, j int) way {
		switch {
		case pairs[i]>>j&1 != 0:
			return both
		case flat[i]>>j&1 != 0:
			return left
		}
		return up
	})
}

// leveled lifts the weights behind cell j to its own as far as they are less, and says which weigh no more than the one before.
func leveled(weights []float32, level uint64, j int) uint64 {
	level &^= 1 << j
	if weights[j+1] == weights[j] {
		level |= 1 << j
	}
	for j++; j+1 < len(weights); j++ {
		if weights[j+1] > weights[j] {
			return level &^ (1 << j)
		}
		weights[j+1] = weights[j]
		level |= 1 << j
	}
	return level
}

// way is how the best alignment of some first words of both texts comes about: from that of all but the last of the first
// text, of the second, or of both, which are a pair then.
type way uint64

const (
	up way = iota
	left
	both
)

// ways keeps a way in two bits.
type ways []uint64

const waysAWord = 32

func newWays(n int) ways { return make(ways, n/waysAWord+1) }

func (w ways) put(at int, x way) { w[at/waysAWord] |= uint64(x) << (at % waysAWord * 2) }

func (w ways) get(at int) way { return way(w[at/waysAWord] >> (at % waysAWord * 2) & 3) }

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

func trace(m *pair.Alignment, taken func(i, j int) way) []step {
	i, j := len(m.A.Words), len(m.B.Words)
	out := make([]step, 0, i+j)
	for i > 0 || j > 0 {
		x := up
		switch {
		case i == 0:
			x = left
		case j > 0:
			x = taken(i-1, j-1)
		}
		switch x {
		case both:
			i, j = i-1, j-1
			out = append(out, step{i, j, likeness(m, i, j)})
		case left:
			j--
			out = append(out, step{-1, j, 0})
		default:
			i--
			out = append(out, step{i, -1, 0})
		}
	}
	slices.Reverse(out)
	return out
}

// likeness is that of two words that are aligned.
func likeness(m *pair.Alignment, i, j int) float32 {
	if m.A.Words[i].Key == m.B.Words[j].Key {
		return 1
	}
	return m.Like[i]
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
	for _, s := range unparted(a.text, b.text, stretches(steps)) {
		out = append(out, Run{Op: s.op, A: printed(a.text, s.a0, s.a1), B: printed(b.text, s.b0, s.b1)})
	}
	bareEnds(out)
	return out
}

// anyMarks are the quotation marks of any style.
const anyMarks = "\"'“”„‟‘’‚«»"

// bareEnds takes the outer quotation mark from what was left out at either end, with its comma, where the other wording has a mark
// before or behind what is left: both have one there, and none in the middle.
func bareEnds(d Diff) {
	last := len(d) - 1
	if last < 1 {
		return
	}
	if cut, end := &d[last], d[last-1].B; cut.Op == Deleted && strings.TrimRight(end, anyMarks) != end {
		if _, size := utf8.DecodeLastRuneInString(cut.A); strings.ContainsAny(cut.A[len(cut.A)-size:], anyMarks) {
			cut.A = strings.TrimSuffix(cut.A[:len(cut.A)-size], ",")
		}
	}
	if cut, begin := &d[0], d[1].B; cut.Op == Deleted && strings.TrimLeft(begin, anyMarks) != begin {
		if _, size := utf8.DecodeRuneInString(cut.A); strings.ContainsAny(cut.A[:size], anyMarks) {
			cut.A = cut.A[size:]
		}
	}
}

// unparted widens what changed to printed words, of which the canonical form has several: "can't" became "can", "$2" became "$3".
func unparted(a, b *pair.Text, all []stretch) []stretch {
	cuts := func(s stretch, i, j int) bool { return s.a0 < s.a1 && glued(a, i) || s.b0 < s.b1 && glued(b, j) }
	for k := range all {
		r := &all[k]
		if r.op == Same {
			continue
		}
		for k > 0 && all[k-1].a0 < all[k-1].a1 && cuts(*r, r.a0, r.b0) {
			r.a0, r.b0, all[k-1].a1, all[k-1].b1, r.op = r.a0-1, r.b0-1, all[k-1].a1-1, all[k-1].b1-1, Replaced
		}
		for k+1 < len(all) && all[k+1].a0 < all[k+1].a1 && cuts(*r, r.a1, r.b1) {
			r.a1, r.b1, all[k+1].a0, all[k+1].b0, r.op = r.a1+1, r.b1+1, all[k+1].a0+1, all[k+1].b0+1, Replaced
		}
	}
	return slices.DeleteFunc(all, func(s stretch) bool { return s.a0 == s.a1 && s.b0 == s.b1 })
}

// glued reports whether word i is printed in one with the word before it.
func glued(t *pair.Text, i int) bool {
	return i > 0 && i < len(t.Words) && t.Words[i-1].End == t.Words[i].Start
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
	between := t.Printed[before:begin]
	if blank := strings.LastIndexFunc(between, unicode.IsSpace); blank >= 0 {
		_, size := utf8.DecodeRuneInString(between[blank:]) // some blanks have two bytes
		return before + blank + size
	}
	return begin
}

// wholly is plainly from the beginning of the printed word: of "can't" not the "n't" alone.
func wholly(t *pair.Text, i, j int) string {
	for i < j && glued(t, i) {
		i--
	}
	return plainly(t, i, j)
}

// plainly gives words [i,j) without the punctuation around them, for use inside a sentence of ours.
func plainly(t *pair.Text, i, j int) string {
	if i >= j {
		return ""
	}
	return t.Printed[t.Words[i].Start:t.Words[j-1].End]
}
