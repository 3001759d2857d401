package text

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRead(t *testing.T) {
	a, err := Read([]byte("\xef\xbb\xbfGates open\r\n\r\n“We did it,” she said.\r\n"))
	if err != nil || a.Text != "Gates open\n\n“We did it,” she said.\n" || a.Encoding != "utf-8" || a.Format != "text" {
		t.Errorf("%+v, %v", a, err)
	}
	for _, blank := range []string{"", "\xef\xbb\xbf", " \r\n\t\u00a0\n"} {
		if a, err := Read([]byte(blank)); !errors.Is(err, ErrEmpty) {
			t.Errorf("%q: %+v, %v", blank, a, err)
		}
	}
}

// TestLabels: a block of labelled lines says what the article is and is none of its words.
func TestLabels(t *testing.T) {
	const body = "“We did it,” she said.\n\nNote: the gates stay open.\n"
	for name, c := range map[string]struct{ text, want string }{
		"labels":             {"Title: Gates open\nSource: Harbour Post\nDate: 4 May 2031\nAuthor: Ida Lund\n\n" + body, "Gates open|Harbour Post|2031-05-04|Ida Lund"},
		"markdown":           {"---\ntitle: \"Gates open\"\noutlet: Harbour Post\ntags:\n  - gates\nmood: fair\ndate: 2031-05-04T08:00:00Z\n---\n" + body, "Gates open|Harbour Post|2031-05-04T08:00:00Z|"},
		"bold":               {"**Headline:** Gates open\n**Published:** 2031-05-04\n\n" + body, "Gates open||2031-05-04|"},
		"one label alone":    {"Title: Gates open\n\n" + body, "|||"},
		"an interview":       {"Post: Why now?\nLund: We had no choice.\n\n" + body, "|||"},
		"no blank line":      {"Title: Gates open\nDate: 2031-05-04\n" + body, "|||"},
		"an open fence":      {"---\ntitle: Gates open\ndate: 2031-05-04\n" + body, "|||"},
		"a date that is odd": {"Title: Gates open\nDate: soon\n\n" + body, "Gates open|||"},
	} {
		a, err := Read([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join([]string{a.Title, a.Outlet.Name, a.Published.String(), a.Byline}, "|")
		taken := c.want != "|||"
		if got != c.want || taken != (a.Text == body) || !taken && a.Text != c.text {
			t.Errorf("%s: %s\n%s", name, got, a.Text)
		}
	}
	if a, err := Read([]byte("Title: Gates open\nDate: 2031-05-04\n\n \n")); err != nil || a.Text == "" {
		t.Errorf("nothing but labels: %+v, %v", a, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("a\r\nb"))
	f.Add([]byte("\xff\xfe \x00a\x00"))
	f.Add([]byte("---\ntitle: a\ndate: 2031-01-01\n---\nb"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := Read(raw)
		if (a == nil) == (err == nil) {
			t.Fatal("neither an article nor a reason, or both")
		}
		if a != nil && (!utf8.ValidString(a.Text) || strings.Contains(a.Text, "\r")) {
			t.Fatalf("%q", a.Text)
		}
	})
}
