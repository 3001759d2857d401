package quotes

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/articles/token"
	"quotidian/quotes/tagger"
)

// The rules decide the structure of quotation marks and the plain frames of indirect speech, which they read
// without regard to the subject; the learned tagger knows more words and the habits of sources. The
// constants were chosen on PolNeAR's training half, read with taggers that had not seen the article, and some compared on
// the development half too; docs/extraction.md has the figures.
const (
	// sureRule is the confidence from which a rule's reading of indirect speech stands by itself. All frames but the
	// loosest reach it.
	sureRule = 0.85
	// sureFirm is the confidence from which it stands against a tagger that reads the same words otherwise: a clause with
	// "that" is right in 54 of 100 such cases and the tagger in 30, a clause without in 28 and the tagger in 50. A careful
	// tagger is right more often than either.
	sureFirm = 0.93
	// sureTag and sureThought are the probabilities from which the tagger adds a quote of its own or bears out a loose
	// frame, or contests a rule. Attitudes are right less often, and nobody looks for them, so they must be surer.
	sureTag     = 0.45
	sureThought = 0.5
	// surePlain is enough where the words bear the tagger out: a verb of the list is in the cue.
	surePlain = 0.3
	// exactSpan and exactLeast are the probabilities to the word from which the tagger's cue and clause, and its source,
	// are taken where a rule reads the same quote with others: from there on the tagger is right more often. Where the two
	// read different quotes, exactLeast lets the tagger's clause contest the rule's.
	exactSpan  = 0.4
	exactLeast = 0.2
	// exactFirm is the same for the clause of a rule that stands against the tagger: one that begins with "that".
	exactFirm = 0.75
)

// tagged is what the tagger reads, as a quote.
type tagged struct {
	Quote
	exact tagger.Exact
}

// fuse gives the rules' quotes that stand and, where they left the words free, those of the tagger.
func (r *reading) fuse(rules []Quote, t *tagger.Tagger) []Weighed {
	tags := r.tags(t)
	read := r.partedReadings(rules, tags)
	f := &fusion{
		r: r, content: make([]bool, len(r.toks)), cue: slices.Clone(r.barred),
		out: make([]Weighed, 0, len(rules)+len(tags)),
	}
	var contested, left []pair
	for i := range rules {
		p := pair{rule: &rules[i]}
		p.tag, p.agrees = r.rival(p.rule, &read)
		switch {
		case p.longer() && !r.holdsCue(&p):
			p.rule.Content, p.rule.Kind, p.agrees = p.tag.Content, p.tag.Kind, true
			f.accept(p)
		case p.contested(t.Careful()) && !r.prevails(&p):
			contested = append(contested, p)
		case p.stands() || r.nextParagraph(&p):
			f.accept(p)
		case p.further():
			left = append(left, p)
		}
	}
	for _, p := range contested {
		if !f.open(p.tag) && f.freeContent(p.rule) {
			f.accept(p)
		}
	}
	f.add(tags)
	f.addFurther(left)
	slices.SortStableFunc(f.out, func(a, b Weighed) int { return cmp.Compare(a.Content[0].Start, b.Content[0].Start) })
	return r.disjoint(f.out)
}

// add takes what only the tagger reads, where it is sure enough and its words are free.
func (f *fusion) add(tags []tagged) {
	for i := range tags {
		t := &tags[i]
		f.leave(&t.Quote)
		if f.open(t) {
			f.r.onlyDone(&t.Quote)
			f.take(Weighed{Quote: t.Quote, Basis: ByTagger, Evidence: t.Confidence})
		}
	}
}

// pair is a rule's quote and what the tagger reads there, nil for nothing; agrees says whether both read the same.
type pair struct {
	rule   *Quote
	tag    *tagged
	agrees bool
}

// stands reports whether a rule's reading that the tagger does not contest stands. Attributed quotation marks stand
// whatever the tagger says, and so do others that only tell of an attitude: “You see that I am well.”
func (p *pair) stands() bool {
	q := p.rule
	switch {
	case q.Kind == Direct:
		return p.agrees || q.Confidence > sureOrphan || p.tag == nil || p.tag.Confidence < sureTag || inside(p.tag.Cue, q.Content)
	case p.agrees:
		return q.Confidence >= sureRule || p.tag.Confidence >= surePlain
	}
	return q.Confidence >= sureRule
}

