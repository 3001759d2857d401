package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
)

// Link is one station of a chain: who, and in which part ("speaker", "agency").
type Link struct{ Name, Part string }

// Chain draws how words travelled: from who said them through whoever passed them on to who printed them.
type Chain struct {
	fynewidget.BaseWidget
	links []Link
}

const (
	chainGap  = 26 // between two stations, holding the arrow
	chainPadX = 8
	chainPadY = 3
)

// NewChain gives a chain; the first link is the origin.
func NewChain(links ...Link) *Chain {
	c := &Chain{links: links}
	c.ExtendBaseWidget(c)
	return c
}

// HeightFor implements Flowing.
func (c *Chain) HeightFor(width float32) float32 { return c.lay(width, nil) }

// AccessibilityLabel implements fyne.Accessible.
func (c *Chain) AccessibilityLabel() string {
	label := ""
	for i, l := range c.links {
		if i > 0 {
			label += ", "
		}
		label += l.Part + " " + l.Name
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (c *Chain) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (c *Chain) CreateRenderer() fyne.WidgetRenderer { return &chainRenderer{c: c} }

type chainRenderer struct {
	c       *Chain
	objects []fyne.CanvasObject
}

func (r *chainRenderer) Destroy()                     {}
func (r *chainRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *chainRenderer) MinSize() fyne.Size           { return fyne.NewSize(120, r.c.lay(r.c.Size().Width, nil)) }

func (r *chainRenderer) Layout(size fyne.Size) {
	r.objects = r.objects[:0]
	r.c.lay(size.Width, func(o fyne.CanvasObject) { r.objects = append(r.objects, o) })
}

func (r *chainRenderer) Refresh() {
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

// lay places the stations in lines no wider than width, hands the objects to add, and gives the height.
func (c *Chain) lay(width float32, add func(fyne.CanvasObject)) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for i, l := range c.links {
		s := newStation(l)
		if i > 0 && x+chainGap+s.size.Width > width && width > 0 {
			x, y = 0, y+line+4
		}
		if i > 0 {
			if add != nil {
				arrow(x, y+s.size.Height/2, add)
			}
			x += chainGap
		}
		if add != nil {
			s.place(x, y, add)
		}
		x += s.size.Width
		line = s.size.Height
	}
	return y + line
}

// station is the drawing of one link.
type station struct {
	part, name *canvas.Text
	size       fyne.Size
}

func newStation(l Link) *station {
	s := &station{part: canvas.NewText(l.Part, ink(look.Muted)), name: canvas.NewText(OneLine(l.Name, 40), ink(theme.ColorNameForeground))}
	s.part.TextSize, s.name.TextSize = theme.CaptionTextSize(), theme.TextSize()
	a, b := s.part.MinSize(), s.name.MinSize()
	s.size = fyne.NewSize(max(a.Width, b.Width)+2*chainPadX, a.Height+b.Height+2*chainPadY)
	return s
}

func (s *station) place(x, y float32, add func(fyne.CanvasObject)) {
	ground := rectangle(look.Slight, 4)
	place(ground, x, y, s.size.Width, s.size.Height)
	a, b := s.part.MinSize(), s.name.MinSize()
	place(s.part, x+chainPadX, y+chainPadY, a.Width, a.Height)
	place(s.name, x+chainPadX, y+chainPadY+a.Height, b.Width, b.Height)
	add(ground)
	add(s.part)
	add(s.name)
}

// arrow is drawn, not written: the bundled font draws "→ " with a replacement mark behind it.
func arrow(x, y float32, add func(fyne.CanvasObject)) {
	tip := fyne.NewPos(x+chainGap-5, y)
	for _, from := range []fyne.Position{{X: x + 5, Y: y}, {X: tip.X - 5, Y: y - 4}, {X: tip.X - 5, Y: y + 4}} {
		l := canvas.NewLine(ink(look.Muted))
		l.StrokeWidth = 1.5
		l.Position1, l.Position2 = from, tip
		add(l)
	}
}
