package look

import (
	"os"
	"path/filepath"
	"sync"

	"fyne.io/fyne/v2"
)

// fonts are the four faces of a text family. A face that is nil is taken from Fyne's bundle.
type fonts struct{ regular, bold, italic, boldItalic fyne.Resource }

// fontFolders are where the full Noto Sans lies on Linux desktops. Fyne's bundled cut of it draws the
// Ukrainian and Belarusian letter i without its dot, so the full one is taken where there is one (Debian:
// fonts-noto-core); nothing is lost where there is none.
var fontFolders = []string{
	"/usr/share/fonts/truetype/noto", "/usr/share/fonts/noto", "/usr/share/fonts/google-noto",
	"/usr/local/share/fonts/noto",
}

// systemFonts reads the faces once; they are some two megabytes.
var systemFonts = sync.OnceValue(func() fonts {
	for _, dir := range fontFolders {
		if f, ok := fontsIn(dir); ok {
			return f
		}
	}
	return fonts{}
})

// fontsIn reads the family from one folder: all four faces or none, so that weights never mix.
func fontsIn(dir string) (fonts, bool) {
	var faces [4]fyne.Resource
	for i, name := range [...]string{"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf"} {
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return fonts{}, false
		}
		faces[i] = fyne.NewStaticResource(name, raw)
	}
	return fonts{faces[0], faces[1], faces[2], faces[3]}, true
}

func (f fonts) of(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace || style.Symbol:
		return nil
	case style.Bold && style.Italic:
		return f.boldItalic
	case style.Bold:
		return f.bold
	case style.Italic:
		return f.italic
	default:
		return f.regular
	}
}
