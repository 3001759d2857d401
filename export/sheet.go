package export

import (
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"quotidian/articles"
	"quotidian/matching/wording"
)

// rowLimit is how many rows a sheet can have.
const rowLimit = 1_048_576

// sheet writes a table row by row: heading in bold and frozen, filter arrows, one page wide in print.
type sheet[T any] struct {
	book    *book
	name    string
	columns []column[T]
	stream  *excelize.StreamWriter
	row     int // the last row written
	left    int // rows that did not fit
	cells   []excelize.Cell
	values  []any
}

// frozen columns stay in sight while one scrolls to the right.
func newSheet[T any](b *book, name string, frozen int, columns []column[T]) (*sheet[T], error) {
	s := &sheet[T]{book: b, name: name, columns: columns, cells: make([]excelize.Cell, len(columns)), values: make([]any, len(columns))}
	var err error
	if s.stream, err = b.open(name); err != nil {
		return nil, err
	}
	for i, c := range columns {
		if err := s.stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return nil, err
		}
		s.values[i] = excelize.Cell{Value: c.head, StyleID: b.styles.head}
	}
	corner, err := excelize.CoordinatesToCellName(frozen+1, 2)
	if err != nil {
		return nil, err
	}
	pane := "bottomLeft"
	if frozen > 0 {
		pane = "bottomRight"
	}
	if err := s.stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: frozen, YSplit: 1, TopLeftCell: corner, ActivePane: pane}); err != nil {
		return nil, err
	}
	s.row = 1
	if err := s.stream.SetRow("A1", s.values, excelize.RowOpts{Height: 30}); err != nil {
		return nil, err
	}
	for i := range s.cells {
		s.values[i] = &s.cells[i]
	}
	return s, nil
}

func (s *sheet[T]) add(v T) error {
	if s.row == rowLimit {
		s.left++
		return nil
	}
	s.row++
	for i := range s.columns {
		s.set(i, s.columns[i].value(v))
	}
	return s.stream.SetRow(fmt.Sprintf("A%d", s.row), s.values)
}

// set puts a value into cell i of the current row.
func (s *sheet[T]) set(i int, v any) {
	c, st := &s.cells[i], &s.book.styles
	*c = excelize.Cell{StyleID: st.text}
	switch v := v.(type) {
	case string:
		c.Value = s.text(i, v)
	case int:
		c.Value, c.StyleID = v, st.number
	case float64:
		c.Value, c.StyleID = v, st.share
	case articles.Date:
		c.Value, c.StyleID = s.date(i, v)
	case time.Time:
		if !v.IsZero() {
			c.Value, c.StyleID = v.UTC(), st.moment
		}
	case []wording.ChangeKind:
		c.Value, c.StyleID = s.text(i, joinKinds(v)), st.severity[severityOf(v)]
	case wording.Diff:
		c.Value = s.difference(i, v)
	case address:
		s.link(i, string(v))
	default:
		panic(fmt.Sprintf("internal error: export: a column gives a %T", v))
	}
}

// text fits a string into the cell; an empty one leaves the cell empty.
func (s *sheet[T]) text(i int, v string) any {
	if v == "" {
		return nil
	}
	f := fit(v)
	if f.text != v || f.turns > 0 {
		s.book.issues.note(s.name, s.cell(i), f)
	}
	return f.text
}

func (s *sheet[T]) cell(i int) string {
	name, err := excelize.CoordinatesToCellName(i+1, s.row)
	if err != nil {
		return s.columns[i].head
	}
	return name
}

// date gives a real date, in UTC where the hour is known. Excel's calendar begins in 1900: an older date is text.
func (s *sheet[T]) date(i int, d articles.Date) (any, int) {
	st := &s.book.styles
	switch {
	case !d.Known():
		return nil, st.text
	case d.Time.Year() <= 1900:
		return s.text(i, utc(d)), st.text
	case d.Clock:
		return d.Time.UTC(), st.moment
	}
	return d.Time, st.day
}

// difference shows a diff in rich text: left out in red and struck through, put in in blue and underlined, so
// that it can be read without colour too. One that is too long for a cell is written with marks and cut.
func (s *sheet[T]) difference(i int, d wording.Diff) any {
	if !changed(d) {
		return nil
	}
	var runs []excelize.RichTextRun
	total := 0
	put := func(text string, font *excelize.Font) {
		if text == "" {
			return
		}
		if len(runs) > 0 {
			text = " " + text
		}
		f := fit(text)
		total += units(f.text)
		runs = append(runs, excelize.RichTextRun{Text: f.text, Font: font})
	}
	for _, r := range d {
		if r.Op == wording.Same {
			put(r.B, nil)
			continue
		}
		put(r.A, &leftOut)
		put(r.B, &putIn)
	}
	if total > cellLimit {
		return s.text(i, marked(d))
	}
	return runs
}

var (
	leftOut = excelize.Font{Strike: true, Color: "B42318"}
	putIn   = excelize.Font{Bold: true, Underline: "single", Color: "175CD3"}
)

// link makes an address that opens with a click. Native links cost excelize the square of their number; a
// formula costs nothing, but its text may have no more than 255 characters. Longer ones, and anything that is
// no web address, stand as plain text.
func (s *sheet[T]) link(i int, v string) {
	c := &s.cells[i]
	if v == "" {
		return
	}
	if (strings.HasPrefix(v, "https://") || strings.HasPrefix(v, "http://")) && units(v) <= 255 && fit(v).text == v {
		*c = excelize.Cell{Formula: `HYPERLINK("` + strings.ReplaceAll(v, `"`, `""`) + `")`, Value: v, StyleID: s.book.styles.link}
		return
	}
	c.Value = s.text(i, v)
}

// close ends the sheet with its filter.
func (s *sheet[T]) close() error {
	if s.left > 0 {
		s.book.issues.add("%s: %d rows more than a sheet can hold are missing here; they are in the JSON and CSV exports", s.name, s.left)
	}
	last, err := excelize.CoordinatesToCellName(len(s.columns), max(s.row, 2))
	if err != nil {
		return err
	}
	stripes := true
	if err := s.stream.AddTable(&excelize.Table{
		Range: "A1:" + last, Name: "T_" + strings.ReplaceAll(s.name, " ", "_"), StyleName: "TableStyleLight1", ShowRowStripes: &stripes,
	}); err != nil {
		return err
	}
	return s.stream.Flush()
}
