package export

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"quotidian/articles"
	"quotidian/export/edits"
	"quotidian/matching/wording"
)

// rowLimit is how many rows a sheet can have.
const rowLimit = 1_048_576

// sheet writes a table row by row: heading in bold and frozen, filter arrows, one page wide in print. excelize
// writes the frame and the heading, [body] the rows.
type sheet[T any] struct {
	book    *book
	name    string
	columns []column[T]
	frame   *excelize.StreamWriter
	body    *body
	row     int // the last row written
	left    int // rows that did not fit
	paper   int // how many of the columns, from the first, go to paper
}

// newSheet begins a sheet; it gives nil, which takes rows and forgets them, for one that was not chosen. frozen
// columns stay in sight while one scrolls to the right.
func newSheet[T any](b *book, name string, frozen int, columns []column[T]) (*sheet[T], error) {
	if !b.choice.sheet(name) {
		return nil, nil
	}
	columns, err := chosen(name, columns, b.options)
	if err != nil {
		return nil, err
	}
	s := &sheet[T]{book: b, name: name, columns: columns, row: 1, paper: b.choice.paper(name, len(columns))}
	letters, err := lettersFor(len(columns))
	if err != nil {
		return nil, err
	}
	if s.frame, err = b.open(name, letters[s.paper-1]); err != nil {
		return nil, err
	}
	if err := s.heading(min(frozen, len(columns)-1), letters); err != nil {
		return nil, err
	}
	if s.body, err = newBody(letters); err != nil {
		return nil, err
	}
	b.bodies[fmt.Sprintf("xl/worksheets/sheet%d.xml", s.frame.SheetID)] = s.body
	return s, nil
}

func lettersFor(n int) ([]string, error) {
	letters := make([]string, n)
	for i := range letters {
		var err error
		if letters[i], err = excelize.ColumnNumberToName(i + 1); err != nil {
			return nil, err
		}
	}
	return letters, nil
}

// heading writes the first row, the widths and what is hidden.
func (s *sheet[T]) heading(frozen int, letters []string) error {
	st := &s.book.styles
	heads := make([]any, len(s.columns))
	var errs []error
	for i, c := range s.columns {
		errs = append(errs, s.frame.SetColWidth(i+1, i+1, c.width))
		style := st.head
		if s.editable() && slices.Contains(edits.Columns, c.head) {
			style = st.edit
		}
		if c.head == edits.SealColumn || s.book.hidden[s.name+c.head] && !slices.Contains(s.book.choice.Columns[s.name], c.head) {
			errs = append(errs, s.frame.SetColVisible(i+1, i+1, false))
		}
		heads[i] = excelize.Cell{Value: c.head, StyleID: style}
	}
	panes := &excelize.Panes{Freeze: true, XSplit: frozen, YSplit: 1, TopLeftCell: letters[frozen] + "2", ActivePane: "bottomRight"}
	errs = append(errs, s.frame.SetPanes(panes), s.frame.SetRow("A1", heads, excelize.RowOpts{Height: 2 * lineHeight}))
	return errors.Join(errs...)
}

// editable reports whether an editor's changes to the sheet are read back.
func (s *sheet[T]) editable() bool { return s.name == sheetAppearances || s.name == sheetStatements }

func (s *sheet[T]) add(v T) error {
	if s == nil {
		return nil
	}
	if s.row == rowLimit {
		s.left++
		return nil
	}
	s.row++
	values := s.book.values[:0]
	lines := 1
	for i := range s.columns {
		x := s.columns[i].value(v)
		if i < s.paper {
			lines = max(lines, linesOf(x, s.columns[i].width))
		}
		values = append(values, x)
	}
	s.book.values = values
	s.body.begin(s.row, lineHeight*float64(min(lines, mostLines)))
	for i, x := range values {
		s.set(i, x)
	}
	return s.body.end()
}

// Heights of rows in points. Neither Excel nor LibreOffice fits the rows of a file that states none, when a
// table lies over them. Only the printed columns count, and a row stays low enough to see several at once.
const (
	lineHeight = 15
	mostLines  = 8
)

// linesIn estimates how many lines a text takes in a column of the given width; letters are narrower than the
// digits that widths are counted in.
func linesIn(text string, width float64) int {
	n := 1 + strings.Count(text, "\n")
	return n + int(float64(len(text))/(width*0.98))
}

