package statements

import (
	"errors"
	"slices"
	"strings"
	"time"

	"quotidian/attribution/name"
	"quotidian/dossier"
	"quotidian/matching/wording"
)

// What cannot be kept as a search.
var (
	errNothing = errors.New("narrow the statements by words or facets first")
	errTooMuch = errors.New("a kept search holds words, and one speaker, outlet, kind, change and month at most")
)

// monthForm is how a value of ByMonth names its month.
const monthForm = "2006-01"

// Kept gives query and facets as a search that a dossier can keep. It holds a speaker by name: whoever follows it sees all of that name.
func (m *Model) Kept() (s dossier.Search, err error) {
	if !m.Narrowed() {
		return s, errNothing
	}
	if m.picked != nil {
		return s, errTooMuch
	}
	s.Words = strings.TrimSpace(m.query)
	for _, p := range m.props {
		values := m.plain(p)
		if len(values) == 0 {
			continue
		}
		if !keepable(p.name, values) {
			return s, errTooMuch
		}
		switch v := values[0]; p.name {
		case ByChange:
			s.Change = wording.ChangeKind(v)
		case BySpeaker:
			s.Speaker = v
		case ByOutlet:
			s.Outlet = v
		case ByKind:
			s.Kind = v
		case ByMonth:
			first, err := time.Parse(monthForm, v)
			if err != nil {
				return s, err
			}
			s.Since, s.Until = first, first.AddDate(0, 1, -1)
		}
	}
	return s, nil
}

// plain gives the values chosen in a group as they are kept: speakers by their names.
func (m *Model) plain(p *property) []string {
	values := p.chosenValues()
	if p.name != BySpeaker {
		return values
	}
	for i, id := range values {
		values[i] = m.names[id]
	}
	slices.Sort(values)
	return slices.Compact(values)
}

// keepable reports whether a kept search can hold values of a group of facets.
func keepable(group string, values []string) bool {
	return len(values) == 1 && values[0] != "" && group != ByAgency && group != ByStatus && group != ByReach
}

// Follow narrows the list to what a kept search says. Names are parts of names there: every speaker and outlet that
// holds them is chosen, and a name that none holds any more is searched for as words, since the list would be a wider one
// without it; of days it takes the months.
func (m *Model) Follow(s dossier.Search) {
	words := []string{s.Words}
	named := map[string]string{BySpeaker: s.Speaker, ByOutlet: s.Outlet}
	for _, p := range m.props {
		p.choose(slices.DeleteFunc(slices.Clone(p.values), func(v string) bool {
			if p.name == BySpeaker {
				v = m.names[v]
			}
			return !follows(s, p.name, v)
		}))
		if p.chosen == 0 {
			words = append(words, named[p.name])
		}
	}
	m.query, m.deep, m.picked, m.voiced = strings.Join(strings.Fields(strings.Join(words, " ")), " "), nil, nil, ""
	m.filter()
}

// follows reports whether a value of a facet, of a speaker the name, is one that a search asks for.
func follows(s dossier.Search, group, value string) bool {
	part := func(of string) bool { return of != "" && strings.Contains(name.Fold(value), name.Fold(of)) }
	switch group {
	case ByChange:
		return value != "" && value == string(s.Change)
	case BySpeaker:
		return part(s.Speaker)
	case ByOutlet:
		return part(s.Outlet)
	case ByKind:
		return value != "" && value == s.Kind
	case ByMonth:
		bounded := !s.Since.IsZero() || !s.Until.IsZero()
		return bounded && value != "" && value >= s.Since.Format(monthForm) && (s.Until.IsZero() || value <= s.Until.Format(monthForm))
	}
	return false
}

// Follow shows what a kept search says.
func (v *View) Follow(s dossier.Search) {
	v.Model.Follow(s)
	v.narrowed()
	v.searchDeep()
}

// Kept is the list as a kept search narrows it, whatever the window shows by now: rows are all statements, and wordings
// gives those of which one wording holds all words. thought lists attitudes too.
func Kept(rows []dossier.StatementRow, s dossier.Search, thought bool, wordings func(words string) ([]dossier.StatementRow, error)) (*Model, error) {
	m := NewModel(rows)
	m.thinking = thought
	m.Follow(s)
	if m.query == "" {
		return m, nil
	}
	found, err := wordings(m.query)
	m.Found(m.query, found)
	return m, err
}
