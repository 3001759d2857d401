// Package token cuts a text into words, numbers, marks and punctuation in one pass.
//
// It takes a text and gives tokens as byte ranges, in order, without overlap; the blanks between them are not
// tokens. It copies no text and allocates nothing but the slice it fills, because every later room starts here
// and its speed bounds theirs.
//
// Conventions, chosen so that spans found on tokens fall where a person would put them:
//   - the clitic 's (straight or curly) is a token of its own: "Russia" "'s";
//   - other apostrophes stay inside their word: "don't", "O'Brien";
//   - hyphens stay inside: "Russian-mediated"; dashes are punctuation;
//   - dotted abbreviations keep their dots: "U.S.", "Gen.", "a.m.";
//   - numbers keep their separators and a percent or currency sign stays apart: "4,400", "99.9" "%";
//   - every quotation mark is one token, so that marks can be paired without looking at bytes again; the
//     doubled single marks of typewriters are two;
//   - the signs of feet and inches are punctuation: "6" "'" "2" "\"".
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is.
type Kind uint8

// The kinds. Mark is any quotation mark, including a straight or curly single one that is no apostrophe.
const (
	Word Kind = iota
	Number
	Mark
	Punct
)

// Flag is a property of a token's spelling or of the blank before it.
type Flag uint8

// The flags. Line is set on the first token after one line break, Paragraph (with Line) after a blank line.
const (
	Capital   Flag = 1 << iota // begins with an upper-case letter
	Upper                      // two or more letters, all upper case
	Abbrev                     // ends with a full stop that belongs to the abbreviation
	Clitic                     // 's
	Line                       // first on its line
	Paragraph                  // first after a blank line
	Glued                      // no blank before it
)

// Token is one token as a byte range of the text it was cut from.
type Token struct {
	Start, End int32
	Kind       Kind
	Flags      Flag
}

// In gives the token's bytes.
func (t Token) In(text string) string { return text[t.Start:t.End] }

// Has reports whether all flags of f are set.
func (t Token) Has(f Flag) bool { return t.Flags&f == f }

// Scan appends the tokens of text to dst and returns it. Texts of 2 GiB and more are not accepted anywhere in
// the program, so 32-bit offsets suffice.
func Scan(dst []Token, text string) []Token {
	s := scanner{text: text, breaks: 2}
	for s.pos < len(text) {
		if s.blank() {
			continue
		}
		t := s.next()
		dst = append(dst, t)
	}
	return dst
}

type scanner struct {
	text   string
	pos    int
	breaks int  // line breaks since the last token; 2 at the start so that the first token opens a paragraph
	spaced bool // a blank was seen since the last token
}

// blank skips one white-space or invisible character and reports whether there was one.
func (s *scanner) blank() bool {
	c := s.text[s.pos]
	if c < utf8.RuneSelf {
		if c == '\n' {
			s.breaks++
		}
		if c <= ' ' || c == 0x7f {
			s.pos++
			s.spaced = true
			return true
		}
		return false
	}
	r, n := utf8.DecodeRuneInString(s.text[s.pos:])
	switch {
	case r == '\u2028' || r == '\u0085':
		s.breaks++
	case r == '\u2029':
		s.breaks += 2
	case !unicode.IsSpace(r) && !invisible(r):
		return false
	}
	s.pos += n
	s.spaced = true
	return true
}

// invisible holds zero-width characters and direction controls: they separate nothing a reader sees, but no
// word may begin with one.
func invisible(r rune) bool {
	return r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2060' && r <= '\u2069'
}

func (s *scanner) next() Token {
	t := Token{Start: int32(s.pos), Flags: s.before()}
	c := s.text[s.pos]
	switch {
	case classes[c] != other:
		s.word(&t)
	case (c == '.' || c == '-') && s.at(s.pos+1) == c:
		t.Kind = Punct
		for s.at(s.pos) == c {
			s.pos++
		}
	default:
		s.sign(&t)
	}
	t.End = int32(s.pos)
	return t
}

