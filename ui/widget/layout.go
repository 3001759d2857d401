package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Flowing is an object whose height follows from its width. Fyne asks for a least size without saying how wide
// it will be, which cannot be answered for text that wraps; pages of this program ask Flowing objects instead.
type Flowing interface {
	// HeightFor gives the height at a width, and makes the object's MinSize agree with it.
	HeightFor(width float32) float32
}

// FlowingLayout is a layout whose container is Flowing.
type FlowingLayout interface {
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// heightFor asks any object for its height at a width.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if f, ok := o.(Flowing); ok {
		return f.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(FlowingLayout); ok {
			return l.HeightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

// Put shows an object in place of what a container holds.
func Put(c *fyne.Container, o fyne.CanvasObject) {
	c.Objects = []fyne.CanvasObject{o}
	c.Refresh()
}

// Stack puts objects one under the other, each as wide as the stack.
func Stack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stack{gap: gap}, objects...)
}

type stack struct{ gap, pad, height float32 }

func (c *stack) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	c.height = 2 * c.pad
	for i, o := range shown(objects) {
		if i > 0 {
			c.height += c.gap
		}
		c.height += heightFor(o, width-2*c.pad)
	}
	return c.height
}

func (c *stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := c.pad
	for _, o := range shown(objects) {
		h := heightFor(o, size.Width-2*c.pad)
		place(o, c.pad, y, size.Width-2*c.pad, h)
		y += h + c.gap
	}
}

func (c *stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, c.height)
	for _, o := range shown(objects) {
		size.Width = max(size.Width, o.MinSize().Width+2*c.pad)
	}
	return size
}

// Padded puts space around one object and keeps it flowing.
func Padded(pad float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&stack{pad: pad}, o)
}

// Tiles sets objects side by side, as many in a row as fit at their least width, all of a row equally wide and
// high.
func Tiles(least, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tiles{least: least, gap: gap}, objects...)
}

type tiles struct{ least, gap, height float32 }

// each calls do with every tile's place at a width and gives the height of all.
func (t *tiles) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	objects = shown(objects)
	perRow := max(1, min(len(objects), int((width+t.gap)/(t.least+t.gap))))
	w := (width - t.gap*float32(perRow-1)) / float32(perRow)
	y := float32(0)
	for start := 0; start < len(objects); start += perRow {
		row := objects[start:min(start+perRow, len(objects))]
		h := float32(0)
		for _, o := range row {
			h = max(h, heightFor(o, w))
		}
		for i, o := range row {
			do(o, float32(i)*(w+t.gap), y, w, h)
		}
		y += h + t.gap
	}
	return max(0, y-t.gap)
}

func (t *tiles) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	t.height = t.each(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
	return t.height
}

func (t *tiles) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	t.each(objects, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) { place(o, x, y, w, h) })
}

func (t *tiles) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(t.least, t.height) }

// Wrap sets small objects in lines, each at its own least size, and breaks the line when it is full. Text that ends a line
// has the rest of it.
func Wrap(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrap{gap: gap}, objects...)
}

type wrap struct{ gap, height float32 }

// each calls do with every object's place at a width, halfway down its line, and gives the height of all.
func (l *wrap) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y float32, size fyne.Size)) float32 {
	y := float32(0)
	for rest := shown(objects); len(rest) > 0; {
		line, high := l.line(rest, width)
		x := float32(0)
		for i, size := range line {
			if _, text := rest[i].(*Line); text && i == len(line)-1 {
				size.Width = width - x
			}
			do(rest[i], x, y+(high-size.Height)/2, size)
			x += size.Width + l.gap
		}
		y += high + l.gap
		rest = rest[len(line):]
	}
	return max(0, y-l.gap)
}

// line gives the sizes of the objects that fit in one line, the first of them in any case, and the height of the highest.
func (l *wrap) line(objects []fyne.CanvasObject, width float32) (sizes []fyne.Size, high float32) {
	x := float32(0)
	for _, o := range objects {
		size := o.MinSize()
		size.Width = min(size.Width, width)
		if x > 0 && x+size.Width > width {
			break
		}
		sizes = append(sizes, size)
		x += size.Width + l.gap
		high = max(high, size.Height)
	}
	return sizes, high
}

func (l *wrap) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	l.height = l.each(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
	return l.height
}

func (l *wrap) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.each(objects, size.Width, func(o fyne.CanvasObject, x, y float32, s fyne.Size) { place(o, x, y, s.Width, s.Height) })
}

func (l *wrap) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, l.height)
	for _, o := range shown(objects) {
		if l.height == 0 {
			size.Height = max(size.Height, o.MinSize().Height)
		}
	}
	return size
}

// Dock puts objects at the edges and one in the middle, without the gaps that Fyne's border layout leaves. Each
// but the middle may be nil. Those above and below may be Flowing.
func Dock(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	d := &dock{top: top, bottom: bottom, left: left, right: right, middle: middle}
	var all []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{middle, top, bottom, left, right} {
		if o != nil {
			all = append(all, o)
		}
	}
	return container.New(d, all...)
}

type dock struct{ top, bottom, left, right, middle fyne.CanvasObject }

