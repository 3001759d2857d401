package reader

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/severity"
	"quotidian/ui/widget"
)

// Source is what this screen needs of a dossier.
type Source interface {
	Article(dossier.ArticleID) (dossier.ArticlePage, error)
	// Missed gives the quote that a person means by a place of an article, as a decision names it.
	Missed(dossier.ArticleID, articles.Span) (ref string, err error)
}

// Host is the window around the screen.
type Host interface {
	// DecideIn settles something in an article and says so, with what else it changed there; Decide is for what touches nothing else.
	DecideIn(in dossier.ArticleID, d decision.Decision, said string)
	Decide(d decision.Decision, said string)
	// Withdraw takes an entry of the log back.
	Withdraw(seq int64)
	// AskWho lets a person name a speaker, those first whom an article quotes, and of these who is likely it.
	AskWho(title string, in dossier.ArticleID, likely string, picked func(name string))
	AskNote(text string, given func(string))
	OpenStatement(dossier.StatementID)
	// Back goes to where the article was opened from.
	Back()
	Failed(error)
	Say(message string)
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// View is the screen.
type View struct {
	Model     *Model
	Text      *widget.FlowText
	source    Source
	host      Host
	page      *widget.Page
	whole     *fyne.Container
	inspector *widget.Page
	above     fyne.CanvasObject // what stands over the text on the page
	hits      *widget.Line      // how often what is looked for was found
	marked    articles.Span     // what was marked as a quote and is not there yet
}

// New gives the screen; Open fills it.
func New(source Source, host Host) *View {
	v := &View{source: source, host: host, Text: widget.NewFlowText(), hits: widget.NewLine("", widget.Quiet)}
	v.Text.OnTapped = func(id int) { v.Select(id - 1) }
	v.Text.OnHover = func(id int) {
		if v.Model.Hover(id - 1) {
			v.Text.Restyle(v.Model.Runs())
		}
	}
	v.Text.OnKey, v.Text.OnRune, v.Text.OnMenu = host.Key, host.Rune, v.menu
	v.page = widget.NewPage(widget.Stack(0))
	v.inspector = widget.NewPage(widget.Stack(0))
	v.whole = container.NewStack(widget.Empty(say.T("No article is open"), say.T("Choose one in the list of articles, or open a quote from its statement.")))
	return v
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Reader" }

// Focus is what takes the keys: the text, once there is one.
func (v *View) Focus() fyne.Focusable {
	if v.Model == nil {
		return nil
	}
	return v.Text
}

// Open shows an article, at a quote when one is given.
func (v *View) Open(id dossier.ArticleID, quote dossier.QuoteID) {
	page, err := v.source.Article(id)
	if err != nil {
		v.host.Failed(err)
		return
	}
	v.Model = NewModel(page, false)
	v.Model.Find(quote)
	v.hits.SetText("") // of the article before
	v.build()
	v.page.ScrollTo(0)
	v.reveal()
}

// Here gives the way back to what the screen shows now, for when it has shown another article meanwhile.
func (v *View) Here() (again func()) {
	was := v.Model
	return func() {
		if was != nil && v.Model.ID != was.ID {
			v.Open(was.ID, was.chosen())
		}
	}
}

// Reload shows what decisions made of the article.
func (v *View) Reload() {
	if v.Model == nil {
		return
	}
	page, err := v.source.Article(v.Model.ID)
	if err != nil {
		v.host.Failed(err)
		return
	}
	y := v.page.Offset()
	v.Model = v.Model.Now(page)
	v.showMarked()
	v.build()
	v.page.ScrollTo(y)
}

// inspectorWidth is that of the column at the right, in points.
const inspectorWidth = 290

func (v *View) build() {
	v.Text.SetRuns(v.Model.Runs())
	v.above = v.head()
	v.inspect()
	widget.Put(v.whole, widget.Reading(v.bar(), v.page, widget.Stack(12, v.above, v.Text), v.inspector, inspectorWidth))
}

// textTop is where the article's own text begins on the page.
func (v *View) textTop() float32 { return v.Text.Position().Y + widget.ReadingPad }

// head is the line that says where the article comes from, and its title where the text does not begin with it.
func (v *View) head() fyne.CanvasObject {
	m := v.Model
	var runs []widget.Run
	if m.headline() == 0 {
		title := m.Title
		if title == "" {
			title = m.Path
		}
		runs = append(runs, widget.Run{Text: title + "\n", Size: theme.SizeNameHeadingText, Style: fyne.TextStyle{Bold: true}})
	}
	return widget.Prose(append(runs, widget.Run{Text: Subtitle(&m.ArticleInfo), Ink: look.Muted})...)
}

// Subtitle says where an article comes from: outlet, agency, date, author, and what is guessed of it.
func Subtitle(a *dossier.ArticleInfo) string {
	outlet := a.Outlet.Name
	if a.Outlet.Guessed() {
		outlet += say.T(" (outlet guessed from the file name)")
	}
	parts := []string{outlet}
	if a.Outlet.Origin != "" {
		parts = append(parts, say.T("credits %s", a.Outlet.Origin))
	}
	parts = append(parts, say.Published(a.Published))
	if a.Byline != "" {
		parts = append(parts, a.Byline)
	}
	return strings.Join(append(parts, say.N(a.Words, "word")), " · ")
}

func (v *View) bar() fyne.CanvasObject {
	left := []fyne.CanvasObject{
		widget.Act(say.T("Back"), theme.NavigateBackIcon(), v.host.Back),
		widget.Act(say.T("Previous quote"), theme.MoveUpIcon(), func() { v.Move(-1) }),
		widget.Act(say.T("Next quote"), theme.MoveDownIcon(), func() { v.Move(1) }),
		widget.Act(say.T("Mark a missed quote…"), theme.ContentAddIcon(), v.Mark),
	}
	return widget.Bar(left, v.hits)
}

// Select selects a quote by its place in the article.
func (v *View) Select(i int) {
	v.Model.Select(i)
	v.Text.Restyle(v.Model.Runs())
	v.inspect()
}

// Move selects the next or previous quote and brings it into sight.
func (v *View) Move(by int) {
	if !v.Model.Move(by) {
		v.host.Say(say.T("No other quote this way"))
		return
	}
	v.Select(v.Model.at)
	v.reveal()
}

// reveal scrolls so that the selected quote stands in the upper third.
func (v *View) reveal() {
	if v.Model.Selected() == nil {
		return
	}
	if y, ok := v.Text.Where(v.Model.at + 1); ok {
		v.page.ScrollTo(v.textTop() + y - v.page.Size().Height/3)
	}
}

// inspect fills the column at the right: the selected quote, or the speakers of the article.
func (v *View) inspect() {
	var parts []fyne.CanvasObject
	if a := v.Model.Selected(); a != nil {
		parts = v.quoteParts(a)
	} else {
		parts = v.legend()
	}
	v.inspector.SetContent(widget.Padded(12, widget.Stack(9, parts...)))
}

// legend lists the speakers in the order in which they are first quoted.
func (v *View) legend() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{widget.NewLine(say.T("QUOTED IN THIS ARTICLE"), widget.Section)}
	counts := map[dossier.SpeakerID]int{}
	var order []int
	hidden := 0
	for i := range v.Model.Appearances {
		if v.Model.isStruck(i) {
			continue
		}
		if !v.Model.shows(i) {
			hidden++
			continue
		}
		if id := v.Model.Appearances[i].Speaker; counts[id] == 0 {
			order = append(order, i)
		}
		counts[v.Model.Appearances[i].Speaker]++
	}
	for _, i := range order {
		a := &v.Model.Appearances[i]
		parts = append(parts, widget.NewCard(look.Ink(v.Model.Colour(a.Speaker)), widget.Prose(
			widget.Run{Text: Name(a)}, widget.Run{Text: "\n" + say.N(counts[a.Speaker], "quote"), Ink: look.Muted, Size: theme.SizeNameCaptionText})))
	}
	if len(order) == 0 {
		parts = append(parts, widget.Prose(widget.Run{Text: say.T("Nobody is quoted here."), Ink: look.Muted}))
	}
	if hidden > 0 {
		parts = append(parts, widget.Prose(widget.Run{Text: say.T("Not shown: %s of what somebody is said to think or want", say.N(hidden, "quote")), Ink: look.Muted}))
	}
	parts = append(parts, v.rejected()...)
	return append(parts, widget.Prose(widget.Run{Text: say.T("Select a quote to see who said it and why. What was missed: select the words, then m."), Ink: look.Muted}))
}

// rejected lists what a person said is no quote; a tap selects it. Nothing where there is none.
func (v *View) rejected() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for i := range v.Model.Appearances {
		if !v.Model.isStruck(i) {
			continue
		}
		a := &v.Model.Appearances[i]
		by := v.Model.struck[a.Quote]
		words := widget.Prose(
			widget.Run{Text: widget.OneLine(a.Text, rejectedText), Ink: look.Muted, Style: fyne.TextStyle{Strikethrough: true}, ID: i + 1},
			widget.Run{Text: "\n" + signed(&by), Ink: look.Muted, Size: theme.SizeNameCaptionText, ID: i + 1})
		words.OnTapped = func(id int) {
			v.Select(id - 1)
			v.reveal()
		}
		parts = append(parts, widget.NewCard(look.Slight, words))
	}
	if parts == nil {
		return nil
	}
	return append([]fyne.CanvasObject{widget.NewLine(say.T("REJECTED AS NO QUOTE"), widget.Section)}, parts...)
}

