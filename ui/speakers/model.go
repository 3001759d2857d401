package speakers

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/dossier"
	"quotidian/ui/find"
)

// Model is the list of speakers as it stands. It belongs to one goroutine.
type Model struct {
	all   []dossier.SpeakerInfo
	index *find.Index
	query string
	order int // column
	down  bool
	shown []int
}

// byQuotes is the column that the list begins with.
const byQuotes = 5

// NewModel gives a model, those with most quotes first.
func NewModel(list []dossier.SpeakerInfo) *Model {
	m := &Model{order: byQuotes}
	m.SetSpeakers(list)
	return m
}

// SetSpeakers replaces the list and keeps query and order.
func (m *Model) SetSpeakers(list []dossier.SpeakerInfo) {
	m.all = list
	m.index = find.NewIndex(len(list), func(i int) []string { return texts(&list[i]) })
	m.filter()
}

func texts(s *dossier.SpeakerInfo) []string {
	out := slices.Concat([]string{s.Name}, s.Roles, s.Outlets)
	for _, sp := range s.Spellings {
		out = append(out, sp.Text)
	}
	return out
}

// Len is the number of speakers shown, Row the i-th of them.
func (m *Model) Len() int { return len(m.shown) }

// Row gives the i-th speaker shown.
func (m *Model) Row(i int) *dossier.SpeakerInfo { return &m.all[m.shown[i]] }

// Index gives the place of a speaker among those shown, -1 for none.
func (m *Model) Index(id dossier.SpeakerID) int {
	return slices.IndexFunc(m.shown, func(i int) bool { return m.all[i].ID == id })
}

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
		return cmp.Or(c, strings.Compare(m.all[a].Name, m.all[b].Name))
	})
}

// compare orders by a column: names from A, numbers from the greatest.
func compare(a, b *dossier.SpeakerInfo, column int) int {
	switch column {
	case 0:
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	case 1:
		return cmp.Compare(a.Kind, b.Kind)
	case 3:
		return cmp.Compare(len(b.Spellings), len(a.Spellings))
	case 4:
		return cmp.Compare(len(b.Outlets), len(a.Outlets))
	case byQuotes:
		return cmp.Compare(b.Quotes, a.Quotes)
	default:
		return cmp.Compare(b.Statements, a.Statements)
	}
}
