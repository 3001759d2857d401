package quotes

import (
	"strings"

	"quotidian/articles/token"
)

// cueLast reads a clause whose cue follows it, `…, the ministry said on Friday.` or `…, according to Orlo.`, and
// gives the end of what is left to read from the left.
func (r *reading) cueLast(u rng, ui int) int {
	for i := u.last - 1; i > u.first; i-- {
		if r.within[i] >= 0 {
			r.endsQuoted(i+1, u, ui)
			return u.last
		}
		if r.tok(i) != "," || r.based(i+1) {
			continue
		}
		if strings.EqualFold(r.tok(i+1), "according") && r.tok(i+2) == "to" {
			return r.accordingLast(i, u, ui)
		}
		v := r.lastCue(i+1, u)
		if v < 0 && !r.quotedLast(i, u, ui) {
			continue
		}
		if v < 0 || r.used[v] {
			return u.last
		}
		g, _ := r.cue(v)
		src := r.tailSource(i+1, g)
		clause := rng{r.clauseStart(u.first, i), i}
		if !r.nobody(src) && !r.relayBehind(g, src, clause, u) {
			r.takeBefore(g, src, clause, u, ui)
		}
		return u.last
	}
	return u.last
}

// takeBefore takes what is said in a clause before its cue, and behind the source, where it goes on.
func (r *reading) takeBefore(g group, src, clause, u rng, ui int) {
	clause = r.openRelative(clause)
	rest := r.goesOn(clause, max(src.last, r.pastCircumstance(r.pastListener(g, u.last), u.last)), u)
	if clause.empty() || rest.empty() && (clause.last <= u.first+2 || !r.saidBefore(clause, g, src)) {
		return
	}
	q := found{
		content: []rng{clause}, cue: g.rng, source: src, medium: r.medium(g, u), sure: r.sureBehind(g, src, u),
		reason: "a clause, then the cue",
	}
	r.citedBehind(&q, g, r.pastCircumstance(g.last, u.last), u)
	if !rest.empty() {
		q.content, q.sure, q.reason = append(q.content, rest), sureAround, "a clause around the cue"
	}
	r.report(q, g, ui)
	r.use(clause)
}

// openRelative gives the pronoun with which a clause ends, whose own clause the cue then stands in: "The book is lost, | which, Orlo said, |
// is a pity"; the clause itself where it ends with none.
func (r *reading) openRelative(clause rng) rng {
	if i := clause.last - 1; i > clause.first && r.is(i, relative) && r.tok(i) != "that" && r.tok(i-1) == "," {
		return rng{i, clause.last}
	}
	return clause
}

// relayBehind reads what `Orlo said that …, the Herald reported` says in the clause before its last cue, g: the source is
// Orlo, and the Herald only the relay. It reports whether a cue of its own stands there.
func (r *reading) relayBehind(g group, relay, clause, u rng) bool {
	citing := g.verb.base == "write" && r.tok(g.last) == "," && r.tok(g.last+1) == "citing"
	if !g.verb.reports() && !citing && !(g.verb.base == "say" && r.agency(relay)) {
		return false
	}
	ui := r.unitOf(u.first)
	clause.first = min(r.afterDateline(clause.first), clause.last)
	switch {
	case r.endsWithOpen(clause) && r.relayOf(relay, clause):
	case r.pointsBack(relay, clause, u):
	case r.passedOnLast(relay, clause.last, u):
	case r.passedOn(relay, clause, ui) > 0:
		r.out[len(r.out)-1].reason = "a cue and a clause, then the relay that reports them"
	default:
		return false
	}
	r.barred[g.at] = true
	for i := g.last; i <= g.last+1; i++ {
		if r.citesOn(i) {
			r.barred[i] = true
		}
	}
	return true
}

// citedBehind makes whom a report cites at token i the source, and who reports the relay: "The bridge is shut, Norpress
// reported on Monday, citing the ministry", "Norpress reported that the bridge was shut, citing the ministry".
func (r *reading) citedBehind(q *found, g group, i int, u rng) {
	if q.source.empty() || !q.relay.empty() {
		return
	}
	if q.source.first >= g.last {
		i = q.source.last // reported Norpress, citing
	}
	if !g.verb.reports() && (g.verb.base != "write" || !r.agency(q.source)) && (g.verb.base != "say" || !r.quoting(i)) {
		return
	}
	by, at := r.citing(i, u)
	if !by.empty() {
		r.barred[at] = true
		q.source, q.relay = by, q.source
	}
}

