package contrast

import (
	"slices"
	"strings"
	"testing"

	"quotidian/matching/wording"
	"quotidian/ui/look"
)

func TestRuns(t *testing.T) {
	runs := Runs("", wording.Diff{{Op: wording.Same, A: "Some", B: "some"}, {Op: wording.Replaced, A: "800", B: "900"}, {Op: wording.Deleted, A: "guns"}, {Op: wording.Inserted, B: "rifles"}})
	struck, underlined, text := "", "", ""
	for _, r := range runs {
		text += r.Text
		switch {
		case r.Style.Strikethrough && r.Ground == look.Deleted:
			struck += r.Text + " "
		case r.Style.Underline && r.Ground == look.Inserted:
			underlined += r.Text + " "
		case r.Ground != "":
			t.Errorf("%q is marked by colour alone", r.Text)
		}
	}
	if struck != "800 guns " || underlined != "900 rifles " || text != "some 800 900 guns rifles" {
		t.Errorf("struck %q, underlined %q of %q", struck, underlined, text)
	}
	if got := Runs("as it stands", nil); len(got) != 1 || got[0].Text != "as it stands" {
		t.Errorf("without a diff: %v", got)
	}
}

// TestFolded: of a long cut its ends are left and how much is folded is said; a short one and a long insertion stay whole.
func TestFolded(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", 20))
	diff := wording.Diff{{Op: wording.Deleted, A: long}, {Op: wording.Same, A: "we stay", B: "we stay"}, {Op: wording.Inserted, B: long}}
	var texts []string
	for _, r := range Folded("", diff) {
		if strings.TrimSpace(r.Text) != "" {
			texts = append(texts, r.Text)
		}
	}
	want := []string{"word word word word", "… 12 more words left out …", "word word word word", "we stay", long}
	if !slices.Equal(texts, want) {
		t.Errorf("%q, want %q", texts, want)
	}
}
