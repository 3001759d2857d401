// Package library is the screen of what was read: every article with its outlet and date, what is guessed of
// them, how many quotes were found, and the inputs that could not be read, with the reason.
package library

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"slices"
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
	"quotidian/ui/widget"
)

// Source is what this screen needs of a dossier.
type Source interface {
	Articles() ([]dossier.ArticleInfo, error)
	Faults() ([]dossier.FaultRow, error)
	// Among gives the articles that a search is about.
	Among(dossier.Search) (map[dossier.ArticleID]bool, error)
	kinSource
}

// Host is the window around the screen.
type Host interface {
	Decide(d decision.Decision, said string)
	AskText(title, text string, given func(string))
	AskDate(title, text string, given func(string))
	OpenArticle(dossier.ArticleID, dossier.QuoteID)
	Import()
	ImportFolder()
	// RetryFaults reads every input again that the dossier lists as a fault.
	RetryFaults()
	// DismissFaults asks which faults are listed no more.
	DismissFaults()
	// Job runs long work with a way to cancel it; what it returns runs on the UI goroutine.
	Job(what string, work func(context.Context) (done func()))
	// EndSearch empties the line of the search.
	EndSearch()
	Failed(error)
	Say(message string)
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// View is the screen.
type View struct {
	*listing.Table[dossier.ArticleID]
	Model     *Model
	source    Source
	host      Host
	work      *background.Background
	cancel    context.CancelFunc // of the search in the texts
	whole     *fyne.Container
	list      fyne.CanvasObject
	body      *fyne.Container // the rows, or what to say where a search found none
	inspector *widget.Page
}

// columns of the list. That of days has room for the time of day where any article says one.
func (v *View) columns() []widget.Column {
	published := func() string {
		if slices.ContainsFunc(v.Model.All(), func(a dossier.ArticleInfo) bool { return a.Published.Clock }) {
			return say.LongestMoment()
		}
		return say.LongestDay()
	}
	return []widget.Column{
		{Title: "Article", Width: 180, Grow: 5, Sortable: true},
		{Title: "Outlet", Width: 110, Grow: 2, Sortable: true},
		{Title: "Published", Width: 78, Sortable: true, Falling: true, Whole: true, Holds: published},
		{Title: "Quotes", Width: 60, Right: true, Sortable: true, Falling: true, Whole: true},
		{Title: "Words", Width: 60, Right: true, Sortable: true, Falling: true, Whole: true, Spare: true},
	}
}

const inspectorWidth = 310

// New gives the screen; Reload fills it.
func New(source Source, host Host, work *background.Background) *View {
	v := &View{
		Model: NewModel(), source: source, host: host, work: work, cancel: func() {}, inspector: widget.NewPage(widget.Stack(0)),
	}
	v.Table = listing.NewTable(v.columns(), v.Model, v.cell, host)
	v.Tickable(v.show)
	v.OnChoose = v.inspect
	v.Grid.OnOpen = func(i int) { host.OpenArticle(v.Model.ID(i), "") }
	v.Grid.OnSort = func(c int) {
		v.Model.Sort(c)
		v.show()
		v.FromTop()
	}
	v.Grid.OnCopy = func(row int) string { return v.copied(v.Model.Row(row)) }
	v.body = container.NewStack(v.Grid)
	v.list = widget.Inspector(v.body, v.inspector, inspectorWidth)
	v.whole = container.NewStack(v.list)
	return v
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Articles" }

// Reload reads the library anew.
func (v *View) Reload() {
	list, err := v.source.Articles()
	if err != nil {
		v.host.Failed(err)
		return
	}
	faults, err := v.source.Faults()
	if err != nil {
		v.host.Failed(err)
		return
	}
	v.Model.Faults = faults
	v.Model.Set(list)
	v.Renewed()
	v.show()
	v.searchTexts()
}

// Search narrows the list to articles whose titles, outlets, bylines, dates or paths hold every word, and, as soon as the
// dossier has looked them up, those whose texts do.
func (v *View) Search(query string) {
	v.Model.Search(query)
	v.show()
	v.Searched(query)
	v.searchTexts()
}

func (v *View) searchTexts() {
	v.cancel()
	query := v.Model.Query()
	if strings.TrimSpace(query) == "" {
		return
	}
	v.cancel = v.work.Typed(func(ctx context.Context) func() {
		found, err := v.source.Among(dossier.Search{Words: query})
		if err != nil || ctx.Err() != nil {
			return nil // the next Reload says what is wrong with the dossier
		}
		return func() {
			v.Model.Found(query, found)
			v.show()
		}
	})
}

// Query is what is searched for.
func (v *View) Query() string { return v.Model.Query() }

func (v *View) show() {
	v.Grid.Sorted(v.Model.Order())
	v.Show()
	v.inspect()
	body := v.list
	if len(v.Model.All()) == 0 && len(v.Model.Faults) == 0 {
		open := widget.NewButton(say.T("Import articles…"), nil, v.host.Import)
		open.Importance = fynewidget.HighImportance
		folder := widget.NewButton(say.T("Import a folder…"), nil, v.host.ImportFolder)
		body = widget.Empty(say.T("No articles yet"), say.T("Import files or folders, or drop them on this window. Every input is accounted for: added, already there, or a fault with its reason."), open, folder)
	}
	widget.Put(v.body, v.rows())
	widget.Put(v.whole, body)
}

// rows are the rows, or, where a search hides all of them, the way back.
func (v *View) rows() fyne.CanvasObject {
	if v.Model.Len() > 0 || v.Model.Query() == "" {
		return v.Grid
	}
	return listing.Nothing(say.N(len(v.Model.All()), "article"), v.Model.Query(), v.host.EndSearch)
}

func (v *View) cell(row, column int) widget.Cell {
	a := v.Model.Row(row)
	switch column {
	case byTitle:
		c := widget.Cell{Text: title(a), Tags: v.Model.kin.Tags(a.ID)}
		c.Style.Italic = a.Title == "" // no headline, the name of its file
		return c
	case byOutlet:
		return outletCell(a)
	case byDate:
		if !a.Published.Known() {
			return widget.Cell{Text: say.T("undated"), Ink: look.Muted, Style: fyne.TextStyle{Italic: true}}
		}
		if a.Published.Clock {
			return widget.Cell{Text: say.Moment(a.Published.Time)}
		}
		return widget.Cell{Text: say.Day(a.Published.Time)}
	case byQuotes:
		return widget.Cell{Text: say.Number(a.Quotes)}
	default:
		return widget.Cell{Text: say.Number(a.Words)}
	}
}

func title(a *dossier.ArticleInfo) string {
	if a.Title != "" {
		return a.Title
	}
	return path.Base(filepath.ToSlash(a.Path))
}

// copied is an article as it is cited.
func (v *View) copied(a *dossier.ArticleInfo) string {
	return listing.Cite(title(a), a.Outlet.Name, say.Published(a.Published), a.URL)
}

func outletCell(a *dossier.ArticleInfo) widget.Cell {
	c := widget.Cell{Text: a.Outlet.Name}
	if a.Outlet.Origin != "" {
		c.Text += " (" + a.Outlet.Origin + ")"
	}
	if a.Outlet.Guessed() {
		c.Ink, c.Style.Italic = look.Muted, true
		c.Tags = []widget.Tag{{Text: say.T("guessed"), Ground: look.Notable, Ink: look.OnNotable}}
	}
	return c
}

// Selected is the article under the cursor, nil for none.
func (v *View) Selected() *dossier.ArticleInfo { return v.Model.Shown(v.Chosen()) }

func (v *View) inspect() {
	parts := []fyne.CanvasObject{}
	if v.Ticked.Len() > 1 {
		parts = append(parts, v.many()...)
	} else if a := v.Selected(); a != nil {
		parts = append(parts, v.details(a)...)
		parts = append(parts, v.kin(a)...)
	} else {
		parts = append(parts, widget.Prose(widget.Run{Text: say.T("Select an article to see where it comes from. Enter opens it."), Ink: look.Muted}))
	}
	v.inspector.SetContent(widget.Padded(12, widget.Stack(9, append(parts, v.faults()...)...)))
}

// many is what can be settled about all articles that are ticked.
func (v *View) many() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		widget.NewLine(say.T("%s ticked", say.N(v.Ticked.Len(), "article")), widget.Heading),
		widget.Prose(widget.Run{Text: say.T("What is set now holds for all of them."), Ink: look.Muted}),
		widget.Wrap(4, widget.NewButton(say.T("Outlet…"), nil, v.SetOutlet), widget.NewButton(say.T("Date…"), nil, v.SetDate), widget.NewButton(say.T("Agency…"), nil, v.SetOrigin),
			widget.NewButton(say.T("Untick"), nil, v.TickAll)),
	}
}

