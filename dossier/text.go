package dossier

import (
	"strings"
	"unicode"
)

// plainWords is a text without what only style decides: marks, blanks, capitals.
func plainWords(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// words counts the words of a text: runs of anything but white space.
func words(text string) int {
	n, in := 0, false
	for _, r := range text {
		blank := r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0'
		if !blank && !in {
			n++
		}
		in = !blank
	}
	return n
}
