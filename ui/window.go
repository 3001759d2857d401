package ui

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/export"
	"quotidian/ui/background"
	"quotidian/ui/charts"
	"quotidian/ui/check"
	"quotidian/ui/command"
	"quotidian/ui/history"
	"quotidian/ui/importing"
	"quotidian/ui/library"
	"quotidian/ui/look"
	"quotidian/ui/prefs"
	"quotidian/ui/reader"
	"quotidian/ui/review"
	"quotidian/ui/settings"
	"quotidian/ui/speakers"
	"quotidian/ui/statement"
	"quotidian/ui/statements"
	"quotidian/ui/tour"
	"quotidian/ui/widget"
)

// Config is what a window is made of.
type Config struct {
	App     fyne.App
	Dossier Dossier
	Work    *background.Background
	// Export writes the dossier to a path, in the format that its extension names, as far as the options ask for it; what
	// the file says about itself is the exporter's to add.
	Export Exporter
	// Mode is the theme to begin with; when empty that of the windows there are, or the one chosen last.
	Mode look.Mode
	// Page is the screen to begin with, one of Pages; the one in sight last when empty.
	Page string
	// Open opens another dossier in a window of its own, made where there is none. Sample opens the sample dossier
	// with the tour.
	Open   func(path string) error
	Sample func() error
	// Merge puts another dossier into the one of this window, which it closes, and shows the result in a window.
	Merge func(into, other string)
	// Speak has every window of the program speak the language that holds now, this one alone where it is nil.
	Speak func()
	// Quit closes every window of the program.
	Quit func()
	// Closed is told, once, when the window is closed and all its work has ended.
	Closed func()
}

// Exporter writes a dossier to a file.
type Exporter func(ctx context.Context, path string, o export.Options) error

// Pages names the screens that a window can begin with; "view." and the name is the command that shows one.
var Pages = []string{"statements", "articles", "speakers", "review", "draft", "charts", "import", "log", "settings"}

// screen is one page of the window.
type screen interface {
	Object() fyne.CanvasObject
	Title() string
	// Reload reads anew what the screen shows.
	Reload()
	// Focus is what takes the keys typed on the screen, nil when the window hands them on itself.
	Focus() fyne.Focusable
}

// place is a screen with what it showed: the page of a statement and the reader can have shown something else since.
type place struct {
	screen screen
	again  func() // has it show that again, nil for a screen that always shows the same
}

// What a screen may be able to do besides.
type (
	searcher interface {
		Search(query string)
		Query() string
	}
	lesser interface {
		// Less takes away what narrows the list beside the search, else what is ticked in it, and reports whether there was
		// anything.
		Less() bool
	}
	keyed interface{ TypedKey(*fyne.KeyEvent) }
	runed interface{ TypedRune(rune) }
	paged interface{ Here() (again func()) }
)

// Window is the main window. It belongs to the UI goroutine.
type Window struct {
	Fyne     fyne.Window
	Commands []*command.Command

	app     fyne.App
	dossier Dossier
	work    *background.Background
	export  Exporter
	prefs   *prefs.Prefs
	config  Config

	Statements *statements.View
	Statement  *statement.View
	Library    *library.View
	Reader     *reader.View
	Speakers   *speakers.View
	Review     *review.View
	History    *history.View
	Draft      *check.View
	Charts     *charts.View
	Importing  *importing.View
	Settings   *settings.View

	current screen
	trail   []place              // those to go back to
	stale   map[screen]bool      // screens that have not seen the newest decision
	worn    map[screen]look.Worn // the theme in which screens were in sight last
	body    *fyne.Container
	nav     []navEntry
	search  *searchEntry
	status  *status
	toast   *widget.Toast
	hide    context.CancelFunc // of the toast's timer
	leads   screen             // where the button of the toast leads to, nil when it does something else

	deciding bool
	waiting  []func()
	job      context.CancelFunc // of the import or export under way, nil when none is
	jobBegan time.Time
	ending   bool // it cannot be cancelled any more
	// notifyAfter is how long a job takes before the desktop is told of its end.
	notifyAfter time.Duration

	questions []question // those open, the newest last
	leaving   question   // that which asks whether to close, nil before the first
	fault     struct {   // told last
		why  string
		told question
	}

	tour  *tour.Tour // nil when none is under way
	above *fyne.Container
}