// sign consumes what does not begin with an ASCII letter or digit: other letters, marks and punctuation.
func (s *scanner) sign(t *Token) {
	r, n := utf8.DecodeRuneInString(s.text[s.pos:])
	switch {
	case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		s.word(t)
	case isApostrophe(r) && s.isClitic(s.pos+n) && s.followsWord(*t):
		s.pos += n + 1
		t.Flags |= Clitic
	case IsMark(r) && !s.measures(s.pos, r):
		s.pos += n
		t.Kind = Mark
	default:
		s.pos += n
		t.Kind = Punct
	}
}

// before gives the flags that the blank before a token sets, and forgets that blank.
func (s *scanner) before() Flag {
	var f Flag
	if s.breaks > 0 {
		f |= Line
	}
	if s.breaks > 1 {
		f |= Paragraph
	}
	if !s.spaced && s.pos > 0 {
		f |= Glued
	}
	s.breaks, s.spaced = 0, false
	return f
}

func (s *scanner) at(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return 0
}

func (s *scanner) followsWord(t Token) bool { return t.Has(Glued) && t.Start > 0 }

// isClitic reports whether the s of 's stands at i and ends a word there.
func (s *scanner) isClitic(i int) bool {
	if c := s.at(i); c != 's' && c != 'S' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[i+1:])
	return i+1 == len(s.text) || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// tally counts what a word is made of.
type tally struct{ letters, uppers, dots int }

// word consumes letters, digits and what joins them.
func (s *scanner) word(t *Token) {
	begin := s.pos
	var n tally
	for s.plain(&n) || s.special(begin, &n) {
	}
	if beginsUpper(s.text[begin:]) {
		t.Flags |= Capital
	}
	if n.letters == 0 {
		t.Kind = Number
	}
	if n.uppers >= 2 && n.uppers == n.letters {
		t.Flags |= Upper
	}
	if n.dots > 0 && s.text[s.pos-1] == '.' || s.takeDot(begin) {
		t.Flags |= Abbrev
	}
}

