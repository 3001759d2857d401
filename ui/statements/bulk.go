package statements

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/listing"
	"quotidian/ui/look"
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
	button := func(label string, act func()) *widget.Button {
		b := widget.NewButton(label, nil, act)
		b.Importance = fynewidget.LowImportance
		return b
	}
	v.same = button(say.T("Same"), v.Same)
	return container.NewHBox(button(say.T("Confirm"), v.Confirm), v.same, button(say.T("Reject"), v.Reject),
		button(say.T("Only these"), v.OnlyTicked), button(say.T("Untick"), v.untick))
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

// OnlyTicked narrows the list to the statements ticked.
func (v *View) OnlyTicked() {
	v.cancel()
	v.Model.Clear()
	v.Model.Pick(v.Ticked.IDs(), say.T("Only the statements that were ticked"))
	v.narrowed()
}

// Confirm settles that the statements are right, each for itself: what is confirmed together is one statement.
func (v *View) Confirm() {
	v.sure(1, v.hidden() > 0, question{title: say.T("Confirm these?"), yes: say.T("Confirm")}, func(targets []string) {
		all := make([]decision.Decision, len(targets))
		for i, id := range targets {
			all[i] = decision.Decision{Kind: decision.Confirm, Targets: []string{id}}
		}
		v.host.DecideAll(all, said(say.T("Confirmed"), targets))
	})
}

// Reject settles that the statements are not to be relied on.
func (v *View) Reject() {
	v.sure(1, v.hidden() > 0, question{title: say.T("Reject these?"), yes: say.T("Reject")}, func(targets []string) {
		v.host.Decide(decision.Decision{Kind: decision.Reject, Targets: targets}, said(say.T("Rejected"), targets))
	})
}

// Same settles that the statements ticked are one.
func (v *View) Same() {
	ask := question{title: say.T("Join these into one statement?"), yes: say.T("Join")}
	speakers := v.speakers()
	if len(speakers) > 1 {
		ask.remark = say.T("They have different speakers: %s.", strings.Join(speakers, ", "))
	}
	v.sure(2, len(speakers) > 1 || v.outOfSight(), ask, func(targets []string) {
		v.Become(ids(targets)...)
		v.host.Decide(decision.Decision{Kind: decision.Same, Targets: targets}, said(say.T("Joined"), targets))
	})
}

func said(done string, targets []string) string {
	return done + ": " + say.N(len(targets), "statement")
}

// question is what is asked about the statements ticked before something is settled about them.
type question struct{ title, yes, remark string }

// sure has act settle something about the statements ticked, or the one under the cursor, of which there must be at least
// some; they are no longer ticked then. Where a person cannot see all of them they are listed first, single ones can be
// left out, and what was asked about holds, whatever is ticked meanwhile.
func (v *View) sure(least int, ask bool, q question, act func(targets []string)) {
	targets := listing.Targets(v.Table)
	if len(targets) < least {
		v.host.Say(say.T("Tick the statements first: the space bar does it"))
		return
	}
	settle := func(targets []string) {
		v.Ticked.Clear()
		act(targets)
	}
	if !ask {
		settle(targets)
		return
	}
	v.host.ConfirmEach(q.title, q.yes, v.listed(least, q.remark, ids(targets)), func(kept []int) {
		some := make([]string, len(kept))
		for i, row := range kept {
			some[i] = targets[row]
		}
		settle(some)
	})
}

func ids(targets []string) []dossier.StatementID {
	out := make([]dossier.StatementID, len(targets))
	for i, t := range targets {
		out[i] = dossier.StatementID(t)
	}
	return out
}

var askColumns = []widget.Column{
	{Title: "Statement", Width: 220, Grow: 3},
	{Title: "Speaker", Width: 110, Grow: 1},
	{Title: "Outlets", Width: 110, Grow: 1},
	{Title: "First seen", Width: 84, Whole: true, Holds: say.LongestDay},
}

// listed shows statements with who said them, where and when, of which a person can leave some out.
func (v *View) listed(least int, remark string, all []dossier.StatementID) *widget.Checklist {
	rows := make([]dossier.StatementRow, len(all))
	for i, id := range all {
		if r := v.Model.Find(id); r != nil {
			rows[i] = *r
		}
	}
	where := func(r *dossier.StatementRow) []string {
		day := ""
		if r.First.Known() {
			day = say.Day(r.First.Time)
		}
		return []string{speakerName(r), Outlets(r.Outlets, r.Origins), day}
	}
	c := widget.NewChecklist(askColumns, len(rows), true, func(row, column int) widget.Cell {
		r := &rows[row]
		if column == 0 {
			return widget.Cell{Text: r.Text, Dot: look.Ink(look.Speaker(string(r.Speaker)))}
		}
		return widget.Cell{Text: where(r)[column-1]}
	})
	c.Least, c.Remark = least, remark
	c.Whole = func(row int) []widget.Run {
		return []widget.Run{{Text: rows[row].Text + "\n"}, {Text: strings.Join(where(&rows[row]), " · "), Ink: look.Muted}}
	}
	return c
}

// speakers are those of the statements ticked, each once, two of one name as two; groups called the same are one, as in the filters.
func (v *View) speakers() []string {
	var out []string
	for _, id := range v.Ticked.IDs() {
		r := v.Model.Find(id)
		if r == nil {
			continue
		}
		if who := v.Model.label(BySpeaker, v.Model.voice(r)); !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	return out
}

// outOfSight reports whether a statement that is ticked cannot be seen: it is hidden, or scrolled away.
func (v *View) outOfSight() bool {
	return slices.ContainsFunc(v.Ticked.IDs(), func(id dossier.StatementID) bool { return !v.Grid.InSight(v.Model.Index(id)) })
}
