package quotes

import (
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/articles/token"
	"quotidian/quotes/tagger"
)

// tags gives what the tagger reads.
func (r *reading) tags(t *tagger.Tagger) []tagged {
	found := t.Tag(nil, r.text, r.cut.Tokens, r.cut.Sentences)
	out := make([]tagged, 0, len(found))
	for i := range found {
		a := &found[i]
		a.Content = slices.DeleteFunc(a.Content, r.withoutToken)
		if r.withoutToken(a.Source) {
			a.Source = articles.Span{}
		}
		if len(a.Content) > 0 && !r.withReference(r.tokens(a.Content[0]).first) {
			out = append(out, tagged{r.learned(a), a.Exact})
		}
	}
	return out
}

// withoutToken reports whether a span is less than a token: half of a typewriter's mark, of which the tagger reads either half.
func (r *reading) withoutToken(s articles.Span) bool {
	return r.tokens(s).empty()
}

// learned is the tagger's attribution as a quote.
func (r *reading) learned(a *tagger.Attribution) Quote {
	if !a.Source.Empty() {
		r.mendSource(a)
	}
	if len(a.Content) > 1 {
		if said := slices.DeleteFunc(slices.Clone(a.Content), r.asSaying); len(said) == 1 && said[0].End <= a.Cue.Start {
			a.Content, a.Why = said, tagger.ContentFirst
		}
	}
	r.paragraphsApart(a)
	r.leadApart(a)
	r.subjectFirst(a)
	r.quotedBy(a)
	r.invert(a)
	r.toldAside(a)
	r.unlisten(a)
	r.agent(a)
	r.predicated(a)
	r.accusedOf(a)
	r.beforeMain(a)
	r.ofSubject(a)
	r.unjoined(a)
	r.bracketed(a)
	r.beforeSecond(a)
	r.wholeHeadline(a)
	r.contentBehind(a)
	q := Quote{
		Kind: r.kindOf(a.Content), Medium: Medium(a.Medium), Content: a.Content, Cue: a.Cue, Source: a.Source,
		Reason: a.Why, Confidence: a.Prob,
	}
	r.mendContent(&q)
	return q
}

// mendContent leaves out of what the tagger reads what is not said, and adds what is.
func (r *reading) mendContent(q *Quote) {
	r.turnDown(q)
	r.listener(q)
	r.unbracketed(q)
	r.openBracket(q)
	r.complete(q)
	r.beforeQuotation(q)
	r.beforeVerdict(q)
	r.behindOccasion(q)
}

// paragraphsApart leaves out a part of a content that ends in a paragraph before that of the cue, where another part stands behind the cue:
// “We will stay.” is not what "Orlo accepted they had lost" tells below it.
func (r *reading) paragraphsApart(a *tagger.Attribution) {
	if a.Cue.Empty() || !partedByCue(a) {
		return
	}
	cue := r.tokenAt(a.Cue.Start)
	for i := r.tokenAt(a.Content[0].End); i <= cue && i < len(r.toks); i++ {
		if r.start[i] {
			a.Content, a.Why = a.Content[1:], tagger.CueFirst
			return
		}
	}
}

// partedByCue reports whether the cue stands between the first two parts of a content: "[The court] observed [that …]".
func partedByCue(a *tagger.Attribution) bool {
	return len(a.Content) > 1 && a.Content[0].End <= a.Cue.Start && a.Content[1].Start >= a.Cue.End
}

// subjectFirst makes a noun phrase before a cue its source where the tagger took it for the first part of a clause that
// begins with "that" behind it, or for what something is called: "[The court], hearing the case, observed that …", "[The student], who
// left, described it as “wild”".
func (r *reading) subjectFirst(a *tagger.Attribution) {
	if len(a.Content) != 2 || !a.Source.Empty() || !partedByCue(a) {
		return
	}
	first, clause := r.tokens(a.Content[0]), r.tokens(a.Content[1])
	g, ok := r.governing(r.tokens(a.Cue))
	called := ok && g.verb != nil && g.verb.predicates()
	switch {
	case r.subjectOfThat(first, clause):
		a.Source, a.Content, a.Why = a.Content[0], a.Content[1:], tagger.CueFirst
	case ok && r.participleBehind(g) && (called || a.Content[0].End == int(r.toks[g.first-2].End)):
		a.Content, a.Why = a.Content[1:], tagger.CueFirst // They left, describing it as “wild”; they left, saying it was wild
	case called && !g.passive && g.form&past != 0:
		if src := r.subject(first.first, g.first); r.claimable(src) {
			a.Source, a.Content, a.Why = r.span(src), a.Content[1:], tagger.CueFirst
		}
	}
}

