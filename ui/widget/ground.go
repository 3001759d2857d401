package widget

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ground is a box of one colour without an edge, its corners round or not; a disc where the radius is half its size.
//
// It is a picture of its own and no canvas.Rectangle or canvas.Circle, whose shaders work out corners, strokes and
// shadows for every pixel, also where there are none. A painter without a graphics card pays for that: a plain box
// costs it twice, a small round one several times what a picture does. Where many are in sight, or large ones, and
// scrolling is to stay smooth, they are grounds.
type ground struct {
	// picture is what goes into the window.
	picture *canvas.Raster
	fill    color.Color
	radius  float32 // of the corners, in points
}

func newGround(fill fyne.ThemeColorName, radius float32) *ground {
	g := &ground{fill: ink(fill), radius: radius}
	g.picture = canvas.NewRaster(g.draw)
	g.picture.ScaleMode = canvas.ImageScalePixels
	return g
}

// paint gives the ground a colour.
func (g *ground) paint(fill fyne.ThemeColorName) {
	if c := ink(fill); c != g.fill {
		g.fill = c
		g.picture.Refresh()
	}
}

// draw gives the picture for a ground of so many pixels; one pixel is enough where all are alike.
func (g *ground) draw(width, height int) image.Image {
	if g.radius == 0 || width <= 0 || height <= 0 {
		return filled(image.Rect(0, 0, 1, 1), g.fill)
	}
	box := filled(image.Rect(0, 0, width, height), g.fill)
	scale := float32(width) / g.picture.Size().Width
	round(box, min(float64(g.radius*scale), float64(width)/2, float64(height)/2))
	return box
}

func filled(bounds image.Rectangle, fill color.Color) *image.RGBA {
	box := image.NewRGBA(bounds)
	c := color.RGBAModel.Convert(fill).(color.RGBA)
	for i := 0; i < len(box.Pix); i += 4 {
		box.Pix[i], box.Pix[i+1], box.Pix[i+2], box.Pix[i+3] = c.R, c.G, c.B, c.A
	}
	return box
}

// round takes the corners of a box away; a pixel on the edge keeps the share of it that lies inside.
func round(box *image.RGBA, radius float64) {
	w, h := box.Rect.Dx(), box.Rect.Dy()
	n := int(math.Ceil(radius))
	for y := range n {
		for x := range n {
			far := math.Hypot(radius-float64(x)-.5, radius-float64(y)-.5)
			if inside := min(1, max(0, radius-far+.5)); inside < 1 {
				fade(box, x, y, inside)
				fade(box, w-1-x, y, inside)
				fade(box, x, h-1-y, inside)
				fade(box, w-1-x, h-1-y, inside)
			}
		}
	}
}

// fade leaves a pixel a share of its colour. In a box of an odd number of pixels the middle ones belong to two
// corners, and lie wholly inside both.
func fade(box *image.RGBA, x, y int, share float64) {
	i := box.PixOffset(x, y)
	for k := range 4 {
		box.Pix[i+k] = uint8(math.Round(share * float64(box.Pix[i+k])))
	}
}
