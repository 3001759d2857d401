package widget

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestManyValuesAreSearched: a group of many values has a line that narrows them while one types; what is ticked stays in sight, and
// Return ticks the first that is found and takes nothing back.
func TestManyValuesAreSearched(t *testing.T) {
	test.NewTempApp(t)
	f := NewFacets()
	f.Match = func(query string) func(string) bool {
		return func(label string) bool { return strings.HasPrefix(label, query) }
	}
	many, few := FacetGroup{Name: "SPEAKER"}, FacetGroup{Name: "OUTLET", Facets: []Facet{{Value: "o", Label: "o"}}}
	for i := range 5000 {
		many.Facets = append(many.Facets, Facet{Value: fmt.Sprint(i), Label: fmt.Sprint(i)})
	}
	many.Facets[0].On = true
	var ticked []string
	f.OnToggle = func(_, value string) {
		ticked = append(ticked, value)
		f.Set([]FacetGroup{many, few})
	}
	f.Set([]FacetGroup{many, few})
	w := test.NewTempWindow(t, f)
	if f.lines["OUTLET"] != nil || f.lines["SPEAKER"] == nil {
		t.Fatalf("lines %v", f.lines)
	}
	line := f.lines["SPEAKER"]
	w.Canvas().Focus(line)
	press := func(name fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	for _, r := range "4999" {
		w.Canvas().Focused().TypedRune(r)
	}
	shown := func() string {
		s := ""
		for _, r := range f.order {
			s += r.facet.Label + " "
		}
		return strings.TrimSpace(s)
	}
	if got := shown(); got != "0 4999 o" || w.Canvas().Focused() != fyne.Focusable(line) {
		t.Errorf("shown %q, focus on %T", got, w.Canvas().Focused())
	}
	press(fyne.KeyDown)
	if r, _ := w.Canvas().Focused().(*facetRow); r == nil || r.facet.Value != "0" {
		t.Errorf("down leads to %T", w.Canvas().Focused())
	}
	w.Canvas().Focus(line)
	press(fyne.KeyReturn)
	if len(ticked) != 1 || ticked[0] != "4999" || line.Text != "" {
		t.Errorf("ticked %v, the line is %q", ticked, line.Text)
	}
	line.SetText("4998")
	many.Facets[4998].On = true // as a click ticks it
	f.Set([]FacetGroup{many, few})
	if press(fyne.KeyReturn); len(ticked) != 1 || line.Text != "" {
		t.Errorf("Return took back what was ticked: %v, the line is %q", ticked, line.Text)
	}
	many.Facets[4998].On = false
	f.Set([]FacetGroup{many, few})
	line.SetText("none")
	if got := shown(); got != "0 o" {
		t.Errorf("nothing is found, and shown %q", got)
	}
	press(fyne.KeyReturn)
	if press(fyne.KeyEscape); len(ticked) != 1 || line.Text != "" || len(f.order) < facetsShown {
		t.Errorf("ticked %v, the line is %q, %d rows", ticked, line.Text, len(f.order))
	}
}
