package attribution

import (
	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// Names that are words of the calendar or of grammar far more often: Ana May, Will Orlo, Wang An, He Yafei.

// unmaskNames takes from words of the calendar and of grammar what they are elsewhere, where they are names: behind a title or a
// forename, and where the article has called somebody so, alone too.
func (r *reading) unmaskNames() {
	known := "" // a month
	for i, t := range r.toks {
		if !t.Has(token.Capital) || r.class[i]&(calendar|function) == 0 {
			continue
		}
		switch w := t.In(r.text); {
		case namesakes[w] && r.surnameAt(i):
			if r.class[i]&calendar != 0 {
				known = w
			}
			r.class[i] &^= calendar | function
		case w == "He" && r.surnameFirst(i):
			r.class[i] = forename // as good as one: no word of grammar that only opens a sentence
		}
	}
	if known == "" {
		return
	}
	for i := range r.toks {
		if r.class[i]&calendar != 0 && r.word(i) == known && !r.dated(i) {
			r.class[i] &^= calendar | function
		}
	}
}

// namesakes are such words that are surnames too.
var namesakes = map[string]bool{"May": true, "March": true, "April": true, "June": true, "August": true, "Jan": true, "Jun": true, "An": true, "Can": true, "Will": true, "So": true}

// surnameAt reports whether token i, such a word, is a surname: behind a title ("Mrs May"), an office or a forename with a capital
// ("Premier May", "Ana May"), or in front of a verb that no month is the subject of.
func (r *reading) surnameAt(i int) bool {
	if r.number(i+1) || r.class[i]&calendar == 0 && !r.endsClause(i+1) {
		return false
	}
	if !r.sameSentence(i-1, i) || r.toks[i-1].Has(token.Clitic) {
		return r.speaksAlone(i)
	}
	before, capital := r.class[i-1], r.toks[i-1].Has(token.Capital)
	switch {
	case before&title != 0, before&office != 0 && capital:
		return r.class[i]&calendar != 0
	case capital:
		return r.givenBefore(i)
	}
	return r.speaksAlone(i) && before&preposition == 0
}

// givenBefore reports whether a forename, or the surname of a name that begins with it, stands before token i: "Ana | May", "Wang | An".
func (r *reading) givenBefore(i int) bool {
	const other = function | calendar | preposition | body | plural | document
	if r.class[i-1]&other != 0 {
		return false
	}
	return r.class[i-1]&forename != 0 || r.class[i]&forename != 0 && name.Parse(r.span(i-1, i+1).In(r.text)).SurnameFirst > perhapsFirst
}

// speaksAlone reports whether token i, a month's name, is the subject of "said".
func (r *reading) speaksAlone(i int) bool {
	if r.class[i]&calendar == 0 || i+1 >= len(r.toks) {
		return false
	}
	switch r.word(i + 1) {
	case "said", "says", "told":
		return true
	}
	return false
}

// endsClause reports whether token i closes the noun phrase before it: a verb of speaking, a possessive, a mark.
func (r *reading) endsClause(i int) bool {
	return i >= len(r.toks) || r.toks[i].Kind != token.Word || r.is(i, speaking) || r.toks[i].Has(token.Clitic)
}

// number reports whether token i is a number, as days and years are.
func (r *reading) number(i int) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].Kind == token.Number
}

// surnameFirst reports whether the He at token i is a surname in front of a given name: "He Yafei said".
func (r *reading) surnameFirst(i int) bool {
	next := i + 1
	if !r.sameSentence(i, next) || !r.toks[next].Has(token.Capital) || r.toks[next].Has(token.Upper) || r.class[next]&(function|calendar|demonym|title|office|speaking) != 0 {
		return false
	}
	if i > r.sentence(i).First && r.toks[i-1].Kind == token.Word {
		return !r.toks[i-1].Has(token.Capital)
	}
	return r.endsClause(i+2) || r.is(i+2, opener|preposition)
}

// dated reports whether token i, a month's name by which the article calls somebody, is the month here: with a number or another
// word of the calendar beside it, behind a word that dates, or the modal verb that opens a question.
func (r *reading) dated(i int) bool {
	if r.number(i+1) || r.is(i+1, calendar) {
		return true
	}
	if r.beginsClause(i) {
		return r.is(i+1, determiner) || i+1 < len(r.toks) && r.pronoun(i+1) != notPronoun
	}
	switch r.lower(i - 1) {
	case "and", "to", "or", "-", "–":
		return r.is(i-2, calendar)
	case "by":
		return !r.participle(max(i-2, 0))
	}
	return r.number(i-1) || r.is(i-1, calendar) || dating[r.lower(i-1)]
}

// dating are the words in front of a month.
var dating = map[string]bool{
	"in": true, "since": true, "until": true, "till": true, "last": true, "next": true, "early": true, "late": true, "mid": true, "this": true, "of": true,
	"every": true, "each": true, "from": true, "between": true, "through": true, "during": true, "before": true, "after": true, "previous": true,
}
