package ui

import (
	"fyne.io/fyne/v2"

	"quotidian/ui/charts"
	"quotidian/ui/check"
	"quotidian/ui/command"
	"quotidian/ui/history"
	"quotidian/ui/importing"
	"quotidian/ui/library"
	"quotidian/ui/reader"
	"quotidian/ui/review"
	"quotidian/ui/say"
	"quotidian/ui/speakers"
	"quotidian/ui/statement"
	"quotidian/ui/statements"
)

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

// commands lists everything that can be done from anywhere.
func (w *Window) commands() []*command.Command {
	return w.held([]*command.Command{
		{ID: "file.new", Menu: "File", Title: "New dossier…", Key: fyne.KeyN, Mod: ctrl, Run: w.NewDossier},
		{ID: "file.open", Menu: "File", Title: "Open a dossier…", Key: fyne.KeyO, Mod: ctrl, Run: w.Open},
		{ID: "file.recent", Menu: "File", Title: "Open a dossier again…", Key: fyne.KeyO, Mod: ctrl | shift, Run: func() { w.OpenRecent() }},
		{ID: "file.import", Begins: true, Menu: "File", Title: "Import files…", Key: fyne.KeyI, Mod: ctrl, Run: w.Import},
		{ID: "file.importfolder", Menu: "File", Title: "Import a folder…", Key: fyne.KeyI, Mod: ctrl | shift, Run: w.ImportFolder},
		{ID: "file.retry", Menu: "File", Title: "Read all inputs with a fault again", Run: w.RetryFaults},
		{ID: "file.dismiss", Menu: "File", Title: "Dismiss faults…", Run: w.DismissFaults},
		{ID: "file.readagain", Menu: "File", Title: "Go on reading articles again", Run: w.ReadAgain},
		{ID: "file.careful", Menu: "File", Title: "Read carefully, or quickly again…", Run: w.switchReading},
		{ID: "file.paste", Menu: "File", Title: "Import what was copied…", Key: fyne.KeyV, Mod: ctrl | shift, Run: w.PasteArticle},
		{ID: "file.draft", Begins: true, Menu: "File", Title: "Check a draft…", Key: fyne.KeyD, Mod: ctrl, Run: w.OpenDraft},
		{ID: "file.pastedraft", Menu: "File", Title: "Check the draft that was copied", Key: fyne.KeyB, Mod: ctrl | shift, Run: w.PasteDraft},
		{ID: "file.export", Begins: true, Menu: "File", Title: "Export workbook…", Key: fyne.KeyE, Mod: ctrl, Run: w.Export},
		{ID: "file.merge", Menu: "File", Title: "Merge another dossier into this one…", Key: fyne.KeyM, Mod: ctrl | shift, Run: w.Merge},
		{ID: "file.backup", Begins: true, Menu: "File", Title: "Back up now", Run: w.BackUp},
		{ID: "file.cancel", Menu: "File", Title: "Cancel the job under way", Run: w.CancelJob},
		{ID: "file.close", Begins: true, Menu: "File", Title: "Close this window", Key: fyne.KeyW, Mod: ctrl, Run: w.Close},
		{ID: "file.quit", Menu: "File", Title: "Quit", Key: fyne.KeyQ, Mod: ctrl, Run: w.quit},
		{ID: "edit.undo", Menu: "Edit", Title: "Undo", Key: fyne.KeyZ, Mod: ctrl, Run: w.undoHere},
		{ID: "edit.redo", Menu: "Edit", Title: "Redo", Key: fyne.KeyY, Mod: ctrl, Run: w.redoHere},
		{ID: "edit.find", Begins: true, Menu: "Edit", Title: "Search", Key: fyne.KeyF, Mod: ctrl, Run: w.find},
		{ID: "edit.mark", Begins: true, Menu: "Edit", Title: "Mark the words selected as a missed quote…", Key: fyne.KeyM, Mod: ctrl, Run: w.markQuote},
		{ID: "edit.keep", Menu: "Edit", Title: "Keep this search…", Key: fyne.KeyS, Mod: ctrl, Run: w.KeepSearch},
		{ID: "edit.kept", Menu: "Edit", Title: "Saved searches…", Key: fyne.KeyS, Mod: ctrl | shift, Run: func() { w.SavedSearches() }},
		{ID: "edit.all", Menu: "Edit", Title: "Show all statements", Key: fyne.KeyL, Mod: ctrl, Run: w.ShowAll},
		{ID: "view.statements", Menu: "View", Title: "Statements", Key: fyne.Key1, Mod: ctrl, Run: func() { w.Show(w.Statements) }},
		{ID: "view.articles", Menu: "View", Title: "Articles", Key: fyne.Key2, Mod: ctrl, Run: func() { w.Show(w.Library) }},
		{ID: "view.speakers", Menu: "View", Title: "Speakers", Key: fyne.Key3, Mod: ctrl, Run: func() { w.Show(w.Speakers) }},
		{ID: "view.review", Menu: "View", Title: "Review", Key: fyne.Key4, Mod: ctrl, Run: func() { w.Show(w.Review) }},
		{ID: "view.draft", Menu: "View", Title: "Draft", Key: fyne.Key5, Mod: ctrl, Run: func() { w.Show(w.Draft) }},
		{ID: "view.charts", Menu: "View", Title: "Charts", Key: fyne.Key6, Mod: ctrl, Run: func() { w.Show(w.Charts) }},
		{ID: "view.import", Menu: "View", Title: "Import", Key: fyne.Key7, Mod: ctrl, Run: func() { w.Show(w.Importing) }},
		{ID: "view.log", Menu: "View", Title: "Log", Key: fyne.Key8, Mod: ctrl, Run: func() { w.Show(w.History) }},
		{ID: "view.settings", Menu: "View", Title: "Settings", Key: fyne.Key9, Mod: ctrl, Run: func() { w.Show(w.Settings) }},
		{ID: "view.back", Begins: true, Menu: "View", Title: "Back", Key: fyne.KeyLeft, Mod: alt, Run: w.Back},
		{ID: "view.next", Menu: "View", Title: "Next statement or quote", Key: fyne.KeyDown, Mod: alt, Run: func() { w.step(1) }},
		{ID: "view.previous", Menu: "View", Title: "Previous statement or quote", Key: fyne.KeyUp, Mod: alt, Run: func() { w.step(-1) }},
		{ID: "view.thought", Begins: true, Menu: "View", Title: "Show or hide attitudes (wants, praises)", Key: fyne.KeyT, Mod: ctrl | shift, Run: w.Statements.ToggleThought},
		{ID: "view.theme", Menu: "View", Title: "Light, dark or system theme", Key: fyne.KeyD, Mod: ctrl | shift, Run: w.nextTheme},
		{ID: "view.palette", Menu: "View", Title: "Commands, speakers, outlets…", Key: fyne.KeyK, Mod: ctrl, Run: func() { w.Palette() }},
		{ID: "help.keys", Menu: "Help", Title: "Shortcuts", Key: fyne.KeyF1, Run: w.keysHelp},
		{ID: "help.changes", Menu: "Help", Title: "What the words for changes mean", Run: w.ExplainChanges},
		{ID: "help.tour", Begins: true, Menu: "Help", Title: "Tour with sample articles", Run: w.sample},
		{ID: "help.about", Begins: true, Menu: "Help", Title: "About Quotidian", Run: w.about},
	})
}

