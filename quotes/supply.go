package quotes

import (
	"strings"

	"quotidian/articles"
	"quotidian/articles/token"
)

// supply gives a quote without a source the subject of its cue, where the tagger found none: that of the clause which a
// participle or a coordinated verb hangs on ("…, criticizing him for the delay", "… and denied the charge").
func (r *reading) supply(q *Quote) {
	r.ownSource(q)
	if !q.Source.Empty() || q.Cue.Empty() {
		return
	}
	g, ok := r.governing(r.tokens(q.Cue))
	if !ok || r.within[g.first] >= 0 {
		return
	}
	src := r.supplied(g, r.units[r.unitOf(g.first)], r.tokens(q.Content[len(q.Content)-1]).last)
	if r.claimable(src) && !r.span(src).Overlaps(q.Content[len(q.Content)-1]) && !r.span(src).Overlaps(q.Content[0]) {
		q.Source = r.span(r.closed(src))
	}
}

// ownSource takes from a quote a source that is a part of what is said behind its cue, "published [what it] said were letters", and gives it
// the subject of the cue, if that is a phrase.
func (r *reading) ownSource(q *Quote) {
	if q.Source.Empty() || q.Cue.Empty() || q.Cue.Start > q.Content[0].Start || !inside(q.Source, q.Content) {
		return
	}
	g, ok := r.governing(r.tokens(q.Cue))
	if q.Source = (articles.Span{}); ok && g.form&ing == 0 {
		if src := r.subject(r.units[r.unitOf(g.first)].first, g.first); r.claimable(src) && !inside(r.span(src), q.Content) {
			q.Source = r.span(src)
		}
	}
}

// governing gives the verb group of a cue: that of a verb of the list, else the cue's first word if it can be one.
func (r *reading) governing(cue rng) (group, bool) {
	for i := cue.first; i < cue.last; i++ {
		if g, ok := r.cue(i); ok {
			return g, true
		}
	}
	g := group{rng: cue, at: cue.first}
	if strings.HasSuffix(r.tok(cue.first), "ing") {
		g.form = ing
	}
	return g, r.toks[cue.first].Kind == token.Word
}

// supplied finds the subject of a cue whose content ends at token end.
func (r *reading) supplied(g group, u rng, end int) rng {
	joined := r.is(g.first-1, coord) || r.isAdverb(g.first-1) && r.is(g.first-2, coord)
	switch {
	case g.passive:
		if r.tok(g.last) == "by" {
			return r.nounRight(g.last + 1) // was asked by Orlo whether
		}
	case g.form&ing != 0 && !r.is(g.at-1, aux):
		return r.participleSubject(g, u, end)
	case g.verb != nil && joined:
		return r.mainSubject(u.first, g.first)
	case r.tok(g.first-1) == "," && (g.form&(past|third) != 0 || r.finiteLooking(g.first)):
		if src := r.subject(u.first, g.first); !r.stated(rng{u.first, src.first}) {
			return src // Orlo, who left early, played down
		}
	}
	return rng{}
}

// participleSubject gives the subject that a participle borrows: that of the main clause behind it where it opens the
// sentence, else of the clause before it.
func (r *reading) participleSubject(g group, u rng, end int) rng {
	if g.first == u.first || g.first == u.first+1 && r.is(u.first, prep|sub) {
		return r.mainSubjectAfter(end, u.last)
	}
	if src := r.absolute(u.first, g.first); !src.empty() {
		return src
	}
	return r.mainSubject(u.first, g.first)
}

// mainSubjectAfter gives the subject of the main clause that follows a fronted participle whose content ends at token i.
func (r *reading) mainSubjectAfter(i, hi int) rng {
	if i >= hi || r.tok(i) != "," {
		return rng{}
	}
	for j := i + 2; j < hi && j < i+maxTail && r.within[j] < 0; j++ {
		if r.verbal(j) || r.finiteLooking(j) {
			return r.subject(i+1, j)
		}
	}
	return rng{}
}

// claimable reports whether tokens can name a source: a noun phrase without a verb, or a pronoun.
func (r *reading) claimable(src rng) bool {
	switch {
	case src.empty() || r.nobody(src) || src.last-src.first > maxNoun:
		return false
	case src.last-src.first == 1:
		return !r.is(src.first, relative|det) && !r.verbal(src.first)
	}
	return !r.clauseLike(src.first, src.last) && !r.is(src.last-1, prep|coord) && !r.is(src.first, relative)
}

// unitOf gives the unit that holds token i.
func (r *reading) unitOf(i int) int {
	lo, hi := 0, len(r.units)-1
	for lo < hi {
		if mid := (lo + hi + 1) / 2; r.units[mid].first <= i {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}
