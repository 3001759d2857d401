package dossier

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/attribution"
)

// TestTell: each of those who have one name is told by something that the others do not have; groups called the same count as one.
func TestTell(t *testing.T) {
	list := []SpeakerInfo{
		{ID: "p-1", Name: "Dana Orlova", Roles: []string{"doctor", "mayor"}, Outlets: []string{"Post"}},
		{ID: "p-2", Name: "Dana Orlova", Roles: []string{"doctor"}, Outlets: []string{"Post", "Star"}},
		{ID: "p-3", Name: "Dana Orlova", Outlets: []string{"Post"}},
		{ID: "p-4", Name: "Ivo Brandt", Roles: []string{"mayor"}},
		{ID: "p-5", Name: "police", Kind: attribution.Organisation, Outlets: []string{"Post"}},
		{ID: "p-6", Name: "police", Kind: attribution.Group, Outlets: []string{"Post"}},
		{ID: "p-7", Name: "Police", Kind: attribution.Group, Outlets: []string{"Star"}},
		{ID: "p-8", Name: "voters", Kind: attribution.Group},
		{ID: "p-9", Name: "a voter", Kind: attribution.Unnamed},
		{ID: "p-x", Name: "a voter", Kind: attribution.Unnamed},
		{ID: "p-y", Name: "Ivo Brandt", Quotes: 1},
	}
	whole := slices.Clone(list)
	told := Tell(list, func(s *SpeakerInfo) bool { return s.Quotes == 0 })
	if diff := cmp.Diff(whole, list); diff != "" {
		t.Errorf("the list is another's: %s", diff)
	}
	got := map[SpeakerID]string{}
	for _, s := range list {
		got[s.ID] = string(told.Head(s.ID)) + " " + told.Label(told.Head(s.ID), s.Name)
		if told.Shared(s.ID) != (s.Name == "Police" || s.ID == "p-6") {
			t.Errorf("%s shared: %v", s.Name, told.Shared(s.ID))
		}
	}
	want := map[SpeakerID]string{
		"p-1": "p-1 Dana Orlova (mayor)", "p-2": "p-2 Dana Orlova (Star)", "p-3": "p-3 Dana Orlova (3)", "p-4": "p-4 Ivo Brandt",
		"p-5": "p-5 police (1)", "p-6": "p-6 police (Star)", "p-7": "p-6 Police (Star)", "p-8": "p-8 voters",
		"p-9": "p-9 a voter (1)", "p-x": "p-x a voter (2)", "p-y": "p-y Ivo Brandt",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