// nextParagraph reports whether the tagger takes a paragraph in quotation marks for a further part of the quotation before it.
func (r *reading) nextParagraph(p *pair) bool {
	q := p.rule
	return q.Kind == Direct && p.tag != nil && slices.Contains(p.tag.Content, q.Content[0]) && r.start[r.tokenAt(q.Content[0].Start)]
}

// sureLonger is the probability from which the tagger's quote stands for a rule's quotation marks that are a part of it: it
// is right in 90 of 100 such cases and the rule in 30, below it the rule in 76 and the tagger in 43.
const sureLonger = 0.85

// longer reports whether the tagger reads the quotation marks of a rule, with the same cue, as the beginning or end of
// more words: `“It is a trap,” she said. It is “one more lie.”`
func (p *pair) longer() bool {
	q, t := p.rule, p.tag
	return q.Kind == Direct && !p.agrees && t != nil && t.Confidence >= sureLonger && t.Cue.Overlaps(q.Cue) &&
		extent(t.Content) > extent(q.Content) && !slices.ContainsFunc(q.Content, func(s articles.Span) bool { return !inside(s, t.Content) })
}

// extent is the number of bytes of a content.
func extent(content []articles.Span) (n int) {
	for _, s := range content {
		n += s.End - s.Start
	}
	return n
}

// holdsCue reports whether the words that the tagger adds to a rule's quotation hold the cue of another: “A,” she said.
// “B,” he replied, “C.”
func (r *reading) holdsCue(p *pair) (held bool) {
	for _, s := range p.tag.Content {
		r.each(s, func(i int) bool {
			held = held || r.used[i] && r.within[i] < 0 && !inside(p.rule.Cue, []articles.Span{{Start: int(r.toks[i].Start), End: int(r.toks[i].End)}})
			return !held
		})
	}
	return held
}

// contested reports whether a reading that would stand gives way to the tagger's if that can stand in its place: it is
// no firm one, and the tagger is sure of other words. To a careful tagger firm ones give way too: of the indirect quotes with a speech
// cue of PolNeAR's training half 81.4 % are found so, and 81.0 otherwise.
func (p *pair) contested(careful bool) bool {
	q := p.rule
	if p.tag == nil || p.tag.Source.Empty() && inside(q.Source, p.tag.Content) { // whom the rule has speak is none of the words
		return false
	}
	return q.Kind != Direct && !p.agrees && q.Confidence >= sureRule && (careful || q.Confidence < sureFirm) &&
		p.tag.Confidence >= sureTag && p.tag.exact.Content >= exactLeast
}

// endOnly reports whether the tagger reads, with the same cue, only the quoted words with which a rule's clause ends: "It binds [“cells that
// never met,”] said Orlo".
func (p *pair) endOnly() bool {
	q, t := p.rule, p.tag
	return q.Kind == Mixed && t.Kind == Direct && len(q.Content) == 1 && q.Cue.Start >= q.Content[0].End && t.Cue.Overlaps(q.Cue) &&
		t.Content[0].Start > q.Content[0].Start && t.Content[len(t.Content)-1].End <= q.Content[0].End
}

// tellsAttitude reports whether the attitude that the tagger reads is what a rule's clause tells of, with its cue behind it: "The
// port [will not support] the plan, the mayor told them".
func (r *reading) tellsAttitude(p *pair) bool {
	q, t := p.rule, p.tag
	if t.Medium != Thought || len(q.Content) != 1 || !inside(t.Cue, q.Content) || q.Cue.Start < q.Content[0].End || t.Content[0].End > q.Content[0].End {
		return false
	}
	return r.opensMain(r.tokenAt(q.Content[0].Start))
}

// opensMain reports whether a main clause can open with token i.
func (r *reading) opensMain(i int) bool { return r.beginsNoun(i) && !r.is(i, sub|prep|adverb) }

// plainlySaid reports whether a cue is a form of "say", which hardly ever tells anything but speech.
func (r *reading) plainlySaid(cue articles.Span) bool {
	g, ok := r.governing(r.tokens(cue))
	return ok && g.verb != nil && g.verb.base == "say"
}

