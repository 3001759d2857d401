package listing

import (
	"slices"

	"fyne.io/fyne/v2"

	"quotidian/ui/widget"
)

// Rows is what a table shows. [List] is it.
type Rows[ID comparable] interface {
	// Len is the number of rows shown, ID the id of the i-th of them, Index the place of a row among them, -1 for none.
	Len() int
	ID(i int) ID
	Index(ID) int
	// Has reports whether there is such a row, shown or not.
	Has(ID) bool
}

// Table is a list on the screen: a grid whose cursor and ticks stay with their rows. A screen embeds it, fills in what
// its grid does beyond that (open, sort), and calls [Table.Show] whenever its rows changed, after [Table.Renewed] where
// they were read anew.
type Table[ID comparable] struct {
	Grid   *widget.Grid
	Ticked Ticks[ID]
	// OnChoose is told that a person moved the cursor.
	OnChoose func()

	rows   Rows[ID]
	chosen ID
	heirs  []ID
}

// NewTable gives a table of rows; cell draws one place of the grid. Keys that the grid has no use for go to the host.
func NewTable[ID comparable](columns []widget.Column, rows Rows[ID], cell func(row, column int) widget.Cell, host Host) *Table[ID] {
	t := &Table[ID]{Grid: widget.NewGrid(columns), rows: rows, OnChoose: func() {}}
	t.Grid.Length, t.Grid.Cell = rows.Len, cell
	t.Grid.OnSelect = func(row int) {
		t.chosen = rows.ID(row)
		t.OnChoose()
	}
	t.Grid.OnKey, t.Grid.OnRune = host.Key, host.Rune
	return t
}

// Host is the window around the screen.
type Host interface {
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// Tickable lets rows be ticked; changed is told when one was. It is called before the grid is shown.
func (t *Table[ID]) Tickable(changed func()) {
	t.Grid.Ticked = func(row int) bool { return t.Ticked.Has(t.rows.ID(row)) }
	t.Grid.OnTick = func(row int) {
		t.Ticked.Toggle(t.rows.ID(row))
		changed()
	}
}

// TickShown ticks all rows that are shown, or unticks all where any is ticked.
func (t *Table[ID]) TickShown() {
	if t.Ticked.Len() > 0 {
		t.Ticked.Clear()
		return
	}
	for i := range t.rows.Len() {
		t.Ticked.Toggle(t.rows.ID(i))
	}
}

// Targets are the rows that a decision is about: those ticked, else the one under the cursor. They are named as
// decisions name them.
func Targets[ID ~string](t *Table[ID]) []string {
	ids := t.Ticked.IDs()
	if len(ids) == 0 && t.rows.Index(t.chosen) >= 0 {
		ids = []ID{t.chosen}
	}
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

// Focus is what takes the keys: the list.
func (t *Table[ID]) Focus() fyne.Focusable { return t.Grid.Keys() }

// Chosen is the id of the row that the cursor stays with, which need not be shown at the moment.
func (t *Table[ID]) Chosen() ID { return t.chosen }

// Show draws the rows as they are now, with the cursor where its row stands.
func (t *Table[ID]) Show() {
	t.Grid.Mark(t.rows.Index(t.chosen))
	t.Grid.Refresh()
}

// FromTop shows the list from its first row after it was ordered or narrowed anew. A cursor that would be out of sight
// there goes to the first row: nobody decides about a row that cannot be seen.
func (t *Table[ID]) FromTop() {
	t.Grid.Top()
	if t.Grid.Row() >= t.Grid.Screenful() {
		t.Grid.Select(0)
	}
}

// Around keeps the row under the cursor in sight when the list was widened.
func (t *Table[ID]) Around() { t.Grid.Centre(max(0, t.Grid.Row())) }

// Searched shows what was found from its first row, and without a search the row that the cursor is on.
func (t *Table[ID]) Searched(query string) {
	if query == "" {
		t.Around()
	} else {
		t.FromTop()
	}
}

// Become says that rows are on their way to be one: should the one under the cursor go, the cursor follows to whichever
// is left.
func (t *Table[ID]) Become(ids ...ID) { t.heirs = ids }

// Renewed has ticks and cursor follow rows that were read anew. Ticks of rows that are no more go. A cursor whose row is
// shown no more goes to what that row has become, else to the row that took its place, so that whoever settles one row
// after the other in a list of what is open need not search for the place again.
func (t *Table[ID]) Renewed() {
	t.Ticked.Keep(t.rows.Has)
	t.inherit()
	if place := t.Grid.Row(); place >= 0 && t.rows.Len() > 0 && t.rows.Index(t.chosen) < 0 {
		t.chosen = t.rows.ID(min(place, t.rows.Len()-1))
	}
}

// inherit moves the cursor from a row that became one with others. Until one of them is gone nothing is settled yet:
// rows are also read anew for other reasons.
func (t *Table[ID]) inherit() {
	gone := func(id ID) bool { return !t.rows.Has(id) }
	if !slices.ContainsFunc(t.heirs, gone) {
		return
	}
	if left := slices.IndexFunc(t.heirs, t.rows.Has); left >= 0 && gone(t.chosen) && slices.Contains(t.heirs, t.chosen) {
		t.chosen = t.heirs[left]
	}
	t.heirs = nil
}
