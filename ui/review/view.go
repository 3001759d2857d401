// Package review is the queue of pairs that the machine would not join alone: one card a pair with the evidence,
// one key a decision. What is settled here holds for tomorrow's articles.
package review

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Source is what this screen needs of a dossier.
type Source interface {
	Proposals() ([]dossier.Proposal, error)
	Samples(most int, speakers ...dossier.SpeakerID) (map[dossier.SpeakerID][]dossier.Sample, error)
	Article(dossier.ArticleID) (dossier.ArticlePage, error)
	Log() ([]decision.Decision, error)
}

// Host is the window around the screen.
type Host interface {
	// Writable reports whether decisions are possible here.
	Writable() bool
	Decide(d decision.Decision, said string)
	DecideAll(all []decision.Decision, said string)
	Undo()
	// Withdraw takes an entry of the log back. ConfirmEach asks about many, of which a person can leave some out.
	Withdraw(seq int64)
	ConfirmEach(title, yes string, list *widget.Checklist, act func(kept []int))
	Say(message string)
	OpenStatement(dossier.StatementID)
	OpenArticle(dossier.ArticleID, dossier.QuoteID)
	ShowStatementsOf(speaker string)
	Failed(error)
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// View is the screen: the queue, and beside it the card of the pair that keys act upon.
type View struct {
	Model  *Model
	source Source
	host   Host
	grid   *widget.Grid
	page   *widget.Page    // the card, but for its buttons, which stay in sight
	card   *fyne.Container // all of it
	both   fyne.CanvasObject
	whole  *fyne.Container
	// samples are those on the card, in the order of their numbers.
	samples []place
	logged  int // entries of the log, when it was read last
}

// place is a quote in its article.
type place struct {
	article dossier.ArticleInfo
	quote   dossier.QuoteID
}

var columns = []widget.Column{
	{Title: "Is this", Width: 100, Grow: 1},
	{Title: "the same as this?", Width: 100, Grow: 1},
	{Title: "Likely", Width: 48, Right: true, Whole: true},
}

// queueWidth is that of the queue, cardLeast the least of a card beside it, in points: names to compare, and what is printed
// around them, stand beside each other.
const (
	queueWidth = 280
	cardLeast  = 620
)

// New gives the screen; Reload fills it.
func New(source Source, host Host) *View {
	v := &View{Model: &Model{}, source: source, host: host, page: widget.NewPage(widget.Stack(0)), card: container.NewStack()}
	v.grid = widget.NewGrid(columns)
	v.grid.Length, v.grid.Cell = v.Model.Len, v.cell
	v.grid.OnSelect = v.choose
	v.grid.OnOpen = func(int) { v.Look() }
	v.grid.OnKey, v.grid.OnRune = host.Key, host.Rune
	v.both = widget.Queue(v.grid, v.card, queueWidth, cardLeast)
	v.whole = container.NewStack()
	return v
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Review" }

// Focus is nothing: keys typed on the screen reach it through the window.
func (v *View) Focus() fyne.Focusable { return nil }

// Reload reads the proposals anew; the cursor stays on its card or goes to the one that took its place.
func (v *View) Reload() {
	list, err := v.source.Proposals()
	log, err2 := v.source.Log()
	if err = errors.Join(err, err2); err != nil {
		v.host.Failed(err)
		return
	}
	v.Model.Set(list)
	if d := takenBack(log, v.logged); d != nil {
		v.Model.Return(d)
	}
	v.logged = len(log)
	v.Model.Apart = apart(log)
	v.build()
}

func (v *View) build() {
	if v.Model.Len() == 0 {
		v.samples = nil // whoever presses their keys once more means none that is settled
		widget.Put(v.whole, v.nothing())
		return
	}
	v.grid.Refresh()
	v.point()
	v.show()
	widget.Put(v.whole, widget.Dock(v.bar(), nil, nil, nil, v.both))
}

// point has the queue show which pair is chosen.
func (v *View) point() { v.grid.Mark(v.Model.at) }

// nothing is what to say where no pair waits.
func (v *View) nothing() fyne.CanvasObject {
	done := say.T("Nothing waits for a decision")
	switch {
	case v.Model.Disagreeing:
		return widget.Empty(say.T("No contradictions"), say.T("Of the statements that are perhaps the same, none says another number, another doer or the opposite."),
			widget.NewButton(say.T("All pairs (d)"), nil, v.Narrow))
	case len(v.Model.Apart) > 0:
		v.page.SetContent(widget.Narrow(widget.Measure, widget.Padded(16, widget.Stack(10, v.apart()...))))
		return widget.Dock(widget.Padded(16, widget.NewLine(done, widget.Heading)), nil, nil, nil, v.page)
	default:
		return widget.Empty(done, say.T("When two names or two statements are perhaps the same, the pair is listed here with what speaks for and against it."))
	}
}

func (v *View) bar() fyne.CanvasObject {
	narrow := say.T("Contradictions (d)")
	if v.Model.Disagreeing {
		narrow = say.T("All pairs (d)")
	}
	return widget.Bar(nil, container.NewPadded(widget.NewLine(v.hint(), widget.Quiet)),
		widget.Act(narrow, nil, v.Narrow), widget.Act(say.T("Join the likely ones… (b)"), nil, v.AskBulk))
}

// hint says how much there is, and the keys that no button names.
func (v *View) hint() string {
	aside := v.Model.Aside()
	parts := []string{say.T("%s to decide", say.Number(v.Model.Len()-aside))}
	if aside > 0 {
		parts = append(parts, say.T("%s left open, asked last", say.Number(aside)))
	}
	if n := v.Model.Contradictions(); n > 0 && !v.Model.Disagreeing {
		parts = append(parts, say.N(n, "contradiction"))
	}
	return strings.Join(append(parts, say.T("u undo, j k move, Enter look")), " · ")
}

func barOf(kind string) fyne.ThemeColorName {
	if kind == ofSpeakers {
		return look.Ink(1)
	}
	return look.Ink(3)
}

// cell is a line of the queue.
func (v *View) cell(row, column int) widget.Cell {
	p := v.Model.At(row)
	ink := fyne.ThemeColorName("")
	if p.Aside {
		ink = look.Muted
	}
	switch column {
	case 0:
		c := widget.Cell{Text: p.NameA, Ink: ink, Dot: barOf(p.Kind)}
		if p.Disagrees() {
			c.Dot = look.Grave
		}
		return c
	case 1:
		return widget.Cell{Text: p.NameB, Ink: ink}
	}
	return widget.Cell{Text: say.T("%.0f %%", 100*p.Score), Ink: look.Muted}
}

// choose has keys act upon pair i.
func (v *View) choose(i int) {
	v.Model.Choose(i)
	v.show()
}
