package quotes

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// group is a cue verb with its auxiliaries and adverbs: "has repeatedly said".
type group struct {
	rng
	at   int // the verb itself
	verb *verb
	form form
	// denied: "did not say"; supposed: "would say", "to say"; passive: "was told".
	denied, supposed, passive bool
}

// cue reads the verb group whose verb is token i; ok is false when token i is no cue verb here.
func (r *reading) cue(i int) (g group, ok bool) {
	e := r.words[i]
	if e.verb < 0 || r.within[i] >= 0 || r.nominal(i, e) || r.labels(i) {
		return g, false
	}
	g = group{rng: rng{i, i + 1}, at: i, verb: &r.lang.verbs[e.verb], form: e.forms}
	if g.verb.takes(welded) {
		if !g.verb.particle(r.tok(i+1)) || !r.inWords(i+2) {
			return g, false
		}
		g.last++
	}
	r.auxiliaries(&g)
	g.supposed = g.supposed && !r.onlySaid(i)
	return g, true
}

// auxiliaries reads what belongs to a verb group before its verb.
func (r *reading) auxiliaries(g *group) {
	for j, i := g.at-1, g.at; j >= 0 && i-j <= maxGroup && !r.has(j+1, token.Paragraph) && r.within[j] < 0; j-- {
		if !r.auxiliary(g, j) {
			g.denied = g.denied || r.withheld(g, j)
			return
		}
		g.first = j
		if r.is(j, pronoun) { // he'll, they've
			return
		}
	}
}

// labels reports whether token i alone, before a colon, is the label of its paragraph: "Claim: …", "QUESTION: …".
func (r *reading) labels(i int) bool {
	return r.start[i] && r.has(i, token.Capital) && r.tok(i+1) == ":"
}

// inWords reports whether what follows "put it" at token i tells how something was put, and not where a thing was put:
// "put it best:", "put it this way", "as Orlo put it on Monday, “…”".
func (r *reading) inWords(i int) bool {
	switch r.tok(i) {
	case "", ",", ":", ".", "best", "like", "another", "this", "more", "less", "so", "to":
		return true
	}
	return r.isAdverb(i) || r.dash(i) || r.dayName(i) || r.is(i, prep) && r.occasion(i, len(r.toks)) || r.within[i] >= 0
}

// withheld reports whether the words that end at token j, right before a verb group, say that it was left undone: "failed
// to say", "has yet to say", "stopped short of saying", "without saying".
func (r *reading) withheld(g *group, j int) bool {
	switch r.tok(j) {
	case "to":
		return g.form&base != 0 && r.is(j-1, withhold)
	case "of", "from":
		return g.form&ing != 0 && r.is(j-1, withhold)
	}
	return g.form&ing != 0 && r.is(j, withhold)
}

// auxiliary reads the word at j, right before the group, and reports whether it belongs to the group: an
// auxiliary, a modal, a denial or an adverb.
func (r *reading) auxiliary(g *group, j int) bool {
	c := r.words[j].class
	switch {
	case c&negative != 0:
		g.denied = true
	case c&modal != 0:
		g.supposed = true
	case c&aux != 0:
		g.passive = g.passive || g.form&participle != 0 && isBe(r.tok(j))
	case r.isAdverb(j) && c&(coord|pronoun|object) == 0:
		return c&timeWord == 0 || r.is(j-1, aux|modal|pronoun) || r.laterSaid(j)
	case r.leadsOn(g, j):
	default:
		g.supposed = g.supposed || r.tok(j) == "to" && g.form&base != 0
		return false
	}
	return true
}

// laterSaid reports whether token j says when, right between a subject and its verb: "witnesses | earlier | said", not "a day later said".
func (r *reading) laterSaid(j int) bool {
	if s := r.tok(j); s != "earlier" && s != "later" {
		return false
	}
	return j > 0 && r.toks[j-1].Kind == token.Word && !r.is(j-1, timeWord|det|prep|adverb) && r.words[j+1].forms&(past|third) != 0
}