// tellsAct reports whether the tagger takes for a cue what somebody only did in a sentence that ends with who says so: "The dog [was
// released] and “subdued him,” Orlo said".
func (r *reading) tellsAct(q *Quote, t *tagged) bool {
	if len(q.Content) != 1 || q.Cue.Start < q.Content[0].End || !q.Content[0].Contains(t.Cue) || t.Cue.Empty() {
		return false
	}
	if q.Kind != Mixed && (!r.plainlySaid(q.Cue) || !r.opensMain(r.tokenAt(q.Content[0].Start))) {
		return false
	}
	known := false
	r.each(t.Cue, func(i int) bool {
		g, ok := r.cue(i)
		known = ok && (q.Kind == Mixed || r.complement(g, len(r.toks)) > 0) // not "pleaded guilty"
		return !known
	})
	return !known
}

// addable reports whether the tagger is sure enough of a quote that no rule read.
func (r *reading) addable(t *Quote) bool {
	switch {
	case r.weatherWarning(t):
		return false
	case t.Medium == Thought:
		return t.Confidence >= sureThought
	case t.Confidence < sureTag:
		return t.Confidence >= surePlain && r.plain(t)
	}
	return true
}

// plain reports whether a verb of the list that is no noun as well is in the cue.
func (r *reading) plain(q *Quote) bool {
	known := false
	r.each(q.Cue, func(i int) bool {
		g, ok := r.cue(i)
		known = ok && g.verb.medium != Thought && !r.is(i, homonym)
		return !known
	})
	return known
}

// readings are the tagger's quotes with the words each of them holds.
type readings struct {
	quotes []tagged
	owner  []int32 // for each token the quote whose content holds it, counted from 1; 0 for none
	cue    []int32 // the same for its cue
	size   []int   // the number of tokens in the content of each quote
	shared []int   // by the number of owner, what rival counts
}

func (r *reading) readings(tags []tagged) readings {
	t := readings{
		quotes: tags, owner: make([]int32, len(r.toks)), cue: make([]int32, len(r.toks)),
		size: make([]int, len(tags)), shared: make([]int, len(tags)+1),
	}
	for k := range tags {
		r.each(tags[k].Cue, func(i int) bool { t.cue[i] = int32(k + 1); return true })
		for _, s := range tags[k].Content {
			r.each(s, func(i int) bool {
				t.owner[i] = int32(k + 1)
				t.size[k]++
				return true
			})
		}
	}
	return t
}

// rival finds the tagger's quote that shares most words with q, or else its cue, and whether the two share half of all
// their words: then they read the same quote.
func (r *reading) rival(q *Quote, t *readings) (best *tagged, agrees bool) {
	own, most, at := 0, 0, int32(0)
	for _, s := range q.Content {
		r.each(s, func(i int) bool {
			own++
			if k := t.owner[i]; k > 0 {
				t.shared[k]++
				if t.shared[k] > most {
					most, at = t.shared[k], k
				}
			}
			return true
		})
	}
	for _, s := range q.Content { // only what was counted, so that many quotes cost no more than their words
		r.each(s, func(i int) bool { t.shared[t.owner[i]] = 0; return true })
	}
	if at == 0 {
		r.each(q.Cue, func(i int) bool { at = t.cue[i]; return at == 0 })
	}
	if at == 0 {
		return nil, false
	}
	return &t.quotes[at-1], 2*most >= own+t.size[at-1]-most
}

// reconcile takes from the tagger what it reads better than the rule that reads the same quote.
func (r *reading) reconcile(q *Quote, t *tagged) {
	switch {
	case r.otherVoice(q, t), r.tellsAct(q, t):
		return
	case r.nested(q, t):
		adopt(q, t)
		return
	case r.holdsAttitude(q, t):
		takeOver(q, t)
		return
	case elsewhere(t, q), r.ownCue(q, t):
		q.Source = r.betterSource(q.Source, t.Source, t.exact.Source >= exactLeast)
		return
	case r.accords(t.Cue) && !r.accords(q.Cue) && !q.Cue.Empty():
		passOn(q, t)
		return
	}
	if t.exact.Cue >= exactSpan && r.wordly(t.Cue) && !inside(t.Cue, q.Content) && !r.tailed(q, t) {
		q.Cue = t.Cue
	}
	if r.betterContent(q, t) {
		q.Content = t.Content
		if t.Kind != Direct { // a phrase in quotation marks is no utterance
			q.Kind = t.Kind
		}
	}
	if !t.Source.Overlaps(q.Cue) { // not "He went" beside "went on to state"
		q.Source = r.betterSource(q.Source, t.Source, t.exact.Source >= exactLeast)
	}
	withoutSource(q)
}

