// Package chain labels sequences with a linear-chain conditional random field over hashed features, in integers.
//
// A token's score for a label is the sum of weight rows, one per feature; a label can also be scored where its
// run begins and where it ends, so that eight labels do the work of the usual begin/inside/end/single sets.
// Weights and sums are integers, so the same text gives the same labels on every machine.
package chain

// Label is what a token is in an attribution. Source and content are split by the side on which their cue
// stands, and the gaps between the parts of one attribution have labels of their own: so one sequence of labels
// says which source and content belong to which cue.
type Label uint8

// The labels.
const (
	None          Label = iota // part of no attribution
	Before                     // gap before the cue, after a source or content of it
	After                      // gap after the cue, before a source or content of it
	Cue                        // the words that attribute
	SourceBefore               // source whose cue stands to the right
	SourceAfter                // source whose cue stands to the left
	ContentBefore              // content whose cue stands to the right
	ContentAfter               // content whose cue stands to the left
	Labels        = 8
)

// A row of weights has one for each label, then one for the beginning of a run of each label but None, then one
// for its end.
const (
	Begin = Labels - 1         // Begin+label is the index of the weight for the beginning of a run
	End   = Begin + Labels - 1 // End+label: for its end
	Width = End + Labels
)

// Unit is the fixed-point scale of all scores: 1.0 is stored as Unit. Learning with dropout makes many small weights,
// hardly one above 0.25, so that five bits hold them at this scale; eight bits at four times the scale find the same
// (docs/extraction.md).
const Unit = 64

// Scores are the summed weights of one token.
type Scores [Width]int32

// Transitions16 scores neighbouring labels, given the shape of the later token, and the labels at both ends, as a model
// file keeps it.
type Transitions16 struct {
	Pair  [Shapes][Labels][Labels]int16
	Start [Labels]int16
	Stop  [Labels]int16
}

// Shapes is the number of token shapes that transitions tell apart.
const Shapes = 14

// Transitions is [Transitions16] laid out for decoding.
type Transitions struct {
	stay        [Shapes][Labels]int32
	into        [Shapes][Labels][Labels]int32 // by the later, then the earlier label
	out         [Shapes][Labels][Labels]int32 // by the earlier, then the later label
	start, stop [Labels]int32
}

// never is the score of what cannot be: a run that ends where the next one has the same label. It is beyond what scores
// can make good, and small enough to be added to them.
const never = -1 << 24

// Wide makes the scores ready for use.
func (t *Transitions16) Wide() *Transitions {
	w := &Transitions{}
	for s := range Shapes {
		for p := range Labels {
			for c, v := range t.Pair[s][p] {
				w.into[s][c][p], w.out[s][p][c] = int32(v), int32(v)
			}
			w.stay[s][p] = int32(t.Pair[s][p][p])
			w.into[s][p][p], w.out[s][p][p] = never, never
		}
	}
	for c := range Labels {
		w.start[c], w.stop[c] = int32(t.Start[c]), int32(t.Stop[c])
	}
	return w
}

// Lattice decodes one sequence. Its memory is reused.
type Lattice struct {
	Emit  []Scores
	Shape []uint8
	best  [][Labels]int32
	rest  [][Labels]int32
	from  [][Labels]Label
}

// Reset prepares for n tokens, all scores zero.
func (l *Lattice) Reset(n int) {
	if cap(l.Emit) < n {
		m := n + n/2
		l.Emit, l.Shape = make([]Scores, m), make([]uint8, m)
		l.best, l.rest, l.from = make([][Labels]int32, m), make([][Labels]int32, m), make([][Labels]Label, m)
	}
	l.Emit, l.Shape, l.best, l.rest, l.from = l.Emit[:n], l.Shape[:n], l.best[:n], l.rest[:n], l.from[:n]
	clear(l.Emit)
}

// Decode appends the best labels to dst (Viterbi's algorithm).
func (l *Lattice) Decode(dst []Label, t *Transitions) []Label {
	n := len(l.Emit)
	if n == 0 {
		return dst
	}
	l.open(t)
	for i := 1; i < n; i++ {
		l.advance(t, i)
		if i%level == 0 {
			settle(&l.best[i])
		}
	}
	last, top := None, int32(-1<<30)
	for c := range Label(Labels) {
		if s := l.best[n-1][c] + l.leave(t, c); s > top {
			last, top = c, s
		}
	}
	at := len(dst)
	for range n {
		dst = append(dst, None)
	}
	for i := n - 1; i >= 0; i-- {
		dst[at+i] = last
		last = l.from[i][last]
	}
	return dst
}

// level is after how many tokens scores are brought down again. Only differences between labels count, and the sums of
// a paragraph of any length would leave the room there is.
const level = 64

// settle takes the same from all scores.
func settle(scores *[Labels]int32) {
	by := scores[None]
	for c := range scores {
		scores[c] -= by
	}
}

// open scores the labels of the first token.
func (l *Lattice) open(t *Transitions) {
	for c := range Label(Labels) {
		s := t.start[c] + l.Emit[0][c]
		if c != None {
			s += l.Emit[0][Begin+c]
		}
		l.best[0][c], l.from[0][c] = s, None
	}
}

// leave is the score of label c on the last token.
func (l *Lattice) leave(t *Transitions, c Label) int32 {
	s := t.stop[c]
	if c != None {
		s += l.Emit[len(l.Emit)-1][End+c]
	}
	return s
}

// argBits is the room below a score for the label it was reached from, so that one maximum finds both without a branch.
const argBits = 3

// advance scores the labels of token i: each goes on with its run, or begins one after the best run that ends before.
func (l *Lattice) advance(t *Transitions, i int) {
	stay, into := &t.stay[l.Shape[i]], &t.into[l.Shape[i]]
	prev, ends, emit := &l.best[i-1], &l.Emit[i-1], &l.Emit[i]
	best, from := &l.best[i], &l.from[i]
	d1, d2, d3, d4 := prev[1]+ends[End+1], prev[2]+ends[End+2], prev[3]+ends[End+3], prev[4]+ends[End+4]
	d0, d5, d6, d7 := prev[0], prev[5]+ends[End+5], prev[6]+ends[End+6], prev[7]+ends[End+7]
	for c := range Label(Labels) {
		m := &into[c]
		// Of equals the earliest label wins: it has the greatest number below its score.
		top := max(
			max((d0+m[0])<<argBits|7, (d1+m[1])<<argBits|6, (d2+m[2])<<argBits|5, (d3+m[3])<<argBits|4),
			max((d4+m[4])<<argBits|3, (d5+m[5])<<argBits|2, (d6+m[6])<<argBits|1, (d7+m[7])<<argBits),
		)
		s, arg := top>>argBits, Label(7-top&7)
		if c != None {
			s += emit[Begin+c]
		}
		if on := prev[c] + stay[c]; on >= s {
			s, arg = on, c
		}
		best[c], from[c] = s+emit[c], arg
	}
}
