package quotes

import (
	"strings"

	"quotidian/articles/token"
)

// confidences of the indirect frames, chosen by their precision on PolNeAR train.
const (
	sureThat      = 0.93 // said that …
	sureBare      = 0.88 // said …
	sureClause    = 0.88 // …, she said
	sureAccording = 0.9
	sureRelayed   = 0.93
	sureWeak      = 0.6
	sureHeadline  = 0.7
)

// indirect reads the reported clauses of a unit: first those whose cue comes last, because they take the whole
// unit, then from left to right.
func (r *reading) indirect(u rng, ui int) {
	if r.headline(u, ui) {
		return
	}
	hi := r.cueLast(u, ui)
	for i := u.first; i < hi; i++ {
		if r.used[i] || r.within[i] >= 0 {
			continue
		}
		if end := r.clause(i, u, hi, ui); end > i {
			i = end - 1
		}
	}
}

// clause tries every frame on the word at i and gives the end of what it took.
func (r *reading) clause(i int, u rng, hi, ui int) int {
	if r.tok(i) == "according" || r.tok(i) == "According" {
		return r.accordingFirst(i, hi, ui)
	}
	g, ok := r.cue(i)
	if !ok || g.denied || g.supposed {
		return 0
	}
	if r.tok(i-1) == "as" && g.form&ing != 0 {
		return r.relayed(g, u, hi, ui)
	}
	from := r.complement(g, hi)
	if from == 0 {
		return 0
	}
	src, ok := r.clauseSource(g, u, ui)
	if !ok {
		return 0
	}
	content := rng{from, r.contentEnd(from, hi)}
	if content.empty() {
		return 0
	}
	sure, reason := sureBare, "cue, then a clause"
	if r.is(content.first, sub) {
		sure, reason = sureThat, "cue, then a clause with \""+r.tok(content.first)+"\""
	}
	r.report(found{content: []rng{content}, cue: g.rng, source: src, medium: r.medium(g, rng{u.first, content.first}), sure: sure, reason: reason}, g, ui)
	return content.last
}

// report records an indirect or mixed quote: mixed when a quoted stretch lies in its content.
func (r *reading) report(q found, g group, ui int) {
	q.kind = Indirect
	for _, c := range q.content {
		for i := c.first; i < c.last; i++ {
			if k := r.within[i]; k >= 0 && !r.claimed[k] {
				q.kind = Mixed
				r.claimed[k] = true
				i = int(r.stretches[k].close)
			}
		}
	}
	if r.open >= 0 && r.out[r.open].source != q.source {
		r.open = -1
	}
	r.take(q, g, ui)
}

// clauseSource gives the source of a cue that stands in a clause: its subject, or for a participle the subject of
// the clause it hangs on.
func (r *reading) clauseSource(g group, u rng, ui int) (rng, bool) {
	switch {
	case g.form&ing != 0 && g.form&(past|third) == 0:
		return r.participleSource(g, u, ui)
	case g.passive:
		return rng{}, r.tok(g.first-1) == "It" || r.tok(g.first-1) == "it"
	case g.form&base != 0 && g.form&(past|third) == 0 && !r.plural(g.first-1):
		return rng{}, false
	case r.is(g.first-1, coord) || r.is(g.first-1, adverb) && r.is(g.first-2, coord):
		return r.inherited(u, g, ui), true
	}
	src := r.subject(u.first, g.first)
	return src, !src.empty()
}

// participleSource gives the source of an -ing form: its own subject in "is saying", that of the clause it hangs
// on in "…, saying"; ok is false for a noun.
func (r *reading) participleSource(g group, u rng, ui int) (src rng, ok bool) {
	if r.is(g.at-1, aux) {
		return r.subject(u.first, g.first), true
	}
	if g.first == u.first || r.tok(g.first-1) == "," || r.is(g.first-1, prep|coord) || r.within[max(g.first-1, 0)] >= 0 {
		return r.inherited(u, g, ui), true
	}
	return rng{}, false
}

// plural reports whether the word at i can be the subject of a plural verb.
func (r *reading) plural(i int) bool {
	if i < 0 {
		return false
	}
	if r.is(i, pronoun|adverb) {
		return true
	}
	s := strings.ToLower(r.tok(i))
	return strings.HasSuffix(s, "s") || s == "police" || s == "people" || s == ","
}

