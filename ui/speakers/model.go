package speakers

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/dossier"
	"quotidian/ui/listing"
)

// Model is the list of speakers as it stands.
type Model = listing.List[dossier.SpeakerID, dossier.SpeakerInfo]

// The columns.
const (
	byName = iota
	byKind
	byRole
	bySpellings
	byOutlets
	byQuotes
	byStatements
)

// NewModel gives an empty model, those with most quotes first.
func NewModel() *Model {
	return listing.NewList(listing.Kind[dossier.SpeakerID, dossier.SpeakerInfo]{
		ID: func(s *dossier.SpeakerInfo) dossier.SpeakerID { return s.ID }, Texts: texts, Compare: compare,
	}, byQuotes)
}

func texts(s *dossier.SpeakerInfo) []string {
	out := slices.Concat([]string{s.Name}, s.Roles, s.Outlets)
	for _, sp := range s.Spellings {
		out = append(out, sp.Text)
	}
	return out
}

// compare orders by a column: names from A, numbers from the greatest. The column of roles orders nothing.
func compare(a, b *dossier.SpeakerInfo, column int) int {
	c := 0
	switch column {
	case byName:
		c = strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	case byKind:
		c = cmp.Compare(a.Kind, b.Kind)
	case bySpellings:
		c = cmp.Compare(len(b.Spellings), len(a.Spellings))
	case byOutlets:
		c = cmp.Compare(len(b.Outlets), len(a.Outlets))
	case byQuotes:
		c = cmp.Compare(b.Quotes, a.Quotes)
	case byStatements:
		c = cmp.Compare(b.Statements, a.Statements)
	}
	return cmp.Or(c, strings.Compare(a.Name, b.Name))
}
