package name

import "strings"

// A family of endings holds the spellings one ending takes when a name passes through romanisations and
// languages. The first of a family stands for it in [Stem].
type family struct {
	endings []string
	// strong families are spellings of one ending, never two names (-ov, -off); in the others the bare and
	// the full form are sometimes two people (a man's -ov, a woman's -ova).
	strong bool
}

var families = []family{
	{[]string{"yan", "ian", "jan", "yants", "iants"}, true},
	{[]string{"zade", "zadeh", "zada", "sade"}, true},
	{[]string{"ev", "eff", "ew", "jew", "yev", "iev", "iyev", "jev", "ieff"}, true},
	{[]string{"ov", "off", "ow", "oglu", "oghlu", "oglou", "ogly"}, true},
	{[]string{"shvili", "schwili", "chvili"}, true},
	{[]string{"skyi", "sky", "ski", "skiy", "skii", "skyy", "skij", "skyj", "skiï"}, true},
	{[]string{"ovich", "ovic", "ovitch", "owicz", "ovych", "ovitsch"}, true},
	{[]string{"evich", "evic", "evitch", "ewicz", "evych", "jevic"}, true},
}

// feminine lists the endings a surname takes for a woman, with the masculine one they stand for.
var feminine = [][2]string{{"ova", "ov"}, {"eva", "ev"}, {"skaya", "sky"}, {"skaia", "sky"}, {"ska", "sky"}, {"ina", "in"}}

// minStem is the shortest stem an ending is taken from: "Sky" and "Yan" are names themselves.
const minStem = 2

// Stem gives the folded word with its ending replaced by the one that stands for its family, so that Petrov
// and Petroff give one stem. Words without a known ending come back unchanged.
func Stem(word string) string {
	best, with := "", ""
	for _, f := range families {
		for _, e := range f.endings {
			if len(e) > len(best) && len(word) >= len(e)+minStem && strings.HasSuffix(word, e) {
				best, with = e, f.endings[0]
			}
		}
	}
	if best == "" || best == with {
		return word
	}
	return word[:len(word)-len(best)] + with
}

// Alternatives appends to dst the other folded forms a word may have had before another language inflected
// it: the masculine of a feminine surname (Merkelova, Merkel; Ivanova, Ivanov), and the name inside a Baltic
// nominative (Ilhams Alijevs). They are weaker evidence than equality; dst never receives word itself.
func Alternatives(dst []string, word string) []string {
	for _, f := range feminine {
		if stem, ok := strings.CutSuffix(word, f[0]); ok && len(stem) > minStem {
			dst = append(dst, stem+f[1])
			if f[1] == "ov" {
				dst = append(dst, stem) // Czech Merkelova
			}
			break
		}
	}
	for _, e := range []string{"as", "is", "us", "s"} {
		if stem, ok := strings.CutSuffix(word, e); ok && len(stem) > minStem+1 {
			dst = append(dst, stem)
			break
		}
	}
	return dst
}

// OneFather reports whether a folded Slavic patronymic is of a folded given name: Nikolayevich of Nikolai.
func OneFather(patronymic, given string) bool {
	for _, e := range fatherly {
		if stem, ok := strings.CutSuffix(patronymic, e); ok {
			return len(stem) > minStem && SameSkeleton(stem, given)
		}
	}
	return false
}

// isPatronymic reports whether a folded word has the form of a Slavic patronymic.
func isPatronymic(word string) bool { return patronymicGender(word) != UnknownGender }

func patronymicGender(word string) Gender {
	if len(word) < 6 {
		return UnknownGender
	}
	for _, e := range fatherly {
		if strings.HasSuffix(word, e) {
			if strings.HasSuffix(e, "a") {
				return Female
			}
			return Male
		}
	}
	return UnknownGender
}

// fatherly are the endings of Slavic patronymics, a son's, then a daughter's.
var fatherly = []string{"ovich", "evich", "ovych", "evych", "ovitch", "evitch", "owitsch", "ovic", "avich", "ovna", "evna", "ivna", "inichna", "yichna", "auna", "euna"}

// Womanly reports whether the second of two folded surnames is the first as a woman bears it: Petrov, Petrova; Petrovsky, Petrovskaya.
func Womanly(man, woman string) bool {
	for _, f := range feminine {
		if stem, ok := strings.CutSuffix(woman, f[0]); ok && len(stem) > minStem && Stem(man) == Stem(stem+f[1]) {
			return true
		}
	}
	return false
}
