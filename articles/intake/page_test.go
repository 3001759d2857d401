package intake

import (
	"strings"
	"testing"
)

// TestPagesAsTheyCame: a page is one whatever stands above it, and none of that is its text; what only speaks of tags is a text.
func TestPagesAsTheyCame(t *testing.T) {
	const (
		story = "<p>The gates of the dam above Selk were opened before dawn, Sanna Orlo said.</p><p>“We had no choice,” said Ivo Varga of the ministry.</p>"
		whole = "<html><head><title>Gates open | Selk Courier</title></head><body><h1>Gates open</h1>" + story + "</body></html>"
		piece = "<h1>Gates open</h1><div>" + story + "</div>"
	)
	for name, page := range map[string]string{
		"styles":        "<style>a{}</style>" + piece,
		"a heading":     "<h2>Gates open</h2>" + story,
		"a span":        "<span class=\"a\">Selk</span>" + piece,
		"centred":       "<center><b>Gates open</b></center>" + piece,
		"a list":        "<ul><li>Home</li><li>News</li></ul>" + piece,
		"an answer":     "HTTP/2 301\r\nlocation: https://selk.example/1\r\n\r\nHTTP/2 200\r\ncontent-type: text/html; charset=utf-8\r\n\r\n" + whole,
		"a notice":      "<br />\n<b>Notice</b>: Undefined index: a in x.php on line <b>3</b><br />\n" + whole,
		"an address":    "https://selk.example/1\n\n<!DOCTYPE html>\n" + whole,
		"a long remark": "<!--" + strings.Repeat("x", 9000) + "-->\n" + whole,
		"long and bare": "<!--" + strings.Repeat("x", 9000) + "-->\n" + "<h2>Gates open</h2>" + story,
	} {
		got := told([]byte(page))
		if !strings.Contains(got, "The gates of the dam above Selk were opened before dawn, Sanna Orlo said. “We had no choice,” said Ivo Varga of the ministry.") ||
			strings.ContainsAny(got, "<>") || strings.Contains(got, "charset") || strings.Contains(got, "Undefined") || strings.Contains(got, "xxx") {
			t.Errorf("%s: %s", name, got)
		}
	}
	for name, text := range map[string]string{
		"of tags":    "Orlo's first page\n\nIt began with <html> and ended with </html>, she said. “There was a <body> and no <head>.”\n",
		"one tag":    "<b>Gates open</b>\n\nThe gates were opened before dawn, Sanna Orlo said.\n",
		"a sign":     "<3 says Selk to its dam, which was opened before dawn, Sanna Orlo said.\n",
		"a fragment": "It reads\n<html>\nand nothing more, said Varga of the page that the ministry had ordered in May.\n",
	} {
		if got := told([]byte(text)); !strings.Contains(got, strings.Join(strings.Fields(text), " ")) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestUnwrapPage(t *testing.T) {
	page, address, encoding := unwrapPage([]byte("https://selk.example/1\nContent-Type: text/html; charset=\"windows-1251\"\n\n<html><head>"))
	if string(page) != "<html><head>" || address != "https://selk.example/1" || encoding != "windows-1251" {
		t.Errorf("%s, %s, %s", page, address, encoding)
	}
	if page, address, encoding = unwrapPage([]byte("\xef\xbb\xbf<html>\n<html>")); string(page) != "\xef\xbb\xbf<html>\n<html>" || address+encoding != "" {
		t.Errorf("%q, %s, %s", page, address, encoding)
	}
}