// screenKeys are the single keys of the screens, for the help page.
var screenKeys = []struct {
	name string
	keys [][2]string
}{
	{"Lists", [][2]string{{"j, k, arrows", "next and previous row"}, {"Space", "tick the row, for a decision about many"}, {"Enter", "open"}, {"Ctrl+C", "copy the row with its source"}, {"1 … 9", "order by that column, again to turn the list round"}, {"/", "search"}, {"Esc", "clear the search, then the filters, then the ticks"}}},
	{"Statements", statements.Keys},
	{"Statement", statement.Keys},
	{"Reader", reader.Keys},
	{"Review", review.Keys},
	{"Speakers", speakers.Keys},
	{"Articles", library.Keys},
	{"Draft", check.Keys},
	{"Charts", charts.Keys},
	{"Import", importing.Keys},
	{"Log", history.Keys},
}

// undoHere undoes in the line being typed, where there is one, else the newest decision.
func (w *Window) undoHere() {
	if e, ok := w.Fyne.Canvas().Focused().(interface{ Undo() }); ok {
		e.Undo()
		return
	}
	if !w.covered() {
		w.Undo()
	}
}

func (w *Window) redoHere() {
	if e, ok := w.Fyne.Canvas().Focused().(interface{ Redo() }); ok {
		e.Redo()
		return
	}
	if !w.covered() {
		w.Redo()
	}
}

// markQuote makes a quote of the words selected in the reader.
func (w *Window) markQuote() {
	if w.current != screen(w.Reader) || w.Reader.Model == nil {
		w.Say(say.T("Open an article and select the words that were said"))
		return
	}
	w.Reader.Mark()
}

func (w *Window) find() { w.Fyne.Canvas().Focus(w.search) }

// ShowAll lists all statements.
func (w *Window) ShowAll() {
	w.Show(w.Statements)
	w.Statements.Clear()
	w.search.follow(w.Statements)
	w.Refocus()
}

// step goes on within what is in sight: the next statement, or the next quote of the article.
func (w *Window) step(by int) {
	switch {
	case w.current == screen(w.Statement):
		w.Statement.Step(by)
	case w.current == screen(w.Reader) && w.Reader.Model != nil:
		w.Reader.Move(by)
	case w.current == screen(w.Draft) && w.Draft.Ready():
		w.Draft.Move(by)
	}
}
