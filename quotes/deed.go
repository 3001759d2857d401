package quotes

import (
	"strings"

	"quotidian/articles"
	"quotidian/articles/token"
)

// What the tagger alone reads is a statement in nine of ten clauses that a known verb tells, and in one of five phrases behind other words:
// those tell what somebody did, with whom he spoke, or what is charged.

// onlyDone settles the medium of what the tagger alone reads and nobody is said to have said: "introduced a law", "spoke with the nurses",
// "It is not clear whether", "is accused of theft".
func (r *reading) onlyDone(q *Quote) {
	if q.Kind != Indirect || q.Medium == Thought || q.Cue.Empty() || r.accords(q.Cue) || r.colonCue(q.Cue) {
		return
	}
	g, known := r.utters(r.tokens(q.Cue))
	if !known && (q.Source.Empty() || !r.opensStatement(q)) || known && r.deed(q, g) {
		q.Medium = Thought
	}
}

// colonCue reports whether a cue is a colon or ends with one, so that words follow whatever stands before.
func (r *reading) colonCue(cue articles.Span) bool { return strings.HasSuffix(cue.In(r.text), ":") }

// utters gives the verb of the list that a cue holds and that is no noun in it.
func (r *reading) utters(cue rng) (g group, ok bool) {
	for i := cue.first; i < cue.last; i++ {
		if g, ok = r.cue(i); ok && !(r.is(i, homonym) && r.owns(i-1)) {
			return g, true
		}
	}
	return group{}, false
}

// deed reports whether a known verb tells in q no words but an act: one that takes no such phrase as is told with it, or a passive whose
// doer nobody names.
func (r *reading) deed(q *Quote, g group) bool {
	const phrases = nounPhrase | charge | nounInf | thatClause
	switch {
	case r.opensStatement(q):
		return false
	case g.passive && q.Source.Empty():
		return true
	}
	return !g.verb.takes(phrases) && !g.verb.particle(r.tok(g.last)) && !r.infinitive(q)
}

// infinitive reports whether the content of q begins with one: "promised | to stay", "threatened | not to".
func (r *reading) infinitive(q *Quote) bool {
	i := r.tokens(q.Content[0]).first
	return r.tok(i) == "to" || r.tok(i) == "not" && r.tok(i+1) == "to"
}

// opensStatement reports whether a content begins as a clause does that can be said: with its conjunction or question word, or with a
// subject and its verb.
func (r *reading) opensStatement(q *Quote) bool {
	content := r.tokens(q.Content[0])
	i := content.first
	switch {
	case r.within[i] >= 0 || r.tok(i) == "that" || questionWords[r.tok(i)]:
		return true
	case r.tok(i) == "if" || r.tok(i) == "as" || r.tok(i) == "while": // if it rains, the fair …
		return r.clauseLike(i, content.last)
	}
	return r.clauseFrom(i, content.last) || r.pastTense(content)
}

// pastTense reports whether a subject without a relative clause is followed by what looks like a verb in the past.
func (r *reading) pastTense(content rng) bool {
	if !r.beginsNoun(content.first) && r.toks[content.first].Kind != token.Number {
		return false
	}
	for i := content.first + 1; i < content.last && !r.endsSubject(i); i++ {
		if r.finiteLooking(i) && !r.is(i+1, prep) {
			return true
		}
	}
	return false
}
