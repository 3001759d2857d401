package html

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLaidOut(t *testing.T) {
	for _, c := range []struct{ name, text, page, want string }{
		{"blank lost behind bold", "SummaryThe ferry sank.", "Summary The ferry sank.", "Summary The ferry sank."},
		{"block put before an inline element", "They paid\n\nbeforethe ferry sank.", "They paid before the ferry sank.", "They paid before the ferry sank."},
		{"blocks lost", "The ferry sank. Nobody was hurt.", "Menu\n\nThe ferry sank.\n\nNobody was hurt.\n\nImprint", "The ferry sank.\n\nNobody was hurt."},
		{
			"left out between", "The ferry sank on its way to Oxmere. Nobody was hurt, the harbour says.",
			"The ferry sank on its way to Oxmere.\n\nRead also: The pier\n\nNobody was hurt, the harbour says.",
			"The ferry sank on its way to Oxmere.\n\nNobody was hurt, the harbour says.",
		},
		{
			"title has the heading too", "The ferry sank off the long pier\n\nNobody was hurt when it went down.",
			"The ferry sank off the long pier - Herald\n\nHome\n\nThe ferry sank off the long pier\n\nNobody was hurt when it went down.",
			"The ferry sank off the long pier\n\nNobody was hurt when it went down.",
		},
		{
			"caption ends as the heading does", "4. Asking about the ferry\n\nThe harbour master was asked first.",
			"4. Asking about the ferry\n\nThe mayor on asking about the ferry\n\nThe harbour master was asked first.",
			"4. Asking about the ferry\n\nThe harbour master was asked first.",
		},
		{"not on the page", "Nothing of this\n\nstands there.", "The ferry sank.", "Nothing of this\n\nstands there."},
		{"one line end", "a line\nanother", "a line\nanother", "a line\nanother"},
		{"nothing", "", "The ferry sank.", ""},
	} {
		if got := laidOut(c.text, c.page); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestLaidOutWords: whatever the page, no letter of the text is lost, added or moved, and a text that is the page, or one
// of its blocks, comes out as the page has it.
func TestLaidOutWords(t *testing.T) {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "ferry", "sank", "the", "harbour", "says", "é", "“no”", "sank.", "\u00ad"}), 1, 60)
	gaps := rapid.SampledFrom([]string{" ", "\n", "\n\n", ""})
	rapid.Check(t, func(t *rapid.T) {
		laid := func(name string) string {
			var b strings.Builder
			for i, w := range words.Draw(t, name) {
				if i > 0 {
					b.WriteString(gaps.Draw(t, "gap"))
				}
				b.WriteString(w)
			}
			return b.String()
		}
		text, page := laid("text"), laid("page")
		if got := laidOut(text, page); strings.Join(strings.Fields(got), "") != strings.Join(strings.Fields(text), "") {
			t.Fatalf("%q laid out as %q gives %q", text, page, got)
		}
		if got := laidOut(strings.Join(strings.Fields(page), " "), page); got != page {
			t.Fatalf("%q laid out as itself gives %q", page, got)
		}
	})
}

func TestReadKeepsBlanks(t *testing.T) {
	const body = "The ferry sank in the night, and the harbour was closed until the morning while divers looked for a leak."
	a, err := Read([]byte("<html><body><article><h1>Ferry</h1><p>" + body + "</p><blockquote><strong>Summary</strong> Divers found <em>nothing </em>that " +
		"explains it.</blockquote><p><strong>What next.</strong> " + body + "</p></article></body></html>"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Summary Divers found nothing that explains it.", "What next. The ferry"} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("%q is not in %q", want, a.Text)
		}
	}
}
