package quotes

import "quotidian/articles/token"

// gesturer gives who does what speakers do beside their words in the sentence before unit ui, where that stands in the same
// paragraph and quotes nothing itself: `Rinn shook his head. “We stay.”` What ends such a sentence may be a cue: `Rinn agreed.`
func (r *reading) gesturer(ui int) (by, cue rng) {
	if ui == 0 || r.start[r.units[ui].first] {
		return by, cue
	}
	u := r.units[ui-1]
	behindMarks := !r.start[u.first] && u.first > 0 && r.within[u.first-1] >= 0 // “Why?” Orlo asked. “Why now?”
	if behindMarks || r.quotesIn(u) {
		return by, cue
	}
	u.first = r.pastFronted(u)
	for i := u.first + 1; i < min(u.last, u.first+maxSubject); i++ {
		g, ok := r.cue(i)
		switch {
		case ok && r.answers(g):
			return r.actor(u.first, i), g.rng
		case ok && r.questioned(g):
			return r.actor(u.first, g.first), cue // Orlo was asked about it. “We wait.”
		case r.is(i, gesture):
			return r.actor(u.first, i), cue
		}
	}
	return by, cue
}

// pastFronted gives where the main clause of a unit begins that another one opens: "Asked what came next, | Orlo grinned.", "When
// Varga told her, | she laughed."
func (r *reading) pastFronted(u rng) int {
	if !r.subordinates(u.first) && !r.answering(u.first) && r.tok(u.first) != "Asked" && r.tok(u.first) != "When" {
		return u.first
	}
	for i := u.first + 1; i+1 < u.last && i < u.first+maxTail; i++ {
		if r.tok(i) == "," {
			if r.beginsNoun(i + 1) {
				return i + 1
			}
			return u.first
		}
	}
	return u.first
}

// answers reports whether a cue ends its sentence: "Rinn agreed."
func (r *reading) answers(g group) bool {
	return g.form&past != 0 && !r.reportsNothing(g) && r.terminal(g.last)
}

// questioned reports whether a cue tells that somebody was asked.
func (r *reading) questioned(g group) bool {
	return g.verb.base == "ask" && g.passive && !g.denied && !g.supposed
}

// actor gives the noun phrase that begins at lo and is the subject of the verb at token i.
func (r *reading) actor(lo, i int) rng {
	for i > lo && r.isAdverb(i-1) {
		i--
	}
	by := r.subject(lo, i)
	if by.first != lo || !r.claimable(by) {
		return rng{}
	}
	return by
}

// quotesIn reports whether quoted words stand in a unit.
func (r *reading) quotesIn(u rng) bool {
	first, end := r.stretchesOf(u)
	return first < end
}

// mentions reports whether a word stands in g.
func (r *reading) mentions(g rng, word string) bool {
	for i := g.first; i < g.last; i++ {
		if r.tok(i) == word {
			return true
		}
	}
	return false
}

// newActor gives the name that the sentence before unit ui begins with and is about, where that opens their paragraph, quotes
// nothing and whoever spoke last did so in another: `Rinn has run the mill since June. “It is a good life.”`
func (r *reading) newActor(ui int) rng {
	if ui == 0 || r.start[r.units[ui].first] || r.lastUnit >= ui-1 {
		return rng{}
	}
	u := r.units[ui-1]
	if !r.start[u.first] || !r.has(u.first, token.Capital) || r.quotesIn(u) {
		return rng{}
	}
	u.first = r.pastFronted(u)
	by, _ := r.whoActs(u)
	if by.empty() || !r.has(by.last-1, token.Capital) || r.is(by.first, pronoun|det) {
		return rng{}
	}
	return by
}

// whoActs gives the subject with which a main clause begins, and its verb; an empty one where no verb follows it soon.
func (r *reading) whoActs(u rng) (by rng, verb int) {
	for i := u.first + 1; i < min(u.last, u.first+maxSubject); i++ {
		if r.verbal(i) || r.finiteLooking(i) {
			return r.actor(u.first, i), i
		}
	}
	return rng{}, 0
}

// curt gives who the sentence before unit ui says was asked, or in what manner he answered: `Asked about it, Orlo was brief. “No.”`, `A nurse was less
// sure. “Nobody asked us.”` That sentence stands in the paragraph of the quotation or makes the one before it.
func (r *reading) curt(ui int) rng {
	if ui == 0 || r.lastUnit >= ui-1 || r.start[r.units[ui].first] && !r.start[r.units[ui-1].first] {
		return rng{}
	}
	u := r.units[ui-1]
	if r.quotesIn(u) {
		return rng{}
	}
	asked := r.answering(u.first)
	u.first = r.pastFronted(u)
	asked = asked && u.first > r.units[ui-1].first
	by, verb := r.whoActs(u)
	if by.empty() || !r.broughtIn(by) || !asked && !r.inManner(verb+1, u.last) {
		return rng{}
	}
	return by
}

// broughtIn reports whether a subject can be somebody whom a sentence brings in: a name, an office, "a nurse", "her neighbour".
func (r *reading) broughtIn(g rng) bool {
	if r.is(g.first, pronoun) && !r.is(g.first, det|possessive) {
		return false
	}
	switch r.tok(g.first) {
	case "A", "An", "a", "an", "Another", "another", "One", "one":
		return true
	}
	return r.is(g.first, possessive) || r.has(g.last-1, token.Capital) || r.is(g.last-1, role)
}

// inManner reports whether a sentence that ends at hi ends, from token i on, with how somebody speaks: "much blunter".
func (r *reading) inManner(i, hi int) bool {
	for ; i < hi && r.within[i] < 0 && !r.is(i, sub|relative); i++ {
		if manners[r.tok(i)] {
			return i+1 >= hi || r.terminal(i+1)
		}
	}
	return false
}

// manners are adjectives for how somebody answers.
var manners = map[string]bool{
	"adamant": true, "bitter": true, "blunt": true, "blunter": true, "brief": true, "bullish": true, "candid": true, "categorical": true, "cautious": true,
	"coy": true, "curt": true, "defiant": true, "dismissive": true, "downbeat": true, "emphatic": true, "frank": true, "furious": true, "guarded": true,
	"harsher": true, "impressed": true, "indignant": true, "optimistic": true, "philosophical": true, "reflective": true, "scathing": true, "sceptical": true,
	"skeptical": true, "sure": true, "terse": true, "unapologetic": true, "unconvinced": true, "unequivocal": true, "unimpressed": true, "unmoved": true,
	"unrepentant": true, "upbeat": true,
}
