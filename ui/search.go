package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/say"
)

// searchEntry is the search line of the toolbar. It searches whatever list is in sight; on other screens typing
// leads to the list of statements.
type searchEntry struct {
	fynewidget.Entry
	w      *Window
	silent bool
}

func newSearchEntry(w *Window) *searchEntry {
	e := &searchEntry{w: w}
	e.ExtendBaseWidget(e)
	e.Icon = theme.SearchIcon()
	e.OnChanged = e.changed
	return e
}

func (e *searchEntry) changed(query string) {
	if e.silent {
		return
	}
	s, ok := e.w.current.(searcher)
	if !ok {
		e.w.Show(e.w.Statements)
		e.w.Fyne.Canvas().Focus(e)
		s = e.w.Statements
		e.set(query)
	}
	s.Search(query)
}

// follow shows the query of the screen in sight.
func (e *searchEntry) follow(s screen) {
	query, hint := "", say.T("Search statements")
	if q, ok := s.(searcher); ok {
		query, hint = q.Query(), say.T("Search "+strings.ToLower(s.Title()))
	}
	e.set(query)
	e.SetPlaceHolder(hint)
}

func (e *searchEntry) set(query string) {
	e.silent = true
	defer func() { e.silent = false }()
	if e.Text != query {
		e.SetText(query)
		e.CursorColumn = len([]rune(query))
	}
}

// EndSearch shows all of the list in sight again.
func (w *Window) EndSearch() {
	if s, ok := w.current.(searcher); ok {
		w.search.set("")
		s.Search("")
		w.Refocus()
	}
}

// next goes on to the next place found, on screens that are one text.
func (e *searchEntry) next() bool {
	s, ok := e.w.current.(interface{ NextHit(by int) })
	if ok {
		s.NextHit(1)
	}
	return ok
}

// TypedKey implements fyne.Focusable: Escape clears, once there is nothing less to take away, Down and Return go to the list.
func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && e.w.EndMessage():
	case k.Name == fyne.KeyEscape && e.Text != "":
		e.SetText("")
	case k.Name == fyne.KeyReturn && e.next():
	case k.Name == fyne.KeyEscape, k.Name == fyne.KeyDown, k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter:
		e.w.Refocus()
	case e.w.plainKey(k):
	default:
		e.Entry.TypedKey(k)
	}
}
