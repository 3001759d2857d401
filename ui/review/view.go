// Package review is the queue of pairs that the machine would not join alone: one card a pair with the evidence,
// one key a decision. What is settled here holds for tomorrow's articles.
package review

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/matching/wording"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/severity"
	"quotidian/ui/speakers"
	"quotidian/ui/widget"
)

// Source is what this screen needs of a dossier.
type Source interface {
	Proposals() ([]dossier.Proposal, error)
	Log() ([]decision.Decision, error)
}

// Host is the window around the screen.
type Host interface {
	Decide(d decision.Decision, said string)
	Undo()
	// Withdraw takes an entry of the log back. Confirm asks a question whose answer costs something.
	Withdraw(seq int64)
	Confirm(title, yes string, body fyne.CanvasObject, act func())
	Say(message string)
	OpenStatement(dossier.StatementID)
	ShowStatementsOf(speaker string)
	Failed(error)
}

// View is the screen.
type View struct {
	Model  *Model
	source Source
	host   Host
	page   *widget.Page
	whole  *fyne.Container
	cards  []*widget.Card
	body   *fyne.Container
}

// New gives the screen; Reload fills it.
func New(source Source, host Host) *View {
	v := &View{Model: &Model{}, source: source, host: host, page: widget.NewPage(widget.Stack(0))}
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
	back := v.Model.Set(list)
	v.Model.Apart = apart(log)
	v.build()
	if back {
		v.reveal()
	}
}

// pageOf is how many cards are drawn at once; nobody decides about more before the next ones come.
const pageOf = 25

func (v *View) build() {
	v.cards = nil
	if v.Model.Len() > 0 {
		v.queue()
		widget.Put(v.whole, widget.Dock(v.bar(), nil, nil, nil, v.page))
	} else {
		widget.Put(v.whole, v.nothing())
	}
	v.mark()
}

// nothing is what to say where no pair waits.
func (v *View) nothing() fyne.CanvasObject {
	done := say.T("Nothing waits for a decision")
	switch {
	case v.Model.Disagreeing:
		return widget.Empty(say.T("No contradictions"), say.T("Of the statements that are perhaps the same, none says another number, another doer or the opposite."),
			widget.NewButton(say.T("All pairs (d)"), nil, v.Narrow))
	case len(v.Model.Apart) > 0:
		v.page.SetContent(widget.Narrow(cardWidth, widget.Padded(16, widget.Stack(10, v.apart()...))))
		return widget.Dock(widget.Padded(16, widget.NewLine(done, widget.Heading)), nil, nil, nil, v.page)
	default:
		return widget.Empty(done, say.T("When two names or two statements are perhaps the same, the pair is listed here with what speaks for and against it."))
	}
}

// queue fills the page with the cards around the cursor, and with what is kept apart.
func (v *View) queue() {
	first, last := v.Model.Window(pageOf)
	var parts []fyne.CanvasObject
	for i := first; i < last; i++ {
		card := widget.NewCard(barOf(v.Model.At(i).Kind), v.card(i))
		card.OnTapped = func() { v.choose(i) }
		v.cards = append(v.cards, card)
		parts = append(parts, card)
	}
	v.body = widget.Padded(16, widget.Stack(10, append(parts, v.apart()...)...))
	y := v.page.Offset()
	v.page.SetContent(widget.Narrow(cardWidth, v.body))
	v.page.ScrollTo(y)
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
	if kind == "speaker" {
		return look.Ink(1)
	}
	return look.Ink(3)
}

func (v *View) card(i int) fyne.CanvasObject {
	p := v.Model.At(i)
	size := theme.SizeNameSubHeadingText
	a, b := AlignedNames(p.NameA, p.NameB)
	if p.Kind == "statement" {
		size = theme.SizeNameText
		a, b = Aligned(Words(p.NameA), Words(p.NameB))
	}
	on := func(label string, importance fynewidget.Importance, act func()) fyne.CanvasObject {
		button := widget.NewButton(label, nil, func() {
			v.choose(i)
			act()
		})
		button.Importance = importance
		return button
	}
	tag := widget.Tag{Text: say.One(p.Kind), Ground: look.Slight, Ink: look.OnSlight}
	same := fynewidget.MediumImportance // the highlighted button is what most would press: that is said of a pair that is very likely
	if p.Score >= likely && !p.Disagrees() {
		same = fynewidget.HighImportance
	}
	touches := say.T("%.0f %% likely · would change %s", 100*p.Score, say.N(p.Touches, "quote"))
	about := []fyne.CanvasObject{widget.NewBadge(tag)}
	for _, c := range severity.Tags(wording.KindsOf(p.Changes)) {
		about = append(about, widget.NewBadge(c))
	}
	return widget.Stack(7,
		widget.Wrap(8, append(about, widget.NewLine(touches, widget.Quiet))...),
		widget.Tiles(260, 12, side(a, size, p.PrintedA), side(b, size, p.PrintedB)),
		widget.Prose(evidence(p)...),
		widget.Wrap(4, on(say.T("Same (a)"), same, v.Same), on(say.T("Never the same (r)"), fynewidget.MediumImportance, v.Never),
			on(say.T("Unsure (o)"), fynewidget.LowImportance, v.Unsure), on(say.T("Later (s)"), fynewidget.LowImportance, v.Later), on(say.T("Look"), fynewidget.LowImportance, v.Look)))
}

// side shows one name or wording with what differs from the other underlined, and who printed it.
func side(pieces []Piece, size fyne.ThemeSizeName, where dossier.Printed) fyne.CanvasObject {
	var runs []widget.Run
	for _, p := range pieces {
		r := widget.Run{Text: p.Text, Size: size}
		if p.Differs {
			r.Ground, r.Style.Underline, r.Style.Bold = look.Marked, true, true
		}
		runs = append(runs, r)
	}
	if where.Outlet != "" {
		printed := where.Outlet
		if !where.Day.IsZero() {
			printed += ", " + say.Day(where.Day)
		}
		runs = append(runs, widget.Run{Text: "\n" + printed, Ink: look.Muted, Size: theme.SizeNameCaptionText})
	}
	return widget.Prose(runs...)
}

func evidence(p *dossier.Proposal) []widget.Run {
	runs := speakers.Reasons(p.Reasons)
	if len(runs) > 0 {
		runs[0].Text = runs[0].Text[1:] // the first line needs no break before it
	}
	return runs
}

func (v *View) choose(i int) {
	v.Model.Choose(i)
	v.mark()
}

func (v *View) mark() {
	first, _ := v.Model.Window(pageOf)
	for i, c := range v.cards {
		c.Choose(first+i == v.Model.at)
	}
}
