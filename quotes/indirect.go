package quotes

import (
	"strings"

	"quotidian/articles/token"
)

// confidences of the indirect frames, chosen by their precision on PolNeAR train.
const (
	sureThat      = 0.93 // said that …
	sureBare      = 0.9  // said …
	sureClause    = 0.88 // …, she said
	sureAround    = 0.93 // if it rains, she said, the fair …
	sureAccording = 0.93
	sureRelayed   = 0.93
	sureCalled    = 0.88
	sureWeak      = 0.6
	sureBid       = 0.85
	sureHeadline  = 0.85
)

// indirect reads the reported clauses of a unit: first those whose cue comes last, because they take the whole
// unit, then from left to right.
func (r *reading) indirect(u rng, ui int) {
	if r.headline(u, ui) {
		return
	}
	r.heardInCourt(u, ui)
	r.aroundQuoted(u, ui)
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
	switch {
	case r.tok(i) == "according" || r.tok(i) == "According":
		if end := r.accordingEnd(i, u, hi); end > 0 {
			return end
		}
		return r.accordingFirst(i, hi, ui)
	case i == u.first && r.tok(i) == "In":
		return r.viewFirst(i, hi, ui)
	case i == u.first && r.tok(i) == "As":
		if end := r.asSaid(u, hi); end > 0 {
			return end
		}
		if r.is(i+1, adverb|timeWord) || r.isAdverb(i+1) {
			i++ // As earlier reported by
		}
		return r.asReportedBy(i+1, hi, ui)
	case r.tok(i) == "of" && r.tok(i+3) == "that":
		return r.viewHeld(i, u, hi)
	}
	return r.behindCue(i, u, hi, ui)
}

// behindCue reads the clause behind the cue at token i, if it is one, and gives the end of what it took.
func (r *reading) behindCue(i int, u rng, hi, ui int) int {
	g, ok := r.cue(i)
	if !ok || r.reportsNothing(g) {
		return 0
	}
	if r.tok(i-1) == "as" && g.form&ing != 0 {
		return r.relayed(g, u, hi, ui)
	}
	if r.anonymity(g.last) {
		r.barred[g.at] = true
		return 0
	}
	from := r.clauseOf(g, hi)
	switch {
	case from == 0 && r.statesThis(g, hi):
		from = g.last
	case from == 0:
		return r.quotingBetween(g, u, hi, ui)
	}
	src, ok := r.clauseSource(g, u, ui)
	if !ok {
		return 0
	}
	if r.nobody(src) || r.proform(from, hi) {
		r.attributesNothing(g, from, src, u)
		return from
	}
	return r.reported(rng{from, hi}, g, src, u)
}

// reported records the clause behind its cue g, which begins with rest and ends there at the latest, and gives the end of what it
// took.
func (r *reading) reported(rest rng, g group, src, u rng) int {
	ui, hi := r.unitOf(u.first), rest.last
	content := r.predicateOf(g, rest)
	if content.empty() {
		content = r.clauseContent(rest.first, hi, src)
	}
	if r.fronted(g, u) {
		content.last = r.mainComma(content)
	}
	if content.empty() {
		return 0
	}
	q := found{content: []rng{content}, cue: g.rng, source: src, medium: r.medium(g, rng{u.first, rest.first})}
	if q.sure, q.reason = r.frameOf(g.verb, content.first, hi); q.sure == sureWeak {
		content.last = r.phraseEnd(content)
		q.content[0] = content
		if r.bids(g, content, src) {
			q.sure, q.reason = sureBid, "cue, then who is to act, or is accused"
		}
	}
	if end := r.quotedPredicate(g, content); end > 0 {
		q.sure, q.reason = sureCalled, "cue, then what it calls something"
		content.last = r.calledBehind(content, hi)
		q.content[0] = content
	}
	r.citedBehind(&q, g, content.last, u)
	r.quotedFirst(&q, g.verb, u)
	if content.last > content.first+1 || !isBe(r.tok(content.first)) { // not: What she said was: “…”
		r.report(q, g, ui)
	}
	return r.illustrated(&q, content.last, hi, ui)
}

