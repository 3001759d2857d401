// Package history is the screen of what was decided: every entry of the log, newest first, who settled it and
// when, what it found and what it made of it. Each entry in force can be taken back, however old.
package history

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"quotidian/dossier/decision"
	"quotidian/ui/find"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Source is what this screen needs of a dossier.
type Source interface {
	Log() ([]decision.Decision, error)
}

// Host is the window around the screen.
type Host interface {
	// Withdraw takes an entry back and leaves later ones in force.
	Withdraw(seq int64)
	Failed(error)
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// View is the screen.
type View struct {
	Grid    *widget.Grid
	entries []entry // all, newest first
	shown   []int
	query   string
	index   *find.Index
	source  Source
	host    Host
	whole   *fyne.Container
	list    fyne.CanvasObject
}

// entry is a decision with its present state.
type entry struct {
	decision.Decision
	inForce bool
}

var columns = []widget.Column{
	{Title: "#", Width: 34, Right: true, Whole: true},
	{Title: "When", Width: 134, Whole: true},
	{Title: "Who", Width: 90},
	{Title: "Decision", Width: 150, Grow: 1},
	{Title: "Before", Width: 120, Grow: 2, Spare: true},
	{Title: "After", Width: 120, Grow: 2},
}

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{{"Enter, u", "take the entry back"}, {"U", "take back the entry and all after it"}}

// New gives the screen; Reload fills it.
func New(source Source, host Host) *View {
	v := &View{source: source, host: host, index: find.NewIndex(0, nil)}
	v.Grid = widget.NewGrid(columns)
	v.Grid.Length, v.Grid.Cell = func() int { return len(v.shown) }, v.cell
	v.Grid.OnOpen = v.withdraw
	v.Grid.OnKey, v.Grid.OnRune = host.Key, host.Rune
	v.list = v.Grid
	v.whole = container.NewStack(v.list)
	return v
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Log" }

// Focus is what takes the keys: the list.
func (v *View) Focus() fyne.Focusable { return v.Grid.Keys() }

// Reload reads the log anew.
func (v *View) Reload() {
	log, err := v.source.Log()
	if err != nil {
		v.host.Failed(err)
		return
	}
	v.entries = entries(log)
	v.index = find.NewIndex(len(v.entries), func(i int) []string {
		e := &v.entries[i]
		return []string{e.Who, string(e.Kind), e.Value, say.Standing(e.Before), say.Standing(e.After), e.Why, say.Moment(e.When.Local())}
	})
	v.show()
}

// Search narrows the log to entries that hold every word: who, what, when, before, after.
func (v *View) Search(query string) {
	v.query = query
	v.show()
	v.Grid.Top()
}

// Query is what is searched for.
func (v *View) Query() string { return v.query }

func (v *View) show() {
	hits, _ := v.index.Search(v.query)
	v.shown = v.shown[:0]
	for i := range v.entries {
		if hits[i] {
			v.shown = append(v.shown, i)
		}
	}
	v.Grid.Mark(-1)
	v.Grid.Refresh()
	body := v.list
	if len(v.entries) == 0 {
		body = widget.Empty(say.T("Nothing was decided yet"), say.T("Whatever you settle (same, never the same, other speaker, not a quote…) is kept here for good, and can be taken back at any time."))
	}
	v.whole.Objects = []fyne.CanvasObject{body}
	v.whole.Refresh()
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
	e := &v.entries[v.shown[row]]
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
	if row < 0 || row >= len(v.shown) {
		return
	}
	var back []int64
	for i := range v.shown[row] + 1 {
		if v.entries[i].inForce {
			back = append(back, v.entries[i].Seq)
		}
	}
	for _, seq := range back {
		v.host.Withdraw(seq)
	}
}

func (v *View) withdraw(row int) {
	if row >= 0 && row < len(v.shown) && v.entries[v.shown[row]].inForce {
		v.host.Withdraw(v.entries[v.shown[row]].Seq)
	}
}
