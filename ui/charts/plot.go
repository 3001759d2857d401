package charts

import (
	"fmt"
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"quotidian/quotes"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Plot is a drawing in points, from the top left. The same plot goes to the screen, to SVG and to PNG.
type Plot struct {
	Title         string
	Width, Height float32
	Bars          []Bar
	Labels        []Label
}

// Bar is a filled rectangle. Name says what it stands for, for whoever reads the SVG or points at it.
type Bar struct {
	X, Y, W, H float32
	Fill       fyne.ThemeColorName
	Name       string
}

// Label is one line of text; X is its left end, its right end where Right is set. Y is its middle.
type Label struct {
	X, Y  float32
	Text  string
	Ink   fyne.ThemeColorName
	Bold  bool
	Right bool
}

// The measures of all charts, in points, for text of the normal size: a file is the same whatever size of text a person
// has chosen for the window, and the window draws the whole chart larger or smaller.
const (
	plotWidth  = 860
	nameWidth  = 220 // the names at the left of bars
	barHeight  = 16
	rowStep    = 24
	headHeight = 64 // title and key
	timeHeight = 180
	mostRows   = 15 // speakers or outlets shown
	mostParts  = 7  // outlets told apart by colour
)

// Plots gives the charts of a dossier.
func Plots(d *Data) []*Plot {
	return []*Plot{speakersPlot(d), timePlot(d), kindsPlot(d)}
}

func (p *Plot) label(l Label) { p.Labels = append(p.Labels, l) }

// key draws what the colours stand for, in one line below the title.
func (p *Plot) key(names []string, fill func(i int) fyne.ThemeColorName) {
	x := float32(0)
	for i, name := range names {
		name = widget.OneLine(name, 18)
		p.Bars = append(p.Bars, Bar{X: x, Y: 33, W: 10, H: 10, Fill: fill(i), Name: name})
		p.label(Label{X: x + 15, Y: 38, Text: name, Ink: look.Muted})
		x += 30 + fyne.MeasureText(name, look.NormalText, fyne.TextStyle{}).Width
	}
}

func newPlot(title string, rows int) *Plot {
	p := &Plot{Title: title, Width: plotWidth, Height: headHeight + float32(rows)*rowStep + 8}
	p.label(Label{Y: 12, Text: title, Bold: true})
	return p
}

// row draws the name of a row and its number behind the bars, and gives the top of the bars.
func (p *Plot) row(i int, name, number string, end float32) (y float32) {
	y = headHeight + float32(i)*rowStep
	p.label(Label{X: nameWidth - 10, Y: y + barHeight/2, Text: widget.Fit(widget.OneLine(name, 60), nameWidth-14, look.NormalText, fyne.TextStyle{}), Right: true})
	p.label(Label{X: end + 6, Y: y + barHeight/2, Text: number, Ink: look.Muted})
	return y
}

// mostOf says in a title how many rows of all are shown, where that is not all.
func mostOf(title string, shown int, of string, all int) string {
	if shown == all {
		return title
	}
	return say.T("%s: the first %s of %s", title, say.Number(shown), of)
}

// speakersPlot shows who is quoted most, and by which outlets.
func speakersPlot(d *Data) *Plot {
	rows := d.Speakers[:min(len(d.Speakers), mostRows)]
	p := newPlot(mostOf(say.T("Who is quoted, and by which outlets"), len(rows), say.N(len(d.Speakers), "speaker"), len(d.Speakers)), max(len(rows), 1))
	if len(rows) == 0 {
		p.nothing()
		return p
	}
	names := outletNames(d)
	p.key(names, look.Ink)
	unit := float32(plotWidth-nameWidth-60) / float32(rows[0].Quotes)
	for i, r := range rows {
		x := float32(nameWidth)
		y := p.row(i, r.Name, say.Number(r.Quotes), x+unit*float32(r.Quotes))
		for part, n := range parts(r.Parts, names) {
			w := unit * float32(n)
			if n > 0 {
				p.Bars = append(p.Bars, Bar{X: x, Y: y, W: w, H: barHeight, Fill: look.Ink(part), Name: fmt.Sprintf("%s, %s: %s", r.Name, names[part], say.N(n, "quote"))})
			}
			x += w
		}
	}
	return p
}

// outletNames lists the outlets that have a colour of their own; the last stands for all others where there are more.
func outletNames(d *Data) []string {
	var out []string
	for i, o := range d.Outlets {
		if i == mostParts {
			return append(out, say.T("others"))
		}
		out = append(out, o.Name)
	}
	return out
}

// parts counts by the outlets named, what is left over under the last.
func parts(by map[string]int, names []string) []int {
	out := make([]int, len(names))
	for outlet, n := range by {
		i := slices.Index(names, outlet)
		if i < 0 {
			i = len(names) - 1
		}
		out[i] += n
	}
	return out
}

func (p *Plot) nothing() {
	p.label(Label{Y: headHeight, Text: say.T("Nothing to count yet."), Ink: look.Muted})
}

// timeTitle names the stretch of time that a bar stands for.
func timeTitle(buckets []Bucket) string {
	const month = 31 * 24 * time.Hour
	switch {
	case len(buckets) < 2 || buckets[1].Start.Sub(buckets[0].Start) < 2*24*time.Hour:
		return say.T("Statements by the day they were first printed")
	case buckets[1].Start.Sub(buckets[0].Start) <= month:
		return say.T("Statements by the month they were first printed")
	}
	return say.T("Statements by the year they were first printed")
}

// timePlot shows when statements were first printed.
func timePlot(d *Data) *Plot {
	buckets := Over(d.First)
	p := newPlot(timeTitle(buckets), 0)
	p.Height = headHeight + timeHeight + 30
	if d.Undated > 0 {
		p.label(Label{Y: 38, Text: say.T("not shown, because undated: %s", say.N(d.Undated, "statement")), Ink: look.Muted})
	}
	if len(buckets) == 0 {
		p.nothing()
		return p
	}
	most := 1
	for _, b := range buckets {
		most = max(most, b.Count)
	}
	step := float32(plotWidth-40) / float32(len(buckets))
	for i, b := range buckets {
		h := timeHeight * float32(b.Count) / float32(most)
		x := 40 + float32(i)*step
		p.Bars = append(p.Bars, Bar{X: x, Y: headHeight + timeHeight - h, W: min(max(step-2, 1), 60), H: h, Fill: look.Ink(1), Name: say.Day(b.Start) + ": " + say.N(b.Count, "statement")})
	}
	p.Bars = append(p.Bars, Bar{X: 40, Y: headHeight + timeHeight, W: plotWidth - 40, H: 1, Fill: look.Muted})
	p.label(Label{X: 34, Y: headHeight, Text: say.Number(most), Ink: look.Muted, Right: true})
	p.label(Label{X: 34, Y: headHeight + timeHeight, Text: "0", Ink: look.Muted, Right: true})
	p.days(buckets, step)
	return p
}

// days writes dates under the bars, as many as have room.
func (p *Plot) days(buckets []Bucket, step float32) {
	const room = 90
	every := int(math.Ceil(room / float64(step)))
	for i := 0; i < len(buckets); i += every {
		p.label(Label{X: 40 + float32(i)*step, Y: headHeight + timeHeight + 14, Text: bucketName(buckets, i), Ink: look.Muted})
	}
}

func bucketName(buckets []Bucket, i int) string {
	t := buckets[i].Start
	if len(buckets) > 1 {
		switch gap := buckets[1].Start.Sub(buckets[0].Start); {
		case gap > 300*24*time.Hour:
			return t.Format("2006")
		case gap > 24*time.Hour:
			return say.T(t.Format("Jan")) + " " + t.Format("2006")
		}
	}
	return say.Day(t)
}

// kindNames are the kinds in the order of package quotes.
var kindNames = []quotes.Kind{quotes.Direct, quotes.Mixed, quotes.Indirect}

// kindsPlot shows how much each outlet gives in quotation marks.
func kindsPlot(d *Data) *Plot {
	rows := append([]Row{{Name: say.T("All outlets"), Quotes: d.Quotes, ByKind: d.ByKind}}, d.Outlets...)
	rows = rows[:min(len(rows), mostRows)]
	p := newPlot(mostOf(say.T("Direct and indirect speech"), len(rows)-1, say.N(len(d.Outlets), "outlet"), len(d.Outlets)), len(rows))
	if d.Quotes == 0 {
		p.nothing()
		return p
	}
	names := make([]string, len(kindNames))
	for i, k := range kindNames {
		names[i] = say.T(k.String())
	}
	fill := func(i int) fyne.ThemeColorName { return look.Ink([]int{1, 0, 9}[i]) }
	p.key(names, fill)
	const whole = plotWidth - nameWidth - 90
	for i, r := range rows {
		y := p.row(i, r.Name, say.N(r.Quotes, "quote"), nameWidth+whole)
		x := float32(nameWidth)
		for k, n := range r.ByKind {
			w := whole * float32(n) / float32(r.Quotes)
			if n > 0 {
				p.Bars = append(p.Bars, Bar{X: x, Y: y, W: w, H: barHeight, Fill: fill(k), Name: fmt.Sprintf("%s, %s: %.0f %%", r.Name, names[k], 100*float64(n)/float64(r.Quotes))})
			}
			x += w
		}
	}
	return p
}
