package wording

import (
	"slices"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// strayNegation names a negation that is the only thing to come or go in its place, where it governs no word that
// both texts have ("they will not", "not only"). Where both texts hold as many, "nobody" became "no one".
func (f *finder) strayNegation(na, nb []canon.Tag) {
	if f.has(Negation) || negators(f.a) == negators(f.b) {
		return
	}
	for _, r := range f.runs {
		if f.strayIn(r) && !f.madeUp(r) && !f.toldTwice(r, na, nb) {
			f.cameOrWent(r)
		}
	}
}

// strayIn reports whether a negation came or went in a short stretch; "instead of" is one as much as "and not".
func (f *finder) strayIn(r stretch) bool {
	return r.a1-r.a0 <= 2 && r.b1-r.b0 <= 2 && !prefers(f.a, r.a0) && !prefers(f.b, r.b0) && f.strayAt(r)
}

// strayAt reports whether one text negates once more than the other in a stretch, whatever its length.
func (f *finder) strayAt(r stretch) bool {
	return r.op != Same && stray(f.a, r.a0, r.a1)%2 != stray(f.b, r.b0, r.b1)%2
}

// madeUp reports whether what came or went in a stretch went or came elsewhere in the clause: "do not want anything", "want nothing".
func (f *finder) madeUp(r stretch) bool {
	beginA, endA := clause(f.a, min(r.a0, len(f.a.Words)-1))
	beginB, endB := clause(f.b, min(r.b0, len(f.b.Words)-1))
	return slices.ContainsFunc(f.runs, func(x stretch) bool {
		if x == r {
			return false
		}
		x.a0, x.a1 = max(x.a0, beginA), min(x.a1, endA) // a long stretch reaches into the clause: "The yard is old, and we did not" became "they"
		x.b0, x.b1 = max(x.b0, beginB), min(x.b1, endB)
		return x.a0 <= x.a1 && x.b0 <= x.b1 && f.strayAt(x)
	})
}

// negators counts those of a text that stand for no number or answer.
func negators(t *pair.Text) (n int) {
	for i := range t.Words {
		n += stray(t, i, i+1)
	}
	return n
}

// stray counts the negators among words [i,end), but for those that a phrase of these words explains.
func stray(t *pair.Text, i, end int) (n int) {
	for ; i < end; i++ {
		if word(t, i) == "without" && i+1 < end { // "without charge" left out is a circumstance less
			continue
		}
		if negates(polarity(t, i)) && !idleAlone(t, i) && (i+1 == end || !begins(t, i, idlePhrases) && !notJust(t, i)) {
			n++
		}
	}
	return n
}
