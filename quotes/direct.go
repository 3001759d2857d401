package quotes

import (
	"slices"
	"strings"

	"quotidian/articles/token"
)

// confidences of the direct frames, chosen by their precision on PolNeAR train.
const (
	sureTail   = 0.98 // "…," she said
	sureHead   = 0.97 // she said: "…"
	sureJoined = 0.95
	sureColon  = 0.9 // Orlo: "…"
	sureOrphan = 0.8
	sureLoose  = 0.6
)

// unit reads one unit: direct quotes first, because their marks are certain, then the clauses around them, then
// the stretches that nothing has claimed.
func (r *reading) unit(i int) {
	u := r.units[i]
	if r.start[u.first] && i > 0 && r.within[u.first] < 0 {
		r.open = -1
	}
	first, end := r.stretchesOf(u)
	for k := first; k < end; k++ {
		r.direct(k, u, i)
	}
	r.indirect(u, i)
	for k := first; k < end; k++ {
		if !r.claimed[k] {
			r.orphan(k, u, i)
		}
	}
}

// stretchesOf gives the range of stretches that lie in a unit.
func (r *reading) stretchesOf(u rng) (first, end int) {
	first, _ = slices.BinarySearchFunc(r.stretches, u.first, func(s stretch, t int) int { return int(s.open) - t })
	end = first
	for end < len(r.stretches) && int(r.stretches[end].open) < u.last {
		end++
	}
	return first, end
}

// direct tries the frames of a direct quote on stretch k, best first.
func (r *reading) direct(k int, u rng, ui int) {
	s := r.stretches[k]
	if !r.sentenceLike(s, u) {
		return
	}
	switch {
	case r.continues(k, u, ui):
	case r.signed(k, ui):
	case r.head(k, u, ui):
	case r.quotedAfter(k, u, ui):
	case r.tail(k, u, ui):
	}
}

// sentenceLike reports whether a stretch can be an utterance and is no fragment, title or scare quote: it opens
// a unit or follows a comma, a colon or a cue, and has the punctuation of speech.
func (r *reading) sentenceLike(s stretch, u rng) bool {
	open, close := int(s.open), int(s.close)
	if close-open < 2 || r.work(s) {
		return false
	}
	before := r.tok(open - 1)
	begins := open == u.first || before == "," || before == ":" || r.dash(open-1)
	if !begins {
		g, ok := r.cue(max(open-1, 0))
		return ok && !r.noun(g) || r.endsSpeech(close) && r.has(open+1, token.Capital)
	}
	return true
}

// endsSpeech reports whether the stretch that closes at token close ends as speech does: a comma or the end of a
// sentence inside the mark, or a comma right after it.
func (r *reading) endsSpeech(close int) bool {
	last := close - 1
	for last > close-maxDepth && last > 0 && r.toks[last].Kind == token.Mark { // ‘…,’”
		last--
	}
	switch r.tok(last) {
	case ",", ".", "!", "?", "…", "...", "--", "—", "–":
		return true
	}
	return r.tok(close+1) == ","
}

// tail tries `"…," she said` and `"…," said Orlo`.
func (r *reading) tail(k int, u rng, ui int) bool {
	s := r.stretches[k]
	after := int(s.close) + 1
	if s.closed && !r.endsSpeech(int(s.close)) && !(int(s.open) == u.first && r.dash(after)) {
		return r.unpunctuated(k, u, ui) || r.trailing(k, u, ui)
	}
	if r.titled(s) || r.tok(after) == "which" || r.predicate(s) || r.completes(s, u) {
		return false // on “Morning Round,” Orlo said; “The Waltz,” which he wrote; a film that Rinn called “a shame,” Orlo said
	}
	if r.tok(int(s.close)-1) == "." && int(s.close)-1 > int(s.open)+1 && r.has(after, token.Capital) {
		return false // the sentence ended inside the marks
	}
	return r.takeTail(k, r.skipComma(after), u, ui, sureTail)
}

// maxTitle bounds the words of a title in quotation marks, the marks among them.
const maxTitle = 9

// titled reports whether a stretch that ends in a comma is the name of a broadcast, a paper or a book: capitals that a
// preposition or a possessor governs.
func (r *reading) titled(s stretch) bool {
	open, close := int(s.open), int(s.close)
	if open == 0 || close-open > maxTitle || r.tok(close-1) != "," || !r.is(open-1, prep|possessive) && !r.has(open-1, token.Clitic) {
		return false
	}
	capitals := 0
	for i := open + 1; i < close-1; i++ {
		switch {
		case r.has(i, token.Capital):
			capitals++
		case i == open+1 || r.toks[i].Kind == token.Word && !r.is(i, prep|det|coord):
			return false
		}
	}
	return capitals > 1 || capitals == 1 && r.has(open-1, token.Clitic) // on NTV's “Daybreak,”
}

