package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"quotidian/dossier"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// navEntry is a line of the sidebar, the screen it shows and the number beside it.
type navEntry struct {
	nav    *widget.Nav
	screen screen
	inside screen // a screen reached from this one, which keeps the entry lit
	count  func(dossier.Counts) int
	calls  bool // the number asks for attention
	number int
}

func (w *Window) sidebar() fyne.CanvasObject {
	w.nav = []navEntry{
		{screen: w.Statements, inside: w.Statement, count: func(c dossier.Counts) int { return c.Statements }},
		{screen: w.Library, inside: w.Reader, count: func(c dossier.Counts) int { return c.Articles }},
		{screen: w.Speakers, count: func(c dossier.Counts) int { return c.Speakers }},
		{screen: w.Review, count: func(c dossier.Counts) int { return c.Proposals - c.Aside }, calls: true},
		{screen: w.Draft, count: nothing},
		{screen: w.Charts, count: nothing},
		{screen: w.Importing, count: nothing},
		{screen: w.History, count: func(c dossier.Counts) int { return c.Decisions }},
		{screen: w.Settings, count: nothing},
	}
	icons := []fyne.Resource{theme.ListIcon(), theme.DocumentIcon(), theme.AccountIcon(), theme.QuestionIcon(), theme.DocumentCreateIcon(), theme.GridIcon(), theme.DownloadIcon(), theme.HistoryIcon(), theme.SettingsIcon()}
	box := container.NewVBox()
	for i := range w.nav {
		e := &w.nav[i]
		e.nav = widget.NewNav(say.T(e.screen.Title()), icons[i], func() { w.Show(e.screen) })
		box.Add(e.nav)
	}
	return container.New(layout.NewCustomPaddedLayout(theme.Padding(), 0, 0, 0), box)
}

// nothing is the number beside a screen that lists nothing of the dossier.
func nothing(dossier.Counts) int { return 0 }

func (w *Window) markNav() {
	for i := range w.nav {
		e := &w.nav[i]
		count := ""
		if e.number > 0 {
			count = say.Number(e.number)
		}
		e.nav.Set(w.current == e.screen || w.current == e.inside, count, e.calls && e.number > 0)
	}
}

// refreshCounts reads the numbers of sidebar and status line, which for a big dossier takes a while.
func (w *Window) refreshCounts() {
	w.work.Go(w.readCounts)
}

func (w *Window) toolbar() fyne.CanvasObject {
	button := func(label, id string, icon fyne.Resource) fyne.CanvasObject {
		return widget.Act(label, icon, func() { w.Do(id) })
	}
	w.search = newSearchEntry(w)
	left := []fyne.CanvasObject{button(say.T("Import"), "file.import", theme.ContentAddIcon()), button(say.T("Export"), "file.export", theme.DownloadIcon())}
	return widget.Strip(left, w.search, button(say.T("Undo"), "edit.undo", theme.ContentUndoIcon()), button(say.T("Redo"), "edit.redo", theme.ContentRedoIcon()),
		button(say.T("Theme"), "view.theme", theme.ColorPaletteIcon()), button(say.T("Commands"), "view.palette", theme.MenuIcon()))
}
