package files

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Question is the open question. Escape takes it away, wherever the cursor is.
type Question struct {
	Model *Model
	Line  *Line
	Grid  *widget.Grid

	pop    *fynewidget.PopUp
	canvas fyne.Canvas
	where  *widget.Line
	hint   *widget.Line
	warns  *widget.Line   // in the place of the hint, where the next answer replaces a file
	format *widget.Choice // nil where there is nothing to choose
	act    *widget.Button
	answer func(paths []string)
	closed func()
}

var columns = []widget.Column{
	{Title: "Name", Width: 200, Grow: 1},
	{Title: "Changed", Width: 140, Whole: true, Holds: say.LongestMoment},
	{Title: "Size", Width: 70, Right: true, Whole: true},
}

// size is that of the question where the window has room.
var size = fyne.NewSize(780, 540)

// Show asks. answer gets at least one path, absolute, after the question went away; closed runs whenever it goes.
func Show(c fyne.Canvas, ask Ask, answer func(paths []string), closed func()) *Question {
	q := &Question{Model: NewModel(ask), canvas: c, answer: answer, closed: closed, where: widget.NewLine("", widget.Quiet), hint: widget.NewLine("", widget.Quiet), warns: widget.NewLine("", widget.Wrong)}
	q.Line = newLine(q)
	q.list()
	rest := container.NewBorder(nil, q.foot(), nil, nil, q.Grid) // which Tab goes through in the order in which it stands
	q.pop = fynewidget.NewModalPopUp(widget.Dock(q.head(), nil, nil, nil, rest), c)
	q.pop.Resize(fyne.NewSize(min(size.Width, c.Size().Width-40), min(size.Height, c.Size().Height-60)))
	q.refresh()
	q.pop.Show()
	c.Focus(q.Line)
	q.Line.TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces the name proposed
	return q
}

func (q *Question) list() {
	q.Grid = widget.NewGrid(columns)
	q.Grid.Length = func() int { return len(q.Model.Shown) }
	q.Grid.Cell = q.cell
	q.Grid.OnSelect = func(row int) { q.Model.Choose(row); q.say() }
	q.Grid.OnOpen = func(row int) { q.taken(q.Model.Open(row)) }
	q.Grid.OnKey = q.key
	q.Grid.TypeInto(q.Line)
	if q.Model.Kind == Many {
		q.Grid.Ticked = q.Model.Ticked
		q.Grid.OnTick = func(row int) { q.Model.Tick(row); q.Grid.Refresh(); q.say() }
	}
}

func (q *Question) head() fyne.CanvasObject {
	up := widget.NewButton(say.T("Folder above"), theme.MoveUpIcon(), func() { q.Model.Up(); q.goOn() })
	home := widget.NewButton(say.T("Home"), theme.HomeIcon(), func() { q.Model.Home(); q.goOn() })
	up.Importance, home.Importance = fynewidget.LowImportance, fynewidget.LowImportance
	top := container.NewBorder(nil, nil, nil, container.NewHBox(up, home), widget.NewLine(q.Model.Title, widget.Heading))
	parts := []fyne.CanvasObject{top, q.Line, q.where}
	if len(q.Model.Names) > 0 {
		parts = append(parts, q.formats())
	}
	pad := theme.Padding()
	return widget.Padded(pad, widget.Stack(pad, parts...))
}

// formats is the choice of what is written.
func (q *Question) formats() fyne.CanvasObject {
	labels := make([]string, len(q.Model.Names))
	for i, name := range q.Model.Names {
		labels[i] = name + " " + q.Model.Endings[i]
	}
	q.format = widget.NewChoice(labels, q.Model.Format(), func(i int) {
		q.Model.SetFormat(i)
		q.goOn()
	})
	return q.format.Object
}

func (q *Question) foot() fyne.CanvasObject {
	q.act = widget.NewButton(q.Model.Act, nil, q.Press)
	q.act.Importance = fynewidget.HighImportance
	cancel := widget.NewButton(say.T("Cancel"), nil, q.Dismiss)
	return container.NewPadded(container.NewBorder(nil, nil, nil, container.NewHBox(cancel, q.act), container.NewStack(q.hint, q.warns)))
}

