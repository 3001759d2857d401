package speakers

import (
	"strings"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/say"
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
		v.host.ShowStatementsOf(s.Name)
	}
}

// Rename asks under which name the speaker is shown.
func (v *View) Rename() {
	s := v.Selected()
	if s == nil {
		return
	}
	id := string(s.ID)
	v.host.AskText(say.T("Show this speaker as"), s.Name, func(name string) {
		v.host.Decide(decision.Decision{Kind: decision.Rename, Targets: []string{id}, Value: name}, say.T("Renamed to %s", name))
	})
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
