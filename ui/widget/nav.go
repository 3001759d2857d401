package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
)

// Nav is one entry of the sidebar: an icon, a name, a count.
type Nav struct {
	fynewidget.BaseWidget
	name, count string
	icon        fyne.Resource
	act         func()
	on, hovered bool
	calls       bool // the count asks for attention
}

var _ desktop.Hoverable = (*Nav)(nil)

// NewNav gives an entry.
func NewNav(name string, icon fyne.Resource, act func()) *Nav {
	n := &Nav{name: name, icon: icon, act: act}
	n.ExtendBaseWidget(n)
	return n
}

// Set shows whether the entry is the one in sight, and its count; calls marks a count that waits for somebody.
func (n *Nav) Set(on bool, count string, calls bool) {
	n.on, n.count, n.calls = on, count, calls
	n.Refresh()
}

// Count is the count shown.
func (n *Nav) Count() string { return n.count }

// Tapped implements fyne.Tappable.
func (n *Nav) Tapped(*fyne.PointEvent) { n.act() }

// MouseIn implements desktop.Hoverable.
func (n *Nav) MouseIn(*desktop.MouseEvent) { n.hovered = true; n.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (n *Nav) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (n *Nav) MouseOut() { n.hovered = false; n.Refresh() }

// AccessibilityLabel implements fyne.Accessible.
func (n *Nav) AccessibilityLabel() string { return n.name + " " + n.count }

// AccessibilityRole implements fyne.Accessible.
func (n *Nav) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (n *Nav) CreateRenderer() fyne.WidgetRenderer {
	r := &navRenderer{n: n, ground: rectangle("", 4), icon: canvas.NewImageFromResource(n.icon), name: canvas.NewText(n.name, nil), count: newBadge()}
	r.paint()
	return r
}

type navRenderer struct {
	n      *Nav
	ground *canvas.Rectangle
	icon   *canvas.Image
	name   *canvas.Text
	count  *badge
	tag    Tag       // that the badge shows where there is room
	size   fyne.Size // of the badge
}

func (r *navRenderer) Destroy() {}
func (r *navRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon, r.name, r.count.ground.picture, r.count.text}
}

func (r *navRenderer) MinSize() fyne.Size {
	return fyne.NewSize(grown(sidebarNarrow), theme.TextSize()*2.3)
}

// Layout implements fyne.WidgetRenderer: the name, and a count that calls nobody, only where there is room for both.
func (r *navRenderer) Layout(size fyne.Size) {
	const edge, gap = 12, 8
	icon := grown(17)
	place(r.ground, 4, 1, size.Width-8, size.Height-2)
	place(r.icon, edge, (size.Height-icon)/2, icon, icon)
	name := r.name.MinSize()
	r.name.Hidden = edge+icon+gap+name.Width > size.Width
	place(r.name, edge+icon+gap, (size.Height-name.Height)/2, name.Width, name.Height)
	left, right := edge+icon+gap+name.Width, size.Width-edge
	if r.name.Hidden {
		left, right = edge+icon, size.Width-4
	}
	if r.n.count == "" || right-r.size.Width < left || r.name.Hidden && !r.n.calls {
		r.count.hide()
		return
	}
	r.count.show(r.tag)
	r.count.place(right-r.size.Width, (size.Height-r.size.Height)/2, r.size)
}

func (r *navRenderer) paint() {
	r.ground.FillColor = ink(theme.ColorNameSelection)
	if !r.n.on {
		r.ground.FillColor = ink(theme.ColorNamePressed)
	}
	r.ground.Hidden = !r.n.on && !r.n.hovered
	r.icon.Resource = theme.NewThemedResource(r.n.icon)
	r.name.Color, r.name.TextSize, r.name.TextStyle = ink(""), theme.TextSize(), fyne.TextStyle{Bold: r.n.on}
	r.tag = Tag{Text: r.n.count, Ink: look.Muted}
	if r.n.calls {
		r.tag.Ground, r.tag.Ink = look.Notable, look.OnNotable
	}
	r.size = r.tag.size()
}

func (r *navRenderer) Refresh() {
	r.paint()
	r.icon.Refresh()
	r.Layout(r.n.Size())
	canvas.Refresh(r.n)
}
