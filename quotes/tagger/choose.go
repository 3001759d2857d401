package tagger

import (
	"cmp"
	"slices"
	"sort"

	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/trained"
)

// A span stands when it is probable enough: where exact spans are counted, one more gains F1 as soon as its probability is
// above half of the F1 reached; where most of its words are enough, one may be less sure, and what a reader sees is sifted
// by whole attributions later. A quarter of what counts of a cue or content is that something lies about there, so that
// of several readings one in the midst of others stands before one that is alone. A content or source of a cue that would
// have none needs less, since there must be one: of a source, that some span about here is probable, however many share
// the probability; an unsure source is shown rather than none. The values were compared on PolNeAR's training half, each
// article read with a tagger that had not seen it.
const (
	likely        = 0.2
	company       = 0.25
	neededContent = 0.15
	neededSource  = 0.2
)

// chooser finds the spans of a segment that stand: likeliest first, without overlap. That finds more exact spans than the
// likeliest labelling of the whole segment does, since a span need not lose to many others that share its end
// (minimum Bayes risk; docs/extraction.md has the figures).
type chooser struct {
	spans  []chain.Span       // all probable ones, by where they begin
	worth  []float64          // of each span, what it is chosen by
	order  []int              // numbers of spans, worthiest first
	taken  []bool             // tokens in a span that stands
	cues   []chain.Span       // those that stand, in the order of the text
	served [partsOfCue][]bool // cues that have a source, a content
	chosen []chain.Span       // what stands, in the order of the text
}

// choose fills c.chosen for a segment of n tokens.
func (c *chooser) choose(l *chain.Lattice) {
	c.spans = l.Spans(c.spans[:0], trained.Least)
	c.order, c.worth = c.order[:0], c.worth[:0]
	for i, s := range c.spans {
		c.order = append(c.order, i)
		c.worth = append(c.worth, c.weigh(s))
	}
	slices.SortStableFunc(c.order, func(a, b int) int { return cmp.Compare(c.worth[b], c.worth[a]) })
	c.taken = append(c.taken[:0], make([]bool, len(l.Emit))...)
	c.chosen, c.cues = c.chosen[:0], c.cues[:0]
	rest := c.order
	for len(rest) > 0 && c.worth[rest[0]] >= likely {
		c.take(c.spans[rest[0]])
		rest = rest[1:]
	}
	c.serve()
	for _, i := range rest {
		c.need(c.spans[i])
	}
	slices.SortFunc(c.chosen, func(a, b chain.Span) int { return cmp.Compare(a.From, b.From) })
}

// weigh gives what a span is chosen by. Of a source its own probability alone counts, since its words are a name.
func (c *chooser) weigh(s chain.Span) float64 {
	if s.Label != chain.Cue && part(s.Label) == sourcePart {
		return s.Prob
	}
	return s.Prob + company*(c.near(s)-s.Prob)
}

// take lets a span stand if none of its tokens is taken.
func (c *chooser) take(s chain.Span) bool {
	if slices.Contains(c.taken[s.From:s.To], true) {
		return false
	}
	for i := s.From; i < s.To; i++ {
		c.taken[i] = true
	}
	c.chosen = append(c.chosen, s)
	if s.Label == chain.Cue {
		c.cues = append(c.cues, s)
	}
	return true
}

// serve notes which cues have a source and a content.
func (c *chooser) serve() {
	slices.SortFunc(c.cues, func(a, b chain.Span) int { return cmp.Compare(a.From, b.From) })
	for part := range c.served {
		c.served[part] = append(c.served[part][:0], make([]bool, len(c.cues))...)
	}
	for _, s := range c.chosen {
		if k := c.cueOf(s); k >= 0 && s.Label != chain.Cue {
			c.served[part(s.Label)][k] = true
		}
	}
}

// need lets a source or content stand if its cue has none.
func (c *chooser) need(s chain.Span) {
	p := part(s.Label)
	k := c.cueOf(s)
	if s.Label == chain.Cue || k < 0 || c.served[p][k] {
		return
	}
	probable := s.Prob >= neededContent
	if p == sourcePart {
		probable = c.near(s) >= neededSource
	}
	if probable && c.take(s) {
		c.served[p][k] = true
	}
}

// cueOf gives the number of the nearest cue on the side that the label of a source or content tells, -1 for none.
func (c *chooser) cueOf(s chain.Span) int {
	k := sort.Search(len(c.cues), func(i int) bool { return c.cues[i].From >= s.From })
	switch s.Label {
	case chain.SourceBefore, chain.ContentBefore:
		if k == len(c.cues) {
			return -1
		}
		return k
	}
	return k - 1
}

// The parts of an attribution beside its cue.
const (
	sourcePart = iota
	contentPart
	partsOfCue
)

// part tells whether a label other than Cue is of a source or of a content.
func part(c chain.Label) int {
	if c >= chain.ContentBefore {
		return contentPart
	}
	return sourcePart
}

// near is the probability that a span of the same kind lies here that shares half of its tokens with s.
func (c *chooser) near(s chain.Span) float64 {
	p, n := 0.0, s.To-s.From
	first := sort.Search(len(c.spans), func(i int) bool { return c.spans[i].From >= s.From-n })
	for _, o := range c.spans[first:] {
		if o.From >= s.To {
			break
		}
		both := min(s.To, o.To) - max(s.From, o.From)
		if alike(s.Label, o.Label) && 2*both >= n+o.To-o.From-both {
			p += o.Prob
		}
	}
	return p
}

// alike reports whether two labels differ at most in the side of the cue.
func alike(a, b chain.Label) bool {
	return (a == chain.Cue) == (b == chain.Cue) && part(a) == part(b)
}
