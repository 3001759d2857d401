package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Toast is a message in a strip of its own with at most one thing to do about it. It blocks nothing and covers nothing:
// what is above it gets smaller while it is there. The owner hides it after a while.
type Toast struct {
	fynewidget.BaseWidget
	// OnChange is told when the strip came, went, or may need another height.
	OnChange func()

	ground *canvas.Rectangle
	text   *FlowText
	said   string
	button *Button
	act    func()
}

// NewToast gives a hidden toast.
func NewToast() *Toast {
	t := &Toast{ground: rectangle(theme.ColorNameMenuBackground, 0), text: Prose(), OnChange: func() {}}
	t.button = NewButton("", nil, func() {
		t.Hide()
		if t.act != nil {
			t.act()
		}
	})
	t.button.Importance = fynewidget.HighImportance
	t.ExtendBaseWidget(t)
	t.BaseWidget.Hide()
	return t
}

// Say shows a message; label and act make the button, no label no button.
func (t *Toast) Say(message, label string, act func()) {
	t.said = message
	t.text.SetRuns([]Run{{Text: OneLine(message, toastMost)}})
	t.act = act
	t.button.SetText(label)
	t.button.Hidden = label == ""
	t.Show()
	t.Refresh()
	t.OnChange()
}

// toastMost is the most characters of a message: some three lines.
const toastMost = 400

// Hide takes the strip away.
func (t *Toast) Hide() {
	if t.Visible() {
		t.BaseWidget.Hide()
		t.OnChange()
	}
}

// Text is the message shown last.
func (t *Toast) Text() string { return t.said }

// The air around text and button of the strip.
const (
	toastPad  = 6
	toastLeft = 14
)

// beside is the room that the button takes at the right, with the air around it.
func (t *Toast) beside() float32 {
	if t.button.Hidden {
		return toastLeft
	}
	return t.button.MinSize().Width + 3*toastPad
}

// HeightFor implements Flowing.
func (t *Toast) HeightFor(width float32) float32 {
	return max(t.text.HeightFor(width-toastLeft-t.beside()), t.button.MinSize().Height) + 2*toastPad
}

// CreateRenderer implements fyne.Widget.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	return &toastRenderer{t, container.NewWithoutLayout(t.text, t.button)}
}

type toastRenderer struct {
	t    *Toast
	body *fyne.Container
}

func (r *toastRenderer) Destroy() {}
func (r *toastRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.t.ground, r.body}
}

func (r *toastRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120+r.t.beside(), r.t.button.MinSize().Height+2*toastPad)
}

func (r *toastRenderer) Layout(size fyne.Size) {
	r.t.ground.Resize(size)
	r.body.Resize(size)
	width := size.Width - toastLeft - r.t.beside()
	height := r.t.text.HeightFor(width)
	place(r.t.text, toastLeft, (size.Height-height)/2, width, height)
	button := r.t.button.MinSize()
	place(r.t.button, size.Width-button.Width-toastPad, (size.Height-button.Height)/2, button.Width, button.Height)
}

func (r *toastRenderer) Refresh() {
	r.t.ground.FillColor, r.t.ground.StrokeColor, r.t.ground.StrokeWidth = ink(theme.ColorNameMenuBackground), ink(theme.ColorNamePrimary), 1
	r.Layout(r.t.Size())
	r.body.Refresh()
	canvas.Refresh(r.t)
}
