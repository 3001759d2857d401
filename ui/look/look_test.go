package look

import (
	"image/color"
	"math"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// wcagAA is the least contrast of normal text in WCAG 2.2, success criterion 1.4.3.
const wcagAA = 4.5

func TestContrast(t *testing.T) {
	for _, mode := range []Mode{Light, Dark} {
		th := New(mode)
		for _, p := range Pairs() {
			ground := th.Color(p.Ground, theme.VariantLight)
			if p.Veil != "" {
				ground = covered(ground, th.Color(p.Veil, theme.VariantLight))
			}
			if got := contrast(th.Color(p.Ink, theme.VariantLight), ground); got < wcagAA {
				t.Errorf("%s: %s on %s under %q has contrast %.2f, less than %.1f", mode, p.Ink, p.Ground, p.Veil, got, wcagAA)
			}
		}
	}
}

// covered is a ground with a veil over it.
func covered(ground, veil color.Color) color.Color {
	over := color.NRGBAModel.Convert(veil).(color.NRGBA)
	under := color.NRGBAModel.Convert(ground).(color.NRGBA)
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(over.A) + int(b)*(255-int(over.A))) / 255) }
	return color.NRGBA{R: mix(over.R, under.R), G: mix(over.G, under.G), B: mix(over.B, under.B), A: 255}
}

// TestInksStandOut holds dots and bars to WCAG's 3:1 for graphics (1.4.11).
func TestInksStandOut(t *testing.T) {
	for _, mode := range []Mode{Light, Dark} {
		th := New(mode)
		for n := range Speakers {
			if got := contrast(th.Color(Ink(n), 0), th.Color(theme.ColorNameBackground, 0)); got < 3 {
				t.Errorf("%s: speaker ink %d has contrast %.2f", mode, n, got)
			}
		}
	}
}

func TestModeOverridesSystem(t *testing.T) {
	for _, c := range []struct {
		mode   Mode
		system fyne.ThemeVariant
		want   uint32
	}{
		{Light, theme.VariantDark, 0xffffff},
		{Dark, theme.VariantLight, 0x15181c},
		{System, theme.VariantLight, 0xffffff},
		{System, theme.VariantDark, 0x15181c},
	} {
		if got := New(c.mode).Color(theme.ColorNameBackground, c.system); got != rgb(c.want) {
			t.Errorf("mode %s on system variant %d: background %v, want %06x", c.mode, c.system, got, c.want)
		}
	}
}

// TestBordersAreSeen: what can be filled in or switched has an edge of at least 3:1, as WCAG 2.2 asks in 1.4.11.
func TestBordersAreSeen(t *testing.T) {
	for _, m := range []Mode{Light, Dark} {
		th := New(m)
		edge := th.Color(theme.ColorNameInputBorder, 0)
		for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground} {
			if c := contrast(edge, th.Color(ground, 0)); c < 3 {
				t.Errorf("%s: an edge on %s has %.2f:1", m, ground, c)
			}
		}
	}
}

func TestSpeakerColourIsStable(t *testing.T) {
	seen := map[int]bool{}
	for _, id := range []string{"", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"} {
		n := Speaker(id)
		if n != Speaker(id) || n < 0 || n >= Speakers {
			t.Fatalf("Speaker(%q) = %d", id, n)
		}
		seen[n] = true
	}
	if len(seen) < 5 {
		t.Errorf("14 speakers share %d colours", len(seen))
	}
}

func TestFontsAreAllOrNone(t *testing.T) {
	dir := t.TempDir()
	if _, ok := fontsIn(dir); ok {
		t.Error("an empty folder gave fonts")
	}
	for _, n := range []string{"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf"} {
		if err := os.WriteFile(filepath.Join(dir, n), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := fontsIn(dir); ok {
		t.Error("three faces were taken for a family")
	}
	var none fonts
	if New(Light).base.Font(fyne.TextStyle{}) == nil || none.of(fyne.TextStyle{Bold: true}) != nil {
		t.Error("no fallback to the bundled font")
	}
}

// contrast is WCAG's ratio of relative luminances, from 1 to 21.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func linear(v uint32) float64 {
	x := float64(v) / 0xffff
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

func TestTextGrows(t *testing.T) {
	big := New(Light).Sized(17)
	if got := big.Size(theme.SizeNameText); got != 17 {
		t.Errorf("text of %.1f points", got)
	}
	if big.Size(theme.SizeNameCaptionText) <= New(Light).Size(theme.SizeNameCaptionText) || big.Size(theme.SizeNamePadding) != New(Light).Size(theme.SizeNamePadding) {
		t.Error("captions do not grow with the text, or space does")
	}
	if got := New(Light).Sized(400).Size(theme.SizeNameText); got != 20 {
		t.Errorf("a size out of bounds gives %.1f", got)
	}
}
