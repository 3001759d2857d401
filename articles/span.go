package articles

import "unicode/utf8"

// Span is a half-open range of bytes [Start, End) in Article.Text, always on the edges of code points.
type Span struct{ Start, End int }

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds nothing; the zero Span means "none".
func (s Span) Empty() bool { return s.End <= s.Start }

// In gives the words of the span.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Overlaps reports whether two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Runes converts byte offsets of one text to offsets in Unicode code points.
// Offsets are asked for in any order; the cost is linear in the text once, then constant.
type Runes struct {
	text  string
	marks []int // number of code points before byte i*runeStep
	ascii bool
}

const runeStep = 64

// NewRunes prepares text for conversion.
func NewRunes(text string) *Runes {
	r := &Runes{text: text, ascii: true}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%runeStep == 0 {
			r.marks = append(r.marks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
		if text[i] >= utf8.RuneSelf {
			r.ascii = false
		}
	}
	return r
}

// Offset gives the number of code points before byte offset i, for 0 <= i <= len(text).
func (r *Runes) Offset(i int) int {
	if r.ascii || len(r.marks) == 0 {
		return i
	}
	m := min(i/runeStep, len(r.marks)-1)
	n := r.marks[m]
	for _, c := range []byte(r.text[m*runeStep : i]) {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// Span converts both edges of s.
func (r *Runes) Span(s Span) [2]int { return [2]int{r.Offset(s.Start), r.Offset(s.End)} }
