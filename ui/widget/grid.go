package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/say"
)

// Column is one column of a grid.
type Column struct {
	Title string
	// Width is the least width in points; what is left over goes to the columns in proportion to Grow.
	Width, Grow float32
	Right       bool // numbers stand at the right
	Sortable    bool
	// Falling says that the first order of the column is from the greatest or newest down, as its mark shows.
	Falling bool
	// Whole keeps the width where others give way, and has room for its title: half a date is another date. Spare columns
	// are left out where all of them do not fit, and have no width then.
	Whole, Spare bool
	// Holds gives the longest text of a column that is Whole, where that is longer in one language than in another.
	Holds func() string
}

// least is the least width of a column, for text as large as it is now. The longest text counts by its letters, so some points
// more are for wider ones.
func (c *Column) least() float32 {
	width := grown(c.Width)
	if c.Whole {
		width = max(width, fyne.MeasureText(say.T(c.Title), titleSize(), titleStyle).Width+1)
	}
	if c.Holds != nil {
		width = max(width, fyne.MeasureText(c.Holds(), theme.TextSize(), fyne.TextStyle{}).Width+4)
	}
	return width
}

// Cell is what a grid shows in one place.
type Cell struct {
	Text  string
	Style fyne.TextStyle
	Ink   fyne.ThemeColorName
	// Dot is the colour of a small disc before the text, "" for none.
	Dot fyne.ThemeColorName
	// Tags stand after the text as badges, as many as fit.
	Tags []Tag
}

// Grid is a list of rows under a header. It holds no rows, it asks for the few in sight, so that a hundred
// thousand cost what thirty do.
//
// It is not Fyne's Table: with a header that one makes a separator for every row there is (200,288 objects for
// 100,000 rows in Fyne 2.8.0) and scrolls at ten frames a second.
type Grid struct {
	fynewidget.BaseWidget
	Columns []Column
	Length  func() int
	Cell    func(row, column int) Cell
	// OnSelect is told the row under the cursor, OnOpen the row entered, OnSort the header tapped. OnEnter takes Return in the place
	// of OnOpen, which two taps reach all the same; may be nil.
	OnSelect func(row int)
	OnOpen   func(row int)
	OnEnter  func()
	OnSort   func(column int)
	// Ticked and OnTick make rows tickable, by a tap on the box before them or by the space bar.
	Ticked func(row int) bool
	OnTick func(row int)
	// OnCopy gives what a row is copied as, nil where rows cannot be copied.
	OnCopy func(row int) string
	// OnRune and OnKey take what is typed and is not the grid's own.
	OnRune func(rune)
	OnKey  func(*fyne.KeyEvent)

	header  *header
	list    *keyList
	rows    []*gridRow // that can be ticked: as many as were ever in sight at once
	row     int        // the selected row, -1 for none
	pointed int        // the row that the pointer or a key came to last, -1 for none
	quiet   bool
	tapped  time.Time
}

// NewGrid gives a grid; set Length and Cell before it is shown.
func NewGrid(columns []Column) *Grid {
	g := &Grid{Columns: columns, row: -1, pointed: -1}
	g.header = newHeader(g)
	g.list = newKeyList(g)
	g.ExtendBaseWidget(g)
	return g
}

// TypeInto lets letters typed in the list go on in the line above it, which gets the cursor; a blank is the list's own, as
// a key.
func (g *Grid) TypeInto(line fyne.Focusable) {
	g.OnRune = func(r rune) {
		if r == ' ' {
			return
		}
		fyne.CurrentApp().Driver().CanvasForObject(g).Focus(line)
		line.TypedRune(r)
	}
}

// HideHeader leaves the column titles away, for lists that explain themselves.
func (g *Grid) HideHeader() { g.header.Hide() }

// CreateRenderer implements fyne.Widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	line := fynewidget.NewSeparator()
	line.Hidden = !g.header.Visible()
	return fynewidget.NewSimpleRenderer(Dock(Dock(g.header, line, nil, nil, nil), nil, nil, nil, g.list))
}

// Row is the selected row, -1 when there is none.
func (g *Grid) Row() int { return g.row }

// Select moves the cursor to a row, brings it into sight and tells OnSelect.
func (g *Grid) Select(row int) {
	if row < 0 || row >= g.Length() {
		return
	}
	g.list.Select(row)
}

// Mark moves the cursor without telling anybody; -1 takes it away. Pages call it after their rows changed.
func (g *Grid) Mark(row int) {
	g.quiet = true
	defer func() { g.quiet = false }()
	g.list.UnselectAll()
	g.goTo(-1)
	if row >= 0 && row < g.Length() {
		g.list.Select(row)
	}
}

// Refresh shows the rows as they are now.
func (g *Grid) Refresh() {
	g.header.Refresh()
	g.list.Refresh()
}

// Top scrolls to the first row.
func (g *Grid) Top() { g.list.ScrollToOffset(0) }

