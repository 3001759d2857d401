// Package look is what the window looks like: colours by name, sizes, fonts.
//
// It takes a mode (light, dark, or as the system says) and gives a fyne.Theme. The spacing is dense, because
// people asked every program of this kind for more on one screen. Colours never carry a meaning alone: a
// change is also named, struck or underlined.
//
// A theme must be set before the first widget is built: widgets made earlier keep colours of the other
// variant (fyne issue 6056).
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says which variant to show.
type Mode string

// The modes. System follows the desktop's setting.
const (
	System Mode = "system"
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// Modes lists them in the order in which the theme button walks through them.
var Modes = []Mode{System, Light, Dark}

// Theme is Quotidian's theme. It is immutable.
type Theme struct {
	base  fyne.Theme
	mode  Mode
	fonts fonts
	scale float32
}

// NormalText is the size of ordinary text in points unless a person chose another of TextSizes.
const NormalText = 13

// TextSizes are the sizes of ordinary text that can be chosen; all other text grows with it.
var TextSizes = []float32{12, NormalText, 15, 17, 20}

// New gives the theme of a mode; an unknown mode is System.
func New(mode Mode) *Theme {
	return &Theme{base: theme.DefaultTheme(), mode: mode, fonts: systemFonts(), scale: 1}
}

// Sized gives the theme with ordinary text of a size in points.
func (t *Theme) Sized(points float32) *Theme {
	out := *t
	out.scale = min(max(points, TextSizes[0]), TextSizes[len(TextSizes)-1]) / NormalText
	return &out
}

// growing are the sizes that follow the text.
var growing = map[fyne.ThemeSizeName]bool{
	theme.SizeNameText: true, theme.SizeNameCaptionText: true, theme.SizeNameHeadingText: true,
	theme.SizeNameSubHeadingText: true, theme.SizeNameInlineIcon: true,
}

// Mode is the mode the theme was made for.
func (t *Theme) Mode() Mode { return t.mode }

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	dark := t.variant(variant) == theme.VariantDark
	c, isTone := tones[name]
	v, isVeil := veils[name]
	switch {
	case isTone && dark:
		return rgb(c.dark)
	case isTone:
		return rgb(c.light)
	case isVeil && dark:
		return rgba(v.dark)
	case isVeil:
		return rgba(v.light)
	default:
		return t.base.Color(name, t.variant(variant))
	}
}

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	default:
		return system
	}
}

// sizes are Fyne's, made dense: 13-point text and a list row of 28 points hold some 24 statements on a screen
// of 800 points. The blur behind dialogs is off because it costs a slow machine whole frames.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               NormalText,
	theme.SizeNameCaptionText:        11,
	theme.SizeNameHeadingText:        20,
	theme.SizeNameSubHeadingText:     15,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       6,
	theme.SizeNameInlineIcon:         17,
	theme.SizeNameLineSpacing:        3,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        4,
	theme.SizeNameSelectionRadius:    3,
	theme.SizeNameModalBlurRadius:    0,
	theme.SizeNameSeparatorThickness: 1,
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		if growing[name] {
			s *= t.scale
		}
		return s
	}
	return t.base.Size(name)
}

// Font implements fyne.Theme.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if f := t.fonts.of(style); f != nil {
		return f
	}
	return t.base.Font(style)
}

// Icon implements fyne.Theme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Worn is what a theme gives to all text. Fyne tells a change of the theme only to what is in sight, so whatever keeps what
// it has drawn notes what it wore then.
type Worn struct {
	ink  color.Color
	text float32
}

// Wearing is what the theme that holds now gives.
func Wearing() Worn { return Worn{ink: theme.Color(theme.ColorNameForeground), text: theme.TextSize()} }
