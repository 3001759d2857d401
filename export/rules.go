package export

import (
	"errors"
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"quotidian/export/edits"
)

// rules gives the column of states its colours, which follow what an editor enters, and the list that it is chosen
// from. It must come before the sheet's frame is written.
func (s *sheet[T]) rules() error {
	at := slices.IndexFunc(s.columns, func(c column[T]) bool { return c.head == edits.Status })
	if at < 0 || !s.editable() {
		return nil
	}
	last := max(s.row, 2)
	cells := fmt.Sprintf("%[1]s2:%[1]s%[2]d", s.body.letters[at], last)
	var colours []excelize.ConditionalFormatOptions
	for _, c := range s.book.styles.states {
		colours = append(colours, excelize.ConditionalFormatOptions{Type: "cell", Criteria: "equal to", Value: `"` + c.state + `"`, Format: &c.style})
	}
	list := excelize.NewDataValidation(true)
	list.SetSqref(cells)
	list.SetError(excelize.DataValidationErrorStyleWarning, "Status", "Only confirmed, rejected and "+edits.NotAQuote+" are read back.")
	return errors.Join(
		s.book.file.SetConditionalFormat(s.name, cells, colours),
		list.SetDropList([]string{"machine", "confirmed", "rejected", "changed", edits.NotAQuote}),
		s.book.file.AddDataValidation(s.name, list),
	)
}

// stateColour is how a state looks.
type stateColour struct {
	state string
	style int
}

// stateColours makes the looks of the states that a person gave.
func (b *book) stateColours() ([]stateColour, error) {
	var all []stateColour
	for _, c := range []struct {
		state, fill, ink string
		strike           bool
	}{
		{"confirmed", "D1FADF", "05603A", false},
		{"changed", "D1E9FF", "175CD3", false},
		{"rejected", "FEE4E2", "B42318", true},
		{edits.NotAQuote, "F2F4F7", "667085", true},
	} {
		id, err := b.file.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Color: c.ink, Strike: c.strike},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c.fill}},
		})
		if err != nil {
			return nil, err
		}
		all = append(all, stateColour{c.state, id})
	}
	return all, nil
}
