package statement

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/contrast"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/severity"
	"quotidian/ui/widget"
)

// Source is what this page needs of a dossier.
type Source interface {
	Statement(dossier.StatementID) (dossier.Statement, error)
	Proposals() ([]dossier.Proposal, error)
}

// Host is the window around the page.
type Host interface {
	// Decide settles something and says so with a way back.
	Decide(d decision.Decision, said string)
	// AskWho lets a person name a speaker, those first whom an article quotes, the likely one of them before all; AskStatement pick a statement
	// that is the same as one, after a question where the two have different speakers; AskNote takes a line.
	AskWho(title string, in dossier.ArticleID, likely string, picked func(name string))
	AskStatement(title string, as dossier.StatementID, picked func(dossier.StatementID))
	AskNote(text string, given func(string))
	OpenArticle(dossier.ArticleID, dossier.QuoteID)
	OpenStatement(dossier.StatementID)
	// ExplainChanges says what the names of changes mean.
	ExplainChanges()
	// Step goes to the statement some places on in the list.
	Step(from dossier.StatementID, by int)
	Back()
	Failed(error)
	Say(message string)
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// View is the page.
type View struct {
	Model  *Model // nil where no statement is shown
	gone   *Model // what was shown last, where a decision took that away
	source Source
	host   Host
	page   *widget.Page
	whole  *fyne.Container
	cards  []*widget.Card // of the appearances shown
	body   *fyne.Container
	more   bool // all appearances are shown
	// unfolded are the wordings of which everything left out is shown, by their text.
	unfolded map[string]bool
}

// New gives the page; Open fills it.
func New(source Source, host Host) *View {
	v := &View{source: source, host: host, page: widget.NewPage(widget.Stack(0))}
	v.whole = container.NewStack(widget.Empty(say.T("No statement is open"), say.T("Choose one in the list of statements.")))
	return v
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the page.
func (v *View) Title() string { return "Statement" }

// Open shows a statement from its top.
func (v *View) Open(id dossier.StatementID) {
	s, err := v.source.Statement(id)
	if err != nil {
		v.host.Failed(err)
		return
	}
	v.Model, v.gone, v.more = &Model{Statement: s}, nil, false
	v.unfolded = map[string]bool{}
	v.build()
	v.page.ScrollTo(0)
}

// Here gives the way back to what the page shows now, for when it has shown another statement meanwhile.
func (v *View) Here() (again func()) {
	was := v.last()
	return func() {
		if was != nil && v.last().ID != was.ID {
			v.gone = nil
			v.follow(was)
		}
	}
}

// last is what the page shows, or showed before a decision took it away.
func (v *View) last() *Model { return cmp.Or(v.Model, v.gone) }

// Reload shows what the statement has become; one that was taken away may be back.
func (v *View) Reload() {
	was := v.Model
	if v.gone != nil && (was == nil || v.there(v.gone.ID)) {
		was, v.gone = v.gone, nil
	}
	if was != nil {
		v.follow(was)
	}
}

func (v *View) there(id dossier.StatementID) bool {
	s, err := v.source.Statement(id)
	return err == nil && s.ID == id && len(s.Appearances) > 0
}

// follow shows a statement as it is now, which is another one since the two were joined, or that it is no more. What was
// shown is kept then, because a decision that took it away can be undone.
func (v *View) follow(was *Model) {
	s, err := v.source.Statement(was.ID)
	if s.ID != was.ID || len(s.Appearances) == 0 {
		v.gone = was
	}
	if err != nil || len(s.Appearances) == 0 {
		v.Model = nil
		none := widget.Empty(say.T("This statement is no more"), say.T("A decision took its quotes away. Undo brings it back."))
		widget.Put(v.whole, widget.Dock(widget.Bar(v.ways(), nil), nil, nil, nil, none))
		return
	}
	y := v.page.Offset()
	v.Model = was.Now(s)
	v.build()
	v.page.ScrollTo(y)
}

// Step goes to the statement some places on in the list, from where the one that is no more stood there.
func (v *View) Step(by int) {
	if was := cmp.Or(v.gone, v.Model); was != nil {
		v.host.Step(was.ID, by)
	}
}

// Focus is nothing: keys typed on the page reach it through the window.
func (v *View) Focus() fyne.Focusable { return nil }

func (v *View) build() {
	parts := append([]fyne.CanvasObject{v.head()}, v.opponents()...)
	parts = append(parts, widget.NewLine(v.wordingsTitle(), widget.Section), v.wordings())
	if len(v.Model.Appearances) > 1 {
		parts = append(parts, widget.NewLine(say.T("WHEN EACH OUTLET PRINTED IT"), widget.Section), widget.NewTimeline(v.events()))
	}
	parts = append(parts, widget.NewLine(say.T("APPEARANCES"), widget.Section), v.appearances())
	v.body = widget.Padded(16, widget.Stack(12, parts...))
	v.page.SetContent(v.body)
	widget.Put(v.whole, widget.Dock(v.bar(), nil, nil, nil, v.page))
	v.mark()
}

// bar is the line of buttons above the page; each has a key too, see [Keys].
func (v *View) bar() fyne.CanvasObject {
	return widget.Bar(v.ways(), nil, widget.Act(say.T("Confirm"), theme.ConfirmIcon(), v.Confirm),
		widget.Act(say.T("Same as…"), theme.ContentAddIcon(), v.Join), widget.Act(say.T("Reject"), theme.CancelIcon(), v.Reject))
}

// ways are the buttons that lead to other places.
func (v *View) ways() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		widget.Act(say.T("Back"), theme.NavigateBackIcon(), v.host.Back),
		widget.Act(say.T("Previous"), theme.MoveUpIcon(), func() { v.Step(-1) }),
		widget.Act(say.T("Next"), theme.MoveDownIcon(), func() { v.Step(1) }),
	}
}