// Screenful is how many whole rows are in sight at once.
func (g *Grid) Screenful() int { return max(1, int(g.list.Size().Height/pitch())) }

// InSight reports whether a row is on the screen, whole.
func (g *Grid) InSight(row int) bool {
	top := float32(row) * pitch()
	return row >= 0 && top >= g.Offset()-1 && top+rowHeight() <= g.Offset()+g.list.Size().Height+1
}

// Centre scrolls so that a row stands a third down the screen and no row is cut at its top; rows of the first screen leave it
// at the top.
func (g *Grid) Centre(row int) {
	before := g.Screenful() / 3
	if row < g.Screenful() {
		before = row
	}
	g.list.ScrollToOffset(float32(max(0, row-before)) * pitch())
}

// ScrollTo scrolls to a height in points; measurements use it.
func (g *Grid) ScrollTo(y float32) { g.list.ScrollToOffset(y) }

// Offset is how far the rows are scrolled, in points.
func (g *Grid) Offset() float32 { return g.list.GetScrollOffset() }

// Keys is what takes the keys of the grid, with the cursor on a row. An empty grid takes none: screens show
// something else in its place.
func (g *Grid) Keys() fyne.Focusable {
	if g.Length() == 0 {
		return nil
	}
	if g.row < 0 {
		g.Select(0)
	}
	return g.list
}

// Sorted shows a mark at the header of the column that the rows are ordered by; back says that they stand in the order
// opposite to the column's first.
func (g *Grid) Sorted(column int, back bool) {
	g.header.sorted, g.header.down = column, back != g.Columns[column].Falling
	g.header.Refresh()
}

// goTo notes where the cursor is, point where the pointer is.
func (g *Grid) goTo(row int)  { g.row = row; g.reveal() }
func (g *Grid) point(row int) { g.pointed = row; g.reveal() }

func (g *Grid) reveal() {
	for _, r := range g.rows {
		r.reveal()
	}
	if len(g.rows) > 0 {
		canvas.Refresh(g.list)
	}
}

func (g *Grid) selected(row int) {
	g.goTo(row)
	g.list.Highlight(row)
	if !g.quiet && g.OnSelect != nil {
		g.OnSelect(row)
	}
}

func (g *Grid) open(row int) {
	if row >= 0 && row < g.Length() && g.OnOpen != nil {
		g.OnOpen(row)
	}
}

// enter acts on Return.
func (g *Grid) enter() {
	if g.OnEnter != nil {
		g.OnEnter()
		return
	}
	g.open(g.row)
}

// twice is the longest time between the two taps that open a row. Fyne's own DoubleTapped would hold back every
// single tap for as long.
const twice = 400 * time.Millisecond

func (g *Grid) tap(row int, now time.Time) {
	again := row == g.row && now.Sub(g.tapped) < twice
	g.tapped = now
	if c := fyne.CurrentApp().Driver().CanvasForObject(g.list); c != nil {
		c.Focus(g.list)
	}
	if again {
		g.open(row)
		return
	}
	g.list.Select(row)
}

// tickWidth is the room for the box before a row, tickSize the box.
const (
	tickWidth = 20
	tickSize  = 15
)

// tick ticks or unticks a row and goes on to the next, or opens it where rows cannot be ticked.
func (g *Grid) tick(row int) {
	switch {
	case row < 0 || row >= g.Length():
	case g.OnTick == nil:
		g.open(row)
	default:
		g.OnTick(row)
		g.Select(min(row+1, g.Length()-1))
	}
}

// copied puts a row on the clipboard.
func (g *Grid) copied(row int) {
	if row >= 0 && row < g.Length() && g.OnCopy != nil {
		fyne.CurrentApp().Clipboard().SetContent(g.OnCopy(row))
	}
}

// menu offers what can be done with a row, which the cursor goes to.
func (g *Grid) menu(row int, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(g.list)
	if c == nil || row < 0 || row >= g.Length() {
		return
	}
	g.Select(row)
	var items []*fyne.MenuItem
	if g.OnOpen != nil {
		items = append(items, fyne.NewMenuItem(say.T("Open"), func() { g.open(row) }))
	}
	if g.OnCopy != nil {
		items = append(items, fyne.NewMenuItem(say.T("Copy"), func() { g.copied(row) }))
	}
	if g.OnTick != nil {
		items = append(items, fyne.NewMenuItem(say.T("Tick or untick"), func() { g.OnTick(row) }))
	}
	if len(items) > 0 {
		fynewidget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	}
}

// places gives the left edge and the width of every column for a row of some width.
func (g *Grid) places(width float32) (x, w []float32) {
	pad := theme.InnerPadding()
	at := pad
	if g.Ticked != nil {
		at += tickWidth
	}
	room := width - at - theme.ScrollBarSize() - pad*float32(len(g.Columns))
	for _, c := range g.widths(max(0, room)) {
		x, w = append(x, at), append(w, c)
		if c > 0 {
			at += c + pad
		}
	}
	return x, w
}

