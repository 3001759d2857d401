package speakers

import (
	"slices"
	"testing"

	"quotidian/attribution"
	"quotidian/dossier"
)

// TestResembling: a likely spelling comes first however little it is quoted, then what shares a word; of all others the order stays.
func TestResembling(t *testing.T) {
	org := attribution.Organisation
	all := []dossier.SpeakerInfo{
		{ID: "1", Name: "Ilse Brandt"},
		{ID: "2", Name: "Agence France-Presse", Kind: org},
		{ID: "3", Name: "Mirel Danko"},
		{ID: "4", Name: "Vera Orga"},
		{ID: "5", Name: "Petrov Danko"},
		{ID: "6", Name: "Mirel Dankow"},
		{ID: "7", Name: "AFP", Kind: org},
	}
	for _, c := range []struct {
		own    int
		want   []dossier.SpeakerID
		likely int
	}{
		{2, []dossier.SpeakerID{"6", "5", "1"}, 1},
		{6, []dossier.SpeakerID{"2", "1", "3"}, 1},
		{3, []dossier.SpeakerID{"1", "2", "3"}, 0},
	} {
		list, n := Resembling(&all[c.own], all)
		var got []dossier.SpeakerID
		for _, s := range list {
			got = append(got, s.ID)
		}
		if len(got) != len(all)-1 || !slices.Equal(got[:3], c.want) || n != c.likely {
			t.Errorf("%s: %v, %d likely", all[c.own].Name, got, n)
		}
	}
}
