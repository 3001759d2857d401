package quotes

import (
	"strings"

	"quotidian/articles"
	"quotidian/articles/token"
)

// accordingFirst reads `According to Orlo, …` at token i.
func (r *reading) accordingFirst(i, hi, ui int) int {
	if r.tok(i+1) != "to" {
		return 0
	}
	src := r.beforeOwnSubject(r.beforeClause(r.withoutSubject(r.nounRight(i+2)), hi), hi)
	from := r.pastRelative(src.last + 1)
	bare := r.is(src.last, pronoun) && r.verbal(src.last+1) // According to the coach | he would stay
	if bare {
		from = src.last
	}
	r.barred[i] = r.onlyDocument(src)
	if src.empty() || r.barred[i] || r.tok(src.last) != "," && !bare || from >= hi {
		return 0
	}
	g := group{rng: rng{i, i + 2}, at: i}
	if end := r.passedOn(src, rng{from, hi}, ui); end > 0 {
		r.barred[i] = true
		return end
	}
	end := r.contentEnd(from, hi)
	if end <= from || r.verbBehind(i, from) {
		return 0
	}
	r.report(found{content: []rng{{from, end}}, cue: g.rng, source: src, sure: sureAccording, reason: "\"according to\" before a clause"}, g, ui)
	return end
}

// beforeClause cuts off a source that ran on into the main clause, at the comma behind which that begins: "According to police, | a friend
// dropped her off at nine".
func (r *reading) beforeClause(src rng, hi int) rng {
	if src.empty() || r.tok(src.last) == "," {
		return src
	}
	for i := src.first + 1; i < src.last; i++ {
		if r.tok(i) == "," && (r.is(i+1, possessive) && r.dash(src.last) || r.is(i+1, det|possessive) && r.mainClause(i+1, hi)) {
			return rng{src.first, i}
		}
	}
	return src
}

// beforeOwnSubject cuts off a source the subject of the main clause, which was taken for its apposition: behind both, or behind an aside, the
// verb of that subject follows, "According to police, | the driver, who was ill, died".
func (r *reading) beforeOwnSubject(src rng, hi int) rng {
	if src.empty() || r.tok(src.last) != "," {
		return src
	}
	verb := src.last + 1
	if aside := r.pastAside(verb, hi); aside > verb && (r.is(verb, relative) || !r.is(verb, det|possessive|pronoun) && !r.has(verb, token.Capital)) {
		verb = aside + 1
	}
	if verb >= hi || !r.verbal(verb) && !r.finiteLooking(verb) {
		return src
	}
	for i := src.first + 1; i < src.last; i++ {
		if r.tok(i) == "," && (r.is(i+1, det|possessive) || r.has(i+1, token.Capital)) {
			return rng{src.first, i}
		}
	}
	return src
}

// verbBehind reports whether the verb of what stands before token i follows at token from: "Orlo, who is ill | according to doctors, | said
// from his cot".
func (r *reading) verbBehind(i, from int) bool {
	c, ok := r.cue(from)
	return ok && c.form&(past|third) != 0 && i > 0 && !r.terminal(i-1) && r.is(from+1, prep)
}

// accordingRelay gives the relay of a quotation whose sentence opens with it: "According to the Herald, Orlo said “…”"; empty where
// none does.
func (r *reading) accordingRelay(u, src rng) rng {
	if r.tok(u.first) != "According" || r.tok(u.first+1) != "to" || src.empty() {
		return rng{}
	}
	relay := r.withoutSubject(r.nounRight(u.first + 2))
	if relay.empty() || r.tok(relay.last) != "," || relay.last+1 != src.first || !r.claimable(relay) {
		return rng{}
	}
	r.barred[u.first] = true
	return relay
}