// spareFrom is the part of their width that columns give away before a spare one goes.
const spareFrom = 0.75

// widths divides a room among the columns. Where it is too little for all, those that need not be whole give way together;
// where that is a good part of them, spare ones go first.
func (g *Grid) widths(room float32) []float32 {
	w := make([]float32, len(g.Columns))
	least, whole, weights := float32(0), float32(0), float32(0)
	add := func(i int, sign float32) {
		c := &g.Columns[i]
		width := sign * c.least()
		w[i] += width
		least += width
		weights += sign * c.Grow
		if c.Whole {
			whole += width
		}
	}
	for i := range g.Columns {
		add(i, 1)
	}
	for i := range g.Columns {
		if g.Columns[i].Spare && room-whole < (least-whole)*spareFrom {
			add(i, -1)
		}
	}
	shrink, keep := float32(1), float32(1)
	if least > room {
		keep = min(1, room/max(whole, 1))
		shrink = max(0, room-whole) / max(least-whole, 1)
	}
	for i := range w {
		switch {
		case w[i] == 0:
		case g.Columns[i].Whole:
			w[i] *= keep
		default:
			w[i] *= shrink
		}
		if w[i] > 0 && weights > 0 {
			w[i] += max(0, room-least) * g.Columns[i].Grow / weights
		}
	}
	return w
}

// keyList is Fyne's list with the keys that people expect: the cursor is the selection.
type keyList struct {
	fynewidget.List
	grid *Grid
}

func newKeyList(g *Grid) *keyList {
	l := &keyList{grid: g}
	l.Length = func() int {
		if g.Length == nil {
			return 0
		}
		return g.Length()
	}
	l.CreateItem = func() fyne.CanvasObject { return newGridRow(g) }
	l.UpdateItem = func(i int, o fyne.CanvasObject) { o.(*gridRow).show(i) }
	l.OnSelected, l.OnHighlighted = g.selected, g.point
	l.HideSeparators = true // a twentieth of all that is painted, and calmer without
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *keyList) TypedKey(e *fyne.KeyEvent) {
	g := l.grid
	screen := max(1, g.Screenful()-1)
	last := g.Length() - 1
	switch e.Name {
	case fyne.KeyDown:
		g.Select(min(g.row+1, last))
	case fyne.KeyUp:
		g.Select(max(g.row-1, 0))
	case fyne.KeyPageDown:
		g.Select(min(g.row+screen, last))
	case fyne.KeyPageUp:
		g.Select(max(g.row-screen, 0))
	case fyne.KeyHome:
		g.Select(0)
	case fyne.KeyEnd:
		g.Select(last)
	case fyne.KeySpace:
		g.tick(g.row)
	case fyne.KeyReturn, fyne.KeyEnter:
		g.enter()
	default:
		if g.OnKey != nil {
			g.OnKey(e)
		}
	}
}

// TypedRune implements fyne.Focusable: j and k move, as in every reader of news, and a digit orders by the column of
// that number, as a tap on its header does.
func (l *keyList) TypedRune(r rune) {
	g := l.grid
	switch {
	case r == 'j':
		g.Select(min(g.row+1, g.Length()-1))
	case r == 'k':
		g.Select(max(g.row-1, 0))
	case g.sortable(int(r - '1')):
		g.OnSort(int(r - '1'))
	case g.OnRune != nil:
		g.OnRune(r)
	}
}

// TypedShortcut implements fyne.Shortcutable: what is copied is the row under the cursor.
func (l *keyList) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok {
		l.grid.copied(l.grid.row)
	}
}

// sortable reports whether the rows can be ordered by a column.
func (g *Grid) sortable(column int) bool {
	return g.OnSort != nil && column >= 0 && column < len(g.Columns) && g.Columns[column].Sortable
}

// rowHeight is that of one row of text and the air around it.
func rowHeight() float32 { return theme.TextSize()*1.36 + 2*theme.Padding() }

// pitch is how far the tops of two rows are from each other.
func pitch() float32 { return rowHeight() + theme.Padding() }

// header is the line of column titles.
type header struct {
	fynewidget.BaseWidget
	grid   *Grid
	sorted int // column, -1 for none
	down   bool
}

func newHeader(g *Grid) *header {
	h := &header{grid: g, sorted: -1}
	h.ExtendBaseWidget(h)
	return h
}

// Tapped implements fyne.Tappable: the rows are ordered by the column tapped.
func (h *header) Tapped(e *fyne.PointEvent) {
	x, w := h.grid.places(h.Size().Width)
	for i := range x {
		if e.Position.X >= x[i] && e.Position.X < x[i]+w[i] && h.grid.sortable(i) {
			h.grid.OnSort(i)
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (h *header) CreateRenderer() fyne.WidgetRenderer { return newHeaderRenderer(h) }

func (h *header) mark() fyne.Resource {
	if h.down {
		return theme.MenuDropDownIcon()
	}
	return theme.MenuDropUpIcon()
}
