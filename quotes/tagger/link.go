package tagger

import (
	"math"

	"quotidian/articles"
	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
	"quotidian/quotes/tagger/internal/trained"
)

// linker turns the spans that stand in one segment into attributions. Labels say on which side of its cue a part stands,
// so a part belongs to the nearest cue on that side.
type linker struct {
	model   *trained.Model
	media   *media
	unit    *feature.Unit
	lattice *chain.Lattice
	first   int // token of the unit at which the segment begins

	chooser chooser
	pending []chain.Span // parts that wait for their cue
	found   found        // the attribution being gathered
}

// found is an attribution as spans of tokens of the segment; spans without tokens are not there.
type found struct {
	cue, source chain.Span
	content     []chain.Span
}

// link appends the attributions of the segment to dst.
func (l *linker) link(dst []Attribution) []Attribution {
	l.chooser.choose(l.lattice)
	l.pending = l.pending[:0]
	l.found = found{content: l.found.content[:0]}
	for _, s := range l.chooser.chosen {
		switch s.Label {
		case chain.Cue:
			dst = l.finish(dst)
			l.found.cue = s
			l.adopt()
		case chain.SourceBefore, chain.ContentBefore:
			l.pending = append(l.pending, s)
		case chain.SourceAfter, chain.ContentAfter:
			l.attach(s)
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
func (l *linker) attach(s chain.Span) {
	switch f := &l.found; {
	case s.Label == chain.SourceBefore || s.Label == chain.SourceAfter && f.source.To == 0:
		f.source = s
	case s.Label == chain.ContentBefore || s.Label == chain.ContentAfter:
		f.content = append(f.content, s)
	}
}

// finish appends what was gathered, if it has content, and begins anew.
func (l *linker) finish(dst []Attribution) []Attribution {
	f := l.found
	l.found = found{content: l.found.content[:0]}
	if len(f.content) == 0 {
		return dst
	}
	a := Attribution{
		Cue: l.span(f.cue), Source: l.span(f.source), Content: make([]articles.Span, len(f.content)),
		Exact: Exact{Source: f.source.Prob, Cue: f.cue.Prob, Content: 1},
	}
	quoted := false
	for i, s := range f.content {
		a.Content[i] = l.span(s)
		a.Exact.Content = min(a.Exact.Content, s.Prob)
		quoted = quoted || l.quoted(s)
	}
	a.Medium = l.media.of(l.words(f.cue), l.words(f.source), quoted)
	a.evidence = l.evidence(&f)
	a.Prob = l.model.Probability(a.evidence)
	a.Why = why(&f)
	return append(dst, a)
}

func (l *linker) span(s chain.Span) articles.Span {
	if s.To == 0 {
		return articles.Span{}
	}
	toks := l.unit.Toks[l.first:]
	return articles.Span{Start: int(toks[s.From].Start), End: int(toks[s.To-1].End)}
}

func (l *linker) words(s chain.Span) []feature.Word {
	return l.unit.Words[l.first+s.From : l.first+s.To]
}

// quoted reports whether more than half of a span stands in quotation marks.
func (l *linker) quoted(s chain.Span) bool {
	n := 0
	for _, q := range l.unit.Quoted[l.first+s.From : l.first+s.To] {
		if q > feature.Brief {
			n++
		}
	}
	return 2*n > s.To-s.From
}

// ceiling bounds log-odds: beyond it a model trained on a thousand articles knows nothing more.
const ceiling = 8

// evidence tells how surely cue, source and content lie about where they were found, in log-odds times chain.Unit; of
// several contents the least sure counts, and a part that is not there counts as even.
func (l *linker) evidence(f *found) [3]int32 {
	content := int32(ceiling * chain.Unit)
	for _, s := range f.content {
		content = min(content, l.odds(s))
	}
	return [3]int32{l.odds(f.cue), l.odds(f.source), content}
}

func (l *linker) odds(s chain.Span) int32 {
	if s.To == 0 {
		return 0
	}
	p := min(l.chooser.near(s), 0.9999)
	return int32(math.Round(max(-ceiling, min(ceiling, math.Log(p/(1-p)))) * chain.Unit))
}

// ContentFirst is the Why of an attribution whose content stands before its cue, all of it, CueFirst of one behind it.
const (
	ContentFirst = "model: content, then cue"
	CueFirst     = "model: cue, then content"
)

// why describes the order of the parts, in the field's letters S (source), V (cue) and C (content).
func why(f *found) string {
	before, after := false, false
	for _, s := range f.content {
		before = before || s.From < f.cue.From
		after = after || s.From > f.cue.From
	}
	switch {
	case f.cue.To == 0:
		return "model: content runs on from elsewhere, no cue here"
	case before && after:
		return "model: cue between two parts of its content"
	case before:
		return ContentFirst
	}
	return CueFirst
}
