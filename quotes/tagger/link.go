package tagger

import (
	"quotidian/articles"
	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
	"quotidian/quotes/tagger/internal/trained"
)

// linker turns the labels of one segment into attributions. Labels say on which side of its cue a part stands,
// so a part belongs to the nearest cue on that side.
type linker struct {
	model   *trained.Model
	media   *media
	unit    *feature.Unit
	lattice *chain.Lattice
	labels  []chain.Label
	first   int // token of the unit at which the segment begins

	pending []run // parts that wait for their cue
	found   found // the attribution being gathered
}

// run is a run of tokens [from, to) of the segment with one label.
type run struct {
	from, to int
	label    chain.Label
}

// found is an attribution as runs; runs without tokens are not there.
type found struct {
	cue, source run
	content     []run
}

// link appends the attributions of the segment to dst.
func (l *linker) link(dst []Attribution) []Attribution {
	l.pending = l.pending[:0]
	l.found = found{content: l.found.content[:0]}
	for i := 0; i < len(l.labels); {
		r := run{from: i, label: l.labels[i]}
		for i < len(l.labels) && l.labels[i] == r.label {
			i++
		}
		r.to = i
		switch r.label {
		case chain.Cue:
			dst = l.finish(dst)
			l.found.cue = r
			l.adopt()
		case chain.SourceBefore, chain.ContentBefore:
			l.pending = append(l.pending, r)
		case chain.SourceAfter, chain.ContentAfter:
			l.attach(r)
		}
	}
	dst = l.finish(dst)
	l.adopt()
	return l.finish(dst)
}

// adopt gives the waiting parts to the attribution being gathered.
func (l *linker) adopt() {
	for _, p := range l.pending {
		l.attach(p)
	}
	l.pending = l.pending[:0]
}

// attach adds a part. Of two sources the one nearer to the cue wins: the last before it, the first after it.
func (l *linker) attach(r run) {
	switch f := &l.found; {
	case r.label == chain.SourceBefore || r.label == chain.SourceAfter && f.source.to == 0:
		f.source = r
	case r.label == chain.ContentBefore || r.label == chain.ContentAfter:
		f.content = append(f.content, r)
	}
}

// finish appends what was gathered, if it has content, and begins anew.
func (l *linker) finish(dst []Attribution) []Attribution {
	f := l.found
	l.found = found{content: l.found.content[:0]}
	if len(f.content) == 0 {
		return dst
	}
	a := Attribution{Cue: l.span(f.cue), Source: l.span(f.source), Content: make([]articles.Span, len(f.content))}
	quoted := false
	for i, r := range f.content {
		a.Content[i] = l.span(r)
		quoted = quoted || l.quoted(r)
	}
	a.Medium = l.media.of(l.words(f.cue), l.words(f.source), quoted)
	a.margins = l.margins(&f)
	a.Prob = l.model.Probability(a.margins)
	a.Why = why(&f)
	return append(dst, a)
}

func (l *linker) span(r run) articles.Span {
	if r.to == 0 {
		return articles.Span{}
	}
	toks := l.unit.Toks[l.first:]
	return articles.Span{Start: int(toks[r.from].Start), End: int(toks[r.to-1].End)}
}

func (l *linker) words(r run) []feature.Word { return l.unit.Words[l.first+r.from : l.first+r.to] }

// quoted reports whether more than half of a run stands in quotation marks.
func (l *linker) quoted(r run) bool {
	n := 0
	for _, q := range l.unit.Quoted[l.first+r.from : l.first+r.to] {
		if q > feature.Brief {
			n++
		}
	}
	return 2*n > r.to-r.from
}

// ceiling bounds a margin, in log-odds: beyond it a model trained on a thousand articles knows nothing more.
const ceiling = 8 * chain.Unit

// margins tells how surely cue, source and content lie where they were found; a part that is not there counts
// as quite unsure.
func (l *linker) margins(f *found) [3]int32 {
	content := int32(ceiling)
	for _, r := range f.content {
		content = min(content, l.margin(r))
	}
	return [3]int32{l.margin(f.cue), l.margin(f.source), content}
}

func (l *linker) margin(r run) int32 {
	if r.to == 0 {
		return 0
	}
	return min(ceiling, l.lattice.Margin(r.from, r.to, r.label))
}

// why describes the order of the parts, in the field's letters S (source), V (cue) and C (content).
func why(f *found) string {
	before, after := false, false
	for _, r := range f.content {
		before = before || r.from < f.cue.from
		after = after || r.from > f.cue.from
	}
	switch {
	case f.cue.to == 0:
		return "model: content runs on from elsewhere, no cue here"
	case before && after:
		return "model: cue between two parts of its content"
	case before:
		return "model: content, then cue"
	}
	return "model: cue, then content"
}