// Less unticks all articles, and reports whether any was ticked.
func (v *View) Less() bool {
	if v.Ticked.Len() == 0 {
		return false
	}
	v.TickAll()
	return true
}

// TickAll ticks all articles shown, or unticks all when some are.
func (v *View) TickAll() {
	v.TickShown()
	v.show()
}

func (v *View) details(a *dossier.ArticleInfo) []fyne.CanvasObject {
	parts := []fyne.CanvasObject{widget.Prose(widget.Run{Text: widget.Headline(title(a)), Style: fyne.TextStyle{Bold: true}})}
	for _, f := range Facts(a) {
		parts = append(parts, widget.Fact(f[0], widget.Run{Text: widget.OneLine(f[1], factMost)}))
	}
	read := widget.NewButton(say.T("Read"), nil, func() { v.host.OpenArticle(a.ID, "") })
	read.Importance = fynewidget.HighImportance
	return append(parts, widget.Wrap(4, read, widget.NewButton(say.T("Outlet…"), nil, v.SetOutlet), widget.NewButton(say.T("Date…"), nil, v.SetDate), widget.NewButton(say.T("Agency…"), nil, v.SetOrigin), widget.NewButton(say.T("Versions and copies"), nil, v.FindKin)))
}

// factMost is how many characters of what is known of an article stand in the panel: the longest address that anybody reads.
const factMost = 400