// leadsOn reports whether the word at j, which is no auxiliary, leads on to the verb of a group as one does: "has not | yet | said",
// "used to | say", "has | long | said", "has | so far | said".
func (r *reading) leadsOn(g *group, j int) bool {
	return r.tok(j) == "yet" && r.is(j-1, negative) || g.form&base != 0 && r.usedTo(j) || r.is(j-1, aux) && r.tok(j) == "long" || r.soFar(j) || r.soFar(j-1)
}

// soFar reports whether "so far" begins at token i.
func (r *reading) soFar(i int) bool { return r.tok(i) == "so" && r.tok(i+1) == "far" }

// maxGroup bounds the words of a verb group before its verb.
const maxGroup = 6

// quantifier are determiners that stand alone as subjects: "many say".
var quantifier = map[string]bool{"some": true, "many": true, "most": true, "both": true, "all": true, "several": true, "others": true}

func isBe(s string) bool {
	switch s {
	case "is", "are", "was", "were", "be", "been", "being", "am", "wasn't", "isn't", "wasn’t", "isn’t":
		return true
	}
	return false
}

// isAdverb reports whether token i is an adverb that may stand in a verb group.
func (r *reading) isAdverb(i int) bool {
	if r.is(i, adverb) {
		return true
	}
	s := r.tok(i)
	return len(s) > 4 && strings.HasSuffix(s, "ly") && !r.has(i, token.Capital) && !notAdverb[s]
}

var notAdverb = map[string]bool{"family": true, "ally": true, "rally": true, "reply": true, "assembly": true, "monopoly": true, "supply": true, "bully": true}

// hardBreak reports whether token i ends a clause whatever stands around it.
func (r *reading) hardBreak(i int) bool {
	switch r.tok(i) {
	case ";", ":", "—", "–", "--", "!", "?", "•", "…", "...":
		return true
	case ".":
		inside := r.has(i, token.Glued) && r.has(i+1, token.Glued) && (r.toks[i+1].Kind == token.Word || r.tok(i+1) == ")") // Norland.com, (ret.)
		return !inside || r.beginsSentence(i+1)
	}
	return false
}

// beginsSentence reports whether a sentence begins at token i.
func (r *reading) beginsSentence(i int) bool {
	_, found := slices.BinarySearchFunc(r.sents, i, func(s sentence.Sentence, i int) int { return cmp.Compare(s.First, i) })
	return found
}

// dayName reports whether token i names a day, "Friday", and stands in no name: "the South Varn Morning Post".
func (r *reading) dayName(i int) bool {
	if s := r.tok(i); (s == "Today" || s == "Tomorrow") && r.has(i-1, token.Capital) && !r.opensSentence(i) {
		return false // USA Today
	}
	return r.is(i, timeWord) && r.has(i, token.Capital) && !(r.has(i+1, token.Capital) && r.has(i-1, token.Capital) && r.is(i+1, written))
}

// verbal reports whether token i is a verb form that shows a clause: an auxiliary, a modal or a common verb.
func (r *reading) verbal(i int) bool {
	return r.is(i, aux|modal|finite)
}

// maxClause bounds the words before a cue that are searched for its source; no sentence of prose is so long.
const maxClause = 120

// subject finds the noun phrase that ends right before token end and begins at lo or later: the subject of a
// verb group that begins at end. Incidental relative clauses and participles are left out on the right.
func (r *reading) subject(lo, end int) rng {
	lo = max(r.afterDateline(lo), end-maxClause)
	end = r.beforeWithheld(lo, r.beforeOccasions(lo, end))
	switch {
	case end <= lo:
		return rng{}
	case r.tok(end-1) == ",":
		return r.trim(r.apposed(lo, end-1))
	case r.is(end-1, pronoun) && !r.is(end-2, det|possessive):
		return rng{end - 1, end}
	case r.is(end-1, timeWord) && r.tok(end-2) == ",":
		return r.subject(lo, end-1) // "Orlo, a doctor, today said"
	case r.dash(end - 1):
		if i := r.dashBefore(lo, end-1); i > lo {
			return r.subject(lo, i)
		}
	}
	return r.trim(rng{r.segment(lo, end), end})
}

