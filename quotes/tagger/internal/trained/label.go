package trained

import (
	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
)

// Labeller labels units; its memory is reused. The zero value is ready.
type Labeller struct {
	Unit     feature.Unit
	Lattice  chain.Lattice
	Labels   []chain.Label // of the segment labelled last
	segments [][2]int
}

// Run labels the unit that l.Unit was filled with and calls f with the first token of each segment whose
// labels then stand in l.Labels.
func (m *Model) Run(l *Labeller, f func(from int)) {
	u := &l.Unit
	u.Grade(m.Cues)
	l.segments = u.Segments(l.segments[:0])
	var keys [feature.LabelTemplates]uint32
	for _, s := range l.segments {
		l.Lattice.Reset(s[1] - s[0])
		for i := s[0]; i < s[1]; i++ {
			u.LabelKeys(&keys, i)
			m.Rows.Sum(&l.Lattice.Emit[i-s[0]], keys[:])
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

// worthwhile reports whether any token is content.
func worthwhile(labels []chain.Label) bool {
	for _, l := range labels {
		if l >= chain.ContentBefore {
			return true
		}
	}
	return false
}
