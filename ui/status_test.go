package ui

import (
	"testing"

	"quotidian/ui/look"
)

// TestLeadGoesOnceThere: a message that leads to a screen is gone once the screen is in sight, whichever way; another
// message stays.
func TestLeadGoesOnceThere(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Do("view.import")
	k.lead("3 added", "Show statements", k.Statements)
	k.Do("view.log")
	if !k.toast.Visible() {
		t.Error("the message is gone before its screen is there")
	}
	k.Do("view.statements")
	if k.toast.Visible() {
		t.Error("the message stays on the screen that it leads to")
	}
	k.lead("3 added", "Show statements", k.Statements)
	k.say("Renamed", "Undo", func() {})
	k.Do("view.log")
	k.Do("view.statements")
	if !k.toast.Visible() {
		t.Error("a message that leads nowhere is gone")
	}
}

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
