package ui

import (
	"fyne.io/fyne/v2"

	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// eachSize is that of a question about many, where the window has room.
var eachSize = fyne.NewSize(820, 560)

// ConfirmEach asks about many, of which a person can leave some out; act gets the rows that stay ticked. The list has the
// keys to begin with: Tab leads from it to the answer.
func (w *Window) ConfirmEach(title, yes string, list *widget.Checklist, act func(kept []int)) {
	list.Grid.OnKey = w.Key
	w.ask(box{
		title: title, yes: yes, no: say.T("Cancel"), body: list.Object(), size: eachSize, first: list.Grid.Keys(),
		wrong: list.Wrong, changes: func(ticked func()) { list.OnTick = ticked }, act: func() { act(list.Kept()) },
	})
}
