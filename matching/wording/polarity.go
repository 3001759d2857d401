package wording

import (
	"fmt"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// scopeReach is how far, in words, a negation or a modal verb reaches for the word it governs.
const scopeReach = 5

// governed gives, for each word, the tag of the word that governs it, where one of the wanted kind does, and that
// word's place. A negation or modal governs the first telling word after it; a verb of denial governs itself too.
func governed(t *pair.Text, wanted func(canon.Tag) bool) (tags []canon.Tag, at []int) {
	tags, at = make([]canon.Tag, len(t.Words)), make([]int, len(t.Words))
	for i, w := range t.Words {
		if !wanted(w.Tag) {
			continue
		}
		if k := next(t, i+1, scopeReach); k >= 0 {
			tags[k], at[k] = w.Tag, i
		}
		if w.Tag == canon.Denial {
			tags[i], at[i] = w.Tag, i
		}
	}
	return tags, at
}

func negates(t canon.Tag) bool { return t == canon.Negator || t == canon.Denial }

// negations names negations that came or went: a word that stands in both texts, negated in one of them only.
func (f *finder) negations() {
	na, atA := governed(f.a, negates)
	nb, atB := governed(f.b, negates)
	for i, w := range f.a.Words {
		j := f.partner(i)
		if !telling(w) || j < 0 || negates(na[i]) == negates(nb[j]) || f.negatedNearby(i, j) {
			continue
		}
		if negates(na[i]) {
			from, to := span(f.a, atA[i], i), plainly(f.b, j, j+1)
			f.add(Negation, from, to, fmt.Sprintf("“%s” lost its negation", from))
		} else {
			from, to := plainly(f.a, i, i+1), span(f.b, atB[j], j)
			f.add(Negation, from, to, fmt.Sprintf("“%s” was turned into its opposite", from))
		}
	}
	f.strayNegation()
}

// negatedNearby reports whether the side that seems not negated has a negation close by, which another order of
// words put elsewhere.
func (f *finder) negatedNearby(i, j int) bool {
	return nearTag(f.a, i, negates) && nearTag(f.b, j, negates)
}

func nearTag(t *pair.Text, i int, wanted func(canon.Tag) bool) bool {
	for k := max(0, i-scopeReach); k < min(len(t.Words), i+scopeReach); k++ {
		if wanted(t.Words[k].Tag) {
			return true
		}
	}
	return false
}

// strayNegation names a negation that is the only thing to come or go in its place, where it governs no word that
// both texts have ("they will not"). Where both texts hold as many, "nobody" became "no one".
func (f *finder) strayNegation() {
	if f.has(Negation) || countTags(f.a, negates) == countTags(f.b, negates) {
		return
	}
	for _, r := range f.runs {
		if r.op == Same || r.a1-r.a0 > 2 || r.b1-r.b0 > 2 {
			continue
		}
		a, b := tagIn(f.a, r.a0, r.a1, negates), tagIn(f.b, r.b0, r.b1, negates)
		if a != b {
			f.add(Negation, plainly(f.a, r.a0, r.a1), plainly(f.b, r.b0, r.b1), "a negation came or went")
		}
	}
}

func tagIn(t *pair.Text, i, end int, wanted func(canon.Tag) bool) bool {
	for ; i < end; i++ {
		if wanted(t.Words[i].Tag) {
			return true
		}
	}
	return false
}

func countTags(t *pair.Text, wanted func(canon.Tag) bool) int {
	n := 0
	for i := range t.Words {
		if wanted(t.Words[i].Tag) {
			n++
		}
	}
	return n
}

// span gives the words from i to j, whichever comes first, both included.
func span(t *pair.Text, i, j int) string { return plainly(t, min(i, j), max(i, j)+1) }

func modal(t canon.Tag) bool { return t >= canon.Can && t <= canon.Should }

// modals names changes in how sure, free or bound a statement is: "can take time" became "may take time".
func (f *finder) modals() {
	ma, atA := governed(f.a, modal)
	mb, atB := governed(f.b, modal)
	for i, w := range f.a.Words {
		j := f.partner(i)
		if !telling(w) || j < 0 || ma[i] == mb[j] || weak(ma[i]) && weak(mb[j]) {
			continue
		}
		if ma[i] == canon.NoTag && nearTag(f.a, i, is(mb[j])) || mb[j] == canon.NoTag && nearTag(f.b, j, is(ma[i])) {
			continue
		}
		f.modal(modalSpan(f.a, ma[i], atA[i], i), modalSpan(f.b, mb[j], atB[j], j))
	}
	f.strayModal()
}

// weak holds the tags between which English moves freely: a future or a conditional, and none.
func weak(t canon.Tag) bool { return t == canon.NoTag || t == canon.Will }

func is(want canon.Tag) func(canon.Tag) bool { return func(t canon.Tag) bool { return t == want } }

func modalSpan(t *pair.Text, tag canon.Tag, at, i int) string {
	if tag == canon.NoTag {
		return plainly(t, i, i+1)
	}
	return span(t, at, i)
}

func (f *finder) modal(from, to string) {
	f.add(Modality, from, to, fmt.Sprintf("“%s” became “%s”: another degree of certainty or duty", from, to))
}

// strayModal names modal verbs that replaced each other where the word they govern changed too.
func (f *finder) strayModal() {
	if f.has(Modality) {
		return
	}
	for _, r := range f.runs {
		if r.op != Replaced {
			continue
		}
		i, j := firstModal(f.a, r.a0, r.a1), firstModal(f.b, r.b0, r.b1)
		if i >= 0 && j >= 0 && f.a.Words[i].Tag != f.b.Words[j].Tag {
			f.modal(plainly(f.a, i, i+1), plainly(f.b, j, j+1))
		}
	}
}

func firstModal(t *pair.Text, i, end int) int {
	for ; i < end; i++ {
		if modal(t.Words[i].Tag) {
			return i
		}
	}
	return -1
}
