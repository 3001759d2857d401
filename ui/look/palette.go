package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The names of the colours that Fyne's own theme lacks. Each pair of a ground and the ink written on it is
// listed in [Pairs] and tested for contrast.
const (
	Surface  fyne.ThemeColorName = "quotidianSurface"  // ground of cards and inspectors
	Muted    fyne.ThemeColorName = "quotidianMuted"    // ink of what stands beside the matter itself
	Inserted fyne.ThemeColorName = "quotidianInserted" // ground of words that a wording added
	Deleted  fyne.ThemeColorName = "quotidianDeleted"  // ground of words that a wording left out
	OnInsert fyne.ThemeColorName = "quotidianOnInsert"
	OnDelete fyne.ThemeColorName = "quotidianOnDelete"
	Marked   fyne.ThemeColorName = "quotidianMarked" // ground of the cue and the source of the selected quote
)

// Badge grounds and their inks, by how much a change matters.
const (
	Grave     fyne.ThemeColorName = "quotidianGrave"
	OnGrave   fyne.ThemeColorName = "quotidianOnGrave"
	Notable   fyne.ThemeColorName = "quotidianNotable"
	OnNotable fyne.ThemeColorName = "quotidianOnNotable"
	Slight    fyne.ThemeColorName = "quotidianSlight"
	OnSlight  fyne.ThemeColorName = "quotidianOnSlight"
	Settled   fyne.ThemeColorName = "quotidianSettled"
	OnSettled fyne.ThemeColorName = "quotidianOnSettled"
)

// Pair is an ink and the ground it is written on, which may have a veil over it.
type Pair struct{ Ink, Ground, Veil fyne.ThemeColorName }

// Pairs lists every combination that the screens use; a test holds each to WCAG's 4.5:1 in both variants.
func Pairs() []Pair {
	out := []Pair{
		{Ink: OnInsert, Ground: Inserted},
		{Ink: OnDelete, Ground: Deleted},
		{Ink: OnGrave, Ground: Grave},
		{Ink: OnNotable, Ground: Notable},
		{Ink: OnSlight, Ground: Slight},
		{Ink: OnSettled, Ground: Settled},
		{Ink: theme.ColorNameForeground, Ground: Marked},
		{Ink: theme.ColorNamePlaceHolder, Ground: theme.ColorNameInputBackground},
		{Ink: theme.ColorNameForeground, Ground: Surface, Veil: theme.ColorNameFocus}, // selected words
	}
	for _, veil := range []fyne.ThemeColorName{"", theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameFocus} {
		out = append(out, Pair{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, veil},
			Pair{theme.ColorNameForeground, theme.ColorNameButton, veil})
	}
	for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, Surface, theme.ColorNameSelection} {
		for _, ink := range []fyne.ThemeColorName{theme.ColorNameForeground, Muted, theme.ColorNamePrimary, theme.ColorNameError} {
			out = append(out, Pair{Ink: ink, Ground: ground}, Pair{Ink: ink, Ground: ground, Veil: theme.ColorNameHover})
		}
	}
	for i := range speakerTints {
		out = append(out, Pair{Ink: theme.ColorNameForeground, Ground: speakerName(i)}, Pair{Ink: Muted, Ground: speakerName(i)})
	}
	return out
}

// tone is one colour in the light and in the dark variant, as 0xRRGGBB.
type tone struct{ light, dark uint32 }

var tones = map[fyne.ThemeColorName]tone{
	theme.ColorNameBackground:          {0xffffff, 0x15181c},
	theme.ColorNameForeground:          {0x1a1e23, 0xe6e9ed},
	theme.ColorNamePrimary:             {0x0a539c, 0x7ab8f7},
	theme.ColorNameForegroundOnPrimary: {0xffffff, 0x0b1a29},
	theme.ColorNameHyperlink:           {0x0a539c, 0x7ab8f7},
	theme.ColorNameSelection:           {0xd6e7f8, 0x1d3852},
	theme.ColorNameSeparator:           {0xe2e6eb, 0x2b3138},
	theme.ColorNameInputBackground:     {0xffffff, 0x1b1f24},
	theme.ColorNameInputBorder:         {0x87909b, 0x6e7986},
	theme.ColorNameButton:              {0xe8ebef, 0x2a3038},
	theme.ColorNameDisabledButton:      {0xf0f2f4, 0x20252b},
	theme.ColorNameDisabled:            {0x8c959f, 0x6e7883},
	theme.ColorNamePlaceHolder:         {0x5f6873, 0x98a2ad},
	theme.ColorNameMenuBackground:      {0xffffff, 0x1f242a},
	theme.ColorNameOverlayBackground:   {0xffffff, 0x1b1f24},
	theme.ColorNameHeaderBackground:    {0xf3f5f7, 0x1b1f24},
	theme.ColorNameScrollBar:           {0x9aa3ad, 0x5b6570},
	theme.ColorNameScrollBarBackground: {0xf3f5f7, 0x1b1f24},
	theme.ColorNameError:               {0xa11212, 0xffaaa5},
	theme.ColorNameForegroundOnError:   {0xffffff, 0x2a0c0c},
	theme.ColorNameSuccess:             {0x17602f, 0x9fe0b3},
	theme.ColorNameWarning:             {0x7a4b00, 0xf6cf86},

	Surface:   {0xf8f9fb, 0x1a1e22},
	Muted:     {0x545d67, 0xa9b2bc},
	Inserted:  {0xd5f0dc, 0x143d22},
	OnInsert:  {0x0b4a20, 0xb2ecc4},
	Deleted:   {0xfbdcdc, 0x4a1d1f},
	OnDelete:  {0x8a1010, 0xffbdb9},
	Marked:    {0xffe9a8, 0x544410},
	Grave:     {0xfce1e1, 0x4f1e20},
	OnGrave:   {0x9a1010, 0xffb9b5},
	Notable:   {0xfdeecf, 0x46340f},
	OnNotable: {0x704400, 0xf6d18c},
	Slight:    {0xe9edf1, 0x2b323a},
	OnSlight:  {0x48525c, 0xbcc6d0},
	Settled:   {0xdcf2e2, 0x153d24},
	OnSettled: {0x135a2b, 0xa6e4b9},
}

// veil is a colour that Fyne lays over another one, as 0xRRGGBBAA: over a button, whichever ground it has, when the
// pointer or the focus is on it. An opaque one would leave the ink of the covered ground on a ground that it was not
// meant for.
type veil struct{ light, dark uint32 }

var veils = map[fyne.ThemeColorName]veil{
	theme.ColorNameHover:   {0x0a4a8c12, 0xbfd8ff10},
	theme.ColorNamePressed: {0x0a2a4c26, 0xbfd8ff24},
	theme.ColorNameFocus:   {0x0a6fd859, 0x4aa6ff80},
}

// rgba turns 0xRRGGBBAA into a colour.
func rgba(v uint32) color.NRGBA {
	c := rgb(v >> 8)
	c.A = uint8(v)
	return c
}

// rgb turns 0xRRGGBB into an opaque colour.
func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}
