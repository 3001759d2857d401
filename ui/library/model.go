package library

import (
	"cmp"
	"strings"

	"quotidian/dossier"
	"quotidian/ui/listing"
)

// Model is the list of articles as it stands, with the inputs that could not be read. It belongs to one goroutine.
type Model struct {
	*listing.List[dossier.ArticleID, dossier.ArticleInfo]
	// Faults are the inputs that could not be read.
	Faults []dossier.FaultRow
	kin    *Kin
}

// The columns.
const (
	byTitle = iota
	byOutlet
	byDate
	byQuotes
	byWords
)

// NewModel gives an empty model, ordered by date.
func NewModel() *Model {
	return &Model{kin: &Kin{}, List: listing.NewList(listing.Kind[dossier.ArticleID, dossier.ArticleInfo]{
		ID: func(a *dossier.ArticleInfo) dossier.ArticleID { return a.ID }, Texts: texts, Compare: compare,
	}, byDate)}
}

func texts(a *dossier.ArticleInfo) []string {
	return []string{a.Title, a.Outlet.Name, a.Outlet.Origin, a.Byline, a.Path, a.Published.String()}
}

// Group brings versions and copies together in the list, behind the first of their group.
func (m *Model) Group(k *Kin) {
	m.kin = k
	m.Arrange(k.Together)
}

// compare orders by a column: words from A, numbers from the greatest, dates from the newest, undated last.
func compare(a, b *dossier.ArticleInfo, column int) int {
	c := 0
	switch column {
	case byTitle:
		c = strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	case byOutlet:
		c = strings.Compare(strings.ToLower(a.Outlet.Name), strings.ToLower(b.Outlet.Name))
	case byQuotes:
		c = cmp.Compare(b.Quotes, a.Quotes)
	case byWords:
		c = cmp.Compare(b.Words, a.Words)
	default:
		c = b.Published.Time.Compare(a.Published.Time)
	}
	return cmp.Or(c, strings.Compare(string(a.ID), string(b.ID)))
}
