package library

import (
	"cmp"
	"strings"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/listing"
	"quotidian/ui/say"
)

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{
	{"Enter", "read the article"},
	{"Space", "tick the article"},
	{"a", "tick all that are shown, or none"},
	{"o", "set the outlet"},
	{"d", "set the date"},
	{"g", "set the agency"},
	{"v", "find versions of articles and copies of one text"},
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	switch r {
	case 'a':
		v.TickAll()
	case 'o':
		v.SetOutlet()
	case 'd':
		v.SetDate()
	case 'v':
		v.FindKin()
	case 'g':
		v.SetOrigin()
	}
}

// SetOutlet asks who carried the articles ticked, or the one selected.
func (v *View) SetOutlet() {
	v.ask(v.host.AskText, say.T("Outlet"), decision.Outlet, func(a *dossier.ArticleInfo) string { return a.Outlet.Name })
}

// SetDate asks when they were published.
func (v *View) SetDate() {
	v.ask(v.host.AskDate, say.T("Published on (2023-09-23 or 2023-09-23T14:05:00Z, empty for undated)"), decision.Date, func(a *dossier.ArticleInfo) string { return a.Published.String() })
}

// SetOrigin asks which agency they credit.
func (v *View) SetOrigin() {
	v.ask(v.host.AskText, say.T("Agency that the article credits (empty for none)"), decision.Origin, func(a *dossier.ArticleInfo) string { return a.Outlet.Origin })
}

// ask takes a value for all articles ticked, or for the one selected when none is.
func (v *View) ask(ask func(title, text string, given func(string)), title string, kind decision.Kind, now func(*dossier.ArticleInfo) string) {
	targets := listing.Targets(v.Table)
	if len(targets) == 0 {
		return
	}
	if n := v.Ticked.Len(); n > 0 {
		title += " – " + say.N(n, "article")
	}
	old := ""
	if a := v.Selected(); a != nil {
		old = now(a)
	}
	ask(title, old, func(value string) {
		v.host.Decide(decision.Decision{Kind: kind, Targets: targets, Value: value}, say.T("Set: %s", cmp.Or(strings.TrimSpace(value), say.T("nothing"))))
	})
}
