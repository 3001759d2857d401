// Package statements is the main screen: every statement of the dossier in one list, searched as one types,
// narrowed by facets, ordered by any column.
//
// [Model] knows nothing of Fyne and does the whole work; [View] shows it. A keystroke costs one scan of folded
// text and one pass over small integers, some ten milliseconds for a hundred thousand statements.
package statements

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"quotidian/dossier"
	"quotidian/ui/find"
	"quotidian/ui/say"
	"quotidian/ui/severity"
)

// The groups of facets, in the order in which they are shown: what asks for a look comes first.
const (
	ByChange  = "CHANGE"
	ByStatus  = "STATUS"
	ByReach   = "CARRIED BY"
	BySpeaker = "SPEAKER"
	ByOutlet  = "OUTLET"
	ByAgency  = "AGENCY"
	ByKind    = "KIND"
	ByMonth   = "FIRST SEEN"
)

// Order is what the list is ordered by.
type Order int

// The orders. Each is the natural one of its column: newest first, as dossiers list them, most first, alphabetical.
const (
	ByFirst Order = iota
	ByText
	BySpeakerName
	ByOutlets
	ByWeight
)

// Rows is a list of statements prepared for searching, counting and ordering. Preparing a hundred thousand takes
// half a second, so the screen does it on a goroutine and hands the result to [Model.Adopt].
type Rows struct {
	rows   []dossier.StatementRow
	index  *find.Index
	props  []*property
	order  Order
	down   bool
	sorted []int // all rows in order
	at     map[dossier.StatementID]int

	names map[string]string // by id of a speaker
	told  dossier.Told

	thoughts []bool // which rows are attitudes only
	thought  int    // how many are
	pass     []bool // which rows the last filter let through
}

// Prepare indexes and orders rows; disputed are those that contradict another (see [Disputed]).
func Prepare(rows []dossier.StatementRow, disputed map[dossier.StatementID]bool, order Order, down bool) *Rows {
	r := &Rows{
		rows: rows, props: properties(rows, disputed), at: make(map[dossier.StatementID]int, len(rows)),
		thoughts: make([]bool, len(rows)), pass: make([]bool, len(rows)), names: map[string]string{},
	}
	for i := range rows {
		r.at[rows[i].ID] = i
		r.names[string(rows[i].Speaker)] = rows[i].SpeakerName
		if r.thoughts[i] = rows[i].Thought; rows[i].Thought {
			r.thought++
		}
	}
	r.index = find.NewIndex(len(rows), func(i int) []string {
		return slices.Concat([]string{rows[i].Text, rows[i].SpeakerName}, rows[i].Outlets, rows[i].Origins)
	})
	r.sort(order, down)
	return r
}

func (r *Rows) sort(order Order, down bool) {
	r.order, r.down = order, down
	r.sorted = make([]int, len(r.rows))
	for i := range r.sorted {
		r.sorted[i] = i
	}
	by := comparers[order]
	slices.SortFunc(r.sorted, func(a, b int) int {
		c := by(&r.rows[a], &r.rows[b])
		if down {
			c = -c
		}
		return cmp.Or(c, strings.Compare(string(r.rows[a].ID), string(r.rows[b].ID)))
	})
}

// Model is the list as it stands: rows, query, facets, order. It belongs to one goroutine.
type Model struct {
	*Rows
	query    string
	deep     []bool                       // rows that the dossier found by wordings which they do not hold; nil when there are none
	picked   map[dossier.StatementID]bool // those that the list is narrowed to, nil for all
	voiced   dossier.SpeakerID            // whose statements those are, "" where they are others
	why      string                       // what those are, in words
	thinking bool                         // whether attitudes are listed
	shown    []int                        // the rows that pass
}

// NewModel gives a model of rows, ordered by first appearance.
func NewModel(rows []dossier.StatementRow) *Model {
	m := &Model{Rows: Prepare(rows, nil, ByFirst, false)}
	m.filter()
	return m
}

// Adopt replaces the rows and keeps query, facets and order.
func (m *Model) Adopt(r *Rows) {
	for i, p := range m.props {
		values := p.chosenValues()
		if p.name == BySpeaker {
			values = m.become(r, values)
		}
		r.props[i].choose(values)
	}
	if r.order != m.order || r.down != m.down {
		r.sort(m.order, m.down)
	}
	m.Rows, m.deep = r, m.carried(r)
	m.pickAgain()
	m.filter()
}

// pickAgain picks what a speaker says by now, as a quote with other bounds, or in an article read since; of one who is no more, as after a join, what was
// picked stays.
func (m *Model) pickAgain() {
	if ids := m.saidBy(m.voiced); m.voiced != "" && len(ids) > 0 {
		m.picked = setOf(ids)
	}
}

