package ui

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/articles"
	"quotidian/articles/fetch"
	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/background"
	"quotidian/ui/files"
	"quotidian/ui/importing"
	"quotidian/ui/look"
	"quotidian/ui/picker"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// importer takes articles in; *dossier.Dossier is one.
type importer interface {
	Add(ctx context.Context, items iter.Seq[articles.Item], progress func(dossier.Progress)) (dossier.Balance, error)
	SettleFaults(tried []dossier.FaultRow) error
}

// Import asks for files and reads them.
func (w *Window) Import() {
	w.askFiles(files.Ask{Kind: files.Many, Title: say.T("Import articles, or archives of articles"), Act: say.T("Import")}, w.ImportPaths)
}

// ImportFolder asks for a folder and reads everything in it.
func (w *Window) ImportFolder() {
	w.askFiles(files.Ask{Kind: files.Folder, Title: say.T("Import a folder of articles"), Act: say.T("Import")}, w.ImportPaths)
}

// Dropped imports files and folders that were dropped on the window; a file dropped on the screen for drafts is
// checked.
func (w *Window) Dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	switch {
	case len(paths) == 1 && w.current == screen(w.Draft):
		w.CheckDraft(paths[0])
	case len(paths) > 0:
		w.ImportPaths(paths)
	}
}

// ImportPaths reads files and folders, and pages of the web that a person asked for, on a goroutine, shows how far it is,
// and ends with the balance.
func (w *Window) ImportPaths(paths []string) {
	var files, pages []string
	for _, p := range paths {
		if fetch.IsWeb(p) {
			pages = append(pages, p)
		} else {
			files = append(files, p)
		}
	}
	w.importItems(paths, func(ctx context.Context) iter.Seq[articles.Item] {
		switch {
		case len(pages) == 0:
			return intake.Measured(ctx, files, intake.Options{})
		case len(files) == 0:
			return importing.Fetched(ctx, fetch.New(), pages)
		}
		return importing.Both(intake.Read(ctx, files, intake.Options{}), importing.Fetched(ctx, fetch.New(), pages))
	})
}

// importItems imports what the inputs give; faults of these inputs that come up no more are forgotten.
func (w *Window) importItems(inputs []string, items func(context.Context) iter.Seq[articles.Item]) {
	ctx, ok := w.beginJob(say.T("Reading…"))
	if !ok {
		return
	}
	w.Show(w.Importing)
	w.Importing.Begin(inputs)
	w.stale[w.Statements] = true // where there are none, it says that articles are being read
	var ledger importing.Ledger
	show := func() {
		w.Importing.Progress(&ledger) // which knows more by now
		w.status.progress(importLine(&w.Importing.Model))
		if w.Importing.Model.Where.Joining {
			w.finish()
		}
	}
	progress := background.Progress(w.work, func(dossier.Progress) { show() })
	w.work.Go(func(context.Context) func() {
		tried, err := w.faultsOf(inputs)
		if err != nil {
			return func() {
				w.endJob()
				w.Importing.End(&ledger, dossier.Balance{}, err)
				w.Failed(err)
			}
		}
		balance, err := w.dossier.Add(ctx, items(ctx), func(p dossier.Progress) {
			ledger.Record(p)
			if p.Joining {
				w.work.Post(show)
			} else {
				progress(p)
			}
		})
		if err == nil {
			err = w.dossier.SettleFaults(tried)
		}
		return func() {
			cancelled := ctx.Err() != nil // as the end of the job does too
			w.endJob()
			w.Importing.End(&ledger, balance, err)
			w.changed()
			w.imported(balance, cancelled, err)
		}
	})
}

// faultsOf gives the faults that the dossier lists of inputs.
func (w *Window) faultsOf(inputs []string) ([]dossier.FaultRow, error) {
	list, err := w.dossier.Faults()
	return slices.DeleteFunc(slices.Clone(list), func(f dossier.FaultRow) bool {
		return !slices.Contains(inputs, f.Path) && !slices.Contains(inputs, intake.File(f.Path))
	}), err
}

func importLine(m *importing.Model) string {
	switch p := &m.Where; {
	case p.Joining:
		return say.T("%s read, joining statements…", say.N(p.Found, "input"))
	case m.Measured():
		return importing.Standing(m) + ": " + widget.OneLine(p.Path, 60)
	default:
		return say.T("%s read: %s", say.Number(p.Found), widget.OneLine(p.Path, 60))
	}
}

// imported says the balance, and of an import that somebody wanted to stop what became of it: whoever cancels late has all of it.
func (w *Window) imported(b dossier.Balance, cancelled bool, err error) {
	line := importing.Balance(b)
	if cancelled && err == nil {
		line = say.T("Too late to cancel, all was read.") + " " + line
	}
	switch {
	case err != nil && !errors.Is(err, context.Canceled):
		w.Failed(err)
	case err != nil:
		w.report(say.T("Cancelled.") + " " + line + ". " + importing.Missing(&w.Importing.Model))
	default:
		w.report(line)
		if b.Added > 0 {
			w.lead(line, say.T("Show statements"), w.Statements)
		}
	}
}

