package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"quotidian/assets/lexicon"
)

// Script is a writing system a name can be printed in.
type Script uint8

// The scripts that can be romanised. OtherScript covers the rest.
const (
	Latin Script = iota
	Cyrillic
	Armenian
	Georgian
	Greek
	Arabic
	Hebrew
	OtherScript
)

var scriptNames = [...]string{"Latin", "Cyrillic", "Armenian", "Georgian", "Greek", "Arabic", "Hebrew", "another script"}

// String is the script's name as a reader knows it.
func (s Script) String() string { return scriptNames[s] }

// Skeletal reports whether the script writes few vowels, so that only consonants can be compared.
func (s Script) Skeletal() bool { return s == Arabic || s == Hebrew }

var scriptTables = [...]*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Armenian, unicode.Georgian, unicode.Greek, unicode.Arabic, unicode.Hebrew}

// scriptOf gives the script of a letter.
func scriptOf(r rune) Script {
	if r < 0x250 {
		return Latin
	}
	for k, t := range scriptTables {
		if unicode.Is(t, r) {
			return Script(k)
		}
	}
	return OtherScript
}

// ScriptOf gives the script that most letters of s belong to; Latin when it has none.
func ScriptOf(s string) Script {
	var counts [OtherScript + 1]int
	for _, r := range s {
		if unicode.IsLetter(r) {
			counts[scriptOf(r)]++
		}
	}
	best := Latin
	for k, n := range counts {
		if n > counts[best] {
			best = Script(k)
		}
	}
	return best
}

// romans maps letters of other scripts to Latin ones; runs of two letters win over single ones.
var romans = pairsOf("common/romanisation.tsv")

// lookAlikes maps letters of other scripts to the Latin letters they are mistaken for.
var lookAlikes = pairsOf("common/look-alikes.tsv")

func pairsOf(list string) map[string]string {
	m := map[string]string{}
	for _, f := range lexicon.Lines(list) {
		m[f[0]] = f[1]
	}
	return m
}

// Romanise writes the letters of other scripts in Latin ones, every word with a capital, for comparing only.
// Latin text comes back unchanged; letters without a romanisation stay.
func Romanise(s string) string {
	if ScriptOf(s) == Latin {
		return s
	}
	var b strings.Builder
	start := true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		latin, used := romanAt(s[i:], n)
		i += used
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !dropped(r) {
			start = true
		} else if start && latin != "" {
			latin = strings.ToUpper(latin[:1]) + latin[1:]
			start = false
		}
		b.WriteString(latin)
	}
	return b.String()
}

// romanAt romanises the head of s, whose first letter has n bytes, and says how many bytes it used.
func romanAt(s string, n int) (string, int) {
	if _, m := utf8.DecodeRuneInString(s[n:]); m > 0 {
		if latin, ok := romans[strings.ToLower(s[:n+m])]; ok {
			return latin, n + m
		}
	}
	if latin, ok := romans[strings.ToLower(s[:n])]; ok {
		return latin, n
	}
	if r, _ := utf8.DecodeRuneInString(s); unicode.IsMark(r) {
		return "", n
	}
	if d := norm.NFD.PropertiesString(s[:n]).Decomposition(); d != nil { // an accented letter
		_, m := utf8.DecodeRune(d)
		if latin, ok := romans[strings.ToLower(string(d[:m]))]; ok {
			return latin, n
		}
	}
	return s[:n], n
}

// LookAlikes finds words of Latin letters in which a letter of another script hides ("Еyvazov" with a Cyrillic
// E). It gives the letters that are not what they seem, in order, and s with Latin letters in their place.
func LookAlikes(s string) (hidden []rune, mended string) {
	if isASCII(s) {
		return nil, s
	}
	var b strings.Builder
	for _, word := range strings.SplitAfter(s, " ") {
		latin := strings.ContainsFunc(word, func(r rune) bool { return r < 0x250 && unicode.IsLetter(r) })
		for _, r := range word {
			if l, ok := lookAlikes[string(r)]; ok && latin {
				hidden = append(hidden, r)
				b.WriteString(l)
				continue
			}
			b.WriteRune(r)
		}
	}
	if hidden == nil {
		return nil, s
	}
	return hidden, b.String()
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
