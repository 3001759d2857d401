package quotes

import (
	"strings"

	"quotidian/articles/token"
	"quotidian/quotes/tagger"
)

// A content that is no clause, "denied | the charges", "declined | to renew the contract", can hold no finite verb: where one
// follows on a conjunction or comma, the reporter's own clause goes on.

// unjoined ends a content of the tagger's that is a phrase behind its cue where the reporter's clause goes on: "denied the charges | and
// accused her", "declined to renew it | and the club could not find".
func (r *reading) unjoined(a *tagger.Attribution) {
	last := len(a.Content) - 1
	if a.Content[last].Start < a.Cue.End || a.Cue.Empty() {
		return
	}
	if g, ok := r.endsInCue(a.Cue); ok && g.verb.takes(bareClause) && !g.verb.takes(nounPhrase|infinitive) {
		return // what is said is a clause, its verb perhaps in marks: said the cooks “feel betrayed” and will leave
	}
	content := r.tokens(a.Content[last])
	if end := r.phraseEnd(content); end < content.last {
		a.Content[last] = r.span(rng{content.first, end})
	}
}

// phraseEnd gives where a content that begins as a phrase ends: before a conjunction or comma behind which a finite verb says what
// else its source did, or another subject what it did. Of a clause it gives the end unchanged.
func (r *reading) phraseEnd(content rng) int {
	if r.tok(content.first) == "that" || r.is(content.first, sub|relative|pronoun) && !r.is(content.first, det) {
		return content.last
	}
	infinitive := r.tok(content.first) == "to"
	for i := content.first; i < content.last; i++ {
		switch k := r.within[i]; {
		case k >= 0:
			i = int(r.stretches[k].close)
		case i > content.first && r.is(i, coord) && (r.goesOnFinite(i+1, content.last) || infinitive && r.otherSubject(i+1, content.last)):
			if r.tok(i-1) == "," {
				return i - 1
			}
			return i
		case r.clausal(i):
			return content.last
		}
	}
	return content.last
}

// clausal reports whether token i shows a clause, or a phrase with one in it.
func (r *reading) clausal(i int) bool {
	return r.verbal(i) || r.is(i, sub|relative) && !r.is(i, prep|det) || r.finiteLooking(i)
}

// goesOnFinite reports whether a finite verb with its object stands at token i, or a subject with a modal or auxiliary.
func (r *reading) goesOnFinite(i, hi int) bool {
	for r.isAdverb(i) && i < hi {
		i++
	}
	if i+1 >= hi || r.within[i] >= 0 {
		return false
	}
	if r.is(i, aux|modal) {
		return true
	}
	if strings.HasSuffix(r.tok(i), "ed") && !r.has(i, token.Capital) {
		return r.is(i+1, det|possessive|pronoun|object) || r.has(i+1, token.Capital) || r.is(i+1, prep) && r.tok(i+1) != "by"
	}
	return false
}

// otherSubject reports whether a subject that begins with a determiner or a capital stands at token i, right before a modal or auxiliary.
func (r *reading) otherSubject(i, hi int) bool {
	if !r.is(i, det|possessive|pronoun) && !r.has(i, token.Capital) {
		return false
	}
	for j := i + 1; j < hi && j < i+maxObject && r.within[j] < 0; j++ {
		switch {
		case r.is(j, aux|modal):
			return true
		case r.tok(j) == "," || r.hardBreak(j) || r.is(j, sub|relative|coord|prep):
			return false
		}
	}
	return false
}

// nameAtEnd gives the name or the pronoun with which a phrase ends: "asked about the first half | Orlo"; the phrase where it ends with
// neither.
func (r *reading) nameAtEnd(g rng) rng {
	i := g.last - 1
	if !r.has(i, token.Capital) && !r.is(i, pronoun) {
		return g
	}
	for i-1 > g.first && r.has(i-1, token.Capital) && r.has(i, token.Capital) {
		i--
	}
	return rng{i, g.last}
}

// quotedVerb reports whether a clause has its verb inside the quotation marks that token i closes: The stone “narrowly missed” a man and
func (r *reading) quotedVerb(i int) bool {
	s := r.stretches[r.within[i]]
	return int(s.close) == i && s.close-s.open < maxNickname && !r.claimed[r.within[i]] && r.clauseWord(int(s.open)+1, i)
}

// clauseWord reports whether a verb stands in tokens [first, last), inside quotation marks or outside.
func (r *reading) clauseWord(first, last int) bool {
	for i := first; i < last; i++ {
		if r.verbal(i) || r.finiteLooking(i) {
			return true
		}
	}
	return false
}

// usedTo reports whether token j is one of the words of "used to", "went on to" or "goes on to".
func (r *reading) usedTo(j int) bool {
	for last := j; last <= j+2; last++ { // where "to" would be
		switch {
		case r.tok(last) != "to":
		case last <= j+1 && r.tok(last-1) == "used":
			return true
		case r.tok(last-1) == "on" && (r.tok(last-2) == "went" || r.tok(last-2) == "goes"):
			return true
		}
	}
	return false
}
