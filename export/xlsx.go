package export

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"quotidian/dossier"
	"quotidian/export/edits"
)

// The sheets, in their order.
const (
	sheetReadMe      = "Read me"
	sheetOverview    = "Overview"
	sheetStatements  = edits.Statements
	sheetAppearances = edits.Appearances
	sheetWordings    = "Wordings"
	sheetSpeakers    = "Speakers"
	sheetSpellings   = "Spellings"
	sheetOutlets     = "Outlets"
	sheetArticles    = "Articles"
	sheetFaults      = "Faults"
	sheetLog         = "Log"
)

var sheetOrder = []string{
	sheetReadMe, sheetOverview, sheetStatements, sheetAppearances, sheetWordings, sheetSpeakers, sheetSpellings,
	sheetOutlets, sheetArticles, sheetFaults, sheetLog,
}

// book is the workbook being written.
type book struct {
	file    *excelize.File
	styles  styles
	issues  issues
	options Options
	choice  Choice
	bodies  map[string]*body // by the name of the sheet's part
	values  []any            // of the row being written
	hidden  map[string]bool  // sheets and headings of columns in which nothing stands
}

// styles are the numbers of the cell styles in use.
type styles struct {
	head, edit, text, number, share, day, moment, link, title, heading, readme int

	severity [serious + 1]int
	states   []stateColour
}

// The font of the workbook is the one that excelize gives cells without a style.
const (
	bookFont = "Calibri"
	bookSize = 11
)

// newBook begins a workbook that will be written to w. excelize would hold the whole archive in memory first;
// ours goes past its buffer straight to w.
func newBook(w io.Writer, o Options) (*book, error) {
	b := &book{file: excelize.NewFile(), options: o, choice: o.Choice, bodies: map[string]*body{}, hidden: map[string]bool{sheetStatements + attitude: !o.Filter.Thought}}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter {
		return &archive{w: w, parts: map[string]*bytes.Buffer{}, bodies: b.bodies}
	})
	if err := b.file.SetSheetName("Sheet1", sheetOrder[0]); err != nil {
		return b, err
	}
	for _, name := range sheetOrder[1:] {
		if !o.Choice.sheet(name) {
			continue
		}
		if _, err := b.file.NewSheet(name); err != nil {
			return b, err
		}
	}
	return b, b.makeStyles()
}

func (b *book) makeStyles() error {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	left := &excelize.Alignment{Vertical: "top", Horizontal: "left"}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	day, moment, share := "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "0%"
	var errs []error
	style := func(s *excelize.Style) int {
		if s.Font != nil { // one that names none gets another than the sheet's
			s.Font.Family, s.Font.Size = bookFont, cmp.Or(s.Font.Size, bookSize)
		}
		id, err := b.file.NewStyle(s)
		errs = append(errs, err)
		return id
	}
	b.styles = styles{
		head:    style(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("E4E7EC"), Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}),
		edit:    style(&excelize.Style{Font: &excelize.Font{Bold: true, Color: "175CD3"}, Fill: fill("D1E9FF"), Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}),
		text:    style(&excelize.Style{Alignment: top}),
		number:  style(&excelize.Style{Alignment: left, NumFmt: 3}),
		share:   style(&excelize.Style{Alignment: left, CustomNumFmt: &share}),
		day:     style(&excelize.Style{Alignment: left, CustomNumFmt: &day}),
		moment:  style(&excelize.Style{Alignment: left, CustomNumFmt: &moment}),
		link:    style(&excelize.Style{Alignment: left, Font: &excelize.Font{Color: "175CD3", Underline: "single"}}),
		title:   style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 18}}),
		heading: style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 12}}),
		readme:  style(&excelize.Style{Alignment: top}),
	}
	b.styles.severity = [...]int{
		none:    b.styles.text,
		slight:  style(&excelize.Style{Alignment: top, Fill: fill("F2F4F7")}),
		visible: style(&excelize.Style{Alignment: top, Fill: fill("FEF0C7")}),
		serious: style(&excelize.Style{Alignment: top, Fill: fill("FECDCA"), Font: &excelize.Font{Bold: true}}),
	}
	var err error
	b.styles.states, err = b.stateColours()
	return errors.Join(append(errs, err)...)
}

