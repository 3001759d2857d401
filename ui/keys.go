package ui

import (
	"fyne.io/fyne/v2"

	"quotidian/ui/command"
)

// shortcuts hands keys that no widget wanted to the screen in sight. Shortcuts with a modifier reach the main
// menu before any widget sees them.
func (w *Window) shortcuts() {
	w.Fyne.Canvas().SetOnTypedKey(w.Key)
	w.Fyne.Canvas().SetOnTypedRune(w.Rune)
}

// Key acts on a key that a widget did not want: a command's, Escape, or one of the screen in sight.
func (w *Window) Key(k *fyne.KeyEvent) {
	if w.plainKey(k) {
		return
	}
	switch {
	case k.Name == fyne.KeyEscape:
		w.escape()
		return
	case w.covered():
		if f := w.regainQuestion(); f != nil {
			f.TypedKey(k)
		}
		return
	}
	if f := w.regain(); f != nil {
		f.TypedKey(k) // and, where it has no use for it, back here
	} else if s, ok := w.current.(keyed); ok {
		s.TypedKey(k)
	}
}

// regain gives the keys back to what takes them on the screen in sight: a click on a button, or on a text beside the
// list, takes them away. It gives nil where nothing had to be done.
func (w *Window) regain() fyne.Focusable {
	f := w.current.Focus()
	if f == nil || f == w.Fyne.Canvas().Focused() {
		return nil
	}
	w.Fyne.Canvas().Focus(f)
	if f != w.Fyne.Canvas().Focused() {
		return nil
	}
	return f
}

// plainKey runs the command of a key that needs no modifier, such as F1.
func (w *Window) plainKey(k *fyne.KeyEvent) bool {
	c := command.ByKey(w.Commands, k.Name)
	if c != nil {
		c.Run()
	}
	return c != nil
}

// escape undoes the least: the question that is open, the toast, the tour, the search, what else narrows the list or is ticked in it, and on a
// page that was opened from a list the way there. On a list itself there is nothing more to leave.
func (w *Window) escape() {
	list, searched := w.current.(searcher)
	less, ok := w.current.(lesser)
	switch {
	case w.covered():
		w.Dismiss()
	case w.EndMessage():
	case searched && list.Query() != "":
		w.EndSearch()
	case ok && less.Less():
	case w.current == screen(w.Statement), w.current == screen(w.Reader):
		w.Back()
	}
}

// EndMessage takes away the message, else the tour, and reports whether there was either: it is what Escape takes before a search,
// also while the cursor is in the line of one.
func (w *Window) EndMessage() bool {
	switch {
	case w.toast.Visible():
		w.toast.Hide()
	case w.tour != nil:
		w.tour.Ended(false)
	default:
		return false
	}
	return true
}

// Rune acts on a letter typed where no text is edited.
func (w *Window) Rune(r rune) {
	switch {
	case w.covered():
		if f := w.regainQuestion(); f != nil {
			f.TypedRune(r)
		}
		return
	case r == '/':
		w.Do("edit.find")
		return
	case r == '?':
		w.Do("help.keys")
		return
	}
	if f := w.regain(); f != nil {
		f.TypedRune(r)
	} else if s, ok := w.current.(runed); ok {
		s.TypedRune(r)
	}
}

// Do runs a command by its ID.
func (w *Window) Do(id string) {
	if c := command.Find(w.Commands, id); c != nil {
		c.Run()
	}
}
