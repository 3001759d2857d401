// Package tour is a short walk through the screens on the sample dossier: a card at the bottom that says what is in
// sight and leads on. It blocks nothing; whoever wants to try something on the way does so.
package tour

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Step is one stop: what it shows, and the command that brings it into sight.
type Step struct{ Title, Text, Command string }

// Steps are the stops of the tour.
func Steps() []Step {
	return []Step{
		{say.T("Who said what"), say.T("Every statement found in the sample articles, each once, however many outlets carried it. Type to search; a tap on a value at the right narrows the list."), "view.statements"},
		{say.T("In whose words"), say.T("One statement: each wording held against the first, what was changed and how grave that is, when each outlet printed it, and the sentences around it."), "tour.statement"},
		{say.T("Where it stands"), say.T("The article as it was read. Quotes lie on the colour of their speaker; the column at the right says why, and lets you overrule it."), "tour.reader"},
		{say.T("You decide"), say.T("Pairs that are perhaps the same wait here: one key each; d lists those that contradict each other, in a number perhaps. What you settle holds for tomorrow's articles, stands in the log, and can be undone."), "view.review"},
		{say.T("Check what you write"), say.T("Open or paste a draft: each quote in it is held against everything printed."), "view.draft"},
		{say.T("Now yours"), say.T("Import your own articles into a dossier of your own. F1 shows all keys, Ctrl+K finds every command."), "view.statements"},
	}
}

// Tour is the card with the stop it has reached.
type Tour struct {
	Object fyne.CanvasObject
	// Ended is told when the tour is over, with whether its last stop was reached.
	Ended func(whole bool)

	steps []Step
	at    int
	run   func(command string)
	body  *fyne.Container
}

// Start begins at the first stop; run carries out the command of each.
func Start(run func(command string), ended func(whole bool)) *Tour {
	t := &Tour{steps: Steps(), run: run, Ended: ended, body: widget.Stack(8)}
	t.Object = widget.NewFloat(430, t.body)
	t.show()
	return t
}

// At is the number of the stop, from 0.
func (t *Tour) At() int { return t.at }

// Next goes on; after the last stop the tour ends.
func (t *Tour) Next() {
	if t.at == len(t.steps)-1 {
		t.Ended(true)
		return
	}
	t.at++
	t.show()
}

// Back goes to the stop before.
func (t *Tour) Back() {
	t.at = max(0, t.at-1)
	t.show()
}

func (t *Tour) show() {
	s := t.steps[t.at]
	t.run(s.Command)
	next := widget.NewButton(say.T("Next"), nil, t.Next)
	next.Importance = fynewidget.HighImportance
	back := widget.NewButton(say.T("Back"), nil, t.Back)
	end := widget.NewButton(say.T("End the tour"), nil, func() { t.Ended(false) })
	end.Importance = fynewidget.LowImportance
	if t.at == 0 {
		back.Hide()
	}
	if t.at == len(t.steps)-1 {
		next.SetText(say.T("Begin"))
		end.Hide()
	}
	t.body.Objects = []fyne.CanvasObject{
		widget.NewLine(say.T("Tour, %d of %d", t.at+1, len(t.steps)), widget.Small),
		widget.Prose(widget.Run{Text: s.Title, Style: fyne.TextStyle{Bold: true}, Size: theme.SizeNameSubHeadingText}, widget.Run{Text: "\n" + s.Text}),
		widget.Wrap(6, next, back, end),
	}
	t.Object.Refresh()
}
