package canon

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold appends s to dst in lower case, without accents, soft hyphens and apostrophes.
func fold(dst []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return foldMarks(dst, s[i:])
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != '\'' {
			dst = append(dst, c)
		}
	}
	return dst
}

// latin holds letters that decompose into no base letter.
var latin = map[rune]string{
	'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ð': "d", 'ə': "a", 'ħ': "h", 'ŋ': "ng",
}

func foldMarks(dst []byte, s string) []byte {
	for _, r := range norm.NFD.String(s) {
		r = unicode.ToLower(r)
		if l, ok := latin[r]; ok {
			dst = append(dst, l...)
			continue
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r < utf8.RuneSelf && r != '\'' {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// signature hashes the letter pairs of a folded word into 64 bits. Before that it folds what transliterations of
// one name commonly differ in: c, k and q; y, i and j; w and v; ph and f; an h after a consonant; doubled letters.
func signature(w []byte) uint64 {
	var sig uint64
	last := byte('^')
	for i, c := range w {
		c = soundOf(w, i, c)
		if c == 0 || c == last {
			continue
		}
		sig |= 1 << pairBit(last, c)
		last = c
	}
	return sig | 1<<pairBit(last, '$')
}

func pairBit(a, b byte) uint64 { return (uint64(a)*0x9E3779B1 ^ uint64(b)*0x85EBCA6B) >> 7 & 63 }

func soundOf(w []byte, i int, c byte) byte {
	switch c {
	case 'q', 'c':
		return 'k'
	case 'y', 'j':
		return 'i'
	case 'w':
		return 'v'
	case 'p':
		if i+1 < len(w) && w[i+1] == 'h' {
			return 'f'
		}
	case 'h':
		if i > 0 && !vowel(w[i-1]) {
			return 0
		}
	}
	return c
}

// Alike gives the share, 0 to 1, of letter pairs that two spellings have in common (Dice's coefficient): an
// upper estimate, because pairs may collide in 64 bits.
func Alike(a, b uint64) float64 {
	n := bits.OnesCount64(a) + bits.OnesCount64(b)
	if n == 0 {
		return 0
	}
	return 2 * float64(bits.OnesCount64(a&b)) / float64(n)
}