// inherited gives the source of a cue without a subject of its own: the source of the cue before it in the unit,
// or the subject of the clause before it.
func (r *reading) inherited(u rng, g group, ui int) rng {
	if r.lastUnit == ui {
		return r.last
	}
	return r.mainSubject(u.first, g.first)
}

// mainSubject gives the subject of the clause that ends at token end, by the first verb after the last
// subordinator: "…after Norland launched an attack, accusing" has Norland.
func (r *reading) mainSubject(lo, end int) rng {
	begin := lo
	for i := end - 1; i > lo; i-- {
		if r.within[i] < 0 && r.is(i, sub) && !r.is(i, det|relative) && r.tok(i-1) != "," {
			begin = i + 1
			break
		}
	}
	for i := begin; i < end; i++ {
		if r.within[i] < 0 && i > begin && (r.verbal(i) || r.finiteLooking(i)) {
			return r.subject(begin, i)
		}
	}
	return rng{}
}

// finiteLooking reports whether a word looks like the past tense of a verb.
func (r *reading) finiteLooking(i int) bool {
	if r.words[i].verb >= 0 {
		return r.words[i].forms&(past|third) != 0 && !r.nominal(i, r.words[i])
	}
	return strings.HasSuffix(r.tok(i), "ed") && !r.has(i, token.Capital) && !r.is(i-1, det|possessive|prep)
}

// complement finds where the content of a cue begins, on its right and before hi; 0 when the cue has none there.
func (r *reading) complement(g group, hi int) int {
	i, v := g.last, g.verb
	if i < hi && v.particle(r.tok(i)) {
		i++
		if r.tok(i) != "that" && !v.takes(bareClause) { // called for a truce
			return i
		}
	}
	if v.takes(addressee) {
		i = r.pastAddressee(i, hi)
	}
	i = r.pastCircumstance(i, hi)
	if i >= hi || !r.complementAt(i, hi, v) {
		return 0
	}
	return i
}

// complementAt reports whether the complement of v can begin at token i: with a word that opens a clause or an
// infinitive which v takes, or else without one.
func (r *reading) complementAt(i, hi int, v *verb) bool {
	switch s := r.tok(i); s {
	case "that":
		return v.takes(thatClause)
	case "to":
		return v.takes(infinitive)
	case "whether", "if", "how", "why", "what", "who", "where", "when":
		if r.within[i] < 0 {
			return s == "whether" || v.takes(whClause|bareClause|direct)
		}
	}
	return r.objectAt(i, hi, v)
}

// objectAt reports whether a complement of v without an opening word begins at token i: a clause without "that",
// a noun with its infinitive or its charge, or a noun phrase with quoted words in it.
func (r *reading) objectAt(i, hi int, v *verb) bool {
	inside := r.within[i] >= 0
	switch {
	case v.takes(nounInf) && r.beginsNoun(i) && r.infinitiveAfter(i, hi):
		return true
	case v.takes(charge):
		return inside || r.beginsNoun(i)
	case v.takes(nounPhrase) && inside && !v.takes(direct):
		return true
	case v.takes(bareClause):
		return v.base == "say" && r.tok(i) != "," || r.clauseFrom(i, hi)
	case v.takes(nounPhrase):
		return v.base == "deny" || r.quotesSoon(i, hi)
	}
	return false
}

// maxObject bounds the words between a cue and the quoted words in its object.
const maxObject = 12

// quotesSoon reports whether a noun phrase that begins at token i holds quoted words: "called the plan “absurd”".
func (r *reading) quotesSoon(i, hi int) bool {
	for j := i; j < hi && j < i+maxObject; j++ {
		if k := r.within[j]; k >= 0 {
			return !r.claimed[k]
		}
		if r.tok(j) == "," || r.hardBreak(j) || r.verbal(j) || r.is(j, sub) && !r.is(j, prep) {
			return false
		}
	}
	return false
}

// pastAddressee skips the people told: "told reporters in Paris (that)".
func (r *reading) pastAddressee(i, hi int) int {
	if r.is(i, object) {
		return i + 1
	}
	if !r.beginsNoun(i) {
		return i
	}
	for j := i + 1; j < hi && j < i+maxAddressee; j++ {
		if r.endsAddressee(j, hi) {
			return j
		}
		if r.verbal(j) {
			break
		}
	}
	return i + 1
}

