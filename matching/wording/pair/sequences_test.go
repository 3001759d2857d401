package pair

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSequencesAreOne: what short texts are measured by, a column in a number, is what texts of any length are.
func TestSequencesAreOne(t *testing.T) {
	var p Preparer
	x := NewMeter()
	words := strings.Fields("the dam will not fail and hold it said nine ships sailed on Monday harbour was safe")
	text := rapid.Custom(func(t *rapid.T) *Text {
		return p.Prepare(strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, Narrow).Draw(t, "words"), " "), nil)
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		x.m.Fill(a, b, x.table)
		if x.m.Same == nil && len(a.Words) > 0 { // a meter that has measured nothing yet has no columns for no words
			t.Fatalf("%d and %d words are not narrow", len(a.Words), len(b.Words))
		}
		if got, want := x.m.sequences(), x.wideSequences(a, b); got != want {
			t.Fatalf("%+v, want %+v", got, want)
		}
	})
}
