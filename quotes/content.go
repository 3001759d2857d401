package quotes

import (
	"strings"

	"quotidian/articles/token"
)

// contentEnd gives the end of a reported clause that begins at token from, at most hi: the end of its sentence
// without the full stop, or the place where another attribution begins.
func (r *reading) contentEnd(from, hi int) int {
	hi = r.withoutStop(from, hi)
	open := 0
	for i := from; i < hi; i++ {
		if k := r.within[i]; k >= 0 {
			if r.leadsTo(from, i) && (r.claimed[k] || r.ownSentence(int(k), hi)) {
				return i - 1 // said it would rain: “Take a coat.”
			}
			i = int(r.stretches[k].close)
			if r.tok(i-1) == "," && r.newAttribution(i+1, hi) { // “corrupt,” adding that
				return i + 1
			}
			continue
		}
		switch {
		case r.shutsOut(i, &open), r.endsClause(from, i, hi) && !(open > 0 && r.tok(i) == ";"): // not ($63; 60 euros)
			return i
		case i > from && r.passesOn(i, hi):
			return i
		}
	}
	return hi
}

// passesOn reports whether token i joins what is no longer the content: a second verb of who speaks, or what others say.
func (r *reading) passesOn(i, hi int) bool {
	return r.is(i, coord|sub) && (r.is(i, coord) && r.sharedVerb(i+1) || r.othersSay(i, hi) || r.keptBack(i))
}

// reportersOwn reports whether at token i, a comma or a conjunction, begins what the reporter adds to the words before it, up to token hi: what
// they come to, that they are false, or that no more was said.
func (r *reading) reportersOwn(i, hi int) bool {
	if r.tok(i) != "," {
		return r.keptBack(i)
	}
	return r.judged(i+1, hi) || r.foundFalse(i+1, hi) || r.withoutMore(i+1, hi) || r.keptBack(i+1)
}

// keptBack reports whether the conjunction at token i joins what whoever spoke would not say: "but | declined to give a date".
func (r *reading) keptBack(i int) bool {
	if r.tok(i) != "but" {
		return false
	}
	switch r.tok(i + 1) {
	case "declined", "refused":
		return r.tok(i+2) == "to"
	case "gave", "offered", "provided":
		return r.tok(i+2) == "no"
	}
	return false
}

// withoutMore reports whether what stands at token i tells that whoever spoke said no more: "without elaborating".
func (r *reading) withoutMore(i, hi int) bool {
	if i+1 >= hi || r.tok(i) != "without" {
		return false
	}
	switch r.tok(i + 1) {
	case "elaborating", "elaboration", "further", "giving", "providing", "offering", "naming", "specifying", "citing", "explaining", "evidence", "detail", "details":
		return true
	}
	return false
}

// withoutStop gives hi without the full stop or comma before it.
func (r *reading) withoutStop(from, hi int) int {
	for hi > from && r.within[hi-1] < 0 && (r.terminal(hi-1) || r.tok(hi-1) == ",") {
		hi--
	}
	return hi
}

// leadsTo reports whether a colon or a dash leads from the clause that begins at token from to the quotation at token i. A
// second dash closes an aside.
func (r *reading) leadsTo(from, i int) bool {
	return i > from && (r.tok(i-1) == ":" || r.dash(i-1) && r.dashBefore(from, i-1) < 0)
}

// insideBracket gives the bracket before token hi that closes one opened before token from, hi where none does: "(Orlo says he
// is ill) and left".
func (r *reading) insideBracket(from, hi int) int {
	open := 0
	for i := from; i < hi; i++ {
		if r.within[i] < 0 && r.shutsOut(i, &open) {
			return i
		}
	}
	return hi
}

// shutsOut counts the brackets that are open and reports whether token i closes one that was opened before.
func (r *reading) shutsOut(i int, open *int) bool {
	switch r.tok(i) {
	case "(":
		*open++
	case ")":
		*open--
	}
	return *open < 0
}

// ownSentence reports whether stretch k is a sentence of its own with which the unit, to hi, ends.
func (r *reading) ownSentence(k, hi int) bool {
	s := r.stretches[k]
	return r.has(int(s.open)+1, token.Capital) && int(s.close) >= hi-2 && r.endsSpeech(int(s.close)) && s.close-s.open > leastClause
}

