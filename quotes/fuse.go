package quotes

import (
	"cmp"
	"slices"
	"sort"

	"quotidian/articles"
	"quotidian/articles/token"
	"quotidian/quotes/judge"
	"quotidian/quotes/tagger"
)

// The rules decide the structure of quotation marks and the plain frames of indirect speech, which they read
// without regard to the subject; the learned tagger knows more words and the habits of sources; a judge (claim.go)
// weighs what both claim. The constants were chosen on PolNeAR's training half, read with taggers and judges that had not
// seen the article; docs/extraction.md has the figures.
const (
	// sureTag is the probability from which the tagger contests an orphan quotation.
	sureTag = 0.45
	// exactSpan and exactLeast are the probabilities to the word from which the tagger's cue, and its source,
	// are taken where a rule reads the same quote with others: from there on the tagger is right more often.
	exactSpan  = 0.5
	exactLeast = 0.3
	// sureFirm is the confidence from which a rule's clause stands against the tagger's, one that begins with "that" or stands
	// around its cue, unless the tagger is as sure of its words as exactFirm.
	sureFirm  = 0.93
	exactFirm = 0.75
	// keep, keepThought and keepDirect are the least probabilities, as the judge has it, of a quote, an attitude and a quotation
	// that stand. Attitudes are right less often, and nobody looks for them; a quotation is seldom right by its words alone.
	keep        = 0.3
	keepThought = 0.5
	keepDirect  = 0.15
	// exactly is how much more it counts, in the choice between readings, that one is right to the word than that it is right.
	exactly = 8
)

// tagged is what the tagger reads, as a quote.
type tagged struct {
	Quote
	exact  tagger.Exact
	near   [3]float64 // how sure cue, source and content lie about where they were found
	others []tagger.Reading
}

// fuse gives what stands of what the rules and the tagger claim: attributed quotation marks first, which stand whatever the
// tagger says, then the most probable claims whose words are free.
func (r *reading) fuse(rules []Quote, t *tagger.Tagger, j *judge.Model) []Weighed {
	f := &fusion{r: r, judge: j, content: make([]bool, len(r.toks)), cue: slices.Clone(r.barred)}
	tags := r.tags(t)
	claims := r.claims(rules, tags)
	for i := range claims {
		f.weigh(&claims[i])
	}
	slices.SortStableFunc(f.rated, func(a, b rated) int { return cmp.Compare(b.rank, a.rank) })
	for i := range f.rated {
		f.admit(&f.rated[i])
	}
	slices.SortStableFunc(f.out, func(a, b Weighed) int { return cmp.Compare(a.Content[0].Start, b.Content[0].Start) })
	return f.out
}

// claims gives what rules and tagger read, each quote once where both read the same.
func (r *reading) claims(rules []Quote, tags []tagged) []claim {
	read := r.readings(tags)
	contest := make([]*Quote, len(tags)) // the rule's reading that shares words with the tagger's
	same := make([]bool, len(tags))      // both read the same
	var out []claim
	for i := range rules {
		p := pair{rule: &rules[i]}
		k, agrees := r.rival(p.rule, &read)
		if k >= 0 {
			p.tag, p.agrees = &tags[k], agrees
			contest[k], same[k] = p.rule, same[k] || agrees
		}
		if p.rule.Kind == Direct {
			if p.longer() {
				p.rule.Content, p.rule.Kind, p.agrees, same[k] = p.tag.Content, p.tag.Kind, true, true
			} else if !p.stands() {
				continue
			}
		}
		out = append(out, p.claim())
	}
	out = append(out, r.faintClaims(rules, &read)...)
	for k := range tags {
		if t := &tags[k]; !same[k] && !r.hedged(&t.Quote) && !r.shown(&t.Quote) {
			out = append(out, claim{Quote: &t.Quote, rule: contest[k], tag: t, basis: ByTagger})
		}
	}
	cues := make([]bool, len(r.toks))
	for i := range rules {
		r.each(rules[i].Cue, func(i int) bool { cues[i] = true; return true })
	}
	for i, cue := range read.cue {
		cues[i] = cues[i] || cue > 0
	}
	for i := range out {
		r.withholds(out[i].Quote)
		r.readOtherwise(&out[i], cues)
	}
	return out
}

