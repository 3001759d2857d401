package statements

import (
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/background"
	"quotidian/ui/find"
	"quotidian/ui/listing"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/severity"
	"quotidian/ui/widget"
)

// Source is what this screen needs of a dossier.
type Source interface {
	Statements(dossier.Filter) ([]dossier.StatementRow, error)
	// Page gives the first of the statements that the filter lets through, and how many there are.
	Page(f dossier.Filter, limit int) (rows []dossier.StatementRow, total int, err error)
	// Speakers gives all speakers, to tell those of one name apart.
	Speakers() ([]dossier.SpeakerInfo, error)
	// Proposals gives the pairs that wait for a person.
	Proposals() ([]dossier.Proposal, error)
	// Statement gives a statement with all it was printed as.
	Statement(dossier.StatementID) (dossier.Statement, error)
	// Counts says how many articles there are where no statement is.
	Counts() (dossier.Counts, error)
	// Warm reads what the first search and the first decision need.
	Warm(ctx context.Context) error
}

// Host is the window around the screen.
type Host interface {
	OpenStatement(dossier.StatementID)
	Decide(d decision.Decision, said string)
	DecideAll(all []decision.Decision, said string)
	// ConfirmEach asks about many, of which a person can leave some out.
	ConfirmEach(title, yes string, list *widget.Checklist, act func(kept []int))
	Import()
	ImportFolder()
	// Reading reports whether an import is under way; ShowImport shows it, ShowArticles what was read.
	Reading() bool
	ShowImport()
	ShowArticles()
	// ShowAll takes away all that narrows the list, in the line of the search too.
	ShowAll()
	// KeepSearch asks for a name under which what the list is narrowed to is kept.
	KeepSearch()
	Say(message string)
	// Offer shows a message with something that can be done about it.
	Offer(message, label string, act func())
	// EndMessage takes away the message in sight, if any.
	EndMessage() bool
	// Ready is told when the rows were read.
	Ready()
	Failed(error)
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// View is the screen.
type View struct {
	*listing.Table[dossier.StatementID]
	Model  *Model
	source Source
	host   Host
	work   *background.Background
	cancel context.CancelFunc // of the deep search
	stop   context.CancelFunc // of the reload
	// Loaded is true once all rows were read.
	Loaded bool
	total  int // how many there will be, until then
	// articles is how many were read, where no statement was found.
	articles int
	wrong    error // why the statements could not be read, nil where they were

	facets  *widget.Facets
	summary *widget.Line
	clear   *widget.Button
	keep    *widget.Button
	whole   *fyne.Container
	list    fyne.CanvasObject
	bulk    *fyne.Container
	same    *widget.Button
	body    *fyne.Container // the rows, or what to say where there are none
}

// columns of the list; order gives what a tap on each header orders by.
var (
	columns = []widget.Column{
		{Title: "Statement", Width: 260, Grow: 8, Sortable: true},
		{Title: "Speaker", Width: 120, Grow: 1, Sortable: true},
		{Title: "Outlets", Width: 96, Grow: 1, Sortable: true, Falling: true, Spare: true},
		{Title: "First seen", Width: 78, Sortable: true, Falling: true, Whole: true, Holds: say.LongestDay},
		{Title: "Changes", Falling: true, Width: 140, Sortable: true},
	}
	order = [...]Order{ByText, BySpeakerName, ByOutlets, ByFirst, ByWeight}
)

// facetWidth is the width of the column of facets, in points.
const facetWidth = 200

// New gives the screen, still empty; Reload fills it.
func New(source Source, host Host, work *background.Background) *View {
	v := &View{Model: NewModel(nil), source: source, host: host, work: work, cancel: func() {}, stop: func() {}}
	v.Table = listing.NewTable(columns, v.Model, v.cell, host)
	v.Tickable(v.show)
	v.Grid.OnOpen = func(i int) { host.OpenStatement(v.Model.ID(i)) }
	v.Grid.OnSort = func(c int) { v.Sort(order[c]) }
	v.Grid.OnCopy = v.copied
	v.facets = widget.NewFacets()
	v.facets.OnToggle, v.facets.Match, v.facets.Escape = v.Toggle, find.Begun, host.EndMessage
	v.summary = widget.NewLine("", widget.Quiet)
	v.clear = widget.NewButton(say.T("Show all"), nil, host.ShowAll)
	v.keep = widget.NewButton(say.T("Keep this search…"), nil, host.KeepSearch)
	v.bulk = v.bulkBar()
	v.bulk.Hidden, v.keep.Hidden, v.clear.Hidden = true, true, true // until there are rows
	bar := container.NewBorder(nil, nil, v.bulk, container.NewHBox(v.keep, v.clear), container.New(layout.NewCustomPaddedLayout(4, 4, theme.InnerPadding(), 4), v.summary))
	v.body = container.NewStack(v.Grid)
	v.list = widget.Inspector(widget.Dock(nil, widget.Dock(fynewidget.NewSeparator(), nil, nil, nil, bar), nil, nil, v.body),
		v.facets, facetWidth)
	v.whole = container.NewStack(v.list)
	return v
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Statements" }

// firstRows is how many rows are shown while the others are being read: more than a screen.
const firstRows = 200

// Reload reads the statements anew, on a goroutine, and keeps query, facets, order and cursor. A list that is still
// empty shows the first page before the rest is there.
func (v *View) Reload() {
	v.stop()
	if v.Loaded {
		v.readAll()
		return
	}
	v.stop = v.work.Go(func(ctx context.Context) func() {
		rows, total, err := v.source.Page(dossier.Filter{}, firstRows)
		return func() {
			if err == nil && ctx.Err() == nil && len(rows) > 0 {
				v.total = total
				v.adopt(Prepare(rows, nil, ByFirst, false))
			}
			if ctx.Err() == nil {
				v.readAll() // and says what is wrong with the dossier
			}
		}
	})
}

func (v *View) readAll() {
	order, down := v.Model.Order()
	v.stop = v.work.Go(func(ctx context.Context) func() {
		rows, err := v.source.Statements(dossier.Filter{Thought: true})
		open, err2 := v.source.Proposals()
		held, err3 := dossier.Counts{}, error(nil)
		if len(rows) == 0 {
			held, err3 = v.source.Counts()
		}
		if err = cmp.Or(err, err2, err3); err != nil {
			return func() { v.failed(err) }
		}
		ready := Prepare(rows, Disputed(open), order, down)
		if err := ready.Tell(v.source.Speakers); err != nil {
			return func() { v.failed(err) }
		}
		return func() {
			if ctx.Err() != nil {
				return
			}
			if !v.Loaded {
				v.warm()
			}
			v.Loaded, v.articles, v.wrong = true, held.Articles, nil
			v.adopt(ready)
		}
	})
}

// failed says what is wrong with the dossier, and keeps saying so in the place of the rows where there are none.
func (v *View) failed(err error) {
	v.wrong = err
	v.show()
	v.host.Failed(err)
}

// warm lets the dossier read ahead, once the list is there, and gives back the memory that only reading needed. What
// goes wrong shows at the first search or decision.
func (v *View) warm() {
	v.work.Go(func(ctx context.Context) func() {
		_ = v.source.Warm(ctx)
		debug.FreeOSMemory()
		return nil
	})
}

func (v *View) adopt(r *Rows) {
	v.Model.Adopt(r)
	v.Renewed()
	v.show()
	v.searchDeep()
	v.host.Ready()
}

// Search narrows the list as one types. Rows answer at once; wordings that they do not hold are looked up by the
// dossier when no key has followed for a moment, and join the list when found.
func (v *View) Search(query string) {
	v.Model.Search(query)
	v.narrowed()
	v.searchDeep()
}

func (v *View) searchDeep() {
	v.cancel()
	query := v.Model.Query()
	if strings.TrimSpace(query) == "" {
		return
	}
	v.cancel = v.work.Typed(func(ctx context.Context) func() {
		rows, err := v.source.Statements(dossier.Filter{Search: query, Thought: true})
		if err != nil || ctx.Err() != nil {
			return nil // the next Reload says what is wrong with the dossier
		}
		return func() {
			if v.Model.Found(query, rows) {
				v.show()
			}
		}
	})
}

// Query is what is searched for.
func (v *View) Query() string { return v.Model.Query() }

// narrowed shows the list after a person asked for fewer rows of it, or for more.
func (v *View) narrowed() {
	v.show()
	if v.Model.Narrowed() {
		v.FromTop()
	} else {
		v.Around()
	}
}

// Toggle ticks a facet.
func (v *View) Toggle(group, value string) {
	v.Model.Toggle(group, value)
	v.narrowed()
}

// Clear shows all statements again.
func (v *View) Clear() {
	v.cancel()
	v.Model.Clear()
	v.narrowed()
}

// Everywhere searches all statements for the words searched for, whatever facets are chosen.
func (v *View) Everywhere() {
	query := v.Model.Query()
	v.Model.Clear()
	v.Search(query)
}

// Less shows all statements, else unticks those that are ticked, and reports whether there was anything to do.
func (v *View) Less() bool {
	switch {
	case v.Model.Narrowed():
		v.Clear()
	case v.Ticked.Len() > 0:
		v.untick()
	default:
		return false
	}
	return true
}

// Only narrows the list to one facet, from another screen; a speaker is given by id, or by a name for all who have it. A value that
// no statement has, as somebody whom most outlets call otherwise, is searched for as words: without it the list would be all there is.
// One of several groups called the same has no value of its own: its statements are picked, and all of them offered.
func (v *View) Only(group, value string) {
	v.Model.Clear()
	if one := dossier.SpeakerID(value); group == BySpeaker && v.Model.told.Shared(one) {
		v.onlyOf(one)
		return
	}
	values := []string{value}
	if group == BySpeaker && !v.Model.Offers(group, value) {
		values = v.Model.called(value)
	}
	if len(values) == 0 || !v.Model.Offers(group, values[0]) {
		v.Search(v.words(group, value))
		return
	}
	for _, one := range values {
		v.Model.Toggle(group, one)
	}
	v.narrowed()
}

// onlyOf narrows the list to one of several groups called the same, and offers all of them.
func (v *View) onlyOf(one dossier.SpeakerID) {
	why := say.T("Only one of several speakers called %s", v.Model.names[string(one)])
	v.Model.PickOf(one, why)
	v.narrowed()
	v.host.Offer(why, say.T("All of them"), func() {
		v.Model.Clear()
		v.Toggle(BySpeaker, string(v.Model.told.Head(one)))
	})
}

// words are what a value is searched for as: a speaker by name.
func (v *View) words(group, value string) string {
	if group != BySpeaker {
		return value
	}
	all, err := v.source.Speakers()
	if i := slices.IndexFunc(all, func(s dossier.SpeakerInfo) bool { return string(s.ID) == value }); err == nil && i >= 0 {
		return all[i].Name
	}
	return value // where they cannot be read the next Reload says so
}

// Sort orders the list.
func (v *View) Sort(o Order) {
	v.Model.Sort(o)
	v.show()
	v.FromTop()
}

// ToggleThought lists or hides attitudes.
func (v *View) ToggleThought() {
	v.Model.ShowThought(!v.Model.Thought())
	v.show()
}

// Neighbour gives the statement some rows on from another, for next and previous on a statement's own page. From one that
// is no more it goes on where the cursor stands.
func (v *View) Neighbour(id dossier.StatementID, by int) (dossier.StatementID, bool) {
	i := v.Model.Index(id)
	if i < 0 && !v.Model.Has(id) {
		i = v.Model.Index(v.Chosen())
	}
	if i < 0 || i+by < 0 || i+by >= v.Model.Len() {
		return "", false
	}
	return v.Model.Row(i + by).ID, true
}

// Point puts the cursor on a statement, where it is listed.
func (v *View) Point(id dossier.StatementID) {
	if i := v.Model.Index(id); i >= 0 {
		v.Grid.Select(i)
	}
}

// Richest gives the statement with most wordings: the one that shows most of its page.
func (v *View) Richest() (dossier.StatementID, bool) {
	best, id := 0, dossier.StatementID("")
	for i := range v.Model.Len() {
		if r := v.Model.Row(i); r.WordingCount > best {
			best, id = r.WordingCount, r.ID
		}
	}
	return id, best > 0
}

// show brings the model to the screen.
func (v *View) show() {
	if v.Loaded { // the first page says nothing about the others
		v.facets.Set(v.Model.Facets())
	}
	v.summary.SetText(v.Summary())
	v.clear.Hidden, v.keep.Hidden = !v.Model.Narrowed(), !v.Model.Narrowed()
	v.clear.Refresh()
	v.keep.Refresh()
	v.bulk.Hidden = v.Ticked.Len() == 0
	if v.Ticked.Len() < 2 {
		v.same.Disable()
	} else {
		v.same.Enable()
	}
	by, down := v.Model.Order()
	for c, o := range order {
		if o == by {
			v.Grid.Sorted(c, down)
		}
	}
	v.Show()
	widget.Put(v.body, v.rows())
	widget.Put(v.whole, v.page())
}

// rows are the rows, or what hides all of them and the way back.
func (v *View) rows() fyne.CanvasObject {
	if v.Model.Len() > 0 || !v.Model.Narrowed() {
		return v.Grid
	}
	all := widget.NewButton(say.T("Show all"), nil, v.host.ShowAll)
	all.Importance = fynewidget.HighImportance
	buttons := []fyne.CanvasObject{all}
	if v.Model.Query() != "" && v.Model.Faceted() {
		buttons = append(buttons, widget.NewButton(say.T("Search all statements"), nil, v.Everywhere))
	}
	return widget.Empty(v.Summary(), strings.Join(v.Model.Narrowing(), "\n"), buttons...)
}

// page is the list, or what to say in its place while there are no statements.
func (v *View) page() fyne.CanvasObject {
	switch {
	case len(v.Model.rows) == 0 && v.wrong != nil:
		return widget.Empty(say.T("The statements could not be read"), say.Engine(v.wrong.Error())+"\n"+say.T("The copies made of this dossier are listed in the settings (Ctrl+9)."))
	case len(v.Model.rows) > 0 || !v.Loaded:
		return v.list
	}
	open := widget.NewButton(say.T("Import articles…"), nil, v.host.Import)
	open.Importance = fynewidget.HighImportance
	folder := widget.NewButton(say.T("Import a folder…"), nil, v.host.ImportFolder)
	title, why := Nothing(v.host.Reading(), v.articles)
	switch {
	case v.host.Reading():
		return widget.Empty(title, why, widget.NewButton(say.T("Show the import"), nil, v.host.ShowImport))
	case v.articles > 0:
		return widget.Empty(title, why, open, folder, widget.NewButton(say.T("Show the articles"), nil, v.host.ShowArticles))
	}
	return widget.Empty(title, why, open, folder)
}

// Nothing says why there are no statements: an import is under way, so many articles hold none, or there are no articles.
func Nothing(reading bool, articles int) (title, why string) {
	switch {
	case reading:
		return say.T("Articles are being read"), say.T("Statements stand here once names and wordings are joined, at the end of the import.")
	case articles > 0:
		return say.T("%s read, no statement found", say.N(articles, "article")),
			say.T("Nothing in them was printed as somebody's words. What was missed can be marked in the article (Ctrl+M).")
	}
	return say.T("No statements yet"),
		say.T("Import news articles, or drop files and folders on this window. Quotidian finds who said what in each, and joins what several outlets report.")
}

// Summary says how many statements are shown.
func (v *View) Summary() string {
	n, all := v.Model.Len(), v.Model.All()
	switch {
	case v.hidden() > 0:
		return say.T("%s ticked, %s of them hidden, of %s", say.Number(v.Ticked.Len()), say.Number(v.hidden()), say.N(all, "statement"))
	case v.Ticked.Len() > 0:
		return say.T("%s ticked, of %s", say.Number(v.Ticked.Len()), say.N(all, "statement"))
	case !v.Loaded && v.total > all:
		return say.T("%s, being read…", say.N(v.total, "statement"))
	case n == all:
		return say.N(all, "statement")
	case n == 0:
		return say.T("Nothing of %s matches", say.N(all, "statement"))
	default:
		return say.T("%s of %s", say.Number(n), say.N(all, "statement"))
	}
}

// hidden counts the rows that are ticked and that query or facets hide: a decision is about them too.
func (v *View) hidden() int {
	n := 0
	for _, id := range v.Ticked.IDs() {
		if !v.Model.Shows(id) {
			n++
		}
	}
	return n
}

// cell gives one place of the list.
func (v *View) cell(row, column int) widget.Cell {
	r := v.Model.Row(row)
	switch column {
	case 0:
		return widget.Cell{Text: r.Text}
	case 1:
		return speakerCell(r)
	case 2:
		return widget.Cell{Text: Outlets(r.Outlets, r.Origins)}
	case 3:
		return dateCell(r.First)
	default:
		return changesCell(r)
	}
}

// copied is a statement as it is cited: its words, who said it, and where the first article that printed them did.
func (v *View) copied(row int) string {
	r := v.Model.Row(row)
	s, err := v.source.Statement(r.ID)
	if err != nil || len(s.Appearances) == 0 {
		return r.Text // the next Reload says what is wrong with the dossier
	}
	at := max(0, slices.IndexFunc(s.Appearances, func(a dossier.Appearance) bool { return a.Text == r.Text }))
	a := &s.Appearances[at].Article
	return r.Text + "\n" + listing.Cite(speakerName(r), a.Outlet.Name, say.Published(a.Published), a.Title, a.URL)
}

// speakerName is the name of who said it, or that nobody is named.
func speakerName(r *dossier.StatementRow) string { return cmp.Or(r.SpeakerName, say.T("nobody named")) }

func speakerCell(r *dossier.StatementRow) widget.Cell {
	if r.SpeakerName == "" {
		return widget.Cell{Text: speakerName(r), Ink: look.Muted, Style: fyne.TextStyle{Italic: true}}
	}
	return widget.Cell{Text: r.SpeakerName, Dot: look.Ink(look.Speaker(string(r.Speaker)))}
}

func dateCell(d articles.Date) widget.Cell {
	if !d.Known() {
		return widget.Cell{Text: say.T("undated"), Ink: look.Muted, Style: fyne.TextStyle{Italic: true}}
	}
	return widget.Cell{Text: say.Day(d.Time)}
}

func changesCell(r *dossier.StatementRow) widget.Cell {
	c := widget.Cell{Tags: severity.Tags(r.Changes)}
	if tag, ok := severity.Status(r.Status); ok {
		c.Tags = append([]widget.Tag{tag}, c.Tags...)
	}
	return c
}

// Outlets names one outlet or counts several; one agency behind all of them is said, because many outlets with
// one origin are one source.
func Outlets(outlets, origins []string) string {
	s := "—"
	switch len(outlets) {
	case 0:
	case 1:
		s = outlets[0]
	default:
		s = fmt.Sprintf("%d: %s", len(outlets), strings.Join(outlets, ", "))
	}
	if len(origins) > 0 {
		s += " (" + strings.Join(origins, ", ") + ")"
	}
	return s
}
