package widget

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"":                    "",
		"plain":               "plain",
		"a\nb\tc":             "a b c",
		"nul\x00":             "nul[U+0000]",
		"esc\x1b[31m":         "esc[U+001B][31m",
		"a\u202egnp.exe":      "a[U+202E]gnp.exe",
		"zero\u200bwidth":     "zero[U+200B]width",
		"soft\u00adhyphen":    "softhyphen",
		"bad\xff":             "bad\ufffd",
		"kept\ufffd":          "kept\ufffd",
		"kept\ufffd\x00":      "kept\ufffd[U+0000]",
		"می\u200cخواهم":       "می\u200cخواهم",
		"👨\u200d👩":            "👨\u200d👩",
		"Əliyev, Gəncə, їжак": "Əliyev, Gəncə, їжак",
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOneLine(t *testing.T) {
	if got := OneLine("  twelve\nwords ", 300); got != "twelve words" {
		t.Errorf("%q", got)
	}
	if got := OneLine(strings.Repeat("ə", 400), 300); utf8.RuneCountInString(got) != 301 || !strings.HasSuffix(got, "…") {
		t.Errorf("cut to %d runes", utf8.RuneCountInString(got))
	}
}

// FuzzVisible: what is drawn is valid UTF-8 without any character that hides or reorders, and showing it again
// changes nothing.
func FuzzVisible(f *testing.F) {
	for _, s := range []string{"a\x00b", "\u202e", "\xff\xfe", "plain", "\ufffd\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := Visible(s)
		if !utf8.ValidString(v) {
			t.Fatalf("%q gave invalid %q", s, v)
		}
		for _, r := range v {
			if r != '\u200c' && r != '\u200d' && (unicode.Is(unicode.Cf, r) || unicode.IsControl(r)) {
				t.Fatalf("%q left %U", s, r)
			}
		}
		if Visible(v) != v {
			t.Fatalf("%q is not stable", v)
		}
	})
}
