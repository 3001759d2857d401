package quotes

import "quotidian/articles"

// sureFaint is the confidence of a cue with a noun phrase behind it: "announced the resignation of", "attacked the mayor".
const sureFaint = 0.3

// maxFaint bounds the words of a faint content, so that many cues in one sentence cost no more than their number.
const maxFaint = 60

// object notes a cue that speaks with a noun phrase behind it, or words that its particle opens, as faint: whether
// somebody said so much, and how far it goes, is left to the judge.
func (r *reading) object(g group, u rng, hi, ui int) {
	i := r.objectStart(g, hi)
	if i == 0 {
		return
	}
	src, ok := r.clauseSource(g, u, ui)
	if !ok || !r.claimable(src) || r.textSpeaks(src) || r.is(src.first, relative) {
		return
	}
	if last := r.contentEnd(i, min(hi, i+maxFaint)); last > i {
		r.faint = append(r.faint, found{
			kind: Indirect, medium: r.medium(g, u), content: []rng{{i, last}}, cue: g.rng, source: src, sure: sureFaint,
			reason: "cue, then what it is about",
		})
	}
}

// objectStart gives where the object of a cue begins, before hi; 0 for none.
func (r *reading) objectStart(g group, hi int) int {
	v, i := g.verb, g.last
	if v.medium != Speech || g.passive || i >= hi {
		return 0
	}
	particle := v.particle(r.tok(i))
	if particle {
		i++
	}
	switch {
	case i >= hi || r.start[i]:
		return 0
	case particle || v.takes(nounPhrase|thatClause) && (r.within[i] >= 0 || r.beginsNoun(i)):
		return i
	}
	return 0
}

// faintClaims gives the faint readings where no other reading has a word, each with other ends that it may have.
func (r *reading) faintClaims(rules []Quote, t *readings) []claim {
	if len(r.faint) == 0 {
		return nil
	}
	taken := make([]bool, len(r.toks))
	mark := func(i int) bool { taken[i] = true; return true }
	for i := range rules {
		r.each(rules[i].Cue, mark)
		for _, s := range rules[i].Content {
			r.each(s, mark)
		}
	}
	var out []claim
	for i := range r.faint {
		f := &r.faint[i]
		free := true
		for j := f.cue.first; j < f.content[0].last && free; j++ {
			free = !taken[j] && t.owner[j] == 0 && t.cue[j] == 0
		}
		q := &Quote{
			Medium: f.medium, Content: []articles.Span{r.span(f.content[0])}, Cue: r.span(f.cue), Source: r.span(r.closed(f.source)),
			Reason: f.reason, Confidence: f.sure,
		}
		q.Kind = r.kindOf(q.Content)
		if free && q.Kind != Direct {
			out = append(out, claim{Quote: q, rule: q, basis: ByRule, others: r.otherEnds(f.content[0])})
		}
	}
	return out
}

// maxEnds bounds the other ends of a faint reading.
const maxEnds = 3

// otherEnds gives a faint content cut before its first comma and before each circumstance that may not belong to it.
func (r *reading) otherEnds(g rng) (ends []variant) {
	for i := g.first + 1; i < g.last && len(ends) < maxEnds; i++ {
		if r.within[i] >= 0 {
			continue
		}
		comma := r.tok(i) == ","
		if comma || r.is(i, prep|sub|coord) && r.tok(i) != "of" && r.tok(i) != "that" || r.dayName(i) {
			ends = append(ends, variant{content: []articles.Span{r.span(rng{g.first, i})}, from: ofOther})
		}
		if comma {
			break
		}
	}
	return ends
}