// maxAddressee bounds the words of an addressee.
const maxAddressee = 12

// endsAddressee reports whether token j begins what follows an addressee: the clause, words of time, or a noun
// that no preposition or conjunction ties to the words before.
func (r *reading) endsAddressee(j, hi int) bool {
	switch r.tok(j) {
	case "that", ",", ":", "to":
		return true
	}
	switch {
	case r.within[j] >= 0 || r.is(j, timeWord):
		return true
	case r.is(j, prep):
		return r.occasion(j, hi)
	case r.is(j, sub|relative):
		return true
	}
	return r.is(j, det|possessive|pronoun) && !r.is(j-1, prep|det|possessive|coord) && !r.has(j-1, token.Clitic)
}

// pastCircumstance skips when and where something was said: "on Friday", "in a statement", "Thursday".
func (r *reading) pastCircumstance(i, hi int) int {
	for i < hi && r.within[i] < 0 {
		switch {
		case r.dayName(i):
			i++
		case r.is(i, prep) && r.dayName(i+1):
			i += 2
		case r.is(i, prep) && r.occasion(i, hi):
			i = r.pastOccasion(i, hi)
		default:
			return i
		}
	}
	return i
}

// pastOccasion skips the phrase of time or venue whose preposition is token i.
func (r *reading) pastOccasion(i, hi int) int {
	for j := i + 1; j < hi && j < i+maxOccasion; j++ {
		if r.is(j, venue|written) {
			return j + 1
		}
	}
	return i + 2
}

// infinitiveAfter reports whether a noun phrase at i runs into an infinitive: "urged the council to wait".
func (r *reading) infinitiveAfter(i, hi int) bool {
	for j := i + 1; j < hi && j < i+15; j++ {
		if r.tok(j) == "to" || r.tok(j) == "not" && r.tok(j+1) == "to" {
			return true
		}
		if r.tok(j) == "," || r.hardBreak(j) || r.verbal(j) {
			return false
		}
	}
	return false
}

// clauseFrom reports whether a clause without "that" begins at token i: a subject and a verb after it.
func (r *reading) clauseFrom(i, hi int) bool {
	if r.within[i] >= 0 {
		return true
	}
	if !r.beginsNoun(i) && r.toks[i].Kind != token.Number {
		return false
	}
	for j := i + 1; j < hi && j < i+30; j++ {
		switch {
		case r.hardBreak(j) || r.is(j, relative) || r.tok(j) == "that" || r.tok(j) == "to" && j < i+8:
			return false
		case r.verbal(j):
			return true
		case r.is(j, sub) && !r.is(j, prep):
			return false
		}
	}
	return r.is(i, pronoun) && !r.is(i, det)
}

// cueLast reads a clause whose cue follows it, `…, the ministry said on Friday.` or `…, according to Orlo.`, and
// gives the end of what is left to read from the left.
func (r *reading) cueLast(u rng, ui int) int {
	for i := u.last - 1; i > u.first+2; i-- {
		if r.within[i] >= 0 {
			return u.last
		}
		if r.tok(i) != "," {
			continue
		}
		if strings.EqualFold(r.tok(i+1), "according") && r.tok(i+2) == "to" {
			return r.accordingLast(i, u, ui)
		}
		v := r.lastCue(i+1, u)
		if v < 0 {
			continue
		}
		g, _ := r.cue(v)
		if r.used[v] {
			return u.last
		}
		src := r.tailSource(i+1, g)
		begin := r.clauseStart(u.first, i)
		if begin >= i || !r.clauseLike(begin, i) {
			return u.last
		}
		r.report(found{content: []rng{{begin, i}}, cue: g.rng, source: src, medium: r.medium(g, u), sure: sureClause,
			reason: "a clause, then the cue"}, g, ui)
		for j := begin; j < i; j++ {
			r.used[j] = true
		}
		return u.last
	}
	return u.last
}

