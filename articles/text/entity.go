package text

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	longestEntity = 10 // bytes from & to ;
	// escapings is how often a text may have been escaped: programs that copy pages turn "&#8217;" into "&amp;#8217;".
	escapings = 2
)

// Unescape reads the characters that a text names as web pages do, "&rdquo;" or "&#8217;", and that a program left so when it
// copied the page. What names no character stays as it is.
func Unescape(s string) string {
	for range escapings {
		out := unescape(s)
		if out == s {
			break
		}
		s = out
	}
	return s
}

func unescape(s string) string {
	at := strings.IndexByte(s, '&')
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for at >= 0 {
		b.WriteString(s[:at])
		s = s[at:]
		char, n := entity(s)
		b.WriteString(char)
		s = s[n:]
		at = strings.IndexByte(s, '&')
	}
	b.WriteString(s)
	return b.String()
}

// entity gives the character that s begins with the name of, and the length of the name: the sign & itself if it names none, or
// what a text does not hold.
func entity(s string) (char string, n int) {
	end := strings.IndexByte(s[:min(len(s), longestEntity)], ';') + 1
	if end < len("&lt;") {
		return "&", 1
	}
	for _, c := range []byte(strings.TrimPrefix(s[1:end-1], "#")) {
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9') {
			return "&", 1
		}
	}
	char = html.UnescapeString(s[:end])
	if r, n := utf8.DecodeRuneInString(char); n != len(char) || r == utf8.RuneError || !printed(r) {
		return "&", 1
	}
	return strings.TrimSuffix(char, "\r"), end // lines end in \n alone
}

// printed reports whether a text may hold a character: no controls but those that part lines and words, and nothing unseen that
// turns the direction of writing.
func printed(r rune) bool {
	switch r {
	case '\n', '\r', '\t', '\u00ad', '\u200c', '\u200d':
		return true
	}
	return !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r)
}