// participleBehind reports whether a cue is a participle that goes on from a clause behind a comma: "They left, | saying".
func (r *reading) participleBehind(g group) bool {
	return g.verb != nil && g.form&ing != 0 && g.first == g.at && r.tok(g.first-1) == ","
}

// subjectOfThat reports whether a noun phrase stands before a clause that begins with the conjunction "that".
func (r *reading) subjectOfThat(first, clause rng) bool {
	return r.tok(clause.first) == "that" && !r.verbal(clause.first+1) && r.claimable(first) && r.beginsNoun(first.first)
}

// quotedBy makes the phrase that ends the sentence behind a quotation and its cue the source, be the verb a known one or not:
// “We wait,” shrugged the mayor. “We wait,” sniped @orlo_.
func (r *reading) quotedBy(a *tagger.Attribution) {
	n := len(a.Content)
	cue := r.tokens(a.Cue)
	if !a.Source.Empty() || cue.last != cue.first+1 || cue.first == 0 || r.within[cue.first-1] < 0 || r.within[cue.first] >= 0 || !r.beginsNoun(cue.last) {
		return
	}
	by := r.nounRight(cue.last)
	if r.tok(cue.last) == "@" {
		by = rng{cue.last, cue.last + 2}
	}
	if !r.terminal(by.last) || !r.claimable(by) {
		return
	}
	switch last := r.tokens(a.Content[n-1]); {
	case last.last <= cue.first:
		a.Source = r.span(by)
	case n > 1 && last.first == cue.last && last.last <= by.last:
		a.Source, a.Content, a.Why = r.span(by), a.Content[:n-1], tagger.ContentFirst
	}
}

// invert makes the phrase behind a cue its source where the tagger took it for the end of what is said before: "The bridge
// is safe, said the mayor".
func (r *reading) invert(a *tagger.Attribution) {
	if clause := r.clauseForSource(a); !clause.empty() {
		a.Content = []articles.Span{r.span(clause), a.Content[0]}
	}
	n := len(a.Content)
	if n < 2 || a.Content[n-2].End > a.Cue.Start {
		return
	}
	cue, g := r.tokens(a.Cue), r.tokens(a.Content[n-1])
	clause := r.tokens(a.Content[n-2])
	verb, ok := r.cue(cue.first)
	switch {
	case !ok || cue.last != cue.first+1 || g.first != cue.last || r.tok(cue.first-1) != "," || verb.form&(past|third) == 0 || !verb.verb.takes(bareClause) || verb.verb.takes(bound):
		return
	case !r.endsPhrase(g) || clause.last-clause.first < leastClause:
		return
	}
	a.Source, a.Content, a.Why = a.Content[n-1], a.Content[:n-1], tagger.ContentFirst
}

// unlisten leaves out who was told where the tagger took it for the end of what was said before: "…, Orlo told a briefing".
func (r *reading) unlisten(a *tagger.Attribution) {
	n := len(a.Content)
	cue := r.tokens(a.Cue)
	if g, ok := r.endsInCue(a.Cue); !ok || !g.verb.takes(addressee) && g.verb.base != "ask" {
		return
	}
	content := r.tokens(a.Content[0])
	if by := r.askedBy(cue, content); !by.empty() {
		a.Source, content.first = r.span(by), by.last
	} else if content.first == cue.last {
		content.first = r.pastAsked(content)
	}
	if content.first < len(r.toks) && int(r.toks[content.first].Start) < a.Content[0].End {
		a.Content[0].Start = int(r.toks[content.first].Start)
	}
	to := r.tokens(a.Content[n-1])
	if n > 1 && a.Content[n-2].End <= a.Cue.Start && to.first == cue.last && (r.endsPhrase(to) || r.is(to.first, object) && r.within[to.first] < 0) {
		a.Content, a.Why = a.Content[:n-1], tagger.ContentFirst
	}
}

