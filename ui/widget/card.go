package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
)

// Card is a framed box around flowing content, with an optional bar of colour on its left.
type Card struct {
	fynewidget.BaseWidget
	content fyne.CanvasObject
	bar     fyne.ThemeColorName
	ground  *canvas.Rectangle
	edge    *canvas.Rectangle
	chosen  bool
	// OnTapped makes the card a button.
	OnTapped func()
}

const (
	cardPad = 10
	cardBar = 3
)

// NewCard frames content; bar names the colour at the left edge, "" for none.
func NewCard(bar fyne.ThemeColorName, content fyne.CanvasObject) *Card {
	c := &Card{content: content, bar: bar, ground: rectangle(look.Surface, 5), edge: rectangle("", 2)}
	c.ground.StrokeWidth = 1
	c.ExtendBaseWidget(c)
	return c
}

// Choose marks the card as the one that keys act upon.
func (c *Card) Choose(on bool) {
	c.chosen = on
	c.Refresh()
}

// Tapped implements fyne.Tappable.
func (c *Card) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// Inside is what the card frames.
func (c *Card) Inside() fyne.CanvasObject { return c.content }

// HeightFor implements Flowing.
func (c *Card) HeightFor(width float32) float32 {
	return heightFor(c.content, width-2*cardPad) + 2*cardPad
}

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{c}
	r.paint()
	return r
}

type cardRenderer struct{ c *Card }

func (r *cardRenderer) Destroy() {}
func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.ground, r.c.edge, r.c.content}
}

func (r *cardRenderer) MinSize() fyne.Size {
	return r.c.content.MinSize().AddWidthHeight(2*cardPad, 2*cardPad)
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.c.ground.Resize(size)
	place(r.c.edge, 1, 5, cardBar, size.Height-10)
	place(r.c.content, cardPad, cardPad, size.Width-2*cardPad, size.Height-2*cardPad)
}

func (r *cardRenderer) paint() {
	r.c.ground.FillColor, r.c.ground.StrokeColor = ink(look.Surface), ink(theme.ColorNameSeparator)
	if r.c.chosen {
		r.c.ground.StrokeColor = ink(theme.ColorNamePrimary)
	}
	r.c.edge.FillColor = ink(r.c.bar)
	r.c.edge.Hidden = r.c.bar == ""
}

func (r *cardRenderer) Refresh() {
	r.paint()
	r.Layout(r.c.Size())
	r.c.content.Refresh()
	canvas.Refresh(r.c)
}
