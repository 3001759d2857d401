// Package picked is what a person has ticked in a list, so that one decision can be about many rows.
package picked

import "slices"

// Set holds the ids of ticked rows in the order in which they were ticked. The zero Set is empty.
type Set[ID comparable] struct{ ids []ID }

// Has reports whether a row is ticked.
func (s *Set[ID]) Has(id ID) bool { return slices.Contains(s.ids, id) }

// Len is the number of ticked rows.
func (s *Set[ID]) Len() int { return len(s.ids) }

// Toggle ticks or unticks a row.
func (s *Set[ID]) Toggle(id ID) {
	if i := slices.Index(s.ids, id); i >= 0 {
		s.ids = slices.Delete(s.ids, i, i+1)
		return
	}
	s.ids = append(s.ids, id)
}

// Clear unticks all rows.
func (s *Set[ID]) Clear() { s.ids = nil }

// Keep unticks the rows that are no more.
func (s *Set[ID]) Keep(there func(ID) bool) {
	s.ids = slices.DeleteFunc(s.ids, func(id ID) bool { return !there(id) })
}

// Strings gives the ticked ids as decisions name them.
func Strings[ID ~string](s *Set[ID]) []string {
	out := make([]string, len(s.ids))
	for i, id := range s.ids {
		out[i] = string(id)
	}
	return out
}
