package quotes

import (
	"strings"

	"quotidian/articles/token"
	"quotidian/quotes/tagger"
)

// What the sentence around an attribution says is no part of what was said. Who a relative clause is about may be its subject, whose verb
// follows: "A man who says he saw the fire | has been heard".

// ofSubject ends a content of the tagger's before the verb of the sentence whose subject the relative clause with its cue belongs to.
func (r *reading) ofSubject(a *tagger.Attribution) {
	last := len(a.Content) - 1
	if a.Cue.Empty() || a.Content[last].Start < a.Cue.End {
		return
	}
	cue, content := r.tokens(a.Cue), r.tokens(a.Content[last])
	if r.is(cue.first, relative) {
		cue.first++
	}
	if end := r.beforeMainVerb(cue.first-1, content); end < content.last {
		a.Content[last] = r.span(rng{content.first, end})
	}
}

// beforeMainVerb gives where a content ends that the relative pronoun at token who leads to: before the dash that closes the clause,
// where one opens it, or before the verb of the subject with which the sentence begins.
func (r *reading) beforeMainVerb(who int, content rng) int {
	if who < 1 || r.tok(who) != "who" && r.tok(who) != "which" {
		return content.last
	}
	if r.dash(who - 1) {
		return r.firstDash(content)
	}
	if first := r.units[r.unitOf(who)].first; !r.plainSubject(r.behindLink(first), who) {
		return content.last
	}
	return r.secondVerb(content)
}

// firstDash gives the first dash of a content, or its end.
func (r *reading) firstDash(content rng) int {
	for i := content.first + 1; i < content.last; i++ {
		if r.within[i] < 0 && r.dash(i) {
			return i
		}
	}
	return content.last
}

// maxPlain bounds the words of a subject in front of its relative clause.
const maxPlain = 10

// plainSubject reports whether tokens [lo, hi) are a noun phrase without a verb or a comma.
func (r *reading) plainSubject(lo, hi int) bool {
	if hi <= lo || hi-lo > maxPlain || !r.beginsNoun(lo) || r.is(lo, prep|sub) && !r.is(lo, det) {
		return false
	}
	for i := lo; i < hi; i++ {
		if r.tok(i) == "," || r.within[i] >= 0 || r.verbal(i) || r.finiteLooking(i) || r.is(i, relative) && !r.is(i, det) {
			return false
		}
	}
	return true
}

// secondVerb gives where the first verb of a content begins that cannot be its own: an auxiliary or a verb of speech, behind an
// infinitive or an "-ing" the first, "hitting a postman | has been fined", behind a subject the second, "she is tired | has left", "he left | also said".
func (r *reading) secondVerb(content rng) int {
	at := content.first
	for at < content.last && r.isAdverb(at) {
		at++
	}
	if r.tok(at) != "to" && (!strings.HasSuffix(r.tok(at), "ing") || r.has(at, token.Capital)) {
		verb, _ := r.verbIn(at, content.last, func(i int) bool {
			return r.is(i, aux|modal) || r.finiteLooking(i) || i > at && r.is(i-1, pronoun)
		})
		at = r.pastGroup(verb, content.last)
	}
	verb, ok := r.verbIn(at, content.last, func(i int) bool {
		return !r.is(i-1, pronoun) && (r.is(i, aux|modal) || r.finiteLooking(i) && r.words[i].verb >= 0)
	})
	for ok && (r.isAdverb(verb-1) || r.dash(verb-1)) {
		verb--
	}
	return verb
}

// verbIn finds the first token of [lo, hi) that is a verb, as is tells, outside marks and before a comma or whatever may begin another
// clause, whose verb it would be; hi for none.
func (r *reading) verbIn(lo, hi int, is func(i int) bool) (verb int, ok bool) {
	for i := lo; i < hi; i++ {
		switch {
		case r.within[i] >= 0:
			i = int(r.stretches[r.within[i]].close)
		case i > lo && r.is(i, coord|sub|relative) && !r.is(i, prep|det), r.tok(i) == ",":
			return hi, false
		case is(i):
			return i, true
		}
	}
	return hi, false
}

