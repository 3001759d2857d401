package token

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func cut(text string) []string {
	var out []string
	for _, t := range Scan(nil, text) {
		out = append(out, t.In(text))
	}
	return out
}

func TestScan(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Norland's army didn't move.", "Norland|'s|army|didn't|move|."},
		{"“It can take time,” she said.", "“|It|can|take|time|,|”|she|said|."},
		{"The U.S. sent 4,400 men and 99.9% left.", "The|U.S.|sent|4,400|men|and|99.9|%|left|."},
		{"Gen. A. Orlo told the Kavari-led talks…", "Gen.|A.|Orlo|told|the|Kavari-led|talks|…"},
		{"plan b. Then", "plan|b|.|Then"},
		{"the ministers' plan", "the|ministers|'|plan"},
		{"well--or so... he said", "well|--|or|so|...|he|said"},
		{"Rock & Co. and AT&T", "Rock|&|Co.|and|AT&T"},
		{"lay\u00a0down", "lay|down"},
		{"P1.1 billion, Sh2,500m or US3.5. Q1: 5", "P1.1|billion|,|Sh2,500m|or|US3.5|.|Q1|:|5"},
	} {
		if diff := cmp.Diff(strings.Split(c.want, "|"), cut(c.text)); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

// TestMeasures: the signs of feet and inches are no quotation marks, and quotation marks behind numbers are no such signs.
func TestMeasures(t *testing.T) {
	for _, c := range []struct {
		text  string
		marks int
	}{
		{`"He's 6'5", and I am 5' 11"," he said`, 2},
		{"“He’s 6’4” and hangs,” she said", 2},
		{`"A 12" single of 1997," he said`, 2},
		{"'It is 6' tall and 14'' wide'", 2},
		{`"Class of 83" by Orlo, "Vision 2030" and "of 97" tall`, 6},
		{`It was a "Top 40" single. "Yes, a 12" single," she said`, 4},
		{"It was a “Top 40” single. “Yes, a 12” single and a 7” single,” she said", 4},
		{"It was a “Top 40” single.\n\nHe said: “Sad”", 4},
		{"'He left in 97' said Orlo of the '90s", 3},
		{`"It was 2012"`, 2},
	} {
		n := 0
		for _, k := range Scan(nil, c.text) {
			if k.Kind == Mark {
				n++
			}
		}
		if n != c.marks {
			t.Errorf("%s: %d marks, want %d", c.text, n, c.marks)
		}
	}
}

func TestScanFlags(t *testing.T) {
	toks := Scan(nil, "NATO said\nnext\n\nThird")
	if !toks[0].Has(Capital|Upper|Paragraph) || !toks[2].Has(Line) || toks[2].Has(Paragraph) || !toks[3].Has(Paragraph) {
		t.Errorf("flags: %+v", toks)
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"", "a.b.c.", "'s", "’s ’s", "U.S.A", "\xff\xfe", "“”", "I. am", "日本語。", "a\u00adb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, k := range Scan(nil, text) {
			if int(k.Start) < last || k.End <= k.Start || int(k.End) > len(text) {
				t.Fatalf("token %+v after %d in %q", k, last, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(k.In(text)) {
				t.Fatalf("token %+v cuts a code point of %q", k, text)
			}
			last = int(k.End)
		}
	})
}

func BenchmarkScan(b *testing.B) {
	text := strings.Repeat("The minister said that “nothing has changed” since the Norland talks of 4 May, an aide told reporters. ", 30)
	b.SetBytes(int64(len(text)))
	var toks []Token
	for b.Loop() {
		toks = Scan(toks[:0], text)
	}
}
