package dossier

import (
	"maps"
	"reflect"
	"slices"
)

// differ gives the rows of after that are new or other than in before, and the ids that are gone, both sorted.
func differ[T any](before, after map[string]T) (write []T, gone []string) {
	for _, id := range slices.Sorted(maps.Keys(after)) {
		old, ok := before[id]
		if now := after[id]; !ok || !reflect.DeepEqual(old, now) {
			write = append(write, now)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		if _, ok := after[id]; !ok {
			gone = append(gone, id)
		}
	}
	return write, gone
}
