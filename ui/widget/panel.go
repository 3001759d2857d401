package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
)

// Panel puts a coloured ground behind an object; the colour follows the theme.
type Panel struct {
	fynewidget.BaseWidget
	colour  fyne.ThemeColorName
	ground  *ground
	content fyne.CanvasObject
}

// NewPanel gives a panel.
func NewPanel(colour fyne.ThemeColorName, content fyne.CanvasObject) *Panel {
	p := &Panel{colour: colour, ground: newGround(colour, 0), content: content}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(container.NewStack(p.ground.picture, p.content))
}

// Refresh implements fyne.Widget.
func (p *Panel) Refresh() {
	p.ground.paint(p.colour)
	p.BaseWidget.Refresh()
}

// Inspector puts a column of fixed width at the right of a page, with a line between. Both stand on the ground of the
// window, which costs nothing to paint.
func Inspector(main, side fyne.CanvasObject, width float32) fyne.CanvasObject {
	return Dock(nil, nil, nil, Dock(nil, nil, fynewidget.NewSeparator(), nil, Fixed(width, side)), main)
}

// Fixed gives an object a width of its own.
func Fixed(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&fixedWidth{width}, o)
}

type fixedWidth struct{ width float32 }

func (f *fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(grown(f.width), h)
}

// grown is a width that was chosen for text of the normal size, for text of the size a person chose.
func grown(width float32) float32 { return width * max(1, theme.TextSize()/look.NormalText) }

func (f *fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// Empty is what a page shows when it has nothing to show: what that means and what to do next.
func Empty(title, hint string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	text := Prose(Run{Text: title + "\n\n", Style: fyne.TextStyle{Bold: true}, Size: theme.SizeNameSubHeadingText},
		Run{Text: hint, Ink: theme.ColorNamePlaceHolder})
	return container.New(&centred{width: 440}, Stack(14, text, Wrap(8, actions...)))
}

// centred lays flowing content of a fixed width in the upper middle.
type centred struct{ width float32 }

func (c *centred) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 120) }
func (c *centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		w := min(c.width, size.Width-20)
		h := heightFor(o, w)
		place(o, (size.Width-w)/2, max(10, (size.Height-h)/3), w, h)
	}
}