func (r *reading) skipComma(i int) int {
	if r.tok(i) == "," || r.dash(i) {
		return i + 1
	}
	return i
}

// dash reports whether token i is a dash, or the hyphen that stands for one.
func (r *reading) dash(i int) bool {
	switch r.tok(i) {
	case "—", "--", "–", "-":
		return true
	}
	return false
}

func (r *reading) takeTail(k, from int, u rng, ui int, sure float64) bool {
	g, src := r.goingOn(from, u.last)
	if g.empty() {
		g = r.cameTheReply(from)
	}
	if g.empty() {
		v := r.tailCue(from)
		if v < 0 || v >= u.last {
			return false
		}
		g, _ = r.cue(v)
		src = r.tailSource(from, g)
	}
	if r.tok(g.last) == "that" && r.governsOn(g.verb, g.last, u.last) {
		return false // at a rally for “Varn, the bride,” they said that
	}
	r.claim(k)
	r.take(found{
		kind: Direct, content: []rng{r.whole(k)}, cue: g.rng, source: src,
		medium: r.medium(g, u), sure: sure, reason: "quotation marks, then the cue",
	}, g, ui)
	r.open = len(r.out) - 1
	return true
}

// tailSource gives the source of the cue of a tail that begins at from: its subject before or after it.
func (r *reading) tailSource(from int, g group) rng {
	if g.first == from || g.first == from+1 && r.isAdverb(from) {
		if i := g.last; r.tok(i) == "@" && r.has(i+1, token.Glued) {
			return rng{i, i + 2} // an account
		}
		return r.nounRight(g.last)
	}
	return r.subjectOf(g, from)
}

// unpunctuated tries `"We stay here" said Orlo`, where the comma was forgotten: only a cue right behind the mark
// shows that this is no title.
func (r *reading) unpunctuated(k int, u rng, ui int) bool {
	s := r.stretches[k]
	after := int(s.close) + 1
	if s.close-s.open < 5 || after+1 >= u.last || int(s.open) != u.first {
		return false
	}
	if r.words[after].verb < 0 && !(r.is(after, pronoun) && r.words[after+1].verb >= 0) {
		return false
	}
	return r.takeTail(k, after, u, ui, sureLoose)
}

// trailing tries `"We work with them, holding the line" of the front, Orlo told reporters`: a quoted sentence that
// the reporter's words round off before the cue.
func (r *reading) trailing(k int, u rng, ui int) bool {
	s := r.stretches[k]
	if int(s.open) != u.first || !r.has(int(s.open)+1, token.Capital) || s.close-s.open < 5 {
		return false
	}
	for i := int(s.close) + 1; i < u.last && i < int(s.close)+14; i++ {
		if r.within[i] >= 0 || r.verbal(i) {
			return false
		}
		if r.tok(i) == "," && r.takeTail(k, i+1, u, ui, sureLoose) {
			return true
		}
	}
	return false
}

// maxTail bounds the words between a quoted stretch and its cue.
const maxTail = 60

// tailCue finds the verb of a clause "she said" or "said Orlo" that begins at token i; -1 for none. A verb that only asks for a name to be
// kept back gives way to one behind it: “…,” an aide who asked not to be named | told Norpress.
func (r *reading) tailCue(i int) int {
	asked := -1
	for j := i; j < len(r.toks) && j < i+maxTail; j++ {
		if j > i && r.start[j] || r.hardBreak(j) {
			return asked
		}
		if k := r.within[j]; k >= 0 {
			if !r.nickname(k) {
				return asked
			}
			j = int(r.stretches[k].close)
			continue
		}
		if r.is(j, sub) && r.tok(j-1) != "," && !r.is(j, relative|prep) && !r.anonymity(j) {
			return asked
		}
		if !r.governs(i, j) {
			continue
		}
		if !r.anonymity(j + 1) {
			return j
		}
		asked = j
	}
	return asked
}

