package review

import (
	"slices"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// cardWidth is the widest a card grows, in points: names to compare should stand close to each other.
const cardWidth = 900

// likely is the score from which pairs can be joined together after a look at samples. It is high on purpose: a wrong
// join hides a difference, a pair left over costs one key.
const likely = 0.9

// samplesShown is how many of the pairs a person sees before joining all.
const samplesShown = 8

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

// Samples picks pairs evenly from the least likely to the likeliest, the least likely first, because the wrong ones
// are among these.
func Samples(list []dossier.Proposal, n int) []dossier.Proposal {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b dossier.Proposal) int {
		switch {
		case a.Score < b.Score:
			return -1
		case a.Score > b.Score:
			return 1
		}
		return 0
	})
	if len(sorted) <= n {
		return sorted
	}
	out := make([]dossier.Proposal, n)
	for i := range out {
		out[i] = sorted[i*(len(sorted)-1)/(n-1)]
	}
	return out
}

// AskBulk shows samples of the very likely pairs and joins all of them when a person says so.
func (v *View) AskBulk() {
	list := v.Model.Likely()
	if len(list) == 0 {
		v.host.Say(say.T("No pair is likelier than %.0f %%", 100*likely))
		return
	}
	samples := Samples(list, samplesShown)
	parts := []fyne.CanvasObject{widget.Prose(widget.Run{
		Text: say.T("%s at %.0f %% or more. Some of them, the least likely first:", say.N(len(list), "pair"), 100*likely), Ink: look.Muted,
	})}
	for i := range samples {
		p := &samples[i]
		parts = append(parts, widget.NewCard(barOf(p.Kind), widget.Prose(
			widget.Run{Text: short(p.NameA) + "  =  " + short(p.NameB)}, widget.Run{Text: "  " + say.T("%.0f %% likely", 100*p.Score), Ink: look.Muted})))
	}
	v.host.Confirm(say.T("Join %s?", say.N(len(list), "pair")), say.T("Join all"), widget.Stack(6, parts...), func() { v.JoinAll(list) })
}

// JoinAll joins pairs, one decision each, so that each can be taken back alone.
func (v *View) JoinAll(list []dossier.Proposal) {
	for i := range list {
		p := &list[i]
		v.host.Decide(decision.Decision{Kind: decision.Same, Targets: []string{p.A, p.B}, Why: "very likely, joined with others after a look at samples"}, say.T("Same: %s", pair(p)))
	}
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
			widget.Run{Text: d.Before}, widget.Run{Text: "\n" + say.T("decided by %s on %s", d.Who, say.Day(d.When)), Ink: look.Muted}), widget.Wrap(0, back))))
	}
	return parts
}
