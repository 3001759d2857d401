// Package settings is the screen of what a person chooses for the window: theme, size of text, language, how names
// are spelled in house, and where copies of the dossier are kept.
package settings

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/look"
	"quotidian/ui/prefs"
	"quotidian/ui/say"
	"quotidian/ui/speakers"
	"quotidian/ui/widget"
)

// Host is the window around the screen.
type Host interface {
	// Mode is the theme in sight, which need not be the one remembered.
	Mode() look.Mode
	SetMode(look.Mode)
	SetTextSize(points float32)
	SetLanguage(say.Language)
	// ApplyHouse renames the speakers whose names are spelled otherwise in house.
	ApplyHouse()
	// Backups lists the copies beside the dossier, the newest first; OpenPath opens one.
	Backups() []string
	OpenPath(path string)
	// BackUp makes a copy now; Notes says what opening the dossier found and put right.
	BackUp()
	Notes() []string
	Failed(error)
}

// View is the screen.
type View struct {
	House *table

	prefs *prefs.Prefs
	host  Host
	page  *widget.Page
}

// New gives the screen.
func New(p *prefs.Prefs, host Host) *View {
	v := &View{prefs: p, host: host, page: widget.NewPage(widget.Stack(0))}
	v.Reload()
	return v
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.page }

// Title names the screen.
func (v *View) Title() string { return "Settings" }

// Focus is nothing: Tab goes through the fields.
func (v *View) Focus() fyne.Focusable { return nil }

// Reload shows the settings as they are.
func (v *View) Reload() {
	sections := []fyne.CanvasObject{
		section(say.T("Theme"), say.T("Light and dark have the same contrast; system follows the desktop."), v.mode()),
		section(say.T("Size of text"), "", v.textSize()),
		section(say.T("Language"), say.T("Holds at once. The language of articles has nothing to do with it."), v.language()),
		section(say.T("House spelling of names"),
			say.T("One name a line: as printed = as we spell it. Applying it renames speakers in this dossier; each renaming stands in the log and can be undone. Quotes stay as they were printed."), v.house()),
		section(say.T("Backups"),
			say.T("A copy is made by itself beside the dossier, on the first opening of a day on which something changed. A copy is a dossier like any other: open it to look, or put it in the place of the original."), v.backups()),
	}
	if notes := v.host.Notes(); len(notes) > 0 {
		found := section(say.T("What opening this dossier found"), "", widget.Prose(widget.Run{Text: strings.Join(notes, "\n")}))
		sections = append([]fyne.CanvasObject{found}, sections...)
	}
	v.page.SetContent(widget.Narrow(720, widget.Padded(24, widget.Stack(22, sections...))))
}

func section(title, hint string, body ...fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{widget.NewLine(title, widget.Heading)}
	if hint != "" {
		parts = append(parts, widget.Prose(widget.Run{Text: hint, Ink: look.Muted}))
	}
	return widget.Stack(6, append(parts, body...)...)
}

func (v *View) mode() fyne.CanvasObject {
	names := make([]string, len(look.Modes))
	for i, m := range look.Modes {
		names[i] = say.T(string(m))
	}
	return widget.NewChoice(names, slices.Index(look.Modes, v.host.Mode()), func(i int) { v.host.SetMode(look.Modes[i]) }).Object
}

func (v *View) textSize() fyne.CanvasObject {
	names := make([]string, len(look.TextSizes))
	for i, s := range look.TextSizes {
		names[i] = strconv.Itoa(int(s))
	}
	return widget.NewChoice(names, slices.Index(look.TextSizes, v.prefs.TextSize()), func(i int) { v.host.SetTextSize(look.TextSizes[i]) }).Object
}

func (v *View) language() fyne.CanvasObject {
	names := make([]string, len(say.Languages))
	for i, l := range say.Languages {
		names[i] = l.Name()
	}
	return widget.NewChoice(names, slices.Index(say.Languages, v.prefs.Language()), func(i int) { v.host.SetLanguage(say.Languages[i]) }).Object
}

func (v *View) house() fyne.CanvasObject {
	v.House = newTable()
	v.House.SetMinRowsVisible(6)
	v.House.SetPlaceHolder(say.T("name as printed = name in house"))
	v.House.SetText(v.prefs.HouseText())
	apply := widget.NewButton(say.T("Save and apply"), nil, v.Apply)
	apply.Importance = fynewidget.HighImportance
	return widget.Stack(6, container.NewStack(v.House), widget.Wrap(0, apply))
}

// table is a field of several lines that Tab and Escape lead out of, as out of any other: Fyne's own keeps these keys.
type table struct{ fynewidget.Entry }

func newTable() *table {
	t := &table{}
	t.MultiLine, t.Wrapping = true, fyne.TextWrapWord
	t.ExtendBaseWidget(t)
	return t
}

// AcceptsTab implements fyne.Tabbable.
func (t *table) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (t *table) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		widget.PassKey(t, k)
		return
	}
	t.Entry.TypedKey(k)
}

func (v *View) backups() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, path := range v.host.Backups() {
		open := widget.NewButton(say.T("Open"), nil, func() { v.host.OpenPath(path) })
		open.Importance = fynewidget.LowImportance
		rows = append(rows, widget.Wrap(8, open, widget.NewLine(filepath.Base(path), widget.Face{})))
	}
	if len(rows) == 0 {
		rows = append(rows, widget.NewLine(say.T("There is none yet."), widget.Quiet))
	}
	return widget.Stack(2, append(rows, widget.Wrap(0, widget.NewButton(say.T("Back up now"), nil, v.host.BackUp)))...)
}

// TypedKey scrolls.
func (v *View) TypedKey(e *fyne.KeyEvent) { v.page.TypedKey(e) }

// Apply keeps the house spellings and renames the speakers of the dossier.
func (v *View) Apply() {
	if err := v.prefs.SetHouseText(v.House.Text); err != nil {
		v.host.Failed(err)
		return
	}
	v.host.ApplyHouse()
}

// Rename is a speaker that is to be shown under another name.
type Rename struct {
	ID        dossier.SpeakerID
	From, Own string
}

// Renames gives the speakers whose names are spelled otherwise in house, and apart from them those left as they are, because
// another speaker has that name already or gets it now: these are for a person to join or to keep apart. A spelling must be the
// whole of one that was printed, letter by letter: what is only like it is for a person to join first.
func Renames(list []dossier.SpeakerInfo, house []prefs.House) (renames, taken []Rename) {
	given := map[string]bool{}
	for i := range list {
		s := &list[i]
		for _, h := range house {
			printed := func(sp dossier.Spelling) bool { return sp.Text == h.Printed }
			if s.Name == h.Own || s.Name != h.Printed && !slices.ContainsFunc(s.Spellings, printed) {
				continue
			}
			r, key := Rename{s.ID, s.Name, h.Own}, decision.Key(h.Own)
			if given[key] || speakers.Namesake(list, s.ID, h.Own) != nil {
				taken = append(taken, r)
			} else {
				renames = append(renames, r)
				given[key] = true
			}
			break
		}
	}
	return renames, taken
}