// become gives values of speakers as other rows have them: whom their statements have there. Of several it is who has the name, for when
// somebody is split off either can keep the id; one who was joined with another has neither. Without a speaker the list would be a wider one.
func (m *Model) become(r *Rows, values []string) []string {
	var out []string
	for _, id := range values {
		count := map[string]int{}
		for i := range m.rows {
			if at, ok := r.at[m.rows[i].ID]; ok && m.voice(&m.rows[i]) == id {
				count[r.voice(&r.rows[at])]++
			}
		}
		out = append(out, r.heirs(id, m.names[id], count)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// heirs are those of some speakers, with how many statements each took over, who stand for one that had an id and a name.
func (r *Rows) heirs(id, name string, count map[string]int) []string {
	has := func(value string) bool { return strings.EqualFold(r.names[value], name) } // groups are one in capitals or not
	all := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(before(has(a), has(b)), cmp.Compare(count[b], count[a]), before(a == id, b == id), strings.Compare(a, b))
	})
	_, stays := r.names[id]
	switch {
	case len(all) > 0 && has(all[0]):
		return all[:1]
	case stays:
		return []string{string(r.told.Head(dossier.SpeakerID(id)))}
	}
	return all
}

// carried is what was found by wordings, as it lies in other rows: it stays in the list until the dossier was asked again.
func (m *Model) carried(r *Rows) []bool {
	if m.deep == nil {
		return nil
	}
	deep := make([]bool, len(r.rows))
	for i, found := range m.deep {
		if at, ok := r.at[m.rows[i].ID]; found && ok {
			deep[at] = true
		}
	}
	return deep
}

// Len is the number of rows shown, All the number of all that could be.
func (m *Model) Len() int { return len(m.shown) }

// All is the number of statements, attitudes only counted when they are shown.
func (m *Model) All() int {
	if m.thinking {
		return len(m.rows)
	}
	return m.Said()
}

// Said is the number of statements that are no attitudes.
func (m *Model) Said() int { return len(m.rows) - m.thought }

// IDs gives the ids of the rows shown, in their order.
func (m *Model) IDs() []dossier.StatementID {
	out := make([]dossier.StatementID, len(m.shown))
	for i := range m.shown {
		out[i] = m.ID(i)
	}
	return out
}

// Row gives the i-th row shown.
func (m *Model) Row(i int) *dossier.StatementRow { return &m.rows[m.shown[i]] }

// ID gives the id of the i-th row shown.
func (m *Model) ID(i int) dossier.StatementID { return m.Row(i).ID }

// Index gives the place of a statement among the rows shown, -1 when it is not.
func (m *Model) Index(id dossier.StatementID) int {
	if m.Shows(id) {
		return slices.Index(m.shown, m.at[id])
	}
	return -1
}

// Shows reports whether a statement is among the rows shown.
func (m *Model) Shows(id dossier.StatementID) bool {
	row, ok := m.at[id]
	return ok && m.pass[row]
}

// Has reports whether there is a statement of that id, shown or not.
func (m *Model) Has(id dossier.StatementID) bool {
	_, ok := m.at[id]
	return ok
}

// Find gives a statement by its id, shown or not, nil for none.
func (m *Model) Find(id dossier.StatementID) *dossier.StatementRow {
	if i, ok := m.at[id]; ok {
		return &m.rows[i]
	}
	return nil
}

// Query is the words searched for.
func (m *Model) Query() string { return m.query }

// Search narrows the list to rows that hold every word.
func (m *Model) Search(query string) {
	m.query, m.deep = query, nil
	m.filter()
}

// Found adds statements that the dossier found for a query in wordings which rows do not hold, and reports whether
// there are any. An answer to a query that is no longer asked is dropped.
func (m *Model) Found(query string, rows []dossier.StatementRow) bool {
	if query != m.query {
		return false
	}
	hits, _ := m.index.Search(query)
	m.deep = nil
	for i := range rows {
		if row, ok := m.at[rows[i].ID]; ok && !hits[row] {
			if m.deep == nil {
				m.deep = make([]bool, len(m.rows))
			}
			m.deep[row] = true
		}
	}
	if m.deep == nil {
		return false
	}
	m.filter()
	return true
}

// Offers reports whether any statement has a value of a group of facets.
func (m *Model) Offers(group, value string) bool {
	return slices.ContainsFunc(m.props, func(p *property) bool { return p.name == group && slices.Contains(p.values, value) })
}

// saidBy gives the statements of one speaker, by id.
func (m *Model) saidBy(speaker dossier.SpeakerID) (ids []dossier.StatementID) {
	for i := range m.rows {
		if m.rows[i].Speaker == speaker {
			ids = append(ids, m.rows[i].ID)
		}
	}
	return ids
}

// Toggle ticks or unticks a facet.
func (m *Model) Toggle(group, value string) {
	for _, p := range m.props {
		if p.name == group {
			p.toggle(value)
		}
	}
	m.filter()
}

// Pick narrows the list to some statements; why says in words which they are.
func (m *Model) Pick(ids []dossier.StatementID, why string) {
	m.picked, m.voiced, m.why = setOf(ids), "", why
	m.filter()
}

// PickOf narrows the list to the statements of one speaker, by id.
func (m *Model) PickOf(speaker dossier.SpeakerID, why string) {
	m.Pick(m.saidBy(speaker), why)
	m.voiced = speaker
}

func setOf(ids []dossier.StatementID) map[dossier.StatementID]bool {
	set := make(map[dossier.StatementID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

// Clear takes all away that narrows the list.
func (m *Model) Clear() {
	m.query, m.deep, m.picked, m.voiced = "", nil, nil, ""
	for _, p := range m.props {
		p.choose(nil)
	}
	m.filter()
}

// Narrowed reports whether anything hides rows.
func (m *Model) Narrowed() bool { return m.query != "" || m.picked != nil || m.Faceted() }

// Faceted reports whether a facet is chosen.
func (m *Model) Faceted() bool {
	return slices.ContainsFunc(m.props, func(p *property) bool { return p.chosen > 0 })
}

// Narrowing says what hides rows, one cause a line.
func (m *Model) Narrowing() []string {
	var out []string
	if m.picked != nil {
		out = append(out, m.why)
	}
	if m.query != "" {
		out = append(out, say.T("Words searched for: %s", m.query))
	}
	for _, p := range m.props {
		var labels []string
		for _, v := range p.chosenValues() {
			labels = append(labels, m.label(p.name, v))
		}
		if len(labels) > 0 {
			out = append(out, say.T(p.name)+": "+strings.Join(labels, ", "))
		}
	}
	return out
}

// ShowThought says whether attitudes ("wants", "believes") are listed too.
func (m *Model) ShowThought(on bool) {
	m.thinking = on
	m.filter()
}

// Thought reports whether attitudes are listed.
func (m *Model) Thought() bool { return m.thinking }

// Sort orders the list; the same order again turns it round.
func (m *Model) Sort(o Order) {
	m.sort(o, o == m.order && !m.down)
	m.filter()
}

// Order gives what the list is ordered by, and whether it is turned round.
func (m *Model) Order() (Order, bool) { return m.order, m.down }

// comparers give the natural order of each column. Undated statements come after all dated ones.
var comparers = [...]func(a, b *dossier.StatementRow) int{
	ByFirst: func(a, b *dossier.StatementRow) int {
		return cmp.Or(before(a.First.Known(), b.First.Known()), b.First.Time.Compare(a.First.Time),
			cmp.Compare(len(b.Outlets), len(a.Outlets)), cmp.Compare(b.Appearances, a.Appearances))
	},
	ByText: func(a, b *dossier.StatementRow) int {
		return strings.Compare(strings.ToLower(a.Text), strings.ToLower(b.Text))
	},
	BySpeakerName: func(a, b *dossier.StatementRow) int {
		return cmp.Or(before(a.SpeakerName != "", b.SpeakerName != ""), strings.Compare(a.SpeakerName, b.SpeakerName))
	},
	ByOutlets: func(a, b *dossier.StatementRow) int {
		return cmp.Or(cmp.Compare(len(b.Outlets), len(a.Outlets)), cmp.Compare(b.Appearances, a.Appearances))
	},
	ByWeight: func(a, b *dossier.StatementRow) int { return cmp.Compare(worst(a), worst(b)) },
}

// before puts those for whom a fact holds first.
func before(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	default:
		return 1
	}
}

// filter finds the rows that pass the query and every facet group, and counts what each facet would give. It
// walks the rows in the order in which they lie in memory and brings them into the list's order afterwards: the
// other way round, waiting for memory took four fifths of the time.
func (m *Model) filter() {
	hits, _ := m.index.Search(m.query)
	for _, p := range m.props {
		clear(p.counts)
	}
	for i := range m.pass {
		m.pass[i] = (hits[i] || m.deep != nil && m.deep[i]) && (m.thinking || !m.thoughts[i]) && m.picks(i) && m.tally(i)
	}
	m.shown = m.shown[:0]
	for _, i := range m.sorted {
		if m.pass[i] {
			m.shown = append(m.shown, i)
		}
	}
}

func (m *Model) picks(i int) bool { return m.picked == nil || m.picked[m.rows[i].ID] }

// tally counts row i and reports whether it passes every group. A group counts as if nothing in it were chosen,
// so that its other values can be added; a row that two groups keep out counts nowhere.
func (m *Model) tally(i int) bool {
	var kept *property
	for _, p := range m.props {
		if p.passes(i) {
			continue
		}
		if kept != nil {
			return false
		}
		kept = p
	}
	if kept != nil {
		kept.count(i)
		return false
	}
	for _, p := range m.props {
		p.count(i)
	}
	return true
}

// worst is the rank of a row's gravest change, severity.None when it has none.
func worst(r *dossier.StatementRow) int {
	rank := severity.None
	for _, k := range r.Changes {
		rank = min(rank, severity.Rank(k))
	}
	return rank
}
