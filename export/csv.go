package export

import (
	"context"
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"quotidian/dossier"
	"quotidian/export/edits"
)

// writeCSV guards cells that a spreadsheet would run as a formula with a leading apostrophe, as OWASP advises,
// and begins with a byte order mark, without which Excel reads UTF-8 as the system's old encoding. Options.Plain
// leaves both out.
func writeCSV(ctx context.Context, src Source, w io.Writer, o Options) error {
	l, err := read(ctx, src, o)
	if err != nil {
		return err
	}
	if !o.Plain {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = !o.Plain
	columns, err := chosen(sheetAppearances, appearanceColumns, o)
	if err != nil {
		return err
	}
	columns = slices.DeleteFunc(columns, func(c column[entry]) bool { return c.head == edits.SealColumn })
	record := make([]string, len(columns))
	for i, c := range columns {
		record[i] = c.head
	}
	if err := out.Write(record); err != nil {
		return err
	}
	err = each(ctx, src, l.rows, o, func(s *dossier.Statement) error {
		for e := range entries(s) {
			for i, c := range columns {
				if record[i] = plain(c.value(e)); !o.Plain {
					record[i] = guarded(record[i])
				}
			}
			if err := out.Write(record); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// starters begin a formula in one spreadsheet or another; the last four are the full-width forms.
const starters = "=+-@\t\r\n＝＋－＠"

func guarded(cell string) string {
	if r := strings.TrimLeft(cell, " \u00a0"); r != "" && strings.ContainsRune(starters, firstRune(r)) || strings.HasPrefix(cell, "\x00") {
		return "'" + cell
	}
	return cell
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
