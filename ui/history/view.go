// Package history is the screen of what was decided: every entry of the log, newest first, who settled it and
// when, what it found and what it made of it. Each entry in force can be taken back, however old.
package history

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/background"
	"quotidian/ui/listing"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/telling"
	"quotidian/ui/widget"
)

// Source is what this screen needs of a dossier.
type Source interface {
	Log() ([]decision.Decision, error)
	// Subjects says what the references of entries mean.
	Subjects(decided []decision.Decision) (map[string]dossier.Subject, error)
}

// Host is the window around the screen.
type Host interface {
	// Withdraw takes an entry back and leaves later ones in force.
	Withdraw(seq int64)
	Confirm(title, yes string, body fyne.CanvasObject, act func())
	// Dismiss takes a question away without an answer.
	Dismiss()
	OpenArticle(dossier.ArticleID, dossier.QuoteID)
	ShowStatementsOf(speaker string)
	Say(message string)
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
	work   *background.Background
	stop   context.CancelFunc // of the reload
	list   fyne.CanvasObject
	whole  *fyne.Container
}

// entry is a decision with its present state and what it is about, of a split what left and what stays. of is the entry that it
// takes or brings back.
type entry struct {
	decision.Decision
	inForce bool
	about   []dossier.Subject
	stays   []dossier.Subject
	of      *decision.Decision
}

var columns = []widget.Column{
	{Title: "#", Width: 34, Right: true, Whole: true},
	{Title: "When", Width: 134, Whole: true, Holds: say.LongestMoment},
	{Title: "Who", Width: 80},
	{Title: "Decision", Width: 120, Grow: 1},
	{Title: "About", Width: 180, Grow: 2},
	{Title: "Before", Width: 110, Grow: 1, Spare: true},
	{Title: "After", Width: 130, Grow: 2},
}

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{{"Enter", "the whole entry"}, {"g", "go to what the entry is about"}, {"u", "take the entry back"}, {"U", "take back the entry and all after it"}}

// New gives the screen; Reload fills it.
func New(source Source, host Host, work *background.Background) *View {
	v := &View{source: source, host: host, work: work, stop: func() {}}
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
		widget.Act(say.T("Go there (g)"), nil, func() { v.goThere(v.Grid.Row()) }),
		widget.Act(say.T("Take back (u)"), nil, func() { v.withdraw(v.Grid.Row()) }),
		widget.Act(say.T("Take back from here on (U)"), nil, func() { v.withdrawFrom(v.Grid.Row()) }))
}

func texts(e *entry) []string {
	return []string{e.Who, string(e.Kind), telling.Kind(e.Kind), e.Value, printed(e), say.Standing(e.Before), say.Standing(e.After), e.Why, say.Moment(e.When.Local())}
}

// printed is everything that an entry is about, for the search.
func printed(e *entry) string {
	var parts []string
	for _, s := range slices.Concat(e.about, e.stays) {
		parts = append(parts, s.Text, s.Article.Title, s.Article.Outlet.Name)
	}
	return strings.Join(parts, "\n")
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Log" }

// Reload reads the log anew, on a goroutine: what thousands of entries are about takes a while.
func (v *View) Reload() {
	v.stop()
	v.stop = v.work.Go(func(ctx context.Context) func() {
		log, err := v.source.Log()
		found, err2 := v.source.Subjects(log)
		if err = cmp.Or(err, err2); err != nil {
			return func() { v.host.Failed(err) }
		}
		set := v.log.Prepare(entries(log, found))
		return func() {
			if ctx.Err() != nil {
				return
			}
			set()
			v.Renewed()
			v.show()
		}
	})
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

// entries gives the log newest first, each decision with whether it is in force and what it is about.
func entries(log []decision.Decision, found map[string]dossier.Subject) []entry {
	bySeq := make(map[int64]int, len(log))
	for i := range log {
		bySeq[log[i].Seq] = i
	}
	active := map[int64]bool{}
	for _, d := range decision.Fold(log).Active {
		active[d.Seq] = true
	}
	out := make([]entry, 0, len(log))
	for i, d := range slices.Backward(log) {
		e, of := entry{Decision: d, inForce: active[d.Seq]}, &log[i]
		if at, ok := bySeq[d.Of]; ok {
			e.of, of = &log[at], &log[at]
		}
		e.about, e.stays = telling.Parted(of, found)
		out = append(out, e)
	}
	return out
}

// aboutText is how much of a quote the list shows, in characters: the column cuts what does not fit.
const aboutText = 80

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
		return widget.Cell{Text: telling.Line(e.about, e.stays, aboutText)}
	case 5:
		quiet.Text = say.Standing(e.Before)
		return quiet
	default:
		return widget.Cell{Text: say.Standing(e.After)}
	}
}

