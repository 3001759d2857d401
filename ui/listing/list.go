// Package listing is a list as a person works with it: searched as one types, ordered by its columns, with a cursor
// that stays with its row and ticks for decisions about many rows.
//
// Rows have ids, and everything a person does to a list is kept by id: rows come and go with every decision and every
// import, their places mean nothing a moment later.
//
// [List] is the model, without the toolkit: which rows pass the search, in which order. It goes through all rows at
// every key, which is right for some ten thousand articles, speakers or entries of the log. [Table] is the list on the
// screen. It asks for no more than [Rows], so that a screen with a model of its own (statements: a hundred thousand
// rows, facets) has the same cursor and the same ticks.
package listing

import (
	"slices"

	"quotidian/ui/find"
)

// Kind is what a list needs to know of its rows.
type Kind[ID comparable, Row any] struct {
	ID func(*Row) ID
	// Texts are what a search looks through.
	Texts func(*Row) []string
	// Compare orders two rows by a column, in the order in which the column is first shown: words from A, numbers from
	// the greatest. Rows that compare equal stay in the order in which they came. nil leaves all rows so.
	Compare func(a, b *Row, column int) int
}

// List is the rows with what a person wants to see of them. It belongs to one goroutine.
type List[ID comparable, Row any] struct {
	kind    Kind[ID, Row]
	rows    []Row
	at      map[ID]int // places in rows
	index   *find.Index
	query   string
	found   map[ID]bool // rows that hold the query where texts do not say it
	column  int
	back    bool  // in the order opposite to the column's first
	sorted  []int // places in rows of all of them, in order: a key typed in the search needs no sorting
	arrange func([]ID) []ID
	shown   []int // places in rows of those that pass
}

// NewList gives a list without rows, ordered by a column.
func NewList[ID comparable, Row any](kind Kind[ID, Row], column int) *List[ID, Row] {
	l := &List[ID, Row]{kind: kind, column: column}
	l.Set(nil)
	return l
}

// Set replaces the rows and keeps search and order.
func (l *List[ID, Row]) Set(rows []Row) { l.Prepare(rows)() }

// Prepare does the long part of [List.Set], which may be done on another goroutine: thousands of rows take a while. What it gives back
// does the rest.
func (l *List[ID, Row]) Prepare(rows []Row) (set func()) {
	at := make(map[ID]int, len(rows))
	for i := range rows {
		at[l.kind.ID(&rows[i])] = i
	}
	index := find.NewIndex(len(rows), func(i int) []string { return l.kind.Texts(&rows[i]) })
	return func() {
		l.rows, l.at, l.index = rows, at, index
		l.sort()
		l.filter()
	}
}

// All gives all rows as they came, shown or not.
func (l *List[ID, Row]) All() []Row { return l.rows }

// Len is the number of rows shown.
func (l *List[ID, Row]) Len() int { return len(l.shown) }

// Row gives the i-th row shown.
func (l *List[ID, Row]) Row(i int) *Row { return &l.rows[l.shown[i]] }

// ID gives the id of the i-th row shown.
func (l *List[ID, Row]) ID(i int) ID { return l.kind.ID(l.Row(i)) }

// Index gives the place of a row among those shown, -1 for none.
func (l *List[ID, Row]) Index(id ID) int {
	if i, ok := l.at[id]; ok {
		return slices.Index(l.shown, i)
	}
	return -1
}

// Has reports whether there is a row of that id, shown or not.
func (l *List[ID, Row]) Has(id ID) bool { return l.Find(id) != nil }

// Find gives a row by its id, shown or not, nil for none.
func (l *List[ID, Row]) Find(id ID) *Row {
	if i, ok := l.at[id]; ok {
		return &l.rows[i]
	}
	return nil
}

// Shown gives a row by its id where it is shown, else nil.
func (l *List[ID, Row]) Shown(id ID) *Row {
	if i := l.Index(id); i >= 0 {
		return l.Row(i)
	}
	return nil
}

// Search narrows the list to rows that hold every word; Query is what it was narrowed to last.
func (l *List[ID, Row]) Search(query string) {
	l.query, l.found = query, nil
	l.filter()
}

// Found adds rows in which a query was found beyond their texts. An answer to a query that is no longer asked is dropped.
func (l *List[ID, Row]) Found(query string, rows map[ID]bool) {
	if query == l.query {
		l.found = rows
		l.filter()
	}
}

// Query is what is searched for.
func (l *List[ID, Row]) Query() string { return l.query }

// Sort orders by a column; the same one again turns the list round.
func (l *List[ID, Row]) Sort(column int) {
	l.back = column == l.column && !l.back
	l.column = column
	l.sort()
	l.filter()
}

// Order gives the column that the list is ordered by, and whether it is turned round.
func (l *List[ID, Row]) Order() (column int, back bool) { return l.column, l.back }

// Arrange has the rows that are shown, in their order, put into another one: by gives back the ids that it is given.
func (l *List[ID, Row]) Arrange(by func(shown []ID) []ID) {
	l.arrange = by
	l.filter()
}

func (l *List[ID, Row]) sort() {
	l.sorted = make([]int, len(l.rows))
	for i := range l.sorted {
		l.sorted[i] = i
	}
	if l.kind.Compare != nil {
		slices.SortStableFunc(l.sorted, l.compare)
	}
}

func (l *List[ID, Row]) filter() {
	hits, count := l.index.Search(l.query)
	l.shown = slices.Grow(l.shown[:0], count)
	for _, i := range l.sorted {
		if hits[i] || l.found[l.kind.ID(&l.rows[i])] {
			l.shown = append(l.shown, i)
		}
	}
	if l.arrange != nil {
		l.rearrange()
	}
}

func (l *List[ID, Row]) compare(a, b int) int {
	c := l.kind.Compare(&l.rows[a], &l.rows[b], l.column)
	if l.back {
		return -c
	}
	return c
}

func (l *List[ID, Row]) rearrange() {
	ids := make([]ID, len(l.shown))
	for i := range ids {
		ids[i] = l.ID(i)
	}
	for i, id := range l.arrange(ids) {
		l.shown[i] = l.at[id]
	}
}
