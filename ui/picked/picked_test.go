package picked

import (
	"slices"
	"testing"
)

func TestSet(t *testing.T) {
	var s Set[string]
	for _, id := range []string{"a", "b", "c", "b"} {
		s.Toggle(id)
	}
	if s.Len() != 2 || s.Has("b") || !s.Has("c") {
		t.Errorf("%v", s.ids)
	}
	s.Keep(func(id string) bool { return id != "a" })
	if got := Strings(&s); !slices.Equal(got, []string{"c"}) {
		t.Errorf("kept %v", got)
	}
	s.Clear()
	if s.Len() != 0 {
		t.Error("not empty")
	}
}