// quotingBetween reads `Norpress reported, quoting an official, that …`, whose source is the official and Norpress the relay.
// It gives the end of what it took, 0 for anything else.
func (r *reading) quotingBetween(g group, u rng, hi, ui int) int {
	if g.verb.base != "report" && g.verb.base != "say" || r.tok(g.last) != "," {
		return 0
	}
	by, at := r.citing(g.last, u)
	from := by.last
	if r.tok(from) == "," {
		from++
	}
	from = r.pastRelative(from)
	if by.empty() || r.tok(from-1) != "," || r.tok(from) != "that" || from >= hi {
		return 0
	}
	content := rng{from, r.contentEnd(from, hi)}
	r.barred[at] = true
	r.report(found{
		content: []rng{content}, cue: g.rng, source: by, relay: r.subject(u.first, g.first), medium: r.medium(g, u), sure: sureRelayed,
		reason: "quoted as saying",
	}, g, ui)
	return content.last
}

// quotedFirst makes who is quoted in a participle that opens a unit the source, and who quotes the relay: "Citing an
// official, Norpress said".
func (r *reading) quotedFirst(q *found, v *verb, u rng) {
	c, ok := r.cue(u.first)
	if !ok || !c.verb.quotes() || c.form&ing == 0 || v.base != "say" && v.base != "report" {
		return
	}
	by := rng{u.first + 1, q.source.first - 1}
	if r.tok(by.last) == "," && r.beginsNoun(by.first) && r.claimable(by) {
		r.barred[c.at] = true
		q.source, q.relay, q.reason = by, q.source, "quoted first, then who quotes"
	}
}

// clauseOf finds where the content of a cue begins on its right, before hi; 0 when it has none there.
func (r *reading) clauseOf(g group, hi int) int {
	from := r.complement(g, hi)
	if from == 0 {
		from = r.pastColon(g, hi)
	}
	if r.behindWords(g.first) && r.has(from, token.Capital) {
		return 0
	}
	if from > 0 && r.called(g.rng) && r.nameAt(from) {
		r.barred[g.at] = true
		return 0
	}
	return from
}

// behindWords reports whether the quoted words that a cue at token i governs end right before it: what follows the cue then
// is its subject, `“We stay,” said Orlo (Norland), who …`.
func (r *reading) behindWords(i int) bool {
	return i > 0 && r.within[i-1] >= 0 && r.tok(i-2) == "," && !r.titled(r.stretches[r.within[i-1]])
}

// reportsNothing reports whether a cue tells of no utterance: it is denied, only supposed, or a noun.
func (r *reading) reportsNothing(g group) bool {
	return r.idle(g) || r.hypothetical(g)
}

// idle reports whether the words of a cue themselves say that it tells of no utterance.
func (r *reading) idle(g group) bool {
	return g.denied || g.supposed || r.noun(g) || r.saying(g)
}

// frameOf names the frame of a cue whose content begins at token from, and how sure it is.
func (r *reading) frameOf(v *verb, from, hi int) (float64, string) {
	switch s := r.tok(from); {
	case r.tok(from-1) == ":":
		return sureClause, "cue and colon, then a clause"
	case s == "that" || s == "whether":
		return sureThat, "cue, then a clause with \"" + s + "\""
	case (v.base == "deny" || r.is(from-1, reject)) && r.hearsayThat(from, hi):
		return sureBare, "cue, then what others say"
	case s == "to":
		return sureWeak, "cue, then an infinitive"
	case r.is(from, sub) && r.within[from] < 0 && !r.is(from, det|adverb):
		return sureWeak, "cue, then a question"
	case v.base == "deny" && r.clauseFrom(from, hi), v.takes(bareClause) && (v.base == "say" || r.clauseFrom(from, hi)):
		return sureBare, "cue, then a clause"
	}
	return sureWeak, "cue, then a noun phrase"
}

// clauseContent gives the reported clause that begins at token from. It ends early where its cue stands in a
// relative clause between commas and the main clause goes on.
func (r *reading) clauseContent(from, hi int, src rng) rng {
	content := rng{from, r.contentEnd(from, hi)}
	switch {
	case src.empty():
	case r.is(src.first-1, relative) && r.tok(src.first-2) == ",": // his plan, which | Orlo said was old, is dead
		content.last = r.asideEnd(content)
	case !r.is(src.first, relative):
	case r.tok(src.first-1) == ",":
		content.last = r.asideEnd(content)
	default:
		content.last = r.beforeOwnCue(content)
		content.last = r.beforeMainVerb(src.first, content)
	}
	return content
}

