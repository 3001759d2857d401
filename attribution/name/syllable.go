package name

import "strings"

// onsets are the beginnings of Chinese, Korean and Vietnamese syllables, longer ones first, with the class that they
// keep through romanisations: zh, ch, j and q are one sound or another in Pinyin, Wade-Giles and McCune-Reischauer, and
// none of them is ever y.
var onsets = []struct {
	letters string
	class   byte
}{
	{"zh", 'c'},
	{"ch", 'c'},
	{"ts", 'c'},
	{"tz", 'c'},
	{"tr", 'c'},
	{"hs", 's'},
	{"sh", 's'},
	{"kh", 'k'},
	{"gh", 'k'},
	{"ng", 'n'},
	{"nh", 'n'},
	{"th", 't'},
	{"ph", 'p'},
	{"z", 'c'},
	{"c", 'c'},
	{"j", 'c'},
	{"q", 'c'},
	{"s", 's'},
	{"x", 's'},
	{"k", 'k'},
	{"g", 'k'},
	{"t", 't'},
	{"d", 't'},
	{"p", 'p'},
	{"b", 'p'},
	{"f", 'f'},
	{"v", 'v'},
	{"h", 'h'},
	{"m", 'm'},
	{"n", 'n'},
	{"l", 'l'},
	{"r", 'l'},
	{"y", 'y'},
	{"w", 'w'},
}

// codas are the ends of such syllables, longer ones first.
var codas = []string{"ng", "nh", "ch", "n", "m", "k", "g", "t", "p", "b", "l", "h"}

// Syllables are the classes of the consonants that begin the syllables of a given name, one string for each end of the name
// at which the surname may stand, "" where none stands.
type Syllables [2]string

// SyllablesOf reads names that can be Chinese, Korean or Vietnamese: a surname that print puts first at either end, and
// nothing but such syllables. In them a syllable makes another name, however alike its letters: Jong and Yong, Keqiang and
// Qiang. Syllables that begin with a vowel are left out, since print does not say where they begin (Jae-in, Jaein).
func SyllablesOf(n Name) (out Syllables) {
	last := len(n.Words) - 1
	if last < 1 || last > 3 {
		return out
	}
	if surnameFirst[n.Words[0].Fold] && !n.Words[1].Hyphen {
		out[0] = syllables(n.Words[1:])
	}
	if surnameFirst[n.Words[last].Fold] && !n.Words[last].Hyphen {
		out[1] = syllables(n.Words[:last])
	}
	return out
}

// Agree says of two names whether their syllables can be the same: 1 when they can, -1 when not, 0 when either name is made
// otherwise.
func (s Syllables) Agree(t Syllables) int {
	out := 0
	for _, x := range s {
		for _, y := range t {
			switch {
			case x == "" || y == "":
			case x == y:
				return 1
			default:
				out = -1
			}
		}
	}
	return out
}

// syllables gives the classes of the words of a given name, "" when they are not made of such syllables.
func syllables(given []Word) string {
	var out []byte
	for _, w := range given {
		if w.Initial || w.Particle != "" {
			return ""
		}
		var ok bool
		if out, ok = appendSyllables(out, w.Fold); !ok {
			return ""
		}
	}
	return string(out)
}

// appendSyllables cuts a folded word into syllables and appends the classes they begin with, false for a word that is made
// otherwise.
func appendSyllables(dst []byte, word string) ([]byte, bool) {
	for rest := word; rest != ""; {
		rest, dst = cutOnset(rest, dst)
		vowels := 0
		for vowels < len(rest) && isVowel(rest, vowels) {
			vowels++
		}
		if vowels == 0 {
			return dst, false
		}
		rest = cutCoda(rest[vowels:])
	}
	return dst, true
}

// cutOnset takes the consonant a syllable begins with off it, and the glide behind: Hyon, Kwang.
func cutOnset(s string, dst []byte) (string, []byte) {
	if isVowel(s, 0) {
		return s, dst
	}
	for _, o := range onsets {
		if rest, ok := strings.CutPrefix(s, o.letters); ok {
			if len(rest) > 1 && (rest[0] == 'y' || rest[0] == 'w') {
				rest = rest[1:]
			}
			return rest, append(dst, o.class)
		}
	}
	return s, dst
}

// cutCoda takes the end of a syllable off, where another syllable or nothing follows.
func cutCoda(s string) string {
	if s == "r" {
		return "" // Er, but no Mar-tin
	}
	for _, c := range codas {
		if rest, ok := strings.CutPrefix(s, c); ok && (rest == "" || !isVowel(rest, 0) && rest[0] != 'h') {
			return rest
		}
	}
	return s
}

// isVowel reports whether letter i is a vowel; y is one but before a vowel.
func isVowel(s string, i int) bool {
	switch s[i] {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	case 'y':
		return i+1 == len(s) || !strings.ContainsRune("aeiou", rune(s[i+1]))
	}
	return false
}
