package dossier

import (
	"encoding/json"
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

// toJSON is for values of our own that always have a JSON form.
func toJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic("internal error: a view has no JSON: " + err.Error())
	}
	return string(b)
}

// fromJSON reads what toJSON wrote. A cell that is no JSON is a damaged file, which Check tells; a view shows
// it empty rather than failing as a whole.
func fromJSON[T any](text string) T {
	var v T
	if text == "" || json.Unmarshal([]byte(text), &v) != nil {
		var none T
		return none
	}
	return v
}
