package quotes

import (
	"quotidian/articles/token"
	"quotidian/quotes/tagger"
)

// Clauses and phrases that the tagger broke off where their own first words tell that more must come.

// brokenOff reports whether what the tagger reads to the end of tokens g cannot be the whole, and its rest follows, at most to
// token hi.
func (r *reading) brokenOff(q *Quote, g rng, hi int) bool {
	switch {
	case r.opensClause(q, g.first) && r.subjectAndAside(g, hi), !q.Source.Empty() && r.withoutVerb(g, hi), r.onlyOpener(g, hi):
		return true
	case r.halfOfPair(g, hi), r.secondThat(g, hi), r.midDate(g, hi), r.secondPredicate(q, g, hi):
		return true
	}
	return r.awaitsInfinitive(q, g, hi) || r.beginsList(g, hi)
}

// withoutVerb reports whether the last clause of tokens g, behind the word that opens it, is no more than a subject with or without its
// aside, and its verb follows: "asked about whether [Orlo], who is ill, had left", "said that [rich cooks, including the Kesh brothers], would
// pay".
func (r *reading) withoutVerb(g rng, hi int) bool {
	for i := g.last - 1; i >= g.first; i-- {
		if r.within[i] >= 0 {
			return false
		}
		if clauseOpeners[r.tok(i)] {
			clause := rng{i + 1, g.last}
			that := r.tok(i) == "that" && clause.last-clause.first == 1 && !r.has(clause.first, token.Capital) // stem that tide
			return !clause.empty() && !that && r.beginsNoun(clause.first) && (r.onlySubject(clause, hi) || r.subjectAndAside(clause, hi))
		}
	}
	return false
}

// subjectAndAside reports whether tokens g are a subject without a verb and an aside, which ends where a verb follows.
func (r *reading) subjectAndAside(g rng, hi int) bool {
	if g.last+1 >= hi || r.tok(g.last) != "," && !r.dash(g.last) || !r.predicateAt(g.last+1) {
		return false
	}
	for i := g.first; i < g.last; i++ {
		if r.tok(i) == r.tok(g.last) {
			return !r.clauseLike(g.first, i)
		}
	}
	return false
}

// secondThat reports whether a second clause with "that" is joined to the clause g: "said [they had paid], and that the rest was fair".
func (r *reading) secondThat(g rng, hi int) bool {
	i := g.last
	if r.tok(i) == "," {
		i++
	}
	return i+2 < hi && r.is(i, coord) && r.within[i] < 0 && r.tok(i+1) == "that" && !r.verbal(i+2) && !r.finiteLooking(i+2) && r.clauseLike(g.first, g.last)
}

// midDate reports whether tokens g end inside a date: "in a letter of [Aug. 8], 2015, that".
func (r *reading) midDate(g rng, hi int) bool {
	year := g.last + 1
	return year < hi && g.last-g.first > 2 && r.tok(g.last) == "," && r.year(year) && r.toks[g.last-1].Kind == token.Number && r.is(g.last-2, month)
}

// secondPredicate reports whether a second verb of the subject of clause g follows that has no subject of its own and no "and": "said [the
// inquiry had nothing to do with it], had begun later and been dropped".
func (r *reading) secondPredicate(q *Quote, g rng, hi int) bool {
	if g.last+2 >= hi || r.tok(g.last) != "," || !r.is(g.last+1, aux) || !r.clauseLike(g.first, g.last) || q.Source.Empty() || q.Source.Start > q.Cue.Start {
		return false
	}
	source, cue := r.tokens(q.Source), r.tokens(q.Cue)
	return source.first == r.units[r.unitOf(cue.first)].first && !r.is(cue.first-1, relative) && r.tok(cue.first-1) != ","
}

// onlyOpener reports whether tokens g are no more than the word that opens a clause, or that word and a circumstance: "described [how],
// as the river rose, they had left", "spoke about [how during the flood], she kept the shop open".
func (r *reading) onlyOpener(g rng, hi int) bool {
	if !clauseOpeners[r.tok(g.first)] {
		return false
	}
	if g.last-g.first == 1 {
		return r.tok(g.last) == "," || r.is(g.last, prep|sub)
	}
	if r.is(g.first+1, prep) && r.tok(g.last) == "," && !r.clauseLike(g.first+1, g.last) {
		return r.beginsNoun(g.last + 1)
	}
	return r.onlyFronted(rng{g.first + 1, g.last}, hi)
}

// clauseOpeners open a clause that must have its verb.
var clauseOpeners = map[string]bool{"how": true, "that": true, "whether": true, "why": true}

// halfOfPair reports whether tokens g hold the first half of "not only …, but …" and the second follows.
func (r *reading) halfOfPair(g rng, hi int) bool {
	but := g.last
	if r.tok(but) == "," {
		but++
	}
	if but >= hi || r.tok(but) != "but" || r.within[but] >= 0 {
		return false
	}
	half := false
	for i := g.first; i < g.last; i++ {
		switch {
		case r.within[i] >= 0:
		case r.tok(i) == "not" && firstOfPair[r.tok(i+1)]:
			half = true
		case r.tok(i) == "but":
			half = false
		}
	}
	return half
}