// viewFirst reads `In his view, …`, `In the words of the mayor, …` and their like at token i.
func (r *reading) viewFirst(i, hi, ui int) int {
	src, cue, from := r.viewOf(i, hi)
	if src.empty() || r.tok(from) != "," || from+1 >= hi || !r.claimable(src) {
		return 0
	}
	end := r.contentEnd(from+1, hi)
	if end-from <= leastClause || !r.clauseLike(from+1, end) {
		return 0
	}
	r.report(found{content: []rng{{from + 1, end}}, cue: cue, source: src, sure: sureAccording, reason: "\"according to\" before a clause"}, group{}, ui)
	return end
}

// viewHeld reads `The mayor is of the view that …`, whose "of" is token i.
func (r *reading) viewHeld(i int, u rng, hi int) int {
	if r.tok(i+1) != "the" || r.tok(i+2) != "view" && r.tok(i+2) != "opinion" || i == u.first || !isBe(r.tok(i-1)) {
		return 0
	}
	be := i - 1
	if r.is(be-1, aux) {
		be-- // has been of the view
	}
	src := r.subject(u.first, be)
	content := rng{i + 3, r.contentEnd(i+3, hi)}
	if src.empty() || !r.claimable(src) || content.last-content.first <= leastClause {
		return 0
	}
	r.report(found{content: []rng{content}, cue: rng{be, i + 3}, source: src, sure: sureThat, reason: "cue, then a clause"}, group{}, r.unitOf(u.first))
	return content.last
}

// viewOf gives whose view a phrase tells that begins with "In" at token i, the words for it, and where the phrase ends.
func (r *reading) viewOf(i, hi int) (src, cue rng, end int) {
	switch {
	case r.tok(i+1) == "the" && views[r.tok(i+2)] && r.tok(i+3) == "of":
		src = r.withoutSubject(r.nounRight(i + 4))
		return src, rng{i, i + 4}, src.last
	case r.is(i+1, possessive) && views[r.tok(i+2)]:
		return rng{i + 1, i + 2}, rng{i + 2, i + 3}, i + 3
	}
	for k := i + 2; k+1 < hi && k < i+maxOccasion; k++ {
		if r.has(k, token.Clitic) && views[r.tok(k+1)] {
			return rng{i + 1, k}, rng{k + 1, k + 2}, k + 2 // In the mayor's view
		}
	}
	return src, cue, end
}

// views are nouns for what somebody holds or says, in the phrase that a sentence opens with.
var views = map[string]bool{"view": true, "opinion": true, "words": true, "estimation": true, "judgment": true, "judgement": true, "telling": true}

// asReportedBy reads `As reported by the ministry, …` whose participle is token i.
func (r *reading) asReportedBy(i, hi, ui int) int {
	if i+1 >= hi || r.words[i].verb < 0 || r.words[i].forms&participle == 0 || r.tok(i+1) != "by" {
		return 0
	}
	g := group{rng: rng{i, i + 1}, at: i, verb: &r.lang.verbs[r.words[i].verb], form: r.words[i].forms}
	if g.verb.medium == Thought || !g.verb.takes(thatClause) {
		return 0
	}
	src := r.nounRight(g.last + 1)
	for k := src.first; k < src.last; k++ {
		if r.tok(k) == "," {
			src.last = k // what follows may be a subject
		}
	}
	from := r.pastRelative(src.last + 1)
	if src.empty() || !r.claimable(src) || r.onlyDocument(src) || r.tok(src.last) != "," || from >= hi {
		return 0
	}
	end := r.contentEnd(from, hi)
	if end-from < leastClause {
		return 0
	}
	r.report(found{
		content: []rng{{from, end}}, cue: rng{g.at, g.last + 1}, source: src, medium: r.medium(g, rng{i, from}), sure: sureAccording,
		reason: "\"according to\" before a clause",
	}, g, ui)
	return end
}

// pastLead gives the token behind the comma of the circumstance that a clause begins with, "Earlier in the day, | Orlo"; begin
// itself where there is none.
func (r *reading) pastLead(begin, end int) int {
	if !r.is(begin, adverb|prep|timeWord) {
		return begin
	}
	for i := begin; i+1 < end && i < begin+maxOccasion && r.within[i] < 0; i++ {
		if r.tok(i) == "," {
			return i + 1
		}
	}
	return begin
}

