package widget

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Run is a stretch of text under one style. A line break in Text breaks the line, a blank line opens a
// paragraph. Runs follow each other without any blank of their own.
type Run struct {
	Text        string
	Style       fyne.TextStyle
	Ink, Ground fyne.ThemeColorName
	Size        fyne.ThemeSizeName
	// Bar is the colour of a bar below the words, which marks them and leaves their width alone; "" for none.
	Bar fyne.ThemeColorName
	// ID makes the run answer to taps; 0 does not.
	ID int
}

// FlowText shows wrapped runs with coloured grounds, which Fyne's RichText cannot, and lets them be selected and
// copied as they were read, whatever had to be shown in place of hidden characters.
//
// Long texts are laid out once per width but only the lines near the view become canvas objects; a [Page] calls
// [FlowText.View] for every text on it. Without a call to View everything is drawn.
type FlowText struct {
	fynewidget.BaseWidget
	// OnTapped is told the ID of a tapped run.
	OnTapped func(id int)
	// OnHover is told the ID of the run under the pointer, 0 when there is none; it is not told twice.
	OnHover func(id int)
	// OnKey and OnRune take the keys typed while the text has the focus.
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)
	// OnMenu is asked for a menu of what is selected, at a position of the window.
	OnMenu func(fyne.Position)

	runs     []Run
	flow     flow
	from, to spot // the selection
	view     band
	built    band
	objects  []fyne.CanvasObject
	hovered  int
}

// band is a range of heights within the text; the zero band is everything.
type band struct{ top, bottom float32 }

func (b band) all() bool { return b.bottom <= b.top }

var (
	_ fyne.Tappable      = (*FlowText)(nil)
	_ fyne.Accessible    = (*FlowText)(nil)
	_ desktop.Cursorable = (*FlowText)(nil)
	_ desktop.Hoverable  = (*FlowText)(nil)
	_ Flowing            = (*FlowText)(nil)
)

// NewFlowText shows runs.
func NewFlowText(runs ...Run) *FlowText {
	f := &FlowText{runs: runs}
	f.ExtendBaseWidget(f)
	return f
}

// SetRuns replaces the text and forgets the selection.
func (f *FlowText) SetRuns(runs []Run) {
	f.from, f.to = spot{}, spot{}
	f.Restyle(runs)
}

// Restyle replaces the styles of a text whose words stay the same, so that the selection holds.
func (f *FlowText) Restyle(runs []Run) {
	f.runs, f.flow.width = runs, 0
	f.Refresh()
}

// View says which part is in sight, in the text's own coordinates. Lines further away than one screen are not
// drawn, so a book costs no more than a page.
func (f *FlowText) View(top, height float32) {
	f.view = band{top, top + height}
	if len(f.flow.boxes) < manyObjects/2 {
		return // drawn whole
	}
	inner := band{max(top, 0), min(top+height, f.flow.height)}
	if f.built.all() || inner.bottom > inner.top && (inner.top < f.built.top || inner.bottom > f.built.bottom) {
		f.build()
		canvas.Refresh(f)
	}
}

// manyObjects is how much may be drawn at once before lines out of sight are left out: a few screens of text.
const manyObjects = 600

// Where gives the height at which the first run with an ID begins.
func (f *FlowText) Where(id int) (y float32, ok bool) {
	for i := range f.flow.boxes {
		if f.runs[f.flow.boxes[i].run].ID == id {
			return f.flow.boxes[i].pos.Y, true
		}
	}
	return 0, false
}

// Text gives the words of all runs.
func (f *FlowText) Text() string {
	var b strings.Builder
	for i := range f.runs {
		b.WriteString(f.runs[i].Text)
	}
	return b.String()
}

// HeightFor implements Flowing.
func (f *FlowText) HeightFor(width float32) float32 {
	if width > 0 && width != f.flow.width {
		f.flow.lay(f.runs, width)
		f.build()
	}
	return f.flow.height
}

// Cursor implements desktop.Cursorable.
func (f *FlowText) Cursor() desktop.Cursor { return desktop.TextCursor }

// Tapped implements fyne.Tappable.
func (f *FlowText) Tapped(e *fyne.PointEvent) {
	i := f.boxAt(e.Position)
	if i < 0 || f.OnTapped == nil {
		return
	}
	if id := f.runs[f.flow.boxes[i].run].ID; id != 0 {
		f.OnTapped(id)
	}
}