// endsInCue reads the verb group whose verb is the last token of a cue; ok is false where that is no cue verb, or the cue is empty.
func (r *reading) endsInCue(cue articles.Span) (g group, ok bool) {
	if cue.Empty() {
		return g, false
	}
	return r.cue(max(r.tokens(cue).last-1, 0))
}

// toldAside leaves out who was told where the tagger took them for the beginning of a clause's second part: "The cooks, she told Varn and
// Selk, | were ill".
func (r *reading) toldAside(a *tagger.Attribution) {
	cue, part := r.tokens(a.Cue), r.tokens(a.Content[len(a.Content)-1])
	if g, ok := r.endsInCue(a.Cue); !ok || len(a.Content) < 2 || part.first != cue.last || !g.verb.takes(bound) {
		return
	}
	for i := part.first + 1; i+1 < part.last && i < part.first+maxAddressee && r.within[i] < 0 && !r.verbal(i); i++ {
		if r.tok(i) == "," && r.verbal(i+1) {
			a.Content[len(a.Content)-1].Start = int(r.toks[i+1].Start)
			return
		}
	}
}

// pastAsked gives where the question begins behind who was asked, at the beginning of a content: "asked | him | whether", "asked
// | the Treasury | what".
func (r *reading) pastAsked(content rng) int {
	i := content.first
	if past := r.pastAddressee(i, content.last); r.tok(i-1) == "asked" && past > i+1 && questionWords[r.tok(past)] {
		return past
	}
	if r.asksHim(i) {
		return i + 1
	}
	return i
}

// askedBy gives the asker with whom a content begins: "Asked by [a reporter] what it cost,".
func (r *reading) askedBy(cue, content rng) rng {
	if content.first != cue.last+1 || r.tok(cue.last) != "by" || !strings.EqualFold(r.tok(cue.last-1), "asked") {
		return rng{}
	}
	by := rng{content.first, r.pastAddressee(content.first, content.last)}
	if by.last >= content.last || !questionWords[r.tok(by.last)] || !r.claimable(by) {
		return rng{}
	}
	return by
}

// questionWords open a question clause and no relative one behind whoever was asked.
var questionWords = map[string]bool{"whether": true, "if": true, "what": true, "why": true, "how": true, "when": true, "where": true, "which": true}

// asksHim reports whether token i is who was asked: "asked him | whether he knew".
func (r *reading) asksHim(i int) bool {
	return r.is(i, object) && r.is(i+1, sub|relative) && !r.is(i+1, prep)
}

// endsPhrase reports whether tokens are a noun phrase with which a sentence ends.
func (r *reading) endsPhrase(g rng) bool {
	return r.beginsNoun(g.first) && r.claimable(g) && r.terminal(g.last)
}

// agent makes who stands behind "by" the source of a passive cue, whose subject is not: "Orlo was accused of theft by the
// mayor".
func (r *reading) agent(a *tagger.Attribution) {
	g, ok := r.governing(r.tokens(a.Cue))
	if ok && g.passive && g.verb.predicates() && a.Source.End <= a.Cue.Start {
		r.calledBy(a, g)
	}
	if !ok || !g.passive || g.verb == nil || g.verb.quotes() || len(a.Content) != 1 || a.Content[0].Start < a.Cue.End {
		return
	}
	if a.Source.End <= a.Cue.Start {
		a.Source = articles.Span{}
	}
	if by := r.byPhrase(r.tokens(a.Content[0])); g.verb.takes(charge|addressee) && !by.empty() {
		a.Source, a.Content[0].End = r.span(by), int(r.toks[by.first-2].End)
	}
}

