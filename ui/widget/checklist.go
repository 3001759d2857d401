package widget

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
	"quotidian/ui/say"
)

// Checklist is a list of rows that a question asks about, of which a person ticks some and unticks others. The row under the
// cursor is shown whole below it. Rows are meant by their places among all of them, also while fewer are shown.
type Checklist struct {
	Grid *Grid
	// Whole gives all of a row, whose cells may be cut; nil where the cells say all.
	Whole func(row int) []Run
	// Least is how many must be ticked, Remark what is said above the list, "" for nothing.
	Least  int
	Remark string
	// OnTick is told whenever something is ticked or unticked; may be nil.
	OnTick func()

	ticked []bool
	fades  bool  // what is not ticked, since it was left out
	shown  []int // the rows in sight
	count  *Line
	page   *Page
}

// NewChecklist gives a list of so many rows, all of them ticked to begin with, or none.
func NewChecklist(columns []Column, rows int, ticked bool, cell func(row, column int) Cell) *Checklist {
	c := &Checklist{Grid: NewGrid(columns), Least: 1, ticked: slices.Repeat([]bool{ticked}, rows), fades: ticked, count: NewLine("", Quiet), page: NewPage(Stack(0))}
	c.Grid.Length = func() int { return len(c.shown) }
	c.Grid.Cell = func(at, column int) Cell {
		x := cell(c.shown[at], column)
		if c.fades && !c.Has(c.shown[at]) {
			x.Ink, x.Dot = look.Muted, ""
		}
		return x
	}
	c.Grid.Ticked = func(at int) bool { return c.Has(c.shown[at]) }
	c.Grid.OnTick = c.toggle
	c.Grid.OnOpen = c.toggle
	c.Grid.OnSelect = c.reveal
	c.Grid.OnRune = func(r rune) {
		if r == 'a' {
			c.ToggleShown()
		}
	}
	c.Show(func(int) bool { return true })
	return c
}

// Object is what a question shows.
func (c *Checklist) Object() fyne.CanvasObject {
	head := Stack(4, c.count)
	if c.Remark != "" {
		head = Stack(4, Prose(Run{Text: c.Remark, Style: fyne.TextStyle{Bold: true}}), c.count)
	}
	return Dock(Padded(4, head), c.below(), nil, nil, c.Grid)
}

// wholeHeight is the room for the row under the cursor, in points: some lines, which scroll.
const wholeHeight = 130

// below is the row under the cursor, where there is more of it than its cells show.
func (c *Checklist) below() fyne.CanvasObject {
	if c.Whole == nil {
		return nil
	}
	c.reveal(0)
	return Dock(fynewidget.NewSeparator(), nil, nil, nil, container.New(tall(wholeHeight), c.page))
}

// tall is a layout of one object of a height, in points for text of the normal size.
type tall float32

func (t tall) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, grown(float32(t))) }
func (t tall) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
}

func (c *Checklist) reveal(at int) {
	if c.Whole != nil && at < len(c.shown) {
		c.page.SetContent(Padded(6, Prose(c.Whole(c.shown[at])...)))
	}
}

// Show narrows the list to some rows. What is ticked stays so, in sight or not.
func (c *Checklist) Show(passes func(row int) bool) {
	c.shown = nil
	for row := range c.ticked {
		if passes(row) {
			c.shown = append(c.shown, row)
		}
	}
	c.tell()
	c.reveal(max(0, c.Grid.Row()))
}

func (c *Checklist) toggle(at int) {
	row := c.shown[at]
	c.ticked[row] = !c.ticked[row]
	c.tell()
}

// ToggleShown ticks all that are shown, or unticks them where all are ticked.
func (c *Checklist) ToggleShown() {
	on := slices.ContainsFunc(c.shown, func(row int) bool { return !c.Has(row) })
	for _, row := range c.shown {
		c.ticked[row] = on
	}
	c.tell()
}

// tell says how many are ticked.
func (c *Checklist) tell() {
	c.count.SetText(say.T("%s of %s ticked · Space ticks or unticks one, a all that are shown; what is not ticked stays as it is", say.Number(len(c.Kept())), say.Number(len(c.ticked))))
	c.Grid.Refresh()
	if c.OnTick != nil {
		c.OnTick()
	}
}

// Wrong says why what is ticked is no answer, nil where it is one.
func (c *Checklist) Wrong() error {
	if n := len(c.Kept()); n < c.Least {
		return errors.New(say.T("tick at least %d", c.Least))
	}
	return nil
}

// Has reports whether a row is ticked.
func (c *Checklist) Has(row int) bool { return c.ticked[row] }

// Kept gives the rows that are ticked.
func (c *Checklist) Kept() []int {
	var rows []int
	for row, ticked := range c.ticked {
		if ticked {
			rows = append(rows, row)
		}
	}
	return rows
}
