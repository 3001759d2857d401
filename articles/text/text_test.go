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

func FuzzRead(f *testing.F) {
	f.Add([]byte("a\r\nb"))
	f.Add([]byte("\xff\xfe \x00a\x00"))
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