func (q *Question) cell(row, column int) widget.Cell {
	e := q.Model.Shown[row]
	switch {
	case column == 0 && e.Up:
		return widget.Cell{Text: "..", Ink: look.Muted}
	case column == 0 && e.Folder:
		return widget.Cell{Text: e.Name + string(filepath.Separator), Style: fyne.TextStyle{Bold: true}}
	case column == 0:
		return widget.Cell{Text: e.Name}
	case column == 2 && !e.Folder:
		return widget.Cell{Text: Size(e.Bytes), Ink: look.Muted}
	case column == 1 && !e.Up:
		return widget.Cell{Text: say.Moment(e.Changed), Ink: look.Muted}
	}
	return widget.Cell{}
}

// refresh shows the model as it is.
func (q *Question) refresh() {
	q.Grid.Mark(q.Model.At)
	q.Grid.Refresh()
	q.Grid.Top()
	q.say()
}

// goOn shows what a button changed and gives the keys back to the line, so that Return answers.
func (q *Question) goOn() {
	q.refresh()
	q.canvas.Focus(q.Line)
}

// say shows the line, the folder and what the next answer does.
func (q *Question) say() {
	if q.Line.Text != q.Model.Typed() {
		q.Line.show(q.Model.Typed())
	}
	if q.format != nil {
		q.format.Mark(q.Model.Format())
	}
	q.where.SetText(q.Model.Dir())
	q.tell()
}

// tell says what the next answer does, and of one that replaces a file so that it is seen, on the button too.
func (q *Question) tell() {
	hint, warning, act := q.Model.Hint(), "", q.Model.Act
	if q.Model.Replaces() {
		hint, warning, act = "", hint, say.T("Replace")
	}
	q.hint.SetText(hint)
	q.warns.SetText(warning)
	if q.act.Text != act {
		q.act.SetText(act)
	}
}

// Press answers as the button does.
func (q *Question) Press() { q.taken(q.Model.Press()) }

func (q *Question) taken(paths []string, done bool) {
	if !done {
		q.refresh()
		return
	}
	q.Dismiss()
	q.answer(paths)
}

// Dismiss takes the question away; before it was answered, without an answer.
func (q *Question) Dismiss() {
	q.pop.Hide()
	q.closed()
}

// Keys is what the keys typed are for.
func (q *Question) Keys() fyne.Focusable { return q.Line }

// key acts on a key that line or list have no use for.
func (q *Question) key(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		q.Dismiss()
	case fyne.KeyBackspace:
		q.Model.Up()
		q.refresh()
	}
}

// Line is where a path or a name is typed: Tab completes, arrows move in the list, Return answers.
type Line struct {
	fynewidget.Entry
	q *Question
}

func newLine(q *Question) *Line {
	l := &Line{q: q}
	l.ExtendBaseWidget(l)
	l.SetPlaceHolder(say.T("Type a name or a path; Tab completes it"))
	l.show(q.Model.Typed())
	l.OnChanged = func(text string) {
		if text != q.Model.Typed() {
			q.Model.Type(text)
			q.refresh()
		}
	}
	return l
}

// show puts a text into the line and the cursor at its end.
func (l *Line) show(text string) {
	l.SetText(text)
	l.CursorColumn = len([]rune(text))
	l.Refresh()
}

// AcceptsTab implements fyne.Tabbable: Tab completes what was begun, and otherwise leads on.
func (l *Line) AcceptsTab() bool { return l.q.Model.Completion() != "" }

// TypedKey implements fyne.Focusable.
func (l *Line) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyTab:
		l.q.Model.Type(l.q.Model.Completion())
		l.q.refresh()
	case fyne.KeyDown:
		l.move(1)
	case fyne.KeyUp:
		l.move(-1)
	case fyne.KeyPageDown, fyne.KeyPageUp:
		if len(l.q.Model.Shown) > 0 {
			l.q.Grid.Keys().TypedKey(k)
		}
	case fyne.KeyEscape:
		l.q.Dismiss()
	case fyne.KeyReturn, fyne.KeyEnter:
		l.q.taken(l.q.Model.Take())
	default:
		l.Entry.TypedKey(k)
	}
}

func (l *Line) move(by int) {
	l.q.Model.Move(by)
	l.q.Grid.Select(l.q.Model.At)
}