// linesOf estimates how many lines a value takes.
func linesOf(v any, width float64) int {
	switch v := v.(type) {
	case string:
		return linesIn(v, width)
	case []wording.ChangeKind:
		return linesIn(joinKinds(v), width)
	case wording.Diff:
		n := 0
		for _, r := range v {
			n += len(r.B) + 1
			if r.Op != wording.Same {
				n += len(r.A) + 1
			}
		}
		return 1 + int(float64(n)/width)
	}
	return 1
}

// set writes a value into cell i of the current row. What is empty gets no cell.
func (s *sheet[T]) set(i int, v any) {
	st := &s.book.styles
	switch v := v.(type) {
	case string:
		s.text(i, st.text, v)
	case int:
		s.body.float(i, st.number, float64(v))
	case float64:
		s.body.float(i, st.share, v)
	case articles.Date:
		s.date(i, v)
	case time.Time:
		if !v.IsZero() {
			s.body.moment(i, st.moment, v)
		}
	case []wording.ChangeKind:
		s.text(i, st.severity[severityOf(v)], joinKinds(v))
	case wording.Diff:
		s.difference(i, v)
	case address:
		s.link(i, string(v))
	default:
		panic(fmt.Sprintf("internal error: export: a column gives a %T", v))
	}
}

// text fits a string into the cell and notes what had to be done to it.
func (s *sheet[T]) text(i, style int, v string) {
	if v == "" {
		return
	}
	f := fit(v)
	if f.cut > 0 || f.symbols > 0 || f.turns > 0 {
		s.book.issues.note(s.name, fmt.Sprintf("%s%d", s.body.letters[i], s.row), f)
	}
	s.body.text(i, style, f.text)
}

// date writes a real date, in UTC where the hour is known. Excel's calendar begins in 1900 with a day too many:
// an older date is text.
func (s *sheet[T]) date(i int, d articles.Date) {
	st := &s.book.styles
	switch {
	case !d.Known():
	case d.Time.Year() <= 1900:
		s.text(i, st.text, utc(d))
	case d.Clock:
		s.body.moment(i, st.moment, d.Time)
	default:
		s.body.moment(i, st.day, d.Time)
	}
}

// difference shows a diff in rich text: left out in red and struck through, put in in blue and underlined, so
// that it can be read without colour too. One that a cell cannot hold as it is becomes plain text with marks.
func (s *sheet[T]) difference(i int, d wording.Diff) {
	if !changed(d) {
		return
	}
	style := s.book.styles.text
	if f := fit(marked(d)); f.cut > 0 || f.symbols > 0 || f.turns > 0 {
		s.text(i, style, marked(d))
		return
	}
	var runs []run
	put := func(text string, l look) {
		if text == "" {
			return
		}
		if n := len(runs); n > 0 && runs[n-1].look == usual {
			runs[n-1].text += " " // the blank between words is neither left out nor put in
		} else if n > 0 {
			runs = append(runs, run{" ", usual})
		}
		runs = append(runs, run{text, l})
	}
	for _, r := range d {
		if r.Op == wording.Same {
			put(r.B, usual)
			continue
		}
		put(r.A, leftOut)
		put(r.B, putIn)
	}
	s.body.rich(i, style, runs)
}

// link makes an address that opens with a click. Native links cost excelize the square of their number; a
// formula costs nothing, but its text may have no more than 255 characters. Longer ones, and anything that is
// no web address, stand as plain text.
func (s *sheet[T]) link(i int, v string) {
	web := strings.HasPrefix(v, "https://") || strings.HasPrefix(v, "http://")
	if !web || units(v) > 255 || fit(v).text != v {
		s.text(i, s.book.styles.text, v)
		return
	}
	s.body.formula(i, s.book.styles.link, `HYPERLINK("`+strings.ReplaceAll(v, `"`, `""`)+`")`, v)
}

// close ends the sheet with its filter.
func (s *sheet[T]) close() error {
	if s == nil {
		return nil
	}
	if s.left > 0 {
		s.book.issues.add("%s: %d rows more than a sheet can hold are missing here; they are in the JSON and CSV exports", s.name, s.left)
	}
	stripes := true
	if err := s.frame.AddTable(&excelize.Table{
		Range: fmt.Sprintf("A1:%s%d", s.body.letters[len(s.columns)-1], max(s.row, 2)),
		Name:  "T_" + strings.ReplaceAll(s.name, " ", "_"), StyleName: "TableStyleLight1", ShowRowStripes: &stripes,
	}); err != nil {
		return err
	}
	if err := s.rules(); err != nil {
		return err
	}
	return s.frame.Flush()
}
