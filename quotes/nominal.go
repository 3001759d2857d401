package quotes

import (
	"strings"

	"quotidian/articles/token"
)

// Forms of cue verbs that are nouns or adjectives where they stand.

// nominal reports whether a form that may be a cue verb is a noun or an adjective here: "the claims", "an alleged".
func (r *reading) nominal(i int, e entry) bool {
	if i == 0 || r.has(i, token.Paragraph) {
		return false
	}
	prev := r.tok(i - 1)
	c := r.words[i-1].class
	switch {
	case r.has(i-1, token.Clitic):
		return e.forms&ing == 0 || r.words[max(i-2, 0)].class&pronoun == 0
	case c&possessive != 0, r.isAdverb(i-1) && r.owns(i-2):
		return true
	case c&(det|pronoun) == det:
		return e.forms&(base|past) == 0 || !quantifier[strings.ToLower(prev)]
	case c&prep != 0 && prev != "to":
		return e.forms&ing == 0
	case c&coord != 0 && r.secondSubject(i, e):
		return true
	case isBe(prev):
		return e.forms&(past|participle|ing) == 0 // "there were reports"
	}
	return r.insideCapitals(i) && e.forms&(base|third|ing) != 0
}

// owns reports whether token i is a possessive: "its", the end of "the bank's" but not that of "he's".
func (r *reading) owns(i int) bool {
	return r.is(i, possessive) || r.has(i, token.Clitic) && !r.is(i-1, pronoun)
}

// insideCapitals reports whether token i is a capital behind another on its line.
func (r *reading) insideCapitals(i int) bool {
	return r.has(i, token.Capital) && !r.has(i, token.Line) && r.has(i-1, token.Capital)
}

// secondSubject reports whether a form behind a conjunction is a plural whose verb follows: "police and volunteers used".
func (r *reading) secondSubject(i int, e entry) bool {
	return e.forms&(third|past) == third && i+1 < len(r.words) && r.finiteLooking(i+1) && r.words[i+1].verb < 0
}