// beforeOwnCue gives the end of a content whose cue stands in a relative clause without commas, where behind a comma the cue of the main
// clause follows: "The judges who ruled that he may stay, for instance, | said the plan was his".
func (r *reading) beforeOwnCue(content rng) int {
	for i := content.first + 1; i+1 < content.last && r.within[i] < 0; i++ {
		if r.tok(i) != "," {
			continue
		}
		if g, ok := r.cueAt(i+1, content.last); ok && g.form&(past|third) != 0 && g.form&ing == 0 && r.complement(g, content.last) > 0 {
			for j := i - 1; j > content.first && j > i-maxGroup; j-- {
				if r.tok(j) == "," {
					return j // for instance,
				}
			}
			return i
		}
	}
	return content.last
}

// asideEnd finds the comma of a content after which a verb goes on with the main clause: "Orlo, who said he was
// ill, told the court".
func (r *reading) asideEnd(content rng) int {
	for i := content.first; i+1 < content.last; i++ {
		if r.tok(i) == "," && r.within[i] < 0 && (r.verbal(i+1) || r.finiteLooking(i+1)) && (r.tok(content.first) != "that" || r.clauseLike(content.first, i)) {
			return i
		}
	}
	return content.last
}

// nobody reports whether a source denies its own cue: "Nobody has said who will pay".
func (r *reading) nobody(src rng) bool {
	if src.empty() {
		return false
	}
	switch strings.ToLower(r.tok(src.first)) {
	case "nobody", "none", "neither", "nothing", "no", "few":
		return true
	}
	return r.tok(src.first-1) == "nor" || r.tok(src.first) == "one" && strings.EqualFold(r.tok(src.first-1), "no")
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
	if r.lastUnit == ui && r.hangs(q.source) {
		r.out = append(r.out, q) // “A,” Orlo said, after Rinn said that B. “C.”
		r.used[g.at] = true
		return
	}
	if r.open >= 0 && r.out[r.open].source != q.source {
		r.open = -1
	}
	r.take(q, g, ui)
}

// hangs reports whether a subordinator leads to a subject: its clause hangs on another, whose speaker goes on speaking.
func (r *reading) hangs(src rng) bool {
	return !src.empty() && r.subordinates(src.first-1) && !r.is(src.first-1, adverb)
}

// clauseSource gives the source of a cue that stands in a clause: its subject, or for a participle the subject of
// the clause it hangs on.
func (r *reading) clauseSource(g group, u rng, ui int) (rng, bool) {
	switch {
	case g.form&ing != 0 && g.form&(past|third) == 0:
		return r.participleSource(g, u, ui)
	case g.passive:
		return rng{}, r.tok(g.first-1) == "It" || r.tok(g.first-1) == "it"
	case g.form&base != 0 && g.form&(past|third) == 0 && !r.plural(g.first-1) && (g.verb.base != "say" || !r.pluralHead(u.first, g.first)):
		return rng{}, false
	case r.sharesSubject(g):
		return r.inherited(u, g, ui), true
	}
	src := r.subjectOf(g, u.first)
	if named := r.aliased(src, u); !named.empty() {
		return named, true
	}
	return r.headlineSubject(src, g), !src.empty()
}

// participleSource gives the source of an -ing form: its own subject in "is saying", that of the clause it hangs
// on in "…, saying"; ok is false for a noun.
func (r *reading) participleSource(g group, u rng, ui int) (src rng, ok bool) {
	if r.is(g.at-1, aux) || g.first < g.at && r.is(g.first, aux) {
		return r.subject(u.first, g.first), true
	}
	if src := r.absolute(u.first, g.first); !src.empty() {
		return src, true
	}
	if g.first == u.first || r.tok(g.first-1) == "," || r.is(g.first-1, prep|coord) || r.within[max(g.first-1, 0)] >= 0 {
		return r.inherited(u, g, ui), true
	}
	return rng{}, false
}