// endsClause reports whether a reported clause that begins at token from ends at the semicolon or comma at token i. Semicolons
// before any verb part the members of a list.
func (r *reading) endsClause(from, i, hi int) bool {
	switch r.tok(i) {
	case ";":
		return !r.listed(from, i+1, hi) || i-from > 2*maxObject || r.clauseLike(from, i)
	case ",":
		return r.newAttribution(i+1, hi) || r.reportersOwn(i, hi)
	}
	return false
}

// listed reports whether a member of a list that begins at token from begins at token i: the words to the next semicolon hold no
// verb, or it is the last behind another semicolon.
func (r *reading) listed(from, i, hi int) bool {
	if r.tok(i) == "and" {
		for j := i - 2; j > from && j > i-maxObject; j-- {
			if r.tok(j) == ";" {
				return true
			}
		}
	}
	for end := min(hi, i+maxObject); i < end; i++ {
		switch {
		case r.tok(i) == ";":
			return true
		case r.within[i] >= 0 || r.verbal(i) || r.finiteLooking(i):
			return false
		}
	}
	return false
}

func (r *reading) terminal(i int) bool {
	if i < 0 || i >= len(r.toks) || r.toks[i].Kind != token.Punct {
		return false
	}
	switch r.tok(i) {
	case ".", "!", "?", "…", "...":
		return true
	}
	return false
}

// sharedVerb reports whether token i begins a second cue of the same subject: "and said it would send more".
func (r *reading) sharedVerb(i int) bool {
	for j := i; j < i+3 && j < len(r.toks); j++ {
		if g, ok := r.cue(j); ok {
			return g.first <= i && g.form&(past|third) != 0 && g.verb.medium != Thought && !finds(g.verb) && (r.complement(g, len(r.toks)) > 0 || r.voicesFeeling(g))
		}
		if !r.isAdverb(j) && !r.is(j, aux) {
			return false
		}
	}
	return false
}

// voicesFeeling reports whether a cue with its own auxiliary is one of "has expressed sympathy", which tells a stance by its object.
func (r *reading) voicesFeeling(g group) bool {
	return g.first < g.at && r.is(g.first, aux) && g.verb.base == "express" && !g.passive
}

// othersSay reports whether the conjunction at token i sets against what one says what another says: "says the road is safe | but
// the union says it is not".
func (r *reading) othersSay(i, hi int) bool {
	if s := r.tok(i); s != "but" && s != "while" && s != "and" {
		return false
	}
	for j := i + 2; j < hi && j < i+maxSpokesman && !r.endsSpokesman(j); j++ {
		if g, ok := r.cue(j); ok && !g.denied && !g.supposed && (g.verb.base == "say" || r.tok(i) == "but" && g.verb.medium != Thought && r.tok(g.last) == "that") {
			return g.form&(past|third) != 0 && r.complement(g, hi) > 0
		}
	}
	return false
}

// endsSpokesman reports whether token j is no longer of the words for who says so.
func (r *reading) endsSpokesman(j int) bool {
	return r.within[j] >= 0 || r.tok(j) == "," || r.hardBreak(j) || r.verbal(j) || r.is(j, sub|relative)
}

// maxSpokesman bounds the words for who says so.
const maxSpokesman = 10

// newAttribution reports whether what follows a comma attributes something else: "adding that", "and Orlo said",
// "with officials blaming", "according to". What follows ends at hi.
func (r *reading) newAttribution(i, hi int) bool {
	if i >= hi {
		return false
	}
	if strings.EqualFold(r.tok(i), "according") {
		return true
	}
	if g, ok := r.cue(i); ok && g.form&ing != 0 && g.verb.medium != Thought && (g.verb.takes(direct|thatClause|charge) || g.verb.base == "cite" || r.complement(g, hi) > 0) {
		return true
	}
	switch r.tok(i) {
	case "and", "but", "while", "though", "although", "with", "as", "however":
		return r.secondCue(i, hi)
	}
	return false
}

// judged reports whether an apposition at token i tells of the clause before it what others make of it, "…, an accusation the council
// dismissed", or what it comes to, "…, a move that worries the cooks".
func (r *reading) judged(i, hi int) bool {
	if i+2 >= hi || !r.is(i, det) {
		return false
	}
	if contested[r.tok(i+2)] && r.tok(i+3) == "by" {
		return true // a figure disputed by the union
	}
	if r.is(i+1, hearsay) {
		return r.is(i+2, det|possessive|pronoun|relative) || r.has(i+2, token.Capital)
	}
	return amountsTo[r.tok(i+1)] && r.tok(i) == "a" && (r.tok(i+2) == "that" || r.tok(i+2) == "which" || r.has(i+2, token.Capital))
}

