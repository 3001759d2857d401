package look

import (
	"hash/fnv"
	"strconv"

	"fyne.io/fyne/v2"
)

// speakerTints are the grounds of a speaker's quotes: hues apart from each other for most eyes, and light (or
// dark) enough that article text stays readable on every one of them.
var speakerTints = [...]tone{
	{0xffe3c2, 0x4b3213},
	{0xcfe8ff, 0x16395a},
	{0xd9f0cf, 0x22421a},
	{0xf1dcf7, 0x432650},
	{0xffd9dc, 0x50242b},
	{0xcdf0ef, 0x14423f},
	{0xf3f0b8, 0x43400f},
	{0xdfdffb, 0x2f2f5c},
	{0xf2dccb, 0x46301f},
	{0xdbe6ea, 0x2a3b44},
	{0xfbd8ec, 0x4d2340},
	{0xe2ecc4, 0x36421a},
}

// speakerInks are the same hues strong enough for a dot or a bar on the page's ground.
var speakerInks = [...]tone{
	{0xc46a00, 0xf0a650},
	{0x1769b5, 0x6db3f2},
	{0x3f8526, 0x86cf6b},
	{0x8a3ea3, 0xcf94e4},
	{0xc2303f, 0xf2808b},
	{0x0f8580, 0x5acdc7},
	{0x8f8600, 0xd6cd4e},
	{0x5050c0, 0xa1a1f4},
	{0x93572b, 0xd39d74},
	{0x52707d, 0x9dbac7},
	{0xb82f7d, 0xef8cc5},
	{0x68801c, 0xb6cf62},
}

// Speakers is the number of colours that tell speakers apart.
const Speakers = len(speakerTints)

// Speaker gives a speaker's colour number from the id alone, so that a speaker keeps the colour on every
// screen and after every import. Screens that show few speakers at once resolve collisions themselves.
func Speaker(id string) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(id)) // a hash.Hash never returns an error
	return int(h.Sum32() % uint32(Speakers))
}

// Tint names the ground of the quotes of colour number n, Ink its strong form.
func Tint(n int) fyne.ThemeColorName { return speakerName(n % Speakers) }

// Ink names the strong form of colour number n, for dots and bars.
func Ink(n int) fyne.ThemeColorName { return inkName(n % Speakers) }

func speakerName(n int) fyne.ThemeColorName {
	return fyne.ThemeColorName("quotidianSpeaker" + strconv.Itoa(n))
}

func inkName(n int) fyne.ThemeColorName {
	return fyne.ThemeColorName("quotidianSpeakerInk" + strconv.Itoa(n))
}

func init() {
	for i := range Speakers {
		tones[speakerName(i)], tones[inkName(i)] = speakerTints[i], speakerInks[i]
	}
}