// holdsSaid reports whether a clause has a cue with what was said behind it: "Orlo testified that …", "Orlo told a nurse he …".
func (r *reading) holdsSaid(g rng) bool {
	for i := g.first + 1; i < g.last && i < g.first+maxTail && r.within[i] < 0; i++ {
		c, ok := r.cue(i)
		if !ok || c.form&(past|third) == 0 || c.verb.medium == Thought {
			continue
		}
		if r.tok(c.last) == "that" || c.verb.base == "say" || c.verb.base == "tell" {
			return r.complement(c, g.last) > 0
		}
	}
	return false
}

// withoutSubject cuts off a source, at its first comma, what is the subject of a cue that follows: "According to the Herald,
// Professor Orlo, the chair, said".
func (r *reading) withoutSubject(src rng) rng {
	g, ok := r.cue(min(src.last+1, len(r.toks)-1))
	if src.empty() || !ok || r.tok(src.last) != "," || g.first != src.last+1 || g.form&(past|third) == 0 {
		return src
	}
	for i := src.first; i < src.last; i++ {
		if r.tok(i) == "," {
			return rng{src.first, i}
		}
	}
	return src
}

// pastRelative gives the token after the relative clause between commas that begins at token i, i itself where none does.
func (r *reading) pastRelative(i int) int {
	if !r.is(i, relative) {
		return i
	}
	for j := i + 1; j < len(r.toks) && j < i+maxRelative && !r.hardBreak(j); j++ {
		if r.tok(j) == "," {
			return j + 1
		}
	}
	return i
}

// passedOn reads the main clause of `According to the Herald, Orlo said that …`, whose source is Orlo and the Herald only
// the relay. It gives the end of what it took, 0 where the clause, within g, has no cue of its own.
func (r *reading) passedOn(relay, g rng, ui int) int {
	for i := g.first + 1; i < g.last && i < g.first+maxTail && r.within[i] < 0; i++ {
		c, ok := r.cue(i)
		if !ok || !r.finitelySaid(c) {
			if r.otherVerb(i, g.last) {
				return 0
			}
			continue
		}
		src, from := r.subject(g.first, c.first), r.complement(c, g.last)
		if from == 0 || src.empty() || src.first != g.first || r.is(src.first, relative) {
			return 0
		}
		if r.proform(from, g.last) {
			r.barred[c.at] = true
			return 0
		}
		content := r.clauseContent(from, g.last, src)
		if content.empty() {
			return 0
		}
		r.report(found{
			content: []rng{content}, cue: c.rng, source: src, relay: relay, medium: r.medium(c, rng{g.first, from}), sure: sureRelayed,
			reason: "\"according to\" a relay, then a cue and a clause",
		}, c, ui)
		return content.last
	}
	return 0
}

// finitelySaid reports whether a cue is the finite verb of a clause and tells that something was said: "Orlo warned", not "warning",
// "thought" or "did not warn".
func (r *reading) finitelySaid(c group) bool {
	return c.form&(past|third) != 0 && c.verb.medium != Thought && !r.reportsNothing(c)
}

