package encoder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The pieces that stand for no letters, by their numbers in BERT's vocabulary.
const (
	unknown = 100
	opening = 101
	closing = 102
)

const (
	// MostPieces is how long a chunk is at most, its first and last piece included.
	MostPieces = 300
	// perWord is how many pieces of a word are read at most; more are an address or a string of digits.
	perWord = 8
	// longest is how many letters are looked up at most, as BERT's own tokeniser has it.
	longest = 100
)

// Vocabulary cuts words into the pieces of BERT's uncased vocabulary: the longest piece in front, then the longest that goes on, and so
// forth (WordPiece; Wu et al. 2016, "Google's Neural Machine Translation System", section 4.1). It remembers words, so one Vocabulary must
// not be used by two goroutines at once.
type Vocabulary struct {
	number map[string]int32
	known  map[string][]int32 // pieces of words seen before
}

// NewVocabulary gives the vocabulary of these pieces, in the order of their numbers; those that go on a word begin with "##".
func NewVocabulary(pieces []string) *Vocabulary { return newVocabulary(numbered(pieces)) }

func newVocabulary(number map[string]int32) *Vocabulary {
	return &Vocabulary{number: number, known: map[string][]int32{}}
}

func numbered(pieces []string) map[string]int32 {
	number := make(map[string]int32, len(pieces))
	for i, p := range pieces {
		number[p] = int32(i)
	}
	return number
}

// Chunk is as much of a paragraph as is read at once.
type Chunk struct {
	// Pieces are the numbers of the pieces, with those that open and close the chunk.
	Pieces []int32 `json:"pieces"`
	// First has the place among Pieces at which each word begins.
	First []int32 `json:"first"`
}

// Cut cuts the words of a paragraph into chunks of [MostPieces] pieces at most, without parting a word.
func (v *Vocabulary) Cut(words []string) []Chunk {
	var out []Chunk
	c := Chunk{Pieces: []int32{opening}}
	for _, w := range words {
		p := v.pieces(w)
		if len(c.Pieces)+len(p)+1 > MostPieces {
			out = append(out, c.closed())
			c = Chunk{Pieces: []int32{opening}}
		}
		c.First = append(c.First, int32(len(c.Pieces)))
		c.Pieces = append(c.Pieces, p...)
	}
	return append(out, c.closed())
}

func (c Chunk) closed() Chunk {
	c.Pieces = append(c.Pieces, closing)
	return c
}

// mostKnown is how many words are remembered before all are forgotten.
const mostKnown = 1 << 15

// pieces gives the pieces of a word, one at least.
func (v *Vocabulary) pieces(word string) []int32 {
	if p, ok := v.known[word]; ok {
		return p
	}
	var p []int32
	for _, part := range parts(word) {
		p = v.cut(p, part)
	}
	switch {
	case len(p) == 0:
		p = []int32{unknown}
	case len(p) > perWord:
		p = p[:perWord]
	}
	if len(v.known) >= mostKnown {
		clear(v.known)
	}
	v.known[strings.Clone(word)] = p
	return p
}

// cut appends the pieces of a run of letters to dst, or the unknown one where some part of it is in no piece.
func (v *Vocabulary) cut(dst []int32, s string) []int32 {
	if utf8.RuneCountInString(s) > longest {
		return append(dst, unknown)
	}
	from := len(dst)
	for rest, on := s, ""; rest != ""; on = "##" {
		n, number := v.longestPiece(rest, on)
		if n == 0 {
			return append(dst[:from], unknown)
		}
		dst, rest = append(dst, number), rest[n:]
	}
	return dst
}

// longestPiece gives the length in bytes and the number of the longest piece that s begins with; 0 where there is none.
func (v *Vocabulary) longestPiece(s, on string) (int, int32) {
	for n := len(s); n > 0; {
		if number, ok := v.number[on+s[:n]]; ok {
			return n, number
		}
		_, last := utf8.DecodeLastRuneInString(s[:n])
		n -= last
	}
	return 0, 0
}

// typewriter has the typewriter's signs for printers' ones, of which the vocabulary knows few.
var typewriter = strings.NewReplacer("''", `"`, "``", `"`, "“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "…", "...")

// parts cuts a word as BERT's tokeniser does: small letters without accents, each sign of punctuation and each ideograph for itself.
func parts(word string) []string {
	var out []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	for _, r := range norm.NFD.String(strings.ToLower(typewriter.Replace(word))) {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError:
		case unicode.IsSpace(r):
			flush()
		case isSign(r) || unicode.Is(unicode.Han, r):
			flush()
			out = append(out, string(r))
		default:
			b.WriteRune(r)
		}
	}
	flush()
	return out
}

// isSign reports whether BERT's tokeniser parts words at r: all of ASCII that is neither letter nor digit, and Unicode's punctuation.
func isSign(r rune) bool {
	if r < utf8.RuneSelf {
		return r > ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	return unicode.IsPunct(r)
}
