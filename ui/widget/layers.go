package widget

import (
	"cmp"
	"slices"

	"quotidian/articles"
)

// Layer paints a span of a text. Of several layers over one place, later ones lie over earlier ones.
type Layer struct {
	Span articles.Span
	// ID makes the span answer to taps, 0 leaves what lies below.
	ID    int
	Paint func(*Run)
}

// Cut gives the runs of a text: between two neighbouring edges of layers everything looks the same. Spans that
// reach beyond the text are cut to it; nothing is added to the text and nothing left out.
func Cut(text string, layers []Layer) []Run {
	edges := []int{0, len(text)}
	for i := range layers {
		s := &layers[i].Span
		s.Start, s.End = min(max(s.Start, 0), len(text)), min(max(s.End, 0), len(text))
		edges = append(edges, s.Start, s.End)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	over := covering{layers: layers}
	slices.SortStableFunc(over.order(), func(a, b int) int { return cmp.Compare(layers[a].Span.Start, layers[b].Span.Start) })
	var out []Run
	for i := 1; i < len(edges); i++ {
		part := articles.Span{Start: edges[i-1], End: edges[i]}
		r := Run{Text: part.In(text)}
		for _, at := range over.at(part) {
			layers[at].Paint(&r)
			r.ID = cmp.Or(layers[at].ID, r.ID)
		}
		out = append(out, r)
	}
	return out
}

// covering walks along a text and knows which layers lie over the place it has reached, so that a thousand quotes
// cost a thousand steps and not a million.
type covering struct {
	layers  []Layer
	waiting []int // by start
	next    int
	open    []int // over the place reached, in the order of the layers
}

// order gives the layers that cover anything, to be sorted by where they begin.
func (c *covering) order() []int {
	for i := range c.layers {
		if !c.layers[i].Span.Empty() {
			c.waiting = append(c.waiting, i)
		}
	}
	return c.waiting
}

// at gives the layers over a part that lies behind all parts asked for before.
func (c *covering) at(part articles.Span) []int {
	c.open = slices.DeleteFunc(c.open, func(i int) bool { return c.layers[i].Span.End <= part.Start })
	grown := false
	for c.next < len(c.waiting) && c.layers[c.waiting[c.next]].Span.Start <= part.Start {
		c.open = append(c.open, c.waiting[c.next])
		c.next++
		grown = true
	}
	if grown {
		slices.Sort(c.open)
	}
	return c.open
}
