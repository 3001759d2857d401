package widget

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/ui/look"
)

// TestGround: a plain one needs a single pixel, a round one is full in the middle, empty in the corners and the same
// from all sides, also where it has an odd number of pixels.
func TestGround(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	plain := newGround(look.Notable, 0)
	if got := plain.draw(300, 200).Bounds(); got != image.Rect(0, 0, 1, 1) {
		t.Errorf("a plain ground is a picture of %v", got)
	}
	for _, size := range []int{8, 9} {
		disc := newGround(look.Notable, 4)
		disc.picture.Resize(fyne.NewSize(8, 8))
		m := disc.draw(size, size)
		want := color.RGBAModel.Convert(ink(look.Notable))
		if got := m.At(size/2, size/2); got != want {
			t.Errorf("%d pixels: %v in the middle, not %v", size, got, want)
		}
		if _, _, _, a := m.At(0, 0).RGBA(); a != 0 {
			t.Errorf("%d pixels: the corner shows", size)
		}
		for y := range size {
			for x := range size {
				if m.At(x, y) != m.At(size-1-x, y) || m.At(x, y) != m.At(y, x) {
					t.Errorf("%d pixels: another colour at %d,%d than opposite", size, x, y)
				}
			}
		}
	}
}

// TestGroundFollowsItsColour: a row that scrolls shows another speaker's colour.
func TestGroundFollowsItsColour(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	g := newGround(look.Notable, 0)
	g.paint(look.Surface)
	want := color.RGBAModel.Convert(ink(look.Surface))
	if got := g.draw(5, 5).At(0, 0); got != want {
		t.Errorf("%v, not %v", got, want)
	}
}
