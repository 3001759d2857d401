package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
	"quotidian/ui/say"
)

// Facet is one value that rows can be narrowed to, with the number of rows that have it.
type Facet struct {
	Value, Label string
	Count        int
	On           bool
}

// FacetGroup is the facets of one property.
type FacetGroup struct {
	Name   string
	Facets []Facet
}

// facetsShown is how many facets of a group are in sight before "more" is tapped; facetsMost how many after.
const (
	facetsShown = 7
	facetsMost  = 200
)

// Facets is a column of facet groups. Boxes before all values would say that these can be ticked, but cost a good part
// of what is painted at every frame that the list beside them scrolls (see [gridRow.reveal]); so a line above the groups
// says it, the pointer becomes a hand, and a value shows its box once the pointer or the focus is on it.
type Facets struct {
	fynewidget.BaseWidget
	// OnToggle is told the group's name and the facet's value.
	OnToggle func(group, value string)
	// Match makes a query ready that is typed above a group of many values; nil offers no such line.
	Match func(query string) func(label string) bool
	// Escape takes away what goes before the text of such a line, and reports whether there was anything; may be nil.
	Escape func() bool

	page   *Page
	groups []FacetGroup
	open   map[string]bool
	rows   map[[2]string]*facetRow // those in sight, by group and value
	order  []*facetRow             // from the top
	lines  map[string]*facetSearch // by group, once it had many values
	found  map[string][]Facet      // what a line that is not empty found
	first  map[string]int          // the place in order of a group's first row
}

// NewFacets gives an empty column.
func NewFacets() *Facets {
	f := &Facets{page: NewPage(Stack(0)), open: map[string]bool{}, lines: map[string]*facetSearch{}, found: map[string][]Facet{}}
	f.ExtendBaseWidget(f)
	return f
}

// Set shows groups; the scroll position stays.
func (f *Facets) Set(groups []FacetGroup) {
	f.groups = groups
	f.rebuild()
}

// rebuild draws the groups as they are. The row with the focus is another object then, which gets it back: who narrows
// without a mouse would begin at the first button of the window again after each value.
func (f *Facets) rebuild() {
	held := f.held()
	f.rows, f.order, f.first = map[[2]string]*facetRow{}, nil, map[string]int{}
	out := []fyne.CanvasObject{NewLine(say.T("Click a value to narrow the list"), Small)}
	for _, g := range f.groups {
		if len(g.Facets) > 0 || f.lines[g.Name] != nil {
			out = append(out, f.group(g))
		}
	}
	if len(out) == 1 {
		out = nil // nothing to click
	}
	y := f.page.Offset()
	f.page.SetContent(Padded(8, Stack(12, out...)))
	f.page.ScrollTo(y)
	if row := f.rows[held]; row != nil {
		fyne.CurrentApp().Driver().CanvasForObject(f).Focus(row)
	}
}

// held is the group and the value of the row that has the focus.
func (f *Facets) held() (key [2]string) {
	for at, row := range f.rows {
		if row.focused {
			key = at
		}
	}
	return key
}

func (f *Facets) group(g FacetGroup) fyne.CanvasObject {
	rows := []fyne.CanvasObject{NewLine(say.T(g.Name), Section)}
	shown, line := f.searched(g)
	if line != nil {
		rows = append(rows, line)
	}
	f.first[g.Name] = len(f.order)
	most := facetsShown
	if f.open[g.Name] {
		most = facetsMost
	}
	for i, facet := range shown {
		if i < most || facet.On {
			rows = append(rows, f.row(g, facet.Value, newFacetRow(facet, func() { f.OnToggle(g.Name, facet.Value) })))
		}
	}
	if len(shown) == 0 {
		rows = append(rows, NewLine(say.T("No value begins so"), Small))
	}
	if rest := len(shown) - most; rest > 0 && !f.open[g.Name] {
		more := newFacetRow(Facet{Label: say.T("%s more…", say.Number(rest)), Count: -1}, func() {
			f.open[g.Name] = true
			f.rebuild()
		})
		rows = append(rows, f.row(g, shown[most].Value, more)) // which stands in its place then
	}
	return Stack(0, rows...)
}

// row notes which value of a group a row stands for.
func (f *Facets) row(g FacetGroup, value string, r *facetRow) *facetRow {
	f.rows[[2]string{g.Name, value}] = r
	r.move = func(by int) { f.focus(slices.Index(f.order, r) + by) }
	f.order = append(f.order, r)
	return r
}

