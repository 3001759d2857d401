package token

import (
	"strings"
	"unicode/utf8"
)

// Feet and inches are printed with quotation marks: 6'2", 5’11”, a 12" single. Such a sign quotes nothing, and a quotation that
// holds one must not end there.

// measures reports whether the mark at byte i, behind a digit, stands for feet or inches.
func (s *scanner) measures(i int, r rune) bool {
	if before, n := utf8.DecodeLastRuneInString(s.text[:i]); isApostrophe(r) && before == r {
		i -= n // the second of two that stand for inches
	}
	if i == 0 || classes[s.text[i-1]] != digit {
		return false
	}
	begin := s.number(i)
	if i-begin > 2 {
		return false
	}
	next := i + utf8.RuneLen(r)
	switch {
	case r == '"' || r == '\u201d' || isApostrophe(r) && s.apostropheAt(next):
		return s.feet(begin) || measured[s.wordAt(next, r)] && !s.closes(i, next)
	case isApostrophe(r):
		return classes[s.at(next)] == digit || s.inches(next) || extents[s.wordAt(next, r)]
	}
	return false
}

// closes reports whether the double mark from byte i to next ends a quotation, as that of “Top 40” singles does: one is open, and
// the next mark of the paragraph ends none.
func (s *scanner) closes(i, next int) bool {
	const sight, marks = 1 << 10, "\"“”"
	before, after := s.text[max(0, i-sight):i], s.text[next:min(len(s.text), next+sight)]
	before = before[strings.LastIndex(before, "\n\n")+1:]
	after, _, _ = strings.Cut(after, "\n\n")
	if at := strings.LastIndexAny(before, marks); at < 0 || !opens(before, at) {
		return false
	}
	at := strings.IndexAny(after, marks)
	return at < 0 || opens(after, at)
}

// opens reports whether the double mark at byte i of a text opens a quotation.
func opens(text string, i int) bool {
	if text[i] != '"' {
		return strings.HasPrefix(text[i:], "\u201c")
	}
	return i == 0 || strings.IndexByte(" \n\t([-", text[i-1]) >= 0
}

// number gives where the digits that end at byte i begin.
func (s *scanner) number(i int) int {
	for i > 0 && classes[s.text[i-1]] == digit {
		i--
	}
	return i
}

func (s *scanner) apostropheAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[min(i, len(s.text)):])
	return isApostrophe(r)
}

// feet reports whether a number of feet with its sign stands before byte i: 6'|2".
func (s *scanner) feet(i int) bool {
	if i > 0 && s.text[i-1] == ' ' {
		i--
	}
	r, n := utf8.DecodeLastRuneInString(s.text[:i])
	return isApostrophe(r) && i > n && classes[s.text[i-n-1]] == digit
}

// inches reports whether a blank, a number of inches and their sign stand at byte i: 6'| 2".
func (s *scanner) inches(i int) bool {
	if s.at(i) != ' ' || classes[s.at(i+1)] != digit {
		return false
	}
	for i++; classes[s.at(i)] == digit; i++ {
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return r == '"' || r == '\u201d'
}

// wordAt gives the lower-case letters behind a blank or a hyphen at byte i, a second mark of typewritten inches left aside.
func (s *scanner) wordAt(i int, r rune) string {
	if s.apostropheAt(i) && isApostrophe(r) {
		_, n := utf8.DecodeRuneInString(s.text[i:])
		i += n
	}
	if c := s.at(i); c != ' ' && c != '-' {
		return ""
	}
	begin := i + 1
	for i = begin; classes[s.at(i)] == lower || classes[s.at(i)] == upper; i++ {
	}
	return s.text[begin:i]
}

// extents are words that follow a length; measured are these and what is told by its inches.
var (
	extents  = set("tall long wide deep thick high")
	measured = set("tall long wide deep thick high vinyl single singles record records LP LPs EP EPs disc discs disk disks screen screens TV TVs " +
		"monitor monitors display displays laptop tablet pipe pipes blade blades barrel barrels gun guns shell shells wheel wheels rims tyres tires " +
		"pizza lens telescope diameter")
)