func (v *View) head() fyne.CanvasObject {
	m := v.Model
	who := m.SpeakerName
	if who == "" {
		who = say.T("Nobody named")
	}
	if role := m.Appearances[0].Role; role != "" {
		who += ", " + role
	}
	badges := []fyne.CanvasObject{}
	if tag, ok := severity.Status(m.Status); ok {
		badges = append(badges, widget.NewBadge(tag))
	}
	for _, tag := range severity.Tags(m.Changes) {
		badges = append(badges, widget.NewBadge(tag))
	}
	if len(m.Changes) > 0 {
		means := widget.NewButton(say.T("What do these mean?"), nil, v.host.ExplainChanges)
		means.Importance = fynewidget.LowImportance
		badges = append(badges, means)
	}
	return widget.Stack(5,
		widget.Prose(widget.Run{Text: shortened(m.Text), Size: theme.SizeNameSubHeadingText, Style: fyne.TextStyle{Bold: true}}),
		widget.Prose(widget.Run{Text: who}, widget.Run{Text: "\n" + m.Summary(), Ink: look.Muted}),
		widget.Wrap(4, badges...))
}

// wordingsTitle says what the wordings are held against.
func (v *View) wordingsTitle() string {
	switch {
	case len(v.Model.Wordings) == 1:
		return say.T("ONE WORDING")
	case v.Model.Reference() == "first wording":
		return say.T("WORDINGS, EACH HELD AGAINST THE FIRST")
	case v.Model.Reference() == "one of the first wordings":
		return say.T("WORDINGS, EACH HELD AGAINST ONE OF THE FIRST: WHICH CAME BEFORE THE OTHER IS NOT KNOWN")
	default:
		return say.T("WORDINGS, EACH HELD AGAINST THE FULLEST: WHICH WAS FIRST IS NOT KNOWN")
	}
}

// reference names what wording i is to the others, "" for all but the one that they are held against.
func (v *View) reference(i int) string {
	if i > 0 || len(v.Model.Wordings) == 1 {
		return ""
	}
	return v.Model.Reference()
}

// wordingWidth is the least width of a wording's card: two stand side by side at 1280 points, three on more.
const wordingWidth = 300

func (v *View) wordings() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for i := range v.Model.Wordings {
		cards = append(cards, v.wordingCard(i))
	}
	return widget.Tiles(wordingWidth, 10, cards...)
}

