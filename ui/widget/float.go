package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Float is a card of a fixed width that lies over a screen.
type Float struct {
	fynewidget.BaseWidget

	width   float32
	content fyne.CanvasObject
	ground  *canvas.Rectangle
}

const floatPad = 14

// NewFloat gives a card around flowing content.
func NewFloat(width float32, content fyne.CanvasObject) *Float {
	f := &Float{width: width, content: content, ground: rectangle(theme.ColorNameMenuBackground, 6)}
	f.ground.StrokeWidth = 1
	f.ExtendBaseWidget(f)
	return f
}

// Tapped implements fyne.Tappable, so that taps do not reach what lies below.
func (f *Float) Tapped(*fyne.PointEvent) {}

// CreateRenderer implements fyne.Widget.
func (f *Float) CreateRenderer() fyne.WidgetRenderer {
	r := &floatRenderer{f}
	r.paint()
	return r
}

type floatRenderer struct{ f *Float }

func (r *floatRenderer) Destroy() {}
func (r *floatRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.f.ground, r.f.content}
}

func (r *floatRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.f.width, heightFor(r.f.content, r.f.width-2*floatPad)+2*floatPad)
}

func (r *floatRenderer) Layout(size fyne.Size) {
	r.f.ground.Resize(size)
	place(r.f.content, floatPad, floatPad, size.Width-2*floatPad, size.Height-2*floatPad)
}

func (r *floatRenderer) paint() {
	r.f.ground.FillColor, r.f.ground.StrokeColor = ink(theme.ColorNameMenuBackground), ink(theme.ColorNamePrimary)
}

func (r *floatRenderer) Refresh() {
	r.paint()
	r.Layout(r.f.Size())
	r.f.content.Refresh()
	canvas.Refresh(r.f)
}

// BottomRight lays its only object at the bottom right of the space above it, at its least size.
func BottomRight(o fyne.CanvasObject) *fyne.Container { return container.New(bottomRight{}, o) }

type bottomRight struct{}

func (bottomRight) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (bottomRight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		s := o.MinSize()
		place(o, size.Width-s.Width-24, size.Height-s.Height-44, s.Width, s.Height)
	}
}
