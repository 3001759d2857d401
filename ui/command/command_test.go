package command

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
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
	if undo := m.Items[1].Items[0].Shortcut; undo == nil || undo.ShortcutName() != (&fyne.ShortcutUndo{}).ShortcutName() {
		t.Error("Ctrl+Z would never reach the menu")
	}
	if !m.Items[0].Items[1].IsQuit {
		t.Error("Fyne would add a second Quit")
	}
}

// TestMenusWriteTheKeys: Fyne would write the keys in a colour that nobody can read; they stand behind the titles, one below the other.
func TestMenusWriteTheKeys(t *testing.T) {
	test.NewTempApp(t)
	cmds := append(list(), &Command{ID: "file.again", Menu: "File", Title: "Open a dossier again…", Key: fyne.KeyO, Mod: fyne.KeyModifierControl | fyne.KeyModifierShift})
	m := Menus(cmds)
	var at []float32
	for _, id := range []string{"file.import", "file.again"} {
		c := Find(cmds, id)
		item := Item(m, c)
		if item == nil || !strings.HasSuffix(item.Label, "  "+c.Keys()) {
			t.Fatalf("%s: %+v", id, item)
		}
		if _, written := item.Shortcut.(fyne.KeyboardShortcut); written || item.Shortcut == nil {
			t.Errorf("%s: Fyne writes the keys too, or does not act on them", id)
		}
		at = append(at, fyne.MeasureText(strings.TrimSuffix(item.Label, c.Keys()), theme.TextSize(), fyne.TextStyle{}).Width)
	}
	if d := at[0] - at[1]; d > 3 || d < -3 {
		t.Errorf("the keys begin at %v", at)
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
