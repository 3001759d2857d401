package importing

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Host is the window around the screen.
type Host interface {
	Import()
	ImportFolder()
	PasteArticle()
	ImportPaths(paths []string)
	CancelJob()
	// Careful reports whether articles are read carefully, ReadCarefully switches that.
	Careful() bool
	ReadCarefully(careful bool)
	ShowStatements()
	// ShowInput shows the article that came from an input.
	ShowInput(path string)
	// Tell shows what is too long for a line, under a title.
	Tell(title string, lines ...string)
	Say(message string)
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{
	{"Enter", "read the article, or the whole reason of a fault"},
	{"v", "paste an article from the clipboard"},
	{"f", "show faults only, or all inputs"},
	{"r", "read the faults again"},
	{"g", "go on with an import that was cancelled"},
	{"c", "cancel"},
}

// View is the screen.
type View struct {
	Model Model
	Grid  *widget.Grid

	host    Host
	whole   *fyne.Container
	list    fyne.CanvasObject
	nothing fyne.CanvasObject // in place of the list before the first import
	careful []*widget.Check   // one on each of the two
	balance *widget.Line
	state   *widget.Line
	busy    *fynewidget.ProgressBarInfinite // while nobody knows how far it is
	bar     *fynewidget.ProgressBar
	began   time.Time
	cancel  *widget.Button
	retry   *widget.Button
	rest    *widget.Button
	only    *widget.Check
}

var columns = []widget.Column{
	{Title: "Input", Width: 200, Grow: 3},
	{Title: "Result", Width: 110},
	{Title: "Reason", Width: 160, Grow: 3},
}

// New gives the screen.
func New(host Host) *View {
	v := &View{host: host, balance: widget.NewLine("", widget.Heading), state: widget.NewLine("", widget.Quiet), busy: fynewidget.NewProgressBarInfinite(), bar: fynewidget.NewProgressBar()}
	v.bar.TextFormatter = func() string { return "" } // the line above says it, where it can be read on any colour
	v.busy.Stop()
	v.Grid = widget.NewGrid(columns)
	v.Grid.Length, v.Grid.Cell = func() int { return v.Model.Len() }, v.cell
	v.Grid.OnOpen = v.open
	v.Grid.OnKey, v.Grid.OnRune = host.Key, host.Rune
	v.cancel = widget.NewButton(say.T("Cancel"), theme.CancelIcon(), host.CancelJob)
	v.retry = widget.NewButton(say.T("Read the faults again"), theme.ViewRefreshIcon(), v.Retry)
	v.rest = widget.NewButton(say.T("Read the rest"), theme.MediaPlayIcon(), v.ReadRest)
	v.only = widget.NewCheck(say.T("Faults only"), v.Only)
	account := container.NewPadded(container.NewPadded(container.NewVBox(v.balance, v.state, v.busy, v.bar, container.NewHBox(v.cancel, v.rest, v.retry, v.only))))
	v.list = widget.Dock(widget.Dock(v.tools(), fynewidget.NewSeparator(), nil, nil, account), nil, nil, nil, v.Grid)
	v.nothing = widget.Empty(say.T("Bring articles in"),
		say.T("Choose files or a folder, drop them on this window, or paste an article or a whole web page. Articles stay on this computer. Every input is accounted for: added, already there, or a fault with its reason.")+
			"\n\n"+say.T("Read carefully, more is found, and sources and contents are cut better. It takes from half a second to some seconds an article."),
		append(v.sources(fynewidget.HighImportance), v.carefully())...)
	v.whole = container.NewStack()
	v.show()
	return v
}

func (v *View) tools() fyne.CanvasObject {
	cost := widget.NewLine(say.T("Finds more and cuts it better: from half a second to some seconds an article"), widget.Quiet)
	return widget.Bar(append(v.sources(fynewidget.LowImportance), v.carefully()), cost)
}

// carefully is the box to tick for careful reading.
func (v *View) carefully() *widget.Check {
	c := widget.NewCheck(say.T("Read carefully"), v.host.ReadCarefully)
	v.careful = append(v.careful, c)
	return c
}

// sources are the buttons of where articles come from.
func (v *View) sources(first fynewidget.Importance) []fyne.CanvasObject {
	button := func(label string, icon fyne.Resource, act func()) *widget.Button {
		b := widget.NewButton(label, icon, act)
		b.Importance = fynewidget.LowImportance
		return b
	}
	files := button(say.T("Files…"), theme.DocumentIcon(), v.host.Import)
	files.Importance = first
	return []fyne.CanvasObject{
		files, button(say.T("Folder…"), theme.FolderIcon(), v.host.ImportFolder),
		button(say.T("Paste"), theme.ContentPasteIcon(), v.host.PasteArticle),
	}
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Import" }

// Focus is what takes the keys: the list.
func (v *View) Focus() fyne.Focusable { return v.Grid.Keys() }

// Reload shows the screen anew, in another size of text perhaps, and how articles are read. It reads nothing else: the screen
// shows what happened, not what the dossier holds.
func (v *View) Reload() {
	careful := v.host.Careful()
	for _, c := range v.careful {
		c.Checked = careful // which asks for nothing, as ticking it does
		c.Refresh()
	}
	v.show()
}

// Begin shows that an import is under way.
func (v *View) Begin(inputs []string) {
	v.Model.Begin(inputs)
	v.began = time.Now()
	v.only.SetChecked(false)
	v.busy.Start()
	v.show()
}

// Progress shows how far it is.
func (v *View) Progress(l *Ledger) {
	if !v.Model.Running {
		return
	}
	v.Model.Add(l.Take())
	v.Model.Reckon(time.Since(v.began))
	v.show()
}

// End shows the account of an import, which ended with err.
func (v *View) End(l *Ledger, b dossier.Balance, err error) {
	v.Model.Add(l.Take())
	v.Model.End(b, err)
	v.busy.Stop()
	v.Grid.Top()
	v.show()
}

// Only shows faults only, or all inputs.
func (v *View) Only(faults bool) {
	v.Model.Only(faults)
	v.show()
}

// Retry reads the files of the faults again.
func (v *View) Retry() {
	if paths := v.Model.Retry(); len(paths) > 0 && !v.Model.Running {
		v.host.ImportPaths(paths)
		return
	}
	v.host.Say(say.T("There is nothing to read again"))
}

// ReadRest goes on with an import that did not come to its end.
func (v *View) ReadRest() {
	if inputs := v.Model.Rest(); len(inputs) > 0 {
		v.host.ImportPaths(inputs)
		return
	}
	v.host.Say(say.T("There is nothing left to read"))
}

// open shows what became of an input: its article, or why there is none.
func (v *View) open(row int) {
	e := v.Model.Row(row)
	if e.Outcome == Faulty {
		v.host.Tell(say.T("Could not be read"), e.Path, say.Engine(e.Reason))
		return
	}
	v.host.ShowInput(e.Path)
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	switch r {
	case 'v':
		v.host.PasteArticle()
	case 'f':
		v.only.SetChecked(!v.only.Checked)
	case 'r':
		v.Retry()
	case 'g':
		v.ReadRest()
	case 'c':
		v.host.CancelJob()
	}
}

func (v *View) show() {
	body := v.list
	if !v.Model.Any() {
		body = v.nothing
	}
	v.balance.SetText(v.Headline())
	v.state.SetText(v.State())
	v.cancel.Hidden = !v.Model.Running || v.Model.Where.Joining
	v.showBar()
	v.rest.Hidden = len(v.Model.Rest()) == 0
	v.retry.Hidden = v.Model.Running || len(v.Model.Retry()) == 0
	v.Grid.Refresh()
	widget.Put(v.whole, body)
}

// showBar shows how much is done, where that is known, or else that something is being done.
func (v *View) showBar() {
	measured := v.Model.Measured()
	v.bar.Hidden, v.busy.Hidden = !measured, measured || !v.Model.Running
	if measured {
		v.busy.Stop()
		v.bar.SetValue(v.Model.Where.Done)
	} else if v.Model.Running {
		v.busy.Start()
	}
}

// Headline is the account so far, or at the end.
func (v *View) Headline() string {
	switch m := &v.Model; {
	case m.Running:
		return Balance(m.Where.Balance)
	case m.Ended == Cancelled:
		return say.T("Cancelled.") + " " + Balance(m.Balance)
	case m.Ended == Broken:
		return say.T("Not brought to its end.") + " " + Balance(m.Balance)
	}
	return Balance(v.Model.Balance)
}

// Balance is the account of an import: nothing is lost without a line.
func Balance(b dossier.Balance) string {
	return say.T("%s found = %s added + %s already there + %s", say.Number(b.Found), say.Number(b.Added), say.Number(b.Already), say.N(len(b.Faults), "fault"))
}

// State says what is being done, or what the account means.
func (v *View) State() string {
	switch m := &v.Model; {
	case m.Running && m.Where.Joining:
		return say.T("Joining names and statements across articles…")
	case m.Running && m.Where.Path == "":
		return say.T("Reading…")
	case m.Measured():
		return say.T("Reading, %s: %s", Standing(m), m.Where.Path)
	case m.Running:
		return say.T("Reading: %s", m.Where.Path)
	case m.Ended != Whole:
		return Unread(m)
	case len(m.Balance.Faults) > 0:
		return say.T("What could not be read is listed first, with the reason. All else is in the dossier.")
	default:
		return say.T("Everything found is in the dossier.")
	}
}

// Missing says of an import that did not come to its end what was not read, as far as that is known.
func Missing(m *Model) string {
	if percent := int(100 * m.Where.Done); percent > 0 && percent < 100 {
		return say.T("%d %% was read, the rest was not.", percent)
	}
	return say.T("The rest was not read.")
}

// Unread says that too, and how to go on.
func Unread(m *Model) string {
	if len(m.Inputs) == 0 {
		return Missing(m) + " " + say.T("What was found until then is in the dossier.")
	}
	return Missing(m) + " " + say.T("What was found until then is in the dossier; “Read the rest” (g) goes on and passes over what is there.")
}

// Standing says how much of the reading is done and how long the rest takes; "" where nobody knows.
func Standing(m *Model) string {
	percent := int(100 * m.Where.Done)
	switch {
	case !m.Measured():
		return ""
	case m.Left == 0:
		return say.T("%d %%", percent)
	case m.Left < time.Minute:
		return say.T("%d %%, about %d s left", percent, int(m.Left.Seconds()))
	}
	return say.T("%d %%, about %d min left", percent, int(m.Left.Minutes()))
}

func (v *View) cell(row, column int) widget.Cell {
	e := v.Model.Row(row)
	switch column {
	case 0:
		return widget.Cell{Text: e.Path}
	case 1:
		return widget.Cell{Tags: []widget.Tag{tag(&e)}}
	default:
		return widget.Cell{Text: say.Engine(e.Reason), Ink: look.Muted}
	}
}

// tag is the badge of an input; one of which something could not be read is not green.
func tag(e *Entry) widget.Tag {
	t := widget.Tag{Text: say.T(string(e.Outcome)), Ground: look.Slight, Ink: look.OnSlight}
	switch {
	case e.Outcome == Faulty:
		t.Ground, t.Ink = look.Grave, look.OnGrave
	case e.Reason != "":
		t.Ground, t.Ink = look.Notable, look.OnNotable
	case e.Outcome == Added:
		t.Ground, t.Ink = look.Settled, look.OnSettled
	}
	return t
}
