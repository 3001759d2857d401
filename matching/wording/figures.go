package wording

import (
	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// figures weighs the quantities that two texts have in common: a number counts 1, one that is everywhere half, when
// what it counts is alike in both. Each stands for one of the other text. It gives 0 when one thing is counted differently
// in the two.
//
// Two reports that share several figures report one count, however different their words: "some 800 guns and six
// vehicles were handed over", "they surrendered six armoured vehicles and more than 800 small arms".
func figures(p, q *Prepared) float64 {
	sum := 0.0
	var ofA, ofB [maxFigures]bool
	for i, x := range p.quantities {
		for j, y := range q.quantities {
			if !ofA[i] && !ofB[j] && x.value == y.value && bothCount(p, q, x, y) && countsAlike(p.text, x, q.text, y) {
				sum += figureWeight(x.value)
				ofA[i], ofB[j] = true, true
			}
		}
	}
	for i, x := range p.quantities {
		for j, y := range q.quantities {
			if !(ofA[i] && ofB[j]) && x.value != y.value && bothCount(p, q, x, y) && sameUnit(p.text, x, q.text, y) {
				return 0
			}
		}
	}
	return sum
}

// bothCount reports whether a number of each text is a figure, both of one kind: 100 percent are not 100.
func bothCount(p, q *Prepared, x, y quantity) bool {
	return figure(p.text, x) && figure(q.text, y) && percentage(p.text, x) == percentage(q.text, y)
}

// figure reports whether a number counts something, and is no year, no part of a name and not how many dozens there are.
func figure(t *pair.Text, x quantity) bool {
	return !year(x.value) && !code(t, x) && word(t, x.at+1) != "dozen"
}

// percentage reports whether a number tells a share.
func percentage(t *pair.Text, x quantity) bool {
	switch word(t, x.at+1) {
	case "%", "percent":
		return true
	case "per":
		return word(t, x.at+2) == "cent"
	}
	return false
}

// year reports whether a number may be a year, which is no figure.
func year(v float64) bool { return v >= 1900 && v < 2100 }

// code reports whether a number belongs to a name ("Formula 1", "Unit 731").
func code(t *pair.Text, q quantity) bool {
	if q.at == 0 {
		return false
	}
	w := t.Words[q.at-1]
	return w.Has(canon.Capital) && unitWord(w) && !w.Has(canon.Opens) && !punctuated(t, q.at)
}

func figureWeight(v float64) float64 {
	if v < 13 {
		return 0.5
	}
	return 1
}

// unitReach is how many words after a number may say what it counts ("800 small arms and anti-tank weapons").
const unitReach = 4

// unitLike is the likeness from which two words may name one thing that is counted.
const unitLike = 0.45

// countsAlike reports whether any word after the one number is like any word after the other.
func countsAlike(a *pair.Text, x quantity, b *pair.Text, y quantity) bool {
	for i := x.at + 1; i <= min(x.at+unitReach, len(a.Words)-1); i++ {
		for j := y.at + 1; j <= min(y.at+unitReach, len(b.Words)-1); j++ {
			if unitWord(a.Words[i]) && unitWord(b.Words[j]) && pair.Likeness(a, i, b, j) >= unitLike {
				return true
			}
		}
	}
	return false
}

func unitWord(w canon.Word) bool { return telling(w) && !w.Number() && !loadLists().measure[w.Key] }

// sameUnit reports whether both numbers count the very same thing.
func sameUnit(a *pair.Text, x quantity, b *pair.Text, y quantity) bool {
	return x.unit >= 0 && y.unit >= 0 && unitWord(a.Words[x.unit]) && unitWord(b.Words[y.unit]) && a.Words[x.unit].Key == b.Words[y.unit].Key
}

// The log odds that two texts which share figures report one count. On news sentences from different sources that
// have a little else in common, 94 of 100 pairs with 1.5 figures did, and all with more than two.
const (
	fewFigures, someFigures, manyFigures = 1.5, 2, 2.5
	figuresCosine                        = 0.4
	// leastFigures is the least number of figures that say anything.
	leastFigures = 2
)

func figureOdds(a, b *Prepared) (odds float64, ok bool) {
	if len(a.quantities) < leastFigures || len(b.quantities) < leastFigures || a.text.Cosine(b.text) < figuresCosine {
		return 0, false
	}
	n := figures(a, b)
	switch {
	case n < fewFigures:
		return 0, false
	case n < someFigures:
		return 2.7, true
	case n < manyFigures:
		return 3.2, true
	}
	return 4, true
}