// citing gives whom the participle at token i, or behind the comma there, cites, and where that participle stands.
func (r *reading) citing(i int, u rng) (by rng, at int) {
	if r.tok(i) == "," {
		i++
	}
	if r.withReference(i) && r.beginsNoun(i+3) {
		by = r.nounRight(i + 3)
		return by, i
	}
	c, ok := r.cue(min(i, len(r.toks)-1))
	if i >= u.last || !ok || !c.verb.quotes() || c.form&ing == 0 || !r.beginsNoun(c.last) {
		return rng{}, 0
	}
	if by = r.nounRight(c.last); !r.claimable(by) || r.onlyDocument(by) || r.is(by.last-1, written) {
		r.barred[c.at] = r.barred[c.at] || r.tok(c.at-1) == "," // what was cited is no statement of the subject before
		return rng{}, 0
	}
	return by, c.at
}

// agency reports whether a source is called an agency or a newspaper, so that what it says of others it passes on.
func (r *reading) agency(g rng) bool {
	for i := g.first; i < g.last; i++ {
		switch r.tok(i) {
		case "agency", "newspaper", "broadcaster", "daily", "weekly":
			return i > g.first && !r.is(i+1, prep)
		}
	}
	return false
}

// pointsBack reads `Orlo said this in a post, Norpress reports`, which tells whose the words before are and through whom they
// came. It reports whether the clause is of that kind.
func (r *reading) pointsBack(relay, clause, u rng) bool {
	for i := clause.first + 1; i < clause.last && i < clause.first+maxTail && r.within[i] < 0; i++ {
		c, ok := r.cue(i)
		if !ok || !r.finitelySaid(c) {
			continue
		}
		if from := r.complement(c, clause.last); !r.statesThis(c, clause.last) && (from == 0 || r.tok(from) != "this" || !r.proform(from, clause.last)) {
			return false
		}
		r.barred[c.at] = true
		r.settle(c, r.subject(clause.first, c.first), relay, u)
		return true
	}
	return false
}

// endsWithOpen reports whether the direct quote read last, or its cue, is the end of a clause.
func (r *reading) endsWithOpen(clause rng) bool {
	if r.open < 0 {
		return false
	}
	q := &r.out[r.open]
	return !r.clauseLike(max(q.cue.last, q.content[len(q.content)-1].last, clause.first), clause.last)
}

// passedOnLast reads `…, the minister said at a briefing, Meridian reports.`, whose last cue, behind the comma at token i,
// has the agency for its source: the minister's words, with the agency as their relay.
func (r *reading) passedOnLast(relay rng, i int, u rng) bool {
	part := rng{u.first, i}
	for j := i - 1; j > u.first+2 && r.within[j] < 0; j-- {
		if r.tok(j) != "," {
			continue
		}
		v := r.lastCue(j+1, part)
		if v < 0 {
			continue
		}
		said, _ := r.cue(v)
		begin := r.clauseStart(u.first, j)
		if r.used[v] || begin >= j || !r.clauseLike(begin, j) {
			return false
		}
		r.report(found{
			content: []rng{{begin, j}}, cue: said.rng, source: r.tailSource(j+1, said), relay: relay, medium: r.medium(said, u),
			sure: sureClause, reason: "a clause, then the cue",
		}, said, r.unitOf(u.first))
		r.use(rng{begin, u.last})
		return true
	}
	return false
}

// lastCue finds the cue of `S V` or `V S` that begins at token i and closes its unit; -1 for none.
func (r *reading) lastCue(i int, u rng) int {
	v := r.tailVerb(i)
	if v < 0 || v >= u.last {
		return -1
	}
	g, _ := r.cue(v)
	if r.idle(g) || r.insideSubject(g, u.last) || !g.verb.takes(thatClause) || g.verb.medium == Thought {
		return -1
	}
	src := r.tailSource(i, g)
	if !r.mayHold(src, g) {
		return -1
	}
	if src.empty() || r.joins(i) || src.first > i+1 && src.first < g.first && !r.is(i, prep|adverb|timeWord) || !r.closesUnit(g, src, u) {
		return -1
	}
	return v
}