// pastGroup gives the end of the verb group that begins at token i, hi at most.
func (r *reading) pastGroup(i, hi int) int {
	first := i
	for i < hi && (r.is(i, aux|modal|negative) || r.isAdverb(i)) {
		i++
	}
	if i < hi && (i == first || r.finiteLooking(i) || r.words[i].verb >= 0) {
		i++
	}
	return i
}

// leadApart drops what somebody answered, amid what, or doing what, which the tagger took for the first part of what is said: "[Amid a row over the
// bridge], officials said [they would stay]". Other circumstances in front belong to what is said about as often as to the saying.
func (r *reading) leadApart(a *tagger.Attribution) {
	if !partedByCue(a) || r.tok(r.tokens(a.Cue).last) == "," {
		return
	}
	lead := r.tokens(a.Content[0])
	first := r.behindLink(lead.first)
	inMarks := r.within[lead.last-1] >= 0 && r.tok(lead.last-2) == ","
	if lead.first != r.units[r.unitOf(lead.first)].first || r.tok(lead.last) != "," && !inMarks {
		return
	}
	amid := strings.EqualFold(r.tok(first), "amid")
	answering := strings.EqualFold(r.tok(first), "in") && answers[r.tok(first+1)] && r.tok(first+2) == "to"
	doing := r.opensWithParticiple(first) && !r.holdsAuxiliary(lead)
	if amid || answering || doing || r.saysFirst(first, lead.last) {
		a.Content, a.Why = a.Content[1:], tagger.CueFirst
	}
}

// saysFirst reports whether the participle at token i tells what somebody said in the same breath, up to token end: "Stressing that the road
// was shut, | Orlo said".
func (r *reading) saysFirst(i, end int) bool {
	g, ok := r.cue(i)
	return ok && g.form&ing != 0 && g.form&(past|third) == 0 && r.complement(g, end) > 0
}

// answers are what an answer is called in front of it: "In response to a question, …".
var answers = map[string]bool{"response": true, "reply": true, "reaction": true, "answer": true}

// clauseForSource gives the clause in front of a cue whose beginning the tagger took for the source, and who said it for what was said:
// "[The man was saved by a ferry], says [Norland]"; empty where that is not so.
func (r *reading) clauseForSource(a *tagger.Attribution) rng {
	if len(a.Content) != 1 || a.Source.Empty() || a.Cue.Empty() || a.Source.End > a.Cue.Start {
		return rng{}
	}
	cue, by := r.tokens(a.Cue), r.tokens(a.Content[0])
	if g, ok := r.cue(cue.first); !ok || cue.last != cue.first+1 || by.first != cue.last || !g.verb.takes(bareClause) || !r.endsInName(by) {
		return rng{}
	}
	clause := rng{r.units[r.unitOf(cue.first)].first, cue.first - 1}
	if r.tok(clause.last) != "," || !r.saysBehind(cue.first, by) && !r.saidBehind(clause, r.tokens(a.Source).first, by) {
		return rng{}
	}
	return clause
}

// saysBehind reports whether "says" and a name end a sentence.
func (r *reading) saysBehind(cue int, by rng) bool {
	return r.tok(cue) == "says" && r.terminal(by.last) && r.allCapitals(by)
}

// saidBehind reports whether who said a clause stands behind it: a name where the clause begins with the words taken for the source, and
// who ends the sentence where those hang on a preposition, "it is hit by | Varn imports, | said the firm's head, Ivo Rinn".
func (r *reading) saidBehind(clause rng, source int, by rng) bool {
	if !r.holdsAuxiliary(clause) {
		return false
	}
	return source == clause.first && r.allCapitals(by) || source > clause.first && r.terminal(by.last) && r.is(source-1, prep)
}

// endsInName reports whether words are a name or end with one behind a comma: "the port's head, Ana Orlo".
func (r *reading) endsInName(g rng) bool {
	for i := g.last - 1; i > g.first; i-- {
		if r.tok(i) == "," && r.within[i] < 0 {
			g.first = i + 1
			break
		}
	}
	return r.allCapitals(g)
}

// holdsAuxiliary reports whether an auxiliary stands in a phrase, so that it is a clause.
func (r *reading) holdsAuxiliary(g rng) bool {
	for i := g.first; i < g.last; i++ {
		if r.is(i, aux|modal) && r.within[i] < 0 {
			return true
		}
	}
	return false
}