func (v *View) wordingCard(i int) fyne.CanvasObject {
	w, reference := &v.Model.Wordings[i], v.reference(i)
	badges := []fyne.CanvasObject{widget.NewBadge(widget.Tag{Text: say.T(w.Kind.String()), Ground: look.Slight, Ink: look.OnSlight})}
	if reference != "" {
		badges = append(badges, widget.NewBadge(widget.Tag{Text: say.T(reference), Ground: look.Settled, Ink: look.OnSettled}))
	}
	var kinds, notes []fyne.CanvasObject
	seen := map[string]bool{}
	for _, c := range w.Changes {
		if !seen[string(c.Kind)] {
			seen[string(c.Kind)] = true
			kinds = append(kinds, widget.NewBadge(severity.Tag(c.Kind)))
		}
		if c.Note != "" {
			notes = append(notes, note(say.Engine(c.Note)))
		}
	}
	parts := []fyne.CanvasObject{widget.Wrap(4, append(badges, kinds...)...), v.contrasted(w)}
	parts = append(parts, notes...)
	parts = append(parts, widget.Prose(widget.Run{Text: outlets(w.Outlets), Ink: look.Muted, Size: theme.SizeNameCaptionText}))
	bar := look.Slight
	if len(w.Changes) > 0 {
		bar = severity.Tag(w.Changes[0].Kind).Ink
	}
	return widget.NewCard(bar, widget.Stack(6, parts...))
}

// contrasted is a wording held against the first one. What it leaves out at length is folded until somebody asks for it.
func (v *View) contrasted(w *dossier.Wording) fyne.CanvasObject {
	if v.unfolded[w.Text] {
		return widget.Prose(contrast.Runs(w.Text, w.Diff)...)
	}
	text := widget.Prose(contrast.Folded(w.Text, w.Diff)...)
	text.OnTapped = func(int) {
		v.unfolded[w.Text] = true
		v.Reload()
	}
	return text
}

// opponents is the part of the page about statements that contradict the one shown; nothing where there is none.
func (v *View) opponents() []fyne.CanvasObject {
	open, err := v.source.Proposals()
	if err != nil {
		v.host.Failed(err)
	}
	var parts []fyne.CanvasObject
	for _, o := range v.Model.Opponents(open) {
		var notes []fyne.CanvasObject
		for _, c := range o.Changes {
			notes = append(notes, widget.NewBadge(severity.Tag(c.Kind)), note(say.Engine(c.Note)))
		}
		body := []fyne.CanvasObject{widget.Prose(widget.Run{Text: shortened(o.Text)}, widget.Run{Text: "\n" + printed(o.Printed), Ink: look.Muted, Size: theme.SizeNameCaptionText})}
		body = append(append(body, notes...), widget.Wrap(0, widget.NewButton(say.T("Open this statement"), nil, func() { v.host.OpenStatement(o.ID) })))
		parts = append(parts, widget.NewCard(severity.Tag(o.Changes[0].Kind).Ink, widget.Stack(6, body...)))
	}
	if len(parts) == 0 {
		return nil
	}
	return append([]fyne.CanvasObject{widget.NewLine(say.T("CONTRADICTED BY"), widget.Section)}, widget.Stack(8, parts...))
}

// printed says where a wording stands, and of which day.
func printed(p dossier.Printed) string {
	if p.Day.IsZero() {
		return p.Outlet
	}
	return p.Outlet + " · " + say.Day(p.Day)
}

// titleMost is how much of a statement its page has for a title, in characters: three lines; the wordings have it whole.
const titleMost = 400

func shortened(text string) string { return widget.OneLine(text, titleMost) }

func note(text string) fyne.CanvasObject {
	return widget.Prose(widget.Run{Text: text, Style: fyne.TextStyle{Italic: true}, Size: theme.SizeNameCaptionText})
}

func outlets(names []string) string {
	switch len(names) {
	case 0:
		return say.T("no outlet is known")
	case 1:
		return names[0]
	}
	return say.N(len(names), "outlet") + ": " + strings.Join(names, ", ")
}
