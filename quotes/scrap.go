package quotes

import (
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/articles/token"
)

// What the tagger reads and nobody said: words that hold no statement.

// empty reports whether an utterance that the tagger read has no words of its own: a pronoun ("disputed this"), where
// or when something was said ("stated during a briefing"), who was told ("told the court"), or a name in marks.
func (r *reading) empty(q *Quote) bool {
	switch {
	case q.Medium == Thought:
		return r.named(q) || r.anonymity(r.tokenAt(q.Content[0].Start))
	case r.onlyAfter(q), r.onlyRelative(q), r.pointedAt(q), r.unattributed(q), r.labelled(q), r.accordingWhich(q), r.theAccused(q):
		return true
	case len(q.Content) > 1:
		return r.whatAt(q)
	}
	content := r.tokens(q.Content[0])
	switch {
	case r.named(q), r.askedAbout(q, content), r.calledOnly(q, content), r.reference(q):
		return true
	case r.within[content.first] >= 0:
		return false
	case r.pointing(content), r.whatWasSaid(content.first, content.last):
		return true
	case r.aboutNoun(q, content), r.leadIn(q, content), r.onlyAgent(q, content):
		return true
	case q.Cue.Empty() || r.tokens(q.Cue).last != content.first:
		return false
	case r.circumstance(content.first):
		return !r.sayable(content.first, content.last)
	}
	return r.onlyListener(q, content) || r.onlyOccasion(q, content) || r.onlyWhen(content)
}

// onlyAfter reports whether no more than when somebody spoke stands behind a cue: "apologised | after bins were left on the road", not
// "said | after the vote he would leave".
func (r *reading) onlyAfter(q *Quote) bool {
	content := r.tokens(q.Content[0])
	if q.Cue.Empty() || r.tokens(q.Cue).last != content.first || len(q.Content) > 1 || !afterwards[r.tok(content.first)] {
		return false
	}
	for i := content.first + 1; i < content.last; i++ {
		if r.tok(i) == "," || r.tok(i) == "to" || r.tok(i) == "all" || r.is(i, pronoun) || r.within[i] >= 0 {
			return false
		}
	}
	return true
}

// afterwards are the words that begin it.
var afterwards = map[string]bool{"after": true, "before": true, "during": true}

// circumstance reports whether a preposition of when and where stands at token i: not "at least a hundred".
func (r *reading) circumstance(i int) bool {
	return circumstantial[strings.ToLower(r.tok(i))] && r.tok(i+1) != "least" && r.tok(i+1) != "most"
}

// pointedAt reports whether the colon that the tagger takes for a cue ends what points to another page: "READ MORE - Norland: 'We stay'".
func (r *reading) pointedAt(q *Quote) bool {
	if q.Cue.In(r.text) != ":" {
		return false
	}
	colon := r.tokens(q.Cue).first
	for i := max(0, colon-maxSignpost); i < colon; i++ {
		if r.signpost(i) {
			return true
		}
	}
	return false
}

// maxSignpost bounds the tokens from READ MORE to the colon behind which the other page is named.
const maxSignpost = 7

// onlyWhen reports whether content tells no more than when or where something was said: "said | late Saturday", "said | Thursday, after
// clashes had left …".
func (r *reading) onlyWhen(content rng) bool {
	past := r.pastCircumstance(content.first, content.last)
	return past >= content.last || past > content.first && r.tok(past) == "," && r.is(past+1, sub|prep)
}

// onlyRelative reports whether a passive or a denial has a relative word for what is said, with or without its doer: "the raid, | which | was
// ordered by | the governor".
func (r *reading) onlyRelative(q *Quote) bool {
	if q.Cue.Empty() || q.Kind == Direct {
		return false
	}
	first, cue := r.tokens(q.Content[0]), r.tokens(q.Cue)
	if first.last-first.first != 1 || first.last > cue.first || !r.is(first.first, relative) {
		return false
	}
	if len(q.Content) == 1 {
		return true
	}
	g, ok := r.governing(cue)
	second := r.tokens(q.Content[1])
	return ok && g.passive && (r.tok(second.first-1) == "by" || r.tok(second.first) == "by" || !r.tellsClause(second))
}

