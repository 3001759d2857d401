// Package icon holds the program's icon and draws it.
//
// The picture is drawn by [Draw] with nothing but the standard library, so that it can be changed by whoever can
// read it: a quotation mark over three wordings of one line, of which one was changed. The committed icon.png is
// Draw(Size); a test holds them together, and its -update flag writes it anew.
package icon

import (
	_ "embed" // for the picture
	"image"
	"image/color"
	"math"
)

// PNG is the icon as a file, Size points wide and high.
//
//go:embed icon.png
var PNG []byte

// Size is that of the committed picture, in pixels: the largest that any desktop asks for.
const Size = 512

var (
	ground  = color.NRGBA{0x0a, 0x53, 0x9c, 0xff}
	paper   = color.NRGBA{0xff, 0xff, 0xff, 0xff}
	faint   = color.NRGBA{0x9c, 0xc4, 0xec, 0xff}
	changed = color.NRGBA{0xff, 0xc8, 0x5a, 0xff}
)

// shape is a filled area of the unit square.
type shape struct {
	fill color.NRGBA
	in   func(x, y float64) bool
}

// shapes from the bottom up.
var shapes = []shape{
	{ground, bar(0.03, 0.03, 0.97, 0.97, 0.2)},
	{paper, mark(0.355, 0.40)},
	{paper, mark(0.645, 0.40)},
	{faint, bar(0.2, 0.62, 0.8, 0.67, 0.025)},
	{faint, bar(0.2, 0.715, 0.46, 0.765, 0.025)},
	{changed, bar(0.49, 0.715, 0.8, 0.765, 0.025)},
	{faint, bar(0.2, 0.81, 0.66, 0.86, 0.025)},
}

// bar is a rectangle with round corners of radius r.
func bar(x0, y0, x1, y1, r float64) func(x, y float64) bool {
	return func(x, y float64) bool {
		dx := math.Max(0, math.Max(x0+r-x, x-(x1-r)))
		dy := math.Max(0, math.Max(y0+r-y, y-(y1-r)))
		return dx*dx+dy*dy <= r*r && x >= x0 && x <= x1 && y >= y0 && y <= y1
	}
}

// mark is half of an opening quotation mark: a disc with a tail that rises to the right. The tail lies between
// two circles that touch the disc at its left.
func mark(cx, cy float64) func(x, y float64) bool {
	const r = 0.105
	return func(x, y float64) bool {
		if math.Hypot(x-cx, y-cy) <= r {
			return true
		}
		outer := math.Hypot(x-(cx+1.1*r), y-(cy-0.1*r)) <= 2.1*r
		inner := math.Hypot(x-(cx+1.55*r), y-(cy+0.1*r)) <= 1.95*r
		return outer && !inner && y <= cy && x <= cx+0.75*r
	}
}

// samples per pixel and direction smooth the edges.
const samples = 4

// Draw draws the icon, size pixels wide and high.
func Draw(size int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			img.SetNRGBA(x, y, pixel(x, y, float64(size)))
		}
	}
	return img
}

// pixel averages the samples of one pixel, each weighted by how much it covers.
func pixel(px, py int, size float64) color.NRGBA {
	var r, g, b, a float64
	for sy := range samples {
		for sx := range samples {
			c := at((float64(px)+(float64(sx)+0.5)/samples)/size, (float64(py)+(float64(sy)+0.5)/samples)/size)
			w := float64(c.A)
			r, g, b, a = r+float64(c.R)*w, g+float64(c.G)*w, b+float64(c.B)*w, a+w
		}
	}
	if a == 0 {
		return color.NRGBA{}
	}
	return color.NRGBA{uint8(r/a + 0.5), uint8(g/a + 0.5), uint8(b/a + 0.5), uint8(a/(samples*samples) + 0.5)}
}

// at gives the colour of a point of the unit square.
func at(x, y float64) color.NRGBA {
	for i := len(shapes) - 1; i >= 0; i-- {
		if shapes[i].in(x, y) {
			return shapes[i].fill
		}
	}
	return color.NRGBA{}
}
