package history

import (
	"testing"

	"quotidian/dossier/decision"
)

func TestEntriesShowWhatHolds(t *testing.T) {
	got := entries([]decision.Decision{
		{Seq: 1, Kind: decision.Confirm}, {Seq: 2, Kind: decision.Rename, Value: "Ilse Brandt"}, {Seq: 3, Kind: decision.Undo, Of: 1},
	}, nil)
	want := []struct {
		text   string
		struck bool
		holds  bool
	}{{"taken back #1: confirmed", false, false}, {"renamed: Ilse Brandt", false, true}, {"confirmed", true, false}}
	for i, w := range want {
		c := got[i].what()
		if c.Text != w.text || c.Style.Strikethrough != w.struck || got[i].inForce != w.holds {
			t.Errorf("%d: %q, struck %v, in force %v", i, c.Text, c.Style.Strikethrough, got[i].inForce)
		}
	}
}
