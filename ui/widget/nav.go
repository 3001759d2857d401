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
	size   fyne.Size // of the badge
}

func (r *navRenderer) Destroy() {}
func (r *navRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon, r.name, r.count.ground.picture, r.count.text}
}
func (r *navRenderer) MinSize() fyne.Size { return fyne.NewSize(120, theme.TextSize()*2.3) }

func (r *navRenderer) Layout(size fyne.Size) {
	const icon = 17
	place(r.ground, 4, 1, size.Width-8, size.Height-2)
	place(r.icon, 12, (size.Height-icon)/2, icon, icon)
	h := r.name.MinSize().Height
	place(r.name, 12+icon+8, (size.Height-h)/2, size.Width-90, h)
	r.count.place(size.Width-12-r.size.Width, (size.Height-r.size.Height)/2, r.size)
}

func (r *navRenderer) paint() {
	r.ground.FillColor = ink(theme.ColorNameSelection)
	if !r.n.on {
		r.ground.FillColor = ink(theme.ColorNamePressed)
	}
	r.ground.Hidden = !r.n.on && !r.n.hovered
	r.icon.Resource = theme.NewThemedResource(r.n.icon)
	r.name.Color, r.name.TextSize, r.name.TextStyle = ink(""), theme.TextSize(), fyne.TextStyle{Bold: r.n.on}
	tag := Tag{Text: r.n.count, Ink: look.Muted}
	if r.n.calls {
		tag.Ground, tag.Ink = look.Notable, look.OnNotable
	}
	r.size = r.count.show(tag)
	if r.n.count == "" {
		r.count.hide()
	}
}

func (r *navRenderer) Refresh() {
	r.paint()
	r.icon.Refresh()
	r.Layout(r.n.Size())
	canvas.Refresh(r.n)
}
