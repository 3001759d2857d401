package export

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"

	"quotidian/matching/wording"
)

// chart is one table of the overview with the picture made of it.
type chart struct {
	title, name string
	series      []string
	rows        []chartRow
	left        string // says what the rows leave out
	kind        excelize.ChartType
}

// chartRow is a name with one number for each series.
type chartRow struct {
	name    string
	numbers []int
}

// mostBars a chart shows; more could not be told apart.
const mostBars = 12

// charts are the pictures of the overview, from what was counted.
func (t *tally) charts() []chart {
	all := t.outlets()
	outlets := chart{title: "Who carried it", name: "Outlet", series: []string{"Quotes", "Had it first", "Changed the sense"}, kind: excelize.Bar}
	for _, o := range all[:min(len(all), mostBars)] {
		outlets.rows = append(outlets.rows, chartRow{o.name, []int{o.quotes, o.first, o.serious}})
	}
	if more := len(all) - mostBars; more > 0 {
		outlets.left = fmt.Sprintf("%d more outlets, each with fewer quotes, are on the sheet Outlets", more)
	}
	changes := chart{title: "What was changed", name: "Change", series: []string{"Appearances"}, kind: excelize.Col}
	for _, k := range wording.Kinds() {
		if n := t.kinds[k]; n > 0 {
			changes.rows = append(changes.rows, chartRow{string(k), []int{n}})
		}
	}
	days := chart{title: "When it was first printed", name: "Day (UTC)", series: []string{"Statements"}, kind: excelize.Col}
	for _, day := range slices.Sorted(maps.Keys(t.days)) {
		days.rows = append(days.rows, chartRow{day, []int{t.days[day]}})
	}
	days.last(2 * mostBars)
	return []chart{outlets, changes, days}
}

// last leaves the last n rows of a chart over days, and says so.
func (c *chart) last(n int) {
	cut := len(c.rows) - n
	if cut <= 0 {
		return
	}
	sum := 0
	for _, r := range c.rows[:cut] {
		sum += r.numbers[0]
	}
	c.title += fmt.Sprintf(": the last %d days", n)
	c.left = fmt.Sprintf("left out: %d earlier days, %d statements", cut, sum)
	c.rows = c.rows[cut:]
}

// Places on the overview: the tables stand in the first columns one below the other, the charts beside them.
const (
	overviewChartColumn = "G"
	overviewChartRows   = 18
)

// overview writes the sheet of charts. It is small, so excelize writes all of it.
func (b *book) overview(t *tally) error {
	if !b.choice.sheet(sheetOverview) {
		return nil
	}
	f, row := b.file, 1
	errs := []error{b.page(sheetOverview), f.SetColWidth(sheetOverview, "A", "A", 30), f.SetColWidth(sheetOverview, "B", "E", 12)}
	for i, c := range t.charts() {
		top := max(row, i*overviewChartRows+1)
		errs = append(errs, b.chartTable(c, top), b.picture(c, top, i))
		row = top + len(c.rows) + 4
	}
	return errors.Join(errs...)
}

// chartTable writes the numbers that a chart shows: what is only in a picture cannot be read back.
func (b *book) chartTable(c chart, top int) error {
	f := b.file
	at := func(column, row int) string {
		cell, _ := excelize.CoordinatesToCellName(column, row) // of numbers above 0
		return cell
	}
	errs := []error{
		b.say(at(1, top), c.title), f.SetCellStyle(sheetOverview, at(1, top), at(1, top), b.styles.heading),
		b.say(at(1, top+1), c.name), f.SetCellStyle(sheetOverview, at(1, top+1), at(1+len(c.series), top+1), b.styles.head),
	}
	for k, s := range c.series {
		errs = append(errs, b.say(at(2+k, top+1), s))
	}
	for i, r := range c.rows {
		cell := at(1, top+2+i)
		errs = append(errs, b.say(cell, r.name), f.SetCellStyle(sheetOverview, cell, cell, b.styles.text))
		for k, n := range r.numbers {
			errs = append(errs, f.SetCellInt(sheetOverview, at(2+k, top+2+i), int64(n)))
		}
	}
	if len(c.rows) == 0 {
		errs = append(errs, b.say(at(1, top+2), "nothing to show"))
	}
	if c.left != "" {
		errs = append(errs, b.say(at(1, top+2+len(c.rows)), c.left))
	}
	return errors.Join(errs...)
}

// say writes a text on the overview. excelize leaves what spreadsheets read as a code as it is in cells set one by one,
// and writes it as text in rows of a stream only.
func (b *book) say(cell, text string) error {
	f := fit(text)
	b.issues.note(sheetOverview, cell, f)
	return b.file.SetCellStr(sheetOverview, cell, literal(f.text))
}

// picture draws a chart beside its table.
func (b *book) picture(c chart, top, number int) error {
	if len(c.rows) == 0 {
		return nil
	}
	var series []excelize.ChartSeries
	for k := range c.series {
		column, err := excelize.ColumnNumberToName(2 + k)
		if err != nil {
			return err
		}
		series = append(series, excelize.ChartSeries{
			Name:       fmt.Sprintf("%s!$%s$%d", sheetOverview, column, top+1),
			Categories: fmt.Sprintf("%s!$A$%d:$A$%d", sheetOverview, top+2, top+1+len(c.rows)),
			Values:     fmt.Sprintf("%[1]s!$%[2]s$%[3]d:$%[2]s$%[4]d", sheetOverview, column, top+2, top+1+len(c.rows)),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{chartColours[k]}},
		})
	}
	legend := "none"
	if len(series) > 1 {
		legend = "bottom"
	}
	reverse := c.kind == excelize.Bar // or the first outlet would stand at the bottom
	return b.file.AddChart(sheetOverview, fmt.Sprintf("%s%d", overviewChartColumn, top), &excelize.Chart{
		Type: c.kind, Series: series, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title}}},
		Legend: excelize.ChartLegend{Position: legend}, XAxis: excelize.ChartAxis{ReverseOrder: reverse, Font: axisFont},
		YAxis: excelize.ChartAxis{MajorGridLines: true, Font: axisFont}, Dimension: excelize.ChartDimension{Width: 620, Height: 330},
		PlotArea: excelize.ChartPlotArea{ShowVal: len(series) == 1},
	})
}

// axisFont is dark: the usual grey is lost in print.
var axisFont = excelize.Font{Color: "344054", Size: 9, Family: bookFont}

// chartColours can be told apart without colour sight, in grey too (Okabe and Ito's blue, orange and vermilion).
var chartColours = []string{"0072B2", "E69F00", "D55E00"}
