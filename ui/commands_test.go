package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/command"
	"quotidian/ui/look"
	"quotidian/ui/widget"
)

// TestEveryCommandRuns runs each command on a screen with something to act upon, as its key, the menu and the palette
// do. Those that ask open a question, which Escape or Cancel takes away; none leaves the window without a way on.
func TestEveryCommandRuns(t *testing.T) {
	asks := map[string]bool{
		"file.new": true, "file.open": true, "file.recent": true, "file.import": true, "file.importfolder": true, "file.paste": true,
		"file.draft": true, "file.export": true, "file.merge": true, "edit.keep": true, "edit.kept": true, "view.palette": true,
		"help.keys": true, "help.about": true, "help.changes": true, "edit.mark": true, "file.dismiss": true, "file.careful": true,
	}
	for _, c := range newDesk(t, flood(), look.Light).Commands {
		if c.ID == "file.quit" || c.ID == "file.close" {
			continue
		}
		t.Run(c.ID, func(t *testing.T) {
			k := newDesk(t, flood(), look.Light)
			k.config.Sample = func() error { return nil }
			k.app.Clipboard().SetContent(draftText)
			if c.ID == "edit.mark" {
				k.OpenArticle("a0", "q0")
				k.Reader.Text.Choose(k.Reader.Model.Selected().Content[0])
			} else {
				k.Statements.Search("dam")
			}
			command.Find(k.Commands, c.ID).Run()
			k.until("it is done", func() bool { return k.job == nil && !k.deciding })
			if got := k.Fyne.Canvas().Overlays().Top() != nil; got != asks[c.ID] {
				t.Errorf("a question is open: %v (toast %q)", got, k.toast.Text())
			}
		})
	}
}

// TestEveryButtonIsNamed and hands on the keys that it has no use for: a button that shows a picture alone says nothing to who cannot see it, and little to others.
func TestEveryButtonIsNamed(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	seen := 0
	check := func(where string) {
		t.Helper()
		for _, o := range test.LaidOutObjects(k.Fyne.Content()) {
			switch b := o.(type) {
			case *fynewidget.Button:
				t.Errorf("%s: %s keeps the keys that it has no use for", where, b.Text)
			case *widget.Button:
				seen++
				if b.Text == "" && b.Icon != nil {
					t.Errorf("%s: %s alone on a button", where, b.Icon.Name())
				}
			case fyne.Accessible:
				if b.AccessibilityLabel() == "" && b.AccessibilityRole() == fyne.AccessibleRoleButton && o.Visible() {
					t.Errorf("%s: %T says nothing", where, o)
				}
			}
		}
	}
	for _, page := range Pages {
		k.Do("view." + page)
		check(page)
	}
	k.OpenStatement("s-dam")
	check("statement")
	k.OpenArticle("a0", "q0")
	check("reader")
	if seen < 30 {
		t.Errorf("only %d buttons were seen", seen)
	}
}

// TestPaletteFindsKeysOfScreens: what has a key on one screen only is found by what it does, before speakers whose names share
// letters with it; chosen elsewhere it leads to its screen.
func TestPaletteFindsKeysOfScreens(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	p := k.Palette()
	p.Entry.SetText("rename")
	if got := p.Shown(); len(got) == 0 || got[0] != "Speakers: rename" {
		t.Fatalf("%v", got)
	}
	p.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if k.Current() != "Speakers" || !strings.HasSuffix(k.Said(), "press r") {
		t.Errorf("on %s, said %q", k.Current(), k.Said())
	}
}
