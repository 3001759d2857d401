package quotes

import (
	"slices"
	"strings"
	"unicode"

	"quotidian/articles"
)

// disjoint takes care that no quotation is told twice: where two quotes, each read from a cue of its own, have the same pair of
// marks for a part, the lesser of the two loses it, and is left out when it says nothing else. Parts that are only marks are left out too.
func (r *reading) disjoint(out []Weighed) []Weighed {
	owner := make([]int, len(r.stretches)) // the quote that has the stretch, counted from 1; 0 for none
	for i := range out {
		for _, part := range out[i].Content {
			if k := r.pairOf(part); k >= 0 && (owner[k] == 0 || lesser(&out[owner[k]-1].Quote, &out[i].Quote)) {
				owner[k] = i + 1
			}
		}
	}
	r.apart(out, owner)
	for i := range out {
		q := &out[i].Quote
		lost := func(part articles.Span) bool {
			k := r.pairOf(part)
			return k >= 0 && owner[k] != i+1 || onlyMarks(part.In(r.text))
		}
		if slices.ContainsFunc(q.Content, lost) {
			q.Content = slices.DeleteFunc(slices.Clone(q.Content), lost)
			q.Kind = r.kindOf(q.Content)
		}
	}
	return slices.DeleteFunc(out, func(q Weighed) bool { return len(q.Content) == 0 })
}

// onlyMarks reports whether words are none: “….”, or a mark that a reader took for a part by itself. A sign or an emoji may be an answer,
// so it counts, as it does not for hasWord.
func onlyMarks(words string) bool {
	return !strings.ContainsFunc(words, func(c rune) bool { return !unicode.IsPunct(c) && !unicode.IsSpace(c) })
}

// apart takes care that no clause holds the quotation of another quote. One that no comma or colon leads in and that has the clause's cue, or
// a cue before it in the clause, belongs to the clause; before another, as before the second half of one, “We go,” she said, referring to the
// ferry, “and stay”, the clause ends, and behind one that opens it the clause begins.
func (r *reading) apart(out []Weighed, owner []int) {
	for i := range out {
		q := &out[i].Quote
		if q.Kind == Direct || len(q.Content) != 1 {
			continue
		}
		k := r.heldBy(q, owner)
		if k < 0 {
			continue
		}
		other, content := &out[owner[k]-1].Quote, r.tokens(q.Content[0])
		switch s := r.stretches[k]; {
		case int(s.open) == content.first:
			content.first = int(s.close) + 1
		case len(other.Content) == 1 && r.partOf(other, q) && !r.introduces(int(s.open)-1):
			other.Content = nil
			continue
		case q.Cue.End <= q.Content[0].Start && !r.introduces(int(s.open)-1) || len(other.Content) > 1:
			content = r.trimRight(rng{content.first, int(s.open)})
		}
		q.Content = []articles.Span{r.span(content)}
		q.Kind = r.kindOf(q.Content)
		r.withholds(q)
	}
}

// partOf reports whether a quotation has the cue of a clause that holds it, or a cue before it in the clause.
func (r *reading) partOf(quotation, clause *Quote) bool {
	cue := quotation.Cue
	return cue.Empty() || cue.Overlaps(clause.Cue) || clause.Content[0].Contains(cue) && cue.Start < quotation.Content[0].Start
}

// heldBy gives the first stretch in the content of a quote, not the whole of it, that another quote has for a part; -1 for none.
func (r *reading) heldBy(q *Quote, owner []int) int {
	content := r.tokens(q.Content[0])
	for i := content.first; i < content.last; i++ {
		k := r.within[i]
		if k < 0 {
			continue
		}
		if s := r.stretches[k]; owner[k] > 0 && int(s.close) < content.last && int(s.open) >= content.first && r.span(r.whole(int(k))) != q.Content[0] {
			return int(k)
		}
		i = int(r.stretches[k].close)
	}
	return -1
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
