package dossier

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/quotes"
)

// settledIn gives the quotes that decisions in force in one of two dossiers name.
func settledIn(ctx context.Context, both ...*Dossier) (map[string]bool, error) {
	all := map[string]bool{}
	for _, d := range both {
		log, err := d.store.Log(ctx, 0)
		if err != nil {
			return nil, err
		}
		aliases, err := d.store.Aliases(ctx)
		if err != nil {
			return nil, err
		}
		maps.Copy(all, (&corpus{aliases: aliases}).settledQuotes(decision.Fold(log).Active))
	}
	return all, nil
}

// join adds an article of a dossier that is merged. Where the merged one holds it already, its quotes may have been found under
// other rules there: those of the newer rules stand, whichever comes first, and what was settled about the others goes over to them.
func (imp *importing) join(ctx context.Context, a store.Article, qs []store.Quote) error {
	there := imp.twin(&a)
	if there == "" {
		return imp.put(ctx, a, qs)
	}
	if imp.w.corpus.articles[there] == nil { // it is one of the group
		if err := imp.commit(ctx); err != nil {
			return err
		}
	}
	imp.group.settled = append(imp.group.settled, outcome{path: a.Read.Path})
	had, err := quotesOf(ctx, imp.d.store, there)
	if err != nil {
		return err
	}
	mine, theirs, same := unmarked(had), unmarked(qs), there == a.ID
	rules := imp.w.corpus.articles[there].Rules
	if same && rules == a.Rules && toJSON(mine) == toJSON(theirs) {
		return imp.commitFull(ctx)
	}
	x, err := imp.d.store.Article(ctx, there)
	if err != nil {
		return err
	}
	if same && imp.newer(&a, theirs, rules, mine) {
		x.Rules, mine, theirs = a.Rules, theirs, mine
	}
	mine, aliases := imp.carry(theirs, &x, mine)
	if !same {
		aliases[a.ID] = there
	}
	if err := imp.exchange(ctx, there, x, mine, aliases); err != nil {
		return err
	}
	return imp.commitFull(ctx)
}

// twin gives the article that is there in the place of a: a itself, or for a guessed outlet a copy with a known one.
func (imp *importing) twin(a *store.Article) (id string) {
	for _, c := range imp.held[a.Content] {
		switch {
		case c.id == a.ID:
			return c.id
		case a.Read.Outlet.Guessed() && (id == "" || c.id < id):
			id = c.id
		}
	}
	return id
}

// unmarked leaves out what people marked, which follows from the log.
func unmarked(qs []store.Quote) []store.Quote {
	return slices.DeleteFunc(slices.Clone(qs), func(q store.Quote) bool { return q.Reason == quotes.ByHand })
}

// newer reports whether the quotes of a are to stand and not those of its twin: those found under rules of the higher number, and of one
// number those found the way in which the merged one is read. Where both went by the same ones the quotes decide, so that it is the
// same from both sides.
func (imp *importing) newer(a *store.Article, qs []store.Quote, rules string, of []store.Quote) bool {
	number, way, _ := strings.Cut(a.Rules, " ")
	itsNumber, its, _ := strings.Cut(rules, " ")
	_, ours, _ := strings.Cut(imp.reading.rules, " ")
	if number == itsNumber && way != its {
		return way == ours
	}
	return cmp.Or(
		cmp.Compare(len(number), len(itsNumber)), cmp.Compare(number, itsNumber),
		cmp.Compare(toJSON(qs), toJSON(of))) > 0
}

// takeAliases notes where the ids lead that went in one of the dossiers. An id that is there leads nowhere: one dossier may hold
// what was replaced in the other.
func (imp *importing) takeAliases(ctx context.Context, both []store.Store) error {
	c := imp.w.corpus
	c.sort()
	next := maps.Clone(c.aliases) // where the merge itself put another
	for _, from := range both {
		aliases, err := from.Aliases(ctx)
		if err != nil {
			return err
		}
		for old, now := range aliases {
			if _, known := c.aliases[old]; !known && !c.there(old) && c.better(now, next[old]) {
				next[old] = now
			}
		}
	}
	for old, now := range next {
		for range len(both) + 1 { // each dossier leads on once, and so does the merged one
			if further, ok := next[now]; ok && !c.there(now) {
				now = further
			}
		}
		c.aliases[old] = now
	}
	return imp.d.store.Alias(ctx, c.aliases)
}

// there reports whether an article or a quote of that id is there, and not only one in its place.
func (c *corpus) there(id string) bool {
	i, ok := c.index(id)
	return c.articles[id] != nil || ok && c.quotes[i].ID == id
}

// better says which of two ids, the second of which may be none, is the one that another leads to: what is there, else the smaller
// one, so that it is the same from both sides.
func (c *corpus) better(a, b string) bool {
	if b == "" || c.there(a) != c.there(b) {
		return b == "" || c.there(a)
	}
	return a < b
}