// New makes a window over a dossier; Show it and run the app. The theme is set first, because widgets made
// before it keep colours of another.
func New(c Config) *Window {
	remembered := prefs.Of(c.App)
	if c.Mode == "" {
		c.Mode = modeOf(c.App, remembered.Mode())
	}
	c.App.Settings().SetTheme(look.New(c.Mode).Sized(remembered.TextSize()))
	w := &Window{
		app: c.App, dossier: c.Dossier, work: c.Work, export: c.Export, prefs: remembered, config: c,
		stale: map[screen]bool{}, worn: map[screen]look.Worn{}, hide: func() {}, notifyAfter: notifyAfter, above: container.NewStack(),
	}
	w.Fyne = c.App.NewWindow("Quotidian")
	w.Fyne.SetTitle(filepath.Base(c.Dossier.Path()) + " – Quotidian")
	w.Fyne.SetPadded(false)
	w.build()
	w.shortcuts()
	w.Fyne.SetOnDropped(w.Dropped)
	w.Fyne.SetOnClosed(w.closed)
	w.Fyne.SetCloseIntercept(w.Close)
	w.Fyne.Resize(w.prefs.Size())
	w.prefs.SetRecent(c.Dossier.Path())
	w.follow()
	w.Show(w.Statements)
	w.Do("view." + cmp.Or(c.Page, w.prefs.Page()))
	w.refreshCounts()
	w.noted()
	w.outdated()
	return w
}

// build makes all that the window shows.
func (w *Window) build() {
	w.screens()
	w.hide()
	w.toast = widget.NewToast()
	if w.job == nil {
		w.status = newStatus()
	}
	w.body = container.NewStack()
	w.Commands = w.commands()
	w.Fyne.SetMainMenu(command.Menus(w.Commands))
	w.cancellable()
	w.Fyne.SetContent(w.layout())
}

// Respeak makes everything anew in the language that holds now. What is being read and the account of the last import
// stay; lists are no longer narrowed, and the way back begins here.
func (w *Window) Respeak() {
	at := slices.IndexFunc(Pages, func(page string) bool { return w.page(page) == w.current })
	w.current, w.trail, w.stale, w.worn = nil, nil, map[screen]bool{}, map[screen]look.Worn{}
	w.build()
	w.Show(w.Statements) // the other screens lean on its list
	w.Do("view." + Pages[max(at, 0)])
	w.refreshCounts()
}

// screens makes the screens. Those that show something a person opened are kept: they are drawn anew when shown.
func (w *Window) screens() {
	w.Statements = statements.New(w.dossier, w, w.work)
	if w.Statement == nil || w.Statement.Model == nil {
		w.Statement = statement.New(w.dossier, w)
	}
	if w.Reader == nil || w.Reader.Model == nil {
		w.Reader = reader.New(w.dossier, w)
	}
	if w.Draft == nil || !w.Draft.Ready() {
		w.Draft = check.New(w.dossier, w)
	}
	var account importing.Model
	if w.Importing != nil {
		account = w.Importing.Model
	}
	w.Importing = importing.New(w)
	w.Importing.Model = account
	w.Library = library.New(w.dossier, w, w.work)
	w.Speakers = speakers.New(w.dossier, w)
	w.Review = review.New(w.dossier, w)
	w.History = history.New(w.dossier, w, w.work)
	w.Charts = charts.New(w.dossier, w, w.work)
	w.Settings = settings.New(w.prefs, w)
	w.outdate()
}

func (w *Window) all() []screen {
	return []screen{w.Statements, w.Statement, w.Library, w.Reader, w.Speakers, w.Review, w.History, w.Draft, w.Charts, w.Importing, w.Settings}
}

func (w *Window) layout() fyne.CanvasObject {
	line := func() fyne.CanvasObject { return fynewidget.NewSeparator() }
	top := widget.Dock(nil, line(), nil, nil, w.toolbar())
	bottom := widget.Dock(line(), nil, nil, nil, w.status.object)
	middle := widget.Sidebar(w.sidebar(), widget.Dock(nil, w.toast, nil, nil, container.NewStack(w.body, w.above)))
	w.toast.OnChange = middle.Refresh
	return widget.Dock(top, bottom, nil, nil, middle)
}

// Show brings a screen into sight, up to date.
func (w *Window) Show(s screen) {
	if w.current != nil && w.current != s {
		w.trail = append(w.trail, w.here())
	}
	w.show(s)
}

