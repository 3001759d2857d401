package speakers

import (
	"testing"

	"quotidian/dossier"
)

func TestSearchAndOrder(t *testing.T) {
	m := NewModel([]dossier.SpeakerInfo{
		{ID: "1", Name: "Mirel Danko", Quotes: 3, Spellings: []dossier.Spelling{{Text: "Mirel Dankow"}, {Text: "Danko"}}},
		{ID: "2", Name: "Ilse Brandt", Quotes: 5, Roles: []string{"mayor"}},
		{ID: "3", Name: "Anders Holm", Quotes: 3, Outlets: []string{"Harbour Post"}},
	})
	shown := func() string {
		s := ""
		for i := range m.Len() {
			s += string(m.Row(i).ID)
		}
		return s
	}
	if shown() != "231" {
		t.Errorf("most quotes first: %s", shown())
	}
	for column, want := range map[int]string{0: "321", 3: "132", 4: "321"} {
		m.order, m.down = -1, false
		m.Sort(column)
		if shown() != want {
			t.Errorf("column %d: %s, want %s", column, shown(), want)
		}
	}
	for query, want := range map[string]string{"dankow": "1", "mayor": "2", "harbour": "3", "nobody": ""} {
		m.Search(query)
		if shown() != want {
			t.Errorf("%q: %s, want %s", query, shown(), want)
		}
	}
	m.Search("nobody")
	if m.Index("1") != -1 {
		t.Error("a speaker that is not shown has a place")
	}
}