// rejectedText is how much of what is no quote its line shows, in characters.
const rejectedText = 120

// signed says who struck a quote out, and when.
func signed(by *decision.Decision) string {
	return say.T("%s by %s on %s", say.T("not a quote"), by.Who, say.Moment(by.When.Local()))
}

// Name is how the speaker of an appearance is called on screens.
func Name(a *dossier.Appearance) string {
	switch {
	case a.SpeakerAs != "":
		return a.SpeakerAs
	case a.Printed != "":
		return a.Printed
	case a.SourceText != "":
		return a.SourceText
	default:
		return say.T("Nobody named")
	}
}

func (v *View) quoteParts(a *dossier.Appearance) []fyne.CanvasObject {
	badges := []fyne.CanvasObject{
		widget.NewBadge(widget.Tag{Text: say.T(a.Kind.String()), Ground: look.Slight, Ink: look.OnSlight}),
		widget.NewBadge(widget.Tag{Text: say.T(a.Medium.String()), Ground: look.Slight, Ink: look.OnSlight}),
	}
	by, struck := v.Model.Struck()
	if struck {
		badges = append(badges, widget.NewBadge(widget.Tag{Text: say.T("not a quote"), Ground: look.Grave, Ink: look.OnGrave}))
	} else if tag, ok := severity.Status(a.Status); ok {
		badges = append(badges, widget.NewBadge(tag))
	}
	for _, c := range a.Changes {
		badges = append(badges, widget.NewBadge(severity.Tag(c.Kind)))
	}
	bar := look.Slight
	if !struck {
		bar = look.Ink(v.Model.Colour(a.Speaker))
	}
	parts := []fyne.CanvasObject{
		widget.NewCard(bar, widget.Prose(widget.Run{Text: Name(a), Size: theme.SizeNameSubHeadingText, Style: fyne.TextStyle{Bold: true}},
			widget.Run{Text: lineIf(a.Role), Ink: look.Muted})),
		widget.Wrap(4, badges...),
	}
	if struck {
		parts = append(parts, v.strikers(a, &by)...)
	}
	for _, f := range facts(a) {
		parts = append(parts, widget.Fact(f[0], widget.Run{Text: f[1]}))
	}
	if struck {
		return parts
	}
	return append(parts, v.actions()...)
}

