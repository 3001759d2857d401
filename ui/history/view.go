// Package history is the screen of what was decided: every entry of the log, newest first, who settled it and
// when, what it found and what it made of it. Each entry in force can be taken back, however old.
package history

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/listing"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Source is what this screen needs of a dossier.
type Source interface {
	Log() ([]decision.Decision, error)
	// Statement gives the statement that a quote belongs to, by the quote's id.
	Statement(dossier.StatementID) (dossier.Statement, error)
}

// Host is the window around the screen.
type Host interface {
	// Withdraw takes an entry back and leaves later ones in force.
	Withdraw(seq int64)
	Confirm(title, yes string, body fyne.CanvasObject, act func())
	Tell(title string, lines ...string)
	Failed(error)
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// View is the screen.
type View struct {
	*listing.Table[int64]
	log    *listing.List[int64, entry] // newest first
	source Source
	host   Host
	list   fyne.CanvasObject
	whole  *fyne.Container
}

// entry is a decision with its present state.
type entry struct {
	decision.Decision
	inForce bool
}

var columns = []widget.Column{
	{Title: "#", Width: 34, Right: true, Whole: true},
	{Title: "When", Width: 134, Whole: true, Holds: say.LongestMoment},
	{Title: "Who", Width: 90},
	{Title: "Decision", Width: 150, Grow: 1},
	{Title: "Before", Width: 120, Grow: 2, Spare: true},
	{Title: "After", Width: 120, Grow: 2},
}

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{{"Enter", "the whole entry"}, {"u", "take the entry back"}, {"U", "take back the entry and all after it"}}

// New gives the screen; Reload fills it.
func New(source Source, host Host) *View {
	v := &View{source: source, host: host}
	v.log = listing.NewList(listing.Kind[int64, entry]{ID: func(e *entry) int64 { return e.Seq }, Texts: texts}, 0)
	v.Table = listing.NewTable(columns, v.log, v.cell, host)
	v.Grid.OnOpen = v.open
	v.list = widget.Dock(v.bar(), nil, nil, nil, v.Grid)
	v.whole = container.NewStack(v.list)
	return v
}

// bar holds what can be done about the entry under the cursor.
func (v *View) bar() fyne.CanvasObject {
	return widget.Bar(nil, container.NewPadded(widget.NewLine(say.T("What is taken back stays in the log, struck through"), widget.Quiet)),
		widget.Act(say.T("Take back (u)"), nil, func() { v.withdraw(v.Grid.Row()) }),
		widget.Act(say.T("Take back from here on (U)"), nil, func() { v.withdrawFrom(v.Grid.Row()) }))
}

func texts(e *entry) []string {
	return []string{e.Who, string(e.Kind), e.Value, say.Standing(e.Before), say.Standing(e.After), e.Why, say.Moment(e.When.Local())}
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Log" }

// Reload reads the log anew.
func (v *View) Reload() {
	log, err := v.source.Log()
	if err != nil {
		v.host.Failed(err)
		return
	}
	v.log.Set(entries(log))
	v.Renewed()
	v.show()
}

// Search narrows the log to entries that hold every word: who, what, when, before, after.
func (v *View) Search(query string) {
	v.log.Search(query)
	v.show()
	v.Grid.Top()
}

// Query is what is searched for.
func (v *View) Query() string { return v.log.Query() }

func (v *View) show() {
	v.Show()
	body := v.list
	if len(v.log.All()) == 0 {
		body = widget.Empty(say.T("Nothing was decided yet"), say.T("Whatever you settle (same, never the same, other speaker, not a quote…) is kept here for good, and can be taken back at any time."))
	}
	widget.Put(v.whole, body)
}

// entries gives the log newest first, each decision with whether it is in force.
func entries(log []decision.Decision) []entry {
	active := map[int64]bool{}
	for _, d := range decision.Fold(log).Active {
		active[d.Seq] = true
	}
	out := make([]entry, 0, len(log))
	for _, d := range slices.Backward(log) {
		out = append(out, entry{d, active[d.Seq]})
	}
	return out
}

func (v *View) cell(row, column int) widget.Cell {
	e := v.log.Row(row)
	quiet := widget.Cell{Ink: look.Muted}
	switch column {
	case 0:
		quiet.Text = strconv.FormatInt(e.Seq, 10)
		return quiet
	case 1:
		quiet.Text = say.Moment(e.When.Local())
		return quiet
	case 2:
		return widget.Cell{Text: e.Who}
	case 3:
		return e.what()
	case 4:
		quiet.Text = say.Standing(e.Before)
		return quiet
	default:
		return widget.Cell{Text: say.Standing(e.After)}
	}
}

// what names the decision; one that was taken back is struck through.
func (e *entry) what() widget.Cell {
	c := widget.Cell{Text: say.T(string(e.Kind))}
	if e.Kind == decision.Outlet {
		c.Text = say.One("outlet")
	}
	if e.Value != "" {
		c.Text += ": " + e.Value
	}
	switch {
	case e.Of != 0:
		c.Text += " " + say.T("of %d", e.Of)
		c.Ink = look.Muted
	case !e.inForce:
		c.Ink, c.Style.Strikethrough = look.Muted, true
	}
	return c
}

// open shows the whole of an entry, and from there takes back one that is in force: the list cuts long lines, and does not
// say the words that an entry is about.
func (v *View) open(row int) {
	e := v.log.Row(row)
	title := e.what().Text + " – " + e.Who + ", " + say.Moment(e.When.Local())
	lines := v.about(e)
	for _, fact := range [][2]string{{say.T("Before"), say.Standing(e.Before)}, {say.T("After"), say.Standing(e.After)}, {say.T("Why"), e.Why}} {
		if fact[1] != "" {
			lines = append(lines, fact[0]+": "+fact[1])
		}
	}
	if !e.inForce {
		v.host.Tell(title, lines...)
		return
	}
	parts := make([]fyne.CanvasObject, len(lines))
	for i, line := range lines {
		parts[i] = widget.Prose(widget.Run{Text: line})
	}
	v.host.Confirm(title, say.T("Take back"), widget.Stack(4, parts...), func() { v.host.Withdraw(e.Seq) })
}

// aboutMost bounds how many statements and names of an entry are named: more are not read.
const aboutMost = 20

// about names what an entry is about: the words of statements, each once, and names. Quotes that are none any more have no
// statement.
func (v *View) about(e *entry) []string {
	var out []string
	for _, ref := range e.Refs() {
		kind, id, _ := decision.ParseRef(ref)
		text := ""
		switch kind {
		case decision.ToQuote:
			if s, err := v.source.Statement(dossier.StatementID(id)); err == nil {
				text = s.Text
			}
		case decision.ToName:
			text = id
		case decision.ToFault:
			text = decision.ParseFault(id)
		}
		if text != "" && !slices.Contains(out, text) && len(out) < aboutMost {
			out = append(out, text)
		}
	}
	return out
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	switch r {
	case 'u':
		v.withdraw(v.Grid.Row())
	case 'U':
		v.withdrawFrom(v.Grid.Row())
	}
}

// withdrawFrom takes back the entry of a row and all that were made after it, the newest first.
func (v *View) withdrawFrom(row int) {
	if row < 0 || row >= v.log.Len() {
		return
	}
	first := v.log.ID(row)
	var back []int64
	for _, e := range v.log.All() {
		if e.inForce && e.Seq >= first {
			back = append(back, e.Seq)
		}
	}
	for _, seq := range back {
		v.host.Withdraw(seq)
	}
}

func (v *View) withdraw(row int) {
	if row < 0 || row >= v.log.Len() {
		return
	}
	if e := v.log.Row(row); e.inForce {
		v.host.Withdraw(e.Seq)
	}
}