// governs reports whether token j is a finite cue whose clause begins at token i, with what was said before it.
func (r *reading) governs(i, j int) bool {
	g, ok := r.cue(j)
	if ok && j == i && r.has(j, token.Capital) && g.form&(past|third) == 0 {
		return false // …, Report informs
	}
	if ok && r.is(j, homonym) && g.first == j && j+1 < len(r.toks) && (r.is(j+1, aux) || r.finiteLooking(j+1)) {
		return false // the new report | said
	}
	return ok && g.verb.takes(direct) && g.form&(past|third|base) != 0 && !g.passive && r.fits(i, g)
}

// fits reports whether a cue group can govern what stands before token i: its subject fills the space between.
func (r *reading) fits(i int, g group) bool {
	if g.first <= i+1 && (g.first == i || r.isAdverb(i)) {
		return !g.verb.takes(bound) && r.beginsNoun(g.last) && !r.verbal(r.nounRight(g.last).last)
	}
	src := r.subject(i, g.first)
	if src.empty() || r.tok(src.first) == "who" || r.tok(src.first) == "which" {
		return false
	}
	for j := i; j < src.first; j++ { // "in a speech on Friday she said"
		if r.verbal(j) || r.words[j].verb >= 0 && r.words[j].forms&past != 0 {
			return false
		}
	}
	return true
}

// beginsNoun reports whether a noun phrase can begin at token i.
func (r *reading) beginsNoun(i int) bool {
	if i >= len(r.toks) {
		return false
	}
	if r.toks[i].Kind != token.Word {
		return r.toks[i].Kind == token.Number || r.tok(i) == "@" && r.has(i+1, token.Glued)
	}
	return r.is(i, det|possessive|pronoun) || r.has(i, token.Capital) || !r.is(i, prep|aux|modal|negative|sub|coord|timeWord|adverb|object) && !r.isAdverb(i)
}

// head tries `she said: "…"`, `she said, "…"`, `she said "…"` and `Orlo: "…"`.
func (r *reading) head(k int, u rng, ui int) bool {
	s := r.stretches[k]
	open := int(s.open)
	if open == u.first {
		return false
	}
	before := r.tok(open - 1)
	g, ok := r.headCue(u.first, open)
	if !ok {
		return before == ":" && r.colon(k, u, ui)
	}
	if r.quotesOn(k, u) || r.inClause(g, open) {
		return false // one clause with two quoted parts, or with words before them
	}
	if r.unsaid(g, u) || r.signpost(g.at) {
		r.claim(k)
		r.barred[g.at] = true
		return false
	}
	if r.clauseLeads(g, k, u) {
		return false
	}
	r.claim(k)
	q := found{
		kind: Direct, content: []rng{r.whole(k)}, cue: g.rng, medium: r.medium(g, u), sure: sureHead, reason: "cue, then quotation marks",
	}
	if r.tok(g.at-1) != "as" || g.form&ing == 0 || !r.cited(&q, g, u) {
		q.source = r.headSource(g, u, ui)
		q.relay = r.accordingRelay(u, q.source)
	}
	r.take(q, g, ui)
	r.open = len(r.out) - 1
	return true
}

// clauseLeads reports whether a clause of what is said leads from cue g to stretch k: the words in marks are a part of it, or illustrate it.
func (r *reading) clauseLeads(g group, k int, u rng) bool {
	switch r.tok(int(r.stretches[k].open) - 1) {
	case ",":
		return false
	case ":":
		return r.illustrates(g, k, u)
	}
	return r.partOfClause(g, r.stretches[k], u)
}

// partOfClause reports whether words in marks that no comma or colon announces belong to a mixed clause, or are marked for another reason.
func (r *reading) partOfClause(g group, s stretch, u rng) bool {
	return r.pastAudience(g, int(s.open)) < int(s.open) || !r.closesClause(int(s.close), u) || r.scare(s)
}

// saidBy gives the source of the cue that, with it, ends right before token end: "…, her mother said | , adding".
func (r *reading) saidBy(lo, end int) rng {
	for v := end - 1; v > lo && v > end-maxTail && r.within[v] < 0 && r.tok(v) != ","; v-- {
		c, ok := r.cue(v)
		if !ok || c.form&(past|third) == 0 || !c.verb.takes(direct) || c.passive {
			continue
		}
		if src := r.nounRight(c.last); c.verb.base == "say" && r.beginsNoun(c.last) && src.last == end {
			return src
		}
		if c.last == end {
			return r.subject(lo, c.first)
		}
		return rng{}
	}
	return rng{}
}