// what names the decision; one that was taken back is struck through.
func (e *entry) what() widget.Cell {
	c := widget.Cell{Text: telling.What(&e.Decision)}
	switch {
	case e.Of != 0:
		c.Text = telling.Kind(e.Kind) + " #" + strconv.FormatInt(e.Of, 10)
		if e.of != nil {
			c.Text += ": " + telling.What(e.of)
		}
		c.Ink = look.Muted
	case !e.inForce:
		c.Ink, c.Style.Strikethrough = look.Muted, true
	}
	return c
}

// open shows the whole of an entry, with the way to each thing that it is about, and takes back one that is in force.
func (v *View) open(row int) {
	e := v.log.Row(row)
	title := e.what().Text + " – " + e.Who + ", " + say.Moment(e.When.Local())
	parts := v.subjects(e)
	for _, fact := range [][2]string{{say.T("Before"), say.Standing(e.Before)}, {say.T("After"), say.Standing(e.After)}, {say.T("Why"), e.Why}} {
		if fact[1] != "" {
			parts = append(parts, widget.Prose(widget.Run{Text: fact[0] + ": ", Ink: look.Muted}, widget.Run{Text: fact[1]}))
		}
	}
	yes := ""
	if e.inForce {
		yes = say.T("Take back")
	}
	v.host.Confirm(title, yes, widget.Stack(8, parts...), func() { v.host.Withdraw(e.Seq) })
}

// What the question of an entry shows: so many things that it is about, and so many characters of each.
const (
	aboutMost = 20
	aboutLong = 600
)

// subjects shows what an entry is about, and of a split, under a line of its own, what stays.
func (v *View) subjects(e *entry) []fyne.CanvasObject {
	if len(e.stays) == 0 {
		return v.cards(e.about)
	}
	head := func(text string) fyne.CanvasObject { return widget.NewLine(text, widget.Strong) }
	parts := append([]fyne.CanvasObject{head(say.T("What left"))}, v.cards(e.about)...)
	return append(append(parts, head(say.T("What stays"))), v.cards(e.stays)...)
}

// cards show things: the words, where they stand, and the way there.
func (v *View) cards(all []dossier.Subject) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, s := range all[:min(len(all), aboutMost)] {
		runs := []widget.Run{{Text: telling.Words(&s, aboutLong)}}
		if where := telling.Printed(&s.Article); where != "" {
			runs = append(runs, widget.Run{Text: "\n" + where + ": " + widget.Headline(s.Article.Title), Ink: look.Muted})
		}
		there := widget.NewButton(say.T("Go there"), nil, func() {
			v.host.Dismiss()
			v.visit(&s)
		})
		there.Importance = fynewidget.LowImportance
		parts = append(parts, widget.NewCard("", widget.Stack(4, widget.Prose(runs...), widget.Wrap(0, there))))
	}
	return parts
}

// goThere shows the first thing that an entry is about.
func (v *View) goThere(row int) {
	if row < 0 || row >= v.log.Len() {
		return
	}
	if e := v.log.Row(row); len(e.about) > 0 {
		v.visit(&e.about[0])
		return
	}
	v.host.Say(say.T("What this entry is about is no more in the dossier"))
}

// visit shows a thing: its article, else the statements of the name.
func (v *View) visit(s *dossier.Subject) {
	if s.Article.ID != "" {
		v.host.OpenArticle(s.Article.ID, s.Quote)
		return
	}
	v.host.ShowStatementsOf(s.Text)
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	switch r {
	case 'g':
		v.goThere(v.Grid.Row())
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
	if len(back) == 0 {
		v.host.Say(say.T("Nothing from here on is in force"))
	}
	for _, seq := range back {
		v.host.Withdraw(seq)
	}
}

func (v *View) withdraw(row int) {
	if row < 0 || row >= v.log.Len() {
		return
	}
	switch e := v.log.Row(row); {
	case e.inForce:
		v.host.Withdraw(e.Seq)
	case e.Of != 0:
		v.host.Say(say.T("This entry only says what became of another one, #%d", e.Of))
	default:
		v.host.Say(say.T("This entry is taken back already"))
	}
}
