package intake

import (
	"bytes"
	"regexp"
	"strings"

	"quotidian/articles/html"
)

// Pages are kept as they came: with the answer's head of "curl -i", the notice of a broken script, the address that somebody
// noted, or without the beginning that a page has. Read as texts their tags would be words of the article.

const (
	// abovePage is how much may stand above a page, and fewestClosed how many tags a piece of one closes that begins with a tag
	// that texts hold too.
	abovePage    = 16 << 10
	fewestClosed = 3
	longComment  = 3 << 10 // bytes; shorter ones are passed over where a page is told by its beginning
)

var (
	// beginsPage finds the line with which a page begins, insidePage what only pages have below it.
	beginsPage = regexp.MustCompile(`(?i)(?:^|\n)[ \t]*<(?:!doctype html|html)[\s>]`)
	insidePage = regexp.MustCompile(`(?i)<(?:head|body|title)[\s>]`)
	// beginsPiece finds a tag with which a piece of a page can begin; a paragraph's and the like tell a page alone.
	beginsPiece = regexp.MustCompile(`^(?i)<(?:style|h[2-6]|span|center|[uo]l|li|header|nav|font|b|i|strong|em|a|img|figure|blockquote|form|iframe|noscript|br|hr|aside|time|small|pre|dl|tbody|td|tr)(?:[\s>]|/>)`)
	closes      = regexp.MustCompile(`(?i)</(?:p|div|h[1-6]|[uo]l|li|span|center|table|td|blockquote|font|section|article)>|<br ?/?>`)
	isAddress   = regexp.MustCompile(`^https?://\S+$`)
)

// isPage reports a web page that does not begin as one.
func isPage(head []byte) bool {
	if bytes.IndexByte(head, '<') < 0 {
		return false
	}
	if head = withoutComment(head); html.Looks(head) {
		return true
	}
	if at := startOfPage(head); at > 0 {
		return insidePage.Match(head[at:])
	}
	return beginsPiece.Match(head) && len(closes.FindAllIndex(head, fewestClosed)) == fewestClosed
}

// withoutComment drops a comment with which a page begins if it is too long to look for the page behind it.
func withoutComment(raw []byte) []byte {
	if !bytes.HasPrefix(bytes.TrimLeft(raw, " \t\r\n"), []byte("<!--")) {
		return raw
	}
	if end := bytes.Index(raw, []byte("-->")); end > longComment {
		return bytes.TrimLeft(raw[end+len("-->"):], " \t\r\n")
	}
	return raw
}

// startOfPage gives where a page begins below something else, 0 if nothing stands above it or it is none.
func startOfPage(raw []byte) int {
	at := beginsPage.FindIndex(raw[:min(len(raw), abovePage)])
	if at == nil {
		return 0
	}
	return at[0] + bytes.IndexByte(raw[at[0]:], '<')
}

// unwrapPage gives a page without what stands above it, with the address and the encoding that are named there.
func unwrapPage(raw []byte) (page []byte, address, encoding string) {
	raw = withoutComment(raw)
	at := 0
	if !html.Looks(raw) {
		at = startOfPage(raw)
	}
	if at == 0 {
		return raw, "", ""
	}
	for line := range strings.Lines(string(raw[:at])) {
		line = strings.TrimSpace(line)
		if isAddress.MatchString(line) {
			address = line
		}
		if name, value, ok := strings.Cut(line, ":"); ok && strings.EqualFold(name, "content-type") {
			_, encoding, _ = strings.Cut(strings.ToLower(value), "charset=")
			encoding = strings.Trim(encoding, `"' ;`)
		}
	}
	return raw[at:], address, encoding
}
