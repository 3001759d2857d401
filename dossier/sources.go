package dossier

import (
	"fmt"
	"slices"
	"strings"

	"quotidian/articles/copies"
	"quotidian/articles/outlet"
	"quotidian/quotes"
)

// origin is one source of a statement: a name, or several agencies that are credited together.
type origin struct{ names, keys []string }

// Sources lists whose word a statement rests on, each once, in order of publication: many outlets that print one
// agency's text are one source. Credits that have an agency in common are one source too: the words may be that agency's.
func (s *Statement) Sources() []string {
	var all []origin
	for i := range s.Appearances {
		var next origin
		next.add(sourceNames(s.Appearances[i].RestsOn))
		at := slices.IndexFunc(all, next.meets)
		if at < 0 {
			all = append(all, next)
			continue
		}
		all[at].add(next.names)
		for k := len(all) - 1; k > at; k-- { // what it brought may be what a later one has
			if all[at].meets(all[k]) {
				all[at].add(all[k].names)
				all = slices.Delete(all, k, k+1)
			}
		}
	}
	out := make([]string, len(all))
	for i := range all {
		out[i] = strings.Join(all[i].names, ", ")
	}
	return out
}

// OneSource reports whether several outlets carried a statement and one source is known to be behind all of them: they print one text, or
// all name the same. Two that credit agencies without a name may have it from two.
func (s *Statement) OneSource() bool {
	if len(s.Outlets) < 2 || len(s.Sources()) != 1 {
		return false
	}
	from := s.Appearances[0].RestsOn
	var texts []ArticleID
	same := from != unnamedAgencies
	for i := range s.Appearances {
		a := &s.Appearances[i]
		if a.TextOf == "" && !slices.Contains(texts, a.Article.ID) {
			texts = append(texts, a.Article.ID)
		}
		same = same && medium(a.RestsOn) == medium(from)
	}
	return same || len(texts) == 1
}

func (o *origin) add(names []string) {
	for _, n := range names {
		if key := medium(n); !slices.Contains(o.keys, key) {
			o.names, o.keys = append(o.names, n), append(o.keys, key)
		}
	}
}

// meets reports whether two are not known to be independent: they have a name in common, or one has agencies that it does not
// name, which can be those that the other does.
func (o *origin) meets(other origin) bool {
	unnamed := slices.Contains(o.names, unnamedAgencies) || slices.Contains(other.names, unnamedAgencies)
	if unnamed && o.agencies() && other.agencies() {
		return true
	}
	return slices.ContainsFunc(o.keys, func(k string) bool { return slices.Contains(other.keys, k) })
}

func (o *origin) agencies() bool {
	return slices.ContainsFunc(o.names, func(n string) bool {
		_, ok := outlet.Agency(n)
		return ok || n == unnamedAgencies
	})
}

// unnamedAgencies is the source of what credits agencies and names none.
const unnamedAgencies = "unnamed agencies"

// sourceNames parts a credit of several agencies; any other name is one, whatever commas it has.
func sourceNames(source string) []string {
	names := strings.Split(source, ", ")
	for _, n := range names {
		if _, ok := outlet.Agency(n); !ok {
			return []string{source}
		}
	}
	return names
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
	texts, err := l.texts(apps, credit)
	if err != nil {
		return err
	}
	for i := range apps {
		texts[apps[i].Article.ID].take(&apps[i])
	}
	for i := range apps {
		a := &apps[i]
		t := texts[a.Article.ID]
		a.RestsOn = t.source()
		if from, ok := credit[t.first]; ok && t.own() {
			a.RestsOn = texts[from].source()
		}
		if a.Article.ID != t.first {
			a.TextOf = t.outlet
		}
	}
	return nil
}

// printing is a text that one article prints, or several.
type printing struct {
	first   ArticleID // that prints it, or the one that the others credit
	outlet  string    // of that article
	leads   bool      // the others credit it
	outlets []string  // that print it, in order of publication
	relay   string    // of the first
	agency  string    // that the first names which names one
}

// take notes what an appearance says of the text of its article.
func (t *printing) take(a *Appearance) {
	t.outlets = appendNew(t.outlets, a.Article.Outlet.Name)
	if t.agency == "" {
		t.agency = a.Article.Outlet.Origin
	}
	if a.Article.ID != t.first || t.outlet != "" {
		return
	}
	if t.outlet = a.Article.Outlet.Name; len(a.Via) > 0 {
		t.relay = a.Via[0]
	}
}

// own reports whether nothing is known of the text but who prints it.
func (t *printing) own() bool { return t.agency == "" && t.relay == "" }

// source is whose word a text is. Outlets that print one text and name nobody may each have it from the other, or all from
// somebody else: who printed it first is no author.
func (t *printing) source() string {
	switch {
	case t.agency == outlet.UnnamedAgencies:
		return unnamedAgencies
	case t.agency != "":
		return t.agency
	case t.relay != "":
		return t.relay
	case len(t.outlets) > 1 && !t.leads:
		return fmt.Sprintf("unknown (one text in %s)", strings.Join(t.outlets, ", "))
	}
	return t.outlet
}

// texts gives, for each article of the appearances, the text that it prints.
func (l *loader) texts(apps []Appearance, credit map[ArticleID]ArticleID) (map[ArticleID]*printing, error) {
	var ids []ArticleID
	texts := map[ArticleID]*printing{}
	for i := range apps {
		if id := apps[i].Article.ID; texts[id] == nil {
			ids, texts[id] = append(ids, id), &printing{first: id}
		}
	}
	if len(ids) < 2 {
		return texts, nil
	}
	sketches := make([]copies.Sketch, len(ids))
	for i, id := range ids {
		p, err := l.page(string(id))
		if err != nil {
			return nil, err
		}
		if p.sketch == nil {
			p.sketch = copies.NewSketch(p.aroundQuotes()...)
		}
		sketches[i] = p.sketch
	}
	for _, group := range copies.GroupSketches(sketches) {
		t := &printing{first: ids[group[0]]}
		for _, i := range group {
			if from := credit[ids[i]]; slices.ContainsFunc(group, func(k int) bool { return ids[k] == from }) {
				t.first, t.leads = from, true
				break
			}
		}
		for _, i := range group {
			texts[ids[i]] = t
		}
	}
	return texts, nil
}

// aroundQuotes gives what an article prints in words of its own: a court's finding or a speech that two outlets quote at length
// makes no copy of either.
func (p *page) aroundQuotes() []string {
	var parts []string
	at := 0
	for i := range p.quotes {
		if p.quotes[i].Kind == quotes.Indirect {
			continue
		}
		for _, span := range p.quotes[i].Content {
			if span.Start > at {
				parts = append(parts, p.text[at:span.Start])
			}
			at = max(at, span.End)
		}
	}
	return append(parts, p.text[at:])
}
