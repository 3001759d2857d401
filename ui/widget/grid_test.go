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