// mayHold reports whether a subject beside a cue can be its source: no verb ends it (", says drivers | left the road"), and the cue agrees
// with it ("a town in the Varn | state").
func (r *reading) mayHold(src rng, g group) bool {
	if src.first > g.first && r.beforeVerb(src).last < src.last {
		return false
	}
	if src.last == g.first && r.is(src.last-1, coord) {
		return false // a second verb: a chief listened and | told him to go
	}
	bare := g.first == g.at && g.form&base != 0 && g.form&(past|third) == 0
	if r.participles(src) > 1 {
		return false // …, mending the roof and painting doors that break House rules
	}
	if bare && r.owns(g.at-2) && !r.plural(g.at-1) {
		return false // under the king's harsh rule
	}
	return src.last != g.first || !bare || r.pluralSource(src)
}

// participles counts the -ing forms in small letters of a phrase that begins with one.
func (r *reading) participles(g rng) int {
	n := 0
	for i := g.first; i < g.last && (n > 0 || i == g.first); i++ {
		if r.participle(i) {
			n++
		}
	}
	return n
}

// pluralSource reports whether a subject can have a verb in its base form: a plural, a pronoun, or several joined.
func (r *reading) pluralSource(src rng) bool {
	for i := src.first; i < src.last; i++ {
		if r.plural(i) || r.is(i, coord) {
			return true
		}
	}
	return false
}

// joins reports whether token i joins a clause to the one before, so that a cue behind it does not attribute what that says:
// ", and Orlo said", ", while Orlo says", "“The Waltz,” which she wrote".
func (r *reading) joins(i int) bool {
	return r.is(i, coord) || r.is(i, sub) && !r.is(i, prep) || r.tok(i) == "which"
}

// objectBehind reports whether what stands behind a cue is its object: ", posted her thanks on the wall".
func (r *reading) objectBehind(g group, src, u rng) bool {
	return g.verb.takes(nounPhrase) && (src.last < u.last && !r.terminal(src.last) || !r.is(src.first, det|pronoun) && !r.has(src.first, token.Capital))
}

// closesUnit reports whether a cue and its source leave nothing to report on their right. A name before a comma
// and the cue is the second half of its source: "the mayor, Ada Brandt, said".
func (r *reading) closesUnit(g group, src, u rng) bool {
	switch {
	case src.first > g.first && g.form&third != 0 && g.form&past == 0 && r.severalThings(src):
		return false // "…, adds two ships" has an object there
	case src.first > g.first:
		return !r.objectBehind(g, src, u) && r.overBehind(g, src, u)
	case src.last == g.first-1 && !r.holdsComma(src):
		return false
	}
	past := r.pastListener(g, u.last)
	if g.verb.reports() && (r.citesOn(past) || r.citesOn(g.last)) || g.verb.base == "say" && r.quoting(past) {
		return true
	}
	return r.clauseIsOver(past, u) && !r.governsOn(g.verb, past, u.last)
}

// citesOn reports whether a report goes on, at token i, with whom it cites: "Norpress reports | citing the ministry".
func (r *reading) citesOn(i int) bool {
	if i >= len(r.toks) {
		return false
	}
	c, ok := r.cue(i)
	return ok && c.form&ing != 0 && (c.verb.quotes() || c.verb.base == "refer") || r.withReference(i)
}

// withReference reports whether token i opens the words with which agencies name whom they cite: "Norpress reports | with reference to".
func (r *reading) withReference(i int) bool {
	return r.tok(i) == "with" && r.tok(i+1) == "reference" && r.tok(i+2) == "to"
}

// quoting reports whether token i is the "quoting" of "the report said | quoting an aide", where "said" is no more than "reported". Behind a
// comma a speaker may quote somebody in passing.
func (r *reading) quoting(i int) bool {
	if i >= len(r.toks) {
		return false
	}
	c, ok := r.cue(i)
	return ok && c.form&ing != 0 && c.verb.base == "quote"
}

// overBehind reports whether nothing is reported behind a source that follows its cue.
func (r *reading) overBehind(g group, src, u rng) bool {
	return !r.saysOn(g, src, u) && (r.clauseIsOver(src.last, u) || r.is(src.last, relative))
}

// saysOn reports whether what stands behind a cue belongs to what is said: the subject of ", said he now lived there", the object of
// ", advised Orlo to leave".
func (r *reading) saysOn(g group, src, u rng) bool {
	if r.tok(src.last) == "to" && g.verb.takes(nounInf) {
		return true
	}
	if src.last-src.first > 1 || !r.is(src.first, pronoun) || r.is(src.first, det) {
		return false
	}
	i := src.last
	for i < u.last && r.isAdverb(i) {
		i++
	}
	return i > src.last && i < u.last && r.toks[i].Kind == token.Word && !r.is(i, prep|coord|timeWord)
}

