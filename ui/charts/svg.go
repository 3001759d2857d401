package charts

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"quotidian/ui/look"
	"quotidian/ui/widget"
)

// margin is the space around a chart in a file, in points.
const margin = 16

// paper gives the colours of files: those of the light theme, whatever the window shows.
var paper = look.New(look.Light)

// WriteSVG writes a chart as an SVG picture of its own: no script, no outside reference, every bar with its name.
func WriteSVG(w io.Writer, p *Plot) error {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="%d %d %.0f %.0f" font-family="Noto Sans, sans-serif" font-size="%d">`+"\n",
		p.Width+2*margin, p.Height+2*margin, -margin, -margin, p.Width+2*margin, p.Height+2*margin, look.NormalText)
	fmt.Fprintf(&b, "<title>%s</title>\n", escape(p.Title))
	fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%.0f" height="%.0f" fill="%s"/>`+"\n", -margin, -margin, p.Width+2*margin, p.Height+2*margin, hex(theme.ColorNameBackground))
	for _, r := range p.Bars {
		fmt.Fprintf(&b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"><title>%s</title></rect>`+"\n", r.X, r.Y, r.W, r.H, hex(r.Fill), escape(r.Name))
	}
	for _, l := range p.Labels {
		anchor, weight := "start", "normal"
		if l.Right {
			anchor = "end"
		}
		if l.Bold {
			weight = "bold"
		}
		fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" dominant-baseline="central" text-anchor="%s" font-weight="%s" fill="%s">%s</text>`+"\n",
			l.X, l.Y, anchor, weight, hex(l.Ink), escape(l.Text))
	}
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// escape makes text fit for XML, with what cannot be seen written out.
func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(widget.Visible(s))); err != nil {
		return "" // a strings.Builder takes everything
	}
	return b.String()
}

func hex(name fyne.ThemeColorName) string {
	if name == "" {
		name = theme.ColorNameForeground
	}
	c := color.NRGBAModel.Convert(paper.Color(name, theme.VariantLight)).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}