// least is the size of an edge, nothing where there is none.
func least(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// high is the height of an edge at a width, nothing where there is none.
func high(o fyne.CanvasObject, width float32) float32 {
	if o == nil || !o.Visible() {
		return 0
	}
	return heightFor(o, width)
}

// heightFor makes a dock with Flowing edges itself Flowing.
func (d *dock) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	inner := width - least(d.left).Width - least(d.right).Width
	return high(d.top, width) + high(d.bottom, width) + max(least(d.left).Height, least(d.right).Height, high(d.middle, inner))
}

func (d *dock) MinSize([]fyne.CanvasObject) fyne.Size {
	t, b, l, r, m := least(d.top), least(d.bottom), least(d.left), least(d.right), least(d.middle)
	return fyne.NewSize(max(t.Width, b.Width, l.Width+m.Width+r.Width), t.Height+b.Height+max(l.Height, m.Height, r.Height))
}

func (d *dock) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	t, b, l, r := high(d.top, size.Width), high(d.bottom, size.Width), least(d.left).Width, least(d.right).Width
	h := size.Height - t - b
	edge(d.top, 0, 0, size.Width, t)
	edge(d.bottom, 0, size.Height-b, size.Width, b)
	edge(d.left, 0, t, l, h)
	edge(d.right, size.Width-r, t, r, h)
	edge(d.middle, l, t, size.Width-l-r, h)
}

func edge(o fyne.CanvasObject, x, y, w, h float32) {
	if o != nil {
		place(o, x, y, w, h)
	}
}

// Narrow keeps one flowing object at a readable width, at the left of wide windows.
func Narrow(most float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&narrow{most: most}, o)
}

type narrow struct{ most, height float32 }

func (n *narrow) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	n.height = heightFor(objects[0], min(n.most, width))
	return n.height
}

func (n *narrow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(min(n.most, size.Width), size.Height))
}

func (n *narrow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, n.height)
}

// Page scrolls Flowing content.
type Page struct {
	fynewidget.BaseWidget
	scroll *container.Scroll
}

// NewPage gives a page over content.
func NewPage(content fyne.CanvasObject) *Page {
	p := &Page{scroll: container.NewVScroll(content)}
	p.scroll.OnScrolled = func(fyne.Position) { p.tell() }
	p.ExtendBaseWidget(p)
	return p
}

// tell hands every long text of the page the part of it that is in sight, so that it draws no more than that.
func (p *Page) tell() {
	c := p.scroll.Content
	view(c, p.scroll.Offset.Y+c.Position().Y, p.scroll.Size().Height)
}

// viewer draws only what is in sight, given in its own coordinates.
type viewer interface{ View(top, height float32) }

// holder is a widget around other objects.
type holder interface{ Inside() fyne.CanvasObject }

// view hands on what is in sight, in the coordinates of whatever o lies in.
func view(o fyne.CanvasObject, top, height float32) {
	top -= o.Position().Y
	switch o := o.(type) {
	case viewer:
		o.View(top, height)
	case holder:
		view(o.Inside(), top, height)
	case *fyne.Container:
		for _, child := range o.Objects {
			view(child, top, height)
		}
	}
}

// SetContent replaces the content and goes to its top.
func (p *Page) SetContent(o fyne.CanvasObject) {
	p.scroll.Content = o
	p.scroll.Offset = fyne.NewPos(0, 0)
	p.Refresh()
}

// Whole is the height at which nothing of the content is out of sight.
func (p *Page) Whole(width float32) float32 { return heightFor(p.scroll.Content, width) }

// Offset is how far the page is scrolled; ScrollTo sets it.
func (p *Page) Offset() float32 { return p.scroll.Offset.Y }

// ScrollTo brings offset y to the top, as far as the content allows.
func (p *Page) ScrollTo(y float32) {
	most := p.scroll.Content.Size().Height - p.scroll.Size().Height
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, most))))
	p.tell()
}

// ScrollBy moves by a number of screens; a little of the old screen stays in sight.
func (p *Page) ScrollBy(screens float32) {
	p.ScrollTo(p.scroll.Offset.Y + screens*(p.scroll.Size().Height-2*theme.TextSize()))
}

// TypedKey scrolls: arrows by some lines, space and the page keys by a screen.
func (p *Page) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		p.ScrollBy(0.12)
	case fyne.KeyUp:
		p.ScrollBy(-0.12)
	case fyne.KeyPageDown, fyne.KeySpace:
		p.ScrollBy(1)
	case fyne.KeyPageUp:
		p.ScrollBy(-1)
	case fyne.KeyHome:
		p.ScrollTo(0)
	case fyne.KeyEnd:
		p.ScrollTo(p.scroll.Content.Size().Height)
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Page) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{p} }

type pageRenderer struct{ p *Page }

func (r *pageRenderer) Destroy()                     {}
func (r *pageRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.p.scroll} }
func (r *pageRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, 80) }

func (r *pageRenderer) Layout(size fyne.Size) {
	heightFor(r.p.scroll.Content, size.Width)
	r.p.scroll.Resize(size)
	r.p.scroll.Refresh()
	r.p.tell()
}

func (r *pageRenderer) Refresh() { r.Layout(r.p.Size()) }
