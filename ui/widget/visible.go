package widget

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible gives s as it may be drawn: characters that a reader could not see, or that would reorder what he
// sees, are written out ("[U+202E]"), and broken bytes become U+FFFD. Line breaks and tabs become blanks.
func Visible(s string) string {
	if clean(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteString(visibleRune(r))
	}
	return b.String()
}

// clean reports whether Visible would change nothing, which is the case for nearly every text.
func clean(s string) bool {
	for i, r := range s {
		switch {
		case r < ' ' || r == 0x7f:
			return false
		case r < utf8.RuneSelf:
		case r == utf8.RuneError, hidden(r):
			return r == utf8.RuneError && strings.HasPrefix(s[i:], "\ufffd") && clean(s[i+3:])
		}
	}
	return true
}

func visibleRune(r rune) string {
	switch {
	case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
		return " "
	case r == '\u00ad':
		return "" // a soft hyphen is a wish to the line breaker, not a character
	case hidden(r):
		return fmt.Sprintf("[U+%04X]", r)
	default:
		return string(r)
	}
}

// hidden holds controls, direction overrides and zero-width characters. The joiners U+200C and U+200D stay:
// Persian, Indic scripts and emoji need them.
func hidden(r rune) bool {
	switch {
	case r == '\u200c' || r == '\u200d':
		return false
	case r == '\u2028' || r == '\u2029' || r == '\u00ad' || r == '\ufeff':
		return true
	case r >= '\ue000' && r <= '\uf8ff', r >= '\ufff0' && r <= '\ufffb':
		return true
	default:
		return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
	}
}

// OneLine gives s for a cell: visible, and cut after limit characters, because a texture of a whole article
// helps nobody.
func OneLine(s string, limit int) string {
	n := 0
	for i := range s {
		if n == limit {
			s = s[:i] + "…"
			break
		}
		n++
	}
	return strings.TrimSpace(Visible(s))
}

// headlineMost is how many characters of a headline stand in a panel: some lines of it.
const headlineMost = 200

// Headline gives the title of an article for a panel or a question beside other things, cut where it is no headline any more but a
// text: whole it stands in the reader.
func Headline(s string) string { return OneLine(s, headlineMost) }