// severalThings reports whether a noun phrase is a plural and no name, so that it is not who "adds": "two ships".
func (r *reading) severalThings(g rng) bool {
	for i := g.first; i < g.last; i++ {
		if r.has(i, token.Capital) || r.is(i, prep) || r.tok(i) == "," {
			return false
		}
	}
	last := r.tok(g.last - 1)
	return strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss")
}

// governsOn reports whether a cue has its content behind it, from token i on: ", he boasted of his boats", ", she has vowed to
// stay", ", he insisted on Friday that".
func (r *reading) governsOn(v *verb, i, hi int) bool {
	switch {
	case i >= hi:
		return false
	case v.particle(r.tok(i)), r.tok(i) == "to" && v.takes(infinitive):
		return true
	}
	return v.takes(thatClause) && r.thatAhead(i, hi, maxAhead)
}

// maxAhead bounds the words between a cue and its "that", maxPlaces those where it is told at length when and where something was said.
const (
	maxAhead  = 12
	maxPlaces = 28
)

// thatAhead reports whether circumstances of so many words at most lead from token i on to a clause with "that": "insisted at a
// rally in Dunmore on Friday that he".
func (r *reading) thatAhead(i, hi, most int) bool {
	for j := i; j < hi && j < i+most && r.within[j] < 0; j++ {
		switch {
		case r.tok(j) == "," || r.hardBreak(j) || r.verbal(j):
			return false
		case r.tok(j) == "that":
			return conditions[r.tok(j+1)] || r.beginsNoun(j+1) && r.words[j+1].verb < 0
		}
	}
	return false
}

// endsQuoted reads a clause that ends in quoted words, with a comma inside their marks, and then its cue, which begins at
// token i: `The plan “looks like a joke,” Orlo said.`
func (r *reading) endsQuoted(i int, u rng, ui int) {
	k := r.within[i-1]
	if r.claimed[k] || int(r.stretches[k].close) != i-1 || int(r.stretches[k].open) == u.first || !r.endsSpeech(i-1) {
		return
	}
	v := r.lastCue(i, u)
	if v < 0 || r.used[v] {
		return
	}
	g, _ := r.cue(v)
	begin, src := r.clauseStart(u.first, i), r.tailSource(i, g)
	if r.relayBehind(g, src, rng{begin, i}, u) {
		return
	}
	r.report(found{
		content: []rng{{begin, i}}, cue: g.rng, source: src, medium: r.medium(g, u), sure: sureClause,
		reason: "a clause that ends in quoted words, then the cue",
	}, g, ui)
	r.use(rng{begin, i})
}

// aroundQuoted reads a clause that ends in quoted words before its cue and goes on behind it: `The “tide was like never before,” Orlo
// told the Herald, “and we shall see.”`, `What he “heard on the radio,” Orlo said, was “nonsense.”`
func (r *reading) aroundQuoted(u rng, ui int) {
	first, end := r.stretchesOf(u)
	for k := first; k < end; k++ {
		s := r.stretches[k]
		i := int(s.close) + 1
		if i-u.first > maxClause {
			return // so that a sentence without end costs no more than its words
		}
		if r.claimed[k] || int(s.open) == u.first || r.tok(i-2) != "," || i >= u.last || r.titled(s) || r.predicate(s) {
			continue
		}
		v := r.tailCue(i)
		if v < 0 || v >= u.last {
			continue
		}
		part := rng{r.clauseStart(u.first, i), i}
		if r.used[v] {
			r.joinQuoted(part, v)
			continue
		}
		g, _ := r.cue(v)
		src := r.tailSource(i, g)
		rest := r.restOf(part, max(src.last, r.pastCircumstance(r.pastListener(g, u.last), u.last)), u)
		if rest.empty() || src.empty() {
			continue
		}
		r.report(found{
			content: []rng{part, rest}, cue: g.rng, source: src, medium: r.medium(g, u), sure: sureAround, reason: "a clause around the cue",
		}, g, ui)
		r.use(part)
	}
}

// joinQuoted puts a clause before the quotation behind cue v, which was read with it alone.
func (r *reading) joinQuoted(part rng, v int) {
	for n := len(r.out) - 1; n >= 0 && r.out[n].cue.last > part.first; n-- {
		q := &r.out[n]
		if q.cue.first > v || v >= q.cue.last || q.content[0].first < q.cue.last {
			continue
		}
		q.content, q.kind, q.sure, q.reason = append([]rng{part}, q.content...), Mixed, sureAround, "a clause around the cue"
		r.claimed[r.within[part.last-1]] = true
		r.use(part)
		return
	}
}

