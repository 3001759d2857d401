package dossier

import (
	"testing"

	"quotidian/matching/wording"
)

// TestGuarded: two wordings that make a rule fail are shown whole, with that said, and the program goes on.
func TestGuarded(t *testing.T) {
	a, b := wording.Quote{Text: "five ships"}, wording.Quote{Text: "two of the five ships"}
	got, failed := guarded(a, b, func() wording.Comparison { panic("index out of range") })
	if !failed || len(got.Changes) != 1 || got.Changes[0].Note != uncompared || got.Diff[0].A != a.Text || got.Diff[0].B != b.Text {
		t.Errorf("%v, %+v", failed, got)
	}
	got, failed = guarded(a, b, func() wording.Comparison { return wording.Compare(a, b) })
	if failed || len(got.Changes) == 0 || got.Changes[0].Kind != wording.Number {
		t.Errorf("%v, %+v", failed, got)
	}
}
