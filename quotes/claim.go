package quotes

import (
	"math"
	"math/bits"
	"slices"

	"quotidian/articles"
	"quotidian/articles/token"
	"quotidian/quotes/judge"
)

// claim is a reading of a quote that a rule, the tagger or both make, and what speaks for it.
type claim struct {
	*Quote
	rule *Quote  // what the rule read, nil for nothing
	tag  *tagged // what the tagger read, nil for nothing
	// basis says who stands behind the claim; of ByRule the tagger reads other words there.
	basis  Basis
	others []variant // other readings of the content
	wide   bool      // the rule's content runs over a cue that the tagger reads in it
	done   bool      // stands
}

// variants calls f with each reading of the content of a claim.
func (c *claim) variants(f func(variant)) {
	var tag variant
	if c.tag != nil {
		tag = variant{content: c.tag.Content, exact: c.tag.exact.Content, near: c.tag.near[2], from: ofTag}
	}
	switch {
	case c.basis == ByTagger:
		f(tag)
	case c.basis == ByBoth && slices.Equal(c.rule.Content, c.tag.Content):
		tag.from |= ofRule
		f(tag)
	default:
		if !c.wide {
			f(variant{content: c.rule.Content, from: ofRule})
		}
		if c.basis == ByBoth && c.Kind != Direct && (c.rule.Confidence < sureFirm || tag.exact >= exactFirm) {
			f(tag)
		}
	}
	for _, o := range c.others {
		f(o)
	}
}

// readOtherwise gives a claim of the tagger's the other readings that the tagger has of its content. Where a rule reads the same,
// marks and firm clauses are left as they are, and no reading may swallow a cue of another quote.
func (r *reading) readOtherwise(c *claim, cues []bool) {
	if c.basis != ByTagger && c.tag != nil && c.Kind != Direct && c.rule.Confidence < sureFirm && c.tag.Cue.Overlaps(c.rule.Cue) {
		last := c.rule.Content[len(c.rule.Content)-1]
		c.wide = r.holds(articles.Span{Start: c.tag.Content[len(c.tag.Content)-1].End, End: last.End}, cues)
	}
	if c.basis == ByRule || c.basis == ByBoth && (c.Kind == Direct || c.rule.Confidence >= sureFirm) {
		return
	}
	for _, o := range c.tag.others {
		if s := c.tag.Content[o.Part]; r.holds(articles.Span{Start: o.Span.Start, End: s.Start}, cues) || r.holds(articles.Span{Start: s.End, End: o.Span.End}, cues) {
			continue
		}
		content := slices.Clone(c.tag.Content)
		content[o.Part] = o.Span
		if c.rule == nil || !slices.Equal(content, c.rule.Content) {
			c.others = append(c.others, variant{content: content, exact: o.Exact, near: o.Near, from: ofOther})
		}
	}
}

// holds reports whether a token of a span is marked; a span that ends before it begins has none.
func (r *reading) holds(s articles.Span, marked []bool) bool {
	found := false
	r.each(s, func(i int) bool { found = marked[i]; return !found })
	return found
}

// variant is one reading of the content of a claim.
type variant struct {
	content     []articles.Span
	exact, near float64 // the tagger's probabilities; 0 where it read no such words
	from        origin
}

// origin says who read a variant.
type origin uint8

const (
	ofTag origin = 1 << iota
	ofRule
	ofOther
)

// steps cuts a probability into steps of equal log-odds, 0 for none and for what is hardly possible.
func steps(p float64) uint32 {
	if p <= 0 {
		return 0
	}
	return uint32(max(1, min(15, math.Round(math.Log(p/(1.0001-p))*1.5)+8)))
}

// length cuts a number of tokens into steps.
func length(n int) uint32 {
	if n <= 6 {
		return uint32(max(n, 0))
	}
	return min(6+uint32(bits.Len(uint(n*n/36)))*1, 15)
}

