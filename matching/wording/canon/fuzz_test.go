package canon

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// FuzzScan: words come in order, do not overlap, lie on the edges of code points, and come back the same.
func FuzzScan(f *testing.F) {
	for _, s := range []string{
		"“We can't,” she said — twice: “4,000, 5m and twenty-five…”", "co-operate U.S. 3rd ’tis rock'n'roll it's", "Əliyev’s 99.9% 1,,2 ..", "one hundred and five a",
	} {
		f.Add(s, 3, 9)
	}
	f.Fuzz(func(t *testing.T, text string, begin, end int) {
		if !utf8.ValidString(text) {
			return
		}
		var names []Name
		if 0 <= begin && begin < end && end <= len(text) && utf8.RuneStart(text[begin]) && (end == len(text) || utf8.RuneStart(text[end])) {
			names = []Name{{begin, end, "id"}}
		}
		var s Scanner
		words := s.Scan(nil, text, names)
		last := int32(0)
		for _, w := range words {
			if w.Start < last || w.End <= w.Start || int(w.End) > len(text) {
				t.Fatalf("word [%d,%d) after %d in %q", w.Start, w.End, last, text)
			}
			if !utf8.RuneStart(text[w.Start]) || int(w.End) < len(text) && !utf8.RuneStart(text[w.End]) {
				t.Fatalf("word [%d,%d) cuts a character of %q", w.Start, w.End, text)
			}
			last = w.End
		}
		if d := cmp.Diff(words, s.Scan(nil, text, names), cmpopts.EquateNaNs()); d != "" {
			t.Errorf("another answer the second time:\n%s", d)
		}
	})
}

// FuzzStem: a stem is never longer than its word by more than a letter, and never empty.
func FuzzStem(f *testing.F) {
	for _, s := range []string{"generously", "skis", "yyy", "ies", "ing", "ization", "hopping"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, w string) {
		got := Stem([]byte(w))
		if len(w) > 0 && len(got) == 0 || len(got) > len(w)+1 {
			t.Errorf("Stem(%q) = %q", w, got)
		}
	})
}
