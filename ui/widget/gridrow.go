package widget

import (
	"reflect"
	"slices"
	"strconv"
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

	box     *canvas.Image // nil where rows cannot be ticked
	ticked  bool
	worn    look.Worn           // what the row was drawn in last
	objects []fyne.CanvasObject // all that is drawn, asked for many times a frame
}

type gridCell struct {
	cell  Cell
	full  string
	text  *canvas.Text
	dot   *ground
	tags  []*badge
	width float32   // for which text was cut
	drawn fyne.Size // of the text
}

func newGridRow(g *Grid) *gridRow {
	r := &gridRow{grid: g, index: -1}
	for range g.Columns {
		r.cells = append(r.cells, gridCell{text: canvas.NewText("", ink("")), dot: newGround("", dotSize/2), width: -1})
	}
	if g.Ticked != nil {
		r.box = canvas.NewImageFromResource(nil)
		r.tick(false)
		g.rows = append(g.rows, r)
	}
	r.collect()
	r.ExtendBaseWidget(r)
	return r
}

// collect notes what is drawn.
func (r *gridRow) collect() {
	r.objects = r.objects[:0]
	if r.box != nil {
		r.objects = append(r.objects, r.box)
	}
	for i := range r.cells {
		c := &r.cells[i]
		r.objects = append(r.objects, c.dot.picture, c.text)
		for _, b := range c.tags {
			r.objects = append(r.objects, b.ground.picture, b.text)
		}
	}
}

// reveal shows the box of a row that is ticked, or that the pointer or the cursor is at. Those of the others say nothing, and
// would be a good part of what is painted.
func (r *gridRow) reveal() {
	here := r.index == r.grid.pointed || r.index == r.grid.row
	r.box.Hidden = r.index < 0 || !r.ticked && !here
}

// tick draws the box before the row.
func (r *gridRow) tick(on bool) {
	r.ticked = on
	r.reveal()
	r.box.Resource = theme.NewColoredResource(theme.CheckButtonIcon(), look.Muted)
	if on {
		r.box.Resource = theme.NewColoredResource(theme.CheckButtonCheckedIcon(), theme.ColorNamePrimary)
	}
	r.box.Refresh()
}

// show fills the row with row i of the grid.
func (r *gridRow) show(i int) {
	r.index = i
	if r.box != nil {
		if r.ticked != r.grid.Ticked(i) {
			r.tick(!r.ticked)
		}
		r.reveal()
	}
	changed := false
	for c := range r.cells {
		changed = r.cells[c].set(r.grid.Cell(i, c)) || changed
	}
	switch now := look.Wearing(); {
	case r.worn != now: // the person chose another
		r.worn = now
		r.Refresh()
	case changed:
		r.layout(r.Size())
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

// TappedSecondary implements fyne.SecondaryTappable.
func (r *gridRow) TappedSecondary(e *fyne.PointEvent) { r.grid.menu(r.index, e.AbsolutePosition) }

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

func (x *rowRenderer) Objects() []fyne.CanvasObject { return x.r.objects }
func (x *rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, rowHeight()) }
func (x *rowRenderer) Layout(size fyne.Size)        { x.r.layout(size) }

// layout draws the row as wide and high as size.
func (r *gridRow) layout(size fyne.Size) {
	if r.box != nil {
		place(r.box, theme.InnerPadding(), (size.Height-tickSize)/2, tickSize, tickSize)
	}
	left, width := r.grid.places(size.Width)
	more := false
	for i := range r.cells {
		more = r.cells[i].layout(left[i], width[i], size.Height, r.grid.Columns[i].Right) || more
	}
	if more {
		r.collect()
	}
}

func (x *rowRenderer) Refresh() {
	for i := range x.r.cells {
		x.r.cells[i].width = -1 // colours or sizes may have changed
	}
	if x.r.box != nil {
		x.r.tick(x.r.ticked)
	}
	x.Layout(x.r.Size())
	canvas.Refresh(x.r)
}

// layout draws the cell between left and left+width, and says whether it has badges that it had not before.
func (c *gridCell) layout(left, width, height float32, right bool) (more bool) {
	if c.width != width {
		c.width = width
		c.paint(width, right)
	}
	x := left
	c.text.Hidden = width == 0
	dot := c.dot.picture
	dot.Hidden = c.cell.Dot == "" || width == 0
	if !dot.Hidden {
		place(dot, x, (height-dotSize)/2, dotSize, dotSize)
		x += dotSize + 5
	}
	room := left + width - x
	place(c.text, x, (height-c.drawn.Height)/2, room, c.drawn.Height)
	if c.full != "" {
		x += c.drawn.Width + 6
	}
	return c.layoutTags(x, left+width, height)
}

func (c *gridCell) paint(width float32, right bool) {
	c.dot.paint(c.cell.Dot)
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
	c.drawn = t.MinSize()
}

// layoutTags draws as many badges as fit, and says whether it made some.
func (c *gridCell) layoutTags(x, end, height float32) (more bool) {
	tags := fitTags(c.cell.Tags, end-x)
	for len(c.tags) < len(tags) {
		c.tags, more = append(c.tags, newBadge()), true
	}
	for i, b := range c.tags {
		if i >= len(tags) {
			b.hide()
			continue
		}
		size := b.show(tags[i])
		b.place(x, (height-size.Height)/2, size)
		x += size.Width + tagGap
	}
	return more
}

// tagGap is the room between two badges.
const tagGap = 4

// fitTags gives the badges that fit into a room; where some do not, the last one says how many: what is left out without a sign
// passes for not being there.
func fitTags(tags []Tag, room float32) []Tag {
	used, fit := float32(0), 0
	for fit < min(len(tags), cellTags) && used+tags[fit].size().Width <= room {
		used += tags[fit].size().Width + tagGap
		fit++
	}
	if fit == len(tags) {
		return tags
	}
	for ; fit >= 0; fit-- {
		rest := Tag{Text: "+" + strconv.Itoa(len(tags)-fit), Ground: look.Slight, Ink: look.OnSlight}
		if used+rest.size().Width <= room {
			return append(slices.Clone(tags[:fit]), rest)
		}
		if fit > 0 {
			used -= tags[fit-1].size().Width + tagGap
		}
	}
	return nil
}

type headerRenderer struct {
	h     *header
	texts []*canvas.Text
	mark  *canvas.Image
}

func newHeaderRenderer(h *header) *headerRenderer {
	r := &headerRenderer{h: h, mark: canvas.NewImageFromResource(h.mark())}
	for range h.grid.Columns {
		r.texts = append(r.texts, canvas.NewText("", ink("")))
	}
	r.paint()
	return r
}

func (r *headerRenderer) Destroy() {}

func (r *headerRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, t := range r.texts {
		out = append(out, t)
	}
	return append(out, r.mark)
}

func (r *headerRenderer) MinSize() fyne.Size { return fyne.NewSize(200, rowHeight()) }

func (r *headerRenderer) Layout(size fyne.Size) {
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

// titleStyle and titleSize are how titles of columns are written.
var titleStyle = fyne.TextStyle{Bold: true}

func titleSize() float32 { return theme.CaptionTextSize() + 1 }

func (r *headerRenderer) paint() {
	r.mark.Resource = theme.NewColoredResource(r.h.mark(), look.Muted)
	for i, t := range r.texts {
		t.Color, t.TextSize, t.TextStyle = ink(look.Muted), titleSize(), titleStyle
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
