// Package picker is a line to type in over a list to choose from: the command palette, and every question of
// the kind "which speaker", "which statement".
package picker

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
	"quotidian/ui/widget"
)

// Choice is one line of the list.
type Choice struct {
	Title, Detail string
	Run           func()
	// Guess says that nothing speaks for the choice yet: Return alone takes none while it is the first, a person goes to it.
	Guess bool
}

// Picker is the open question. It closes on Escape and after a choice.
type Picker struct {
	Entry  *Entry
	pop    *fynewidget.PopUp
	grid   *widget.Grid
	find   func(query string) []Choice
	shown  []Choice
	closed func()
}

// most is how many choices are listed; whoever wants another types more.
const most = 200

var columns = []widget.Column{{Title: "", Width: 200, Grow: 3}, {Title: "", Width: 80, Grow: 2, Right: true}}

// Show asks. find gives the choices for what was typed, best first; closed runs after the picker went away.
func Show(c fyne.Canvas, hint string, find func(query string) []Choice, closed func()) *Picker {
	p := &Picker{find: find, closed: closed}
	p.Entry = newEntry(p)
	p.Entry.OnChanged = p.search
	p.grid = widget.NewGrid(columns)
	p.grid.HideHeader()
	p.grid.Length = func() int { return len(p.shown) }
	p.grid.Cell = p.cell
	p.grid.OnOpen = func(i int) { p.take(i) }
	p.grid.OnKey = func(k *fyne.KeyEvent) {
		if k.Name == fyne.KeyEscape {
			p.Dismiss()
		}
	}
	p.grid.TypeInto(p.Entry)
	p.search("")
	head := container.NewPadded(container.NewVBox(widget.NewLine(hint, widget.Quiet), p.Entry)) // still there once something is typed
	p.pop = fynewidget.NewModalPopUp(widget.Dock(head, nil, nil, nil, p.grid), c)
	p.pop.Resize(fyne.NewSize(min(680, c.Size().Width-40), min(420, c.Size().Height-60)))
	p.pop.Show()
	p.grid.Top()
	c.Focus(p.Entry)
	return p
}

func (p *Picker) search(query string) {
	p.shown = p.find(query)
	p.shown = p.shown[:min(len(p.shown), most)]
	at := 0
	if len(p.shown) > 0 && p.shown[0].Guess {
		at = -1
	}
	p.grid.Mark(at)
	p.grid.Refresh()
	p.grid.Top()
}

func (p *Picker) cell(row, column int) widget.Cell {
	c := p.shown[row]
	if column == 0 {
		return widget.Cell{Text: c.Title}
	}
	return widget.Cell{Text: c.Detail, Ink: look.Muted}
}

// Dismiss takes the picker away without a choice.
func (p *Picker) Dismiss() {
	p.pop.Hide()
	p.closed()
}

// Keys is what the keys typed are for.
func (p *Picker) Keys() fyne.Focusable { return p.Entry }

func (p *Picker) take(i int) {
	if i < 0 || i >= len(p.shown) {
		return
	}
	run := p.shown[i].Run
	p.Dismiss()
	run()
}

// Row is the line of the list that Return takes, -1 for none.
func (p *Picker) Row() int { return p.grid.Row() }

// Shown gives the titles listed.
func (p *Picker) Shown() []string {
	out := make([]string, len(p.shown))
	for i := range p.shown {
		out[i] = p.shown[i].Title
	}
	return out
}

// Entry is the line of the picker: arrows, Page Up and Down, Home and End move in the list, Return chooses, Escape closes.
type Entry struct {
	fynewidget.Entry
	p *Picker
}

func newEntry(p *Picker) *Entry {
	e := &Entry{p: p}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	g := e.p.grid
	switch k.Name {
	case fyne.KeyDown:
		g.Select(min(g.Row()+1, len(e.p.shown)-1))
	case fyne.KeyUp:
		g.Select(max(g.Row()-1, 0))
	case fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd:
		e.leap(k)
	case fyne.KeyEscape:
		e.p.Dismiss()
	case fyne.KeyReturn, fyne.KeyEnter:
		e.p.take(g.Row())
	default:
		e.Entry.TypedKey(k)
	}
}

// leap goes on in the list as the key says; Home and End are the line's while something stands in it.
func (e *Entry) leap(k *fyne.KeyEvent) {
	if edits := k.Name == fyne.KeyHome || k.Name == fyne.KeyEnd; edits && e.Text != "" {
		e.Entry.TypedKey(k)
		return
	}
	if len(e.p.shown) > 0 {
		e.p.grid.Keys().TypedKey(k)
	}
}
