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

// HeightFor implements Flowing.
func (p *Panel) HeightFor(width float32) float32 { return heightFor(p.content, width) }

// Refresh implements fyne.Widget.
func (p *Panel) Refresh() {
	p.ground.paint(p.colour)
	p.BaseWidget.Refresh()
}

// Inspector puts a column at the right of a page, with a line between. Both stand on the ground of the window, which
// costs nothing to paint. The column has a width for text of the normal size, and grows with the text; where that were
// more than its share of the room it gives up to a quarter of it away.
func Inspector(main, side fyne.CanvasObject, width float32) fyne.CanvasObject {
	return container.New(&beside{width}, main, Dock(nil, nil, fynewidget.NewSeparator(), nil, side))
}

// beside lays out a page and the column beside it.
type beside struct{ width float32 }

// columnShare is the most of the room that a column takes, unless that is less than columnLeast of its width.
const (
	columnShare = 1. / 3
	columnLeast = 0.75
)

func (b *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	main, side := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(main.Width+b.width, max(main.Height, side.Height))
}

func (b *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(grown(b.width), max(grown(b.width)*columnLeast, size.Width*columnShare))
	place(objects[0], 0, 0, size.Width-width, size.Height)
	place(objects[1], size.Width-width, 0, width, size.Height)
}

// Queue puts a list at the left of what is chosen in it, with a line between. The list has a width for text of the normal size
// or a third of the room, whatever is more; where what is chosen would have less than it needs at least, the list is left out.
func Queue(list, chosen fyne.CanvasObject, width, least float32) fyne.CanvasObject {
	return container.New(&queue{width, least}, Dock(nil, nil, nil, fynewidget.NewSeparator(), list), chosen)
}

type queue struct{ width, least float32 }

func (q *queue) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

func (q *queue) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := max(grown(q.width), size.Width*columnShare)
	if size.Width-width < grown(q.least) {
		width = 0
	}
	if both := width > 0; both != objects[0].Visible() {
		if both {
			objects[0].Show()
		} else {
			objects[0].Hide()
		}
	}
	place(objects[0], 0, 0, width, size.Height)
	place(objects[1], width, 0, size.Width-width, size.Height)
}

// Sidebar puts a column of entries (see [Nav]) at the left of everything else, with a line between. Where text is large and
// the window is not, the entries show their icons alone.
func Sidebar(side, main fyne.CanvasObject) fyne.CanvasObject {
	return container.New(sidebar{}, Dock(nil, nil, nil, fynewidget.NewSeparator(), side), main)
}

type sidebar struct{}

// The widths of the column, and of the window below which it is narrow, in points for text of the normal size.
const (
	sidebarWide   = 176
	sidebarNarrow = 52
	windowNarrow  = 960
)

func (sidebar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	main := objects[1].MinSize()
	return fyne.NewSize(main.Width+grown(sidebarNarrow), max(main.Height, objects[0].MinSize().Height))
}

func (sidebar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := grown(sidebarWide)
	if size.Width < grown(windowNarrow) {
		width = grown(sidebarNarrow)
	}
	place(objects[0], 0, 0, width, size.Height)
	place(objects[1], width, 0, size.Width-width, size.Height)
}

// grown is a width that was chosen for text of the normal size, for text of the size a person chose.
func grown(width float32) float32 { return width * max(1, theme.TextSize()/look.NormalText) }

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
