package reader

import (
	"fyne.io/fyne/v2"

	"quotidian/dossier/decision"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{
	{"j, n", "next quote"},
	{"k, p", "previous quote"},
	{"Enter", "all wordings of the selected statement"},
	{"r", "other speaker"},
	{"x", "not a quote"},
	{"u", "a quote after all: take “not a quote” back"},
	{"t", "note"},
	{"s, S", "select the next or previous sentence"},
	{"Shift+Right, Shift+Left", "select a word more or less"},
	{"m", "mark the words selected as a missed quote"},
	{"Space, Page Down, Page Up", "scroll"},
	{"Ctrl+F, then Enter", "find in the article, next place"},
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	if v.Model == nil {
		return
	}
	switch r {
	case 'j', 'n':
		v.Move(1)
	case 'k', 'p':
		v.Move(-1)
	case 'r':
		v.Reattribute()
	case 'x':
		v.NotAQuote()
	case 'u':
		v.TakeBack()
	case 't':
		v.Note()
	case 's':
		v.Sentence(1)
	case 'S':
		v.Sentence(-1)
	case 'm':
		v.Mark()
	}
}

// TypedKey scrolls and opens.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		v.OpenStatement()
	default:
		v.page.TypedKey(e)
	}
}

// selected gives the id of the selected quote; ok is false, and that is said, when none is, or one that a person said is none.
func (v *View) selected() (id string, ok bool) {
	if v.Model == nil || v.Model.Selected() == nil {
		v.host.Say(say.T("Select a quote first: j goes to the next one"))
		return "", false
	}
	if _, struck := v.Model.Struck(); struck {
		v.host.Say(say.T("This was rejected as no quote; u takes that back"))
		return "", false
	}
	return string(v.Model.Selected().Quote), true
}

// OpenStatement shows all wordings of the selected quote.
func (v *View) OpenStatement() {
	if _, ok := v.selected(); ok {
		v.host.OpenStatement(v.Model.Selected().Statement)
	}
}

// NotAQuote settles that the selected quote is none. It stays selected, struck through.
func (v *View) NotAQuote() {
	if id, ok := v.selected(); ok {
		v.host.Decide(decision.Decision{Kind: decision.NotAQuote, Targets: []string{id}}, say.T("Not a quote: %s", widget.OneLine(v.Model.Selected().Text, messageText)))
	}
}

// messageText is how much of a quote a message shows, in characters.
const messageText = 60

// TakeBack makes the selected quote one again that a person said is none.
func (v *View) TakeBack() {
	if v.Model == nil {
		return
	}
	by, ok := v.Model.Struck()
	if !ok {
		v.host.Say(say.T("Select a rejected quote first"))
		return
	}
	v.host.Withdraw(by.Seq)
}

// Reattribute asks for another speaker of the selected quote.
func (v *View) Reattribute() {
	id, ok := v.selected()
	if !ok {
		return
	}
	in := v.Model.ID
	v.host.AskWho(say.T("Who said this?"), in, "", func(name string) {
		v.host.DecideIn(in, decision.Decision{Kind: decision.Reattribute, Targets: []string{id}, Value: name}, say.SpeakerIs(name))
	})
}

// Note asks for a remark on the selected quote.
func (v *View) Note() {
	id, ok := v.selected()
	if !ok {
		return
	}
	v.host.AskNote(v.Model.Selected().Note, func(text string) {
		v.host.Decide(decision.Decision{Kind: decision.Note, Targets: []string{id}, Value: text}, say.T("Noted"))
	})
}
