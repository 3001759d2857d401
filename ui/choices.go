package ui

import (
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/ui/files"
	"quotidian/ui/look"
	"quotidian/ui/picker"
	"quotidian/ui/prefs"
	"quotidian/ui/say"
	"quotidian/ui/settings"
)

// nextTheme goes on to the next of light, dark and system.
func (w *Window) nextTheme() {
	for i, m := range look.Modes {
		if m == w.Mode() {
			w.SetMode(look.Modes[(i+1)%len(look.Modes)])
			return
		}
	}
	w.SetMode(look.System)
}

// Mode is the theme in sight, which all windows of the program have: the one that was given on the command line, where there
// was none the one remembered, or what was chosen since.
func (w *Window) Mode() look.Mode { return modeOf(w.app, w.prefs.Mode()) }

func modeOf(a fyne.App, otherwise look.Mode) look.Mode {
	if t, ok := a.Settings().Theme().(*look.Theme); ok {
		return t.Mode()
	}
	return otherwise
}

// SetMode shows the window light, dark, or as the system is, and remembers it.
func (w *Window) SetMode(m look.Mode) {
	w.prefs.SetMode(m)
	w.dress(m)
	w.Say(say.T("Theme: %s", say.T(string(m))))
}

// SetTextSize makes all text larger or smaller and remembers it.
func (w *Window) SetTextSize(points float32) {
	w.prefs.SetTextSize(points)
	w.dress(w.Mode())
}

// dress puts the theme on and draws every screen anew.
func (w *Window) dress(m look.Mode) {
	w.app.Settings().SetTheme(look.New(m).Sized(w.prefs.TextSize()))
	w.status.fit()
	w.Fyne.SetContent(w.Fyne.Content()) // below a menu of another height
	w.Fyne.Content().Refresh()
	w.outdate()
	w.show(w.current)
}

// SetLanguage remembers the language and speaks it at once, in every window: one that was half in another language could
// not be read.
func (w *Window) SetLanguage(l say.Language) {
	w.prefs.SetLanguage(l)
	if err := say.Use(l); err != nil {
		w.Failed(err)
		return
	}
	if w.config.Speak == nil {
		w.Respeak()
		return
	}
	w.config.Speak()
}

// ApplyHouse renames the speakers whose names are spelled otherwise in house, one decision each, and says which are left out.
func (w *Window) ApplyHouse() {
	house, err := prefs.ParseHouse(w.prefs.HouseText())
	list, err2 := w.dossier.Speakers()
	if err = errors.Join(err, err2); err != nil {
		w.Failed(err)
		return
	}
	renames, taken := settings.Renames(list, house)
	for _, r := range renames {
		w.Decide(decision.Decision{Kind: decision.Rename, Targets: []string{string(r.ID)}, Value: r.Own}, say.T("Renamed to %s", r.Own))
	}
	if len(taken) > 0 {
		lines := []string{say.T("Another speaker has the name already. Join the two on the page of speakers (s), or rename there all the same (r).")}
		for _, r := range taken {
			lines = append(lines, r.From+" = "+r.Own)
		}
		w.Tell(say.T("Left as they are: %s", say.N(len(taken), "speaker")), lines...)
	} else if len(renames) == 0 {
		w.Say(say.T("Saved; every name is spelled so already"))
	}
}

// Backups lists the copies beside the dossier, the newest first.
func (w *Window) Backups() []string { return store.Backups(w.dossier.Path()) }

// OpenPath opens a dossier in a window of its own.
func (w *Window) OpenPath(path string) { w.open(path) }

// Open asks for a dossier and opens it in a window of its own.
func (w *Window) Open() {
	w.chooseFile(say.T("Open a dossier"), w.open, ".dossier")
}

// NewDossier asks where a new dossier is to lie and opens it.
func (w *Window) NewDossier() {
	w.askFiles(files.Ask{
		Kind: files.Target, Title: say.T("New dossier"), Act: say.T("Make"),
		Name: say.T("New") + ".dossier", Endings: []string{".dossier"}, New: true,
	}, func(paths []string) { w.open(paths[0]) })
}

// OpenRecent lists the dossiers opened last.
func (w *Window) OpenRecent() *picker.Picker {
	return w.pickOne(say.T("Open a dossier again"), func() []picker.Choice {
		var out []picker.Choice
		for _, path := range w.prefs.Recent() {
			out = append(out, picker.Choice{Title: filepath.Base(path), Detail: filepath.Dir(path), Run: func() { w.open(path) }})
		}
		return out
	})
}
