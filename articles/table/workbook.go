package table

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/xuri/excelize/v2"

	"quotidian/articles/date"
)

// ErrNoTable is what a workbook gives of which no sheet is a table of articles.
var ErrNoTable = errors.New("an Excel workbook without a table of articles: a line at the top of a sheet must name its columns, such as title, date, outlet and text")

const (
	// unpacked bounds what a workbook may unpack to, in bytes; the library keeps all of it in memory.
	unpacked = 64 << 20
	// topLines is how many lines of a sheet are looked through for the one that names its columns: titles may stand above it.
	topLines = 10
)

// Sheet is a table that stands in a sheet of a workbook.
type Sheet struct {
	Name string
	*Table
	book *excelize.File
	top  int // the line that names the columns
}

// Workbook gives the sheets of an Excel workbook that are tables of articles. The error is [ErrNoTable], [ErrOurs] or says what
// is broken. A cell of Excel holds 32,767 characters at most: longer articles were cut when the workbook was made.
func Workbook(r io.Reader) ([]Sheet, error) {
	book, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: unpacked, UnzipXMLSizeLimit: unpacked, RawCellValue: true})
	if err != nil {
		return nil, fmt.Errorf("the workbook is damaged: %w", err)
	}
	var all []Sheet
	for _, name := range book.GetSheetList() {
		top, h, err := topLine(book, name)
		if err != nil {
			return nil, err
		}
		if top > 0 {
			all = append(all, Sheet{name, &Table{header: h, encoding: "utf-8"}, book, top})
		}
	}
	if len(all) == 0 {
		return nil, ErrNoTable
	}
	return all, nil
}

// topLine finds the line that names the columns of a sheet, 0 for none.
func topLine(book *excelize.File, name string) (n int, h header, err error) {
	for line, cells := range lines(book, name, &err) {
		if line > topLines {
			break
		}
		switch h = headerOf(cells); {
		case h.ours:
			return 0, header{}, ErrOurs
		case h.isTable():
			return line, h, nil
		}
	}
	return 0, header{}, err
}

// lines yields the lines of a sheet, counted from 1; what ends them early goes to failed.
func lines(book *excelize.File, name string, failed *error) iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		rows, err := book.Rows(name)
		if err != nil {
			return // a sheet of diagrams
		}
		defer rows.Close()
		for n := 1; rows.Next(); n++ {
			cells, err := rows.Columns()
			if err != nil {
				*failed = fmt.Errorf("the workbook is damaged: %w", err)
				return
			}
			if !yield(n, cells) {
				return
			}
		}
		if err := rows.Error(); err != nil {
			*failed = fmt.Errorf("the workbook is damaged: %w", err)
		}
	}
}

// Rows yields the rows in order, without empty ones. A broken row ends the table with a last Row that has Err.
func (s Sheet) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		var failed error
		last := s.top
		for n, cells := range lines(s.book, s.Name, &failed) {
			if last = n; n <= s.top || empty(cells) {
				continue
			}
			if i, ok := s.at["published"]; ok && i < len(cells) {
				cells[i] = dayOf(cells[i])
			}
			if !yield(s.row(cells, n)) {
				return
			}
		}
		if failed != nil {
			yield(Row{Line: last + 1, Err: failed})
		}
	}
}

func empty(cells []string) bool {
	for _, c := range cells {
		if oneLine(c) != "" {
			return false
		}
	}
	return true
}

// dayOf writes the number by which Excel keeps a day, and the part of it that has passed, as a date; anything else stays.
func dayOf(cell string) string {
	serial, err := strconv.ParseFloat(cell, 64)
	if err != nil || serial < 10_000 || serial > 100_000_000 { // a year is no day
		return cell
	}
	if day, ok := date.Parse(cell); ok {
		return day.String() // 20240514 is a day as it stands
	}
	when, err := excelize.ExcelDateToTime(serial, false)
	if err != nil {
		return cell
	}
	if serial == float64(int(serial)) {
		return when.Format("2006-01-02")
	}
	return when.Format("2006-01-02T15:04:05")
}
