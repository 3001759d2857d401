package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// maxAppositive bounds a description behind a name, in tokens.
const maxAppositive = 30

// describedAs reports whether an appositive with a role follows the name that ends before token i.
func (r *reading) describedAs(i int) bool { return !r.appositive(i).empty() }

// appositive gives the description that follows a name whose last token stands before i: "…, the commander of
// the 4th Corps". It must begin with a noun phrase whose head is a role; empty otherwise.
func (r *reading) appositive(i int) tokenRange {
	if k := r.pastParty(i); k > i {
		i = k
	}
	if !r.punct(i, ",") && !r.dash(i) && !r.punct(i, "(") {
		return tokenRange{}
	}
	if r.lower(min(i+1, len(r.toks)-1)) == "also" && r.is(i+2, determiner) {
		i++ // Ana Orlo, also | a member of the board
	}
	end := min(i+1+maxAppositive, len(r.toks))
	head := r.roleHead(i+1, end)
	if head < 0 || r.clauseFollows(i+1, head) {
		return tokenRange{}
	}
	last := r.appositiveEnd(i, head+1, end)
	for k := i + 2; k < last; k++ {
		if r.anotherHolder(i+1, k, head) {
			return tokenRange{}
		}
	}
	return tokenRange{int32(i + 1), int32(last)}
}

// anotherHolder reports whether the name of who holds an office of the description that begins at token from begins at token k, so that
// it is no description: "Ana Orlo, | Secretary of State Ivo Varga said", "Ana Orlo, | Head of Velia Ivo Varga has".
func (r *reading) anotherHolder(from, k, head int) bool {
	if r.mentionAt[k] == 0 || r.mentionAt[k] == r.mentionAt[k-1] {
		return false
	}
	m := &r.mentions[r.mentionAt[k]-1]
	if m.impersonal() || int(m.first) != k {
		return false
	}
	if k <= head+1 && r.is(k-1, office|kin) || k == head+3 && r.phraseRole(head) {
		return true
	}
	verb := int(m.last)
	return r.class[k]&forename != 0 && verb < len(r.toks) && (finite[r.word(verb)] || r.is(verb, speaking)) && r.heldBefore(k) >= from
}

// pastParty gives where a text goes on behind a bracket at token i that says of a politician which party and state he is of: "(R-TX)",
// with a comma behind it; i where there is none.
func (r *reading) pastParty(i int) int {
	if !r.punct(i, "(") {
		return i
	}
	for k := i + 2; k < i+6 && r.sameSentence(i, k+1); k++ {
		if r.punct(k, ")") && r.punct(k+1, ",") && r.toks[i+1].Has(token.Upper) {
			return k + 1
		}
	}
	return i
}

// roleHead gives the last role of the noun phrase that begins at token i, before anything that ends such a
// phrase; -1 when it holds none.
func (r *reading) roleHead(i, end int) int {
	head := -1
	for k := i; k < end && r.sameSentence(i, k); k++ {
		c := r.class[k]
		if r.pluralPossessive(k) {
			continue
		}
		if r.endsPhrase(k) || r.startsClause(k) || head < 0 && c&function != 0 && c&(determiner|formerly) == 0 {
			break
		}
		if c&(office|kin|anybody) != 0 && c&plural == 0 && (c&speaking == 0 || k > i) {
			head = k
		}
	}
	if r.is(head+1, body) && !r.capital(head+1) {
		return -1 // the parent company of
	}
	return head
}

// startsClause reports whether token k is a verb of speaking and no noun for a person.
func (r *reading) startsClause(k int) bool {
	return r.class[k]&speaking != 0 && r.class[k]&(formerly|office|kin|title|anybody) == 0
}

// endsPhrase reports whether token k ends the head of a noun phrase: punctuation, a mark, a preposition.
func (r *reading) endsPhrase(k int) bool {
	t := r.toks[k]
	return t.Kind == token.Punct || t.Kind == token.Mark || r.class[k]&(preposition|opener) != 0 && r.class[k]&(office|kin) == 0
}

// clauseFollows reports whether what looks like a description in [from, head] is the subject of a clause of
// its own: "…, the minister said", "…, he told the minister".
func (r *reading) clauseFollows(from, head int) bool {
	if r.participle(from) && (r.is(from+1, determiner|title) || r.word(min(from+1, head)) == "that") && !r.is(from+1, formerly) {
		return true // "Orlo, questioning the mayor's plan"
	}
	for k := from; k < head; k++ {
		if r.class[k]&speaking != 0 && r.class[k]&(office|kin|anybody|formerly) == 0 {
			return true
		}
	}
	k := head + 1
	for r.is(k, function) && !r.is(k, preposition|determiner|opener) {
		if finite[r.word(k)] {
			return true // "Varn Police, a man was seen"
		}
		k++
	}
	return r.sameSentence(head, k) && r.class[k]&speaking != 0 && !r.capital(k)
}

