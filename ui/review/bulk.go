package review

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/speakers"
	"quotidian/ui/widget"
)

// likely is the score from which pairs can be joined together after a look at a list. It is high on purpose: a wrong
// join hides a difference, a pair left over costs one key.
const likely = 0.9

// Likely gives the pairs that are very likely the same. Statements that contradict each other are none: a person
// looks at each.
func (m *Model) Likely() []dossier.Proposal {
	var out []dossier.Proposal
	for _, p := range m.list {
		if p.Score >= likely && !p.Disagrees() {
			out = append(out, p)
		}
	}
	return out
}

var likelyColumns = []widget.Column{
	{Title: "Is this", Width: 140, Grow: 1},
	{Title: "the same as this?", Width: 140, Grow: 1},
	{Title: "Likely", Width: 48, Right: true, Whole: true},
	{Title: "Quotes", Width: 60, Right: true, Whole: true, Spare: true},
}

// AskBulk lists the very likely pairs and joins those that a person leaves ticked. The least likely come first, because the
// wrong ones are among these.
func (v *View) AskBulk() {
	list := v.Model.Likely()
	if len(list) == 0 {
		v.host.Say(say.T("No pair is likelier than %.0f %%", 100*likely))
		return
	}
	slices.SortStableFunc(list, func(a, b dossier.Proposal) int { return cmp.Compare(a.Score, b.Score) })
	c := widget.NewChecklist(likelyColumns, len(list), true, func(row, column int) widget.Cell {
		p := &list[row]
		switch column {
		case 0:
			return widget.Cell{Text: p.NameA, Dot: barOf(p.Kind)}
		case 1:
			return widget.Cell{Text: p.NameB}
		case 2:
			return widget.Cell{Text: say.T("%.0f %%", 100*p.Score)}
		}
		return widget.Cell{Text: say.Number(p.Touches)}
	})
	c.Whole = func(row int) []widget.Run {
		p := &list[row]
		return append([]widget.Run{{Text: p.NameA}, {Text: "\n= ", Ink: look.Muted}, {Text: p.NameB}}, speakers.Reasons(p.Reasons)...)
	}
	v.host.ConfirmEach(say.T("Join %s?", say.N(len(list), "pair")), say.T("Join those ticked"), c, func(kept []int) {
		some := make([]dossier.Proposal, len(kept))
		for i, row := range kept {
			some[i] = list[row]
		}
		v.JoinAll(some)
	})
}

// JoinAll joins pairs, one decision each, so that each can be taken back alone.
func (v *View) JoinAll(list []dossier.Proposal) {
	all := make([]decision.Decision, len(list))
	for i := range list {
		all[i] = decision.Decision{Kind: decision.Same, Targets: []string{list[i].A, list[i].B}, Why: "very likely, joined with others after a look at the list"}
	}
	v.host.DecideAll(all, say.T("Joined: %s", say.N(len(all), "pair")))
}

// apart gives the decisions in force that keep pairs apart for good, the newest first.
func apart(log []decision.Decision) []decision.Decision {
	var out []decision.Decision
	for _, d := range slices.Backward(decision.Fold(log).Active) {
		if d.Kind == decision.Never {
			out = append(out, d)
		}
	}
	return out
}

// apartShown bounds the list of what is kept apart; the log holds all of it.
const apartShown = 50

// apart lists what is kept apart for good, each with a way to take that back.
func (v *View) apart() []fyne.CanvasObject {
	if len(v.Model.Apart) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{widget.NewLine(say.T("KEPT APART FOR GOOD: %d", len(v.Model.Apart)), widget.Section)}
	for _, d := range v.Model.Apart[:min(len(v.Model.Apart), apartShown)] {
		back := widget.NewButton(say.T("Take back"), nil, func() { v.host.Withdraw(d.Seq) })
		back.Importance = fynewidget.LowImportance
		parts = append(parts, widget.NewCard("", widget.Stack(4, widget.Prose(
			widget.Run{Text: say.Standing(d.Before)}, widget.Run{Text: "\n" + say.T("decided by %s on %s", d.Who, say.Day(d.When)), Ink: look.Muted}), widget.Wrap(0, back))))
	}
	return parts
}
