// Package command is the one list of what a person can do. The menu, the shortcuts, the palette and the help page
// are made from it, so that none of them can promise what another lacks.
package command

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"quotidian/ui/say"
)

// Command is one thing to do.
type Command struct {
	// ID names it for good: "edit.undo".
	ID, Menu, Title string
	// Key and Mod are the shortcut, "" for none. A key without Mod works where no text is being typed.
	Key fyne.KeyName
	Mod fyne.KeyModifier
	Run func()
	// Begins says that a group of its menu begins with it: a line is drawn above.
	Begins bool
}

// Shortcut gives the shortcut as Fyne wants it, nil for none. Undo and redo have types of their own there: a
// custom shortcut of Ctrl+Z would never be told.
func (c *Command) Shortcut() fyne.Shortcut {
	switch {
	case c.Key == "" || c.Mod == 0:
		return nil
	case c.Key == fyne.KeyZ && c.Mod == fyne.KeyModifierShortcutDefault:
		return &fyne.ShortcutUndo{}
	case c.Key == fyne.KeyY && c.Mod == fyne.KeyModifierShortcutDefault:
		return &fyne.ShortcutRedo{}
	default:
		return &desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Mod}
	}
}

// Keys writes the shortcut for people: "Ctrl+Shift+P".
func (c *Command) Keys() string {
	if c.Key == "" {
		return ""
	}
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if c.Mod&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, string(c.Key)), "+")
}

// Menus gives the main menu; a menu's place is that of its first command.
func Menus(cmds []*Command) *fyne.MainMenu {
	var menus []*fyne.Menu
	byName := map[string]*fyne.Menu{}
	for _, c := range cmds {
		m := byName[c.Menu]
		if m == nil {
			m = fyne.NewMenu(say.T(c.Menu))
			byName[c.Menu] = m
			menus = append(menus, m)
		}
		if c.Begins {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
		}
		item := fyne.NewMenuItem(say.T(c.Title), c.Run)
		if sc := c.Shortcut(); sc != nil {
			item.Shortcut = quiet{sc}
		}
		item.IsQuit = c.ID == "file.quit"
		m.Items = append(m.Items, item)
	}
	for _, m := range menus {
		writeKeys(m, cmds)
	}
	return fyne.NewMainMenu(menus...)
}

// quiet is a shortcut that Fyne acts upon and does not write: it would draw it with a fifth of the ink of other text, 1.35:1, which
// no theme can change.
type quiet struct{ fyne.Shortcut }

// wide is what parts a title from its keys at the least. Titles have no two blanks in a row.
const wide = "      "

// writeKeys puts the keys of commands behind their titles, in a column of their own: as many blanks as bring them there.
func writeKeys(m *fyne.Menu, cmds []*Command) {
	width := func(s string) float32 { return fyne.MeasureText(s, theme.TextSize(), fyne.TextStyle{}).Width }
	blank, column := width("- -")-width("--"), float32(0)
	for _, item := range m.Items {
		column = max(column, width(item.Label+wide))
	}
	for _, c := range cmds {
		item := itemOf(m, c)
		if keys := c.Keys(); item != nil && keys != "" {
			blanks := int((column-width(item.Label))/blank + .5)
			item.Label += strings.Repeat(" ", max(blanks, len(wide))) + keys
		}
	}
}

// Item gives the line of a command in a menu made by [Menus], nil for none.
func Item(menu *fyne.MainMenu, c *Command) *fyne.MenuItem {
	for _, m := range menu.Items {
		if item := itemOf(m, c); item != nil {
			return item
		}
	}
	return nil
}

func itemOf(m *fyne.Menu, c *Command) *fyne.MenuItem {
	for _, item := range m.Items {
		if title, _, _ := strings.Cut(item.Label, wide); title == say.T(c.Title) {
			return item
		}
	}
	return nil
}

// Find gives the command with an ID, nil for none.
func Find(cmds []*Command, id string) *Command {
	for _, c := range cmds {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// ByKey gives the command of a key typed without a modifier, nil for none.
func ByKey(cmds []*Command, key fyne.KeyName) *Command {
	for _, c := range cmds {
		if c.Key == key && c.Mod == 0 {
			return c
		}
	}
	return nil
}