func beginsUpper(word string) bool {
	if word[0] < utf8.RuneSelf {
		return classes[word[0]] == upper
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// plain consumes a run of ASCII letters and digits, nearly all of any news text, and reports whether there was one.
func (s *scanner) plain(n *tally) bool {
	begin := s.pos
	for s.pos < len(s.text) {
		switch classes[s.text[s.pos]] {
		case lower:
			n.letters++
		case upper:
			n.letters++
			n.uppers++
		case digit:
		default:
			return s.pos > begin
		}
		s.pos++
	}
	return s.pos > begin
}

// special consumes one code point that is no ASCII letter or digit if it belongs to the word that began at begin.
func (s *scanner) special(begin int, n *tally) bool {
	if s.pos >= len(s.text) || s.text[s.pos] <= ' ' {
		return false
	}
	r, size := utf8.DecodeRuneInString(s.text[s.pos:])
	switch {
	case r >= utf8.RuneSelf && unicode.IsLetter(r):
		n.letters++
		if unicode.IsUpper(r) {
			n.uppers++
		}
	case r >= utf8.RuneSelf && (unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)):
	case r == '.' && n.letters > 0 && dotted(s.text, begin, s.pos):
		n.dots++
	case !s.joins(r, s.pos+size, n.letters):
		return false
	}
	s.pos += size
	return true
}

type class uint8

const (
	other class = iota
	lower
	upper
	digit
)

// classes sorts the ASCII bytes; bytes of longer code points are other.
var classes = func() (table [256]class) {
	for c := range table {
		switch {
		case 'a' <= c && c <= 'z':
			table[c] = lower
		case 'A' <= c && c <= 'Z':
			table[c] = upper
		case '0' <= c && c <= '9':
			table[c] = digit
		}
	}
	return table
}()

// maxSign is the most letters of a sign of money in front of an amount.
const maxSign = 3

// joins reports whether r holds a word or number of so many letters together, given what follows it at next.
func (s *scanner) joins(r rune, next, letters int) bool {
	after, _ := utf8.DecodeRuneInString(s.text[min(next, len(s.text)):])
	switch {
	case parts(r):
		return unicode.IsLetter(after) || unicode.IsDigit(after)
	case r == ',' || r == '.' || r == ':':
		return unicode.IsDigit(after) && (letters == 0 || s.insideAmount(r, letters))
	case isApostrophe(r):
		return unicode.IsLetter(after) && !s.isClitic(next)
	case r == '\u00ad' || r == '\u200d':
		return true
	}
	return false
}

// parts reports whether r may stand between the parts of a compound or a name.
func parts(r rune) bool {
	return r == '-' || r == '\u2010' || r == '\u2011' || r == '&' || r == '_'
}

// insideAmount reports whether r parts the digits of an amount whose sign of money has so many letters: P1.1, Sh1,200.
func (s *scanner) insideAmount(r rune, letters int) bool {
	return letters <= maxSign && r != ':' && classes[s.text[s.pos-1]] == digit
}

// dotted reports whether the full stop at i belongs to an abbreviation of single letters ("U.S.", "a.m.").
func dotted(text string, begin, i int) bool {
	single := i-begin == 1 || i >= 2 && (text[i-2] == '.' || text[i-2] == '-')
	if !single || classes[text[i-1]] == digit {
		return false
	}
	if i-begin > 1 {
		return true
	}
	// One letter and a dot: an initial ("J. Smith") or the start of a dotted abbreviation ("U.S."), but not a
	// lower-case letter that ends a sentence ("plan b. Then").
	c := text[begin]
	r, _ := utf8.DecodeRuneInString(text[i+1:])
	return c >= 'A' && c <= 'Z' && c != 'I' || unicode.IsLetter(r)
}

// takeDot consumes the full stop after a known abbreviation.
func (s *scanner) takeDot(begin int) bool {
	if s.at(s.pos) != '.' {
		return false
	}
	if i := strings.LastIndexByte(s.text[begin:s.pos], '-'); i >= 0 { // "R-Fla."
		begin += i + 1
	}
	if s.pos-begin > maxAbbrev || !abbreviations[s.text[begin:s.pos]] {
		return false
	}
	s.pos++
	return true
}

const maxAbbrev = 6

// abbreviations end with a full stop that ends no sentence by itself. English news; months and titles first.
var abbreviations = set("Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Sgt Cpl Cmdr Adm Gov Sen Rep Reps Sens Rev Hon Pres Amb " +
	"Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec St Mt Ft Jr Sr No vs Inc Corp Co Ltd Bros etc approx Ave Blvd " +
	"Supt Insp Det Messrs Fr Sec Atty Brig Lieut Cdr Cllr Engr Smt Msgr Intl Natl Assn Dept Univ Pvt Pty Mass Calif Conn Fla Ala Ariz Ark Colo Del Ga Ill Ind Kan La Md Mich Minn Miss " +
	"Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for begin, i := 0, 0; i <= len(words); i++ {
		if i == len(words) || words[i] == ' ' {
			m[words[begin:i]] = true
			begin = i + 1
		}
	}
	return m
}

// IsMark reports whether r is a quotation mark of any style; straight single and backtick count.
func IsMark(r rune) bool {
	switch r {
	case '"', '\'', '`', '\u00b4', '\u00ab', '\u00bb', '\u2018', '\u2019', '\u201a', '\u201b', '\u201c', '\u201d', '\u201e', '\u201f',
		'\u2039', '\u203a', '\u300c', '\u300d', '\uff02':
		return true
	}
	return false
}

func isApostrophe(r rune) bool { return r == '\'' || r == '\u2019' || r == '\u02bc' }
