package widget

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Button is a button for who works without a mouse. Fyne's own keeps every key but the space bar to itself: where Tab has
// led to it, Return does not press it, and neither Escape nor F1 nor the keys of the screen do anything. Here Return
// presses, and what is left goes to the window.
//
// Where the focus is, a ring says: Fyne lays a veil over the button, which on one of the first colour can hardly be told.
type Button struct {
	fynewidget.Button
	ring *canvas.Rectangle
}

// NewButton gives a button; icon may be nil.
func NewButton(label string, icon fyne.Resource, act func()) *Button {
	b := &Button{ring: canvas.NewRectangle(color.Transparent)}
	b.ring.StrokeWidth = ringWidth
	b.ring.Hide()
	b.Text, b.Icon, b.OnTapped = label, icon, act
	b.ExtendBaseWidget(b)
	return b
}

// ringWidth is that of the ring around a button with the focus, in points; it stands around it, with a gap of as much less one.
const ringWidth = 2

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() {
	b.ring.Show()
	b.Button.FocusGained()
}

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() {
	b.ring.Hide()
	b.Button.FocusLost()
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &ringed{b.Button.CreateRenderer(), b.ring}
	r.paint()
	return r
}

// ringed draws a button and its ring.
type ringed struct {
	fyne.WidgetRenderer
	ring *canvas.Rectangle
}

func (r *ringed) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.ring)
}

func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	place(r.ring, -ringWidth, -ringWidth, size.Width+2*ringWidth, size.Height+2*ringWidth)
}

func (r *ringed) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
}

func (r *ringed) paint() {
	r.ring.StrokeColor, r.ring.CornerRadius = ink(""), theme.InputRadiusSize()+ringWidth
	r.ring.Refresh()
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	default:
		PassKey(b, k)
	}
}

// TypedRune implements fyne.Focusable.
func (b *Button) TypedRune(r rune) {
	if r != ' ' {
		passRune(b, r)
	}
}

// Check is a box to tick for who works without a mouse (see [Button]).
type Check struct{ fynewidget.Check }

// NewCheck gives a box that is not ticked; changed is told whether it is.
func NewCheck(label string, changed func(on bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = label, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace: // comes as a letter too
	case fyne.KeyReturn, fyne.KeyEnter:
		c.SetChecked(!c.Checked)
	default:
		PassKey(c, k)
	}
}

// TypedRune implements fyne.Focusable.
func (c *Check) TypedRune(r rune) {
	if r == ' ' {
		c.Check.TypedRune(r)
		return
	}
	passRune(c, r)
}

// PassKey hands a key that an object has no use for to the window around it.
func PassKey(o fyne.CanvasObject, k *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}

// passRune does the same for a letter.
func passRune(o fyne.CanvasObject, r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}
