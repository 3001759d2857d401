package ui

import (
	"testing"

	"quotidian/ui/look"
)

// TestJobsMoveNothing: the way to cancel a job comes and goes in a line that keeps its height.
func TestJobsMoveNothing(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	before := k.body.Size()
	k.status.begin("Reading…", func() {})
	k.Fyne.Content().Refresh()
	if !k.status.cancel.Visible() || k.body.Size() != before {
		t.Errorf("under way: %v, before: %v", k.body.Size(), before)
	}
	k.status.end()
	k.Fyne.Content().Refresh()
	if k.body.Size() != before {
		t.Errorf("after: %v, before: %v", k.body.Size(), before)
	}
}
