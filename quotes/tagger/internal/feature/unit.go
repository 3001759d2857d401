package feature

import (
	"strings"
	"unicode/utf8"

	"quotidian/articles/token"
)

// Unit is a run of tokens that is labelled at once: neighbouring sentences of one paragraph. Its slices run
// parallel to the tokens. A Unit is filled again and again, so that labelling allocates nothing once its slices
// have grown to the longest paragraph.
type Unit struct {
	Text  string
	Toks  []token.Token
	Words []Word
	// First is set on tokens that begin a sentence.
	First []bool
	// Quoted says in which quotation a token stands: 0 for none, else a Length. The marks belong to it.
	Quoted []Length
	// Cue is how likely the token attributes, 0 to Levels-1, as the first stage decided.
	Cue []uint8

	left, right []int32  // nearest likely cue to the left and right, -1 for none
	prev, next  []int32  // nearest structuring punctuation to the left and right in the sentence, -1 for none
	commas      []uint8  // commas since the sentence began, outside quotation marks; 3 stands for more
	sentence    []uint16 // number of the sentence in the unit

	closersOpen bool // whether ” opens as well in this text, since “ stands nowhere in it
}

// Length says how long a quotation is: one or two words in quotation marks are seldom a quote.
type Length uint8

// The lengths in tokens, marks not counted.
const (
	Unquoted Length = iota
	Brief           // 1 to 3
	Phrase          // 4 to 8
	Long            // more
	Unclosed        // the paragraph ends before the closing mark
)

// Fill makes u the unit of toks, of which sentence i begins at token starts[i] (a unit begins with a sentence).
func (u *Unit) Fill(lex *Lexicon, text string, toks []token.Token, starts []int) {
	if text != u.Text { // units of one text come one after the other
		u.closersOpen = !strings.Contains(text, "“")
	}
	u.Text, u.Toks = text, toks
	n := len(toks)
	u.Words = sized(u.Words, n)
	for i, t := range toks {
		lex.word(&u.Words[i], text, t)
	}
	u.First = cleared(u.First, n)
	for _, s := range starts {
		u.First[s] = true
	}
	u.Quoted = cleared(u.Quoted, n)
	u.Cue = cleared(u.Cue, n)
	u.pairMarks()
	u.linkPunctuation()
}

// sized gives a slice of n values of whatever kind, reusing the memory of s.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// cleared gives a slice of n zero values, reusing the memory of s.
func cleared[T any](s []T, n int) []T {
	s = sized(s, n)
	clear(s)
	return s
}

// role says what a quotation mark does.
type role uint8

const (
	ignored role = iota
	opens
	closes
)

// pairMarks finds the quotations of the unit and sets Quoted and the shapes Open and Close.
func (u *Unit) pairMarks() {
	begin, single := -1, false
	for i := range u.Toks {
		if !isMark(u.Text, u.Toks[i]) {
			continue
		}
		r, isSingle := u.role(i, begin, single)
		switch {
		case r == opens:
			if begin >= 0 { // a second opener closes what was never closed
				u.quote(begin, i, Unclosed)
			}
			begin, single = i, isSingle
			u.Words[i].Shape = Open
		case r == closes && begin >= 0:
			u.Words[i].Shape = Close
			u.quote(begin, i+1, lengthOf(i-begin-1))
			begin = -1
		case r == closes:
			u.Words[i].Shape = Close
		}
	}
	if begin >= 0 && !single {
		u.quote(begin, len(u.Toks), Unclosed)
	}
}

func (u *Unit) quote(from, to int, l Length) {
	for i := from; i < to; i++ {
		u.Quoted[i] = l
	}
}

func lengthOf(n int) Length {
	switch {
	case n <= 3:
		return Brief
	case n <= 8:
		return Phrase
	}
	return Long
}

