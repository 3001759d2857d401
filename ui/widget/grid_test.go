package widget

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"quotidian/ui/look"
)

// TestColumnsStayInside: columns share what is left over, and give way together where there is too little.
func TestColumnsStayInside(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	g := NewGrid([]Column{{Width: 200, Grow: 2}, {Width: 100, Grow: 1}, {Width: 50}})
	for _, width := range []float32{900, 380, 200, 30} {
		x, w := g.places(width)
		for i := range x {
			if w[i] < 0 || i > 0 && x[i] < x[i-1]+w[i-1] {
				t.Errorf("at %.0f: column %d at %.1f, %.1f wide", width, i, x[i], w[i])
			}
		}
		if end := x[2] + w[2]; end > max(width, 45) {
			t.Errorf("at %.0f the columns end at %.1f", width, end)
		}
		if width == 900 && (w[2] != 50 || w[0]-200 <= 1.9*(w[1]-100)) {
			t.Errorf("what is left over is shared as %v", w)
		}
	}
}

// TestColumnsGiveWay: where there is too little room, spare columns go first, and a date is never cut.
func TestColumnsGiveWay(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	g := NewGrid([]Column{{Width: 200, Grow: 2}, {Width: 100, Spare: true}, {Width: 80, Whole: true}})
	for _, c := range []struct {
		width             float32
		words, spare, day bool
	}{{600, true, true, true}, {360, true, false, true}, {200, true, false, true}, {20, false, false, false}} {
		x, w := g.places(c.width)
		if (w[0] > 0) != c.words || (w[1] > 0) != c.spare || (w[2] >= 80) != c.day {
			t.Errorf("at %.0f columns of %v", c.width, w)
		}
		if end := x[2] + w[2]; w[2] > 0 && end > c.width {
			t.Errorf("at %.0f the columns end at %.1f", c.width, end)
		}
	}
}
