package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/say"
)

// facetsMany is from how many values on a group has a line to search them: so many are no longer looked through.
const facetsMany = 20

// facetSearch is the line that narrows the values of one group: Return ticks the first of those found that is not ticked, Down goes to them, Escape empties
// the line. It stays the same object while the groups are drawn anew, so that one can go on typing.
type facetSearch struct {
	fynewidget.Entry
	f     *Facets
	group string
}

func newFacetSearch(f *Facets, group string) *facetSearch {
	s := &facetSearch{f: f, group: group}
	s.ExtendBaseWidget(s)
	s.Icon = theme.SearchIcon()
	s.SetPlaceHolder(say.T("Search"))
	s.OnChanged = func(string) { f.rebuild() }
	return s
}

// TypedKey implements fyne.Focusable.
func (s *facetSearch) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && s.f.Escape != nil && s.f.Escape():
	case k.Name == fyne.KeyEscape && s.Text != "":
		s.SetText("")
	case k.Name == fyne.KeyEscape:
		PassKey(s, k)
	case k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter:
		s.tick()
	case k.Name == fyne.KeyDown:
		s.f.focus(s.f.first[s.group])
	default:
		s.Entry.TypedKey(k)
	}
}

// tick ticks the first value found that is not ticked yet and empties the line for the next one. Where a click ticked all that was found,
// Return only ends the search: it must not take back what was just chosen.
func (s *facetSearch) tick() {
	found := s.f.found[s.group]
	if s.Text == "" || len(found) == 0 {
		return
	}
	s.SetText("")
	if i := slices.IndexFunc(found, func(x Facet) bool { return !x.On }); i >= 0 {
		s.f.OnToggle(s.group, found[i].Value)
	}
}

// searched gives the values of a group that the line of the group lets through, and the line; nil where there are few values. What is
// ticked stays in sight, for it narrows the list.
func (f *Facets) searched(g FacetGroup) (shown []Facet, line *facetSearch) {
	line = f.lines[g.Name]
	if f.Match == nil || line == nil && len(g.Facets) < facetsMany {
		return g.Facets, nil
	}
	if line == nil {
		line = newFacetSearch(f, g.Name)
		f.lines[g.Name] = line
	}
	f.found[g.Name] = nil
	if line.Text == "" {
		return g.Facets, line
	}
	matches := f.Match(line.Text)
	for _, x := range g.Facets {
		hit := matches(x.Label)
		if hit {
			f.found[g.Name] = append(f.found[g.Name], x)
		}
		if hit || x.On {
			shown = append(shown, x)
		}
	}
	return shown, line
}
