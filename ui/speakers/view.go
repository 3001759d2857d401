// Package speakers is the screen of who is quoted: every speaker with the spellings of the name, what stands
// with it in print, where it was printed, and why spellings were joined.
package speakers

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/listing"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Source is what this screen needs of a dossier.
type Source interface {
	Speakers() ([]dossier.SpeakerInfo, error)
	// Mentions gives a speaker as each article has it.
	Mentions(dossier.SpeakerID) ([]dossier.Mention, error)
}

// Host is the window around the screen.
type Host interface {
	Decide(d decision.Decision, said string)
	// DecideAll settles several things that are taken back as one.
	DecideAll(all []decision.Decision, said string)
	// AskPart asks which of a speaker's articles are about somebody else.
	AskPart(title string, all []dossier.Mention, given func(decided []decision.Decision))
	// AskSpeaker lets a person pick a speaker other than one, those first that resemble it.
	AskSpeaker(title string, than dossier.SpeakerInfo, picked func(dossier.SpeakerInfo))
	AskText(title, text string, given func(string))
	// Either asks a question with two answers.
	Either(title string, body fyne.CanvasObject, first, second widget.Offer)
	ShowStatementsOf(speaker string)
	Import()
	// EndSearch empties the line of the search.
	EndSearch()
	Failed(error)
	Say(message string)
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// View is the screen.
type View struct {
	*listing.Table[dossier.SpeakerID]
	Model     *Model
	source    Source
	host      Host
	whole     *fyne.Container
	list      fyne.CanvasObject
	body      *fyne.Container // the rows, or what to say where a search found none
	inspector *widget.Page
}

var columns = []widget.Column{
	{Title: "Speaker", Width: 150, Grow: 2, Sortable: true},
	{Title: "Kind", Width: 84, Sortable: true, Spare: true},
	{Title: "Role", Width: 120, Grow: 3},
	{Title: "Spellings", Width: 80, Right: true, Sortable: true, Falling: true, Whole: true, Spare: true},
	{Title: "Outlets", Width: 70, Right: true, Sortable: true, Falling: true, Whole: true, Spare: true},
	{Title: "Quotes", Width: 70, Right: true, Sortable: true, Falling: true, Whole: true},
	{Title: "Statements", Width: 92, Right: true, Sortable: true, Falling: true, Whole: true},
}

const inspectorWidth = 320

// New gives the screen; Reload fills it.
func New(source Source, host Host) *View {
	v := &View{Model: NewModel(), source: source, host: host, inspector: widget.NewPage(widget.Stack(0))}
	v.Table = listing.NewTable(columns, v.Model, v.cell, host)
	v.OnChoose = v.inspect
	v.Grid.OnOpen = func(i int) { host.ShowStatementsOf(string(v.Model.ID(i))) }
	v.Grid.OnSort = func(c int) {
		v.Model.Sort(c)
		v.show()
		v.FromTop()
	}
	v.Grid.OnCopy = func(row int) string { return v.Model.Row(row).Name }
	v.body = container.NewStack(v.Grid)
	v.list = widget.Inspector(v.body, v.inspector, inspectorWidth)
	v.whole = container.NewStack(v.list)
	return v
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Speakers" }

// Reload reads the speakers anew.
func (v *View) Reload() {
	list, err := v.source.Speakers()
	if err != nil {
		v.host.Failed(err)
		return
	}
	v.Model.Set(list)
	v.Renewed()
	v.show()
}

// Search narrows the list to names, spellings, roles and outlets that hold every word.
func (v *View) Search(query string) {
	v.Model.Search(query)
	v.show()
	v.Searched(query)
}

// Query is what is searched for.
func (v *View) Query() string { return v.Model.Query() }

func (v *View) show() {
	v.Grid.Sorted(v.Model.Order())
	v.Show()
	v.inspect()
	body := v.list
	if len(v.Model.All()) == 0 {
		open := widget.NewButton(say.T("Import articles…"), nil, v.host.Import)
		body = widget.Empty(say.T("Nobody is quoted yet"), say.T("Once articles are imported, everyone they quote is listed here with the spellings of the name."), open)
	}
	widget.Put(v.body, v.rows())
	widget.Put(v.whole, body)
}

// rows are the rows, or, where a search hides all of them, the way back.
func (v *View) rows() fyne.CanvasObject {
	if v.Model.Len() > 0 || v.Model.Query() == "" {
		return v.Grid
	}
	return listing.Nothing(say.N(len(v.Model.All()), "speaker"), v.Model.Query(), v.host.EndSearch)
}

func (v *View) cell(row, column int) widget.Cell {
	s := v.Model.Row(row)
	switch column {
	case byName:
		return widget.Cell{Text: s.Name, Dot: look.Ink(look.Speaker(string(s.ID)))}
	case byKind:
		return widget.Cell{Text: say.T(s.Kind.String()), Ink: look.Muted}
	case byRole:
		return widget.Cell{Text: strings.Join(s.Roles, "; "), Ink: look.Muted}
	case bySpellings:
		return widget.Cell{Text: say.Number(len(s.Spellings))}
	case byOutlets:
		return widget.Cell{Text: say.Number(len(s.Outlets))}
	case byQuotes:
		return widget.Cell{Text: say.Number(s.Quotes)}
	default:
		return widget.Cell{Text: say.Number(s.Statements)}
	}
}

// Selected is the speaker under the cursor, nil for none.
func (v *View) Selected() *dossier.SpeakerInfo { return v.Model.Shown(v.Chosen()) }

func (v *View) inspect() {
	s := v.Selected()
	if s == nil {
		v.inspector.SetContent(widget.Padded(12, widget.Prose(widget.Run{Text: say.T("Select a speaker to see the spellings and why they were joined."), Ink: look.Muted})))
		return
	}
	parts := []fyne.CanvasObject{
		widget.NewCard(look.Ink(look.Speaker(string(s.ID))), widget.Prose(
			widget.Run{Text: s.Name, Style: fyne.TextStyle{Bold: true}},
			widget.Run{Text: "\n" + fmt.Sprintf("%s · %s · %s", say.T(s.Kind.String()), say.N(s.Quotes, "quote"), say.N(s.Statements, "statement")), Ink: look.Muted},
			widget.Run{Text: "\n" + say.T("Quotes are counted with attitudes (“wants”), which charts and statements leave out."), Ink: look.Muted, Size: theme.SizeNameCaptionText})),
	}
	parts = append(parts, v.actions()...)
	parts = append(parts, widget.NewLine(say.T("SPELLINGS"), widget.Section))
	for _, sp := range s.Spellings {
		parts = append(parts, widget.Prose(widget.Run{Text: sp.Text}, widget.Run{
			Text: "  " + where(sp), Ink: look.Muted, Size: theme.SizeNameCaptionText,
		}))
	}
	if len(s.Roles) > 0 {
		parts = append(parts, widget.NewLine(say.T("ROLES"), widget.Section), widget.Prose(widget.Run{Text: strings.Join(s.Roles, "\n")}))
	}
	if len(s.Joins) > 0 {
		parts = append(parts, widget.NewLine(say.T("WHY THESE STAND TOGETHER"), widget.Section))
	}
	for _, j := range fold(s.Joins) {
		parts = append(parts, join(j))
	}
	v.inspector.SetContent(widget.Padded(12, widget.Stack(7, parts...)))
}

// where says how many articles print a spelling, and in which outlets.
func where(s dossier.Spelling) string {
	text := say.N(s.Count, "article")
	if len(s.Outlets) > 0 {
		text += ": " + strings.Join(s.Outlets, ", ")
	}
	return text
}

// alike are joins of one pair of spellings for the same reasons: a name that stands in many articles is joined in each.
type alike struct {
	dossier.Join // the least sure of them
	count        int
}

// fold puts joins together that say the same, in the order in which they come.
func fold(joins []dossier.Join) []alike {
	var out []alike
	at := map[string]int{}
	for _, j := range joins {
		key := fmt.Sprintf("%q %q %q %v", j.A, j.B, j.By, j.Reasons)
		i, known := at[key]
		if !known {
			at[key] = len(out)
			out = append(out, alike{j, 1})
			continue
		}
		out[i].count++
		out[i].Score = min(out[i].Score, j.Score)
	}
	return out
}

// join shows the evidence for one pair of spellings.
func join(j alike) fyne.CanvasObject {
	runs := []widget.Run{{Text: j.A + " = " + j.B, Style: fyne.TextStyle{Bold: true}}}
	if j.count > 1 {
		runs = append(runs, widget.Run{Text: " × " + say.Number(j.count), Ink: look.Muted})
	}
	by := "\n" + say.T("machine, %.0f %%", 100*j.Score)
	if j.By != "machine" && j.By != "" {
		by = "\n" + say.T("decided by %s", j.By)
	}
	runs = append(runs, widget.Run{Text: by, Ink: look.Muted})
	return widget.NewCard("", widget.Prose(append(runs, Reasons(j.Reasons)...)...))
}

// Reasons lists evidence, one line each: plus for, minus against, a dot before what is neither.
func Reasons(reasons []dossier.Reason) []widget.Run {
	var out []widget.Run
	for _, r := range reasons {
		sign := "\n− "
		switch {
		case r.For:
			sign = "\n+ "
		case r.Beside:
			sign = "\n· "
		}
		out = append(out, widget.Run{Text: sign, Style: fyne.TextStyle{Bold: true}}, widget.Run{Text: say.Engine(r.Text)})
	}
	return out
}

func (v *View) actions() []fyne.CanvasObject {
	all := widget.NewButton(say.T("All statements"), nil, v.OpenStatements)
	all.Importance = fynewidget.HighImportance
	return []fyne.CanvasObject{all, widget.Wrap(4, widget.NewButton(say.T("Same as…"), nil, v.Join), widget.NewButton(say.T("Rename…"), nil, v.Rename),
		widget.NewButton(say.T("Role…"), nil, v.Role), widget.NewButton(say.T("Split off…"), nil, v.Split))}
}
