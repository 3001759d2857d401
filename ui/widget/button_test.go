package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"
)

// TestKeysOfButtons: Return and the space bar press a button and tick a box, once; all else goes to the window.
func TestKeysOfButtons(t *testing.T) {
	test.NewTempApp(t)
	pressed, ticked := 0, 0
	button := NewButton("Confirm", nil, func() { pressed++ })
	box := NewCheck("Faults only", func(bool) { ticked++ })
	w := test.NewTempWindow(t, Stack(0, button, box))
	var keys []fyne.KeyName
	letters := ""
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { keys = append(keys, k.Name) })
	w.Canvas().SetOnTypedRune(func(r rune) { letters += string(r) })
	for _, f := range []fyne.Focusable{button, box} {
		keys, letters = nil, ""
		for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyEscape, fyne.KeyF1, fyne.KeyDown} {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
		for _, r := range " j" { // the space bar gives a letter too
			f.TypedRune(r)
		}
		if len(keys) != 3 || letters != "j" {
			t.Errorf("%T hands on %q and the letters %q", f, keys, letters)
		}
	}
	if pressed != 2 || ticked != 2 {
		t.Errorf("pressed %d times, ticked %d times", pressed, ticked)
	}
}

// TestFocusHasARing: a button with the focus is told by its edge, in the ink of text, whatever its ground.
func TestFocusHasARing(t *testing.T) {
	test.NewTempApp(t)
	b := NewButton("Save", nil, func() {})
	b.Importance = fynewidget.HighImportance
	w := test.NewTempWindow(t, Stack(0, b, NewButton("Cancel", nil, nil)))
	if b.ring.Visible() {
		t.Error("a ring without the focus")
	}
	w.Canvas().Focus(b)
	if !b.ring.Visible() || b.ring.StrokeColor != ink("") || b.ring.Size().Width <= b.Size().Width {
		t.Errorf("the ring is %v around %v", b.ring.Size(), b.Size())
	}
	w.Canvas().FocusNext()
	if b.ring.Visible() {
		t.Error("the ring stays")
	}
}

// TestFocusStaysWithAValue that is ticked without a mouse, and goes on to the first of those that were hidden.
func TestFocusStaysWithAValue(t *testing.T) {
	test.NewTempApp(t)
	f := NewFacets()
	group := FacetGroup{Name: "OUTLET"}
	for _, v := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"} {
		group.Facets = append(group.Facets, Facet{Value: v, Label: v, Count: 1})
	}
	f.OnToggle = func(_, value string) {
		for i := range group.Facets {
			if group.Facets[i].Value == value {
				group.Facets[i].On = !group.Facets[i].On
			}
		}
		f.Set([]FacetGroup{group})
	}
	f.Set([]FacetGroup{group})
	w := test.NewTempWindow(t, f)
	focused := func() Facet {
		r, _ := w.Canvas().Focused().(*facetRow)
		if r == nil {
			t.Fatalf("the focus is on %T", w.Canvas().Focused())
		}
		return r.facet
	}
	w.Canvas().Focus(f.rows[[2]string{"OUTLET", "b"}])
	w.Canvas().Focused().TypedRune(' ')
	if got := focused(); got.Value != "b" || !got.On {
		t.Errorf("the focus went to %+v", got)
	}
	w.Canvas().Focus(f.rows[[2]string{"OUTLET", "h"}]) // says that there are more
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := focused(); got.Value != "h" {
		t.Errorf("the focus went to %+v", got)
	}
}
