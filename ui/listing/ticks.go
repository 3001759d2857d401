package listing

import (
	"cmp"
	"maps"
	"slices"
)

// Ticks are the rows that a person has ticked. The zero Ticks are none.
type Ticks[ID comparable] struct {
	when map[ID]int // the number of each tick, so that decisions name rows in the order in which they were ticked
	last int
}

// Has reports whether a row is ticked.
func (t *Ticks[ID]) Has(id ID) bool {
	_, ok := t.when[id]
	return ok
}

// Len is the number of ticked rows.
func (t *Ticks[ID]) Len() int { return len(t.when) }

// Toggle ticks or unticks a row.
func (t *Ticks[ID]) Toggle(id ID) {
	if t.Has(id) {
		delete(t.when, id)
		return
	}
	if t.when == nil {
		t.when = map[ID]int{}
	}
	t.last++
	t.when[id] = t.last
}

// Clear unticks all rows.
func (t *Ticks[ID]) Clear() { clear(t.when) }

// Keep unticks the rows that are no more.
func (t *Ticks[ID]) Keep(there func(ID) bool) {
	maps.DeleteFunc(t.when, func(id ID, _ int) bool { return !there(id) })
}

// IDs gives the ticked rows in the order in which they were ticked.
func (t *Ticks[ID]) IDs() []ID {
	return slices.SortedFunc(maps.Keys(t.when), func(a, b ID) int { return cmp.Compare(t.when[a], t.when[b]) })
}
