package trained

import (
	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
)

// Labeller labels units; its memory is reused, and what it remembers of words is of one model. The zero value is
// ready.
type Labeller struct {
	Unit     feature.Unit
	Lattice  chain.Lattice
	Labels   []chain.Label // of the segment labelled last
	segments [][2]int
	memory   []remembered
}

// remembered is what a word adds to the scores of the tokens around it, by feature.Places.
type remembered struct {
	hash  uint32
	shape feature.Shape
	known bool
	sums  [len(feature.Places)]chain.Partial
}

// memory is how many words are remembered. An article has some 250 different ones; the table is small enough to stay
// near the processor.
const memory = 1024

// Run labels the unit that l.Unit was filled with and calls f with the first token of each segment whose
// labels then stand in l.Labels.
func (m *Model) Run(l *Labeller, f func(from int)) {
	u := &l.Unit
	u.Grade(m.Cues)
	l.segments = u.Segments(l.segments[:0])
	for _, s := range l.segments {
		l.Lattice.Reset(s[1] - s[0])
		for i := s[0]; i < s[1]; i++ {
			m.score(l, &l.Lattice.Emit[i-s[0]], i)
			l.Lattice.Shape[i-s[0]] = uint8(u.Words[i].Shape)
		}
		l.Labels = l.Lattice.Decode(l.Labels[:0], &m.Moves)
		if !worthwhile(l.Labels) {
			continue
		}
		l.Lattice.Trace(&m.Moves)
		f(s[0])
	}
}

// score sums the weights of all features of token i.
func (m *Model) score(l *Labeller, out *chain.Scores, i int) {
	var sum chain.Partial
	for p, at := range feature.Places {
		sum.Plus(&m.recall(l, l.Unit.At(i+at)).sums[p])
	}
	var keys [feature.JointTemplates]uint32
	l.Unit.JointKeys(&keys, i)
	m.Rows.Add(&sum, keys[:])
	sum.Scores(out)
}

// recall gives what a word adds by itself. Hash and shape tell a word from all others.
func (m *Model) recall(l *Labeller, w *feature.Word) *remembered {
	if l.memory == nil {
		l.memory = make([]remembered, memory)
	}
	r := &l.memory[(w.Hash^uint32(w.Shape))*0x9e3779b1>>22]
	if r.known && r.hash == w.Hash && r.shape == w.Shape {
		return r
	}
	*r = remembered{hash: w.Hash, shape: w.Shape, known: true}
	var keys [feature.AloneTemplates]uint32
	w.AloneKeys(&keys)
	for p, of := range feature.AloneOf {
		m.Rows.Add(&r.sums[p], keys[of[0]:of[1]])
	}
	return r
}

// worthwhile reports whether any token is content.
func worthwhile(labels []chain.Label) bool {
	for _, l := range labels {
		if l >= chain.ContentBefore {
			return true
		}
	}
	return false
}