// pair is a rule's quote and what the tagger reads there, nil for nothing; agrees says whether both read the same.
type pair struct {
	rule   *Quote
	tag    *tagged
	agrees bool
}

func (p *pair) claim() claim {
	c := claim{Quote: p.rule, rule: p.rule, tag: p.tag, basis: ByRule}
	if p.agrees {
		c.basis = ByBoth
	}
	return c
}

// stands reports whether quotation marks that a rule attributes stand: always, but for an orphan that the tagger reads
// otherwise.
func (p *pair) stands() bool {
	return p.agrees || p.rule.Confidence > sureOrphan || p.tag == nil || p.tag.Confidence < sureTag
}

// sureLonger is the probability from which the tagger's quote stands for a rule's quotation marks that are a part of it: it
// is right in 90 of 100 such cases and the rule in 30, below it the rule in 76 and the tagger in 43.
const sureLonger = 0.85

// longer reports whether the tagger reads the quotation marks of a rule, with the same cue, as the beginning or end of
// more words: `“It is a trap,” she said. It is “one more lie.”`
func (p *pair) longer() bool {
	q, t := p.rule, p.tag
	return q.Kind == Direct && !p.agrees && t != nil && t.Confidence >= sureLonger && t.Cue.Overlaps(q.Cue) &&
		!slices.ContainsFunc(q.Content, func(s articles.Span) bool { return !inside(s, t.Content) })
}

// tags gives what the tagger reads.
func (r *reading) tags(t *tagger.Tagger) []tagged {
	found := t.Tag(nil, r.text, r.toks, r.sents)
	out := make([]tagged, len(found))
	for i := range found {
		a := &found[i]
		out[i] = tagged{Quote: r.learned(a), exact: a.Exact, near: a.Near(), others: a.Others}
		r.turnDown(&out[i].Quote)
	}
	return out
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

// rival finds the number of the tagger's quote that shares most words with q, or else its cue, -1 for none, and whether the
// two share half of all their words: then they read the same quote.
func (r *reading) rival(q *Quote, t *readings) (best int, agrees bool) {
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
		return -1, false
	}
	return int(at) - 1, 2*most >= own+t.size[at-1]-most
}

// reconcile takes from the tagger what it reads better than the rule that reads the same quote.
func (r *reading) reconcile(q *Quote, t *tagged) {
	switch {
	case r.accords(q.Cue) && inside(t.Cue, q.Content):
		return // the tagger reads what the source says that somebody said
	case r.accords(t.Cue) && !r.accords(q.Cue) && !q.Cue.Empty():
		if len(q.Relay) == 0 && !t.Source.Empty() {
			q.Relay = []articles.Span{t.Source} // “We stay,” Orlo said, according to the Herald.
		}
		return
	}
	if t.exact.Cue >= exactSpan && r.wordly(t.Cue) && !inside(t.Cue, q.Content) {
		q.Cue = t.Cue
	}
	q.Source = r.betterSource(q.Source, t.Source, t.exact.Source >= exactLeast)
}

// betterSource chooses between the sources of a rule and of the tagger, which may be sure.
func (r *reading) betterSource(rule, tag articles.Span, sure bool) articles.Span {
	switch {
	case tag.Empty():
		return rule
	case rule.Empty(), sure && tag.Overlaps(rule):
		return tag
	case rule.Contains(tag) && r.clauseLike(r.tokens(rule).first, r.tokens(rule).last):
		return tag
	}
	return rule
}

