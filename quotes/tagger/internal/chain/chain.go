// Package chain labels sequences with a linear-chain conditional random field over hashed features, in integers.
//
// A token's score for a label is the sum of weight rows, one per feature; a label can also be scored where its
// run begins and where it ends, so that eight labels do the work of the usual begin/inside/end/single sets.
// Weights are eight-bit, sums sixteen-bit, so the same text gives the same labels on every machine.
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
// hardly one above 0.4, so that eight bits hold them at this scale.
const Unit = 256

// Scores are the summed weights of one token.
type Scores [Width]int32

// Transitions scores neighbouring labels, given the shape of the later token, and the labels at both ends.
type Transitions struct {
	Pair  [Shapes][Labels][Labels]int32
	Start [Labels]int32
	Stop  [Labels]int32
}

// Transitions16 is [Transitions] as a model file keeps it.
type Transitions16 struct {
	Pair  [Shapes][Labels][Labels]int16
	Start [Labels]int16
	Stop  [Labels]int16
}

// Wide makes the scores ready for use.
func (t *Transitions16) Wide() Transitions {
	var w Transitions
	for s := range t.Pair {
		for p := range t.Pair[s] {
			for c, v := range t.Pair[s][p] {
				w.Pair[s][p][c] = int32(v)
			}
		}
	}
	for c := range Labels {
		w.Start[c], w.Stop[c] = int32(t.Start[c]), int32(t.Stop[c])
	}
	return w
}

// Shapes is the number of token shapes that transitions tell apart.
const Shapes = 14

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

// open scores the labels of the first token.
func (l *Lattice) open(t *Transitions) {
	for c := range Label(Labels) {
		s := t.Start[c] + l.Emit[0][c]
		if c != None {
			s += l.Emit[0][Begin+c]
		}
		l.best[0][c], l.from[0][c] = s, None
	}
}

// leave is the score of label c on the last token.
func (l *Lattice) leave(t *Transitions, c Label) int32 {
	s := t.Stop[c]
	if c != None {
		s += l.Emit[len(l.Emit)-1][End+c]
	}
	return s
}

func (l *Lattice) advance(t *Transitions, i int) {
	pair := &t.Pair[l.Shape[i]]
	prev, ends, emit := &l.best[i-1], &l.Emit[i-1], &l.Emit[i]
	var done [Labels]int32 // best score of a run of p that ends before i
	for p := range Label(Labels) {
		done[p] = prev[p]
		if p != None {
			done[p] += ends[End+p]
		}
	}
	for c := range Label(Labels) {
		top, arg := prev[c]+pair[c][c], c
		begin := int32(0)
		if c != None {
			begin = emit[Begin+c]
		}
		for p := range Label(Labels) {
			if s := done[p] + pair[p][c] + begin; p != c && s > top {
				top, arg = s, p
			}
		}
		l.best[i][c], l.from[i][c] = top+emit[c], arg
	}
}