// otherVerb reports whether token i is a verb of the clause that ends at hi, and does not only lead to a cue as in "has warned".
func (r *reading) otherVerb(i, hi int) bool {
	if !r.verbal(i) || r.is(i-1, relative) {
		return false
	}
	_, leads := r.cueAt(i, hi)
	return !leads
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

// accordingLast reads `…, according to Orlo` whose comma is token i.
func (r *reading) accordingLast(i int, u rng, ui int) int {
	src := r.nounRight(i + 3)
	begin := r.clauseStart(u.first, i)
	if r.is(i+3, relative) { // a protocol, according to which
		r.barred[i+1] = true
		return u.last
	}
	if r.insideRelative(src, i, u) || r.relayInside(src, rng{u.first, i}, u) {
		return u.last
	}
	if r.relayOf(src, rng{begin, i}) || r.toldOn(src, rng{u.first, i}, ui) {
		r.barred[i+1] = true
		return u.last
	}
	if r.relayAside(src, rng{begin, i}, u, ui) || r.relayLast(src, rng{begin, i}, ui) {
		return u.last
	}
	clause, rest := r.partsAround(rng{begin, i}, src, u)
	if src.empty() || r.onlyDocument(src) || clause.empty() {
		return u.last
	}
	g := group{rng: rng{i + 1, i + 3}, at: i + 1}
	q := found{content: []rng{clause}, cue: g.rng, source: src, sure: sureAccording, reason: "\"according to\" after a clause"}
	if !rest.empty() {
		q.content, q.sure, q.reason = append(q.content, rest), sureAround, "\"according to\" inside a clause"
	}
	r.report(q, g, ui)
	r.use(rng{begin, u.last})
	return u.last
}

// partsAround gives the words before an "according to" that it attributes, part, and the rest of them behind its source; only what stands behind
// where part is a lead. Both are empty where part is too short for either.
func (r *reading) partsAround(part, src, u rng) (clause, rest rng) {
	rest = r.goesOn(part, src.last, u)
	if !rest.empty() {
		return part, rest
	}
	if main := r.behindLead(part, src, u); !main.empty() {
		return main, rng{}
	}
	if part.last <= u.first+2 {
		return rng{}, rng{}
	}
	return part, rng{}
}

// behindLead gives the clause behind the source of an "according to" that only a word or two stand before: "Besides, according to Orlo, |
// the bridge is old"; empty where there is none.
func (r *reading) behindLead(lead, src, u rng) rng {
	if src.empty() || lead.last-lead.first > maxLead || r.clauseLike(lead.first, lead.last) || r.tok(src.last) != "," || !r.mainClause(src.last+1, u.last) {
		return rng{}
	}
	return rng{src.last + 1, r.contentEnd(src.last+1, u.last)}
}

// maxLead bounds the words of such a lead.
const maxLead = 4

// insideRelative reads the end of a relative clause that an "according to" between commas breaks at token i: "a mode which, according to
// the Herald, [is the second]", or of a clause behind its conjunction, "left as, according to the Herald, [he was ill]". What stands before it
// is the reporter's.
func (r *reading) insideRelative(src rng, i int, u rng) bool {
	if !r.is(i-1, relative|sub|coord) || src.empty() || r.tok(src.last) != "," || r.onlyDocument(src) {
		return false
	}
	content := rng{src.last + 1, r.contentEnd(src.last+1, u.last)}
	if content.last-content.first < leastClause {
		return false
	}
	subjectless := (r.is(i-1, relative) || r.tok(i-1) == "that") && (r.verbal(content.first) || r.finiteLooking(content.first))
	if !subjectless && (i-1 == u.first || !r.mainClause(content.first, content.last)) {
		return false
	}
	g := group{rng: rng{i + 1, i + 3}, at: i + 1}
	r.report(found{
		content: []rng{content}, cue: g.rng, source: src, sure: sureAccording, reason: "\"according to\" inside a relative clause",
	}, g, r.unitOf(u.first))
	r.used[i+1] = true
	return true
}

// relayInside reads `The office said on its site, according to the Herald, that …`, whose source is the office and the Herald only the
// relay; "according" follows g.
func (r *reading) relayInside(relay, g, u rng) bool {
	from := relay.last + 1
	if relay.empty() || r.tok(relay.last) != "," || r.tok(from) != "that" || from+1 >= u.last {
		return false
	}
	for v := g.last - 1; v > g.first && v > g.last-maxOccasion && r.within[v] < 0 && r.tok(v) != ","; v-- {
		c, ok := r.cue(v)
		if !ok || !c.verb.takes(thatClause) || !r.finitelySaid(c) {
			continue
		}
		src := r.subject(g.first, c.first)
		if src.empty() || r.pastCircumstance(r.pastListener(c, g.last), g.last) < g.last {
			return false
		}
		r.barred[g.last+1], r.used[g.last+1] = true, true
		r.report(found{
			content: []rng{r.clauseContent(from, u.last, src)}, cue: c.rng, source: src, relay: relay, medium: r.medium(c, g),
			sure: sureRelayed, reason: "\"according to\" a relay, then a cue and a clause",
		}, c, r.unitOf(u.first))
		return true
	}
	return false
}

// relayLast reads `Orlo testified that he had left, according to the Herald`, whose source is Orlo and the Herald only the relay;
// "according" follows the clause g.
func (r *reading) relayLast(relay, g rng, ui int) bool {
	if relay.empty() || !r.holdsSaid(g) || r.passedOn(relay, rng{r.pastLead(g.first, g.last), g.last}, ui) == 0 {
		return false
	}
	r.barred[g.last+1], r.used[g.last+1] = true, true
	return true
}

// relayAside reads `Orlo, according to the Herald, warned that …`, whose source is Orlo and the Herald only the relay.
func (r *reading) relayAside(relay, subject, u rng, ui int) bool {
	if relay.empty() || r.tok(relay.last) != "," || r.clauseLike(subject.first, subject.last) {
		return false
	}
	c, ok := r.cueAt(relay.last+1, u.last)
	if !ok || !r.finitelySaid(c) {
		return false
	}
	from := c.last
	if r.tok(from) != "that" {
		from = r.complement(c, u.last)
	}
	if from == 0 {
		return false
	}
	content := r.clauseContent(from, u.last, subject)
	if content.empty() {
		return false
	}
	r.barred[subject.last+1] = true
	r.report(found{
		content: []rng{content}, cue: c.rng, source: r.trim(subject), relay: relay, medium: r.medium(c, u),
		sure: sureRelayed, reason: "\"according to\" a relay, then a cue and a clause",
	}, c, ui)
	r.use(rng{subject.first, u.last})
	return true
}

// cueAt gives the verb group that begins at token i, before hi.
func (r *reading) cueAt(i, hi int) (group, bool) {
	for v := i; v < hi && v <= i+maxGroup; v++ {
		if g, ok := r.cue(v); ok && g.first == i {
			return g, true
		}
	}
	return group{}, false
}

// relayOf makes a source the relay of the quotation whose cue stands in g, right before it: `“We stay,” Orlo said, according
// to the Herald`. It reports whether there is one.
func (r *reading) relayOf(relay, g rng) bool {
	if r.open < 0 {
		return false
	}
	q := &r.out[r.open]
	if q.cue.empty() || q.cue.first < g.first || q.cue.last > g.last {
		return false
	}
	q.relay = relay
	return true
}

// toldOn reads the clause before `…, Orlo said, according to the Herald`, whose source is Orlo and the Herald only the
// relay; "according" follows g. It reports whether the clause has a cue of its own.
func (r *reading) toldOn(relay, g rng, ui int) bool {
	begin := r.clauseStart(g.first, g.last)
	for c := g.last - 1; c > begin+2 && c > g.last-maxTail && r.within[c] < 0; c-- {
		if r.tok(c) != "," {
			continue
		}
		v := r.lastCue(c+1, g)
		if v < 0 || r.used[v] {
			continue
		}
		cue, _ := r.cue(v)
		r.report(found{
			content: []rng{{begin, c}}, cue: cue.rng, source: r.tailSource(c+1, cue), relay: relay, medium: r.medium(cue, g),
			sure: sureRelayed, reason: "a clause and its cue, then \"according to\" a relay",
		}, cue, ui)
		r.use(rng{begin, g.last})
		return true
	}
	return false
}

// accords reports whether a cue is "according to".
func (r *reading) accords(cue articles.Span) bool {
	return !cue.Empty() && strings.EqualFold(r.tok(r.tokens(cue).first), "according")
}