// headSource gives the source of a cue before its quotation: its subject, that of the verb it is joined to, or that of the
// clause a participle hangs on.
func (r *reading) headSource(g group, u rng, ui int) (src rng) {
	participle := g.form&ing != 0 && g.form&past == 0
	switch {
	case g.first == u.first && r.beginsNoun(g.last) && r.tok(r.nounRight(g.last).last) == ":":
		return r.nounRight(g.last) // Added the mayor: “…”
	case r.sharesSubject(g):
		src = r.inherited(u, g, ui)
	case participle && r.tok(g.first-1) == ",":
		src = r.saidBy(u.first, g.first-1)
	case r.tok(g.first-1) == "to":
		src = r.mainSubject(u.first, g.first-1) // Orlo had advice to offer: “…”
	}
	if src.empty() && !participle {
		src = r.subjectOf(g, u.first)
	}
	if src.empty() {
		src = r.absolute(u.first, g.first)
	}
	if src.empty() {
		src = r.inherited(u, g, ui)
	}
	return r.innerSubject(src)
}

// quotesOn reports whether a conjunction joins stretch k to the next one of its unit, with no cue between: `“A” because
// “B”`.
func (r *reading) quotesOn(k int, u rng) bool {
	if k+1 >= len(r.stretches) || int(r.stretches[k+1].open) >= u.last {
		return false
	}
	i, next := int(r.stretches[k].close)+1, int(r.stretches[k+1].open)
	if !r.is(i, coord|sub) || next-i > maxObject {
		return false
	}
	for ; i < next; i++ {
		if r.words[i].verb >= 0 || r.hardBreak(i) {
			return false
		}
	}
	return true
}

// scare reports whether a stretch is no utterance but a phrase held at arm's length: it begins in lower case, ends like
// no sentence and has no verb.
func (r *reading) scare(s stretch) bool {
	if r.has(int(s.open)+1, token.Capital) || r.endsSpeech(int(s.close)) {
		return false
	}
	for i := int(s.open) + 1; i < int(s.close); i++ {
		if r.verbal(i) || r.finiteLooking(i) || r.is(i, pronoun) {
			return false
		}
	}
	return true
}

// pastAudience skips what may stand between a cue and a stretch that no comma or colon introduces.
func (r *reading) pastAudience(g group, open int) int {
	i := g.last
	for i < open && (r.isAdverb(i) || g.verb.particle(r.tok(i))) {
		i++
	}
	if i < open && g.verb.takes(addressee) {
		i = r.pastAddressee(i, open)
	}
	return r.pastCircumstance(i, open)
}

// headCue finds the cue that introduces a stretch opening at token open: the nearest verb on its left with
// nothing but an addressee and circumstances between.
func (r *reading) headCue(lo, open int) (group, bool) {
	i := open - 1
	if s := r.tok(i); s == "," || s == ":" || r.dash(i) {
		i--
	}
	for n := 0; i >= lo && n < 25; i, n = i-1, n+1 {
		if k := r.within[i]; k >= 0 && r.pastBroadcast(int(r.stretches[k].open)-1) == i+1 {
			i = int(r.stretches[k].open)
			continue
		}
		if r.within[i] >= 0 || r.hardBreak(i) {
			return group{}, false
		}
		g, ok := r.cue(i)
		if ok && g.verb.takes(direct) && !r.used[i] && r.tellsWords(g) {
			return g, true
		}
		if r.is(i, aux|modal) {
			return group{}, false
		}
	}
	return group{}, false
}

// tellsWords reports whether a cue before a quotation leads to it, and does not tell when it was said or that a thing goes on.
func (r *reading) tellsWords(g group) bool { return !r.when(g) && !r.lastsOn(g) }

// when reports whether a cue is a participle that says on what occasion something was said: "told Norpress when asked about it:".
func (r *reading) when(g group) bool {
	if g.first != g.at || g.form&participle == 0 {
		return false
	}
	switch r.tok(g.first - 1) {
	case "when", "if", "once", "whenever":
		return true
	}
	return false
}

// closesClause reports whether nothing of the clause is left after a stretch that closes at token close.
func (r *reading) closesClause(close int, u rng) bool {
	if close+1 >= u.last {
		return true
	}
	switch r.tok(close + 1) {
	case ".", ";", "!", "?", ",", ")":
		return true
	}
	switch r.tok(close - 1) {
	case ".", "!", "?":
		return true
	}
	return r.is(close+1, coord|sub)
}

