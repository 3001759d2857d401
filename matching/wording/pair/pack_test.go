package pair

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"quotidian/matching/wording/canon"
)

// TestPack: what was packed is unpacked as it was, positions and directions included.
func TestPack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p Preparer
		var pack Pack
		var gists Gists
		var texts []*Text
		for range rapid.IntRange(1, 5).Draw(t, "texts") {
			s := rapid.OneOf(rapid.SampledFrom(probes), rapid.StringMatching(`([A-Z]?[a-z]{0,9}('s|n't|-five)?[ ,.“”"]{1,2}|[0-9]{1,7}(\.5)?[ %]){0,12}`), rapid.String()).Draw(t, "text")
			var names []canon.Name
			if len(s) > 4 && rapid.Bool().Draw(t, "named") {
				names = []canon.Name{{Start: 0, End: 3, ID: "kovel"}}
			}
			text := p.Prepare(s, names)
			texts = append(texts, text)
			pack.Add(text)
			gists.Add(text)
		}
		var got Text
		for i, want := range texts {
			pack.Text(&got, int32(i), want.Printed, gists.Vector(int32(i)))
			if d := cmp.Diff(want, &got, cmpopts.EquateNaNs(), cmpopts.EquateEmpty()); d != "" {
				t.Fatalf("%q (-packed +unpacked):\n%s", want.Printed, d)
			}
		}
	})
}