// word hashes the lower-case spelling of token i (FNV-1a), 1 outside the text.
func (r *reading) word(i int) uint32 {
	if i < 0 || i >= len(r.toks) {
		return 1
	}
	h := uint32(2166136261)
	for s, k := r.toks[i].In(r.text), 0; k < len(s); k++ {
		c := s[k]
		if c-'A' < 26 {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// shape tells kinds of tokens apart.
func (r *reading) shape(i int) uint32 {
	switch {
	case i < 0 || i >= len(r.toks):
		return 0
	case r.toks[i].Kind != token.Word:
		return 1 + uint32(r.toks[i].Kind)
	case r.is(i, pronoun|possessive):
		return 10
	case r.is(i, det):
		return 11
	case r.is(i, prep):
		return 12
	case r.is(i, sub|relative):
		return 13
	case r.is(i, aux|modal|finite):
		return 14
	case r.has(i, token.Capital):
		return 15
	}
	return 16
}

// keys gathers the features of a reading.
type keys []uint32

func (k *keys) add(template, a, b uint32) { *k = append(*k, judge.Key(template, a, b)) }

// traits appends the features of a claim that do not depend on where its content ends.
func (r *reading) traits(k *keys, c *claim) {
	basis := uint32(c.basis)<<4 | uint32(c.Kind)<<2 | uint32(c.Medium)
	k.add(0, 0, 0)
	k.add(1, basis, 0)
	r.speaks(k, c, basis)
	r.cueTraits(k, c, basis)
	src, cue := r.tokens(c.Source), r.tokens(c.Cue)
	side := uint32(0)
	switch {
	case c.Source.Empty():
	case src.first < cue.first:
		side = 1
	default:
		side = 2
	}
	k.add(30, r.word(src.first), side)
	k.add(31, r.word(src.last-1), side)
	k.add(32, r.shape(src.first)<<8|r.shape(src.last-1), side)
	k.add(33, length(src.last-src.first), side)
	k.add(34, length(max(cue.first-src.last, src.first-cue.last)), side)
}

// speaks appends what rule and tagger have to say for a claim.
func (r *reading) speaks(k *keys, c *claim, basis uint32) {
	var near [3]uint32
	if c.tag != nil {
		near = [3]uint32{steps(c.tag.near[0]), steps(c.tag.near[1]), steps(c.tag.near[2])}
		k.add(2, near[0], basis)
		k.add(3, near[1], basis)
		k.add(4, near[2], basis)
		k.add(5, near[0]<<4|near[2], uint32(c.basis))
		k.add(6, steps(c.tag.Confidence), basis)
		k.add(7, steps(c.tag.exact.Cue)<<4|steps(c.tag.exact.Source), 0)
	}
	if c.rule != nil {
		frame := uint32(math.Round(c.rule.Confidence * 100))
		for i := 0; i < len(c.rule.Reason); i++ {
			frame = (frame ^ uint32(c.rule.Reason[i])) * 16777619
		}
		k.add(10, frame, basis)
		k.add(11, frame, near[2])
		k.add(12, frame, near[0])
	}
}

// cueTraits appends the features of a claim's cue.
func (r *reading) cueTraits(k *keys, c *claim, basis uint32) {
	if c.Cue.Empty() {
		k.add(15, 0, basis)
		return
	}
	cue := r.tokens(c.Cue)
	head, whole, state, frames := cue.last-1, uint32(0), uint32(0), uint32(0)
	for i := cue.first; i < cue.last; i++ {
		whole = whole*31 + r.word(i)
		if g, ok := r.cue(i); ok {
			head, frames = i, uint32(g.verb.frames)<<2|uint32(g.verb.medium)
			state = state<<3 | bit(g.denied)<<2 | bit(g.supposed)<<1 | bit(g.passive)
		}
	}
	h := r.word(head)
	k.add(16, h, 0)
	k.add(17, h, basis)
	k.add(18, whole, 0)
	k.add(19, r.word(cue.first), length(cue.last-cue.first))
	k.add(20, r.word(cue.first-1), 0)
	k.add(21, r.word(cue.last), 0)
	k.add(22, r.word(cue.last), h)
	k.add(23, state, frames)
	k.add(24, frames, r.shape(cue.last))
	k.add(25, h, r.shape(cue.last))
	k.add(26, r.shape(cue.first-1), bit(r.is(head, homonym)))
	u := r.units[r.unitOf(cue.first)]
	k.add(27, bit(u.first == 0), length(cue.first-u.first))
	k.add(28, r.word(u.last-1), basis)
	k.add(29, r.word(u.first), bit(u.first == cue.first))
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// ends appends the features of a claim that depend on which words are its content.
func (r *reading) ends(k *keys, c *claim, v *variant) {
	first, last := r.tokens(v.content[0]).first, r.tokens(v.content[len(v.content)-1]).last
	cue := r.tokens(c.Cue)
	kind := uint32(c.Kind)<<2 | uint32(c.basis)
	k.add(40, steps(v.exact), uint32(v.from)<<4|kind)
	k.add(41, steps(v.near), uint32(v.from)<<4|kind)
	k.add(42, uint32(v.from), kind)
	n := 0
	for _, s := range v.content {
		g := r.tokens(s)
		n += g.last - g.first
	}
	head := uint32(0)
	if !c.Cue.Empty() {
		head = r.word(cue.last - 1)
	}
	k.add(43, length(n), kind)
	k.add(44, length(n), uint32(len(v.content))<<1|bit(first < cue.first))
	k.add(45, r.word(first), 0)
	k.add(46, r.word(first), r.word(first+1))
	k.add(47, r.word(first), head)
	k.add(48, r.word(first-1), r.shape(first))
	k.add(49, length(max(first-cue.last, cue.first-last)), bit(first < cue.first))
	r.rightEdge(k, first, last)
	if c.tag != nil {
		k.add(70, span3(v.content, c.tag.Content), kind)
	}
	if c.rule != nil {
		k.add(71, span3(v.content, c.rule.Content), kind)
	}
}

// span3 tells how two contents differ: at the beginning and at the end, shorter, the same or longer.
func span3(a, b []articles.Span) uint32 {
	return side(b[0].Start-a[0].Start)<<2 | side(a[len(a)-1].End-b[len(b)-1].End)
}

func side(d int) uint32 {
	switch {
	case d < 0:
		return 1
	case d > 0:
		return 2
	}
	return 0
}

// rightEdge appends the features of where a content ends.
func (r *reading) rightEdge(k *keys, first, last int) {
	k.add(50, r.word(last-1), 0)
	k.add(51, r.word(last), 0)
	k.add(52, r.word(last), r.word(last+1))
	k.add(53, r.word(last-1), r.word(last))
	k.add(54, r.shape(last-1)<<8|r.shape(last), r.shape(last+1))
	u := r.units[r.unitOf(last-1)]
	rest := length(u.last - last)
	k.add(55, rest, r.shape(last))
	comma, dash, clause, lead := -1, 0, uint32(0), -1
	for i := last - 1; i > first && i > last-maxClause; i-- {
		switch {
		case r.tok(i) == "," && comma < 0:
			comma = i
		case r.dash(i):
			dash++
		}
		if lead < 0 && r.is(i, prep|sub) {
			lead = i
		}
		if r.verbal(i) || r.finiteLooking(i) {
			clause = 1
		}
	}
	k.add(56, clause, rest)
	if comma >= 0 {
		k.add(57, r.word(comma+1), length(last-comma))
		k.add(58, r.shape(comma+1), length(last-comma))
		k.add(59, r.word(comma+1), r.shape(comma+2))
	}
	k.add(60, length(dash), rest)
	if lead >= 0 {
		k.add(61, r.word(lead), length(last-lead))
		k.add(62, r.word(lead), r.word(last-1))
		k.add(63, r.word(lead), r.shape(lead+1))
	}
}