// withoutSource leaves out of what is said who says it: "[Orlo], meanwhile, said [the road was shut]".
func withoutSource(q *Quote) {
	if len(q.Content) > 1 && q.Medium != Thought && q.Source.Contains(q.Content[0]) {
		q.Content = q.Content[1:]
	}
}

// ownCue reports whether a quotation has a cue right behind it that the tagger does not know, so that it takes the cue of another sentence:
// Orlo told the Herald. “We stay,” he elaborated.
func (r *reading) ownCue(q *Quote, t *tagged) bool {
	if !r.tailed(q, t) || t.Cue.Empty() || t.Cue.End > q.Content[0].Start {
		return false
	}
	before := r.tokens(q.Content[0]).first - 1
	return r.tok(before) != "," && r.tok(before) != ":"
}

// tailed reports whether the cue of a quotation follows the comma in its marks, and the tagger has another: “We go,” she said, | referring to
// the ferry.
func (r *reading) tailed(q *Quote, t *tagged) bool {
	first := q.Content[0]
	return q.Kind == Direct && !q.Cue.Empty() && q.Cue.Start >= first.End && !t.Cue.Overlaps(q.Cue) && r.tok(r.tokens(first).last-2) == ","
}

// betterContent reports whether the tagger is sure enough of the clause that it reads with the rule's cue.
func (r *reading) betterContent(q *Quote, t *tagged) bool {
	if r.saysMoreBehind(q, t) {
		return true
	}
	need := exactSpan
	if q.Confidence >= sureFirm {
		need = exactFirm
	}
	return q.Kind != Direct && len(q.Relay) == 0 && t.exact.Content >= need && !r.listened(q, t) &&
		!(r.accords(q.Cue) && q.Content[0].Start >= q.Cue.End && t.Content[0].End <= q.Cue.Start) // as, according to Orlo, | the bridge is old
}

// listened reports whether the tagger's clause begins with who was told: "told | the Herald the decision was wrong".
func (r *reading) listened(q *Quote, t *tagged) bool {
	cue, rule, tag := r.tokens(q.Cue), r.tokens(q.Content[0]), r.tokens(t.Content[0])
	if q.Cue.Empty() || tag.first != cue.last || tag.first >= rule.first || r.tok(tag.first) == "that" || r.is(rule.first, relative) && r.tok(rule.first) != "that" {
		return false
	}
	g, ok := r.cue(cue.last - 1)
	return ok && g.verb.takes(bound) && r.pastAddressee(tag.first, rule.last) == rule.first
}

// otherVoice reports whether the tagger reads what the source of a rule's quote says that somebody said, or what its relay says.
func (r *reading) otherVoice(q *Quote, t *tagged) bool {
	behind := q.Kind == Indirect && len(q.Content) == 1 && q.Cue.Start >= q.Content[0].End // the clause, then the cue
	switch {
	case behind && inside(q.Cue, t.Content):
		return true
	case !inside(t.Cue, q.Content):
	case r.accords(q.Cue), r.addsRelative(t, q), behind && t.Content[0].Start >= t.Cue.End && t.Cue.Start > q.Content[0].Start:
		return true
	}
	return len(q.Relay) > 0 && t.Cue.Start >= q.Content[len(q.Content)-1].End && q.Cue.End <= q.Content[0].Start
}

// nested reports whether the tagger reads a cue, and what is said behind it, in the midst of what a rule takes for said.
func (r *reading) nested(q *Quote, t *tagged) bool {
	return r.wordly(t.Cue) && inside(t.Cue, q.Content) && !t.Cue.Overlaps(q.Cue) && t.Cue.End <= t.Content[0].Start
}