// onlyAgent reports whether content is no more than who did what a participle tells: "the cuts announced by | the port".
func (r *reading) onlyAgent(q *Quote, content rng) bool {
	g, ok := r.governing(r.tokens(q.Cue))
	return ok && g.form&participle != 0 && g.last == content.first-1 && r.tok(g.last) == "by" && !r.clauseLike(content.first, content.last)
}

// onlyOccasion reports whether content names, behind the preposition that its cue ends with, where something was said: "suggested on | the
// sidelines of the session".
func (r *reading) onlyOccasion(q *Quote, content rng) bool {
	at := content.first - 1
	if g, ok := r.governing(r.tokens(q.Cue)); !ok || g.verb == nil || g.verb.particle(r.tok(at)) {
		return false
	}
	return r.is(at, prep) && r.occasion(at, content.last) && !r.clauseLike(content.first, content.last)
}

// accordingWhich reports whether a cue has a relative word for its source: "a treaty according to | which".
func (r *reading) accordingWhich(q *Quote) bool {
	return r.accords(q.Cue) && r.is(r.tokens(q.Cue).last, relative)
}

// theAccused reports whether a cue without a source is who was charged or accused: "The | accused | surrendered", "Those | charged | included".
func (r *reading) theAccused(q *Quote) bool {
	if q.Cue.Empty() {
		return false
	}
	at := r.tokens(q.Cue).first
	w := r.words[at]
	if w.verb < 0 || w.forms&participle == 0 || !r.lang.verbs[w.verb].takes(charge) && r.lang.verbs[w.verb].base != "charge" {
		return false
	}
	switch r.tok(at - 1) {
	case "The", "the", "Those", "those":
		return true
	}
	return false
}

// leadIn reports whether content before its cue is only when or where something was said: "After that, | Orlo wrote, and wrote".
func (r *reading) leadIn(q *Quote, content rng) bool {
	return q.Kind == Indirect && !q.Cue.Empty() && content.last <= r.tokens(q.Cue).first && content.last-content.first < leastClause &&
		r.is(content.first, prep) && !r.clauseLike(content.first, content.last)
}

// aboutNoun reports whether a cue is a noun for what others hold or count, with what it is about behind it: "beat analysts' estimates | for
// the quarter", "saw 498 reports", "what economists had to say | about the data".
func (r *reading) aboutNoun(q *Quote, content rng) bool {
	if q.Cue.Empty() || q.Kind != Indirect {
		return false
	}
	cue := r.tokens(q.Cue)
	i := cue.first
	switch {
	case content.first < cue.last:
		return false
	case !q.Source.Empty() && r.tok(r.tokens(q.Source).first-1) == "what":
		return r.tok(content.first) == "about"
	case cue.last-i > 1 || !r.is(i, homonym):
		return false
	case i > 0 && r.toks[i-1].Kind == token.Number:
		return true
	}
	return (r.has(i-1, token.Clitic) || r.tok(i-1) == "’" || r.tok(i-1) == "'") && r.is(content.first, prep) && !r.is(content.first, sub) && r.tok(content.first) != "to"
}

// reference reports whether a cue sends the reader to another text: "(see ‘The climate of Varn’)".
func (r *reading) reference(q *Quote) bool {
	if s := q.Cue.In(r.text); s != "see" && s != "See" {
		return false
	}
	switch r.tok(r.tokens(q.Cue).first - 1) {
	case "(", "[", ";":
		return true
	}
	return false
}

// unattributed reports whether nothing says that somebody utters the words, or only that somebody names.
func (r *reading) unattributed(q *Quote) bool {
	switch q.Cue.In(r.text) {
	case "named", "titled", "entitled":
		return true
	}
	return q.Cue.Empty() && q.Source.Empty() && q.Kind != Direct
}

