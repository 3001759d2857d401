package quotes

import (
	"strings"

	"quotidian/articles/token"
	"quotidian/quotes/tagger"
)

// headline reads the forms of headlines with a colon or a dash, `Norland: army has withdrawn` and `Army has withdrawn – Norland`.
// Only a line by itself without a full stop is a headline.
func (r *reading) headline(u rng, ui int) bool {
	if !r.start[u.first] || u.last-u.first < 5 || r.terminal(u.last-1) || u.last < len(r.toks) && !r.start[u.last] {
		return false
	}
	at, ok := r.onlyColon(u)
	if !ok || r.opensStretch(at+1) && r.claimed[r.within[at+1]] {
		return false
	}
	left, right, dashed := rng{u.first, at}, rng{at + 1, u.last}, r.tok(at) != ":"
	if dashed {
		right.last = r.beforeAddressed(right)
	} else {
		left.last = r.beforeAddressed(left)
	}
	q := found{sure: sureHeadline, medium: Speech, reason: "headline: a clause, then a name"}
	comma, g := r.saysLast(right)
	switch {
	case comma > 0:
		q.source, q.cue, q.content = rng{g.last, u.last}, g.rng, []rng{{right.first, comma}}
	case r.speaksFirst(left, right, dashed):
		q.source, q.content, q.reason = left, []rng{right}, "headline: a name, then a clause"
	case r.speaksLast(left, right, dashed):
		q.source, q.content = right, []rng{left}
		if right.last-right.first > 1 {
			q.sure = sureFirm // no punch line of one word
		}
	default:
		return false
	}
	r.report(q, g, ui)
	return true
}

// beforeAddressed gives the end of a short name in a headline without whom it speaks to: "Orlo | to Council".
func (r *reading) beforeAddressed(g rng) int {
	for i := g.first + 1; i+1 < g.last && i <= g.first+maxSpeaker; i++ {
		if s := r.tok(i); (s == "to" || s == "To") && r.has(i+1, token.Capital) && g.last-i <= maxSpeaker && r.namesSource(rng{g.first, i}) && r.namesSource(rng{i + 1, g.last}) {
			return i
		}
	}
	return g.last
}

// speaksFirst reports whether the left half of a headline says the right one.
func (r *reading) speaksFirst(left, right rng, dashed bool) bool {
	said := r.clauseLike(right.first, right.last) || r.says(right, second)
	named := r.namesSource(left) && (!dashed || r.inOwnVoice(right))
	return (named || r.holdsOffice(left)) && right.last-right.first > 2 && said
}

// inOwnVoice reports whether somebody speaks of himself in tokens that open with him: "We will stay", "My answer is no".
func (r *reading) inOwnVoice(g rng) bool {
	switch r.tok(g.first) {
	case "We", "I", "Our", "My", "we", "our", "my":
		return true
	}
	return false
}

// speaksLast reports whether the right half of a headline says the left one.
func (r *reading) speaksLast(left, right rng, dashed bool) bool {
	switch {
	case left.last-left.first <= 3, r.is(left.last-1, label):
		return false // also: Premier Ana Orlo Image Credit: Norpress
	case r.holdsOffice(right), dashed && (r.plainOffice(right) || r.officeOf(right)):
		return true
	}
	return r.namesSource(right) && (!dashed || r.clauseLike(left.first, left.last) || r.says(left, second))
}

// saysLast finds the comma and the cue at the end of a headline whose topic stands before a colon: "Varn bridge: It will open in May, says
// Orlo". The comma is 0 where there is none.
func (r *reading) saysLast(g rng) (comma int, cue group) {
	for i := g.last - 3; i > g.first+2 && i > g.last-2-maxSpeaker && r.within[i] < 0; i-- {
		if r.tok(i) != "," {
			continue
		}
		c, ok := r.cue(i + 1)
		if name := (rng{c.last, g.last}); ok && c.form&(third|past) != 0 && (r.namesSource(name) || r.holdsOffice(name)) {
			return i, c
		}
		break
	}
	return 0, group{}
}

// holdsOffice reports whether tokens are somebody's office, with a name or without: "Army chief", "Foreign Ministry spox", "official
// Varn".
func (r *reading) holdsOffice(g rng) bool {
	if g.empty() || g.last-g.first > maxSpeaker {
		return false
	}
	office := false
	for i := g.first; i < g.last; i++ {
		s := r.tok(i)
		switch {
		case r.is(i, role) || s == "spox" || s == "official":
			office = true
		case !r.has(i, token.Capital) && !r.is(i, prep|det):
			return false
		}
	}
	return office
}

// plainOffice reports whether tokens are an office in small letters: "army chief", "presidential aide", "spokesman", "chief election
// official".
func (r *reading) plainOffice(g rng) bool {
	for i := g.first; i < g.last-1; i++ {
		if r.toks[i].Kind != token.Word || r.verbal(i) || r.is(i, det|pronoun|prep|coord|sub) {
			return false
		}
	}
	return !g.empty() && g.last-g.first <= maxSmallOffice && r.is(g.last-1, role) && !r.has(g.last-1, token.Capital)
}

// maxSmallOffice bounds the words of an office in small letters.
const maxSmallOffice = 4

// officeOf reports whether tokens are an office with whom or what it is for: "spokesman of region's governor", "head of the port".
func (r *reading) officeOf(g rng) bool {
	for i := g.first + 1; i+1 < g.last && i <= g.first+maxSmallOffice; i++ {
		if r.tok(i) == "of" || r.tok(i) == "for" {
			return g.last-i <= maxSpeaker && r.plainOffice(rng{g.first, i}) && !r.clauseLike(i, g.last) && r.beginsNoun(i+1)
		}
	}
	return false
}

// maxSpeaker bounds the words for who speaks at the end of a headline.
const maxSpeaker = 5

// wholeHeadline gives what stands behind the colon of a headline all of its words: "Orlo: [No talks between state], towns".
func (r *reading) wholeHeadline(a *tagger.Attribution) {
	if len(a.Content) > 1 || a.Cue.In(r.text) != ":" || a.Content[0].Start < a.Cue.End {
		return
	}
	first, last := r.tokenAt(a.Cue.Start), r.tokens(a.Content[0]).last
	if end := r.units[r.unitOf(first)].last; r.titleLine(first) && last < end && r.tok(last) == "," {
		a.Content[0].End = int(r.toks[end-1].End)
	}
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

// onlyColon finds the colon of a unit that has just one outside its quotation marks, or its only dash where it has none.
func (r *reading) onlyColon(u rng) (at int, ok bool) {
	colons, dashes, dash := 0, 0, 0
	for i := u.first; i < u.last; i++ {
		switch {
		case r.within[i] >= 0:
		case r.tok(i) == ":":
			at = i
			colons++
		case r.dash(i) && !r.has(i, token.Glued):
			dash = i
			dashes++
		}
	}
	if colons == 0 && dashes == 1 {
		return dash, dash > u.first
	}
	return at, colons == 1
}

// namesSource reports whether the tokens are a short name: capitals only, and no label as "Analysis" or "Daily Deals".
func (r *reading) namesSource(g rng) bool {
	if g.empty() || g.last-g.first > 3 || r.is(g.last-1, kicker|label) {
		return false
	}
	for i := g.first; i < g.last; i++ {
		if !r.has(i, token.Capital) && !r.is(i, prep|det) && !(i > g.first && r.lang.particles[r.tok(i)]) {
			return false
		}
	}
	return true
}
