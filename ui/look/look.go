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
}

// New gives the theme of a mode; an unknown mode is System.
func New(mode Mode) *Theme {
	return &Theme{base: theme.DefaultTheme(), mode: mode, fonts: systemFonts()}
}

// Mode is the mode the theme was made for.
func (t *Theme) Mode() Mode { return t.mode }

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	variant = t.variant(variant)
	c, ok := tones[name]
	switch {
	case !ok:
		return t.base.Color(name, variant)
	case variant == theme.VariantDark:
		return rgb(c.dark)
	default:
		return rgb(c.light)
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
	theme.SizeNameText:               13,
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
