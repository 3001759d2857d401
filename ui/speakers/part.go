package speakers

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/listing"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Part is the question which of a speaker's articles are about somebody else of that name: a list to tick in, a line that narrows it, and
// one for the name under which who leaves is shown.
type Part struct {
	Grid  *widget.Grid
	all   []dossier.Mention
	list  *listing.List[string, dossier.Mention]
	ticks listing.Ticks[string]
	count *widget.Line
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
	p := &Part{Grid: widget.NewGrid(partColumns), all: all, count: widget.NewLine("", widget.Quiet)}
	p.list = listing.NewList(listing.Kind[string, dossier.Mention]{ID: func(m *dossier.Mention) string { return m.Ref }, Texts: mentionTexts}, 0)
	p.list.Set(all)
	p.Grid.Length = p.list.Len
	p.Grid.Cell = p.cell
	p.Grid.Ticked = func(row int) bool { return p.ticks.Has(p.list.ID(row)) }
	p.Grid.OnTick = p.toggle
	p.Grid.OnOpen = p.toggle
	p.Grid.OnRune = func(r rune) {
		if r == 'a' {
			p.toggleShown()
		}
	}
	p.tell()
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
	m := p.list.Row(row)
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
	p.list.Search(query)
	p.tell()
}

// Call says under which name who leaves is shown, "" for the one that is printed.
func (p *Part) Call(name string) { p.name = strings.TrimSpace(name) }

// Object is what the question shows, between the lines that are typed into.
func (p *Part) Object(search, name fyne.CanvasObject) fyne.CanvasObject {
	return widget.Dock(container.NewPadded(container.NewVBox(p.count, search)), container.NewPadded(name), nil, nil, p.Grid)
}

func (p *Part) toggle(row int) {
	p.ticks.Toggle(p.list.ID(row))
	p.tell()
}

// toggleShown ticks all that are shown, or unticks them where all are ticked.
func (p *Part) toggleShown() {
	on := false
	for row := range p.list.Len() {
		on = on || !p.ticks.Has(p.list.ID(row))
	}
	for row := range p.list.Len() {
		if p.ticks.Has(p.list.ID(row)) != on {
			p.ticks.Toggle(p.list.ID(row))
		}
	}
	p.tell()
}

// tell says how many are ticked.
func (p *Part) tell() {
	p.count.SetText(say.T("%s of %s ticked · Space ticks one, a all that are shown", say.Number(p.ticks.Len()), say.Number(len(p.all))))
	p.Grid.Refresh()
}

// Wrong says why what is ticked cannot be split off, nil where it can.
func (p *Part) Wrong() error {
	switch p.ticks.Len() {
	case 0:
		return errors.New(say.T("tick what is about somebody else"))
	case len(p.all):
		return errors.New(say.T("something must stay: tick only what leaves"))
	}
	return nil
}

// Decisions are what the answer settles: that these leave, and under which name they are shown where one is given.
func (p *Part) Decisions() []decision.Decision {
	refs := dossier.Parting(p.all, func(i int) bool { return p.ticks.Has(p.all[i].Ref) })
	out := []decision.Decision{{Kind: decision.Split, Targets: refs}}
	if p.name != "" {
		out = append(out, decision.Decision{Kind: decision.Rename, Targets: refs, Value: p.name})
	}
	return out
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
