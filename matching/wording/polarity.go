package wording

import (
	"fmt"
	"strings"

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

// negations names negations that came or went: a word that stands in both texts, negated in one of them only, or that
// became its opposite.
func (f *finder) negations() {
	na, atA := governed(f.a, negates)
	nb, atB := governed(f.b, negates)
	seen := map[[2]int]bool{}
	madeGood := false
	for i, w := range f.a.Words {
		j := f.partner(i)
		if !telling(w) || j < 0 {
			continue
		}
		inA, inB := negates(na[i]), negates(nb[j])
		if p := f.opposite(i, j); p != 0 {
			madeGood = madeGood || inA != inB // "unsafe" is "not safe"
			if inA == inB {
				f.reversed(i, j)
			}
			continue
		}
		by := [2]int{atA[i], atB[j]} // a denial governs two words, and is named once
		if inA == inB || f.negatedNearby(i, j) || seen[by] {
			continue
		}
		seen[by] = true
		f.negation(phrase{atA[i], i}, phrase{atB[j], j}, inA)
	}
	if !madeGood {
		f.strayNegation()
	}
}

// negation names one that came or went; each phrase leads from a negation, where there is one, to the word it governs.
func (f *finder) negation(a, b phrase, lost bool) {
	if lost {
		from, to := span(f.a, a.begin, a.end), plainly(f.b, b.end, b.end+1)
		f.add(Negation, from, to, fmt.Sprintf("“%s” lost its negation", from))
		return
	}
	from, to := plainly(f.a, a.end, a.end+1), span(f.b, b.begin, b.end)
	f.add(Negation, from, to, fmt.Sprintf("“%s” was turned into its opposite", from))
}

// reversed names a word that became its opposite.
func (f *finder) reversed(i, j int) {
	from, to := plainly(f.a, i, i+1), plainly(f.b, j, j+1)
	f.add(Negation, from, to, fmt.Sprintf("“%s” became its opposite “%s”", from, to))
}

// opposite is 1 when word i of the first text is word j of the second behind a prefix that negates, -1 the other way
// round, else 0; 0 too for words that count as negations anyway ("impossible").
func (f *finder) opposite(i, j int) int {
	a, b := strings.ToLower(plainly(f.a, i, i+1)), strings.ToLower(plainly(f.b, j, j+1))
	switch {
	case f.align.Like[i] == 1 || negates(f.a.Words[i].Tag) || negates(f.b.Words[j].Tag):
		return 0
	case undoes(a, b):
		return 1
	case undoes(b, a):
		return -1
	}
	return 0
}

// undoes reports whether long is short behind a prefix that negates. Short words are left out: "to" and "into".
func undoes(long, short string) bool {
	head, ok := strings.CutSuffix(long, short)
	if !ok || len(short) < 4 {
		return false
	}
	switch head {
	case "un", "in", "im", "il", "ir", "dis", "non", "non-":
		return true
	}
	return false
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
