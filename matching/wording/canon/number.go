package canon

import (
	"math"
	"strconv"
	"strings"

	"quotidian/articles/token"
)

// digits reads a number in digits, with the scale word behind it ("2.5 million").
func (s *Scanner) digits(i int) int {
	t := s.tokens[i]
	v, ok := value(t.In(s.text))
	if !ok { // a time, a score or a date: its digits are its name
		s.plain(fold(s.buf[:0], t.In(s.text)), t.Start, t.End, 0)
		return 1
	}
	n, end := 1, t.End
	v, n, end = s.scaled(i, v, n, end)
	s.number(v, t.Start, end)
	return n
}

// scaled multiplies v by the scale words that follow.
func (s *Scanner) scaled(i int, v float64, n int, end int32) (float64, int, int32) {
	for i+n < len(s.tokens) {
		t := s.tokens[i+n]
		e := s.form(t)
		if e.role != scale || t.Kind != token.Word {
			break
		}
		v *= e.value
		end = t.End
		n++
	}
	return v, n, end
}

func (s *Scanner) form(t token.Token) entry {
	if t.Kind != token.Word || t.End-t.Start > 12 {
		return entry{}
	}
	s.buf = fold(s.buf[:0], t.In(s.text))
	return s.lists.forms[string(s.buf)]
}

// value reads digits with separators: a comma parts thousands, a full stop decimals.
func value(s string) (float64, bool) {
	var b [32]byte
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9' || c == '.':
			if n == len(b) {
				return 0, false
			}
			b[n] = c
			n++
		case c != ',':
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(string(b[:n]), 64)
	return v, err == nil
}

// glued reads a number with letters at its end: "22nd", "5m", "1990s". It reports whether it was one.
func (s *Scanner) glued(t token.Token) bool {
	in := t.In(s.text)
	n := 0
	for n < len(in) && (in[n] >= '0' && in[n] <= '9' || in[n] == ',' || in[n] == '.') {
		n++
	}
	v, ok := value(in[:n])
	if !ok {
		return false
	}
	switch rest := string(fold(nil, in[n:])); rest {
	case "st", "nd", "rd", "th":
		s.ordinal(v, t)
	default:
		e := s.lists.forms[rest]
		if e.role != scale {
			return false
		}
		s.number(v*e.value, t.Start, t.End)
	}
	return true
}

var ordinals = [...]string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}

// ordinal reads "3rd" as "third", and larger ones, which are mostly days of a month, as the number.
func (s *Scanner) ordinal(v float64, t token.Token) {
	if i := int(v); i > 0 && i < len(ordinals) && float64(i) == v {
		s.plain([]byte(ordinals[i]), t.Start, t.End, 0)
		return
	}
	s.number(v, t.Start, t.End)
}

// numberWords reads a number written out ("twenty-five", "four thousand", "a hundred and ten") and says how many
// tokens it took, 0 when there is none at i. "One" and "a" count only before a scale word: alone they are no numbers.
func (s *Scanner) numberWords(i int) int {
	v, ok := s.written(s.tokens[i])
	if !ok {
		return 0
	}
	if v < 0 {
		v = 1
		if s.scale(i+1) == 0 {
			return 0
		}
	}
	v, n, end := s.sum(i, v)
	s.number(v, s.tokens[i].Start, end)
	return n
}

// sum reads on from a number word of value v, in the way that "one million two hundred and five thousand" is built:
// within thousands "hundred" multiplies and smaller words are added, and each scale is smaller than the one before.
func (s *Scanner) sum(i int, v float64) (float64, int, int32) {
	total, n, end, last := 0.0, 1, s.tokens[i].End, math.Inf(1)
	for i+n < len(s.tokens) {
		if by := s.scale(i + n); by > 0 {
			switch {
			case v == 0 || by >= last:
				return total + v, n, end
			case by == 100:
				v *= by
			default:
				total, v, last = total+v*by, 0, by
			}
			end = s.tokens[i+n].End
			n++
			continue
		}
		w, m := s.part(i+n, total+v >= 100, last)
		if m == 0 || !fits(w, v, last) {
			break
		}
		v, n = v+w, n+m
		end = s.tokens[i+n-1].End
	}
	return total + v, n, end
}

// fits reports whether w can follow v without a scale word between them: "twenty five", "two hundred five", and
// anything small enough behind a scale.
func fits(w, v, last float64) bool {
	return v == 0 && w < last || v >= 100 && w < 100 || v >= 20 && v < 100 && w < 10
}

// part reads one more number word at i, with "and" before it where that may stand; n is 0 when there is none. Behind
// "and" a word that its own scale makes as large as what went before begins another number.
func (s *Scanner) part(i int, and bool, last float64) (w float64, n int) {
	n = 1
	if and && i+1 < len(s.tokens) && s.tokens[i].In(s.text) == "and" {
		n = 2
	}
	w, ok := s.written(s.tokens[i+n-1])
	if !ok || w <= 0 {
		return 0, 0
	}
	if by := s.scale(i + n); n == 2 && (w >= 100 || by == 100 || by >= last) {
		return 0, 0
	}
	return w, n
}

// scale gives the value of a scale word at i, 0 for any other.
func (s *Scanner) scale(i int) float64 {
	if i >= len(s.tokens) {
		return 0
	}
	if e := s.form(s.tokens[i]); e.role == scale {
		return e.value
	}
	return 0
}

// written gives the value of one number word or of two joined by a hyphen; -1 for "a" and "one".
func (s *Scanner) written(t token.Token) (float64, bool) {
	in := t.In(s.text)
	if t.Kind != token.Word || len(in) > 16 {
		return 0, false
	}
	if in == "a" || in == "one" || in == "One" || in == "A" {
		return -1, true
	}
	if s.lists.counting[in[0]|0x20]>>len(in)&1 == 1 {
		if e := s.form(t); e.role == unit || e.role == tens {
			return e.value, true
		}
	}
	return s.hyphened(in)
}

// hyphened gives the value of two number words joined by a hyphen ("twenty-five").
func (s *Scanner) hyphened(in string) (float64, bool) {
	head, tail, ok := strings.Cut(in, "-")
	if !ok {
		return 0, false
	}
	s.buf = fold(s.buf[:0], head)
	ten := s.lists.forms[string(s.buf)]
	s.buf = fold(s.buf[:0], tail)
	one := s.lists.forms[string(s.buf)]
	if ten.role == tens && (one.role == unit && one.value < 10 || string(s.buf) == "one") {
		return ten.value + max(one.value, 1), true
	}
	return 0, false
}
