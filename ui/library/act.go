package library

import (
	"quotidian/dossier/decision"
	"quotidian/ui/say"
)

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{
	{"Enter", "read the article"},
	{"o", "set the outlet"},
	{"d", "set the date"},
	{"g", "set the agency"},
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	switch r {
	case 'o':
		v.SetOutlet()
	case 'd':
		v.SetDate()
	case 'g':
		v.SetOrigin()
	}
}

// SetOutlet asks who carried the selected article.
func (v *View) SetOutlet() {
	if a := v.Selected(); a != nil {
		v.ask(say.T("Outlet of this article"), a.Outlet.Name, decision.Outlet)
	}
}

// SetDate asks when the selected article was published.
func (v *View) SetDate() {
	if a := v.Selected(); a != nil {
		v.ask(say.T("Published on (2023-09-23 or 2023-09-23T14:05:00Z, empty for undated)"), a.Published.String(), decision.Date)
	}
}

// SetOrigin asks which agency the selected article credits.
func (v *View) SetOrigin() {
	if a := v.Selected(); a != nil {
		v.ask(say.T("Agency that the article credits (empty for none)"), a.Outlet.Origin, decision.Origin)
	}
}

func (v *View) ask(title, now string, kind decision.Kind) {
	id := string(v.chosen)
	v.host.AskText(title, now, func(value string) {
		v.host.Decide(decision.Decision{Kind: kind, Targets: []string{id}, Value: value}, say.T("Set: %s", value))
	})
}
