package ui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"quotidian/dossier"
	"quotidian/ui/picker"
	"quotidian/ui/say"
	"quotidian/ui/statements"
	"quotidian/ui/widget"
)

// searches keeps searches under names; *dossier.Dossier does, for everybody who opens it.
type searches interface {
	SavedSearches() ([]dossier.SavedSearch, error)
	SaveSearch(name string, s dossier.Search) error
	ForgetSearch(name string) error
	LastLook(name string) (time.Time, error)
	Look(name string) error
	Find(dossier.Search) ([]dossier.Hit, error)
}

// KeepSearch keeps what the list of statements is narrowed to, under a name.
func (w *Window) KeepSearch() {
	s, err := w.Statements.Model.Kept()
	if err != nil {
		w.Show(w.Statements)
		w.Say(sentence(say.T(err.Error())))
		return
	}
	kept, err := w.dossier.SavedSearches()
	if err != nil {
		w.Failed(err)
		return
	}
	line := w.askLine(say.T("Keep this search as"), s.Words, named, func(name string) {
		name = strings.TrimSpace(name)
		keep := func() {
			w.afterwards(func() error { return w.dossier.SaveSearch(name, s) }, say.T("Kept; Ctrl+Shift+S lists the saved searches"))
		}
		i := slices.IndexFunc(kept, func(k dossier.SavedSearch) bool { return k.Name == name })
		if i < 0 {
			keep()
			return
		}
		body := widget.Prose(widget.Run{Text: say.T("%s kept a search under that name; it would be gone.", kept[i].Who)})
		w.Confirm(say.T("Replace the search %s?", name), say.T("Replace"), body, keep)
	})
	line.TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces the name proposed
}

// named says what is wrong with a name that is none.
func named(name string) error {
	if strings.TrimSpace(name) == "" {
		return errors.New("a saved search needs a name")
	}
	return nil
}

// SavedSearches lists the searches that are kept, to show one or to forget it.
func (w *Window) SavedSearches() *picker.Picker {
	list, err := w.dossier.SavedSearches()
	if err != nil {
		w.Failed(err)
		return nil
	}
	return w.pickOne(say.T("Saved searches: Return shows one"), func() []picker.Choice {
		var out []picker.Choice
		for _, s := range list {
			out = append(out, picker.Choice{Title: s.Name, Detail: say.T("kept by %s", s.Who), Run: func() { w.showSaved(s) }})
		}
		for _, s := range list {
			out = append(out, picker.Choice{Title: say.T("Forget: %s", s.Name), Run: func() {
				w.afterwards(func() error { return w.dossier.ForgetSearch(s.Name) }, say.T("Forgotten: %s", s.Name))
			}})
		}
		if len(out) == 0 {
			out = []picker.Choice{{Title: say.T("None yet: narrow the statements by words or facets, then Ctrl+S"), Run: func() { w.Show(w.Statements) }}}
		}
		return out
	})
}

// showSaved narrows the statements to a saved search and says how much of what it lists is new since this person's last look.
func (w *Window) showSaved(s dossier.SavedSearch) {
	w.Show(w.Statements)
	w.Statements.Follow(s.Search)
	w.search.follow(w.Statements)
	thought := w.Statements.Model.Thought()
	w.work.Go(func(context.Context) func() {
		said, err := w.news(s, thought)
		if err == nil && w.dossier.Writable() {
			err = w.dossier.Look(s.Name)
		}
		return func() {
			if err != nil {
				w.Failed(err)
				return
			}
			w.Say(said)
		}
	})
}

// news says what a saved search lists that came since this person's last look: quotes of the statements that it lists, and
// where it names an outlet, of that outlet. They need not hold the words themselves, as no other wording of a statement
// listed does.
func (w *Window) news(s dossier.SavedSearch, thought bool) (string, error) {
	last, err := w.dossier.LastLook(s.Name)
	if err != nil {
		return "", err
	}
	rows, err := w.dossier.Statements(dossier.Filter{Thought: true})
	if err != nil {
		return "", err
	}
	list, err := statements.Kept(rows, s.Search, thought, func(words string) ([]dossier.StatementRow, error) {
		return w.dossier.Statements(dossier.Filter{Search: words, Thought: true})
	})
	if err != nil {
		return "", err
	}
	if last.IsZero() {
		return say.T("%s: %s, looked at for the first time", s.Name, say.N(list.Len(), "statement")), nil
	}
	hits, err := w.dossier.Find(dossier.Search{Added: last, Outlet: s.Search.Outlet, Quotes: true})
	if err != nil {
		return "", err
	}
	hits = slices.DeleteFunc(hits, func(h dossier.Hit) bool { return !list.Shows(h.Statement) })
	return say.T("%s: %s new since %s", s.Name, say.N(len(hits), "quote"), say.Moment(last.Local())), nil
}

// afterwards runs a write that is no decision, and says that it was done.
func (w *Window) afterwards(write func() error, said string) {
	w.work.Go(func(context.Context) func() {
		err := write()
		return func() {
			if err != nil {
				w.Failed(err)
				return
			}
			w.Say(said)
		}
	})
}