// whatAt reports whether the parts of a content are no more than "what" and where it was said: "Here is [what] he said at [the press
// conference]".
func (r *reading) whatAt(q *Quote) bool {
	first, last := r.tokens(q.Content[0]), r.tokens(q.Content[len(q.Content)-1])
	return len(q.Content) == 2 && first.last-first.first == 1 && r.tok(first.first) == "what" && !r.clauseLike(last.first, last.last)
}

// onlyListener reports whether content right behind its cue names who was told and no more.
func (r *reading) onlyListener(q *Quote, content rng) bool {
	cue := r.tokens(q.Cue)
	return r.toWhom(cue, content) || r.addresses(cue, content) || r.tells(cue, bound) && r.pastTold(content) >= content.last
}

// addresses reports whether content names who was spoken to or on what occasion, and not what was said: "addressed the media after the
// match", "addressed a rally", not "addressed the concerns".
func (r *reading) addresses(cue, content rng) bool {
	g, ok := r.governing(cue)
	if !ok || g.verb == nil || g.verb.base != "address" && (g.verb.base != "speak" || r.tok(cue.last-1) != "to" && r.tok(cue.last-1) != "with") {
		return false
	}
	for i := content.first; i < content.last && !r.is(i, prep|relative); i++ {
		if told[r.tok(i)] || r.is(i, venue) && r.toks[i].Kind == token.Word {
			return true
		}
	}
	return false
}

// askedAbout reports whether content is only what its source was asked about: "Orlo, when asked about the ruling, said".
func (r *reading) askedAbout(q *Quote, content rng) bool {
	g, ok := r.governing(r.tokens(q.Cue))
	if !ok || g.verb == nil || g.verb.base != "ask" || g.form&participle == 0 || q.Source.Empty() || q.Source.Start > q.Cue.Start {
		return false
	}
	switch r.tok(content.first - 1) {
	case "about", "on", "over", "regarding":
	default:
		if r.tok(content.first) != "to" || r.tok(content.first+1) != "comment" {
			return false
		}
	}
	return g.passive || r.when(g) || r.tok(g.first-1) == ","
}

// labelled reports whether what the model takes for a source is the label of its paragraph ("Claim: …") or the dateline of the
// text ("VARN: The ferry …").
func (r *reading) labelled(q *Quote) bool {
	source := r.tokens(q.Source)
	if q.Source.Empty() || !r.start[source.first] || r.tok(source.last) != ":" {
		return false
	}
	return r.is(source.last-1, label) || q.Kind != Direct && r.afterPlace(source.first) == source.last+1
}

// opensText reports whether tokens in capitals open the first sentence of a text, headlines aside.
func (r *reading) opensText(g rng) bool {
	for i := g.first; i < g.last; i++ {
		if r.toks[i].Kind == token.Word && !r.has(i, token.Upper) {
			return false
		}
	}
	at := r.unitOf(g.first)
	for i := at - 1; i >= 0 && i > at-maxHeadlines; i-- {
		if r.terminal(r.units[i].last - 1) {
			return false
		}
	}
	n := r.units[at].last - g.first
	if at >= maxHeadlines || !r.terminal(r.units[at].last-1) || n <= shortSentence {
		return false
	}
	return n > longHeadline || at > 0 && !slices.ContainsFunc(r.toks[g.first:r.units[at].last], r.talks) && !r.comesBack(g)
}

// comesBack reports whether a later paragraph begins with the same words, as a speaker's in a transcript does.
func (r *reading) comesBack(g rng) bool {
	for i := g.last; i < len(r.toks)-1; i++ {
		if r.start[i] && r.tok(i) == r.tok(g.first) && r.tok(i+g.last-g.first) == ":" {
			return true
		}
	}
	return false
}

const (
	// maxHeadlines bounds the lines above the first sentence of a text.
	maxHeadlines = 5
	// longHeadline is the number of tokens that headlines seldom have, and first sentences do.
	longHeadline = 20
	// shortSentence is the number of tokens that a first sentence below a headline has at least, where nobody speaks of himself as
	// whoever opens a transcript does.
	shortSentence = 9
)

// circumstantial are prepositions of when and where something was said.
var circumstantial = map[string]bool{"by": true, "during": true, "at": true, "in": true, "after": true, "before": true, "amid": true}

