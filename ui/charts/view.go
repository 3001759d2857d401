package charts

import (
	"context"
	"image/color"
	"image/png"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/export"
	"quotidian/ui/background"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Host is the window around the screen.
type Host interface {
	// SavePicture asks where a chart is to be saved, which comes back through Save.
	SavePicture(plot int)
	Import()
	Failed(error)
}

// Keys lists what the screen answers to, for the help page.
var Keys = [][2]string{
	{"1, 2, 3", "save the first, second or third chart as PNG or SVG"},
}

// View is the screen.
type View struct {
	// Plots are the charts shown, nil until they were counted.
	Plots []*Plot

	source Source
	host   Host
	work   *background.Background
	stop   context.CancelFunc
	page   *widget.Page
	whole  *fyne.Container
}

// New gives the screen; Reload fills it.
func New(source Source, host Host, work *background.Background) *View {
	v := &View{source: source, host: host, work: work, stop: func() {}, page: widget.NewPage(widget.Stack(0))}
	v.whole = container.NewStack(widget.Empty(say.T("Counting…"), ""))
	return v
}

// Object is what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title names the screen.
func (v *View) Title() string { return "Charts" }

// Focus is nothing: keys typed on the screen reach it through the window.
func (v *View) Focus() fyne.Focusable { return nil }

// Reload counts anew, on a goroutine.
func (v *View) Reload() {
	v.stop()
	progress := background.Progress(v.work, func(n int) {
		if v.Plots == nil {
			widget.Put(v.whole, widget.Empty(say.T("Counting…"), say.N(n, "article")))
		}
	})
	v.stop = v.work.Go(func(ctx context.Context) func() {
		data, err := Count(ctx, v.source, progress)
		return func() {
			switch {
			case ctx.Err() != nil:
			case err != nil:
				v.host.Failed(err)
			default:
				v.Plots = Plots(data)
				v.build(data)
			}
		}
	})
}

func (v *View) build(data *Data) {
	body := fyne.CanvasObject(v.page)
	if data.Quotes == 0 {
		open := widget.NewButton(say.T("Import articles…"), nil, v.host.Import)
		body = widget.Empty(say.T("Nothing to count yet."), say.T("Once articles are imported, this screen shows who is quoted how often and by which outlets, when, and how much of it in quotation marks."), open)
	}
	y := v.page.Offset()
	var parts []fyne.CanvasObject
	for i, p := range v.Plots {
		save := widget.NewButton(say.T("Save as a picture… (%d)", i+1), theme.DocumentSaveIcon(), func() { v.host.SavePicture(i) })
		save.Importance = fynewidget.LowImportance
		parts = append(parts, newDrawing(p, theme.Color, theme.TextSize()/look.NormalText), widget.Wrap(0, save))
	}
	v.page.SetContent(widget.Padded(18, widget.Stack(14, parts...)))
	v.page.ScrollTo(y)
	widget.Put(v.whole, body)
}

// TypedRune acts on a letter typed on the screen.
func (v *View) TypedRune(r rune) {
	if i := int(r - '1'); i >= 0 && i < len(v.Plots) {
		v.host.SavePicture(i)
	}
}

// TypedKey scrolls.
func (v *View) TypedKey(e *fyne.KeyEvent) { v.page.TypedKey(e) }

// Save writes a chart: as SVG where path ends in .svg, else as PNG.
func (v *View) Save(plot int, path string) error {
	p := v.Plots[plot]
	return export.Save(path, func(w io.Writer) error {
		if strings.EqualFold(filepath.Ext(path), ".svg") {
			return WriteSVG(w, p)
		}
		return WritePNG(w, p)
	})
}

// pictureScale is how many pixels of a PNG make a point: sharp in print and on screens of twice the density.
const pictureScale = 2

// WritePNG writes a chart as a picture, in the colours of the light theme. It belongs to the UI goroutine.
func WritePNG(w io.Writer, p *Plot) error {
	ink := func(name fyne.ThemeColorName) color.Color { return paper.Color(name, theme.VariantLight) }
	ground := canvas.NewRectangle(ink(theme.ColorNameBackground))
	picture := newDrawing(p, ink, 1)
	size := fyne.NewSize(p.Width+2*margin, p.Height+2*margin)
	picture.Move(fyne.NewPos(margin, margin))
	picture.Resize(fyne.NewSize(p.Width, p.Height))
	ground.Resize(size)
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(pictureScale)
	c.SetContent(container.NewWithoutLayout(ground, picture))
	c.Resize(size)
	return png.Encode(w, c.Capture())
}

// newDrawing makes a plot's canvas objects, drawn so many times larger, or smaller where there is no room for that.
func newDrawing(p *Plot, ink func(fyne.ThemeColorName) color.Color, scale float32) *fyne.Container {
	var out []fyne.CanvasObject
	for _, b := range p.Bars {
		out = append(out, canvas.NewRectangle(ink(b.Fill)))
	}
	for _, l := range p.Labels {
		name := l.Ink
		if name == "" {
			name = theme.ColorNameForeground
		}
		t := canvas.NewText(widget.OneLine(l.Text, 120), ink(name))
		t.TextStyle.Bold = l.Bold
		out = append(out, t)
	}
	return container.New(&drawing{plot: p, most: scale}, out...)
}

// drawing lays a plot out in a width. Its objects are the bars of the plot, then the labels.
type drawing struct {
	plot   *Plot
	most   float32 // the largest scale
	height float32
}

func (d *drawing) scale(width float32) float32 { return min(d.most, width/d.plot.Width) }

// HeightFor implements widget.FlowingLayout.
func (d *drawing) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	d.height = d.plot.Height * d.scale(width)
	return d.height
}

// MinSize is as high as the plot was at the width asked for last, and any width.
func (d *drawing) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, d.height) }

func (d *drawing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s := d.scale(size.Width)
	for i, b := range d.plot.Bars {
		objects[i].Move(fyne.NewPos(s*b.X, s*b.Y))
		objects[i].Resize(fyne.NewSize(s*b.W, s*b.H))
	}
	for i, l := range d.plot.Labels {
		t := objects[len(d.plot.Bars)+i].(*canvas.Text)
		t.TextSize = look.NormalText * s
		text, x := t.MinSize(), s*l.X
		if l.Right {
			x -= text.Width
		}
		t.Move(fyne.NewPos(x, s*l.Y-text.Height/2))
		t.Resize(text)
	}
}
