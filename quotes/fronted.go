package quotes

// A clause that opens a sentence and hangs on the main clause, "While Orlo says that …, the council …", ends where that begins.

// fronted reports whether a cue stands in a clause or participle that opens its unit and hangs on a main clause that is
// yet to come: "While Orlo says that …, the council …", "Declaring that …, the mayor …", "In saying that …, she …".
func (r *reading) fronted(g group, u rng) bool {
	if r.opensUnit(g, u) {
		return true
	}
	i := r.behindLink(u.first)
	if r.is(i, prep) && !r.is(i, sub) && r.whose(i, g.first) {
		return true // For someone who said that …, the council …
	}
	if !r.subordinate(i) || r.tok(i+1) == "," || g.first-i > maxClause {
		return false
	}
	for j := i + 1; j < g.first; j++ {
		if r.tok(j) == "," && r.mainClause(j+1, g.last) {
			return false // the cue is the main clause's
		}
	}
	return true
}

// opensUnit reports whether a participle opens its unit, by itself or behind a preposition, or one that says who was asked: "Declaring
// that …", "In saying that …", "Asked if …".
func (r *reading) opensUnit(g group, u rng) bool {
	if g.form&ing == 0 {
		return g.first == u.first && r.asked(g)
	}
	return g.first == u.first || g.first == u.first+1 && r.is(u.first, prep)
}

// behindLink gives the token behind what links a sentence that begins at token i to the one before: "But | while", "However, | while".
func (r *reading) behindLink(i int) int {
	switch {
	case r.is(i, coord):
		return i + 1
	case r.isAdverb(i) && r.tok(i+1) == ",", links[r.tok(i)] && r.tok(i+1) == ",":
		return i + 2
	}
	return i
}

// links are words that link a sentence to the one before and are no adverbs of the lists.
var links = map[string]bool{"However": true, "Meanwhile": true, "Still": true, "Instead": true, "Nevertheless": true, "Nonetheless": true}

// subordinate reports whether a subordinator that begins no question stands at token i.
func (r *reading) subordinate(i int) bool {
	if r.is(i, det|relative) {
		return r.tok(i) == "When" && !r.is(i+1, aux|modal)
	}
	return r.is(i, sub)
}

// whose reports whether a relative clause without a comma leads from the phrase at token i to the verb before token end.
func (r *reading) whose(i, end int) bool {
	relatives := false
	for i = max(i, end-maxClause); i < end; i++ {
		switch {
		case r.tok(i) == "," || r.within[i] >= 0:
			return false
		case r.tok(i) == "who":
			relatives = true
		}
	}
	return relatives
}

// maxSubject bounds the words of the subject of a main clause.
const maxSubject = 16

// mainComma finds the comma of a content behind which the main clause begins, a subject with its verb, and gives where the content
// ends then: before the comma, or behind the marks that the comma stands in.
func (r *reading) mainComma(content rng) int {
	inner := r.tok(content.first) == "that" && conditions[r.tok(content.first+1)] // told them that while it rains, he …
	for i := content.first; i+1 < content.last; i++ {
		if r.tok(i) != "," {
			continue
		}
		if inner {
			inner = false
			continue
		}
		if k := r.within[i]; k < 0 && r.mainClause(i+1, content.last) {
			return i
		} else if k >= 0 && int(r.stretches[k].close) == i+1 && r.mainClause(i+2, content.last) {
			return i + 2
		}
	}
	return content.last
}

// conditions open clauses that a comma ends.
var conditions = map[string]bool{"while": true, "if": true, "when": true, "although": true, "though": true, "unless": true, "once": true}

// mainClause reports whether a subject and its verb begin at token i, before hi.
func (r *reading) mainClause(i, hi int) bool {
	i = r.pastBound(i)
	switch {
	case i >= hi || r.within[i] >= 0 || !r.beginsNoun(i) || r.is(i, relative):
		return false
	case r.is(i, pronoun) && !r.is(i, det):
		return true
	}
	return r.verbAhead(i+1, min(hi, i+maxSubject))
}

// pastBound skips what bounds a number at token i: "as many as | 40", "at least | 40".
func (r *reading) pastBound(i int) int {
	switch {
	case r.tok(i) == "as" && r.tok(i+2) == "as" && r.within[i] < 0:
		return i + 3
	case r.tok(i+1) == "than" && (r.tok(i) == "more" || r.tok(i) == "fewer" || r.tok(i) == "less"), r.tok(i) == "at" && r.tok(i+1) == "least", r.tok(i) == "up" && r.tok(i+1) == "to":
		return i + 2
	}
	return i
}

// verbAhead reports whether a verb stands in tokens [i, hi), before anything that ends a subject.
func (r *reading) verbAhead(i, hi int) bool {
	for ; i < hi && r.within[i] < 0; i++ {
		switch {
		case r.tok(i) == "," || r.hardBreak(i) || r.is(i, relative|sub) && !r.is(i, prep|det):
			return false
		case r.verbal(i) || r.finiteLooking(i):
			return true
		}
	}
	return false
}
