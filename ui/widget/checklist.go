package widget

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
	"quotidian/ui/say"
)

// Checklist is a list of rows, all ticked to begin with, of which a person can untick some. The row under the cursor is
// shown whole below it.
type Checklist struct {
	Grid *Grid
	// Whole gives all of a row, whose cells may be cut; nil where the cells say all.
	Whole func(row int) []Run
	// Least is how many must stay ticked, Remark what is said above the list, "" for nothing.
	Least  int
	Remark string

	off   []bool
	count *Line
	page  *Page
}

// NewChecklist gives a list of so many rows.
func NewChecklist(columns []Column, rows int, cell func(row, column int) Cell) *Checklist {
	c := &Checklist{Grid: NewGrid(columns), Least: 1, off: make([]bool, rows), count: NewLine("", Quiet), page: NewPage(Stack(0))}
	c.Grid.Length = func() int { return rows }
	c.Grid.Cell = func(row, column int) Cell {
		x := cell(row, column)
		if c.off[row] {
			x.Ink, x.Dot = look.Muted, ""
		}
		return x
	}
	c.Grid.Ticked = func(row int) bool { return !c.off[row] }
	c.Grid.OnTick = c.Toggle
	c.Grid.OnOpen = c.Toggle
	c.Grid.OnSelect = c.reveal
	c.Grid.OnRune = func(r rune) {
		if r == 'a' {
			c.ToggleAll()
		}
	}
	c.tell()
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

func (c *Checklist) reveal(row int) {
	if c.Whole != nil {
		c.page.SetContent(Padded(6, Prose(c.Whole(row)...)))
	}
}

// Toggle ticks a row or unticks it.
func (c *Checklist) Toggle(row int) {
	c.off[row] = !c.off[row]
	c.tell()
}

// ToggleAll unticks all rows, or ticks all where none is.
func (c *Checklist) ToggleAll() {
	on := len(c.Kept()) == 0
	for i := range c.off {
		c.off[i] = !on
	}
	c.tell()
}

// tell says how many are ticked.
func (c *Checklist) tell() {
	c.count.SetText(say.T("%s of %s ticked · Space unticks one, a all or none; what is not ticked stays as it is", say.Number(len(c.Kept())), say.Number(len(c.off))))
	c.Grid.Refresh()
}

// Wrong says why what is ticked is no answer, nil where it is one.
func (c *Checklist) Wrong() error {
	if n := len(c.Kept()); n < c.Least {
		return errors.New(say.T("tick at least %d", c.Least))
	}
	return nil
}

// Kept gives the rows that are ticked.
func (c *Checklist) Kept() []int {
	var rows []int
	for i, off := range c.off {
		if !off {
			rows = append(rows, i)
		}
	}
	return rows
}
