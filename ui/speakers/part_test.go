package speakers

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"quotidian/dossier"
	"quotidian/dossier/decision"
)

// TestPart: ticks hold while the list is narrowed, and what leaves is named as widely as it can be.
func TestPart(t *testing.T) {
	test.NewTempApp(t)
	p := NewPart([]dossier.Mention{
		{Ref: "mention:1/orlo", Wide: "name:orlo", Name: "Orlo"},
		{Ref: "mention:2/ana orlo", Wide: "name:ana orlo", Name: "Ana Orlo"},
		{Ref: "mention:3/orlo", Wide: "name:orlo", Name: "Orlo"},
		{Ref: "mention:3/someone", Name: "someone"},
	})
	if p.Wrong() == nil {
		t.Error("nothing is ticked, and that is fine")
	}
	p.Grid.OnTick(0)
	p.Find("some")
	p.ToggleShown()
	p.Find("")
	if diff := cmp.Diff([]decision.Decision{{Kind: decision.Split, Targets: []string{"mention:1/orlo", "mention:3/someone"}}}, p.Decisions()); diff != "" || p.Wrong() != nil {
		t.Error(p.Wrong(), diff)
	}
	p.Grid.OnTick(2)
	p.Call(" Ana Orlo (diver) ")
	refs := []string{"name:orlo", "mention:3/someone"}
	want := []decision.Decision{{Kind: decision.Split, Targets: refs, Value: "Ana Orlo (diver)"}}
	if diff := cmp.Diff(want, p.Decisions()); diff != "" {
		t.Error(diff)
	}
	p.ToggleShown()
	if p.Wrong() == nil {
		t.Error("nothing stays, and that is fine")
	}
	if p.ToggleShown(); len(p.Kept()) != 0 {
		t.Errorf("%d ticked", len(p.Kept()))
	}
}
