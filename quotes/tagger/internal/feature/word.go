package feature

import (
	"math/bits"
	"unicode/utf8"

	"quotidian/articles/token"
)

// Shape is what the spelling of a token shows, without its letters.
type Shape uint8

// The shapes. Every punctuation mark that structures a sentence has its own, so that features can name it.
const (
	Lower Shape = iota
	Capital
	Upper
	Abbrev
	Number
	Clitic
	Comma
	Stop // . ! ? …
	Colon
	Dash
	Bracket
	Open  // quotation mark that opens
	Close // quotation mark that closes
	Other
)

// Word is what is known of one token wherever it stands.
type Word struct {
	Hash   uint32 // of the lower-case spelling
	Stem   uint32 // of the spelling without the endings of English verbs and plurals
	Suffix uint32 // of the last three letters
	Form   uint32 // distributional class; ending and shape where the word is in no list
	Coarse uint8  // the class of that class; 128 + shape where the word is in no list
	Shape  Shape
	Sense  uint32 // WordNet's file of the commonest verb sense, times 27, plus that of the commonest noun sense; 0 for neither
	Rate   uint8  // how often the word attributes, 0 (never) to Rates-1
}

const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

// HashWord gives the hash of a word as the tables of the model know it: FNV-1a over the lower-case bytes, curly
// apostrophes read as straight ones.
func HashWord(s string) uint32 {
	var w Word
	w.spell(s)
	return w.Hash
}

// spell computes the hashes of one spelling in one pass over its bytes.
func (w *Word) spell(s string) {
	var tail [4]uint32 // hashes of the prefixes that lack 0..3 bytes
	h := uint32(fnvOffset)
	var last uint32
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c-'A' < 26:
			c += 'a' - 'A'
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x99:
			c = '\''
			i += 2
		}
		tail[3], tail[2], tail[1] = tail[2], tail[1], h
		h = (h ^ uint32(c)) * fnvPrime
		last = last<<8 | uint32(c)
	}
	tail[0] = h
	w.Hash, w.Stem, w.Suffix = h, tail[ending(last, len(s))], last&0xffffff
}

// ending gives the length of the ending (0 to 3 bytes) that does not tell one form of a word from another:
// "states", "stated", "stating" and "state" share the stem "stat". It is cruder than Porter's algorithm, which
// would need the letters; irregular verbs keep their forms apart.
func ending(last uint32, n int) int {
	if n < 4 {
		return 0
	}
	b := byte(last)
	a := byte(last >> 8)
	switch {
	case n > 4 && last&0xffffff == 'i'<<16|'n'<<8|'g':
		return 3
	case a == 'e' && (b == 'd' || b == 's'):
		return 2
	case b == 'e' || b == 's' && a != 's' && a != '\'':
		return 1
	}
	return 0
}

// shape reads the shape off a token. Quotation marks are told apart by the caller, which sees their pairs.
func shape(text string, t token.Token) Shape {
	switch {
	case isMark(text, t):
		return Other
	case t.Kind == token.Number:
		return Number
	case t.Kind == token.Punct:
		return punctuation(text[t.Start:t.End])
	case t.Has(token.Clitic):
		return Clitic
	case t.Has(token.Abbrev):
		return Abbrev
	case t.Has(token.Upper):
		return Upper
	case t.Has(token.Capital):
		return Capital
	}
	return Lower
}

// isMark reports whether a token is a quotation mark by its sign. The few that stand for feet and inches count too, as they did in
// the texts that the model has learned from; the rules of package quotes know better.
func isMark(text string, t token.Token) bool {
	if t.Kind != token.Punct {
		return t.Kind == token.Mark
	}
	r, _ := utf8.DecodeRuneInString(text[t.Start:t.End])
	return token.IsMark(r)
}

func punctuation(s string) Shape {
	switch s {
	case ",":
		return Comma
	case ".", "!", "?", "…", "...":
		return Stop
	case ":", ";":
		return Colon
	case "—", "–", "-", "--":
		return Dash
	case "(", ")", "[", "]":
		return Bracket
	}
	return Other
}

// mix hashes a template number and up to two values into a key: the middle of the product of both, each turned by
// random bits as in wyhash, one multiplication in all.
func mix(template int, a, b uint32) uint32 {
	hi, lo := bits.Mul64(uint64(a)^secrets[uint8(template)], uint64(b)^0xa0761d6478bd642f)
	return uint32(hi) ^ uint32(lo>>32)
}

// secrets are random bits of each template (the sequence of splitmix64).
var secrets = func() (s [256]uint64) {
	x := uint64(0)
	for i := range s {
		x += 0x9e3779b97f4a7c15
		z := (x ^ x>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		s[i] = z ^ z>>31
	}
	return s
}()

// HashStem gives the hash of a word's stem, as [Word.Stem] holds it.
func HashStem(s string) uint32 {
	var w Word
	w.spell(s)
	return w.Stem
}
