package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Tag is what a badge shows: a short word on a ground, "" for none. The word carries the meaning, the ground its weight.
type Tag struct {
	Text        string
	Ground, Ink fyne.ThemeColorName
}

// badgePad is the space left and right of a badge's word.
const badgePad = 5

// badge is a drawn tag: two objects that grid rows reuse while scrolling.
type badge struct {
	ground *ground
	text   *canvas.Text
}

func newBadge() *badge {
	b := &badge{ground: newGround("", 3), text: canvas.NewText("", ink(""))}
	b.hide()
	return b
}

func (b *badge) hide() {
	b.ground.picture.Hide()
	b.text.Hide()
}

// show draws a tag and gives its size.
func (b *badge) show(t Tag) fyne.Size {
	b.ground.picture.Hidden = t.Ground == ""
	b.ground.paint(t.Ground)
	b.text.Color = ink(t.Ink)
	b.text.Text, b.text.TextSize = t.Text, theme.CaptionTextSize()
	b.text.Show()
	b.text.Refresh()
	return t.size()
}

// size is that of the tag drawn.
func (t Tag) size() fyne.Size {
	return fyne.MeasureText(t.Text, theme.CaptionTextSize(), fyne.TextStyle{}).AddWidthHeight(2*badgePad, 2)
}

func (b *badge) place(x, y float32, size fyne.Size) {
	place(b.ground.picture, x, y, size.Width, size.Height)
	place(b.text, x+badgePad, y+1, size.Width-2*badgePad, size.Height-2)
}

// Badge is a tag as a widget of its own, for cards and inspectors.
type Badge struct {
	fynewidget.BaseWidget
	tag  Tag
	draw *badge
}

// NewBadge gives a badge.
func NewBadge(t Tag) *Badge {
	b := &Badge{tag: t, draw: newBadge()}
	b.draw.show(t)
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel implements fyne.Accessible.
func (b *Badge) AccessibilityLabel() string { return b.tag.Text }

// AccessibilityRole implements fyne.Accessible.
func (b *Badge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer { return &badgeRenderer{b} }

type badgeRenderer struct{ b *Badge }

func (r *badgeRenderer) Destroy() {}
func (r *badgeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.draw.ground.picture, r.b.draw.text}
}
func (r *badgeRenderer) MinSize() fyne.Size    { return r.b.tag.size() } // asked for in every frame, so it draws nothing
func (r *badgeRenderer) Layout(size fyne.Size) { r.b.draw.place(0, 0, size) }
func (r *badgeRenderer) Refresh() {
	r.b.draw.show(r.b.tag)
	canvas.Refresh(r.b)
}
