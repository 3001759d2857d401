package quotes

import (
	"cmp"
	"slices"
	"sort"
	"sync"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
	"quotidian/quotes/tagger"
)

// The rules decide the structure of quotation marks and the plain frames of indirect speech, which they read
// without regard to the subject; the learned tagger knows more words and the habits of sources. Each constant was
// chosen on the development half of PolNeAR and checked on GUM's news; docs/extraction.md has the figures.
const (
	// sureRule is the confidence from which a rule's reading of indirect speech stands by itself. All frames but the
	// loosest reach it.
	sureRule = 0.85
	// sureFirm is the confidence from which it stands against a tagger that reads the same words otherwise: on the
	// development half the frames below are right in 6 of 45 such cases, those above in 17 of 32.
	sureFirm = 0.9
	// sureBoth is the probability from which a loose frame stands where the tagger reads the same words.
	sureBoth = 0.55
	// sureSpans is the probability from which the tagger sees better than the rule where source, cue and reported
	// clause end.
	sureSpans = 0.85
	// sureTag, sureThought and sureNameless are the probabilities from which the tagger adds a quote of its own.
	// Attitudes are shown only where somebody asks for them, so they may be less sure; a reported clause whose
	// source it does not see must be surer. 0.6 instead of 0.55 loses a point of F1 on PolNeAR and gains 0.3 on GUM.
	sureTag      = 0.55
	sureThought  = 0.5
	sureNameless = 0.6
)

// taggers keeps the buffers of taggers between articles; a tagger has no memory beyond them.
var taggers = sync.Pool{New: func() any { return tagger.New() }}

// fuse gives the rules' quotes that stand and, where they left the words free, those of the tagger.
func (r *reading) fuse(rules []Quote, sents []sentence.Sentence) []Quote {
	tagged := r.tags(sents)
	read := r.readings(tagged)
	out := make([]Quote, 0, len(rules)+len(tagged))
	f := ground{r: r, content: make([]bool, len(r.toks)), cue: slices.Clone(r.barred)}
	for _, q := range rules {
		t, agrees := r.rival(&q, &read)
		if !stands(&q, t, agrees) {
			continue
		}
		if agrees {
			r.reconcile(&q, t)
		}
		q.Confidence = evidence(&q, t, agrees)
		f.take(&q)
		out = append(out, q)
	}
	for _, q := range tagged {
		if addable(&q) && f.free(&q) && !r.hedged(&q) {
			f.take(&q)
			out = append(out, q)
		}
	}
	for i := range out {
		r.heard(&out[i])
		out[i].Confidence = calibrated(out[i].Kind, out[i].Confidence)
	}
	slices.SortStableFunc(out, func(a, b Quote) int { return cmp.Compare(a.Content[0].Start, b.Content[0].Start) })
	return out
}

// stands reports whether a rule's reading stands, given what the tagger reads there (nil for nothing) and whether
// the two agree. Attributed quotation marks stand whatever the tagger says.
func stands(q, t *Quote, agrees bool) bool {
	switch {
	case q.Kind == Direct && q.Confidence > sureOrphan:
		return true
	case agrees:
		return q.Kind == Direct || q.Confidence >= sureRule || t.Confidence >= sureBoth
	case t == nil || t.Confidence < sureTag:
		return q.Kind == Direct || q.Confidence >= sureRule
	}
	return q.Confidence >= sureFirm
}

// addable reports whether the tagger is sure enough of a quote that no rule read.
func addable(t *Quote) bool {
	if t.Kind == Indirect && t.Source.Empty() && t.Confidence < sureNameless {
		return false
	}
	return t.Confidence >= sureTag || t.Medium == Thought && t.Confidence >= sureThought
}

// tags gives what the tagger reads.
func (r *reading) tags(sents []sentence.Sentence) []Quote {
	t := taggers.Get().(*tagger.Tagger)
	defer taggers.Put(t)
	found := t.Tag(nil, r.text, r.toks, sents)
	out := make([]Quote, len(found))
	for i := range found {
		out[i] = r.learned(&found[i])
	}
	return out
}

// readings are the tagger's quotes with the words each of them holds.
type readings struct {
	quotes []Quote
	owner  []int32 // for each token the quote whose content holds it, counted from 1; 0 for none
	cue    []int32 // the same for its cue
	size   []int   // the number of tokens in the content of each quote
	shared []int   // by the number of owner, what rival counts
}

func (r *reading) readings(tagged []Quote) readings {
	t := readings{
		quotes: tagged, owner: make([]int32, len(r.toks)), cue: make([]int32, len(r.toks)),
		size: make([]int, len(tagged)), shared: make([]int, len(tagged)+1),
	}
	for k := range tagged {
		r.each(tagged[k].Cue, func(i int) bool { t.cue[i] = int32(k + 1); return true })
		for _, s := range tagged[k].Content {
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
func (r *reading) rival(q *Quote, t *readings) (best *Quote, agrees bool) {
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
func (r *reading) reconcile(q, t *Quote) {
	sure := t.Confidence >= sureSpans
	loose := q.Kind != Direct && q.Confidence < sureRule
	if (sure || loose || q.Kind == Direct) && r.wordly(t.Cue) && !inside(t.Cue, q.Content) {
		q.Cue = t.Cue
	}
	if q.Kind != Direct && sure {
		q.Content = t.Content
	}
	q.Source = r.betterSource(q.Source, t.Source, sure)
}

// betterSource chooses between the sources of a rule and of the tagger, which may be sure.
func (r *reading) betterSource(rule, tag articles.Span, sure bool) articles.Span {
	switch {
	case tag.Empty():
		return rule
	case rule.Empty(), sure && tag.Overlaps(rule):
		return r.span(r.plain(r.tokens(tag)))
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

// plain cuts a relative clause between commas and what follows it off a source.
func (r *reading) plain(g rng) rng {
	for i := g.first + 1; i+1 < g.last; i++ {
		if r.tok(i) == "," && r.is(i+1, relative) {
			return rng{g.first, i}
		}
	}
	return g
}

// tokens gives the tokens of a span.
func (r *reading) tokens(s articles.Span) rng {
	first := r.tokenAt(s.Start)
	return rng{first, r.tokenAt(s.End)}
}

// learned is the tagger's attribution as a quote.
func (r *reading) learned(a *tagger.Attribution) Quote {
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

// ground marks the tokens that quotes have taken, as content or as cue, so that two readings of the same words
// are told in time linear in the words.
type ground struct {
	r            *reading
	content, cue []bool
}

func (g *ground) take(q *Quote) {
	for _, s := range q.Content {
		g.r.each(s, func(i int) bool { g.content[i] = true; return true })
	}
	g.r.each(q.Cue, func(i int) bool { g.cue[i] = true; return true })
}

// free reports whether neither the content nor the cue of q shares a token with those taken.
func (g *ground) free(q *Quote) bool {
	free := true
	for _, s := range q.Content {
		g.r.each(s, func(i int) bool { free = free && !g.content[i]; return free })
	}
	g.r.each(q.Cue, func(i int) bool { free = free && !g.cue[i]; return free })
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
