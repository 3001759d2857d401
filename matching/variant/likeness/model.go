// Package likeness says how likely two personal names are spellings of one person's name, by their letters alone.
//
// It takes two parsed names as [Form] values and gives a calibrated probability and what it rests on. The steps:
// words are compared with learned edit costs (package edit), aligned one to one, and the alignment described by
// some seventy features ([Vector]): how much of either name found a partner and how rare those words are, the
// worst pair, surnames and given names under the hypotheses of order, and what contradicts: gender, father and
// son, unmatched rare words on both sides. Boosted trees weigh them; a calibrated curve makes the sum a
// probability. internal/train/names learns all of it.
//
// What context adds (roles, statements, dates) and what may be joined is decided by the parent package.
package likeness

import (
	"quotidian/matching/variant/edit"
	"quotidian/matching/variant/forest"
)

// Model is everything learned. It is not written after it was built or read, and safe for concurrent use.
type Model struct {
	Edit    *edit.Model
	Stats   *Stats
	Lexical *Lexical
	Forest  *forest.Forest
	Curve   *forest.Curve
	// Worth tells by a glance which pairs of many names are worth comparing.
	Worth *forest.Cascade
}

// Features gives the features of a pair.
func (m *Model) Features(a, b *Form) Vector {
	a, b = canonical(a, b)
	al := m.align(a, b)
	return m.vector(&al)
}

// LogOdds is the uncalibrated score of a pair.
func (m *Model) LogOdds(a, b *Form) float32 {
	v := m.Features(a, b)
	return m.odds(&v)
}

// What contradictions take off the log-odds. They are too rare in the labelled pairs to be learned, or hardly ever the
// only thing that tells two names apart there. With any, two otherwise equal names come out below one half.
const (
	filialPrior     = -8
	childPrior      = -5 // some print a man by his father's name
	middlePrior     = -5 // George W. and George H. W. Bush
	genderPrior     = -5 // a list's slip of the pen, as in Arial Sharon
	generationPrior = -8
	fathersPrior    = -4 // a slip of the pen is likelier in a long word
	syllablesPrior  = -2 // so is another romanisation
)

// odds weighs a feature vector.
func (m *Model) odds(v *Vector) float32 {
	sum := m.Forest.Sum(v[:])
	if v[fFilial] != 0 {
		sum += filialPrior
	}
	if v[fMiddle] != 0 {
		sum += middlePrior
	}
	if v[fChild] != 0 {
		sum += childPrior
	}
	if v[fGender] < 0 || v[fOtherSex] != 0 {
		sum += genderPrior
	}
	if v[fGeneration] == 1 {
		sum += generationPrior
	}
	if v[fFathers] < 0 {
		sum += fathersPrior
	}
	if v[fSyllables] < 0 && v[fUnmatchedMax] == 0 { // a middle name may be left out
		sum += syllablesPrior
	}
	return sum
}

// Leftover counts the words of either form that found no partner, given which words count: want is asked for the
// folded word. The smaller number comes first.
func (m *Model) Leftover(a, b *Form, want func(string) bool) (less, more int) {
	al := m.align(a, b)
	x, y := 0, 0
	for i, w := range a.words {
		if al.ab[i] < 0 && want(w.fold) {
			x++
		}
	}
	for j, w := range b.words {
		if al.ba[j] < 0 && want(w.fold) {
			y++
		}
	}
	return min(x, y), max(x, y)
}

// P is the probability, 0 to 1, that two names are spellings of one person's name, other things unknown.
// P(a, b) == P(b, a).
func (m *Model) P(a, b *Form) float64 { return m.Curve.At(m.LogOdds(a, b)) }

// canonical puts two forms in an order of their own, so that sums of floats come out the same either way.
func canonical(a, b *Form) (*Form, *Form) {
	if a.begins != b.begins { // most names: the keys lie elsewhere in memory
		if b.begins < a.begins {
			return b, a
		}
		return a, b
	}
	if b.key < a.key || b.key == a.key && b.Name.Raw < a.Name.Raw {
		return b, a
	}
	return a, b
}
