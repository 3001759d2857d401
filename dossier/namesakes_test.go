package dossier

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNamesakes: each of those who have one name is told by something that the others do not have.
func TestNamesakes(t *testing.T) {
	got := Namesakes([]SpeakerInfo{
		{ID: "p-1", Name: "Dana Orlova", Roles: []string{"doctor", "mayor"}, Outlets: []string{"Post"}},
		{ID: "p-2", Name: "Dana Orlova", Roles: []string{"doctor"}, Outlets: []string{"Post", "Star"}},
		{ID: "p-3", Name: "Dana Orlova", Outlets: []string{"Post"}},
		{ID: "p-4", Name: "Ivo Brandt", Roles: []string{"mayor"}},
	})
	if diff := cmp.Diff(map[SpeakerID]string{"p-1": "mayor", "p-2": "Star", "p-3": "3"}, got); diff != "" {
		t.Error(diff)
	}
}