// holdsAttitude reports whether the attitude that a rule reads is a part of what the tagger reads as said: "Orlo wrote: We want to
// stay".
func (r *reading) holdsAttitude(q *Quote, t *tagged) bool {
	return q.Medium == Thought && t.Medium != Thought && !t.Source.Empty() && r.wordly(t.Cue) && inside(q.Cue, t.Content) && !inside(t.Cue, q.Content)
}

// adopt puts the tagger's nested quote in the place of a loose rule's: "weighed in, after Orlo said he was for it".
func adopt(q *Quote, t *tagged) {
	if q.Confidence < sureFirm && !t.Source.Empty() {
		takeOver(q, t)
	}
}

// takeOver puts the tagger's quote in the place of a rule's, which stays as sure as it was.
func takeOver(q *Quote, t *tagged) {
	sure := q.Confidence
	*q = t.Quote
	q.Confidence = sure
}

// addsRelative reports whether the tagger reads only a relative clause at the end of a rule's: "said he was for standards, which he
// argued help the children".
func (r *reading) addsRelative(t *tagged, q *Quote) bool {
	first := r.tokenAt(t.Content[0].Start)
	return t.Content[0].Start > q.Content[0].Start && r.is(first, relative) && r.tok(first-1) == ","
}

// passOn makes the tagger's source a relay: “We stay,” Orlo said, according to the Herald.
func passOn(q *Quote, t *tagged) {
	if len(q.Relay) == 0 && !t.Source.Empty() {
		q.Relay = []articles.Span{t.Source}
	}
}

// elsewhere reports whether the tagger has, for the cue of what a rule reads, other words that lie nearer to it, as where it
// takes a quotation without a cue for the end of the statement before it. The cue is theirs.
func elsewhere(t *tagged, q *Quote) bool {
	return !t.Cue.Empty() && slices.ContainsFunc(t.Content, func(s articles.Span) bool {
		return s.Start >= t.Cue.End && s.End <= q.Content[0].Start
	})
}

// betterSource chooses between the sources of a rule and of the tagger, which may be sure.
func (r *reading) betterSource(rule, tag articles.Span, sure bool) articles.Span {
	switch {
	case tag.Empty(), r.insideRelativeOf(rule, tag):
		return rule
	case rule.Empty(), sure && tag.Overlaps(rule):
		return tag
	case rule.Contains(tag) && r.clauseLike(r.tokens(rule).first, r.tokens(rule).last):
		return tag
	}
	return rule
}

// wordly reports whether a cue begins with a word of attribution, and not with a colon or a name, and lies in one clause.
func (r *reading) wordly(cue articles.Span) bool {
	i := r.tokens(cue).first
	return !cue.Empty() && !strings.Contains(cue.In(r.text), ",") && r.toks[i].Kind == token.Word && (!r.has(i, token.Capital) || r.words[i].verb >= 0)
}

// inside reports whether a span lies in one of others: the cue of what a quotation reports is not the quotation's.
func inside(s articles.Span, of []articles.Span) bool {
	return slices.ContainsFunc(of, func(o articles.Span) bool { return o.Overlaps(s) })
}

// tokens gives the tokens of a span.
func (r *reading) tokens(s articles.Span) rng {
	first := r.tokenAt(s.Start)
	return rng{first, r.tokenAt(s.End)}
}

// kindOf tells from the quotation marks how content was printed.
func (r *reading) kindOf(content []articles.Span) Kind {
	inside, outside := false, false
	for _, s := range content {
		for i := r.tokenAt(s.Start); i < len(r.toks) && int(r.toks[i].End) <= s.End; i++ {
			switch {
			case r.within[i] >= 0:
				inside = true
			case r.toks[i].Kind == token.Word || r.toks[i].Kind == token.Number:
				outside = true
			}
		}
	}
	switch {
	case !inside:
		return Indirect
	case outside:
		return Mixed
	default:
		return Direct
	}
}

// tokenAt gives the first token that begins at or after a byte.
func (r *reading) tokenAt(at int) int {
	i := int(r.blocks[min(max(at, 0)>>blockBits, len(r.blocks)-1)])
	for i < len(r.toks) && int(r.toks[i].Start) < at {
		i++
	}
	return i
}

