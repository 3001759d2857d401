package speakers

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/find"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Part is the question which of a speaker's articles are about somebody else of that name: a list to tick in, which a search narrows, and
// the name under which who leaves is shown.
type Part struct {
	*widget.Checklist
	all   []dossier.Mention
	index *find.Index
	name  string // of who leaves
}

var partColumns = []widget.Column{
	{Title: "Named as", Width: 120, Grow: 1},
	{Title: "Outlet", Width: 90, Grow: 1},
	{Title: "Published", Width: 84, Whole: true},
	{Title: "What is said", Width: 200, Grow: 3},
	{Title: "Quotes", Width: 60, Right: true, Whole: true},
}

// NewPart asks about a speaker as its articles have it.
func NewPart(all []dossier.Mention) *Part {
	p := &Part{all: all, index: find.NewIndex(len(all), func(i int) []string { return mentionTexts(&all[i]) })}
	p.Checklist = widget.NewChecklist(partColumns, len(all), false, p.cell)
	p.Whole = func(row int) []widget.Run {
		m := &all[row]
		where := strings.Join([]string{m.Name, m.Article.Outlet.Name, published(m), widget.Headline(m.Article.Title)}, " · ")
		return []widget.Run{{Text: m.Words + "\n"}, {Text: where, Ink: look.Muted}}
	}
	return p
}

func mentionTexts(m *dossier.Mention) []string {
	return []string{m.Name, m.Article.Outlet.Name, m.Article.Title, published(m), m.Words}
}

// published is the day; the time of day would only be cut.
func published(m *dossier.Mention) string {
	if !m.Article.Published.Known() {
		return say.T("undated")
	}
	return say.Day(m.Article.Published.Time)
}

func (p *Part) cell(row, column int) widget.Cell {
	m := &p.all[row]
	switch column {
	case 0:
		return widget.Cell{Text: m.Name}
	case 1:
		return widget.Cell{Text: m.Article.Outlet.Name}
	case 2:
		return widget.Cell{Text: published(m)}
	case 3:
		return widget.Cell{Text: m.Words}
	default:
		return widget.Cell{Text: say.Number(m.Quotes)}
	}
}

// Find narrows the list to what holds every word; what is ticked stays so.
func (p *Part) Find(query string) {
	hits, _ := p.index.Search(query)
	p.Show(func(row int) bool { return hits[row] })
}

// Call says under which name who leaves is shown, "" for the one that is printed.
func (p *Part) Call(name string) { p.name = strings.TrimSpace(name) }

// Body is what the question shows, between the lines that are typed into. Tab goes through it as it stands: from the list to the
// name, and on to the buttons.
func (p *Part) Body(search, name fyne.CanvasObject) fyne.CanvasObject {
	above, list, below := container.NewPadded(search), p.Object(), container.NewPadded(name)
	body := widget.Dock(above, below, nil, nil, list)
	body.Objects = []fyne.CanvasObject{above, list, below}
	return body
}

// Wrong says why what is ticked cannot be split off, nil where it can.
func (p *Part) Wrong() error {
	switch len(p.Kept()) {
	case 0:
		return errors.New(say.T("tick what is about somebody else"))
	case len(p.all):
		return errors.New(say.T("something must stay: tick only what leaves"))
	}
	return nil
}

// Decisions are what the answer settles: that these leave, under the name that is given. It is one decision, so that the name goes
// with the split when that is taken back.
func (p *Part) Decisions() []decision.Decision {
	return []decision.Decision{{Kind: decision.Split, Targets: dossier.Parting(p.all, p.Has), Value: p.name}}
}

// Split asks which articles or spellings of the selected speaker are somebody else.
func (v *View) Split() {
	s := v.Selected()
	if s == nil {
		return
	}
	name := s.Name
	all, err := v.source.Mentions(s.ID)
	if err != nil {
		v.host.Failed(err)
		return
	}
	if len(all) < 2 {
		v.host.Say(say.T("%s stands in one article only, under one name: give single quotes another speaker there", name))
		return
	}
	v.host.AskPart(say.T("Which of these are not %s but somebody else?", name), all, func(decided []decision.Decision) {
		v.host.DecideAll(decided, say.T("Split off from %s", name))
	})
}
