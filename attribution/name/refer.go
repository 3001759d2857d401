package name

import "unicode/utf8"

// Refers reports whether short, printed in the same article, can be another mention of the person whose fuller
// name is full: a bare surname, a given name with it left out, initials, or another romanisation of any of
// these. Inside one article that is enough to link the two unless a second full name also fits; across
// articles it never is.
//
// Every word of short must find a word of full of its own; a bare word of short must be a part of full that is
// used alone: the surname, or the given name where the surname comes first in doubt.
func Refers(short, full Name) bool {
	if len(short.Words) == 0 || len(short.Words) > len(full.Words) || contradict(short, full) {
		return false
	}
	if short.Bare() && len(full.Words) > 1 {
		return bareFits(short.Words[0], full)
	}
	used, spelledOut := uint64(0), false
	for _, w := range short.Words {
		k := fitting(w, full.Words, used)
		if k < 0 {
			return false
		}
		used |= 1 << k
		spelledOut = spelledOut || !w.Initial && !full.Words[k].Initial
	}
	return spelledOut
}

func contradict(a, b Name) bool {
	if x, y := a.Generation(), b.Generation(); x != y && x != "" && y != "" {
		return true
	}
	if OtherMiddle(a, b) {
		return true
	}
	ga, gb := a.Gender(), b.Gender()
	return ga != gb && ga != UnknownGender && gb != UnknownGender
}

// OtherMiddle reports whether two names of one given name go on with other initials: George W. Bush is not George H. W. Bush, though all
// his words are in that.
func OtherMiddle(a, b Name) bool {
	if len(a.Words) < 3 || len(b.Words) < 3 || a.Words[0].Fold != b.Words[0].Fold || a.Words[0].Initial {
		return false
	}
	x, y := a.Words[1], b.Words[1]
	return x.Initial && y.Initial && !sameInitial(x.Fold, y.Fold)
}

func bareFits(w Word, full Name) bool {
	if w.Initial {
		return false
	}
	for _, f := range full.Words {
		alone := f.Part == Surname || full.SurnameFirst > 0.05 && f.Part == Given && !KnownGiven(f.Fold)
		if alone && SameSkeleton(w.Fold, f.Fold) {
			return true
		}
	}
	return false
}

func fitting(w Word, words []Word, used uint64) int {
	for k, f := range words {
		if k >= 64 || used>>k&1 == 1 {
			continue
		}
		if w.Initial || f.Initial {
			if sameInitial(w.Fold, f.Fold) {
				return k
			}
			continue
		}
		if SameSkeleton(w.Fold, f.Fold) {
			return k
		}
	}
	return -1
}

func sameInitial(a, b string) bool {
	p, _ := utf8.DecodeRuneInString(a)
	q, _ := utf8.DecodeRuneInString(b)
	return p == q
}
