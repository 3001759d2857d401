package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Button is a button of a question. Fyne's own keeps every key but the space bar to itself, so that Escape does nothing
// where it has the focus; here Escape takes the question away and Return presses.
type Button struct {
	fynewidget.Button
	escape func()
}

// NewButton gives a button; icon may be nil.
func NewButton(label string, icon fyne.Resource, act, escape func()) *Button {
	b := &Button{escape: escape}
	b.Text, b.Icon, b.OnTapped = label, icon, act
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		b.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		b.Button.TypedKey(k)
	}
}