// calledBy makes who calls something by a name the source: "The plan was described by Orlo as “a shame”", "was called “a shame” by
// Orlo".
func (r *reading) calledBy(a *tagger.Attribution, g group) {
	last := len(a.Content) - 1
	content := r.tokens(a.Content[last])
	if content.first < g.last {
		return
	}
	by, rest := r.byPhrase(content), content
	switch {
	case r.tok(g.last) == "by" && content.first <= g.last+1:
		if by = r.nounRight(g.last + 1); r.tok(by.last) != "as" {
			return
		}
		rest.first = by.last + 1
	case !by.empty():
		rest.last = by.first - 1
	}
	if by.empty() || rest.empty() || !r.claimable(by) {
		return
	}
	a.Source, a.Content[last] = r.span(by), r.span(rest)
}

// accusedOf takes its source from a headline's passive, whose subject is accused: "Orlo accused of “fleeing”".
func (r *reading) accusedOf(a *tagger.Attribution) {
	g, ok := r.governing(r.tokens(a.Cue))
	if !ok || g.verb == nil || !g.verb.takes(charge) || g.form&participle == 0 || g.first != g.at || r.tok(g.at+1) != "of" || a.Source.End > a.Cue.Start || r.is(g.at-1, pronoun) {
		return
	}
	if by := r.byPhrase(r.tokens(a.Content[len(a.Content)-1])); by.empty() {
		a.Source = articles.Span{}
	}
}

// bracketed ends what is said inside brackets with them.
func (r *reading) bracketed(a *tagger.Attribution) {
	last := len(a.Content) - 1
	content := r.tokens(a.Content[last])
	if end := r.insideBracket(content.first, content.last); a.Content[last].Start >= a.Cue.End && end > content.first {
		a.Content[last] = r.span(rng{content.first, end})
	}
}

// beforeMain ends what is said in a clause that opens a sentence where the main clause begins: "As Orlo said the bridge was “safe,” | the
// council left".
func (r *reading) beforeMain(a *tagger.Attribution) {
	last := len(a.Content) - 1
	g, ok := r.governing(r.tokens(a.Cue))
	if !ok || g.verb == nil || a.Content[last].Start < a.Cue.End || !r.fronted(g, r.units[r.unitOf(g.first)]) {
		return
	}
	content := r.tokens(a.Content[last])
	if end := r.mainComma(content); content.first < end && end < content.last {
		a.Content[last] = r.span(rng{content.first, end})
	}
}

// beforeSecond ends what is said before a second cue: of the same subject behind a noun phrase, "criticised the chiefs | and says they
// will stay", or of another behind a clause, "says it has paid | but the union says it has not".
func (r *reading) beforeSecond(a *tagger.Attribution) {
	last := len(a.Content) - 1
	if a.Cue.Empty() || a.Content[last].Start < a.Cue.End {
		return
	}
	content, phrase := r.tokens(a.Content[last]), true
	for i := content.first + 1; i < content.last && r.within[i] < 0; i++ {
		switch {
		case r.tok(i) == "," && r.tok(i+1) == "however" && r.newAttribution(i+1, content.last):
			a.Content[last] = r.span(rng{content.first, i})
			return
		case !r.is(i, coord|sub):
			phrase = phrase && !r.verbal(i) && !r.finiteLooking(i) && !r.is(i, relative)
		case phrase && r.saysMore(a.Cue, i, content.last), r.othersSay(i, content.last):
			a.Content[last] = r.span(rng{content.first, i})
			return
		default:
			phrase = phrase && !r.subordinates(i)
		}
	}
}

// saysMore reports whether the conjunction at token i joins to a cue another of the same subject: "criticised the chiefs | and says",
// "citing the cost | and calling for help".
func (r *reading) saysMore(cue articles.Span, i, hi int) bool {
	return r.tok(i) == "and" && (r.sharedVerb(i+1) || r.sharedParticiple(cue, i+1, hi))
}

