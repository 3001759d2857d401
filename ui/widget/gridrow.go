package widget

import (
	"reflect"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
	"quotidian/ui/say"
)

const (
	dotSize = 8
	// cellTags is the most badges that a cell shows.
	cellTags = 4
)

// gridRow is one row: a single widget of a few texts, which is what lets a software renderer keep up.
type gridRow struct {
	fynewidget.BaseWidget
	grid  *Grid
	index int
	cells []gridCell

	box    *canvas.Image // nil where rows cannot be ticked
	ticked bool
	size   float32 // of the text drawn last
}

type gridCell struct {
	cell  Cell
	full  string
	text  *canvas.Text
	dot   *canvas.Circle
	tags  []*badge
	width float32 // for which text was cut
}

func newGridRow(g *Grid) *gridRow {
	r := &gridRow{grid: g, index: -1}
	for range g.Columns {
		r.cells = append(r.cells, gridCell{text: canvas.NewText("", ink("")), dot: canvas.NewCircle(ink("")), width: -1})
	}
	if g.Ticked != nil {
		r.box = canvas.NewImageFromResource(nil)
		r.tick(false)
	}
	r.ExtendBaseWidget(r)
	return r
}

// tick draws the box before the row.
func (r *gridRow) tick(on bool) {
	r.ticked = on
	r.box.Resource = theme.NewColoredResource(theme.CheckButtonIcon(), look.Muted)
	if on {
		r.box.Resource = theme.NewColoredResource(theme.CheckButtonCheckedIcon(), theme.ColorNamePrimary)
	}
}

// show fills the row with row i of the grid.
func (r *gridRow) show(i int) {
	r.index = i
	changed := r.box != nil && r.ticked != r.grid.Ticked(i)
	if changed {
		r.tick(!r.ticked)
	}
	if size := theme.TextSize(); r.size != size { // the person chose another
		r.size, changed = size, true
	}
	for c := range r.cells {
		changed = r.cells[c].set(r.grid.Cell(i, c)) || changed
	}
	if changed {
		r.Refresh()
	}
}

func (c *gridCell) set(cell Cell) bool {
	if c.width >= 0 && reflect.DeepEqual(c.cell, cell) {
		return false
	}
	c.cell, c.full, c.width = cell, OneLine(cell.Text, maxCell), -1
	return true
}

// Tapped implements fyne.Tappable.
func (r *gridRow) Tapped(e *fyne.PointEvent) {
	if r.box != nil && e.Position.X < tickWidth+theme.InnerPadding() {
		r.grid.OnTick(r.index)
		return
	}
	r.grid.tap(r.index, time.Now())
}

