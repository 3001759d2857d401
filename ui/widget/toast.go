package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Toast is a message at the bottom of the window with at most one thing to do about it. It blocks nothing; the
// owner hides it after a while.
type Toast struct {
	fynewidget.BaseWidget
	ground *canvas.Rectangle
	text   *Line
	button *Button
	act    func()
}

// NewToast gives a hidden toast.
func NewToast() *Toast {
	t := &Toast{ground: rectangle(theme.ColorNameMenuBackground, 5), text: NewLine("", Face{})}
	t.button = NewButton("", nil, func() {
		t.Hide()
		if t.act != nil {
			t.act()
		}
	})
	t.button.Importance = fynewidget.HighImportance
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// Say shows a message; label and act make the button, no label no button.
func (t *Toast) Say(message, label string, act func()) {
	t.text.SetText(message)
	t.act = act
	t.button.SetText(label)
	t.button.Hidden = label == ""
	t.Show()
	t.Refresh()
}

// Text is the message shown last.
func (t *Toast) Text() string { return t.text.Text() }

// CreateRenderer implements fyne.Widget.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	return &toastRenderer{t, container.NewBorder(nil, nil, nil, container.NewCenter(t.button), t.text)}
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
	w := fyne.MeasureText(r.t.text.full, theme.TextSize(), fyne.TextStyle{}).Width + 40
	if !r.t.button.Hidden {
		w += r.t.button.MinSize().Width + 10
	}
	return fyne.NewSize(min(w, 640), r.t.button.MinSize().Height+12)
}

func (r *toastRenderer) Layout(size fyne.Size) {
	r.t.ground.Resize(size)
	place(r.body, 14, 6, size.Width-22, size.Height-12)
}

func (r *toastRenderer) Refresh() {
	r.t.ground.FillColor, r.t.ground.StrokeColor, r.t.ground.StrokeWidth = ink(theme.ColorNameMenuBackground), ink(theme.ColorNamePrimary), 1
	r.Layout(r.t.Size())
	r.body.Refresh()
	canvas.Refresh(r.t)
}

// BottomCentre lays its only object at the bottom centre of the space above it, at its least size.
func BottomCentre(o fyne.CanvasObject) *fyne.Container { return container.New(bottomCentre{}, o) }

type bottomCentre struct{}

func (bottomCentre) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
func (bottomCentre) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		s := o.MinSize()
		place(o, (size.Width-s.Width)/2, size.Height-s.Height-14, s.Width, s.Height)
	}
}
