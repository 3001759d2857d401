package statements

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier/decision"
	"quotidian/ui/listing"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{
	{"Space", "tick the statement"},
	{"a", "tick all that are shown, or none"},
	{"c", "confirm the statements ticked, or the one selected"},
	{"s", "the statements ticked are the same"},
	{"e", "reject the statements ticked, or the one selected"},
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	switch r {
	case 'a':
		v.TickAll()
	case 'c':
		v.Confirm()
	case 's':
		v.Same()
	case 'e':
		v.Reject()
	}
}

func (v *View) bulkBar() *fyne.Container {
	button := func(label string, act func()) fyne.CanvasObject {
		b := widget.NewButton(label, nil, act)
		b.Importance = fynewidget.LowImportance
		return b
	}
	return container.NewHBox(button(say.T("Confirm"), v.Confirm), button(say.T("Same"), v.Same), button(say.T("Reject"), v.Reject), button(say.T("Untick"), v.untick))
}

// tickMost bounds how many statements one decision is about: what nobody looks through nobody decides.
const tickMost = 500

// TickAll ticks all statements shown, or unticks all when some are.
func (v *View) TickAll() {
	if v.Ticked.Len() == 0 && v.Model.Len() > tickMost {
		v.host.Say(say.T("Narrow the list first: more than %d statements are shown", tickMost))
		return
	}
	v.TickShown()
	v.show()
}

func (v *View) untick() {
	v.Ticked.Clear()
	v.show()
}

// Confirm settles that the statements are right, each for itself: what is confirmed together is one statement.
func (v *View) Confirm() {
	targets := v.targets(1)
	all := make([]decision.Decision, len(targets))
	for i, id := range targets {
		all[i] = decision.Decision{Kind: decision.Confirm, Targets: []string{id}}
	}
	if len(all) > 0 {
		v.host.DecideAll(all, said(say.T("Confirmed"), targets))
	}
}

// Reject settles that the statements are not to be relied on.
func (v *View) Reject() { v.decide(decision.Reject, 1, say.T("Rejected")) }

// Same settles that the statements ticked are one.
func (v *View) Same() {
	v.Become(v.Ticked.IDs()...)
	v.decide(decision.Same, 2, say.T("Joined"))
}

// decide settles one thing about all targets, of which there must be at least some.
func (v *View) decide(kind decision.Kind, least int, done string) {
	if targets := v.targets(least); len(targets) > 0 {
		v.host.Decide(decision.Decision{Kind: kind, Targets: targets}, said(done, targets))
	}
}

func said(done string, targets []string) string {
	return done + ": " + say.N(len(targets), "statement")
}

// targets are the statements that a decision is about, which are no longer ticked then; none, and that is said, where they
// are too few.
func (v *View) targets(least int) []string {
	targets := listing.Targets(v.Table)
	if len(targets) < least {
		v.host.Say(say.T("Tick the statements first: the space bar does it"))
		return nil
	}
	v.Ticked.Clear()
	return targets
}
