package contrast

import (
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
