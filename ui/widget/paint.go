package widget

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ink looks a colour up; the empty name is the ordinary foreground.
func ink(name fyne.ThemeColorName) color.Color {
	if name == "" {
		name = theme.ColorNameForeground
	}
	return theme.Color(name)
}

// textSize looks a size up; the empty name is ordinary text.
func textSize(name fyne.ThemeSizeName) float32 {
	if name == "" {
		name = theme.SizeNameText
	}
	return theme.Size(name)
}

// Fit cuts s so that it is no wider than width points, with an ellipsis where something was left out.
func Fit(s string, width, size float32, style fyne.TextStyle) string {
	if width <= 0 {
		return ""
	}
	// No letter of the text fonts is narrower than a fifth of its size, so most of an over-long text can go
	// before anything is measured.
	if most := int(width/size*5) + 1; len(s) > most*4 {
		s = OneLine(s, most)
	}
	if fyne.MeasureText(s, size, style).Width <= width {
		return s
	}
	runes := []rune(s)
	n := sort.Search(len(runes), func(n int) bool {
		return fyne.MeasureText(string(runes[:n+1])+"…", size, style).Width > width
	})
	return string(runes[:n]) + "…"
}

// rectangle makes a filled box with round corners.
func rectangle(fill fyne.ThemeColorName, radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(ink(fill))
	r.CornerRadius = radius
	return r
}

// place moves and resizes an object.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