// wordly reports whether a cue begins with a word of attribution, and not with a colon or a name.
func (r *reading) wordly(cue articles.Span) bool {
	i := r.tokens(cue).first
	return !cue.Empty() && r.toks[i].Kind == token.Word && (!r.has(i, token.Capital) || r.words[i].verb >= 0)
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

// learned is the tagger's attribution as a quote.
func (r *reading) learned(a *tagger.Attribution) Quote {
	switch g := r.tokens(a.Source); {
	case a.Source.Empty():
	case g.first > 1 && r.tok(g.first-1) == "." && !r.hardBreak(g.first-1):
		a.Source.Start = int(r.toks[g.first-2].Start) // Norland.com
	case g.last-g.first == 1 && r.is(g.first, prep|sub) && !r.is(g.first, det|relative|pronoun):
		a.Source = articles.Span{} // "Before saying that"
	}
	return Quote{
		Kind: r.kindOf(a.Content), Medium: Medium(a.Medium), Content: a.Content, Cue: a.Cue, Source: a.Source,
		Reason: a.Why, Confidence: a.Prob,
	}
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
	return sort.Search(len(r.toks), func(i int) bool { return int(r.toks[i].Start) >= at })
}

// fusion gathers what stands, and marks the tokens that quotes have taken, as content or as cue, so that two readings of
// the same words are told in time linear in the words.
type fusion struct {
	r            *reading
	judge        *judge.Model
	content, cue []bool
	keys         keys
	rated        []rated
	out          []Weighed
}

// rated is a claim with one reading of its content.
type rated struct {
	*claim
	variant
	right float64
	rank  float64
}

// settled is the rank of what stands whatever else is claimed.
const settled = exactly + 2

// weigh rates the readings of a claim.
func (f *fusion) weigh(c *claim) {
	f.keys = f.keys[:0]
	f.r.traits(&f.keys, c)
	base := f.judge.Sum(f.keys)
	c.variants(func(v variant) {
		f.keys = f.keys[:0]
		f.r.ends(&f.keys, c, &v)
		s := base.Plus(f.judge.Sum(f.keys))
		x := rated{claim: c, variant: v, right: judge.Odds(s.Right)}
		x.rank = x.right + exactly*judge.Odds(s.Exact)
		if c.Kind == Direct && c.basis != ByTagger {
			x.rank = settled
		}
		f.rated = append(f.rated, x)
	})
}

// admit lets a reading stand that is probable enough and whose words are free.
func (f *fusion) admit(x *rated) {
	least := keep
	switch {
	case x.Kind == Direct:
		least = keepDirect
	case x.Medium == Thought:
		least = keepThought
	}
	if x.claim.done || x.rank < settled && x.right < least || !f.free(x) {
		return
	}
	x.claim.done = true
	w := Weighed{Evidence: x.right}
	if x.basis == ByBoth {
		f.r.reconcile(x.Quote, x.tag)
	}
	w.Quote = *x.Quote
	if x.from&ofRule == 0 {
		w.Content = x.content
		if k := f.r.kindOf(x.content); k != Direct || x.basis == ByTagger { // a phrase in quotation marks is no utterance
			w.Kind = k
		}
	}
	f.take(w)
}

func (f *fusion) take(w Weighed) {
	for _, s := range w.Content {
		f.r.each(s, func(i int) bool { f.content[i] = true; return true })
	}
	f.r.each(w.Cue, func(i int) bool { f.cue[i] = true; return true })
	f.r.each(w.Source, func(i int) bool { f.cue[i] = true; return true })
	f.r.supply(&w.Quote)
	f.r.heard(&w.Quote)
	f.out = append(f.out, w)
}

// free reports whether the content of a reading, and the cue of the tagger's, share no token with those taken.
func (f *fusion) free(x *rated) bool {
	free := true
	for _, s := range x.content {
		f.r.each(s, func(i int) bool { free = free && !f.content[i]; return free })
	}
	if x.basis == ByTagger {
		f.r.each(x.Cue, func(i int) bool { free = free && !f.cue[i] && !f.content[i]; return free })
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