// blockBits is the logarithm of the bytes in a block of text, in which a token begins or two: rules ask for tokens so often that stepping over
// three took a twentieth of the time.
const blockBits = 2

// blocksOf gives for each block of a text the first token that begins in it or after it.
func blocksOf(text string, toks []token.Token) []int32 {
	blocks := make([]int32, 0, len(text)>>blockBits+2)
	for i, t := range toks {
		for len(blocks)<<blockBits <= int(t.Start) {
			blocks = append(blocks, int32(i))
		}
	}
	return append(blocks, int32(len(toks)))
}

// fusion gathers what stands, and marks the tokens that quotes have taken, as content or as cue, so that two readings of
// the same words are told in time linear in the words.
type fusion struct {
	r            *reading
	content, cue []bool
	out          []Weighed
}

// accept lets a rule's quote stand, with what the tagger reads better.
func (f *fusion) accept(p pair) {
	w := p.weigh()
	if p.agrees {
		f.r.reconcile(p.rule, p.tag)
	}
	w.Quote = *p.rule
	f.take(w)
}

func (f *fusion) take(w Weighed) {
	f.r.ledBy(&w.Quote)
	f.parted(&w.Quote)
	f.r.endsAside(&w.Quote)
	f.r.behindConjunction(&w.Quote)
	f.r.withOffice(&w.Quote)
	f.r.withHolder(&w.Quote)
	f.r.unglued(&w.Quote)
	f.r.ownSentences(&w.Quote)
	for _, s := range w.Content {
		f.r.each(s, func(i int) bool { f.content[i] = true; return true })
	}
	f.r.each(w.Cue, func(i int) bool { f.cue[i] = true; return true })
	f.r.supply(&w.Quote)
	f.r.onlyHeard(&w.Quote)
	f.r.withholds(&w.Quote)
	f.r.heard(&w.Quote)
	f.out = append(f.out, w)
}

// leave takes from a quote of the tagger's with several parts those of which other quotes have words, if one is left.
func (f *fusion) leave(q *Quote) {
	if len(q.Content) < 2 {
		return
	}
	free := slices.DeleteFunc(slices.Clone(q.Content), func(s articles.Span) bool {
		return !f.freeContent(&Quote{Content: []articles.Span{s}})
	})
	if len(free) > 0 && len(free) < len(q.Content) {
		q.Content, q.Kind = free, f.r.kindOf(free)
	}
}

// open reports whether the tagger is sure enough of a quote, its words are free, and something is said in it.
func (f *fusion) open(t *tagged) bool {
	return f.r.addable(&t.Quote) && f.free(&t.Quote) && !f.r.hedged(&t.Quote) && !f.r.shown(&t.Quote) && !f.r.enumerated(&t.Quote) && !f.r.empty(&t.Quote)
}

// enumerated reports whether what the tagger reads behind a colon is no clause but a list that ends a sentence: "It was
// noticed by two senators: Orlo and Kesh".
func (r *reading) enumerated(q *Quote) bool {
	if q.Kind != Indirect || len(q.Content) > 1 || q.Source.Empty() || q.Cue.In(r.text) != ":" {
		return false
	}
	content, source := r.tokens(q.Content[0]), r.tokens(q.Source)
	return !r.clauseLike(content.first, content.last) && source.first > r.units[r.unitOf(source.first)].first
}

// free reports whether neither the content nor the cue of q shares a token with those taken.
func (f *fusion) free(q *Quote) bool {
	free := f.freeContent(q)
	f.r.each(q.Cue, func(i int) bool { free = free && !f.cue[i]; return free })
	return free
}

// freeContent reports whether the content of q shares no token with contents taken.
func (f *fusion) freeContent(q *Quote) bool {
	free := true
	for _, s := range q.Content {
		f.r.each(s, func(i int) bool { free = free && !f.content[i]; return free })
	}
	return free
}

// each calls do with every token of a span until do returns false.
func (r *reading) each(s articles.Span, do func(i int) bool) {
	for i := r.tokenAt(s.Start); i < len(r.toks) && int(r.toks[i].Start) < s.End; i++ {
		if !do(i) {
			return
		}
	}
}