// role decides what mark i does, given the mark that opened a quotation, -1 for none, and whether that is a single one.
func (u *Unit) role(i, begin int, single bool) (role, bool) {
	before, behind := u.Toks[i].Has(token.Glued), i+1 < len(u.Toks) && u.Toks[i+1].Has(token.Glued) // words that it touches
	r, _ := utf8.DecodeRuneInString(u.Text[u.Toks[i].Start:])
	switch r {
	case '“', '„', '«', '‟', '”', '»', '"', '\uff02':
		if single {
			begin = -1
		}
		return u.double(r, begin, before && !behind, behind && !before), false
	}
	switch inside := begin >= 0; { // single marks count only outside double ones
	case inside && !single:
		return ignored, true
	case inside:
		return closes, true
	case behind && !before:
		return opens, true
	}
	return ignored, true
}

// double decides what a double mark does, which touches a word only before it, only behind it, or neither. begin is the double
// mark that opened a quotation, -1 for none.
func (u *Unit) double(r rune, begin int, onlyBefore, onlyBehind bool) role {
	switch r {
	case '“', '„', '«', '‟':
		if begin >= 0 && onlyBefore && u.opensHere(begin, '„', '»') {
			return closes // „so“, »so«: what opens elsewhere
		}
		return opens
	case '”', '»':
		if begin < 0 && onlyBehind && (r == '»' || u.closersOpen) {
			return opens // ”so”
		}
		return closes
	}
	if begin >= 0 || onlyBefore {
		return closes
	}
	return opens
}

// opensHere reports whether token i is one of two marks.
func (u *Unit) opensHere(i int, a, b rune) bool {
	r, _ := utf8.DecodeRuneInString(u.Text[u.Toks[i].Start:])
	return r == a || r == b
}

// linkPunctuation fills prev, next and commas.
func (u *Unit) linkPunctuation() {
	n := len(u.Toks)
	u.prev, u.next, u.commas = sized(u.prev, n), sized(u.next, n), sized(u.commas, n)
	u.sentence = sized(u.sentence, n)
	last, commas, sent := int32(-1), uint8(0), uint16(0)
	for i := range n {
		if u.First[i] {
			last, commas = -1, 0
			sent++
		}
		u.sentence[i] = sent
		u.prev[i], u.commas[i] = last, commas
		if u.structures(i) {
			last = int32(i)
		}
		if u.Words[i].Shape == Comma && u.Quoted[i] == Unquoted && commas < 3 {
			commas++
		}
	}
	last = -1
	for i := n - 1; i >= 0; i-- {
		u.next[i] = last
		if u.structures(i) {
			last = int32(i)
		}
		if u.First[i] {
			last = -1
		}
	}
}

func (u *Unit) structures(i int) bool {
	s := u.Words[i].Shape
	return s >= Comma && s <= Close && s != Bracket
}

// LinkCues fills the nearest cues once the first stage has set Cue. A cue in a neighbouring sentence counts
// too: a quotation can run over the sentence that attributes it.
func (u *Unit) LinkCues() {
	n := len(u.Toks)
	u.left, u.right = sized(u.left, n), sized(u.right, n)
	last := int32(-1)
	for i := range n {
		u.left[i] = last
		if u.Cue[i] >= Likely {
			last = int32(i)
		}
	}
	last = -1
	for i := n - 1; i >= 0; i-- {
		u.right[i] = last
		if u.Cue[i] >= Likely {
			last = int32(i)
		}
	}
}

// Alike reports whether token i, which is not the first, stands in the sentence as the token before it does: no
// punctuation, mark or possible cue is near, and from both the likely cues are as far, as far as features tell.
func (u *Unit) Alike(i int) bool {
	if u.left[i] != u.left[i-1] || u.right[i] != u.right[i-1] || u.prev[i] != u.prev[i-1] || u.next[i] != u.next[i-1] {
		return false
	}
	for j := max(i-2, 0); j < min(i+2, len(u.Words)); j++ {
		if u.Words[j].Shape > Clitic || u.Quoted[j] != u.Quoted[i] || u.Cue[j] > 0 {
			return false
		}
	}
	return sameDistance(i, u.left[i]) && sameDistance(i, u.right[i])
}

// sameDistance reports whether token j is as far from token i as from the one before, where it is there at all.
func sameDistance(i int, j int32) bool {
	if j < 0 {
		return true
	}
	d := i - int(j)
	return distance(max(d, -d)) == distance(max(d-1, 1-d))
}