// dashBefore finds the dash that opens the aside which the dash at token end closes: "Orlo - who was ill - said"; -1 for none.
func (r *reading) dashBefore(lo, end int) int {
	for i := end - 1; i >= max(lo, end-maxRelative); i-- {
		switch {
		case r.dash(i):
			return i
		case r.within[i] >= 0 || r.hardBreak(i):
			return -1
		}
	}
	return -1
}

// maxAppositions bounds the segments between commas that one source may have.
const maxAppositions = 5

// apposed finds the noun phrase before a comma at end: "Orlo, a doctor, who left," is read from the right, segment
// by segment, until one can be no apposition.
func (r *reading) apposed(lo, end int) rng {
	np, i := rng{end, end}, end
	for n := 0; n < maxAppositions && i > lo; n++ {
		begin := r.asideStart(lo, i)
		switch {
		case begin >= i:
			return np
		case n > 0 && r.region(np, begin):
			np = rng{begin - 1, begin - 1} // at a rally in Dunmore, Norland,
		case n > 0 && r.passiveAside(begin):
			np, begin = rng{begin - 2, begin - 2}, begin-1
		case n > 0 && r.adjunctBefore(begin):
			return np
		case np.empty() && r.aside(begin):
			np = rng{begin - 1, begin - 1}
		default:
			np.first = begin
		}
		if n > 0 && r.described(np, begin) || r.tok(begin-1) != "," {
			return np
		}
		i = begin - 1
	}
	return np
}

// passiveAside reports whether the "by" at token i belongs to a passive between commas: "the committee, led | by Ana Orlo, R-Varn,".
func (r *reading) passiveAside(i int) bool {
	return r.tok(i) == "by" && r.tok(i-2) == "," && (r.tok(i-1) == "led" || r.pastParticiple(i-1))
}

// described reports whether np begins at token i with the noun that its appositions describe: "Orlo, | a doctor, who left,".
func (r *reading) described(np rng, i int) bool { return !np.empty() && !r.apposition(i) }

// adjunctBefore reports whether a segment that begins at i, in front of a noun phrase, says when, where or how.
func (r *reading) adjunctBefore(i int) bool {
	return r.adjunct(i) || r.opensWithParticiple(i) || r.answering(i)
}

// opensWithParticiple reports whether a segment that begins at i is the participle that opens a sentence: "Moving the bill, the
// minister, Ana Orlo, said", "But reacting, the minister, Ana Orlo, said", not "Fleming, the minister, said".
func (r *reading) opensWithParticiple(i int) bool {
	if !strings.HasSuffix(r.tok(i), "ing") {
		return false
	}
	linked := r.is(i-1, coord) && r.opensSentence(i-1)
	if r.is(i+1, det|possessive|prep) {
		return linked || r.opensSentence(i)
	}
	return r.tok(i+1) == "," && (linked || r.opensSentence(i) && r.words[i].verb >= 0)
}

// opensSentence reports whether a sentence begins at token i, as far as the token before it tells: units are not known yet where
// quotations are joined to their cues.
func (r *reading) opensSentence(i int) bool {
	return i == 0 || r.start[i] || r.terminal(i-1) || r.within[i-1] >= 0 && r.within[i] != r.within[i-1]
}

// region reports whether np is where the place lies that ends the adjunct before it, which begins at token i behind a comma:
// "Orlo, at a rally in Dunmore, | Norland".
func (r *reading) region(np rng, i int) bool {
	if np.empty() || !r.is(i, prep) || !r.adjunct(i) || r.tok(i-1) != "," || !r.has(np.first-2, token.Capital) || r.dayName(np.first-2) {
		return false
	}
	for j := np.first; j < np.last; j++ {
		if !r.has(j, token.Capital) {
			return false
		}
	}
	return true
}

