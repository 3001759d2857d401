package settings

import (
	"slices"
	"testing"

	"quotidian/dossier"
	"quotidian/ui/prefs"
)

// TestRenames: a name that another speaker has, or gets at the same time, is not given a second time.
func TestRenames(t *testing.T) {
	list := []dossier.SpeakerInfo{
		{ID: "1", Name: "Mirel Dankow", Spellings: []dossier.Spelling{{Text: "Mirel Dankow"}}},
		{ID: "2", Name: "Ilse Brandt", Spellings: []dossier.Spelling{{Text: "Ilze Brant"}}},
		{ID: "3", Name: "I. Brandt", Spellings: []dossier.Spelling{{Text: "Ilze Brant"}}},
		{ID: "4", Name: "Mirel Dankowski"},
		{ID: "5", Name: "M. Dankow", Spellings: []dossier.Spelling{{Text: "Mirel Dankow"}}},
	}
	house := []prefs.House{{Printed: "Mirel Dankow", Own: "Mirel Danko"}, {Printed: "Ilze Brant", Own: "Ilse Brandt"}}
	want, left := []Rename{{"1", "Mirel Dankow", "Mirel Danko"}}, []Rename{{"3", "I. Brandt", "Ilse Brandt"}, {"5", "M. Dankow", "Mirel Danko"}}
	if got, taken := Renames(list, house); !slices.Equal(got, want) || !slices.Equal(taken, left) {
		t.Errorf("%+v, left out %+v", got, taken)
	}
}
