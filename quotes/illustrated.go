package quotes

// A reported clause and a quotation behind its colon are two statements: `said the deal was dead: “We must act.”`

// illustrated takes the quotation behind the colon with which a reported clause ends for another utterance of the same source:
// `said it would rain: “Take a coat.”` It gives the end of both.
func (r *reading) illustrated(q *found, i, hi, ui int) int {
	if r.tok(i) != ":" || !r.opensStretch(i+1) {
		return i
	}
	k := int(r.within[i+1])
	if r.claimed[k] || !r.ownSentence(k, hi) {
		return i
	}
	r.claim(k)
	r.take(found{
		kind: Direct, content: []rng{r.whole(k)}, cue: q.cue, source: q.source, medium: q.medium, sure: sureHead, reason: "cue, then quotation marks",
	}, group{}, ui)
	r.open = len(r.out) - 1
	return r.whole(k).last
}

// illustrates reports whether a clause of what is said stands between cue g and the colon before stretch k, which quotes some of it: `said
// the deal collapsed: “We must act.”`
func (r *reading) illustrates(g group, k int, u rng) bool {
	colon := int(r.stretches[k].open) - 1
	from := r.complement(g, colon)
	if from == 0 || from <= g.at || !g.verb.takes(bareClause|thatClause) || r.reportsNothing(g) || !r.ownSentence(k, u.last) || r.subjectOf(g, u.first).empty() {
		return false
	}
	switch {
	case r.tok(from) == "that":
		return r.beginsNoun(from+1) && colon-from > 2
	case !g.verb.takes(bareClause) || !r.beginsNoun(from) || r.is(from, relative):
		return false
	case r.is(from, pronoun) && !r.is(from, det) && r.tok(from) != "it":
		return colon-from > 2 // he nearly quit
	}
	return r.verbAhead(from+1, colon)
}

// lastsOn reports whether a cue tells that something goes on, and no words: "prices continue | to rise".
func (r *reading) lastsOn(g group) bool {
	return g.verb.base == "continue" && r.tok(g.last) == "to"
}

// beforeQuotation ends a clause at the colon before a quotation of whole sentences, which is read by itself: "said he nearly left |: “It was dark.”"
func (r *reading) beforeQuotation(q *Quote) {
	last := len(q.Content) - 1
	if g, ok := r.endsInCue(q.Cue); !ok || !g.verb.takes(bareClause) {
		return
	}
	content := r.tokens(q.Content[last])
	for i := content.first + 2; i < content.last; i++ {
		k := r.within[i]
		if k < 0 || int(r.stretches[k].open) != i {
			continue
		}
		if r.tok(i-1) == ":" && r.clauseLike(content.first, i-1) && int(r.stretches[k].close)+1 >= content.last && r.ownSentence(int(k), content.last) {
			q.Content[last] = r.span(rng{content.first, i - 1})
			q.Kind = r.kindOf(q.Content)
			return
		}
		i = int(r.stretches[k].close)
	}
}