// asideStart gives the beginning of the segment between commas that ends before token end: a participle's, where
// a preposition that may open a clause stands in it ("speaking after the meeting").
func (r *reading) asideStart(lo, end int) int {
	begin := r.segment(lo, end)
	if r.is(begin-1, coord) || r.verbal(begin-1) {
		return r.relativeStart(lo, begin)
	}
	if begin-2 > lo && r.tok(begin-2) == "," && r.answering(begin) && r.is(begin-1, sub) {
		return begin - 1 // Orlo, when asked about it,
	}
	if begin-1 <= lo || !r.is(begin-1, sub) {
		return begin
	}
	if first := r.relativeStart(lo, begin); first < begin && r.is(first, relative) {
		return first // who would lose her job if I named her
	}
	if !r.is(begin-1, prep) {
		return begin
	}
	if wide := r.segment(lo, begin-1); r.tok(wide-1) == "," && r.opensPhrase(wide) {
		return wide
	}
	return begin
}

// relativeStart gives the beginning of the relative clause or participle between commas in which a verb stands before token
// begin: "who left early and runs the yard", "speaking up because they were angry"; begin itself where there is none.
func (r *reading) relativeStart(lo, begin int) int {
	for i := begin - 1; i > lo && i > begin-maxRelative && !r.hardBreak(i) && r.within[i] < 0; i-- {
		if r.tok(i) == "," && (r.is(i+1, relative) || r.participle(i+1)) {
			return i + 1
		}
		if r.tok(i) == "who" && r.tok(i-1) != "," {
			if first := r.segment(lo, i); r.tok(first-1) == "," {
				return first // a driver who asked that he not be named
			}
		}
	}
	return begin
}

// maxRelative bounds the words of a relative clause before its second verb.
const maxRelative = 30

// participle reports whether a segment that begins at i begins with an -ing form.
func (r *reading) participle(i int) bool {
	return strings.HasSuffix(r.tok(i), "ing") && !r.has(i, token.Capital)
}

// segment gives the beginning of the stretch of a noun phrase, between commas and clause words, that ends before
// token end.
func (r *reading) segment(lo, end int) int {
	for i := end - 1; i >= lo; i-- {
		if k := r.within[i]; k >= 0 {
			if r.claimed[k] || r.titled(r.stretches[k]) || r.callsInside(r.stretches[k]) {
				return i + 1
			}
			i = int(r.stretches[k].open)
			continue
		}
		i = r.pastBracket(lo, i)
		if clause := r.behindTold(i, end); clause > 0 {
			return clause
		}
		switch {
		case r.partsClauses(i):
			return i + 1
		case r.verbal(i):
			j := r.relativeBefore(lo, i)
			if j < 0 {
				return i + 1
			}
			i = j
		case r.is(i, coord) && (r.tok(i-1) == "," || r.tok(i) != "and" && r.tok(i) != "or" || r.clauseBefore(lo, i)):
			return i + 1
		}
	}
	return lo
}

// behindTold gives where the clause of a cue at token i begins behind those who were told, before end: "Orlo told reporters | Varga asked"; 0 where
// token i is no such cue.
func (r *reading) behindTold(i, end int) int {
	if e := r.words[i]; e.verb < 0 || e.forms&past == 0 || !r.lang.verbs[e.verb].takes(bound) {
		return 0
	}
	g, ok := r.cue(i)
	if !ok || g.passive {
		return 0
	}
	if clause := r.pastAddressee(g.last, end); clause > g.last && clause < end && r.beginsNoun(clause) {
		return clause
	}
	return 0
}

// pastBracket gives the token before the brackets that token i closes, i itself where it closes none: Orlo Mills (NYSX: ORL)
func (r *reading) pastBracket(lo, i int) int {
	if j := r.bracketBefore(lo, i); j > lo {
		return j - 1
	}
	return i
}

// partsClauses reports whether token i is punctuation or a word that a noun phrase does not run across.
func (r *reading) partsClauses(i int) bool {
	return r.tok(i) == "," && !nameEnds[r.tok(i+1)] && !r.based(i+1) || r.hardBreak(i) || r.is(i, sub)
}

// based reports whether token i says, behind a comma, where a firm sits: "the Varn, Norland-based company".
func (r *reading) based(i int) bool {
	return r.has(i, token.Capital) && (strings.HasSuffix(r.tok(i), "-based") || strings.HasSuffix(r.tok(i), "-headquartered"))
}

