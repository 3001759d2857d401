package quotes

import (
	"strings"

	"quotidian/articles/token"
)

// Whose verb a cue is: the subject before it, or that of the verb before.

// subjectOf gives the subject of a finite verb group, in a unit that begins at lo: a pronoun that its auxiliary is joined to, "he'd say", or
// what stands before it.
func (r *reading) subjectOf(g group, lo int) rng {
	g = r.raised(g)
	if r.is(g.first, pronoun) && g.first < g.at && r.is(g.first, aux|modal) {
		return rng{g.first, g.first + 1}
	}
	src := r.subject(lo, g.first)
	if r.serial(src, g) {
		return r.mainSubject(lo, src.first)
	}
	return src
}

// serial reports whether what passes for the subject of a verb behind a comma is the verb before it in a row with its object: "Orlo has
// [praised the mine], called the river “a sewer” and left".
func (r *reading) serial(src rng, g group) bool {
	if src.last-src.first < 2 || r.tok(g.first-1) != "," || g.first != g.at || r.has(src.first, token.Capital) {
		return false
	}
	verb := strings.HasSuffix(r.tok(src.first), "ed") || r.words[src.first].verb >= 0 && r.words[src.first].forms&(past|participle) != 0
	return verb && r.is(src.first-1, aux) && (r.beginsNoun(src.first+1) || r.is(src.first+1, prep))
}

// raised gives a verb group the passive that reports of it: "he | is reported to have told".
func (r *reading) raised(g group) group {
	if p, ok := r.cue(max(g.first-2, 0)); ok && p.passive && r.tok(g.first-1) == "to" {
		g.first = p.first
	}
	return g
}

// aliased gives a source that is only the name somebody goes by with the rest of it: "[The commander, known as] “Kestrel,”";
// empty for other sources.
func (r *reading) aliased(src, u rng) rng {
	if src.empty() || r.within[src.first] < 0 || int(r.stretches[r.within[src.first]].open) != src.first {
		return rng{}
	}
	i := src.first - 1
	if r.tok(i) == "as" {
		i--
	}
	if !r.called(rng{max(i, 0), i + 1}) || r.tok(i-1) != "," {
		return rng{}
	}
	whole := r.subject(u.first, i-1)
	if whole.empty() {
		return rng{}
	}
	return rng{whole.first, src.last}
}

// sharesSubject reports whether a cue is joined to a verb before it: "… and later said".
func (r *reading) sharesSubject(g group) bool {
	return r.is(g.first-1, coord) || r.is(g.first-1, adverb) && r.is(g.first-2, coord)
}
