package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Toast is a message in a strip of its own with what can be done about it, if anything. It blocks nothing and covers nothing:
// what is above it gets smaller while it is there. The owner hides it after a while.
type Toast struct {
	fynewidget.BaseWidget
	// OnChange is told when the strip came, went, or may need another height.
	OnChange func()

	ground *canvas.Rectangle
	text   *FlowText
	said   string
	// buttons are as many as a message ever had, those of this one first. They stand in row.
	buttons []*Button
	offers  []Offer
	row     *fyne.Container
}

// Offer is something that can be done about a message or a question.
type Offer struct {
	Label string
	Do    func()
}

// NewToast gives a hidden toast.
func NewToast() *Toast {
	t := &Toast{ground: rectangle(theme.ColorNameMenuBackground, 0), text: Prose(), OnChange: func() {}}
	t.row = container.NewHBox()
	t.addButton()
	t.ExtendBaseWidget(t)
	t.BaseWidget.Hide()
	return t
}

// Say shows a message with a button for each offer that has a label.
func (t *Toast) Say(message string, offers ...Offer) {
	t.said = message
	t.text.SetRuns([]Run{{Text: OneLine(message, toastMost)}})
	t.offers = slices.DeleteFunc(offers, func(o Offer) bool { return o.Label == "" })
	for len(t.buttons) < len(t.offers) {
		t.addButton()
	}
	for i, b := range t.buttons {
		if b.Hidden = i >= len(t.offers); !b.Hidden {
			b.SetText(t.offers[i].Label)
		}
	}
	t.Show()
	t.Refresh()
	t.OnChange()
}

// addButton makes room for one more offer. The first one is what most people want.
func (t *Toast) addButton() {
	i := len(t.buttons)
	b := NewButton("", nil, func() {
		t.Hide()
		if do := t.offers[i].Do; do != nil {
			do()
		}
	})
	if i == 0 {
		b.Importance = fynewidget.HighImportance
	}
	t.buttons = append(t.buttons, b)
	t.row.Add(b)
}

// toastMost is the most characters of a message: some three lines.
const toastMost = 400

// Press does what the i-th button does.
func (t *Toast) Press(i int) { t.buttons[i].OnTapped() }

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

// beside is the room that the buttons take at the right, with the air around them.
func (t *Toast) beside() float32 {
	if len(t.offers) == 0 {
		return toastLeft
	}
	return t.row.MinSize().Width + 3*toastPad
}

// HeightFor implements Flowing.
func (t *Toast) HeightFor(width float32) float32 {
	return max(t.text.HeightFor(width-toastLeft-t.beside()), t.buttons[0].MinSize().Height) + 2*toastPad
}

// CreateRenderer implements fyne.Widget.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	return &toastRenderer{t, container.NewWithoutLayout(t.text, t.row)}
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
	return fyne.NewSize(120+r.t.beside(), r.t.buttons[0].MinSize().Height+2*toastPad)
}

func (r *toastRenderer) Layout(size fyne.Size) {
	r.t.ground.Resize(size)
	r.body.Resize(size)
	width := size.Width - toastLeft - r.t.beside()
	height := r.t.text.HeightFor(width)
	place(r.t.text, toastLeft, (size.Height-height)/2, width, height)
	row := r.t.row.MinSize()
	place(r.t.row, size.Width-row.Width-toastPad, (size.Height-row.Height)/2, row.Width, row.Height)
}

func (r *toastRenderer) Refresh() {
	r.t.ground.FillColor, r.t.ground.StrokeColor, r.t.ground.StrokeWidth = ink(theme.ColorNameMenuBackground), ink(theme.ColorNamePrimary), 1
	r.Layout(r.t.Size())
	r.body.Refresh()
	canvas.Refresh(r.t)
}