// focus gives the focus to a row and brings it into sight; before the first and after the last there is none.
func (f *Facets) focus(i int) {
	if i < 0 || i >= len(f.order) {
		return
	}
	row := f.order[i]
	driver := fyne.CurrentApp().Driver()
	driver.CanvasForObject(f).Focus(row)
	y := driver.AbsolutePositionForObject(row).Y - driver.AbsolutePositionForObject(f.page).Y
	switch below := y + row.Size().Height - f.page.Size().Height; {
	case y < 0:
		f.page.ScrollTo(f.page.Offset() + y)
	case below > 0:
		f.page.ScrollTo(f.page.Offset() + below)
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Facets) CreateRenderer() fyne.WidgetRenderer { return fynewidget.NewSimpleRenderer(f.page) }

// facetRow is a line that can be ticked: by mouse, or by space when it has the focus.
type facetRow struct {
	fynewidget.BaseWidget
	facet   Facet
	act     func()
	move    func(by int) // gives the focus to another row
	hovered bool
	focused bool
}

var (
	_ fyne.Focusable     = (*facetRow)(nil)
	_ desktop.Hoverable  = (*facetRow)(nil)
	_ desktop.Cursorable = (*facetRow)(nil)
)

func newFacetRow(f Facet, act func()) *facetRow {
	r := &facetRow{facet: f, act: act}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *facetRow) Tapped(*fyne.PointEvent) { r.act() }

// FocusGained implements fyne.Focusable.
func (r *facetRow) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost implements fyne.Focusable.
func (r *facetRow) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune implements fyne.Focusable.
func (r *facetRow) TypedRune(c rune) {
	if c == ' ' {
		r.act()
		return
	}
	passRune(r, c)
}

// TypedKey implements fyne.Focusable.
func (r *facetRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace: // comes as a letter too
	case fyne.KeyReturn, fyne.KeyEnter:
		r.act()
	case fyne.KeyDown:
		r.move(1)
	case fyne.KeyUp:
		r.move(-1)
	default:
		PassKey(r, e)
	}
}

// MouseIn implements desktop.Hoverable.
func (r *facetRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (r *facetRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *facetRow) MouseOut() { r.hovered = false; r.Refresh() }

// Cursor implements desktop.Cursorable.
func (r *facetRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (r *facetRow) AccessibilityLabel() string {
	label := r.facet.Label
	if r.facet.Count >= 0 { // a value, not the way to more of them
		label += ", " + say.Number(r.facet.Count)
	}
	if r.facet.On {
		label += ", " + say.T("ticked")
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (r *facetRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *facetRow) CreateRenderer() fyne.WidgetRenderer {
	x := &facetRenderer{
		r: r, ground: rectangle(theme.ColorNameHover, 3), label: canvas.NewText("", nil),
		count: canvas.NewText("", nil), box: canvas.NewImageFromResource(theme.CheckButtonIcon()),
	}
	x.paint()
	return x
}

type facetRenderer struct {
	r            *facetRow
	ground       *canvas.Rectangle
	box          *canvas.Image
	label, count *canvas.Text
}

func (x *facetRenderer) Destroy() {}
func (x *facetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.ground, x.box, x.label, x.count}
}
func (x *facetRenderer) MinSize() fyne.Size { return fyne.NewSize(120, theme.TextSize()*1.36+4) }

func (x *facetRenderer) Layout(size fyne.Size) {
	const box = 15
	x.ground.Resize(size)
	place(x.box, 1, (size.Height-box)/2, box, box)
	c := x.count.MinSize()
	place(x.count, size.Width-c.Width-2, (size.Height-c.Height)/2, c.Width, c.Height)
	left := float32(box + 6)
	if x.r.facet.Count < 0 {
		left = 1
	}
	room := size.Width - left - c.Width - 8
	x.label.Text = Fit(OneLine(x.r.facet.Label, 80), room, x.label.TextSize, x.label.TextStyle)
	h := x.label.MinSize().Height
	place(x.label, left, (size.Height-h)/2, room, h)
}

func (x *facetRenderer) paint() {
	f := x.r.facet
	x.ground.FillColor = ink(theme.ColorNameHover)
	x.ground.StrokeColor, x.ground.StrokeWidth = ink(theme.ColorNamePrimary), 0
	x.ground.Hidden = !x.r.hovered && !x.r.focused
	if x.r.focused {
		x.ground.StrokeWidth = 1
	}
	icon, name := theme.CheckButtonIcon(), look.Muted
	if f.On {
		icon, name = theme.CheckButtonCheckedIcon(), theme.ColorNamePrimary
	}
	x.box.Resource, x.box.Hidden = theme.NewColoredResource(icon, name), f.Count < 0 || !f.On && x.ground.Hidden
	x.label.Color, x.label.TextSize = ink(theme.ColorNameForeground), theme.TextSize()
	x.label.TextStyle.Bold = f.On
	x.count.Color, x.count.TextSize, x.count.Text = ink(look.Muted), theme.CaptionTextSize(), ""
	if f.Count < 0 {
		x.label.Color = ink(theme.ColorNamePrimary)
	} else {
		x.count.Text = say.Number(f.Count)
	}
}

func (x *facetRenderer) Refresh() {
	x.paint()
	x.box.Refresh()
	x.Layout(x.r.Size())
	canvas.Refresh(x.r)
}