// strikers says of the selected quote who said that it is none, and offers the way back.
func (v *View) strikers(a *dossier.Appearance, by *decision.Decision) []fyne.CanvasObject {
	text := signed(by)
	if by.Why != "" {
		text += ": " + by.Why
	}
	if n := len(by.Targets); n > 1 {
		text += ". " + say.T("The decision is about %s; all come back with it.", say.N(n, "quote"))
	}
	back := widget.NewButton(say.T("A quote after all (u)"), nil, v.TakeBack)
	back.Importance = fynewidget.HighImportance
	return []fyne.CanvasObject{
		widget.Prose(widget.Run{Text: widget.OneLine(a.Text, rejectedText), Ink: look.Muted, Style: fyne.TextStyle{Strikethrough: true}}),
		widget.Prose(widget.Run{Text: text}), back,
	}
}

func lineIf(s string) string {
	if s == "" {
		return ""
	}
	return "\n" + s
}

// facts are the lines of the inspector that have something to say.
func facts(a *dossier.Appearance) [][2]string {
	all := [][2]string{
		{say.T("PRINTED AS"), a.SourceText},
		{say.T("CUE"), a.CueText},
		{say.T("VIA"), strings.Join(a.Via, ", ")},
		{say.T("CONFIDENCE"), fmt.Sprintf("%.0f %%", 100*a.Confidence)},
		{say.T("FOUND BECAUSE"), say.Engine(a.Reason)},
		{say.T("SPEAKER BECAUSE"), say.Engine(a.Why)},
		{say.T("NOTE"), a.Note},
		{say.T("DECIDED BY"), a.DecidedBy},
	}
	var out [][2]string
	for _, f := range all {
		if f[1] != "" {
			out = append(out, f)
		}
	}
	return out
}

func (v *View) actions() []fyne.CanvasObject {
	button := func(label string, act func()) fyne.CanvasObject { return widget.NewButton(label, nil, act) }
	open := widget.NewButton(say.T("All wordings"), nil, v.OpenStatement)
	open.Importance = fynewidget.HighImportance
	return []fyne.CanvasObject{open, widget.Wrap(4, button(say.T("Other speaker…"), v.Reattribute), button(say.T("Not a quote"), v.NotAQuote), button(say.T("Note…"), v.Note))}
}