// MouseIn implements desktop.Hoverable.
func (f *FlowText) MouseIn(e *desktop.MouseEvent) { f.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (f *FlowText) MouseMoved(e *desktop.MouseEvent) {
	id := 0
	if i := f.boxAt(e.Position); i >= 0 {
		id = f.runs[f.flow.boxes[i].run].ID
	}
	f.hover(id)
}

// MouseOut implements desktop.Hoverable.
func (f *FlowText) MouseOut() { f.hover(0) }

func (f *FlowText) hover(id int) {
	if f.OnHover != nil && id != f.hovered {
		f.hovered = id
		f.OnHover(id)
	}
}

// boxAt gives the box under a position, -1 for none.
func (f *FlowText) boxAt(p fyne.Position) int {
	for i := f.firstBelow(p.Y); i < len(f.flow.boxes); i++ {
		b := &f.flow.boxes[i]
		if p.Y < b.pos.Y {
			break
		}
		if p.X >= b.pos.X && p.X < b.pos.X+b.size.Width {
			return i
		}
	}
	return -1
}

// firstBelow gives the first box that ends below y; boxes are in reading order, so their heights only grow.
func (f *FlowText) firstBelow(y float32) int {
	return sort.Search(len(f.flow.boxes), func(i int) bool {
		return f.flow.boxes[i].pos.Y+f.flow.boxes[i].size.Height > y
	})
}

// AccessibilityLabel implements fyne.Accessible.
func (f *FlowText) AccessibilityLabel() string { return f.Text() }

// AccessibilityRole implements fyne.Accessible.
func (f *FlowText) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (f *FlowText) CreateRenderer() fyne.WidgetRenderer { return &flowRenderer{f} }

type flowRenderer struct{ f *FlowText }

func (r *flowRenderer) Destroy()                     {}
func (r *flowRenderer) Objects() []fyne.CanvasObject { return r.f.objects }
func (r *flowRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, r.f.flow.height) }
func (r *flowRenderer) Layout(size fyne.Size)        { r.f.HeightFor(size.Width) }

// Refresh lays out again, since fonts and sizes may have changed with the theme.
func (r *flowRenderer) Refresh() {
	r.f.flow.lay(r.f.runs, r.f.Size().Width)
	r.f.build()
	canvas.Refresh(r.f) // without it the window is not painted again
}

// build makes the canvas objects of the lines near the view: grounds, selection, then words.
func (f *FlowText) build() {
	f.built = band{}
	if h := f.view.bottom - f.view.top; h > 0 && len(f.flow.boxes) > manyObjects/2 {
		f.built = band{f.view.top - h, f.view.bottom + h}
	}
	first, last := 0, len(f.flow.boxes)
	if !f.built.all() {
		first, last = f.firstBelow(f.built.top), f.firstBelow(f.built.bottom)
	}
	f.objects = f.objects[:0]
	for i := first; i < last; i++ {
		f.ground(&f.flow.boxes[i])
	}
	f.selection(first, last)
	for i := first; i < last; i++ {
		f.words(&f.flow.boxes[i])
	}
}

func (f *FlowText) ground(b *box) {
	run := &f.runs[b.run]
	if run.Ground != "" {
		r := rectangle(run.Ground, 2)
		place(r, b.pos.X-1, b.pos.Y, b.size.Width+2, b.size.Height)
		f.objects = append(f.objects, r)
	}
	if run.Bar != "" {
		r := rectangle(run.Bar, 0)
		place(r, b.pos.X-1, b.pos.Y+b.size.Height-barHeight, b.size.Width+2, barHeight)
		f.objects = append(f.objects, r)
	}
}

// barHeight is the height of a bar below marked words, in points.
const barHeight = 2

func (f *FlowText) words(b *box) {
	run := &f.runs[b.run]
	if b.shown == "" {
		return
	}
	t := canvas.NewText(b.shown, ink(run.Ink))
	t.TextSize, t.TextStyle = textSize(run.Size), run.Style
	h := t.MinSize().Height
	place(t, b.pos.X, b.pos.Y+(b.size.Height-h)/2, b.size.Width, h)
	f.objects = append(f.objects, t)
}

// selection marks the selected words between two boxes.
func (f *FlowText) selection(first, last int) {
	a, b := ordered(f.from, f.to)
	if a == b {
		return
	}
	for i := first; i < last; i++ {
		bx := &f.flow.boxes[i]
		from, to := max(bx.from, a.in(bx.run)), min(bx.to, b.in(bx.run))
		if from >= to {
			continue
		}
		x0, x1 := f.xOf(bx, from), f.xOf(bx, to)
		r := rectangle(theme.ColorNameFocus, 0)
		place(r, bx.pos.X+x0, bx.pos.Y, x1-x0, bx.size.Height)
		f.objects = append(f.objects, r)
	}
}
