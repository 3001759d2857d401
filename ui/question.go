package ui

import (
	"errors"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/ui/command"
	"quotidian/ui/say"
	"quotidian/ui/speakers"
	"quotidian/ui/widget"
)

// question is what lies over the screen and waits for an answer.
type question interface {
	// Dismiss takes it away without one.
	Dismiss()
}

// asked is the question of a box: what has the keys to begin with gets them back.
type asked struct {
	*dialog.CustomDialog
	first fyne.Focusable
}

// Keys is what the keys typed are for.
func (a *asked) Keys() fyne.Focusable { return a.first }

// regainQuestion gives the keys back to the question that is open: a click beside what stands in it, or on its text, takes them away.
// It gives nil where something in it has them that has a use for them.
func (w *Window) regainQuestion() fyne.Focusable {
	focused := w.Fyne.Canvas().Focused()
	if _, text := focused.(*widget.FlowText); len(w.questions) == 0 || focused != nil && !text {
		return nil
	}
	q, ok := w.questions[len(w.questions)-1].(interface{ Keys() fyne.Focusable })
	if !ok {
		return nil
	}
	w.Fyne.Canvas().Focus(q.Keys())
	return w.Fyne.Canvas().Focused()
}

// answered forgets a question that went away.
func (w *Window) answered(q question) {
	w.questions = slices.DeleteFunc(w.questions, func(open question) bool { return open == q })
}

// box is a question in a box of its own: what stands in it, and what its answer does.
type box struct {
	title string
	body  fyne.CanvasObject
	size  fyne.Size // of a body that is a page as much as that needs
	// no is the label of the button that takes the question away, yes that of the one that answers and then acts. Without
	// yes the box only tells.
	no, yes string
	act     func()
	// other is a button between the two that answers otherwise, without a label none.
	other widget.Offer
	// wrong says what is wrong with the answer as it stands, nil for nothing: it is told in the box, so that nobody types
	// all of it again. May be nil.
	wrong func() error
	// changes gets what a list of ticks runs when one changes: what was wrong is told no longer then. May be nil.
	changes func(ticked func())
	// first has the keys to begin with, the button for no where it is nil: what costs something asks for one key more.
	first fyne.Focusable
}

// boxMargin is what a window leaves around a box, on both sides together, in points.
const boxMargin = 40

// ask shows a question over the screen; answer does what its button for yes does. Escape takes it away, wherever the
// focus is. As long as any is open, keys and commands that are meant for the screen behind it do nothing: nobody decides
// what cannot be seen.
func (w *Window) ask(b box) (answer func()) {
	complaint := widget.NewLine("", widget.Wrong)
	if b.wrong != nil {
		b.body = container.NewBorder(nil, complaint, nil, nil, b.body)
	}
	if b.changes != nil {
		b.changes(func() { complaint.SetText("") })
	}
	d := dialog.NewCustomWithoutButtons(b.title, b.body, w.Fyne)
	answer = func() {
		if b.wrong != nil {
			if err := b.wrong(); err != nil {
				complaint.SetText(sentence(say.Engine(err.Error())))
				w.keepTyping(b.first)
				return
			}
		}
		d.Hide()
		b.act()
	}
	no := widget.NewButton(b.no, nil, d.Hide)
	buttons := []fyne.CanvasObject{no}
	if b.other.Label != "" {
		buttons = append(buttons, widget.NewButton(b.other.Label, nil, func() {
			d.Hide()
			b.other.Do()
		}))
	}
	if b.yes != "" {
		yes := widget.NewButton(b.yes, nil, answer)
		yes.Importance = fynewidget.HighImportance
		buttons = append(buttons, yes)
	}
	d.SetButtons(buttons)
	if b.first == nil {
		b.first = no
	}
	q := &asked{d, b.first}
	d.SetOnClosed(func() {
		w.answered(q)
		if !w.covered() {
			w.Refocus()
		}
	})
	w.questions = append(w.questions, q)
	if page, ok := b.body.(*widget.Page); ok {
		b.size = sizeFor(page)
	}
	d.Resize(b.size.Min(w.Fyne.Canvas().Size().SubtractWidthHeight(boxMargin, boxMargin)))
	d.Show()
	w.Fyne.Canvas().Focus(b.first)
	return answer
}

// keepTyping gives the keys back to what a question began with, where a click on its button took them from it.
func (w *Window) keepTyping(first fyne.Focusable) {
	if _, typing := w.Fyne.Canvas().Focused().(*line); !typing {
		w.Fyne.Canvas().Focus(first)
	}
}

// The size of a box around a page: as wide as a line of text is easily read, as high as the page needs and a window
// allows; title, buttons and the air around them take a part of both.
const (
	pageWidth  = 640
	pageMost   = 460
	pageAround = 120
	pageBeside = 40
)

func sizeFor(page *widget.Page) fyne.Size {
	return fyne.NewSize(pageWidth, min(page.Whole(pageWidth-pageBeside)+pageAround, pageMost))
}

// Confirm asks a question whose answer costs something; without a label for yes it only tells.
func (w *Window) Confirm(title, yes string, body fyne.CanvasObject, act func()) {
	no := say.T("Cancel")
	if yes == "" {
		no = say.T("Close")
	}
	w.ask(box{title: title, yes: yes, no: no, body: widget.NewPage(body), act: act})
}

// Either asks a question with two answers that cost something; the first is what most people want.
func (w *Window) Either(title string, body fyne.CanvasObject, first, second widget.Offer) {
	w.ask(box{title: title, body: widget.NewPage(body), no: say.T("Cancel"), yes: first.Label, act: first.Do, other: second})
}

