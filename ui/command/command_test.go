package command

import (
	"testing"

	"fyne.io/fyne/v2"
)

func list() []*Command {
	return []*Command{
		{ID: "file.import", Menu: "File", Title: "Import…", Key: fyne.KeyO, Mod: fyne.KeyModifierControl},
		{ID: "edit.undo", Menu: "Edit", Title: "Undo", Key: fyne.KeyZ, Mod: fyne.KeyModifierShortcutDefault},
		{ID: "file.quit", Menu: "File", Title: "Quit"},
		{ID: "help.keys", Menu: "Help", Title: "Shortcuts", Key: fyne.KeyF1},
	}
}

func TestMenus(t *testing.T) {
	m := Menus(list())
	if len(m.Items) != 3 || m.Items[0].Label != "File" || len(m.Items[0].Items) != 2 {
		t.Fatalf("menus: %+v", m.Items)
	}
	if _, ok := m.Items[1].Items[0].Shortcut.(*fyne.ShortcutUndo); !ok {
		t.Error("Ctrl+Z would never reach the menu")
	}
	if !m.Items[0].Items[1].IsQuit {
		t.Error("Fyne would add a second Quit")
	}
}

func TestKeys(t *testing.T) {
	c := Command{Key: fyne.KeyP, Mod: fyne.KeyModifierControl | fyne.KeyModifierShift}
	if got := c.Keys(); got != "Ctrl+Shift+P" {
		t.Errorf("keys %q", got)
	}
	if c := ByKey(list(), fyne.KeyF1); c == nil || c.ID != "help.keys" {
		t.Error("F1 was not found")
	}
	if ByKey(list(), fyne.KeyO) != nil {
		t.Error("a shortcut answered without its modifier")
	}
	if Find(list(), "edit.undo") == nil || Find(list(), "none") != nil {
		t.Error("Find")
	}
}
