package statement

import (
	"strings"

	"fyne.io/fyne/v2"

	"quotidian/dossier"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Keys lists what the page answers to, for the help page.
var Keys = [][2]string{
	{"j, k", "next and previous appearance"},
	{"[, ]", "previous and next statement"},
	{"n, p", "next and previous changed wording"},
	{"Enter", "read the appearance in its article"},
	{"c", "confirm the statement"},
	{"e", "reject the statement"},
	{"s", "same as another statement"},
	{"d", "not the same: split the appearance off"},
	{"r", "other speaker"},
	{"x", "not a quote"},
	{"t", "note"},
}

// TypedRune acts on a letter typed on the page.
func (v *View) TypedRune(r rune) {
	switch {
	case r == ']':
		v.Step(1)
	case r == '[':
		v.Step(-1)
	case v.Model != nil:
		v.act(r)
	}
}

// act acts on a letter that is about the statement shown.
func (v *View) act(r rune) {
	switch r {
	case 'j':
		v.Move(1)
	case 'k':
		v.Move(-1)
	case 'n':
		v.NextChanged(1)
	case 'p':
		v.NextChanged(-1)
	case 'c':
		v.Confirm()
	case 'e':
		v.Reject()
	case 's':
		v.Join()
	default:
		v.actOn(r)
	}
}

// actOn acts on a letter that is about the appearance chosen.
func (v *View) actOn(r rune) {
	if !strings.ContainsRune("drxt", r) || v.lost() {
		return
	}
	switch r {
	case 'd':
		v.Split()
	case 'r':
		v.Reattribute()
	case 'x':
		v.NotAQuote()
	case 't':
		v.Note()
	}
}

// TypedKey scrolls and opens.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if v.Model != nil && !v.lost() {
			v.OpenArticle()
		}
	default:
		v.page.TypedKey(e)
	}
}

// lost reports, and says, that what was chosen is gone and that nothing was chosen since.
func (v *View) lost() bool {
	if !v.Model.Lost() {
		return false
	}
	v.host.Say(say.T("The appearance chosen is gone from this statement: j or k chooses another one, Ctrl+Z brings it back"))
	return true
}

// Move goes to another appearance.
func (v *View) Move(by int) {
	if v.Model.Move(by) {
		v.reveal()
	}
}

// NextChanged goes to the next appearance whose wording was changed.
func (v *View) NextChanged(by int) {
	if v.Model.NextChanged(by) {
		v.reveal()
		return
	}
	v.host.Say(say.T("No other changed wording this way"))
}

// OpenArticle shows the chosen appearance in its article.
func (v *View) OpenArticle() {
	a := v.Model.Chosen()
	v.host.OpenArticle(a.Article.ID, a.Quote)
}

// messageText is how much of a statement a message shows, in characters.
const messageText = 60

// Confirm settles that all quotes are right and belong together.
func (v *View) Confirm() {
	v.host.Decide(v.Model.Confirm(), say.T("Confirmed: %s", widget.OneLine(v.Model.Text, messageText)))
}

// Reject settles that the statement is not to be relied on.
func (v *View) Reject() {
	v.host.Decide(v.Model.Reject(), say.T("Rejected: %s", widget.OneLine(v.Model.Text, messageText)))
}

// Split takes the chosen appearance out of the statement.
func (v *View) Split() {
	d, ok := v.Model.Split()
	if !ok {
		v.host.Say(say.T("The statement has one appearance only"))
		return
	}
	v.host.Decide(d, say.T("%s stands on its own now", v.Model.Chosen().Article.Outlet.Name))
}

// NotAQuote takes the chosen appearance away.
func (v *View) NotAQuote() {
	v.host.Decide(v.Model.NotAQuote(), say.T("Not a quote: %s", widget.OneLine(v.Model.Chosen().Text, messageText)))
}

// Reattribute asks for another speaker of the chosen appearance: of the one that was chosen when it was asked, since an
// import that ends meanwhile can bring others.
func (v *View) Reattribute() {
	was := *v.Model
	v.host.AskWho(say.T("Who said this?"), was.Chosen().Article.ID, "", func(name string) { v.host.Decide(was.Reattribute(name), say.SpeakerIs(name)) })
}

// Note asks for a remark.
func (v *View) Note() {
	was := *v.Model
	v.host.AskNote(was.Chosen().Note, func(text string) { v.host.Decide(was.Note(text), say.T("Noted")) })
}

// Join asks for a statement that is the same.
func (v *View) Join() {
	was := *v.Model
	v.host.AskStatement(say.T("Same as which statement?"), was.ID, func(id dossier.StatementID) { v.host.Decide(was.Join(id), say.T("Joined")) })
}
