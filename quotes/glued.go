package quotes

import (
	"slices"

	"quotidian/articles"
	"quotidian/articles/token"
)

// Where a text lost its lines, a heading or caption runs into the sentence below it: "Rising water The minister said". A small word in a
// capital that follows no full stop tells where the sentence begins.

// sentenceWords open sentences and stand in no name in front of a small word.
var sentenceWords = map[string]bool{
	"The": true, "He": true, "She": true, "They": true, "It": true, "We": true, "But": true, "His": true, "Her": true, "Their": true, "This": true, "These": true,
	"However": true, "After": true,
}

// unglued leaves out of a quote what belongs to a heading before it or to the sentence behind it.
func (r *reading) unglued(q *Quote) {
	if !q.Source.Empty() {
		source := r.tokens(q.Source)
		q.Source = r.span(rng{r.lastGlued(rng{r.pastBrackets(source), source.last}), source.last})
	}
	if q.Kind == Direct || len(q.Content) > 1 || q.Cue.Empty() {
		return
	}
	content := r.tokens(q.Content[0])
	if q.Content[0].End <= q.Cue.Start {
		content.first = r.lastGlued(content)
	} else if at := r.lastGlued(rng{content.first, content.last}); at > content.first {
		content.last = at
	}
	if said := r.span(content); said != q.Content[0] {
		q.Content = []articles.Span{said}
	}
}

// pastBrackets is where a source begins behind the brackets that it wrongly opens with.
func (r *reading) pastBrackets(g rng) int {
	for i := g.first; i+1 < g.last && r.tok(g.first) == "("; i++ {
		if r.tok(i) == ")" {
			return i + 1
		}
	}
	return g.first
}

// lastGlued gives the last token of g where a sentence begins though none ends before it; the first of g where there is none.
func (r *reading) lastGlued(g rng) int {
	for i := g.last - 1; i > g.first; i-- {
		if r.glued(i, g.last) {
			return i
		}
	}
	return g.first
}

// glued reports whether a sentence begins at token i right behind a word, before hi: "Rising water | The minister", "Water in Varn | He".
// No heading ends in a word that opens a clause: "said that It is over".
func (r *reading) glued(i, hi int) bool {
	if !r.has(i, token.Capital) || r.within[i] >= 0 || r.toks[i-1].Kind != token.Word || r.is(i-1, role|sub) || !sentenceWords[r.tok(i)] {
		return false
	}
	return i+1 >= hi || r.toks[i+1].Kind == token.Word && !r.has(i+1, token.Capital)
}

// ownSentences leaves out of a quote what stands in another sentence than its cue, behind or before words in marks that end a sentence of
// their own: said it was “the last lamp.” | Varn, its neighbour, …
func (r *reading) ownSentences(q *Quote) {
	if q.Kind == Direct || q.Cue.Empty() {
		return
	}
	r.oneSentence(q)
	for n, s := range q.Content {
		g := r.tokens(s)
		at := g.first + 1
		for at < g.last-1 && !r.endsMarked(at) {
			at++
		}
		if at >= g.last-1 {
			continue
		}
		kept := slices.Clone(q.Content[:n+1])
		if s.End <= q.Cue.Start && n == len(q.Content)-1 {
			kept[n] = r.span(rng{at + 1, g.last})
		} else {
			kept[n] = r.span(rng{g.first, at + 1})
		}
		q.Content, q.Kind = kept, r.kindOf(kept)
		return
	}
}

// oneSentence ends a clause without marks with its sentence, unless a colon leads up to several.
func (r *reading) oneSentence(q *Quote) {
	if q.Kind != Indirect || len(q.Content) > 1 || q.Cue.End > q.Content[0].Start {
		return
	}
	g := r.tokens(q.Content[0])
	end := r.units[r.unitOf(g.first)].last
	if end < g.last && r.tok(g.first-1) != ":" && r.terminal(end-1) && end-1 > g.first {
		q.Content = []articles.Span{r.span(rng{g.first, end - 1})}
	}
}

// endsMarked reports whether token i closes words in quotation marks that end a sentence, and the reporter's next begins behind it.
func (r *reading) endsMarked(i int) bool {
	k := r.within[i]
	if k < 0 || int(r.stretches[k].close) != i || r.tok(i-1) != "." || i-int(r.stretches[k].open) < 4 {
		return false
	}
	return r.toks[i].Kind == token.Mark && r.has(i+1, token.Capital) && r.within[i+1] < 0
}
