package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"quotidian/ui/look"
	"quotidian/ui/widget"
)

// TestTabInAListOfTicks: Tab leads from the list to the name, on to the buttons and by way of the search back, the other way with
// Shift; no text that only explains has the keys, where nobody would see them.
func TestTabInAListOfTicks(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Dark)
	k.Show(k.Speakers)
	k.Rune('d')
	c := k.Fyne.Canvas()
	what := func(f fyne.Focusable) string {
		switch f := f.(type) {
		case *line:
			return f.PlaceHolder[:4]
		case *widget.Button:
			return f.Text
		}
		return fmt.Sprintf("%T", f)
	}
	list := c.Focused()
	want := []string{"Show", "Cancel", "Split off", "Sear", what(list)}
	var on, back []string
	for i := range want {
		c.FocusNext()
		on = append(on, what(c.Focused()))
		k.shoot(fmt.Sprintf("speaker-split-tab-%d-dark", i))
	}
	if !slices.Equal(on, want) || c.Focused() != list {
		t.Errorf("Tab leads to %v, not %v", on, want)
	}
	for range want {
		c.FocusPrevious()
		back = append(back, what(c.Focused()))
	}
	slices.Reverse(back)
	if !slices.Equal(back[1:], want[:4]) {
		t.Errorf("Shift and Tab lead back by %v", back)
	}
}
