// Package prefs is what the window remembers between two starts: its size, how it looks, the dossiers opened last,
// how names are spelled in house. Decisions are never kept here, they belong to the dossier.
package prefs

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"quotidian/ui/look"
	"quotidian/ui/say"
)

// Prefs reads and writes what is remembered. Writing is asynchronous, as Fyne does it.
type Prefs struct{ store fyne.Preferences }

// Of gives the preferences of an app.
func Of(a fyne.App) *Prefs { return &Prefs{a.Preferences()} }

// Mode is the theme chosen last.
func (p *Prefs) Mode() look.Mode {
	return look.Mode(p.store.StringWithFallback("theme", string(look.System)))
}

// SetMode remembers the theme.
func (p *Prefs) SetMode(m look.Mode) { p.store.SetString("theme", string(m)) }

// TextSize is the size of ordinary text in points.
func (p *Prefs) TextSize() float32 {
	return float32(p.store.FloatWithFallback("textsize", look.NormalText))
}

// SetTextSize remembers the size of text.
func (p *Prefs) SetTextSize(points float32) { p.store.SetFloat("textsize", float64(points)) }

// Language is the language of the window.
func (p *Prefs) Language() say.Language {
	return say.Language(p.store.StringWithFallback("language", string(say.System)))
}

// SetLanguage remembers the language.
func (p *Prefs) SetLanguage(l say.Language) { p.store.SetString("language", string(l)) }

// Size is the size of the window, at first one that fits a laptop.
func (p *Prefs) Size() fyne.Size {
	return fyne.NewSize(float32(p.store.FloatWithFallback("width", 1280)), float32(p.store.FloatWithFallback("height", 800)))
}

// SetSize remembers the size of the window.
func (p *Prefs) SetSize(s fyne.Size) {
	p.store.SetFloat("width", float64(s.Width))
	p.store.SetFloat("height", float64(s.Height))
}

// Page is the screen that was in sight last, "" at first.
func (p *Prefs) Page() string { return p.store.String("page") }

// SetPage remembers the screen in sight.
func (p *Prefs) SetPage(name string) { p.store.SetString("page", name) }

// Toured reports whether the tour was shown, SetToured that it was.
func (p *Prefs) Toured() bool { return p.store.Bool("toured") }

// SetToured remembers that the tour was shown.
func (p *Prefs) SetToured() { p.store.SetBool("toured", true) }

// mostRecent is how many dossiers are remembered.
const mostRecent = 12

// Recent lists the dossiers opened last, the newest first; those that are no more are left out.
func (p *Prefs) Recent() []string {
	return slices.DeleteFunc(p.store.StringList("recent"), func(path string) bool {
		_, err := os.Stat(path)
		return err != nil
	})
}

// SetRecent puts a dossier at the head of the list.
func (p *Prefs) SetRecent(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	list := slices.DeleteFunc(p.store.StringList("recent"), func(s string) bool { return s == path })
	list = append([]string{path}, list...)
	p.store.SetStringList("recent", list[:min(len(list), mostRecent)])
}

// Use is what a folder is used for.
type Use string

// The uses: files that are read, and files that are written.
const (
	Reading Use = "folder"
	Writing Use = "folder.written"
)

// Folder is where a file was chosen last for a use, at first the home of the person. What is written goes elsewhere than
// what is read: a workbook among the articles would be read with them the next time.
func (p *Prefs) Folder(u Use) string {
	if dir := p.store.String(string(u)); dir != "" {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

// SetFolder remembers where a file was chosen.
func (p *Prefs) SetFolder(u Use, dir string) { p.store.SetString(string(u), dir) }

// Format is the ending of the file that was exported last, "" at first.
func (p *Prefs) Format() string { return p.store.String("export.format") }

// SetFormat remembers in which format was exported.
func (p *Prefs) SetFormat(ending string) { p.store.SetString("export.format", ending) }

// House is how a name is spelled in house, whatever the articles print.
type House struct{ Printed, Own string }

// HouseText is the table of house spellings as it is edited, one "printed = own" a line.
func (p *Prefs) HouseText() string { return p.store.String("house") }

// SetHouseText remembers the table; one that cannot be read is refused.
func (p *Prefs) SetHouseText(text string) error {
	_, err := ParseHouse(text)
	if err == nil {
		p.store.SetString("house", text)
	}
	return err
}

// ParseHouse reads a table of house spellings. Empty lines and those that begin with # say nothing.
func ParseHouse(text string) ([]House, error) {
	var out []House
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		printed, own, found := strings.Cut(line, "=")
		h := House{Printed: strings.TrimSpace(printed), Own: strings.TrimSpace(own)}
		if !found || h.Printed == "" || h.Own == "" {
			return nil, errors.New(say.T("line %d: write it as: name as printed = name in house", i+1))
		}
		out = append(out, h)
	}
	return out, nil
}
