package dossier

import (
	"cmp"
	"context"
	"slices"

	"quotidian/dossier/store"
)

// corpus is everything that was read, without the texts of the articles. It is what the fold works on.
type corpus struct {
	articles map[string]*store.Article
	quotes   []*store.Quote // by id
	// printed gives the places of the quotes of an article.
	printed map[string][]int
	// aliases leads from quotes and articles that went to those in their place.
	aliases map[string]string
	// carriers gives the outlet of each article as read, and carried counts the articles of each; nil when these are to be
	// gathered again. For readers, who hold no articles, the file gives the first.
	carriers map[string]string
	carried  map[string]int
}

// outlets counts the articles of each outlet as read.
func (c *corpus) outlets() map[string]int {
	if c.carriers == nil {
		c.carriers = make(map[string]string, len(c.articles))
		for id, a := range c.articles {
			c.carriers[id] = a.Read.Outlet.Name
		}
	}
	if c.carried == nil {
		c.carried = map[string]int{}
		for _, name := range c.carriers {
			c.carried[name]++
		}
	}
	return c.carried
}

func loadCorpus(ctx context.Context, s store.Store) (*corpus, error) {
	c := &corpus{articles: map[string]*store.Article{}}
	all, err := s.Articles(ctx)
	if err != nil {
		return nil, err
	}
	for i := range all {
		c.articles[all[i].ID] = &all[i]
	}
	for q, err := range s.Quotes(ctx, "") {
		if err != nil {
			return nil, err
		}
		c.quotes = append(c.quotes, &q)
	}
	c.sort()
	c.aliases, err = s.Aliases(ctx)
	return c, err
}

func (c *corpus) sort() {
	slices.SortFunc(c.quotes, func(a, b *store.Quote) int { return cmp.Compare(a.ID, b.ID) })
	c.printed = make(map[string][]int, len(c.articles))
	for i, q := range c.quotes {
		c.printed[q.Article] = append(c.printed[q.Article], i)
	}
}

// find gives the quote of that id, or the one that took its place; nil when there is none.
func (c *corpus) find(id string) *store.Quote {
	if i, ok := c.index(id); ok {
		return c.quotes[i]
	}
	return nil
}

func (c *corpus) index(id string) (int, bool) {
	byID := func(q *store.Quote, id string) int { return cmp.Compare(q.ID, id) }
	i, ok := slices.BinarySearchFunc(c.quotes, id, byID)
	if now, led := c.aliases[id]; led && !ok {
		return slices.BinarySearchFunc(c.quotes, now, byID)
	}
	return i, ok
}

// add takes one more article in; sort must follow before find is used again.
func (c *corpus) add(a store.Article, qs []store.Quote) {
	a.Read.Text = ""
	a.Quotes = len(qs)
	c.articles[a.ID] = &a
	c.carriers, c.carried = nil, nil
	for i := range qs {
		c.quotes = append(c.quotes, &qs[i])
	}
}

// lead notes that other ids are in the place of some, as the store does: see ReplaceArticle.
func (c *corpus) lead(aliases map[string]string, article string, qs []store.Quote) {
	for old, now := range c.aliases {
		if further, ok := aliases[now]; ok {
			c.aliases[old] = further
		}
	}
	for from, to := range aliases {
		c.aliases[from] = to
	}
	delete(c.aliases, article)
	for i := range qs {
		delete(c.aliases, qs[i].ID)
	}
}

// remove drops an article and its quotes.
func (c *corpus) remove(article string) {
	delete(c.articles, article)
	c.carriers, c.carried = nil, nil
	c.quotes = slices.DeleteFunc(c.quotes, func(q *store.Quote) bool { return q.Article == article })
}
