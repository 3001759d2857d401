package quotes

import (
	"strings"

	"quotidian/articles/token"
)

// maxAside bounds the words of an aside between the subject of a reported clause and its verb.
const maxAside = 40

// complete gives a clause that the tagger ended too early, after its subject or after the clause before the main one, the rest
// of its words: "said [the decision], which came late, shows how …", "said that [if it rains], the fair will close".
func (r *reading) complete(q *Quote) {
	if q.Kind == Direct || q.Cue.Empty() {
		return
	}
	part := &q.Content[len(q.Content)-1]
	g, u := r.tokens(*part), r.units[r.unitOf(r.tokenAt(q.Cue.Start))]
	if part.Start < q.Cue.End || g.last >= u.last || r.within[g.last] >= 0 {
		return
	}
	hi := min(u.last, g.last+maxClause)
	unfinished := r.opensClause(q, g.first) && (r.onlyFronted(g, hi) || r.onlySubject(g, hi) || r.firstOfSeveral(g, hi))
	if !unfinished && !r.brokenOff(q, g, hi) {
		return
	}
	if end := r.contentEnd(g.first, hi); end > g.last {
		part.End = r.span(rng{g.first, end}).End
		q.Kind = r.kindOf(q.Content)
	}
}

// opensClause reports whether the content of q that begins at token i must be a clause: it has its "that", or the cue takes
// a clause.
func (r *reading) opensClause(q *Quote, i int) bool {
	if r.tok(i) == "that" {
		return true
	}
	clause := false
	r.each(q.Cue, func(j int) bool {
		g, ok := r.cue(j)
		clause = ok && g.verb.takes(bareClause) && !g.verb.takes(nounPhrase|addressee)
		return !ok
	})
	return clause
}

// onlyFronted reports whether tokens g are no more than a clause or a circumstance that comes before a main clause.
func (r *reading) onlyFronted(g rng, hi int) bool {
	i := g.first
	if r.tok(i) == "that" {
		i++
	}
	if r.tok(i) == "even" && r.is(i+1, sub) {
		i++
	}
	return i < g.last && r.is(i, sub|prep) && !r.is(i, det|relative) && r.tok(g.last) == "," && r.mainClause(g.last+1, hi)
}

// onlySubject reports whether tokens g hold no verb, and an aside behind them ends where one follows.
func (r *reading) onlySubject(g rng, hi int) bool {
	if r.clauseLike(g.first, g.last) {
		return false
	}
	closing := r.tok(g.last)
	switch {
	case closing == "(":
		closing = ")"
	case closing != "," && !r.dash(g.last):
		return false
	}
	for i := g.last + 1; i+1 < hi && i < g.last+maxAside; i++ {
		if r.within[i] >= 0 || r.tok(i) != closing {
			continue
		}
		next := i + 1
		for r.isAdverb(next) {
			next++
		}
		if next < hi && r.within[next] < 0 && (r.verbal(next) || r.finiteLooking(next) || r.presentLooking(next)) {
			return true
		}
	}
	return false
}

// presentLooking reports whether a word behind an aside looks like a verb in the present: it ends in -s and has an object, "…, | illustrates
// the point".
func (r *reading) presentLooking(i int) bool {
	return !r.has(i, token.Capital) && strings.HasSuffix(r.tok(i), "s") && (r.is(i+1, det|possessive) || r.tok(i+1) == "that")
}

// endsSubjects reports whether no further subject of a list follows token i.
func (r *reading) endsSubjects(i int) bool {
	return r.hardBreak(i) && r.tok(i) != ";" || r.is(i, relative) || r.subordinates(i)
}

// firstOfSeveral reports whether tokens g are the first of several subjects: "said [her mother], an older brother and his wife were
// safe", "said [four flights to Varn]; Newark, New Jersey; and Kesh had left".
func (r *reading) firstOfSeveral(g rng, hi int) bool {
	if s := r.tok(g.last); s != "," && s != ";" || r.clauseLike(g.first, g.last) || !r.beginsNoun(g.last+1) {
		return false
	}
	last := -1 // where the last subject begins
	for i := g.last + 1; i < hi && i < g.last+maxAside && r.within[i] < 0; i++ {
		switch {
		case r.tok(i) == "and":
			last = i + 1
		case r.verbal(i) || r.finiteLooking(i):
			return last > 0 && i > last && r.beginsNoun(last)
		case r.endsSubjects(i):
			return false
		}
	}
	return false
}
