package review

import (
	"fyne.io/fyne/v2"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{
	{"a", "same"},
	{"r", "never the same"},
	{"o", "unsure: leave it open, and ask last"},
	{"s", "later"},
	{"u", "undo"},
	{"b", "join all pairs that are very likely, after a look at the list"},
	{"d", "only statements that contradict each other, or all again"},
	{"j, k", "next and previous card"},
	{"1 to 4", "read the sentence of that number in its article"},
	{"Enter", "look at the statements"},
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	switch r {
	case 'a', 'y':
		v.Same()
	case 'r':
		v.Never()
	case 'o':
		v.Unsure()
	case 's':
		v.Later()
	case 'b':
		v.AskBulk()
	case 'd':
		v.Narrow()
	case 'u':
		v.host.Undo()
	case 'j':
		v.Move(1)
	case 'k':
		v.Move(-1)
	case '1', '2', '3', '4':
		v.read(int(r - '0'))
	}
}

// TypedKey moves and opens as in every list; the space bar scrolls the card.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		v.Move(1)
	case fyne.KeyUp:
		v.Move(-1)
	case fyne.KeyPageDown:
		v.Move(v.screenful())
	case fyne.KeyPageUp:
		v.Move(-v.screenful())
	case fyne.KeyHome:
		v.Move(-v.Model.Len())
	case fyne.KeyEnd:
		v.Move(v.Model.Len())
	case fyne.KeyReturn, fyne.KeyEnter:
		v.Look()
	default:
		v.page.TypedKey(e)
	}
}

// screenful is how far the page keys move, as in every list.
func (v *View) screenful() int { return max(1, v.grid.Screenful()-1) }

// Same joins the pair.
func (v *View) Same() {
	v.settle(func(p *dossier.Proposal) (decision.Decision, string) {
		return decision.Decision{Kind: decision.Same, Targets: []string{p.A, p.B}}, say.T("Same: %s", pair(p))
	})
}

// Never keeps the pair apart for good.
func (v *View) Never() {
	v.settle(func(p *dossier.Proposal) (decision.Decision, string) {
		return decision.Decision{Kind: decision.Never, Targets: []string{p.A}, Against: []string{p.B}}, say.T("Never the same: %s", pair(p))
	})
}

// Unsure notes that somebody looked at the pair and could not tell: from now on it is asked last.
func (v *View) Unsure() {
	v.settle(func(p *dossier.Proposal) (decision.Decision, string) {
		return decision.Decision{Kind: decision.Unsure, Targets: []string{p.A, p.B}}, say.T("Left open: %s", pair(p))
	})
}

// settle decides about the chosen pair and goes on to the next at once. Where nothing can be written the pair stays: the window
// says why.
func (v *View) settle(settled func(*dossier.Proposal) (decision.Decision, string)) {
	p := v.Model.Chosen()
	if p == nil {
		return
	}
	d, said := settled(p)
	if v.host.Writable() {
		v.Model.Settle(d.Kind != decision.Unsure)
		v.build()
	}
	v.host.Decide(d, said)
}

func pair(p *dossier.Proposal) string { return short(p.NameA) + " / " + short(p.NameB) }

// short cuts a name or a statement for a message.
func short(s string) string { return widget.OneLine(s, 40) }

// Later puts the pair behind all others until the screen is opened anew.
func (v *View) Later() {
	v.Model.Later()
	v.build()
}

// Narrow shows only the statements that contradict each other, or all pairs again.
func (v *View) Narrow() {
	v.Model.Disagreeing = !v.Model.Disagreeing
	v.Model.Choose(0)
	v.Reload()
}

// Move goes to another card.
func (v *View) Move(by int) {
	v.Model.Choose(v.Model.at + by)
	v.point()
	v.show()
}

// Look shows what the pair is about: a statement, or the statements of a speaker.
func (v *View) Look() {
	p := v.Model.Chosen()
	switch {
	case p == nil:
	case p.Kind == "statement":
		v.host.OpenStatement(dossier.StatementID(p.A))
	default:
		v.host.ShowStatementsOf(p.A)
	}
}