// Facts lists what is known of an article, and how.
func Facts(a *dossier.ArticleInfo) [][2]string {
	date := say.T("undated")
	if a.Published.Known() {
		date = fmt.Sprintf("%s (%s)", say.Published(a.Published), say.Engine(a.Published.From))
	}
	from := say.Engine(a.Outlet.From)
	if a.Outlet.Guessed() {
		from = say.T("guessed from the file name")
	}
	all := [][2]string{
		{say.T("OUTLET"), fmt.Sprintf("%s (%s)", a.Outlet.Name, from)},
		{say.T("AGENCY CREDITED"), a.Outlet.Origin},
		{say.T("PUBLISHED"), date},
		{say.T("BYLINE"), a.Byline},
		{say.T("LINK"), a.URL},
		{say.T("LANGUAGE"), a.Language},
		{say.T("FILE"), a.Path},
		{say.T("FORMAT"), a.Format},
		{say.T("SHA-256 OF THE FILE"), a.Hash},
		{say.T("ADDED"), say.Moment(a.Added.Local())},
	}
	var out [][2]string
	for _, f := range all {
		if f[1] != "" {
			out = append(out, f)
		}
	}
	return out
}

// faultsShown bounds the list beside the articles; the rest is counted.
const faultsShown = 40

func (v *View) faults() []fyne.CanvasObject {
	if len(v.Model.Faults) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{
		widget.NewLine(say.T("COULD NOT BE READ: %d", len(v.Model.Faults)), widget.Section),
		widget.Wrap(4, widget.NewButton(say.T("Read the faults again"), nil, v.host.RetryFaults), widget.NewButton(say.T("Dismiss…"), nil, v.host.DismissFaults)),
	}
	for i, f := range v.Model.Faults {
		if i == faultsShown {
			parts = append(parts, widget.NewLine(say.T("and %d more", len(v.Model.Faults)-i), widget.Quiet))
			break
		}
		parts = append(parts, widget.NewCard(look.OnGrave, widget.Prose(
			widget.Run{Text: f.Path}, widget.Run{Text: "\n" + say.Engine(f.Reason), Ink: look.Muted})))
	}
	return parts
}
