package speakers

import (
	"strings"

	"fyne.io/fyne/v2"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{
	{"Enter", "all statements of the speaker"},
	{"s", "same as another speaker"},
	{"r", "rename"},
	{"o", "role"},
	{"d", "split off what is somebody else of that name"},
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	switch r {
	case 's':
		v.Join()
	case 'r':
		v.Rename()
	case 'o':
		v.Role()
	case 'd':
		v.Split()
	}
}

// OpenStatements lists the statements of the selected speaker.
func (v *View) OpenStatements() {
	if s := v.Selected(); s != nil {
		v.host.ShowStatementsOf(string(s.ID))
	}
}

// Rename asks under which name the speaker is shown. A name that another speaker has is asked about first: two of one name can
// only be told apart by their quotes, and are mostly one.
func (v *View) Rename() {
	s := v.Selected()
	if s == nil {
		return
	}
	own := *s
	v.host.AskText(say.T("Show this speaker as"), own.Name, func(name string) {
		name = strings.TrimSpace(name)
		rename := func() {
			v.host.Decide(decision.Decision{Kind: decision.Rename, Targets: []string{string(own.ID)}, Value: name}, say.T("Renamed to %s", name))
		}
		other := Namesake(v.Model.All(), own.ID, name)
		if other == nil {
			rename()
			return
		}
		body := widget.Prose(widget.Run{Text: other.Name, Style: fyne.TextStyle{Bold: true}}, widget.Run{Text: "\n" + About(other), Ink: look.Muted},
			widget.Run{Text: "\n\n" + say.T("Joined, the two are one speaker with the quotes of both. Renamed all the same, two speakers have one name.")})
		v.host.Either(say.T("That is the name of another speaker. Join them?"), body,
			widget.Offer{Label: say.T("Join them"), Do: func() { v.unite(&own, other, name) }}, widget.Offer{Label: say.T("Rename all the same"), Do: rename})
	})
}

// unite joins two speakers under a name, which are taken back as one.
func (v *View) unite(own, other *dossier.SpeakerInfo, name string) {
	v.Become(own.ID, other.ID)
	both := []string{string(own.ID), string(other.ID)}
	v.host.DecideAll([]decision.Decision{{Kind: decision.Same, Targets: both}, {Kind: decision.Rename, Targets: both, Value: name}},
		say.T("%s and %s are one", own.Name, other.Name))
}

// Namesake gives the first speaker, any but one, that is shown under a name, nil for none. Case and blanks tell no two names apart.
func Namesake(list []dossier.SpeakerInfo, but dossier.SpeakerID, name string) *dossier.SpeakerInfo {
	for i := range list {
		if list[i].ID != but && decision.Key(list[i].Name) == decision.Key(name) {
			other := list[i] // the list may be another one once somebody answers
			return &other
		}
	}
	return nil
}

// About tells a speaker from another of the same name: kind, quotes and outlets.
func About(s *dossier.SpeakerInfo) string {
	return strings.Join(append([]string{say.T(s.Kind.String()), say.N(s.Quotes, "quote")}, s.Outlets...), " · ")
}

// Role asks how the speaker is described, whatever articles print: as nothing where the answer is empty.
func (v *View) Role() {
	s := v.Selected()
	if s == nil {
		return
	}
	own, role := *s, ""
	if len(own.Roles) > 0 {
		role = own.Roles[0]
	}
	v.host.AskText(say.T("Role of %s, instead of what articles print (empty shows none)", own.Name), role, func(text string) {
		text = strings.TrimSpace(text)
		said := say.T("%s: role taken away", own.Name)
		if text != "" {
			said = say.T("%s is described as: %s", own.Name, text)
		}
		v.host.Decide(decision.Decision{Kind: decision.Role, Targets: []string{string(own.ID)}, Value: text}, said)
	})
}

// Join asks for a speaker who is the same. The cursor goes to what the two become.
func (v *View) Join() {
	s := v.Selected()
	if s == nil {
		return
	}
	own := *s
	v.host.AskSpeaker(say.T("%s is the same as whom?", own.Name), own, func(other dossier.SpeakerInfo) {
		v.Become(own.ID, other.ID)
		v.host.Decide(decision.Decision{Kind: decision.Same, Targets: []string{string(own.ID), string(other.ID)}}, say.T("%s and %s are one", own.Name, other.Name))
	})
}