// page sets a sheet up for paper: landscape, one page wide. It states no range of used cells: excelize says A1 of every
// sheet, and readers that go by it (openpyxl, a row at a time) see one cell.
func (b *book) page(name string) error {
	high := 0 // as many as it takes
	if name == sheetOverview {
		high = 1
	}
	fit, wide, landscape, paper := true, 1, "landscape", 9 // A4
	return errors.Join(
		b.file.SetSheetDimension(name, ""),
		b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high, Size: &paper}),
		b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&RPage &P of &N"}),
	)
}

// open begins a sheet, with the columns up to last on paper and the heading on every page. That must be set before
// the stream is opened, which writes the sheet's properties at once.
func (b *book) open(name, last string) (*excelize.StreamWriter, error) {
	errs := []error{b.page(name)}
	if last != "" {
		errs = append(errs, b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "'" + name + "'!$A:$" + last, Scope: name}))
	}
	if name != sheetReadMe {
		errs = append(errs, b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name}))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return b.file.NewStreamWriter(name)
}

func writeXLSX(ctx context.Context, src Source, w io.Writer, o Options) (err error) {
	if err := o.Choice.Check(); err != nil {
		return err
	}
	l, err := read(ctx, src, o)
	if err != nil {
		return err
	}
	b, err := newBook(w, o)
	defer func() { err = errors.Join(err, b.file.Close()) }() // removes excelize's temporary files
	if err != nil {
		return err
	}
	tally := newTally(l.articles)
	if err := b.statements(ctx, src, l, o, tally); err != nil {
		return err
	}
	if err := errors.Join(b.rest(l, tally), b.overview(tally)); err != nil {
		return err
	}
	if err := b.readMe(l, tally, o); err != nil {
		return err
	}
	if err := b.file.SetDocProps(&excelize.DocProperties{Title: o.Name, Creator: "Quotidian " + o.Version, Created: stamp(o.Made), Modified: stamp(o.Made)}); err != nil {
		return err
	}
	return b.file.Write(io.Discard) // what is left to write there is nothing: see newBook
}

// statements writes the three sheets that follow from the statements in one pass over them.
func (b *book) statements(ctx context.Context, src Source, l lists, o Options, t *tally) error {
	statements, err1 := newSheet(b, sheetStatements, 2, statementColumns)
	appearances, err2 := newSheet(b, sheetAppearances, 3, appearanceColumns)
	wordings, err3 := newSheet(b, sheetWordings, 1, wordingColumns)
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	err := each(ctx, src, l.rows, o, func(s *dossier.Statement) error {
		t.count(s)
		if err := statements.add(s); err != nil {
			return err
		}
		for e := range entries(s) {
			if err := appearances.add(e); err != nil {
				return err
			}
		}
		for i := range s.Wordings {
			if err := wordings.add(version{s, i}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return errors.Join(statements.close(), appearances.close(), wordings.close())
}

// rest writes the sheets that are lists already.
func (b *book) rest(l lists, t *tally) error {
	return errors.Join(
		write(b, sheetSpeakers, 2, speakerColumns, pointers(l.speakers)),
		write(b, sheetSpellings, 1, spellingColumns, spellingsOf(l.speakers)),
		write(b, sheetOutlets, 1, outletColumns, t.outlets()),
		write(b, sheetArticles, 1, articleColumns, pointers(l.articles)),
		write(b, sheetFaults, 1, faultColumns, pointers(l.faults)),
		write(b, sheetLog, 1, logColumns, pointers(l.log)),
	)
}

func write[T any](b *book, name string, frozen int, columns []column[T], rows []T) error {
	for _, c := range columns {
		b.hidden[name+c.head] = len(rows) > 0 && !slices.ContainsFunc(rows, func(r T) bool { return plain(c.value(r)) != "" })
	}
	s, err := newSheet(b, name, frozen, columns)
	if err != nil {
		return fmt.Errorf("sheet %s: %w", name, err)
	}
	for _, r := range rows {
		if err := s.add(r); err != nil {
			return fmt.Errorf("sheet %s: %w", name, err)
		}
	}
	return s.close()
}

func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}