// colon tries `Orlo: "…"`, where the printed name is all that attributes.
func (r *reading) colon(k int, u rng, ui int) bool {
	s := r.stretches[k]
	src := r.statementFrom(u.first, int(s.open)-1)
	if src.empty() {
		src = r.subject(u.first, int(s.open)-1)
	}
	if name := r.gluedName(u.first, int(s.open)-1); !name.empty() && r.has(int(s.open)+1, token.Capital) {
		src, u.first = name, name.first
	}
	if !r.closesClause(int(s.close), u) || src.empty() || src.last-src.first > 8 || src.first != u.first && r.tok(src.first-1) != "from" || r.is(src.last-1, kicker|label) {
		return false
	}
	r.claim(k)
	r.take(found{
		kind: Direct, content: []rng{r.whole(k)}, source: src, sure: sureColon,
		reason: "name and colon, then quotation marks",
	}, group{}, ui)
	r.open = len(r.out) - 1
	return true
}

// gluedName gives the name of two words or more right before token colon into which a caption or a button of the page runs: "Share this
// page Ana Orlo: “…”".
func (r *reading) gluedName(lo, colon int) rng {
	first := colon
	for first > lo && r.toks[first-1].Kind == token.Word && (r.has(first-1, token.Capital) || r.has(first-1, token.Clitic)) {
		first--
	}
	if first <= lo || colon-first < 2 || r.has(first, token.Clitic) || r.is(first, det) || r.toks[first-1].Kind != token.Word || r.is(colon-1, kicker|label) ||
		r.is(first-1, prep|det|possessive|coord|sub|relative|role|aux) || r.verbal(first-1) || r.words[first-1].verb >= 0 {
		return rng{}
	}
	return rng{first, colon}
}

// continues tries to add a stretch to the direct quote before it: `"A," she said, "B."` and `"A," she said. "B."`
func (r *reading) continues(k int, u rng, ui int) bool {
	if r.open < 0 {
		return false
	}
	s := r.stretches[k]
	q := &r.out[r.open]
	open := int(s.open)
	prev := q.content[len(q.content)-1]
	if prev.last > open {
		return false
	}
	sameUnit := prev.first >= u.first
	switch {
	case sameUnit && q.cue.first >= prev.last:
		if open > q.cue.last && !r.resumes(open) {
			return false
		}
		if g, ok := r.headCue(q.cue.last, open); ok && !g.empty() {
			return false // , adding: "B"
		}
	case !sameUnit && open == u.first && !r.start[u.first] && r.standsAlone(s, u):
		if !r.resumed(q, ui) {
			return false
		}
	default:
		return false
	}
	q.content = append(q.content, r.whole(k))
	r.claim(k)
	return true
}

// resumed reports whether a quote can go on in unit ui: right behind its words, or behind what its speaker does between them, “A,” she said.
// She shrugged. “B.” Another sentence of the reporter's ends it, “A,” she said. The hall was full. “B.”
func (r *reading) resumed(q *found, ui int) bool {
	end := max(q.content[len(q.content)-1].last, q.cue.last)
	by, _ := r.gesturer(ui)
	if by.empty() {
		return end > r.units[ui-1].first
	}
	return ui > 1 && end > r.units[ui-2].first && (r.is(by.first, pronoun) || r.mentions(q.source, r.tok(by.first)))
}

// resumes reports whether the stretch that opens at token open may go on with the quote before it in its unit.
func (r *reading) resumes(open int) bool {
	before := r.tok(open - 1)
	return before == "," || before == ":" || r.dash(open-1) || r.anew(open)
}

// anew reports whether the stretch that opens at token open begins a sentence where no sentence break shows, behind an
// abbreviation or a title: `said in Dunmore, Calif. “The bridge …”`, `said on “Morning Round.” “The bridge …”`.
func (r *reading) anew(open int) bool {
	if !r.has(open+1, token.Capital) && r.tok(open+1) != "." {
		return false
	}
	return strings.HasSuffix(r.tok(open-1), ".") || r.toks[open-1].Kind == token.Mark && r.tok(open-2) == "."
}

func (r *reading) claim(k int) { r.claimed[k] = true }

// whole gives the tokens of a stretch, marks included.
func (r *reading) whole(k int) rng {
	return rng{int(r.stretches[k].open), int(r.stretches[k].close) + 1}
}

// take records a quote and what later ones inherit from it.
func (r *reading) take(q found, g group, ui int) {
	r.out = append(r.out, q)
	if !g.empty() {
		r.used[g.at] = true
	}
	if !q.source.empty() {
		r.last, r.lastUnit = q.source, ui
	}
}
