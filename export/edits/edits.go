// Package edits reads back what an editor changed in a workbook: the columns Status, Speaker and Note of the sheets
// Statements and Appearances.
//
// It takes a workbook that package export wrote and that somebody may have edited, sorted, filtered and saved with
// any program, and gives a [Plan]: decisions in the editor's name, and a list of what cannot be one. Nothing is
// applied here, and what contradicts anything is in the list, never among the decisions.
//
// Every row carries a seal in a hidden column: a hash of each cell that is read back, as it was written. It tells
// three cases apart. The cell still fits its seal: nobody edited it, whatever became of the dossier. The dossier
// fits it: the cell was edited, and nothing else happened. Neither does: dossier and workbook both went on, and what
// differs now is a matter for a person.
package edits

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// The sheets and columns that are read back, by their names in the workbook.
const (
	Statements  = "Statements"
	Appearances = "Appearances"

	Statement  = "Statement"
	Appearance = "Appearance"
	Status     = "Status"
	Speaker    = "Speaker"
	Note       = "Note"
	DecidedBy  = "Decided by"
	SealColumn = "Seal"
)

// NotAQuote is what an editor writes as the status of what is no statement at all.
const NotAQuote = "not a quote"

// Columns lists the columns that an editor may change.
var Columns = []string{Status, Speaker, Note}

// Seal is what a row's hidden column says of its cells as they were written: "1f0c22ab-…-…", a hash of each with the
// row's id, in the order of [Columns].
func Seal(id, status, speaker, note string) string {
	return hash(id, status) + "-" + hash(id, speaker) + "-" + hash(id, note)
}

func hash(id, value string) string {
	sum := sha256.Sum256([]byte(id + "\x00" + canonical(value)))
	return hex.EncodeToString(sum[:4])
}

// mostCompared bounds what of a text counts, in bytes: a cell may have cut the rest.
const mostCompared = 30_000

// canonical leaves out what a workbook cannot hold or a program may change on the way: control characters and what
// stands in their place, and the number of blanks.
func canonical(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 0x2400 && r <= 0x2421 || r == utf8.RuneError || r > 0xfffd && r <= 0xffff || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > mostCompared {
		s = strings.ToValidUTF8(s[:mostCompared], "")
	}
	return s
}

// Row is one row of a workbook that can be edited.
type Row struct {
	Sheet string
	// Line is the row's number in the sheet, from 1.
	Line int
	// ID is that of the quote or the statement.
	ID                    string
	Status, Speaker, Note string
	DecidedBy             string
	Seal                  string
}

// place says where a row stands, as messages do.
func (r *Row) place() string { return fmt.Sprintf("%s, row %d", r.Sheet, r.Line) }

// Workbook is what was read of one.
type Workbook struct {
	Rows []Row
	// Editor is who saved the file last, as its program noted it; "" when it did not.
	Editor string
}

// Limits of a workbook that is read, unpacked, in bytes.
const (
	mostUnpacked = 2 << 30
	mostInMemory = 64 << 20
)

// Read reads the workbook at path. The error says what is wrong with it: damaged, of another program, or without a
// column that is needed.
func Read(path string) (*Workbook, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, errors.Unwrap(err)
	}
	defer f.Close()
	return ReadFrom(f)
}

// ReadFrom is Read from a stream.
func ReadFrom(in io.Reader) (w *Workbook, err error) {
	defer func() {
		if p := recover(); p != nil { // the library panics on some damaged files (GHSA-g27h-8qhm-6pff)
			w, err = nil, fmt.Errorf("a damaged workbook: %v", p)
		}
	}()
	f, err := excelize.OpenReader(in, excelize.Options{RawCellValue: true, UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostInMemory})
	if err != nil {
		return nil, fmt.Errorf("not a workbook, or a damaged one: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w = &Workbook{}
	if p, err := f.GetDocProps(); err == nil && p != nil {
		w.Editor = strings.TrimSpace(p.LastModifiedBy)
	}
	sheets := f.GetSheetList()
	if !slices.Contains(sheets, Appearances) && !slices.Contains(sheets, Statements) {
		return nil, fmt.Errorf("not a workbook that quotidian wrote: it has neither a sheet %s nor a sheet %s", Appearances, Statements)
	}
	for _, s := range [][2]string{{Statements, Statement}, {Appearances, Appearance}} {
		if slices.Contains(sheets, s[0]) {
			if err := w.sheet(f, s[0], s[1]); err != nil {
				return nil, err
			}
		}
	}
	return w, nil
}

// sheet reads the rows of one sheet.
func (w *Workbook) sheet(f *excelize.File, sheet, id string) error {
	rows, err := f.Rows(sheet)
	if err != nil {
		return fmt.Errorf("a damaged workbook: sheet %s: %w", sheet, err)
	}
	at := map[string]int{}
	for line := 1; rows.Next(); line++ {
		cells, err := rows.Columns()
		if err != nil {
			return fmt.Errorf("a damaged workbook: sheet %s, row %d: %w", sheet, line, err)
		}
		if line == 1 {
			if at, err = headings(sheet, id, cells); err != nil {
				return err
			}
			continue
		}
		cell := func(head string) string {
			if i, ok := at[head]; ok && i < len(cells) {
				return strings.TrimSpace(cells[i])
			}
			return ""
		}
		if r := (Row{sheet, line, cell(id), cell(Status), cell(Speaker), cell(Note), cell(DecidedBy), cell(SealColumn)}); r.ID != "" || r.Seal != "" {
			w.Rows = append(w.Rows, r)
		}
	}
	return errors.Join(rows.Error(), rows.Close())
}

// headings finds the columns by their headings, wherever they were moved.
func headings(sheet, id string, cells []string) (map[string]int, error) {
	at := map[string]int{}
	for i, c := range cells {
		c = strings.TrimSpace(c)
		if _, twice := at[c]; twice && slices.Contains(append(Columns, id, SealColumn), c) {
			return nil, fmt.Errorf("sheet %s has two columns %s", sheet, c)
		}
		at[c] = i
	}
	needed := []string{id, Status, Speaker, SealColumn}
	if sheet == Appearances {
		needed = append(needed, Note)
	}
	for _, head := range needed {
		if _, ok := at[head]; !ok {
			return nil, fmt.Errorf("sheet %s has no column %s: not a workbook that quotidian wrote, or one whose columns were renamed", sheet, head)
		}
	}
	return at, nil
}