// restOf is goesOn for a first part that ends in quoted words.
func (r *reading) restOf(part rng, i int, u rng) rng {
	if i+1 >= u.last || r.tok(i) != "," || r.newAttribution(i+1, u.last) || !r.verbal(i+1) && !r.finiteLooking(i+1) {
		return rng{}
	}
	return rng{i + 1, r.contentEnd(i+1, u.last)}
}

func (r *reading) holdsComma(g rng) bool {
	for i := g.first; i < g.last; i++ {
		if r.tok(i) == "," {
			return true
		}
	}
	return false
}

// pastListener skips the addressee of a cue that takes one.
func (r *reading) pastListener(g group, hi int) int {
	if g.verb.takes(addressee) && r.tok(g.last) != "that" {
		return r.pastAddressee(g.last, hi)
	}
	return g.last
}

// clauseIsOver reports whether nothing can be reported after token i: the unit ends, or time, place and
// circumstance follow.
func (r *reading) clauseIsOver(i int, u rng) bool {
	i = r.pastHere(i, u.last)
	if i >= u.last || r.within[i] >= 0 {
		return i >= u.last
	}
	switch r.tok(i) {
	case ",", ".", ";", ")", "—", "–", "--", "-", "!", "?":
		return true
	case "that":
		return false
	}
	return r.is(i, prep|coord|timeWord) || r.isAdverb(i) || r.is(i, object) || dayPart[r.tok(i)]
}

// use marks the cue verbs of tokens as taken.
func (r *reading) use(g rng) {
	for i := g.first; i < g.last; i++ {
		r.used[i] = true
	}
}

// saidBefore reports whether words can be what the cue behind them attributes: a clause, or what a bracket holds.
func (r *reading) saidBefore(c rng, g group, src rng) bool {
	return r.clauseLike(c.first, c.last) || r.unknownClause(c, g, src) || r.tok(c.first-1) == "(" || r.endsHeadline(g, src, r.units[r.unitOf(c.first)])
}

// endsHeadline reports whether a headline ends with its cue and speaker, so that whatever stands before is said, with a verb or without:
// "Long wait for ferry, say officials", "No new ferry, minister says".
func (r *reading) endsHeadline(g group, src, u rng) bool {
	if g.verb.base != "say" && !finds(g.verb) || !r.start[u.first] || r.terminal(u.last-1) || u.last-u.first >= 2*longHeadline {
		return false
	}
	return r.saysMinister(g, src, u) || max(g.last, src.last) == u.last && (g.form&third != 0 || g.form&base != 0 && r.pluralSource(src))
}

// saysMinister reports whether a headline puts its speaker behind the cue, so that whatever stands before is said, with a verb or
// without: "Council misleading farmers, says minister".
func (r *reading) saysMinister(g group, src, u rng) bool {
	return g.verb.base == "say" && g.form&third != 0 && src.first >= g.last && r.start[u.first] && !r.terminal(u.last-1) && u.last-u.first < 2*longHeadline
}

// sureBehind gives how sure a clause is whose cue stands behind it.
func (r *reading) sureBehind(g group, src, u rng) float64 {
	if r.saysMinister(g, src, u) {
		return sureFirm
	}
	return sureClause
}

// unknownClause reports whether words without a verb of the lists are a clause all the same, since a form of "say" and its
// source behind them end the sentence: "Symptoms include fever and chills, doctors say."
func (r *reading) unknownClause(c rng, g group, src rng) bool {
	c.first = r.pastLead(c.first, c.last)
	if g.verb.base != "say" && !finds(g.verb) || c.last-c.first < leastUnknown || r.is(c.first, prep|sub|adverb|timeWord) || !r.terminal(max(src.last, g.last)) {
		return false
	}
	if src.first >= g.last && g.form&third != 0 && r.allCapitals(src) {
		return true // not: Orlo, a doctor, says the bridge is old
	}
	for i := c.first; i < c.last; i++ {
		if r.tok(i) == "," && r.is(i+1, det|possessive|role|relative) {
			return false // Orlo, a doctor, said
		}
	}
	return true
}

// leastUnknown is the fewest words told as a clause though none of them is known as a verb.
const leastUnknown = 6

// clauseLike reports whether tokens [begin, end) can be a clause: they hold a verb.
func (r *reading) clauseLike(begin, end int) bool {
	for i := begin; i < end; i++ {
		if r.within[i] >= 0 || r.verbal(i) || r.finiteLooking(i) {
			return true
		}
	}
	return false
}
