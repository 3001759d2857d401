package settings

import (
	"slices"
	"testing"

	"quotidian/dossier"
	"quotidian/ui/prefs"
)

func TestRenames(t *testing.T) {
	list := []dossier.SpeakerInfo{
		{ID: "1", Name: "Mirel Dankow", Spellings: []dossier.Spelling{{Text: "Mirel Dankow"}}},
		{ID: "2", Name: "Ilse Brandt", Spellings: []dossier.Spelling{{Text: "Ilze Brant"}}},
		{ID: "3", Name: "I. Brandt", Spellings: []dossier.Spelling{{Text: "Ilze Brant"}}},
		{ID: "4", Name: "Mirel Dankowski"},
	}
	house := []prefs.House{{Printed: "Mirel Dankow", Own: "Mirel Danko"}, {Printed: "Ilze Brant", Own: "Ilse Brandt"}}
	want := []Rename{{"1", "Mirel Dankow", "Mirel Danko"}, {"3", "I. Brandt", "Ilse Brandt"}}
	if got := Renames(list, house); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}