// AccessibilityLabel implements fyne.Accessible: the row is read as its cells.
func (r *gridRow) AccessibilityLabel() string {
	label := ""
	for i := range r.cells {
		label += say.T(r.grid.Columns[i].Title) + ": " + r.cells[i].full + ". "
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (r *gridRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *gridRow) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *gridRow }

func (x *rowRenderer) Destroy() {}

func (x *rowRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if x.r.box != nil {
		out = append(out, x.r.box)
	}
	for i := range x.r.cells {
		c := &x.r.cells[i]
		out = append(out, c.dot, c.text)
		for _, b := range c.tags {
			out = append(out, b.ground, b.text)
		}
	}
	return out
}

func (x *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(200, rowHeight()) }

func (x *rowRenderer) Layout(size fyne.Size) {
	left, width := x.r.grid.places(size.Width)
	if x.r.box != nil {
		place(x.r.box, theme.InnerPadding(), (size.Height-tickSize)/2, tickSize, tickSize)
	}
	for i := range x.r.cells {
		x.r.cells[i].layout(left[i], width[i], size.Height, x.r.grid.Columns[i].Right)
	}
}

func (x *rowRenderer) Refresh() {
	for i := range x.r.cells {
		x.r.cells[i].width = -1 // colours or sizes may have changed
	}
	if x.r.box != nil {
		x.r.tick(x.r.ticked)
		x.r.box.Refresh()
	}
	x.Layout(x.r.Size())
	canvas.Refresh(x.r)
}

// layout draws the cell between left and left+width.
func (c *gridCell) layout(left, width, height float32, right bool) {
	if c.width != width {
		c.width = width
		c.paint(width, right)
	}
	x := left
	c.text.Hidden = width == 0
	c.dot.Hidden = c.cell.Dot == "" || width == 0
	if !c.dot.Hidden {
		place(c.dot, x, (height-dotSize)/2, dotSize, dotSize)
		x += dotSize + 5
	}
	h := c.text.MinSize().Height
	room := left + width - x
	place(c.text, x, (height-h)/2, room, h)
	if c.full != "" {
		x += c.text.MinSize().Width + 6
	}
	c.layoutTags(x, left+width, height)
}

func (c *gridCell) paint(width float32, right bool) {
	c.dot.FillColor = ink(c.cell.Dot)
	t := c.text
	t.Color, t.TextSize, t.TextStyle = ink(c.cell.Ink), theme.TextSize(), c.cell.Style
	t.Alignment = fyne.TextAlignLeading
	if right {
		t.Alignment = fyne.TextAlignTrailing
	}
	if c.cell.Dot != "" {
		width -= dotSize + 5
	}
	if len(c.cell.Tags) > 0 { // the first badge has its room before the text
		badge := fyne.MeasureText(c.cell.Tags[0].Text, theme.CaptionTextSize(), fyne.TextStyle{}).Width + 2*badgePad + 8
		width -= min(badge, width/2)
	}
	t.Text = Fit(c.full, width, t.TextSize, t.TextStyle)
	t.Refresh()
}

// layoutTags draws as many badges as fit; what does not fit shows as a count.
func (c *gridCell) layoutTags(x, end, height float32) {
	tags := c.cell.Tags
	for len(c.tags) < min(len(tags), cellTags) {
		c.tags = append(c.tags, newBadge())
	}
	for i, b := range c.tags {
		if i >= len(tags) || x < 0 {
			b.hide()
			continue
		}
		size := b.show(tags[i])
		if x+size.Width > end {
			b.hide()
			x = -1
			continue
		}
		b.place(x, (height-size.Height)/2, size)
		x += size.Width + 4
	}
}

type headerRenderer struct {
	h      *header
	ground *canvas.Rectangle
	texts  []*canvas.Text
	mark   *canvas.Image
}

func newHeaderRenderer(h *header) *headerRenderer {
	r := &headerRenderer{h: h, ground: rectangle(headerGround, 0), mark: canvas.NewImageFromResource(h.mark())}
	for range h.grid.Columns {
		r.texts = append(r.texts, canvas.NewText("", ink("")))
	}
	r.paint()
	return r
}

func (r *headerRenderer) Destroy() {}

func (r *headerRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.ground}
	for _, t := range r.texts {
		out = append(out, t)
	}
	return append(out, r.mark)
}

func (r *headerRenderer) MinSize() fyne.Size { return fyne.NewSize(200, rowHeight()) }

func (r *headerRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	x, w := r.h.grid.places(size.Width)
	r.mark.Hide()
	for i, t := range r.texts {
		t.Hidden = w[i] == 0
		t.Text = Fit(say.T(r.h.grid.Columns[i].Title), w[i], t.TextSize, t.TextStyle)
		h := t.MinSize().Height
		place(t, x[i], (size.Height-h)/2, w[i], h)
		t.Refresh()
		if i == r.h.sorted && !t.Hidden {
			at := x[i] + t.MinSize().Width + 1
			if r.h.grid.Columns[i].Right {
				at = x[i] + w[i] - t.MinSize().Width - markSize - 1
			}
			place(r.mark, at, (size.Height-markSize)/2, markSize, markSize)
			r.mark.Show()
		}
	}
}

const markSize = 16

func (r *headerRenderer) paint() {
	r.ground.FillColor = ink(headerGround)
	r.mark.Resource = theme.NewColoredResource(r.h.mark(), look.Muted)
	for i, t := range r.texts {
		t.Color, t.TextSize, t.TextStyle = ink(look.Muted), theme.CaptionTextSize()+1, fyne.TextStyle{Bold: true}
		t.Alignment = fyne.TextAlignLeading
		if r.h.grid.Columns[i].Right {
			t.Alignment = fyne.TextAlignTrailing
		}
	}
}

func (r *headerRenderer) Refresh() {
	r.paint()
	r.mark.Refresh()
	r.Layout(r.h.Size())
	canvas.Refresh(r.h)
}
