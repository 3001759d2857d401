package export

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"quotidian/export/edits"
)

// Choice says which sheets an export has, and which columns a sheet.
type Choice struct {
	// Sheets are their names, in any order; none means all. Read me is always there.
	Sheets []string `json:"sheets,omitempty"`
	// Columns are headings by sheet, in the order wanted; a sheet that is missing here has all of them. Those of
	// Appearances are the columns of the CSV too. What leads a row back to its source is always there.
	Columns map[string][]string `json:"columns,omitempty"`
}

// kept are the columns without which a row could not be led back or an edit not be read.
var kept = map[string][]string{
	sheetStatements:  {edits.Statement, edits.SealColumn},
	sheetAppearances: {"Position", "File SHA-256", edits.SealColumn, edits.Appearance},
}

// Sheets lists the sheets that can be chosen, with their columns.
func Sheets() map[string][]string {
	return map[string][]string{
		sheetOverview: nil, sheetStatements: heads(statementColumns), sheetAppearances: heads(appearanceColumns), sheetWordings: heads(wordingColumns),
		sheetSpeakers: heads(speakerColumns), sheetSpellings: heads(spellingColumns), sheetOutlets: heads(outletColumns),
		sheetArticles: heads(articleColumns), sheetFaults: heads(faultColumns), sheetLog: heads(logColumns),
	}
}

func heads[T any](columns []column[T]) []string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = c.head
	}
	return all
}

// Check refuses sheets and columns that do not exist, naming those that do.
func (c Choice) Check() error {
	all := Sheets()
	var errs []error
	for _, s := range c.Sheets {
		if _, ok := all[s]; !ok && s != sheetReadMe {
			errs = append(errs, fmt.Errorf("no sheet is called %q; there are %s", s, strings.Join(sheetOrder, ", ")))
		}
	}
	for s, columns := range c.Columns {
		if all[s] == nil {
			errs = append(errs, fmt.Errorf("no sheet with columns is called %q; there are %s", s, strings.Join(sheetOrder[2:], ", ")))
			continue
		}
		for _, name := range columns {
			if !slices.Contains(all[s], name) {
				errs = append(errs, fmt.Errorf("the sheet %s has no column %q; it has %s", s, name, strings.Join(all[s], ", ")))
			}
		}
	}
	return errors.Join(errs...)
}

// sheet reports whether a sheet is wanted.
func (c Choice) sheet(name string) bool {
	return name == sheetReadMe || len(c.Sheets) == 0 || slices.Contains(c.Sheets, name)
}

// paper is how many of a sheet's columns go to paper.
func (c Choice) paper(sheet string, columns int) int {
	return cmp.Or(len(c.Columns[sheet]), onPaper[sheet], columns)
}

// chosen gives the columns of a sheet that are wanted, in the order wanted, and behind them those that are always
// there.
func chosen[T any](sheet string, columns []column[T], o Options) ([]column[T], error) {
	names := o.Choice.Columns[sheet]
	if len(names) == 0 {
		return slices.Clone(columns), nil
	}
	var out []column[T]
	for _, name := range append(slices.Clone(names), kept[sheet]...) {
		i := slices.IndexFunc(columns, func(c column[T]) bool { return c.head == name })
		switch {
		case i < 0:
			return nil, fmt.Errorf("export: the sheet %s has no column %q", sheet, name)
		case !slices.ContainsFunc(out, func(c column[T]) bool { return c.head == name }):
			out = append(out, columns[i])
		}
	}
	return out, nil
}