// toWhom reports whether content names those to whom something was said or written: "wrote to the council", not "agreed to the
// plan".
func (r *reading) toWhom(cue, content rng) bool {
	g, ok := r.cue(cue.last - 1)
	return ok && r.tok(content.first) == "to" && g.verb.takes(direct) && !g.verb.takes(infinitive) && !g.verb.particle("to") && !r.toAct(g, content.first) && r.beginsNoun(content.first+1) &&
		r.nounRight(content.first+1).last >= content.last
}

// toAct reports whether the "to" at token i leads to what somebody is to do, or owns up to, and not to whom something was said: "were urged | to
// stay", "ruled | to keep it", "admitted | to making".
func (r *reading) toAct(g group, i int) bool {
	return g.passive && g.verb.takes(nounInf) || g.verb.base == "rule" || strings.HasSuffix(r.tok(i+1), "ing")
}

// pointing reports whether content is a pronoun that points at other words, or nobody.
func (r *reading) pointing(g rng) bool {
	switch strings.ToLower(r.tok(g.first)) {
	case "this", "that", "it", "these", "those", "everything", "something", "nothing", "none":
		return g.last == g.first+1
	case "no":
		return g.last <= g.first+2 && r.tok(g.first+1) == "one"
	}
	return false
}

// tells reports whether a cue is a form of a verb that takes somebody who is told, or needs one.
func (r *reading) tells(cue rng, whom frame) bool {
	for i := cue.first; i < cue.last; i++ {
		if g, ok := r.cue(i); ok && g.verb.takes(whom) {
			return true
		}
	}
	return false
}

// pastTold gives where the listener ends that content begins with.
func (r *reading) pastTold(g rng) int {
	return min(g.last, r.pastAddressee(g.first, g.last))
}

// opensTold reports whether the "that" of what was told stands at token i, behind who was told: "warned the council | that it was late".
func (r *reading) opensTold(i int) bool {
	return r.tok(i) == "that" && !r.is(i-1, prep) && !r.verbal(i+1)
}

// listener leaves out of a content who was told: "told [a caller] the road was shut".
func (r *reading) listener(q *Quote) {
	if q.Cue.Empty() || q.Medium == Thought || q.Content[0].Start-q.Cue.End != 1 {
		return
	}
	content := r.tokens(q.Content[0])
	cue := r.tokens(q.Cue)
	if that := r.pastOthers(content); that > content.first {
		q.Content[0].Start = int(r.toks[that].Start)
		return
	}
	if cue.last != content.first || content.first >= len(r.toks) || r.within[content.first] >= 0 || !r.tells(cue, addressee) {
		return
	}
	from := r.pastTold(content)
	if from > content.first && from < content.last && (r.tells(cue, bound) && r.clauseFrom(from, content.last) || r.opensTold(from)) {
		q.Content[0].Start = int(r.toks[from].Start)
	}
}

// pastOthers gives the "that" behind what parts it from a cue which needs nobody to be told: "acknowledged [to a broadcaster] that",
// "announced [Nov. 18] that", "said of [the premier] that"; the first token where there is none.
func (r *reading) pastOthers(content rng) int {
	if past := r.pastHearers(content.first, content.last); past > content.first {
		return past
	}
	if past := r.pastDate(content.first, content.last); past > content.first && past < content.last && r.tok(past) == "that" {
		return past
	}
	return r.saidOf(content)
}

// saidOf gives the "that" behind of whom something is said: "said of [the premier] that he was ill"; the first token where there is
// none.
func (r *reading) saidOf(content rng) int {
	g, ok := r.cue(max(content.first-2, 0))
	if r.tok(content.first-1) != "of" || !ok || g.verb.base != "say" && g.verb.base != "write" || !r.thatAhead(content.first, content.last, maxAhead) {
		return content.first
	}
	for i := content.first; i < content.last; i++ {
		if r.tok(i) == "that" {
			return i
		}
	}
	return content.first
}