// here is the place in sight.
func (w *Window) here() place {
	p := place{screen: w.current}
	if s, ok := w.current.(paged); ok {
		p.again = s.Here()
	}
	return p
}

func (w *Window) show(s screen) {
	w.current = s
	if s == w.leads {
		w.toast.Hide()
	}
	if w.stale[s] {
		delete(w.stale, s)
		s.Reload()
	}
	widget.Put(w.body, s.Object())
	w.clothe(s)
	w.markNav()
	w.search.follow(s)
	w.Refocus()
}

// clothe draws a screen anew that was last seen in another theme: Fyne tells a change of the theme only to what is in sight.
func (w *Window) clothe(s screen) {
	now := look.Wearing()
	before, seen := w.worn[s]
	if w.worn[s] = now; seen && before != now {
		w.app.Settings().SetTheme(w.app.Settings().Theme())
	}
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

// Writable reports whether decisions and imports are possible here.
func (w *Window) Writable() bool { return w.dossier.Writable() }

// Current names the screen in sight.
func (w *Window) Current() string { return w.current.Title() }

// Back goes to the screen that was in sight before.
func (w *Window) Back() {
	if len(w.trail) == 0 {
		return
	}
	p := w.trail[len(w.trail)-1]
	w.trail = w.trail[:len(w.trail)-1]
	if p.again != nil {
		p.again()
	}
	w.show(p.screen)
}

// changed tells all screens that the dossier is another; the one in sight reads it at once, the others when they
// are shown.
func (w *Window) changed() {
	w.outdate()
	delete(w.stale, w.current)
	w.current.Reload()
	w.refreshCounts()
}

// outdate has every screen read anew when it is shown next.
func (w *Window) outdate() {
	for _, s := range w.all() {
		w.stale[s] = true
	}
}

func (w *Window) closed() {
	w.prefs.SetSize(w.Fyne.Canvas().Size())
	for _, page := range Pages {
		if w.page(page) == w.current {
			w.prefs.SetPage(page)
		}
	}
	w.work.Close()
	w.shut()
}

// shut tells whoever opened the window that it is closed and nothing works on the dossier any more.
func (w *Window) shut() {
	if w.config.Closed != nil {
		w.config.Closed()
	}
}

// page gives the screen of a name of Pages.
func (w *Window) page(name string) screen {
	return map[string]screen{
		"statements": w.Statements, "articles": w.Library, "speakers": w.Speakers, "review": w.Review, "draft": w.Draft,
		"charts": w.Charts, "import": w.Importing, "log": w.History, "settings": w.Settings,
	}[name]
}

// quit leaves the program.
func (w *Window) quit() { w.config.Quit() }

func (w *Window) open(path string) {
	if err := w.config.Open(path); err != nil {
		w.Failed(err)
	}
}

func (w *Window) sample() {
	if err := w.config.Sample(); err != nil {
		w.Failed(err)
	}
}

// Tour walks through the screens; it is meant for the sample dossier.
func (w *Window) Tour() {
	w.tour = tour.Start(w.tourStep, func(whole bool) {
		w.prefs.SetToured()
		w.tour = nil
		w.above.Objects = nil
		w.above.Refresh()
		if whole {
			w.NewDossier()
		}
	})
	widget.Put(w.above, widget.BottomRight(w.tour.Object))
}

// tourStep brings into sight what a stop of the tour is about.
func (w *Window) tourStep(command string) {
	switch command {
	case "tour.statement":
		if id, ok := w.Statements.Richest(); ok {
			w.OpenStatement(id)
		}
	case "tour.reader":
		if w.Statement.Model != nil {
			w.Statement.OpenArticle()
		}
	default:
		w.Do(command)
	}
	if w.tour != nil { // the card may be higher now
		w.above.Refresh()
	}
}

// Dossier is what the window and its screens need of a dossier; *dossier.Dossier is it.
type Dossier interface {
	statements.Source
	statement.Source
	library.Source
	reader.Source
	speakers.Source
	check.Source
	charts.Source
	review.Source
	history.Source
	decider
	importer
	keeper
	analyser
	searches
	Path() string
	Who() string
	Writable() bool
	Held() bool
	// Refused is why it could not be opened for writing, nil unless its folder or file does not allow that.
	Refused() error
	// Version tells apart states of the dossier, whoever writes; whole is false while articles came that no list has yet.
	Version() (n int64, whole bool, err error)
	Counts() (dossier.Counts, error)
}