// contested are participles of what others say against somebody's words.
var contested = map[string]bool{
	"challenged": true, "contested": true, "contradicted": true, "denied": true, "dismissed": true, "disputed": true, "questioned": true, "rejected": true,
}

// amountsTo are nouns for what somebody's words or plans come to, in the eyes of who reports them.
var amountsTo = map[string]bool{
	"change": true, "decision": true, "demand": true, "feeling": true, "goal": true, "move": true, "plan": true, "practice": true, "promise": true,
	"proposal": true, "recommendation": true, "requirement": true, "sentiment": true, "stance": true, "step": true, "tactic": true,
}

// foundFalse reports whether the clause that ends a content from token i on is what the reporter holds of it: "…, which is false".
func (r *reading) foundFalse(i, hi int) bool {
	if r.tok(i) != "which" || !r.is(i+1, aux) {
		return false
	}
	i += 2
	for i < hi && (r.is(i, negative) || r.isAdverb(i)) {
		i++
	}
	return i+1 == hi && untrue[r.tok(i)]
}

// untrue are the words with which a reporter judges what somebody says; "true", with or without a "not", is one of them.
var untrue = map[string]bool{
	"false": true, "untrue": true, "wrong": true, "incorrect": true, "inaccurate": true, "misleading": true, "unfounded": true, "baseless": true, "true": true,
}

// beforeVerdict ends what the tagger reads behind a cue before such an apposition.
func (r *reading) beforeVerdict(q *Quote) {
	part := &q.Content[len(q.Content)-1]
	if q.Kind != Indirect || q.Cue.Empty() || part.Start < q.Cue.End {
		return
	}
	content := r.tokens(*part)
	for i := content.first + 1; i < content.last; i++ {
		if r.reportersOwn(i, content.last) && r.clauseLike(content.first, i) {
			*part = r.span(rng{content.first, i})
			return
		}
	}
}

// secondCue reports whether the clause that the conjunction at i opens has a cue for its first verb.
func (r *reading) secondCue(i, hi int) bool {
	for j := i + 1; j < hi && j < i+14; j++ {
		if r.within[j] >= 0 || r.tok(j) == "," || r.hardBreak(j) {
			return false
		}
		g, ok := r.cue(j)
		if !ok || g.verb.medium == Thought || g.denied || g.supposed {
			if r.verbal(j) {
				return false
			}
			continue
		}
		if g.form&ing != 0 {
			return r.tok(i) == "with" && r.complement(g, hi) > 0
		}
		return g.form&(past|third) != 0
	}
	return false
}

// clauseStart gives the beginning of a reported clause that stands before token end, in a unit that begins at lo.
func (r *reading) clauseStart(lo, end int) int {
	depth := 0
	for i := end - 1; i >= lo; i-- {
		if k := r.within[i]; k >= 0 {
			i = int(r.stretches[k].open)
			continue
		}
		switch r.tok(i) {
		case ")":
			depth++
		case "(":
			if depth--; depth < 0 {
				return i + 1
			}
		case ";":
			if depth == 0 {
				return i + 1
			}
		case ":":
			if r.clauseLike(lo, i) && i+1 < end {
				return i + 1 // He was less kind: | living with her, he said, was hard
			}
		}
	}
	if r.is(lo, coord) && lo+1 < end {
		return lo + 1
	}
	return lo
}

// maxNoun bounds the words of a source with its appositions, so that no text makes the search long.
const maxNoun = 80

// nounRight gives the noun phrase that begins at token i, to the right of its cue: "said Orlo, a doctor at the
// clinic", "according to the ministry".
func (r *reading) nounRight(begin int) rng {
	i := begin
	if r.is(i, pronoun|object) && !r.is(i, det|possessive) {
		return rng{i, i + 1} // a pronoun takes nothing along: "said he", "according to him, the"
	}
	for i < len(r.toks) && i < begin+maxNoun && !(i > begin && r.start[i]) && !r.hardBreak(i) {
		next := r.pastNounWord(begin, i)
		if next == i {
			break
		}
		i = next
	}
	for i > begin && (r.tok(i-1) == "," || r.isAdverb(i-1) && !r.is(i-1, object) || r.dayName(i-1)) {
		i--
	}
	return rng{begin, i}
}

