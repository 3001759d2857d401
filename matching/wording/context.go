package wording

import (
	"fmt"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// What two wordings say otherwise is a change only where both tell of one thing. Two sentences of one speaker about one matter
// share words that stand for different claims: "we do not expect a breakthrough", "nobody expects a war". An editor who is shown three
// such changes does not look at the fourth.

// contextReach is how many telling words on either side of a word tell what is said with it.
const contextReach = 4

// sameContext reports whether what stands around word i of the first text in its sentence stands around word j of the second: half
// of the telling words there, of the text that has fewer. A word that stands alone has no company that could differ.
func (f *finder) sameContext(i, j int) bool {
	around, other := surroundings(f.a, i), surroundings(f.b, j)
	if len(around) == 0 || len(other) == 0 {
		return true
	}
	first, last := sentence(f.b, j)
	shared := 0
	for _, k := range around {
		if p := f.partner(k); p >= first && p < last && p != j {
			shared++
		}
	}
	return 2*shared >= min(len(around), len(other))
}

// surroundings gives the telling words near word i in its sentence, itself left out.
func surroundings(t *pair.Text, i int) []int {
	first, last := sentence(t, i)
	var out []int
	for k, n := i-1, 0; k >= first && n < contextReach; k-- {
		if telling(t.Words[k]) {
			out = append(out, k)
			n++
		}
	}
	for k, n := i+1, 0; k < last && n < contextReach; k++ {
		if telling(t.Words[k]) {
			out = append(out, k)
			n++
		}
	}
	return out
}

// sameDeed reports whether what follows on two parties that end before words i and j is told of both: the verb is the same or one
// like it; where there is none, the next telling word.
func (f *finder) sameDeed(i, j int) bool {
	x, y := deed(f.a, i), deed(f.b, j)
	if x < 0 || y < 0 {
		x, y = next(f.a, i, scopeReach), next(f.b, j, scopeReach)
	}
	return x < 0 && y < 0 || x >= 0 && y >= 0 && f.partner(x) == y
}

// deed gives the first verb from word i on in its sentence, behind a helping verb the one it helps; -1 for none.
func deed(t *pair.Text, i int) int {
	const reach = 10
	for k := i; k < min(len(t.Words), i+reach) && (k == i || !sentenceBegins(t, k)); k++ {
		w := t.Words[k]
		if w.Tag == canon.Be || w.Tag == canon.Have || modality(t, k) != canon.NoTag {
			return next(t, k+1, scopeReach)
		}
		if w.Has(canon.Verb) && telling(w) {
			return k
		}
	}
	return -1
}

// leftOutWhole reports whether words [i,end) lie in a sentence of which the other text has nothing: nothing became of it.
func leftOutWhole(t *pair.Text, i, end int, other func(int) int) bool {
	if i >= end {
		return false
	}
	first, last := sentence(t, i)
	for k := first; k < last; k++ {
		if telling(t.Words[k]) && other(k) >= 0 {
			return false
		}
	}
	return true
}

// nominal reports whether word i is a noun as far as the words before it tell: "his responses", "of development".
func nominal(t *pair.Text, i int) bool {
	w := word(t, i-1)
	return definite[w] || w == "a" || w == "an" || w != "to" && preposition(w) && w != "that" && w != "who" && w != "which" || strings.HasSuffix(word(t, i-1), "'s")
}

// elsewhereSo reports whether a text has word i once more, where it is negated or not as wanted: then it says both.
func elsewhereSo(t *pair.Text, i int, tags []canon.Tag, negated bool) bool {
	return saysSo(t, t.Words[i].Key, i, tags, negated)
}

// saysSo reports whether a text has a word, at another place than but, that is negated or not as wanted.
func saysSo(t *pair.Text, key uint64, but int, tags []canon.Tag, negated bool) bool {
	for k, w := range t.Words {
		if k != but && w.Key == key && negates(tags[k]) == negated {
			return true
		}
	}
	return false
}

// deniedToo reports whether the word behind a stretch that ends before word i is negated in the other text, in another place than the
// one where that has it.
func deniedToo(t *pair.Text, i int, mate []int, other *pair.Text, tags []canon.Tag) bool {
	k := next(t, i, scopeReach)
	return k >= 0 && saysSo(other, t.Words[k].Key, mate[k], tags, true)
}

// deniedOtherwise reports whether words i and j tell of two things, or what negates one of them, by which they are governed, has its
// like in the other text.
func (f *finder) deniedOtherwise(i, j int, by [2]int) bool {
	return f.negatedNearby(i, j) || asks(f.a, i) != asks(f.b, j) || deniedByNoun(f.a, by[0], f.b) || deniedByNoun(f.b, by[1], f.a) || !f.sameContext(i, j)
}

// madeGood reports whether one of two words is negated and the other text has the opposite of it, or of a word beside it, instead:
// "had not been paid for their work", "were owed money for their work".
func (f *finder) madeGood(i, j int, na, nb []canon.Tag) bool {
	if negates(na[i]) {
		return f.hasOpposite(f.a, i, f.b, f.align.Back, nb)
	}
	return f.hasOpposite(f.b, j, f.a, f.align.Like, na)
}

// hasOpposite reports whether another text says the opposite of word i or a word near it in its clause, in a word of its own that is not
// negated; like holds the likeness of the other text's words to those of this one.
func (f *finder) hasOpposite(t *pair.Text, i int, other *pair.Text, like []float32, tags []canon.Tag) bool {
	begin, end := clause(t, i)
	for k := max(begin, i-scopeReach); k < min(end, i+scopeReach); k++ {
		for l, w := range other.Words {
			if like[l] < 1 && !negates(tags[l]) && f.lists.opposed(t.Words[k].Key, w.Key) {
				return true
			}
		}
	}
	return false
}

// asks reports whether word i stands in a question, which denies nothing.
func asks(t *pair.Text, i int) bool {
	_, end := sentence(t, i)
	behind := len(t.Printed)
	if end < len(t.Words) {
		behind = int(t.Words[end].Start)
	}
	return strings.Contains(t.Printed[t.Words[end-1].End:behind], "?")
}

// toldTwice reports whether a negation that came or went in a stretch did so with its whole sentence, or is told of the same word
// elsewhere, or as a noun.
func (f *finder) toldTwice(r stretch, na, nb []canon.Tag) bool {
	if leftOutWhole(f.a, r.a0, r.a1, f.partner) || leftOutWhole(f.b, r.b0, r.b1, f.retold) {
		return true
	}
	if r.a0 < r.a1 && deniedToo(f.a, r.a1, f.mate, f.b, nb) || r.b0 < r.b1 && deniedToo(f.b, r.b1, f.mateBack, f.a, na) {
		return true
	}
	return anyDeniedByNoun(f.a, r.a0, r.a1, f.b) || anyDeniedByNoun(f.b, r.b0, r.b1, f.a)
}

func anyDeniedByNoun(t *pair.Text, i, end int, other *pair.Text) bool {
	for ; i < end; i++ {
		if deniedByNoun(t, i, other) {
			return true
		}
	}
	return false
}

// deniedByNoun reports whether word i denies as a verb and the other text names the same as a noun: "failed", "a failure".
func deniedByNoun(t *pair.Text, i int, other *pair.Text) bool {
	if polarity(t, i) != canon.Denial {
		return false
	}
	for j := range other.Words {
		if denialNouns[word(other, j)] {
			return true
		}
	}
	return false
}

var denialNouns = map[string]bool{"failure": true, "refusal": true, "denial": true, "rejection": true}

// cameOrWent names the negation that only one text has in a stretch.
func (f *finder) cameOrWent(r stretch) {
	from, to := wholly(f.a, r.a0, r.a1), wholly(f.b, r.b0, r.b1)
	if stray(f.b, r.b0, r.b1) > stray(f.a, r.a0, r.a1) {
		f.add(Negation, from, to, fmt.Sprintf("the negation “%s” was put in", to))
		return
	}
	f.add(Negation, from, to, fmt.Sprintf("the negation “%s” was left out", from))
}
