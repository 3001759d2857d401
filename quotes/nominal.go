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
	return r.nameOrThing(i, e.forms)
}

// nameOrThing reports whether a form is a part of a name, or ends what an article and one more word name: "in a second | tweet".
func (r *reading) nameOrThing(i int, f form) bool {
	if r.insideCapitals(i) {
		return f&(base|third|ing) != 0
	}
	return f == base && i > 1 && single[r.tok(i-2)] && !r.is(i-1, prep|coord|sub)
}

// single are the words behind which one thing is named, whose verb would have an "s".
var single = map[string]bool{"a": true, "an": true, "A": true, "An": true, "another": true, "each": true}

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

// noun reports whether a cue that is a noun as well is one here, as far as its neighbours tell: "slashing comments on", "the
// most populous state". A verb has a name, a pronoun or an office for its subject, or "that" behind it.
func (r *reading) noun(g group) bool {
	i := g.at - 1
	switch {
	case g.at == 0 || g.first < g.at:
		return false
	case g.form&third != 0 && r.words[i].verb >= 0 && r.words[i].forms&past != 0:
		return true // rejected calls for
	case r.claimsOf(g):
		return true
	case g.verb.base == "rule" && g.form&third != 0:
		return !r.judge(i)
	case !r.is(g.at, homonym), r.textClaims(g), r.textStates(g):
		return false
	case r.tok(g.at+1) == "that":
		return r.onlyVerb(i) || r.turnedDown(g.at) // "dismissed claims that", not "reports show that"
	case r.aloneBetween(g):
		return false
	}
	return !r.has(i, token.Capital) && !r.is(i, pronoun|relative|role) && r.tok(i) != ","
}

// textClaims reports whether a form that may be a plural ends a sentence as the verb of a text: "…, the lawsuit claims."
func (r *reading) textClaims(g group) bool {
	return g.form&third != 0 && r.is(g.at-1, written) && r.terminal(g.last)
}

// weatherWarning reports whether what passes for a source is only the first part of a compound: "A flood | warning for the coast", not "The
// mayor's warning", "a warning that".
func (r *reading) weatherWarning(q *Quote) bool {
	cue := r.tokens(q.Cue)
	i := cue.first
	return !q.Cue.Empty() && (r.tok(i) == "warning" || r.tok(i) == "warnings") && !q.Source.Empty() && r.tokens(q.Source).last == i &&
		!r.has(i-1, token.Clitic) && !r.is(i-1, possessive) && r.tok(r.tokens(q.Content[0]).first) != "that"
}

// textStates reports whether a form that may be a plural is the verb of one text, with its clause behind it: "The report states | officials
// knew".
func (r *reading) textStates(g group) bool {
	i := g.at - 1
	if g.form&third == 0 || !r.is(i, written) || !r.is(i-1, det) || r.plural(i) || !r.beginsNoun(g.last) {
		return false
	}
	return r.verbAhead(g.last+1, min(len(r.toks), g.last+maxSubject))
}

// judge reports whether token i, in front of "rules", can be somebody who does: "the court rules", "Orlo rules", not "the party rules
// that bind them".
func (r *reading) judge(i int) bool {
	return r.has(i, token.Capital) || r.is(i, pronoun|role) || courts[r.tok(i)]
}

// onlyVerb reports whether token i is a form of a cue verb that is no noun as well: "dismissed", not "reports".
func (r *reading) onlyVerb(i int) bool {
	return r.words[i].verb >= 0 && !r.is(i, homonym) && !r.has(i, token.Capital)
}

// claimsOf reports whether "of" shows that a form of a cue is a plural: "Orlo claims of victory are hollow".
func (r *reading) claimsOf(g group) bool {
	return g.form&third != 0 && r.is(g.at, homonym) && r.tok(g.at+1) == "of" && !g.verb.particle("of")
}

// aloneBetween reports whether a cue and a plural with its article fill the space between two commas: "The effect, the researchers
// report, is small".
func (r *reading) aloneBetween(g group) bool {
	i := g.at - 1
	return g.form&base != 0 && r.tok(g.last) == "," && r.tok(i-2) == "," && r.is(i-1, det) && r.plural(i)
}

// turnedDown reports whether "as" and a word or two lead from a verb of rejection to the noun at token i: "dismissed as
// nonsense claims that".
func (r *reading) turnedDown(i int) bool {
	for j := i - 2; j > 0 && j >= i-maxTurnDown && r.toks[j].Kind == token.Word; j-- {
		if r.tok(j) == "as" {
			return r.is(j-1, reject)
		}
	}
	return false
}

// maxTurnDown bounds the words between "as" and the noun that was turned down.
const maxTurnDown = 4
