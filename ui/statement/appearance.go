package statement

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/severity"
	"quotidian/ui/widget"
)

// appearancesShown is how many cards a page starts with; a wire story in two hundred outlets is opened on
// demand.
const appearancesShown = 20

func (v *View) appearances() fyne.CanvasObject {
	v.cards = nil
	var parts []fyne.CanvasObject
	n := len(v.Model.Appearances)
	if !v.more {
		n = min(n, appearancesShown)
	}
	for i := range n {
		card := widget.NewCard(v.ink(), v.appearance(i))
		card.OnTapped = func() { v.choose(i) }
		v.cards = append(v.cards, card)
		parts = append(parts, card)
	}
	if rest := len(v.Model.Appearances) - n; rest > 0 {
		parts = append(parts, widget.Wrap(0, widget.NewButton(say.T("Show %d more", rest), nil, func() {
			v.more = true
			v.Reload()
		})))
	}
	return widget.Stack(8, parts...)
}

func (v *View) ink() fyne.ThemeColorName { return look.Ink(look.Speaker(string(v.Model.Speaker))) }

func (v *View) events() []widget.Event {
	events := v.Model.Events()
	for i := range events {
		events[i].Dot = v.ink()
	}
	return events
}

func (v *View) appearance(i int) fyne.CanvasObject {
	a := &v.Model.Appearances[i]
	parts := []fyne.CanvasObject{v.appearanceHead(a), widget.Prose(Context(a)...)}
	if chain := Chain(a); len(chain) > 2 {
		parts = append(parts, widget.NewChain(chain...))
	}
	for _, c := range a.Changes {
		if c.Note != "" {
			parts = append(parts, note(say.Engine(c.Note)))
		}
	}
	if a.Note != "" || a.DecidedBy != "" {
		parts = append(parts, note(Decided(a)))
	}
	return widget.Stack(6, append(parts, v.actions(i))...)
}

func (v *View) appearanceHead(a *dossier.Appearance) fyne.CanvasObject {
	outlet := a.Article.Outlet.Name
	if a.Article.Outlet.Guessed() {
		outlet += " " + say.T("(guessed)")
	}
	parts := []fyne.CanvasObject{
		widget.NewLine(outlet, widget.Strong), widget.NewLine(say.Published(a.Article.Published), widget.Quiet),
		widget.NewBadge(widget.Tag{Text: say.T(a.Kind.String()), Ground: look.Slight, Ink: look.OnSlight}),
	}
	if tag, ok := severity.Status(a.Status); ok {
		parts = append(parts, widget.NewBadge(tag))
	}
	parts = append(parts, widget.NewLine(a.Article.Title, widget.Quiet))
	return widget.Wrap(8, parts...)
}

// actions are the buttons of one appearance.
func (v *View) actions(i int) fyne.CanvasObject {
	on := func(label string, act func()) fyne.CanvasObject {
		b := widget.NewButton(label, nil, func() {
			v.choose(i)
			act()
		})
		b.Importance = fynewidget.LowImportance
		return b
	}
	out := []fyne.CanvasObject{on(say.T("Read in article"), v.OpenArticle)}
	if len(v.Model.Appearances) > 1 {
		out = append(out, on(say.T("Not the same"), v.Split))
	}
	out = append(out, on(say.T("Other speaker…"), v.Reattribute), on(say.T("Not a quote"), v.NotAQuote), on(say.T("Note…"), v.Note))
	return widget.Wrap(2, out...)
}

// Context draws the sentence of an appearance with its neighbours; the quote stands out by its ground, the
// sentences around it are quiet.
func Context(a *dossier.Appearance) []widget.Run {
	var out []widget.Run
	if s := strings.TrimSpace(a.Before); s != "" {
		out = append(out, widget.Run{Text: s + " ", Ink: look.Muted})
	}
	for _, p := range Pieces(a) {
		r := widget.Run{Text: p.Text}
		if p.Quoted {
			r.Ground = look.Tint(look.Speaker(string(a.Speaker)))
		}
		out = append(out, r)
	}
	if s := strings.TrimSpace(a.After); s != "" {
		out = append(out, widget.Run{Text: " " + s, Ink: look.Muted})
	}
	return out
}

// Decided says who settled something about an appearance, and what was noted.
func Decided(a *dossier.Appearance) string {
	s := a.Note
	if a.DecidedBy != "" {
		by := say.T("%s by %s on %s", say.T(a.Status), a.DecidedBy, say.Day(a.DecidedAt))
		if s == "" {
			return by
		}
		s += " (" + by + ")"
	}
	return s
}

// choose makes an appearance the one that keys act upon and brings it into sight.
func (v *View) choose(i int) {
	if v.Model.Choose(i) {
		v.mark()
	}
}

func (v *View) mark() {
	for i, c := range v.cards {
		c.Choose(i == v.Model.At() && !v.Model.Lost())
	}
}

// reveal scrolls to the chosen appearance.
func (v *View) reveal() {
	v.mark()
	at := v.Model.At()
	if at >= len(v.cards) {
		v.more = true
		v.Reload()
	}
	card := v.cards[at]
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(card).Y -
		fyne.CurrentApp().Driver().AbsolutePositionForObject(v.body).Y
	v.page.ScrollTo(y - theme.TextSize()*2)
}