// pastNounWord gives the token after the word, nickname or comma at i of a noun phrase that begins at begin, i
// itself when the phrase ends before it.
func (r *reading) pastNounWord(begin, i int) int {
	if k := r.within[i]; k >= 0 {
		if !r.nickname(k) {
			return i
		}
		return int(r.stretches[k].close) + 1
	}
	if r.tok(i) == "," {
		if !r.appositionRight(i + 1) {
			return i
		}
		return i + 1
	}
	if i > begin && r.nounStops(i) {
		return i
	}
	return i + 1
}

// maxNickname bounds a quoted stretch that is a word of a noun phrase: its marks and five tokens.
const maxNickname = 6

// nickname reports whether stretch k can be a word of a noun phrase: free and short.
func (r *reading) nickname(k int32) bool {
	return !r.claimed[k] && r.stretches[k].close-r.stretches[k].open <= maxNickname
}

// nounStops reports whether token i cannot belong to a noun phrase that began before it.
func (r *reading) nounStops(i int) bool {
	switch {
	case r.is(i, sub|aux|modal|finite) && !r.is(i, prep), r.dayName(i), r.is(i, pronoun) && !r.is(i, det) && !(r.has(i, token.Capital) && r.has(i+1, token.Capital)):
		return true
	case r.is(i, coord):
		return r.tok(i) != "and" && r.tok(i) != "or" || !r.beginsNoun(i+1)
	case r.is(i, prep):
		return r.prepositionStops(i)
	}
	return r.words[i].verb >= 0 && r.words[i].forms&ing != 0 && !r.has(i, token.Capital)
}

// prepositionStops reports whether the preposition at i begins a circumstance and not a part of the noun phrase
// before it: "of" and "for" never do, the others after a name or before a time or venue.
func (r *reading) prepositionStops(i int) bool {
	switch r.tok(i) {
	case "of", "for":
		return false
	case "by":
		return !r.pastParticiple(i - 1) // a paper issued by the ministry
	case "at", "in", "with", "from", "to":
		return r.occasion(i, len(r.toks)) || r.has(i-1, token.Capital) && r.tok(i) != "at" || r.is(i+1, timeWord)
	}
	return r.tok(i) != "on" || r.pastCondition(i, len(r.toks)) > i || r.occasion(i, len(r.toks)) || r.has(i-1, token.Capital)
}

// pastParticiple reports whether token i looks like a participle of the past, as far as a list or its ending tells.
func (r *reading) pastParticiple(i int) bool {
	return r.words[i].forms&participle != 0 || strings.HasSuffix(r.tok(i), "ed") && !r.has(i, token.Capital)
}

// appositionRight reports whether an apposition begins at token i, after a comma.
func (r *reading) appositionRight(i int) bool {
	if i >= len(r.toks) || r.within[i] >= 0 || r.toks[i].Kind != token.Word {
		return false
	}
	if r.is(i, relative|sub|coord|prep) || r.is(i, pronoun) && !r.is(i, det) {
		return false
	}
	if g, ok := r.cue(i); ok && !g.empty() {
		return false
	}
	if !r.is(i, det|possessive|role) && r.tok(i) != "of" {
		return !r.has(i-2, token.Capital) && r.fullName(i)
	}
	return r.verbless(i)
}

// fullName reports whether two to five capitals fill the segment between commas that begins at i.
func (r *reading) fullName(i int) bool {
	n := 0
	for r.has(i+n, token.Capital) {
		n++
	}
	return n >= 2 && n <= 5 && (i+n >= len(r.toks) || r.tok(i+n) == "," || r.tok(i+n) == ".")
}

// maxApposition bounds the words read of an apposition.
const maxApposition = 25

// verbless reports whether the segment between commas that begins at i has no verb but that of a relative clause.
func (r *reading) verbless(i int) bool {
	for j := i; j < len(r.toks) && j < i+maxApposition; j++ {
		if r.tok(j) == "," || r.hardBreak(j) || r.within[j] >= 0 {
			return true
		}
		if r.verbal(j) {
			return r.relativeBefore(i, j) >= 0
		}
	}
	return true
}