// lastCue finds the cue of `S V` or `V S` that begins at token i and closes its unit; -1 for none.
func (r *reading) lastCue(i int, u rng) int {
	v := r.tailCue(i)
	if v < 0 || v >= u.last {
		return -1
	}
	g, _ := r.cue(v)
	if g.denied || g.supposed || !g.verb.takes(thatClause) || g.verb.medium == Thought {
		return -1
	}
	src := r.tailSource(i, g)
	if src.empty() || src.first > i+1 && src.first < g.first && !r.is(i, prep|adverb|timeWord) {
		return -1
	}
	if src.first < g.first && !r.clauseIsOver(g.last, u) {
		return -1
	}
	return v
}

// clauseIsOver reports whether nothing can be reported after token i: the unit ends, or time, place and
// circumstance follow.
func (r *reading) clauseIsOver(i int, u rng) bool {
	if i >= u.last || r.within[i] >= 0 {
		return i >= u.last
	}
	switch r.tok(i) {
	case ",", ".", ";", ")", "—", "–", "--", "-", "!", "?":
		return true
	case "that":
		return false
	}
	return r.is(i, prep|coord|timeWord) || r.isAdverb(i) || r.is(i, object) || r.tok(i) == "reporters"
}

// clauseLike reports whether tokens [begin, end) can be a clause: they hold a verb.
func (r *reading) clauseLike(begin, end int) bool {
	for i := begin; i < end; i++ {
		if r.within[i] >= 0 || r.verbal(i) || r.finiteLooking(i) {
			return true
		}
	}
	return false
}

// accordingLast reads `…, according to Orlo` whose comma is token i.
func (r *reading) accordingLast(i int, u rng, ui int) int {
	src := r.nounRight(i + 3)
	begin := r.clauseStart(u.first, i)
	if src.empty() || r.onlyDocument(src) || begin >= i {
		return u.last
	}
	g := group{rng: rng{i + 1, i + 3}, at: i + 1}
	r.report(found{content: []rng{{begin, i}}, cue: g.rng, source: src, sure: sureAccording, reason: "\"according to\" after a clause"}, g, ui)
	for j := begin; j < u.last; j++ {
		r.used[j] = true
	}
	return u.last
}

// accordingFirst reads `According to Orlo, …` at token i.
func (r *reading) accordingFirst(i, hi, ui int) int {
	if r.tok(i+1) != "to" {
		return 0
	}
	src := r.nounRight(i + 2)
	from := src.last + 1
	if src.empty() || r.onlyDocument(src) || r.tok(src.last) != "," || from >= hi {
		return 0
	}
	g := group{rng: rng{i, i + 2}, at: i}
	end := r.contentEnd(from, hi)
	if end <= from {
		return 0
	}
	r.report(found{content: []rng{{from, end}}, cue: g.rng, source: src, sure: sureAccording, reason: "\"according to\" before a clause"}, g, ui)
	return end
}

// onlyDocument reports whether a source is a rule or plan that says nothing: "according to the agreement".
func (r *reading) onlyDocument(g rng) bool {
	for i := g.first; i < g.last; i++ {
		if r.is(i, prep) || r.has(i, token.Clitic) {
			return i > g.first && r.is(i-1, document)
		}
	}
	return r.is(g.last-1, document)
}

// relayed reads `Reuters cited Orlo, an aide, as saying that …` and `Orlo was quoted as saying …`, whose "saying" g is.
func (r *reading) relayed(g group, u rng, hi, ui int) int {
	from := r.complement(g, hi)
	if from == 0 {
		return 0
	}
	for i := g.first - 2; i >= u.first; i-- {
		c, ok := r.cue(i)
		if !ok || c.verb.base != "quote" && c.verb.base != "cite" {
			continue
		}
		content := rng{from, r.contentEnd(from, hi)}
		q := found{content: []rng{content}, cue: rng{g.at, g.last}, medium: Speech, sure: sureRelayed, reason: "quoted as saying"}
		if c.passive {
			q.source = r.subject(u.first, c.first)
			if r.tok(c.last) == "by" {
				q.relay = r.nounRight(c.last + 1)
			}
		} else {
			q.relay = r.subject(u.first, c.first)
			q.source = r.trimRight(rng{c.last, g.at - 1})
		}
		r.used[c.at] = true
		r.report(q, g, ui)
		return content.last
	}
	return 0
}