// sharedParticiple reports whether a second participle of speech at token i goes on from that of a cue: "citing the cost | and calling for
// help".
func (r *reading) sharedParticiple(cue articles.Span, i, hi int) bool {
	g, ok := r.governing(r.tokens(cue))
	if !ok || g.form&ing == 0 || i >= hi {
		return false
	}
	next, ok := r.cue(i)
	return ok && next.form&ing != 0 && next.verb.medium != Thought && (next.verb.particle(r.tok(next.last)) || r.complement(next, hi) > 0)
}

// byPhrase gives the noun phrase behind the "by" with which a content ends.
func (r *reading) byPhrase(content rng) rng {
	for i := content.last - 1; i > content.first; i-- {
		switch {
		case r.within[i] >= 0 || r.is(i, sub) && !r.is(i, prep):
			return rng{}
		case r.tok(i) == "by":
			if by := r.nounRight(i + 1); by.last >= content.last && r.claimable(by) && r.beginsNoun(by.first) && !r.stated(rng{content.first, i}) {
				return by
			}
			return rng{}
		}
	}
	return rng{}
}

// stated reports whether a verb of the reporter's own stands in g, outside quotation marks.
func (r *reading) stated(g rng) bool {
	for i := g.first; i < g.last; i++ {
		if r.within[i] < 0 && (r.verbal(i) || r.finiteLooking(i)) {
			return true
		}
	}
	return false
}

// leastClause is the fewest words of a clause that may lack a verb that is told as one.
const leastClause = 4

// beforeAuxiliary leaves out of a source the auxiliary that words of time part from its verb, "The senate | had on Monday", "Norpress | has",
// and what its subject has done, "They | have joined others (in saying)".
func (r *reading) beforeAuxiliary(g rng) rng {
	for i := g.first + 1; i < g.last && !r.is(i, relative|sub) && r.within[i] < 0 && r.tok(i) != ","; i++ {
		if r.hasDone(i, g.last) || r.is(i, aux) && (i == g.last-1 || r.is(i+1, prep) && (r.is(i+2, venue) || r.occasion(i+1, g.last)) || r.tok(i+1) == "on" || r.dayName(i+1)) {
			return rng{g.first, i}
		}
	}
	return g
}

// hasDone reports whether a finite form of "have" or "be" stands at token i with its participle and more behind it.
func (r *reading) hasDone(i, hi int) bool {
	if i+2 >= hi || r.has(i+1, token.Capital) {
		return false
	}
	switch s := r.tok(i); {
	case s == "have" || s == "has" || s == "had":
		return r.pastParticiple(i + 1)
	case s == "is" || s == "are" || s == "was" || s == "were":
		return !r.is(i-1, pronoun) && (r.participle(i+1) || r.pastParticiple(i+1)) // not: the man I was talking to
	}
	return false
}

// beforeVerb leaves out of a source its verb and what follows, where the tagger took a clause for the phrase: a source holds
// verbs in relative clauses and between commas only.
func (r *reading) beforeVerb(g rng) rng {
	for i := g.first; i < g.last; i++ {
		switch {
		case r.within[i] >= 0 || r.toks[i].Kind == token.Punct || r.is(i, relative|sub|aux):
			return g
		case i == g.first+1 && i+1 == g.last && r.finiteLooking(i) && r.is(g.first, pronoun) && !r.is(g.first, det):
			return rng{g.first, i} // she apologised
		case i > g.first && i+1 < g.last && r.finiteLooking(i) && (r.is(i+1, det|pronoun|possessive) || r.toks[i+1].Kind == token.Number):
			return rng{g.first, i} // not "people surveyed by the Herald", "a man called Orlo"
		}
	}
	return g
}

// asSaying reports whether a part of a content is the end of a passive cue: “We stay,” Orlo was quoted by the Herald as
// saying on Monday.
func (r *reading) asSaying(part articles.Span) (is bool) {
	first := r.tokenAt(part.Start)
	r.each(part, func(i int) bool {
		if r.within[i] >= 0 || i > first+maxRelay {
			return false
		}
		if r.tok(i) == "as" && i+1 < len(r.toks) {
			g, ok := r.cue(i + 1)
			is = ok && g.form&ing != 0
		}
		return !is
	})
	return is
}

// maxRelay bounds the words for who is quoted, before "as saying".
const maxRelay = 8
