package widget

import (
	"strings"
	"testing"
	"unicode/utf8"

	"quotidian/ui/look"
)

func text(runs []Run) string {
	s := ""
	for _, r := range runs {
		s += r.Text
	}
	return s
}

func TestProseIsCutAndSaysSo(t *testing.T) {
	short := []Run{{Text: "a"}, {Text: "b\nc", Ground: look.Marked}}
	if got := cutRuns(short, 100); len(got) != 2 || text(got) != "ab\nc" {
		t.Errorf("%+v", got)
	}
	got := cutRuns([]Run{{Text: "əə"}, {Text: strings.Repeat("ə", 10), Ground: look.Marked}, {Text: "zz"}}, 5)
	if want := "əəəəə … 9 more characters, see the article"; text(got) != want || got[1].Ground != look.Marked {
		t.Errorf("%q, want %q", text(got), want)
	}
	lines := text(cutRuns([]Run{{Text: strings.Repeat("line\n", 10000)}}, proseMost))
	if n := strings.Count(lines, "\n"); n > 100 {
		t.Errorf("%d lines", n)
	}
}

func FuzzCutRuns(f *testing.F) {
	f.Add("abc", "d\ne", 4)
	f.Fuzz(func(t *testing.T, a, b string, most int) {
		got := text(cutRuns([]Run{{Text: a}, {Text: b}}, most))
		kept, _, cut := strings.Cut(got, " … ")
		if !strings.HasPrefix(a+b, kept) && !strings.Contains(a+b, " … ") {
			t.Fatalf("%q is not the beginning of %q", kept, a+b)
		}
		if cut && most > 0 && utf8.RuneCountInString(kept) > most && !strings.Contains(a+b, " … ") {
			t.Fatalf("%d characters kept of %d", utf8.RuneCountInString(kept), most)
		}
	})
}