// firstOfPair follow "not" where a "but" must come.
var firstOfPair = map[string]bool{"only": true, "just": true, "merely": true, "simply": true}

// awaitsInfinitive reports whether tokens g are no more than who is told to do something, an aside between commas or dashes follows, and behind it
// what is to be done: "urged [the ferrymen], both young and old, to stay".
func (r *reading) awaitsInfinitive(q *Quote, g rng, hi int) bool {
	cue := r.tokens(q.Cue)
	return cue.last == g.first && r.tellsToAct(cue) && r.onlyNoun(g) && r.infinitiveBehindAside(g.last, hi)
}

// onlyNoun reports whether tokens g are no more than who or what is told.
func (r *reading) onlyNoun(g rng) bool {
	if g.last-g.first > maxAddressee || !r.beginsNoun(g.first) && !r.is(g.first, object) {
		return false
	}
	for i := g.first; i < g.last; i++ {
		if r.within[i] >= 0 || r.verbal(i) || r.finiteLooking(i) || r.tok(i) == "to" {
			return false
		}
	}
	return true
}

// infinitiveBehindAside reports whether an aside that token i opens, a comma or a dash, ends before an infinitive.
func (r *reading) infinitiveBehindAside(i, hi int) bool {
	mark := r.tok(i)
	if mark != "," && !r.dash(i) {
		return false
	}
	for j := i + 1; j+2 < hi && j < i+maxAside && r.within[j] < 0 && !r.terminal(j) && !r.is(j, relative); j++ {
		if r.tok(j) == mark {
			return r.tok(j+1) == "to" && r.within[j+1] < 0 && r.actsAt(j+2)
		}
	}
	return false
}

// tellsToAct reports whether a cue takes somebody and what he is to do: "urged them to stay", "called on them to stay".
func (r *reading) tellsToAct(cue rng) bool {
	g, ok := r.governing(cue)
	return ok && g.verb != nil && (g.verb.takes(nounInf) || g.verb.base == "call" && (r.tok(cue.last-1) == "on" || r.tok(cue.last-1) == "upon"))
}

// beginsList reports whether tokens g end with the first member of a list of names or nouns that ends the sentence: "claim to speak for
// [cooks], sailors, fishermen and clerks."
func (r *reading) beginsList(g rng, hi int) bool {
	if r.tok(g.last) != "," || r.is(g.last-1, timeWord|adverb) || r.verbal(g.last-1) {
		return false
	}
	end, members, joined := r.withoutStop(g.last, hi), 0, false
	for i := g.last + 1; i < end; i++ {
		if r.tok(i) == "," || r.tok(i) == "and" || r.tok(i) == "or" {
			joined = joined || r.tok(i) != ","
			continue
		}
		first := r.tok(i-1) == "," || r.is(i-1, coord)
		if r.endsList(i) || first && !r.beginsNoun(i) {
			return false
		}
		if first {
			members++
		}
	}
	return joined && members > 2
}

// endsList reports whether token i is no part of a list of nouns.
func (r *reading) endsList(i int) bool {
	return r.within[i] >= 0 || r.hardBreak(i) || r.verbal(i) || r.finiteLooking(i) || r.is(i, relative|sub|prep|timeWord|pronoun) && !r.is(i, det)
}

// contentBehind leaves out the words before an attribution where what is said stands behind it, all of it.
func (r *reading) contentBehind(a *tagger.Attribution) {
	if len(a.Content) != 2 || !partedByCue(a) {
		return
	}
	before := r.tokens(a.Content[0])
	who := r.saidOfThing(before, a)
	if who < 0 && !r.asParenthesis(before) && !r.relativeSource(before, a) {
		return
	}
	a.Content, a.Why = a.Content[1:], tagger.CueFirst
	if said := r.tokens(a.Content[0]); who >= 0 && r.tok(who-1) == "," {
		a.Content[0] = r.span(rng{said.first, r.asideEnd(said)})
	}
}

// asParenthesis reports whether the words before an attribution end with the "as" that opens it inside a sentence: "They may stay, and as |
// Orlo noted, | the fair goes on".
func (r *reading) asParenthesis(before rng) bool {
	return r.tok(before.last-1) == "as" && r.is(before.last-2, coord)
}

// saidOfThing gives the relative pronoun with which the words before an attribution end, where something is said of a thing, -1 for none: "They
// found 44 letters, which | she said | were all about the ferry".
func (r *reading) saidOfThing(before rng, a *tagger.Attribution) int {
	who := before.last - 1
	if a.Source.Empty() || who == before.first || r.tokens(a.Source).first != before.last || !r.is(who, relative) || r.within[who] >= 0 || !r.predicateAt(r.tokens(a.Content[1]).first) {
		return -1
	}
	return who
}

// relativeSource reports whether the source is a relative pronoun behind the words before the attribution: "The last question was from a
// girl, | who said | she was ten".
func (r *reading) relativeSource(before rng, a *tagger.Attribution) bool {
	who := r.tokens(a.Source)
	return who.last-who.first == 1 && r.is(who.first, relative) && r.tok(who.first-1) == "," && before.last <= who.first && who.last <= r.tokens(a.Cue).first
}