// Tell shows what is too long for a line at the bottom, each line as prose of its own, so that none is cut for the others.
func (w *Window) Tell(title string, lines ...string) {
	parts := make([]fyne.CanvasObject, len(lines))
	for i, line := range lines {
		parts[i] = widget.Prose(widget.Run{Text: line})
	}
	w.ask(box{title: title, no: say.T("Close"), body: widget.NewPage(widget.Stack(4, parts...))})
}

// Failed shows what went wrong, in words for a person.
func (w *Window) Failed(err error) {
	if errors.Is(err, store.ErrReadOnly) {
		w.readOnly()
		return
	}
	if against := new(decision.Contradiction); errors.As(err, &against) {
		w.contradicted(against.Held(), err)
		return
	}
	why := sentence(say.Engine(err.Error()))
	if why == w.fault.why && slices.Contains(w.questions, w.fault.told) {
		return // several readings of one file fail alike, and one Return is enough
	}
	w.Tell(say.T("That did not work"), why)
	w.fault.why, w.fault.told = why, w.questions[len(w.questions)-1]
}

// contradicted says which entries of the log stand against a decision and that these can be taken back, a single one at once. Whether
// the decision is still wanted after that is for the person to say: what a join by hand held together is apart without it.
func (w *Window) contradicted(by []int64, err error) {
	title := say.T("That did not work")
	body := widget.Prose(widget.Run{Text: sentence(say.Engine(err.Error())) + "\n\n"},
		widget.Run{Text: say.T("What was settled before stands in the log and can be taken back there (u). If that alone is not enough, settle this again.")})
	log := widget.Offer{Label: say.T("Show the log"), Do: func() { w.Show(w.History) }}
	if len(by) != 1 {
		w.Confirm(title, log.Label, body, log.Do)
		return
	}
	w.Either(title, body, widget.Offer{Label: say.T("Take back decision %d", by[0]), Do: func() { w.Withdraw(by[0]) }}, log)
}

// readOnly says why nothing can be changed here and what to do about it: the dossier is opened again, which is written to
// then if nobody else does any more.
func (w *Window) readOnly() {
	why := say.T("No other program writes to this dossier any more. Open it again to change it, if its folder allows that.")
	switch {
	case w.dossier.Refused() != nil:
		why = say.T("The folder %s, or the file in it, may not be written to. Copy the dossier to a folder of your own and open it there, or have writing allowed and open it again.", filepath.Dir(w.dossier.Path()))
	case w.dossier.Held():
		why = say.T("Another window or program writes to this dossier, so it can only be read here. Close it there, then open it again.")
	}
	body := widget.Prose(widget.Run{Text: why})
	w.Confirm(say.T("This dossier is read only here"), say.T("Open it again"), body, func() { w.open(w.dossier.Path()) })
}

// partSize is that of the question which articles of a speaker are about somebody else, where the window has room.
var partSize = fyne.NewSize(900, 600)

// AskPart asks which of a speaker's articles are about somebody else. The list has the keys to begin with; Tab leads on.
func (w *Window) AskPart(title string, all []dossier.Mention, given func(decided []decision.Decision)) {
	p := speakers.NewPart(all)
	p.Grid.OnKey = w.Key
	search, name := w.newLine(""), w.newLine("")
	search.SetPlaceHolder(say.T("Search: a spelling, an outlet, a headline, words"))
	search.OnChanged = p.Find
	name.SetPlaceHolder(say.T("Show who leaves as… (may stay empty)"))
	name.OnChanged = p.Call
	search.OnSubmitted = func(string) { w.Fyne.Canvas().Focus(p.Grid.Keys()) }
	answer := w.ask(box{
		title: title, yes: say.T("Split off"), no: say.T("Cancel"), body: p.Body(search, name), size: partSize, first: p.Grid.Keys(),
		wrong: p.Wrong, changes: func(ticked func()) { p.OnTick = ticked }, act: func() { given(p.Decisions()) },
	})
	name.OnSubmitted = func(string) { answer() }
	p.Grid.OnEnter = answer // Space ticks; a Return that ticked the row in which a person had come to rest split off one too many
}

// Instead tells why the dossier that was asked for cannot be shown, and that this one is shown instead.
func (w *Window) Instead(err error) {
	w.Tell(say.T("The dossier could not be opened"), say.Engine(err.Error()), say.T("%s is shown instead.", filepath.Base(w.config.Dossier.Path())))
}

// covered says whether something lies over the screen in sight and waits for an answer.
func (w *Window) covered() bool { return w.Fyne.Canvas().Overlays().Top() != nil }

// Dismiss takes the newest question away without an answer, also for what lies in it and leads elsewhere.
func (w *Window) Dismiss() {
	if n := len(w.questions); n > 0 {
		w.questions[n-1].Dismiss()
	}
}

// free are the commands that make sense also while a question is open: what is being typed can be taken back, and the
// program be left.
var free = map[string]bool{"edit.undo": true, "edit.redo": true, "file.close": true, "file.quit": true}

// held makes commands wait for the answer to a question that is open.
func (w *Window) held(all []*command.Command) []*command.Command {
	for _, c := range all {
		if run := c.Run; !free[c.ID] {
			c.Run = func() {
				if !w.covered() {
					run()
				}
			}
		}
	}
	return all
}

// line is a line of text in a question; Escape in it takes the question away.
type line struct {
	fynewidget.Entry
	escape func()
}

func (w *Window) newLine(text string) *line {
	e := &line{escape: w.Dismiss}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	e.CursorColumn = len([]rune(text)) // whoever types goes on
	return e
}

// TypedKey implements fyne.Focusable.
func (e *line) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.escape()
		return
	}
	e.Entry.TypedKey(k)
}