// nameEnds are what a comma may part from the name it belongs to: "Orlo Mills, Inc."
var nameEnds = map[string]bool{
	"Inc.": true, "Inc": true, "Ltd.": true, "Ltd": true, "LLC": true, "L.L.C.": true, "LLP": true, "Corp.": true, "PLC": true, "plc": true,
	"Jr.": true, "Jr": true, "Sr.": true, "III": true,
}

// maxBracket bounds what stands in brackets inside a noun phrase, in tokens.
const maxBracket = 16

// bracketBefore finds the bracket that the one at token i closes; -1 for none.
func (r *reading) bracketBefore(lo, i int) int {
	if r.tok(i) != ")" {
		return -1
	}
	for j := i - 1; j >= lo && j > i-maxBracket; j-- {
		if r.tok(j) == "(" {
			return j
		}
	}
	return -1
}

// relativeBefore finds the relative word of the clause that the verb at i stands in, close on its left; -1 for none.
func (r *reading) relativeBefore(lo, i int) int {
	for j := i - 1; j > lo && i-j < 8; j-- {
		if r.tok(j) == "," || r.hardBreak(j) {
			return -1
		}
		if s := r.tok(j); s == "who" || s == "whose" || s == "which" || s == "that" {
			if r.is(j-1, aux|modal|finite) || r.words[j-1].verb >= 0 {
				return -1
			}
			return j
		}
	}
	return -1
}

// clauseBefore reports whether a verb stands between the last break and the coordinator at i, so that it joins
// clauses and not nouns.
func (r *reading) clauseBefore(lo, i int) bool {
	for j := i - 1; j >= lo && i-j < 25; j-- {
		if r.tok(j) == "," || r.hardBreak(j) || r.within[j] >= 0 {
			return r.within[j] >= 0 && r.quotedVerb(j)
		}
		if r.verbal(j) || r.words[j].verb >= 0 && r.words[j].forms&(past|third) != 0 && !r.nominal(j, r.words[j]) {
			return true
		}
	}
	return false
}

// aside reports whether a segment that begins at i is no part of a source: a relative clause, a participle or
// an adjunct between commas.
func (r *reading) aside(i int) bool {
	if r.is(i, relative) {
		return true
	}
	return r.participle(i) || r.adjunct(i) || r.answering(i) || r.doneBy(i)
}

// opensPhrase reports whether a relative clause or a participle begins at token i.
func (r *reading) opensPhrase(i int) bool {
	return r.participle(i) || r.is(i, relative) || r.doneBy(i)
}

// doneBy reports whether a segment that begins at i tells who did something with what is named before: "seen by the Herald".
func (r *reading) doneBy(i int) bool {
	return r.tok(i+1) == "by" && r.toks[i].Kind == token.Word && !r.has(i, token.Capital) && !r.is(i, det|pronoun|prep|sub|coord|adverb)
}

// answering reports whether a segment that begins at i says that somebody was asked: "asked about it", "pressed on the price".
func (r *reading) answering(i int) bool {
	switch r.tok(i) {
	case "asked", "questioned", "pressed", "quizzed", "challenged", "contacted", "reached", "approached", "Asked", "Questioned", "Pressed", "Contacted", "Reached":
		return r.is(i+1, prep|sub|relative|adverb) || r.isAdverb(i+1)
	}
	return false
}

// adjunct reports whether a segment that begins at i says when, where or how.
func (r *reading) adjunct(i int) bool {
	if r.is(i, pronoun) && !r.is(i, det) {
		return false
	}
	return r.is(i, prep|sub|adverb|timeWord|coord) && r.tok(i) != "of" || r.isAdverb(i)
}

// apposition reports whether a segment that begins at i describes the noun before it.
func (r *reading) apposition(i int) bool {
	return r.is(i, det|possessive|role) || !r.has(i, token.Capital)
}

