package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/command"
)

// question is what lies over the screen and waits for an answer.
type question interface {
	// Dismiss takes it away without one.
	Dismiss()
}

// answered forgets a question that went away.
func (w *Window) answered(q question) {
	w.questions = slices.DeleteFunc(w.questions, func(open question) bool { return open == q })
}

// ask shows a dialog over the screen. Escape takes it away as its button for No does. As long as any is open, keys and
// commands that are meant for the screen behind it do nothing: nobody decides what cannot be seen.
func (w *Window) ask(d dialog.Dialog, size fyne.Size) {
	w.questions = append(w.questions, d)
	d.SetOnClosed(func() { w.answered(d) })
	if !size.IsZero() {
		d.Resize(size)
	}
	d.Show()
}

// covered says whether something lies over the screen in sight and waits for an answer.
func (w *Window) covered() bool { return w.Fyne.Canvas().Overlays().Top() != nil }

// dismiss takes the newest question away without an answer.
func (w *Window) dismiss() {
	if n := len(w.questions); n > 0 {
		w.questions[n-1].Dismiss()
	}
}

// free are the commands that make sense also while a question is open: what is being typed can be taken back, and the
// program be left.
var free = map[string]bool{"edit.undo": true, "edit.redo": true, "file.close": true, "file.quit": true}

// held makes commands wait for the answer to a question that is open.
func (w *Window) held(all []*command.Command) []*command.Command {
	for _, c := range all {
		if run := c.Run; !free[c.ID] {
			c.Run = func() {
				if !w.covered() {
					run()
				}
			}
		}
	}
	return all
}

// line is a line of text in a question; Escape in it takes the question away.
type line struct {
	fynewidget.Entry
	escape func()
}

func (w *Window) newLine(text string) *line {
	e := &line{escape: w.dismiss}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	e.CursorColumn = len([]rune(text)) // whoever types goes on
	return e
}

// TypedKey implements fyne.Focusable.
func (e *line) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.escape()
		return
	}
	e.Entry.TypedKey(k)
}
