package quotes

import (
	"strings"

	"quotidian/articles/token"
)

// headline reads the colon forms of headlines, `Norland: army has withdrawn` and `Army has withdrawn: Norland`.
// Only a line by itself without a full stop is a headline.
func (r *reading) headline(u rng, ui int) bool {
	if !r.start[u.first] || u.last-u.first < 5 || r.terminal(u.last-1) || u.last < len(r.toks) && !r.start[u.last] {
		return false
	}
	colon, ok := r.onlyColon(u)
	if !ok || r.opensStretch(colon+1) && r.claimed[r.within[colon+1]] {
		return false
	}
	left, right := rng{u.first, colon}, rng{colon + 1, u.last}
	q := found{sure: sureHeadline, medium: Speech}
	switch {
	case r.namesSource(left) && right.last-right.first > 3 && r.clauseLike(right.first, right.last):
		q.source, q.content, q.reason = left, []rng{right}, "headline: a name, a colon, a clause"
	case r.namesSource(right) && left.last-left.first > 3 && left.first == u.first:
		q.source, q.content, q.reason = right, []rng{left}, "headline: a clause, a colon, a name"
	default:
		return false
	}
	r.report(q, group{}, ui)
	return true
}

// headlineSubject leaves the verb of a headline and what follows out of a source that runs from its beginning to the comma
// before a second verb: "[Minister] scolds council over dam, says work will begin".
func (r *reading) headlineSubject(src rng, g group) rng {
	if src.empty() || r.tok(g.first-1) != "," || !r.start[src.first] || !r.titleLine(src.first) {
		return src
	}
	for i := src.first + 1; i+1 < src.last && r.within[i] < 0; i++ {
		w := r.tok(i)
		if r.is(i, prep) || w == "," || r.has(i, token.Clitic) {
			return src
		}
		if !r.has(i, token.Capital) && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && r.beginsNoun(i+1) && r.toks[i].Kind == token.Word {
			return rng{src.first, i}
		}
	}
	return src
}

// onlyColon finds the colon of a unit that has just one outside its quotation marks.
func (r *reading) onlyColon(u rng) (at int, ok bool) {
	for i := u.first; i < u.last; i++ {
		if r.tok(i) != ":" || r.within[i] >= 0 {
			continue
		}
		if ok {
			return 0, false
		}
		at, ok = i, true
	}
	return at, ok
}

// namesSource reports whether the tokens are a short name: capitals only, and no label as "Analysis" or "Daily Deals".
func (r *reading) namesSource(g rng) bool {
	if g.empty() || g.last-g.first > 3 || r.is(g.last-1, kicker|label) {
		return false
	}
	for i := g.first; i < g.last; i++ {
		if !r.has(i, token.Capital) && !r.is(i, prep|det) {
			return false
		}
	}
	return true
}
