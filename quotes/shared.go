package quotes

import (
	"slices"

	"quotidian/articles"
)

// disjoint takes care that no quotation is told twice: where two quotes, each read from a cue of its own, have the same pair of
// marks for a part, the lesser of the two loses it, and is left out when it says nothing else.
func (r *reading) disjoint(out []Weighed) []Weighed {
	owner := make([]int, len(r.stretches)) // the quote that has the stretch, counted from 1; 0 for none
	for i := range out {
		for _, part := range out[i].Content {
			if k := r.pairOf(part); k >= 0 && (owner[k] == 0 || lesser(&out[owner[k]-1].Quote, &out[i].Quote)) {
				owner[k] = i + 1
			}
		}
	}
	for i := range out {
		q := &out[i].Quote
		lost := func(part articles.Span) bool {
			k := r.pairOf(part)
			return k >= 0 && owner[k] != i+1
		}
		if slices.ContainsFunc(q.Content, lost) {
			q.Content = slices.DeleteFunc(slices.Clone(q.Content), lost)
			q.Kind = r.kindOf(q.Content)
		}
	}
	return slices.DeleteFunc(out, func(q Weighed) bool { return len(q.Content) == 0 })
}

// pairOf gives the stretch that a part of a content is, marks and all; -1 for none.
func (r *reading) pairOf(part articles.Span) int {
	k := int(r.within[r.tokenAt(part.Start)])
	if k < 0 || r.span(r.whole(k)) != part {
		return -1
	}
	return k
}

// lesser reports whether a, which stands before b, has less of a claim to the marks that both have: b has them alone and a cue
// of its own that a quotation is said with, and a has more words or is no direct quote.
func lesser(a, b *Quote) bool {
	return b.Kind == Direct && len(b.Content) == 1 && !b.Cue.Empty() && (a.Kind != Direct || len(a.Content) > 1)
}