// unbracketed leaves out of a quote of several parts those that close a bracket they do not open: they are the end of a
// definition, `(“Halvex” or the “Company”), a maker of ropes, said that …`.
func (r *reading) unbracketed(q *Quote) {
	if len(q.Content) < 2 {
		return
	}
	var kept []articles.Span
	for _, s := range q.Content {
		depth, cut := 0, false
		r.each(s, func(i int) bool {
			cut = cut || r.shutsOut(i, &depth)
			return !cut
		})
		if !cut {
			kept = append(kept, s)
		}
	}
	if len(kept) == 0 || len(kept) == len(q.Content) {
		return
	}
	if cut := q.Content[0]; q.Source.Empty() && cut.End <= q.Cue.Start && kept[0].Start >= q.Cue.End {
		open := r.tokenAt(cut.Start) - 1
		if src := r.subject(r.units[r.unitOf(open)].first, open); r.tok(open) == "(" && !src.empty() {
			q.Source = articles.Span{Start: int(r.toks[src.first].Start), End: cut.End}
		}
	}
	q.Content, q.Kind = kept, r.kindOf(kept)
}

// openBracket gives a source that begins inside or right behind brackets the name in front of them: "Orlo Mills (NYSX:
// [ORL), a miller,", "Orlo Mills (ORL), [a miller,]".
func (r *reading) openBracket(q *Quote) {
	if !strings.Contains(q.Source.In(r.text), ")") && !strings.HasSuffix(r.text[:q.Source.Start], "), ") {
		return
	}
	source := r.tokens(q.Source)
	closing := -1
	if r.tok(source.first-1) == "," && r.tok(source.first-2) == ")" {
		closing = source.first - 2
	}
	for i := source.first; i < source.last && closing < 0 && r.tok(i) != "("; i++ {
		if r.tok(i) == ")" {
			closing = i
		}
	}
	if q.Source.Empty() || closing < 0 {
		return
	}
	u := r.units[r.unitOf(source.first)]
	if open := r.bracketBefore(u.first, closing); open > u.first {
		if src := r.subject(u.first, open); !src.empty() {
			q.Source.Start = int(r.toks[src.first].Start)
		}
	}
}

// unsaid reports whether quotation marks behind a cue give what was not said: "did not say “I was wrong”", "If the mayor had
// said “I was wrong”, …", "Imagine a mayor who said, “I was wrong.”"
func (r *reading) unsaid(g group, u rng) bool {
	if g.denied {
		return true
	}
	first := u.first
	switch r.tok(first) {
	case "Imagine", "Suppose", "Supposing", "Picture":
		return true
	}
	if r.is(first, coord) {
		first++
	}
	return (r.tok(first) == "If" || r.tok(first) == "if" || r.tok(first) == "Had") && g.first-first <= maxCondition && !r.commaBetween(first, g.first)
}

func (r *reading) commaBetween(first, last int) bool {
	for i := first; i < last; i++ {
		if r.tok(i) == "," {
			return true
		}
	}
	return false
}

// saying reports whether a cue is part of a turn of phrase: "as they say", "needless to say".
func (r *reading) saying(g group) bool {
	if g.verb.base == "say" && r.tok(g.at-1) == "to" && strings.EqualFold(r.tok(g.at-2), "needless") {
		return true
	}
	return g.verb.base == "say" && g.form&base != 0 && g.first == g.at && g.at >= 2 && strings.EqualFold(r.tok(g.at-1), "they") && strings.EqualFold(r.tok(g.at-2), "as")
}

// whatWasSaid reports whether a clause is what somebody said, told of and not given: "told him what she had said".
func (r *reading) whatWasSaid(i, hi int) bool {
	if r.tok(i) != "what" || r.within[i] >= 0 {
		return false
	}
	for j := i + 1; j < hi && j < i+maxGroup && r.toks[j].Kind == token.Word; j++ {
		if g, ok := r.cue(j); ok && (g.verb.base == "say" || g.verb.base == "tell") {
			return g.last >= hi || r.toks[g.last].Kind == token.Punct || r.is(g.last, prep|timeWord)
		}
	}
	return false
}