// finite are auxiliaries that make a clause of the noun phrase in front of them.
var finite = map[string]bool{
	"is": true, "are": true, "was": true, "were": true, "has": true, "have": true, "had": true, "will": true, "would": true, "does": true,
	"did": true, "can": true, "could": true, "may": true, "might": true, "must": true, "should": true,
}

// appositiveEnd gives where a description that opened with the comma, bracket or dash at token from and goes on at token k ends: at
// the next comma, mark, bracket, dash, relative clause or finite verb, or where it begins to tell when and where something was said.
func (r *reading) appositiveEnd(from, k, end int) int {
	for ; k < end && r.sameSentence(k-1, k); k++ {
		t := r.toks[k]
		switch {
		case r.doubleMark(k), t.Kind == token.Punct && !r.punct(k, "-") && !r.punct(k, "/") && !r.punct(k, "&"):
			return k
		case r.dash(k) && r.dash(from) && !t.Has(token.Glued):
			return k
		case t.Kind == token.Word && (r.mentionAt[k] == 0 || r.newSentence(k)) && r.endsDescription(k):
			return k
		}
	}
	return k
}

// endsDescription reports whether what goes on at word k belongs to no description any more.
func (r *reading) endsDescription(k int) bool {
	if finite[r.word(k)] || r.word(k) == "that" || r.occasion(k) || r.newSentence(k) || r.relates(k) {
		return true
	}
	return !r.toks[k].Has(token.Capital) && r.class[k]&(speaking|opener) != 0 && r.class[k]&(office|body|preposition) == 0 && !r.nounHere(k)
}

// relates reports whether a clause about who is described begins at token k: "opponent | who’s", "editor | I was talking to",
// "democrat | so boyish he", "minister | at the time the tax".
func (r *reading) relates(k int) bool {
	switch withoutClitic(r.word(k)) {
	case "who", "whom", "he", "she", "they", "I", "we":
		return true
	case "so":
		return k+2 < len(r.toks) && r.sameSentence(k, k+2) && r.pronoun(k+2) != notPronoun
	case "at":
		return k+3 < len(r.toks) && r.word(k+1) == "the" && r.word(k+2) == "time" && r.is(k+3, determiner)
	}
	return false
}

// nounHere reports whether a word that can be a verb of speaking is a noun at token k, in the middle of a description: behind an
// article or a preposition ("author of the | report"), before what is its own ("the | post's author"), or a plural that closes it
// ("one of the leading policy | voices,").
func (r *reading) nounHere(k int) bool {
	if r.is(k-1, determiner|preposition) || r.possessive(k-1) || r.possessive(k+1) {
		return true
	}
	w := r.word(k)
	return strings.HasSuffix(w, "s") && !finiteSpeech[w] && (r.punct(k+1, ",") || r.punct(k+1, "."))
}

// newSentence reports whether a sentence begins at token k whose full stop was lost or is that of a company's name: "analyst with Orlo
// Co. | Meanwhile", "activist from Varn | Despite".
func (r *reading) newSentence(k int) bool {
	if !r.toks[k].Has(token.Capital) {
		return false
	}
	if before := r.lower(k - 1); before[len(before)-1] == '.' && (r.is(k-1, suffix) || before == "co.") {
		return r.mentionAt[k] == 0 || r.mentionAt[k] != r.mentionAt[k-1]
	}
	if r.class[k]&function == 0 || r.mentionAt[k] != 0 || r.toks[k].Has(token.Upper) || r.word(k) == "The" || r.is(k-1, preposition) {
		return false
	}
	return r.class[k]&(preposition|opener) != 0 && !r.capital(k+1) || !r.toks[k-1].Has(token.Capital)
}

// occasion reports whether token k, behind a description, begins to tell when or where something was said: "on Monday", "in a statement",
// "at a seminar".
func (r *reading) occasion(k int) bool {
	if r.lower(k) == "speaking" {
		return true
	}
	if r.class[k]&preposition == 0 || k+1 >= len(r.toks) {
		return false
	}
	n := k + 1
	if r.is(n, determiner) {
		n++
	}
	switch {
	case n >= len(r.toks):
		return false
	case r.word(k) == "on":
		return r.is(k+1, calendar) || r.word(n) == "sidelines"
	case r.word(k) == "in":
		return n > k+1 && r.is(n, document) // not: a professor in law
	}
	return r.word(k) == "at" && gatherings[r.word(n)] && !r.is(k-1, office|kin|anybody) // not: a speaker at the seminar
}

// gatherings are where people are met who have an office elsewhere.
var gatherings = map[string]bool{
	"seminar": true, "conference": true, "meeting": true, "rally": true, "hearing": true, "briefing": true, "summit": true, "ceremony": true, "event": true, "forum": true,
	"panel": true, "workshop": true, "vigil": true, "funeral": true, "inquest": true, "trial": true, "launch": true,
}