// ShowInput shows the article that came from an input.
func (w *Window) ShowInput(path string) {
	list, err := w.dossier.Articles()
	if err != nil {
		w.Failed(err)
		return
	}
	i := slices.IndexFunc(list, func(a dossier.ArticleInfo) bool { return a.Path == path })
	if i < 0 {
		w.Say(say.T("The same text is in the dossier already, from another input"))
		return
	}
	w.OpenArticle(list[i].ID, "")
}

// RetryFaults reads every input again that the dossier lists as a fault.
func (w *Window) RetryFaults() {
	list, err := w.dossier.Faults()
	if err != nil {
		w.Failed(err)
		return
	}
	var b dossier.Balance
	for _, f := range list {
		b.Faults = append(b.Faults, f.Fault)
	}
	if paths := importing.Files(b); len(paths) > 0 {
		w.ImportPaths(paths)
		return
	}
	w.Say(say.T("There is nothing to read again"))
}

// inSight is how many faults are overseen in a list of choices. All of them at once is chosen below these, where a quick
// Return does not take it, but above a list that has no end in sight.
const inSight = 10

// DismissFaults lets a person choose what is listed no more of the inputs that could not be read: one, or all of them.
func (w *Window) DismissFaults() {
	list, err := w.dossier.Faults()
	switch {
	case err != nil:
		w.Failed(err)
		return
	case len(list) == 0:
		w.Say(say.T("No fault is listed"))
		return
	}
	var choices []picker.Choice
	for i, f := range list {
		choices = append(choices, picker.Choice{Title: f.Path, Detail: say.Engine(f.Reason), Run: func() { w.dismissFaults(list[i : i+1]) }})
	}
	all := picker.Choice{Title: say.T("All of them: %s", say.N(len(list), "fault")), Run: func() { w.dismissFaults(list) }}
	switch {
	case len(list) > inSight:
		choices = slices.Insert(choices, 0, all)
	case len(list) > 1:
		choices = append(choices, all)
	}
	w.pickOne(say.T("Which input is gone, or not wanted? Its fault is listed no more."), func() []picker.Choice { return choices })
}

func (w *Window) dismissFaults(list []dossier.FaultRow) {
	d := decision.Decision{Kind: decision.Dismiss}
	for _, f := range list {
		d.Targets = append(d.Targets, dossier.FaultRef(f))
	}
	w.Decide(d, say.T("Dismissed: %s", say.N(len(list), "fault")))
}

// ShowStatements lists all statements.
func (w *Window) ShowStatements() { w.Show(w.Statements) }

// ShowImport shows the import under way, Reading reports whether there is one.
func (w *Window) ShowImport()   { w.Show(w.Importing) }
func (w *Window) Reading() bool { return w.Importing != nil && w.Importing.Model.Running }

// PasteArticle takes an article from the clipboard: text, or the source of a web page. What the text does not say
// itself, the outlet and the date, can be given.
func (w *Window) PasteArticle() {
	text := w.app.Clipboard().Content()
	if strings.TrimSpace(text) == "" {
		w.Say(say.T("The clipboard holds no text"))
		return
	}
	if pages := importing.Addresses(text); len(pages) > 0 {
		w.askFetch(pages)
		return
	}
	outlet, published := w.newLine(""), w.newLine("")
	outlet.SetPlaceHolder(say.T("as the text says"))
	published.SetPlaceHolder(say.T("2023-09-23, or as the text says"))
	form := fynewidget.NewForm(fynewidget.NewFormItem(say.T("Begins"), widget.NewLine(text, widget.Quiet)),
		fynewidget.NewFormItem(say.T("Outlet"), outlet), fynewidget.NewFormItem(say.T("Published"), published))
	answer := w.ask(box{
		title: say.T("Import what was copied"), yes: say.T("Import"), no: say.T("Cancel"), body: form, size: fyne.NewSize(620, 240), first: outlet,
		act:   func() { w.ImportText(text, strings.TrimSpace(outlet.Text), asDay(published.Text)) },
		wrong: func() error { return date(published.Text) },
	})
	outlet.OnSubmitted = func(string) { answer() }
	published.OnSubmitted = outlet.OnSubmitted
}

// askFetch asks before anything leaves the computer, and says to whom.
func (w *Window) askFetch(pages []string) {
	body := widget.Prose(
		widget.Run{Text: say.T("These pages are asked for on the web, one after the other, with a pause between two from one place. No pictures, scripts or cookies are loaded.") + "\n\n", Ink: look.Muted},
		widget.Run{Text: strings.Join(pages, "\n")})
	w.Confirm(say.T("Fetch %s from the web?", say.N(len(pages), "page")), say.T("Fetch"), body, func() { w.ImportPaths(pages) })
}

// ImportText imports a text that has no file. outlet and date (as dossier.ParseDate reads it) may be empty.
func (w *Window) ImportText(text, outlet, date string) {
	published, err := dossier.ParseDate(date)
	if err != nil {
		w.Failed(err)
		return
	}
	if published.Known() {
		published.From = articles.FromPerson
	}
	name := importing.Pasted(time.Now())
	w.importItems(nil, func(ctx context.Context) iter.Seq[articles.Item] {
		o := intake.Options{Outlet: outlet, Published: published, Stdin: strings.NewReader(text)}
		return importing.Named(intake.Read(ctx, []string{"-"}, o), name)
	})
}
