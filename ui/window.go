package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/ui/background"
	"quotidian/ui/command"
	"quotidian/ui/history"
	"quotidian/ui/library"
	"quotidian/ui/look"
	"quotidian/ui/reader"
	"quotidian/ui/review"
	"quotidian/ui/speakers"
	"quotidian/ui/statement"
	"quotidian/ui/statements"
	"quotidian/ui/widget"
)

// Config is what a window is made of.
type Config struct {
	App     fyne.App
	Dossier Dossier
	Work    *background.Background
	// Export writes the dossier to a path, in the format that its extension names, and tells how far it is.
	Export Exporter
	// Mode is the theme to begin with.
	Mode look.Mode
}

// Exporter writes a dossier to a file.
type Exporter func(ctx context.Context, path string, progress func(done, total int)) error

// Pages names the screens that a window can begin with; "view." and the name is the command that shows one.
var Pages = []string{"statements", "articles", "speakers", "review", "log"}

// screen is one page of the window.
type screen interface {
	Object() fyne.CanvasObject
	Title() string
	// Reload reads anew what the screen shows.
	Reload()
	// Focus is what takes the keys typed on the screen, nil when the window hands them on itself.
	Focus() fyne.Focusable
}

// What a screen may be able to do besides.
type (
	searcher interface {
		Search(query string)
		Query() string
	}
	keyed interface{ TypedKey(*fyne.KeyEvent) }
	runed interface{ TypedRune(rune) }
)

// Window is the main window. It belongs to the UI goroutine.
type Window struct {
	Fyne     fyne.Window
	Commands []*command.Command

	app     fyne.App
	dossier Dossier
	work    *background.Background
	export  Exporter
	mode    look.Mode

	Statements *statements.View
	Statement  *statement.View
	Library    *library.View
	Reader     *reader.View
	Speakers   *speakers.View
	Review     *review.View
	History    *history.View

	current screen
	trail   []screen        // screens to go back to
	stale   map[screen]bool // screens that have not seen the newest decision
	body    *fyne.Container
	nav     []navEntry
	search  *searchEntry
	status  *status
	toast   *widget.Toast
	hide    context.CancelFunc // of the toast's timer

	deciding bool
	waiting  []func()
	job      context.CancelFunc // of the import or export under way, nil when none is
}

// New makes a window over a dossier; Show it and run the app. The theme is set first, because widgets made
// before it keep colours of another.
func New(c Config) *Window {
	c.App.Settings().SetTheme(look.New(c.Mode))
	w := &Window{app: c.App, dossier: c.Dossier, work: c.Work, export: c.Export, mode: c.Mode, stale: map[screen]bool{}, hide: func() {}}
	w.Fyne = c.App.NewWindow("Quotidian")
	w.Fyne.SetTitle("Quotidian: " + filepath.Base(c.Dossier.Path()))
	w.screens()
	w.toast = widget.NewToast()
	w.status = newStatus()
	w.body = container.NewStack()
	w.Commands = w.commands()
	w.Fyne.SetMainMenu(command.Menus(w.Commands))
	w.shortcuts()
	w.Fyne.SetPadded(false)
	w.Fyne.SetContent(w.layout())
	w.Fyne.SetOnDropped(w.dropped)
	w.Fyne.SetOnClosed(w.closed)
	w.restoreSize()
	w.Show(w.Statements)
	w.refreshCounts()
	return w
}

func (w *Window) screens() {
	w.Statements = statements.New(w.dossier, w, w.work)
	w.Statement = statement.New(w.dossier, w)
	w.Library = library.New(w.dossier, w)
	w.Reader = reader.New(w.dossier, w)
	w.Speakers = speakers.New(w.dossier, w)
	w.Review = review.New(w.dossier, w)
	w.History = history.New(w.dossier, w)
	for _, s := range w.all() {
		w.stale[s] = true
	}
}

func (w *Window) all() []screen {
	return []screen{w.Statements, w.Statement, w.Library, w.Reader, w.Speakers, w.Review, w.History}
}

// sidebarWidth is that of the column of screens, in points.
const sidebarWidth = 176

func (w *Window) layout() fyne.CanvasObject {
	line := func() fyne.CanvasObject { return fynewidget.NewSeparator() }
	top := widget.NewPanel(look.Sidebar, widget.Dock(nil, line(), nil, nil, w.toolbar()))
	side := widget.Dock(nil, nil, nil, line(), widget.Fixed(sidebarWidth, widget.NewPanel(look.Sidebar, w.sidebar())))
	bottom := widget.NewPanel(look.Sidebar, widget.Dock(line(), nil, nil, nil, w.status.object))
	return container.NewStack(
		widget.Dock(top, bottom, side, nil, w.body),
		widget.BottomCentre(w.toast))
}

// Show brings a screen into sight, up to date.
func (w *Window) Show(s screen) {
	if w.current != nil && w.current != s {
		w.trail = append(w.trail, w.current)
	}
	w.show(s)
}

func (w *Window) show(s screen) {
	w.current = s
	if w.stale[s] {
		delete(w.stale, s)
		s.Reload()
	}
	w.body.Objects = []fyne.CanvasObject{s.Object()}
	w.body.Refresh()
	w.markNav()
	w.search.follow(s)
	w.Refocus()
}

// Refocus gives the keys to the screen in sight.
func (w *Window) Refocus() {
	if f := w.current.Focus(); f != nil {
		w.Fyne.Canvas().Focus(f)
		return
	}
	w.Fyne.Canvas().Unfocus()
}

// Ready gives the keys to a screen that has just read what it shows, unless something else has them.
func (w *Window) Ready() {
	if w.Fyne.Canvas().Focused() == nil && w.Fyne.Canvas().Overlays().Top() == nil {
		w.Refocus()
	}
}

// Current names the screen in sight.
func (w *Window) Current() string { return w.current.Title() }

// Back goes to the screen that was in sight before.
func (w *Window) Back() {
	if len(w.trail) == 0 {
		return
	}
	s := w.trail[len(w.trail)-1]
	w.trail = w.trail[:len(w.trail)-1]
	w.show(s)
}

// changed tells all screens that the dossier is another; the one in sight reads it at once, the others when they
// are shown.
func (w *Window) changed() {
	for _, s := range w.all() {
		w.stale[s] = true
	}
	delete(w.stale, w.current)
	w.current.Reload()
	w.refreshCounts()
}

// restoreSize opens the window as large as it was closed, at first at a size that fits a laptop.
func (w *Window) restoreSize() {
	p := w.app.Preferences()
	w.Fyne.Resize(fyne.NewSize(float32(p.FloatWithFallback("width", 1280)), float32(p.FloatWithFallback("height", 800))))
}

func (w *Window) closed() {
	size := w.Fyne.Canvas().Size()
	w.app.Preferences().SetFloat("width", float64(size.Width))
	w.app.Preferences().SetFloat("height", float64(size.Height))
	w.work.Close()
}

// Dossier is what the window and its screens need of a dossier *dossier.Dossier is it.
type Dossier interface {
	statements.Source
	statement.Source
	library.Source
	reader.Source
	speakers.Source
	review.Source
	history.Source
	decider
	importer
	Path() string
	Who() string
	Writable() bool
	Counts() (dossier.Counts, error)
}