// maxAbsolute bounds the words between "with" and its participle.
const maxAbsolute = 9

// absolute gives the noun phrase between "with" and the participle at token end, which is the participle's own subject:
// "…, with one reader writing"; none where no "with" opens the phrase.
func (r *reading) absolute(lo, end int) rng {
	apposed := r.tok(end-1) == "," // with its clerk, Nina Orlo, calling
	if apposed {
		end--
	}
	for i := end - 1; i >= lo && i >= end-maxAbsolute && r.within[i] < 0; i-- {
		switch {
		case strings.EqualFold(r.tok(i), "with"):
			if apposed {
				return rng{} // the comma ends the phrase
			}
			return rng{i + 1, end}
		case apposed && r.tok(i) == "," && r.fullName(i+1):
			apposed = false
		case r.tok(i) == "," || r.hardBreak(i) || r.verbal(i) || r.is(i, sub|coord) && r.tok(i) != "and":
			return rng{}
		}
	}
	return rng{}
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

// pluralHead reports whether the subject that ends at token end has a plural before its first preposition: "sources close to
// the player".
func (r *reading) pluralHead(lo, end int) bool {
	src := r.subject(lo, end)
	for i := src.first; i < src.last && !r.is(i, prep); i++ {
		if i+1 < src.last && r.toks[i].Kind == token.Word && r.plural(i) && !r.is(i, pronoun|adverb) {
			return true
		}
	}
	return false
}

// undergoes reports whether the verb at token i is a passive: "were left", "had been shut".
func (r *reading) undergoes(i int) bool {
	for end := i + maxGroup; i < end && (r.is(i, aux|adverb) || isBe(r.tok(i))); {
		if isBe(r.tok(i)) && !r.is(i+1, aux|adverb) {
			return r.is(i+1, finite) || strings.HasSuffix(r.tok(i+1), "ed") || strings.HasSuffix(r.tok(i+1), "en") || i+1 < len(r.words) && r.words[i+1].forms&participle != 0
		}
		i++
	}
	return false
}

// finiteLooking reports whether a word looks like the past tense of a verb.
func (r *reading) finiteLooking(i int) bool {
	if r.words[i].verb >= 0 {
		return r.words[i].forms&(past|third) != 0 && !r.nominal(i, r.words[i])
	}
	return strings.HasSuffix(r.tok(i), "ed") && !r.has(i, token.Capital) && !r.is(i-1, det|possessive|prep)
}

// relayed reads `Reuters cited Orlo, an aide, as saying that …` and `Orlo was quoted as saying …`, whose "saying" g is.
func (r *reading) relayed(g group, u rng, hi, ui int) int {
	q := found{cue: rng{g.at, g.last}, medium: Speech, sure: sureRelayed, reason: "quoted as saying"}
	if r.tok(g.last) == "by" { // as saying by Norpress that
		q.relay = r.nounRight(g.last + 1)
		g.last = max(g.last, q.relay.last)
	}
	from := r.complement(g, hi)
	if from == 0 {
		return 0
	}
	// Who quotes is looked for first: that search is bounded, and an "as saying" that nobody is quoted by must not read
	// on to the end of the sentence.
	if !r.cited(&q, g, u) {
		return 0
	}
	content := rng{from, r.contentEnd(from, hi)}
	if content.empty() {
		return 0
	}
	q.content = []rng{content}
	r.report(q, g, ui)
	return content.last
}

// cited notes who is quoted by whom before the "as saying" of g.
func (r *reading) cited(q *found, g group, u rng) bool {
	for i := g.first - 2; i >= max(u.first, g.first-maxClause); i-- {
		c, ok := r.cue(i)
		if !ok || !c.verb.quotes() {
			continue
		}
		if c.passive {
			q.source = r.subject(u.first, c.first)
			if r.tok(c.last) == "by" {
				q.relay = r.nounRight(c.last + 1)
			}
		} else {
			q.relay = r.subject(u.first, c.first)
			q.source = r.trimRight(rng{c.last, g.at - 1})
		}
		r.used[c.at], r.barred[c.at] = true, true
		return true
	}
	return false
}
