package rtf

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"marks by control words":     {`{\rtf1\ansi\ldblquote We have it,\rdblquote  she said\emdash twice.}`, "“We have it,” she said—twice."},
		"marks by code page":         {`{\rtf1\ansi\ansicpg1252 It\'92s \'93done\'94.}`, "It’s “done”."},
		"marks by unicode":           {`{\rtf1\uc1 \u8220?We\u8221? and \u8217\'92s}`, "“We” and ’s"},
		"a font of another page":     {`{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}{\f1\'c8\'eb\'fc\'ea\'e0} {\f0 caf\'e9}}`, "Илька café"},
		"surrogates":                 {`{\rtf1\uc0 a\u-10179\u-8704 b}`, "a😀b"},
		"half a pair":                {`{\rtf1\uc0 The gates \u-10179 were open\u-8704 she said}`, "The gates \ufffdwere open\ufffdshe said"},
		"no substitutes":             {`{\rtf1\uc0\u1048\u1083 x}`, "Илx"},
		"two substitutes":            {`{\rtf1\uc2\u1048\'c8\'c8 x}`, "И x"},
		"paragraphs and lines":       {"{\\rtf1 a\\par\n\\par b\\line c\\tab d}", "a\n\nb\nc\td"},
		"escapes":                    {`{\rtf1 a\{b\}\\c\~d\_e\-f}`, "a{b}\\c\u00a0d\u2011ef"},
		"skipped destinations":       {`{\rtf1{\stylesheet{\s0 Normal;}}{\*\generator x;}{\pict 0102}{\header h}{\footnote f}text}`, "text"},
		"fields":                     {`{\rtf1 {\field{\*\fldinst HYPERLINK "http://a.example"}{\fldrslt the link}} ends}`, "the link ends"},
		"hidden and deleted":         {`{\rtf1 a{\v hidden}b\v x\v0 c{\deleted d}e}`, "abce"},
		"text in a box":              {`{\rtf1 a\par{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt box\par}}{\shprslt{\*\do box}}}{\header{\shp{\*\shpinst{\shptxt h}}}}b}`, "a\n\nbox\n\nb"},
		"two halves of a name":       {`{\rtf1{\upr{\author x}{\*\ud{\title Gates}}}text}`, "text"},
		"binary":                     {"{\\rtf1 a\\bin3 {{{b}", "ab"},
		"cut off":                    {`{\rtf1 a{\b b`, "ab"},
		"a minus sign":               {`{\rtf1 a\b-b}`, "a-b"},
		"shift-jis":                  {`{\rtf1\ansi\ansicpg932 \'83\'5a\'83\'8b}`, "セル"},
		"text after the last brace":  {`{\rtf1 a}b`, "a"},
		"a backslash before the end": {"{\\rtf1 a\\", "a"},
	} {
		a, err := Read([]byte(c.in))
		if err != nil || a.Text != c.want {
			t.Errorf("%s: %+v, %v; want %q", name, a, err, c.want)
		}
	}
}

func TestReadDescribes(t *testing.T) {
	a, err := Read([]byte(`{\rtf1{\info{\title Gates open}{\author Ilka S\'f8rensdotter}{\operator x}}text}`))
	if err != nil || a.Title != "Gates open" || a.Byline != "Ilka Sørensdotter" {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestReadRefuses(t *testing.T) {
	for in, want := range map[string]error{
		`{\rtf1{\pict 01}}`: ErrEmpty, "no rtf": ErrNot, `{\rtf1` + strings.Repeat("{", 2000): ErrDeep,
	} {
		if a, err := Read([]byte(in)); !errors.Is(err, want) {
			t.Errorf("%.20q: %+v, %v", in, a, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"rich.rtf", "nexisuni.rtf", "factiva.rtf"} {
		raw, err := os.ReadFile("../intake/testdata/formats/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte(`{\rtf1\uc0\u-10179\u-8704{\upr{a}{\*\ud b}}\bin9 \'`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := Read(raw)
		if (a == nil) == (err == nil) {
			t.Fatal("neither an article nor a reason, or both")
		}
		if a != nil && (!utf8.ValidString(a.Text+a.Title+a.Byline) || strings.TrimSpace(a.Text) == "") {
			t.Fatalf("%+q", a.Text)
		}
		if again, _ := Read(raw); a != nil && *again != *a {
			t.Fatal("read twice, read differently")
		}
	})
}
