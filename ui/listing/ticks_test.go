package listing

import (
	"slices"
	"testing"
)

func TestTicks(t *testing.T) {
	var s Ticks[string]
	for _, id := range []string{"c", "b", "a", "b"} {
		s.Toggle(id)
	}
	if got := s.IDs(); s.Has("b") || !s.Has("c") || s.Len() != 2 || !slices.Equal(got, []string{"c", "a"}) {
		t.Errorf("ticked, in this order: %v", got)
	}
	s.Keep(func(id string) bool { return id != "a" })
	if got := s.IDs(); !slices.Equal(got, []string{"c"}) {
		t.Errorf("kept %v", got)
	}
	s.Clear()
	if s.Len() != 0 {
		t.Error("not empty")
	}
}
