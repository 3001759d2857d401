package check

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/draft"
	"quotidian/draft/manuscript"
	"quotidian/ui/contrast"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/severity"
	"quotidian/ui/widget"
)

// Source is what this screen needs of a dossier.
type Source interface{ draft.Source }

// Host is the window around the screen.
type Host interface {
	OpenArticle(dossier.ArticleID, dossier.QuoteID)
	OpenStatement(dossier.StatementID)
	// OpenDraft and PasteDraft let a person hand over a draft, which comes back through Check; SaveDraft takes a
	// path for the checked copy, which comes back through Save.
	OpenDraft()
	PasteDraft()
	SaveDraft()
	// Job runs long work with a way to cancel it; what it returns runs on the UI goroutine.
	Job(what string, work func(context.Context) (done func()))
	Failed(error)
	Say(message string)
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// View is the screen.
type View struct {
	Model *Model
	Text  *widget.FlowText

	source    Source
	host      Host
	script    *manuscript.Manuscript
	page      *widget.Page
	inspector *widget.Page
	whole     *fyne.Container
}

const inspectorWidth = 380

// New gives the screen; Check fills it.
func New(source Source, host Host) *View {
	v := &View{source: source, host: host, Text: widget.NewFlowText(), page: widget.NewPage(widget.Stack(0)), inspector: widget.NewPage(widget.Stack(0))}
	v.Text.OnTapped = func(id int) { v.Select(id - 1) }
	v.Text.OnKey, v.Text.OnRune = host.Key, host.Rune
	open := widget.NewButton(say.T("Open a draft…"), theme.DocumentIcon(), host.OpenDraft)
	open.Importance = fynewidget.HighImportance
	paste := widget.NewButton(say.T("Paste a draft"), theme.ContentPasteIcon(), host.PasteDraft)
	v.whole = container.NewStack(widget.Empty(say.T("Check a draft"),
		say.T("Open or paste what you have written. Each quote in it is held against all articles of the dossier: exact, altered and how, said by somebody else, or found nowhere. The draft is not kept."), open, paste))
	return v
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Draft" }

// Focus is what takes the keys: the text, once there is one.
func (v *View) Focus() fyne.Focusable {
	if v.Model == nil {
		return nil
	}
	return v.Text
}

// Reload checks the draft anew, because articles or decisions have changed, or the window looks or speaks otherwise. Nobody asked
// for it, so nothing is said of the result: by then another screen may be in sight.
func (v *View) Reload() {
	if v.script != nil {
		v.check(v.Model.Name, v.script, func(*draft.Report) {})
	}
}

// Check holds a draft against the dossier. name is the draft's, raw its bytes in any format of package manuscript.
func (v *View) Check(name string, raw []byte) {
	script, err := manuscript.Read(raw, name, "auto")
	if err != nil {
		v.host.Failed(err)
		return
	}
	v.check(name, script, func(r *draft.Report) { v.host.Say(Verdict(r)) })
}

// check holds a manuscript against the dossier, shows the result and then says what is said about it.
func (v *View) check(name string, script *manuscript.Manuscript, said func(*draft.Report)) {
	v.host.Job(say.T("Checking %s…", name), func(ctx context.Context) func() {
		report, err := draft.Check(ctx, v.source, script.Article())
		return func() {
			switch {
			case ctx.Err() != nil:
				v.host.Say(say.T("Cancelled."))
			case err != nil:
				v.host.Failed(err)
			default:
				v.show(name, script, report)
				said(report)
			}
		}
	})
}

func (v *View) show(name string, script *manuscript.Manuscript, r *draft.Report) {
	at := -1
	if v.Model != nil && v.script == script {
		at = v.Model.at
	}
	v.script, v.Model = script, NewModel(name, r)
	v.Model.Choose(at)
	v.build()
	v.page.ScrollTo(0)
	v.reveal()
}

// Verdict is the result in one sentence.
func Verdict(r *draft.Report) string {
	if len(r.Findings) == 0 {
		return say.T("The draft quotes nobody.")
	}
	open := 0
	for i := range r.Findings {
		if !r.Findings[i].Verdict.Fine() {
			open++
		}
	}
	if open == 0 {
		return say.T("Every quote can stand as it is.")
	}
	return say.T("%s checked, to look at: %s", say.N(len(r.Findings), "quote"), say.Number(open))
}

func (v *View) build() {
	v.Text.SetRuns(v.Model.Runs())
	v.inspect()
	widget.Put(v.whole, widget.Reading(v.bar(), v.page, v.Text, v.inspector, inspectorWidth))
}

func (v *View) bar() fyne.CanvasObject {
	left := []fyne.CanvasObject{
		widget.Act(say.T("Open…"), theme.DocumentIcon(), v.host.OpenDraft), widget.Act(say.T("Paste"), theme.ContentPasteIcon(), v.host.PasteDraft),
		widget.Act(say.T("Previous"), theme.MoveUpIcon(), func() { v.Move(-1) }), widget.Act(say.T("Next"), theme.MoveDownIcon(), func() { v.Move(1) }),
	}
	return widget.Bar(left, nil, widget.Act(say.T("Save a checked copy…"), theme.DocumentSaveIcon(), v.host.SaveDraft))
}

func (v *View) inspect() {
	m := v.Model
	counts := m.Counts()
	var tally []fyne.CanvasObject
	for _, verdict := range draft.Verdicts() {
		if n := counts[verdict]; n > 0 {
			b := widget.NewButton(say.T(string(verdict))+"  "+say.Number(n), nil, func() { v.Only(verdict) })
			if m.only == verdict {
				b.Importance = fynewidget.HighImportance
			}
			tally = append(tally, b)
		}
	}
	parts := []fyne.CanvasObject{
		widget.NewLine(m.Name, widget.Heading),
		widget.NewLine(say.T("%s, held against %s", say.N(len(m.Findings), "quote"), say.N(m.Articles, "article")), widget.Quiet),
		widget.Wrap(4, tally...),
	}
	if f := m.Chosen(); f != nil {
		parts = append(parts, v.finding(f)...)
	}
	v.inspector.SetContent(widget.Padded(12, widget.Stack(9, parts...)))
}

func (v *View) finding(f *draft.Finding) []fyne.CanvasObject {
	tone := Tone(f.Verdict)
	tone.Text = say.T(string(f.Verdict))
	badges := []fyne.CanvasObject{widget.NewBadge(tone)}
	for _, c := range f.Changes {
		badges = append(badges, widget.NewBadge(severity.Tag(c.Kind)))
	}
	parts := []fyne.CanvasObject{widget.Wrap(4, badges...), widget.Prose(widget.Run{Text: say.Engine(f.Why)})}
	for _, note := range notes(f) {
		parts = append(parts, widget.Prose(widget.Run{Text: say.Engine(note), Style: fyne.TextStyle{Italic: true}}))
	}
	if f.Speaker != "" {
		parts = append(parts, widget.Fact(say.T("IN THE DRAFT SAID BY"), widget.Run{Text: f.Speaker}))
	}
	if len(f.Carriers) > 0 {
		parts = append(parts, widget.Fact(say.T("THESE WORDS STAND IN"), widget.Run{Text: strings.Join(f.Carriers, ", ")}))
	}
	if p := f.Nearest; p != nil {
		parts = append(parts, v.nearest(f, p)...)
	}
	return parts
}

// notes says of each change what it is, where the finding does not say so itself.
func notes(f *draft.Finding) []string {
	var out []string
	for _, c := range f.Untold() {
		if c.Note != "" && !strings.Contains(f.Why, c.Note) {
			out = append(out, c.Note)
		}
	}
	return out
}

func (v *View) nearest(f *draft.Finding, p *draft.Printed) []fyne.CanvasObject {
	who := say.Engine(p.Who())
	if who == "" {
		who = say.T("nobody named")
	}
	from := p.Article.Outlet.Name + " · " + say.Published(p.Article.Published) + " · " + who
	parts := []fyne.CanvasObject{widget.Fact(say.T("PRINTED"), widget.Run{Text: p.Text}, widget.Run{Text: "\n" + from, Ink: look.Muted})}
	if len(f.Diff) > 0 {
		parts = append(parts, widget.Fact(say.T("FROM PRINT TO DRAFT"), contrast.Runs(f.Text, f.Diff)...))
	}
	if p.Status == "rejected" {
		parts = append(parts, widget.NewBadge(widget.Tag{Text: say.T("rejected"), Ground: look.Grave, Ink: look.OnGrave}))
	}
	open := widget.NewButton(say.T("Read the source"), nil, v.OpenSource)
	open.Importance = fynewidget.HighImportance
	buttons := []fyne.CanvasObject{open}
	if p.Statement != "" {
		buttons = append(buttons, widget.NewButton(say.T("All wordings"), nil, v.OpenWordings))
	}
	return append(parts, widget.Wrap(4, buttons...))
}
