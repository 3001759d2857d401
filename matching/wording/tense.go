package wording

import (
	"fmt"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// done names what is to come in one text and has come in the other: "will withdraw", "have withdrawn".
func (f *finder) done() {
	futureA, futureB := willCome(f.a), willCome(f.b)
	if f.has(Modality) || futureA && futureB {
		return
	}
	for i := range f.a.Words {
		j := f.same(i)
		if j < 0 || !telling(f.a.Words[i]) {
			continue
		}
		a, b := comes(f.a, i), comes(f.b, j)
		switch {
		case a >= 0 && happened(f.b, j, f.a.Words[i-1].Tag == canon.Be) && !futureB:
			from, to := span(f.a, a, i), span(f.b, came(f.b, j), j)
			f.add(Modality, from, to, fmt.Sprintf("“%s” became “%s”: what is to come became what has come", from, to))
			return
		case b >= 0 && happened(f.a, i, f.b.Words[j-1].Tag == canon.Be) && !futureA:
			from, to := span(f.a, came(f.a, i), i), span(f.b, b, j)
			f.add(Modality, from, to, fmt.Sprintf("“%s” became “%s”: what has come became what is to come", from, to))
			return
		}
	}
}

// comes gives the "will" right before the verb at i, with "be" or an adverb between at most; -1 for none.
func comes(t *pair.Text, i int) int {
	const reach = 2
	for k := i - 1; k >= max(0, i-reach); k-- {
		switch word(t, k) {
		case "will", "shall", "'ll", "’ll":
			return k
		}
	}
	return -1
}

// willCome reports whether a text tells of the future anywhere.
func willCome(t *pair.Text) bool {
	for i := range t.Words {
		if t.Words[i].Tag == canon.Will || modality(t, i) != canon.NoTag {
			return true
		}
	}
	return false
}

// happened reports whether the verb at i tells of what has happened: a past tense, or a participle behind "have" or "were".
// What "will be returned" names is no past in "returned" by itself.
func happened(t *pair.Text, i int, passive bool) bool {
	w := t.Words[i]
	if came(t, i) < i {
		return w.Has(canon.Verb) || strings.HasSuffix(word(t, i), "ed")
	}
	for k := i - 1; k >= max(0, i-2); k-- { // "is now closed", "to be closed", "does not exceed"
		if t.Words[k].Has(canon.Stop) && t.Words[k].Tag != canon.NoTag && t.Words[k].Tag > canon.Third || word(t, k) == "does" || word(t, k) == "do" {
			return false
		}
	}
	return !passive && w.Has(canon.Verb) && !attributive(t, i) && !strings.HasSuffix(word(t, i), "s") && !strings.HasSuffix(word(t, i), "ing")
}

// attributive reports whether what stands before the participle at i makes it the property of a thing: "with published results".
func attributive(t *pair.Text, i int) bool {
	return preposition(word(t, i-1)) || determinerBefore(t, i) > 0
}

// came gives the "have", "was" or "were" right before the verb at i, i itself where there is none.
func came(t *pair.Text, i int) int {
	const reach = 3
	at := i
	for k := i - 1; k >= max(0, i-reach); k-- {
		switch word(t, k) {
		case "have", "has", "had", "was", "were", "'ve", "’ve":
			at = k
		case "been", "already", "now", "just", "finally", "all":
		default:
			return at
		}
	}
	return at
}
