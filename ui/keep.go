package ui

import (
	"context"
	"path/filepath"

	"quotidian/dossier"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// keeper looks after the file; *dossier.Dossier is one.
type keeper interface {
	// Backup makes a copy beside the dossier and gives its name.
	Backup(ctx context.Context) (name string, err error)
	// Notes says what opening the dossier found and put right, one finding a line.
	Notes() []string
}

// BackUp copies the dossier as it is now.
func (w *Window) BackUp() {
	w.Job(say.T("Making a backup…"), func(ctx context.Context) func() {
		name, err := w.dossier.Backup(ctx)
		return func() {
			if err != nil {
				w.Failed(err)
				return
			}
			w.Settings.Reload()
			w.report(say.T("Backup made: %s", filepath.Base(name)))
		}
	})
}

// Notes is what opening the dossier found, as the settings show it.
func (w *Window) Notes() []string {
	var out []string
	for _, note := range w.dossier.Notes() {
		out = append(out, say.Engine(note))
	}
	return out
}

// noted tells what opening the dossier found, once, with the way to the whole of it.
func (w *Window) noted() {
	if notes := w.Notes(); len(notes) > 0 {
		w.lead(say.T("On opening: %s", widget.OneLine(notes[0], noteRunes)), say.T("Show all"), w.Settings)
	}
}

// noteRunes is how much of a note a message shows.
const noteRunes = 80

// Merge asks for another dossier and puts it into this one.
func (w *Window) Merge() {
	w.chooseFile(say.T("Merge another dossier into this one"), w.MergeWith, ".dossier")
}

// MergeWith asks whether the dossier at path is to be put into this one. The merged one is a new file, so the window
// closes and comes back on it.
func (w *Window) MergeWith(path string) {
	switch {
	case filepath.Clean(path) == filepath.Clean(w.dossier.Path()):
		w.Say(say.T("That is this very dossier"))
		return
	case w.Busy():
		w.Say(say.T("Another job is under way; it can be cancelled below"))
		return
	}
	text := say.T("The articles and decisions of %s come into %s: articles by their words, decisions by their time. Where two people decided differently the newer decision holds, and each such place is listed.", filepath.Base(path), filepath.Base(w.dossier.Path()))
	kept := say.T("This dossier is kept beside itself as it was; the other one is not touched. The window closes meanwhile and comes back.")
	w.Confirm(say.T("Merge two dossiers?"), say.T("Merge"), widget.Prose(widget.Run{Text: text + "\n\n"}, widget.Run{Text: kept, Ink: look.Muted}),
		func() { w.config.Merge(w.dossier.Path(), path) })
}

// Merged tells what came of a merge.
func (w *Window) Merged(m dossier.Merged) {
	lines := []string{
		say.T("%s added, %s already there; %s taken over", say.N(m.Added, "article"), say.Number(m.Already), say.N(m.Decisions, "decision")),
		say.T("The dossier as it was is kept as %s", filepath.Base(m.Kept)),
	}
	if m.Outdated > 0 {
		lines = append(lines, say.T("%s read under other rules", say.N(m.Outdated, "article")))
	}
	if n := len(m.Conflicts); n > 0 {
		lines = append(lines, "", say.T("To look at:"))
		for _, conflict := range m.Conflicts[:min(n, mostConflicts)] {
			lines = append(lines, say.Engine(conflict))
		}
		if n > mostConflicts {
			lines = append(lines, say.T("and %s more, in the log", say.Number(n-mostConflicts)))
		}
	}
	w.Tell(say.T("Merged"), lines...)
}

// mostConflicts is how many contradictions are listed: nobody reads more in a message.
const mostConflicts = 30
