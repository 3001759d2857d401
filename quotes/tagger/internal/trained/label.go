package trained

import (
	"math"

	"quotidian/quotes/encoder"
	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
)

// Labeller labels units; its memory is reused, and what it remembers of words is of one model. The zero value is
// ready.
type Labeller struct {
	Unit    feature.Unit
	Lattice chain.Lattice
	// Encoder is a second reader of what may hold an attribution, nil for none.
	Encoder *encoder.Encoder

	words    []string          // of the unit, for the encoder
	beliefs  []encoder.Beliefs // of the encoder about the unit
	segments [][2]int
	alone    []chain.Partial // of each token of a segment: what the words around it add by themselves
	memory   []remembered
}

// remembered is what a word adds to the scores of the tokens around it, by feature.Places.
type remembered struct {
	sums  [len(feature.Places)]chain.Partial
	hash  uint32
	shape feature.Shape
	known bool
	_     [24]byte // whole lines of the processor's memory
}

// memoryBits is the logarithm of how many words are remembered. An article has some 250 different ones, and most of them
// stand in the next article too.
const memoryBits = 11

// Least is the probability below which a span is not looked at.
const Least = 0.05

// Run weighs the unit that l.Unit was filled with and calls f with the first token of each segment that may hold an
// attribution; l.Lattice then has the probabilities of its spans.
func (m *Model) Run(l *Labeller, f func(from int)) {
	u := &l.Unit
	u.Grade(m.Cues)
	l.segments = u.Segments(l.segments[:0])
	l.listen()
	for _, s := range l.segments {
		l.Lattice.Reset(s[1] - s[0])
		m.emit(l, s[0], s[1])
		l.blend(s[0])
		if l.Lattice.Sum(m.Moves, Least) {
			f(s[0])
		}
	}
}

// listen has the encoder read the unit, if some of it may hold an attribution.
func (l *Labeller) listen() {
	if l.Encoder == nil || len(l.segments) == 0 {
		return
	}
	l.words = l.words[:0]
	for _, t := range l.Unit.Toks {
		l.words = append(l.words, t.In(l.Unit.Text))
	}
	l.beliefs = l.Encoder.Read(l.beliefs[:0], l.words)
}

// The encoder's labels are those of the lattice.
var _ = [1]struct{}{}[chain.Labels-encoder.Labels]

// incredible is the logarithm of the probability below which it does not matter what the encoder believes.
const incredible = -11.5

// blend adds what the encoder believes of each token to half of its scores, since it is right more often. The scores of neighbours stay
// as they are.
func (l *Labeller) blend(from int) {
	if l.Encoder == nil {
		return
	}
	for i := range l.Lattice.Emit {
		e := &l.Lattice.Emit[i]
		for k := range e {
			e[k] >>= 1
		}
		for k, b := range l.beliefs[from+i] {
			e[k] += int32(math.Round(float64(max(b, incredible)) * chain.Unit))
		}
	}
}

// repeats is how many tokens in a row may take the scores of the token before them.
const repeats = 1

// emit fills the lattice for tokens [from, to). A token that stands as its predecessor does takes over its scores: that
// saves sums, and blurs little words that say nothing (content -0.1 on PolNeAR's development half; two repeats -0.2).
func (m *Model) emit(l *Labeller, from, to int) {
	m.sumWords(l, from, to)
	out, taken := &l.Lattice, 0
	for i := from; i < to; i++ {
		at := i - from
		out.Shape[at] = uint8(l.Unit.Words[i].Shape)
		if at > 0 && taken < repeats && l.Unit.Alike(i) {
			out.Emit[at] = out.Emit[at-1]
			taken++
			continue
		}
		m.score(l, &out.Emit[at], i, &l.alone[at])
		taken = 0
	}
}

// score sums the weights of all features of token i, of which those of single words are in alone.
func (m *Model) score(l *Labeller, out *chain.Scores, i int, alone *chain.Partial) {
	var keys [feature.JointTemplates]uint32
	l.Unit.JointKeys(&keys, i)
	m.Rows.Sum(out, *alone, feature.AloneTemplates, keys[:])
}

// sumWords fills l.alone for tokens [from, to): each word in reach is recalled once and added to all tokens around it.
func (m *Model) sumWords(l *Labeller, from, to int) {
	n := to - from
	if cap(l.alone) < n {
		l.alone = make([]chain.Partial, n+n/2)
	}
	l.alone = l.alone[:n]
	clear(l.alone)
	for j := from - feature.Reach; j < to+feature.Reach; j++ {
		r := m.recall(l, l.Unit.At(j))
		for p, at := range feature.Places {
			if i := j - at - from; uint(i) < uint(n) {
				l.alone[i].Plus(&r.sums[p])
			}
		}
	}
}

// recall gives what a word adds by itself. Hash and shape tell a word from all others.
func (m *Model) recall(l *Labeller, w *feature.Word) *remembered {
	if l.memory == nil {
		l.memory = make([]remembered, 1<<memoryBits)
	}
	r := &l.memory[(w.Hash^uint32(w.Shape))*0x9e3779b1>>(32-memoryBits)]
	if r.known && r.hash == w.Hash && r.shape == w.Shape {
		return r
	}
	*r = remembered{hash: w.Hash, shape: w.Shape, known: true}
	var keys [feature.AloneTemplates]uint32
	w.AloneKeys(&keys)
	m.Rows.AddEach(r.sums[:], keys[:], feature.AloneOf[:])
	return r
}
