package dossier

import (
	"slices"
	"strings"

	"quotidian/articles/copies"
)

// Sources lists whose word a statement rests on, each once, in order of publication: many outlets that print one
// agency's text are one source.
func (s *Statement) Sources() []string {
	var all, keys []string
	for i := range s.Appearances {
		from := s.Appearances[i].RestsOn
		if key := medium(from); !slices.Contains(keys, key) {
			all, keys = append(all, from), append(keys, key)
		}
	}
	return all
}

// medium folds the name of a source and leaves out what others add to it: "Meridian", "the Meridian news agency".
func medium(source string) string {
	var kept []string
	for _, w := range strings.Fields(plainWords(source)) {
		switch w {
		case "the", "news", "agency", "newspaper", "daily", "television", "tv", "radio", "channel", "station", "broadcaster", "site", "website":
		default:
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return plainWords(source)
	}
	return strings.Join(kept, " ")
}

// rest fills in the sources of appearances, which are in order of publication. The texts are compared only where several
// articles have the statement.
func (l *loader) rest(apps []Appearance) error {
	credit, err := l.credits(apps)
	if err != nil {
		return err
	}
	lead, err := l.leads(apps, credit)
	if err != nil {
		return err
	}
	source, outlet := map[ArticleID]string{}, map[ArticleID]string{}
	for i := range apps {
		a := &apps[i]
		if _, ok := source[a.Article.ID]; !ok && lead[a.Article.ID] == a.Article.ID {
			source[a.Article.ID], outlet[a.Article.ID] = ownSource(a), a.Article.Outlet.Name
		}
	}
	for i := range apps {
		a := &apps[i]
		first := lead[a.Article.ID]
		if credited := a.Article.Outlet.Origin; credited != "" && source[first] == outlet[first] {
			source[first] = credited // the first of them did not say so
		}
	}
	for i := range apps {
		a := &apps[i]
		first := lead[a.Article.ID]
		a.RestsOn = source[first]
		if from, ok := credit[first]; ok && source[first] == outlet[first] {
			a.RestsOn = source[lead[from]]
		}
		if a.Article.ID != first {
			a.TextOf = outlet[first]
		}
	}
	return nil
}

// ownSource is whose word an appearance rests on by itself.
func ownSource(a *Appearance) string {
	switch {
	case a.Article.Outlet.Origin != "":
		return a.Article.Outlet.Origin
	case len(a.Via) > 0:
		return a.Via[0]
	}
	return a.Article.Outlet.Name
}

// leads gives, for each article of the appearances, the first that prints the same text, or the one that the others credit.
func (l *loader) leads(apps []Appearance, credit map[ArticleID]ArticleID) (map[ArticleID]ArticleID, error) {
	var ids []ArticleID
	lead := map[ArticleID]ArticleID{}
	for i := range apps {
		if id := apps[i].Article.ID; !slices.Contains(ids, id) {
			ids, lead[id] = append(ids, id), id
		}
	}
	if len(ids) < 2 {
		return lead, nil
	}
	sketches := make([]copies.Sketch, len(ids))
	for i, id := range ids {
		p, err := l.page(string(id))
		if err != nil {
			return nil, err
		}
		if p.sketch == nil {
			p.sketch = copies.NewSketch(p.text)
		}
		sketches[i] = p.sketch
	}
	for _, group := range copies.GroupSketches(sketches) {
		first := ids[group[0]]
		for _, i := range group {
			if from := credit[ids[i]]; slices.ContainsFunc(group, func(k int) bool { return ids[k] == from }) {
				first = from
				break
			}
		}
		for _, i := range group {
			lead[ids[i]] = first
		}
	}
	return lead, nil
}
