package library

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/dossier"
	"quotidian/ui/find"
)

// Model is the list of articles as it stands. It belongs to one goroutine.
type Model struct {
	all    []dossier.ArticleInfo
	faults []dossier.FaultRow
	index  *find.Index
	query  string
	order  int // column
	down   bool
	shown  []int
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
	m := &Model{order: byDate, kin: &Kin{}}
	m.Set(nil, nil)
	return m
}

// Set replaces articles and faults and keeps query and order.
func (m *Model) Set(list []dossier.ArticleInfo, faults []dossier.FaultRow) {
	m.all, m.faults = list, faults
	m.index = find.NewIndex(len(list), func(i int) []string {
		a := &list[i]
		return []string{a.Title, a.Outlet.Name, a.Outlet.Origin, a.Byline, a.Path, a.Published.String()}
	})
	m.filter()
}

// Len is the number of articles shown.
func (m *Model) Len() int { return len(m.shown) }

// Row gives the i-th article shown.
func (m *Model) Row(i int) *dossier.ArticleInfo { return &m.all[m.shown[i]] }

// Index gives the place of an article among those shown, -1 for none.
func (m *Model) Index(id dossier.ArticleID) int {
	return slices.IndexFunc(m.shown, func(i int) bool { return m.all[i].ID == id })
}

// Has reports whether there is an article of that id, shown or not.
func (m *Model) Has(id dossier.ArticleID) bool {
	return slices.ContainsFunc(m.all, func(a dossier.ArticleInfo) bool { return a.ID == id })
}

// Group brings versions and copies together in the list.
func (m *Model) Group(k *Kin) {
	m.kin = k
	m.filter()
}

// find gives an article by its id, shown or not, nil for none.
func (m *Model) find(id dossier.ArticleID) *dossier.ArticleInfo {
	if i := slices.IndexFunc(m.all, func(a dossier.ArticleInfo) bool { return a.ID == id }); i >= 0 {
		return &m.all[i]
	}
	return nil
}

// Faults lists the inputs that could not be read.
func (m *Model) Faults() []dossier.FaultRow { return m.faults }

// Search narrows the list.
func (m *Model) Search(query string) {
	m.query = query
	m.filter()
}

// Sort orders by a column; the same one again turns the list round.
func (m *Model) Sort(column int) {
	m.down = column == m.order && !m.down
	m.order = column
	m.filter()
}

func (m *Model) filter() {
	hits, _ := m.index.Search(m.query)
	m.shown = m.shown[:0]
	for i := range m.all {
		if hits[i] {
			m.shown = append(m.shown, i)
		}
	}
	slices.SortStableFunc(m.shown, func(a, b int) int {
		c := compare(&m.all[a], &m.all[b], m.order)
		if m.down {
			c = -c
		}
		return cmp.Or(c, strings.Compare(string(m.all[a].ID), string(m.all[b].ID)))
	})
	if len(m.kin.groups) > 0 {
		m.together()
	}
}

// together brings versions and copies behind the first of their group.
func (m *Model) together() {
	place := map[dossier.ArticleID]int{}
	ids := make([]dossier.ArticleID, len(m.shown))
	for i, at := range m.shown {
		ids[i] = m.all[at].ID
		place[ids[i]] = at
	}
	for i, id := range m.kin.Together(ids) {
		m.shown[i] = place[id]
	}
}

// compare orders by a column: words from A, numbers from the greatest, dates from the newest, undated last.
func compare(a, b *dossier.ArticleInfo, column int) int {
	switch column {
	case byTitle:
		return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	case byOutlet:
		return strings.Compare(strings.ToLower(a.Outlet.Name), strings.ToLower(b.Outlet.Name))
	case byQuotes:
		return cmp.Compare(b.Quotes, a.Quotes)
	case byWords:
		return cmp.Compare(b.Words, a.Words)
	default:
		return b.Published.Time.Compare(a.Published.Time)
	}
}