// trim takes adverbs and adjuncts off the left of a noun phrase and occasions off its right.
func (r *reading) trim(g rng) rng {
	for g.first < g.last {
		switch i := g.first; {
		case r.tok(i) == "[":
			g.first = r.pastDirection(i, g.last)
		case r.leadsIn(i, g.last):
			g.first++
		case strings.HasSuffix(r.tok(i), "ing") && r.opensSentence(i) && r.lastTitle(g) > i:
			g.first = r.lastTitle(g) // Standing outside the court | Ms Orlo
		case r.judged(i, g.last), i+2 < g.last && r.tok(i+1) == "by" && r.pastParticiple(i) && !r.has(i, token.Capital):
			g.first += 2 // is defined by | the Harbour Act, which
		case r.is(i, prep):
			g.first = r.afterAdjunct(i, g.last)
		case r.answering(i) && i+2 < g.last:
			return r.nameAtEnd(g)
		case r.relativeWhen(g):
			return rng{i, i + 1}
		default:
			return r.trimRight(g)
		}
	}
	return rng{}
}

// pastDirection gives the token behind the stage direction that opens at token i: "[Laughs] | My mother".
func (r *reading) pastDirection(i, end int) int {
	for j := i + 1; j < end && j < i+maxBracket; j++ {
		if r.tok(j) == "]" {
			return j + 1
		}
	}
	return i + 1
}

// leadsIn reports whether the word at i leads in a noun phrase that ends at end without being part of it: a
// comma, a word of time, a conjunction, an adverb.
func (r *reading) leadsIn(i, end int) bool {
	switch {
	case r.tok(i) == "," || r.tok(i) == ")" || r.tok(i) == "-":
		return true
	case r.is(i, timeWord) && !r.has(i+1, token.Clitic) && i+1 < end:
		return true
	case r.is(i, coord) || r.is(i, sub) && !r.is(i, det|pronoun):
		return true
	}
	return r.is(i, adverb) && !r.is(i, pronoun|det|object) || r.isAdverb(i) && !r.is(i, det)
}

// afterAdjunct gives the token after the prepositional phrase that begins at i: the next determiner or pronoun
// that no preposition governs, or the token after a word of time.
func (r *reading) afterAdjunct(i, end int) int {
	for j := i + 1; j < end; j++ {
		switch {
		case r.is(j, timeWord) && j+1 < end && !r.is(j+1, timeWord):
			return j + 1
		case j > i+1 && r.is(j, det|possessive|pronoun) && !r.is(j-1, prep|adverb):
			return j
		case r.is(j, venue|written) && j+1 < end && r.has(j+1, token.Capital):
			return j + 1 // in a statement | Mrs Orlo
		}
	}
	return end
}

// trimRight cuts "in his address on Saturday" and the like off a noun phrase.
func (r *reading) trimRight(g rng) rng {
	for i := g.first + 1; i < g.last; i++ {
		if r.is(i, prep) && r.within[i] < 0 && r.occasion(i, g.last) {
			return rng{g.first, i}
		}
	}
	for g.last > g.first+1 && (r.dayName(g.last-1) || r.tok(g.last-1) == "," || r.isAdverb(g.last-1) && !r.is(g.last-1, object)) {
		g.last--
	}
	return g
}

// maxOccasion bounds the words of a phrase of venue: "in a prepared written joint statement".
const maxOccasion = 8

// occasion reports whether the preposition at i begins a phrase of time or venue: "on Friday", "in a statement".
func (r *reading) occasion(i, end int) bool {
	switch r.tok(i) {
	case "on", "in", "at", "during", "via", "by", "through", "from":
	default:
		return false
	}
	if i+1 < end && (r.is(i+1, timeWord) || r.tok(i) == "on" && r.tok(i+1) == "X") {
		return true
	}
	if !r.is(i+1, det|possessive) {
		return i+1 < end && r.is(i+1, written) || i+2 < end && r.is(i+2, written) // on Twitter, in court papers
	}
	for j := i + 2; j < end && j < i+maxOccasion && !r.is(j, prep|aux|sub); j++ {
		if r.is(j, venue|written) || platforms[r.tok(j)] {
			return true
		}
	}
	return false
}

// platforms are nouns for where people post: "on his Truth Social platform".
var platforms = map[string]bool{"account": true, "app": true, "channel": true, "feed": true, "network": true, "page": true, "platform": true}
