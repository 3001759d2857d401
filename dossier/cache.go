package dossier

import (
	"context"
	"maps"
	"slices"
	"sync"

	"quotidian/attribution/name"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// cache keeps what views need again and again, as long as the file does not change: the decisions in force, and the
// list of statements. It follows the decisions of this program; what another one writes makes it begin anew.
type cache struct {
	mu      sync.Mutex
	version int64
	overlay *overlay
	list    *listing
	books   *library
}

// foldSearch is the form in which a search is compared with what is searched.
func foldSearch(s string) string { return name.Fold(s) }

// fresh drops what is old. c.mu is held.
func (c *cache) fresh(ctx context.Context, s store.Reader) error {
	v, err := s.Version(ctx)
	if err != nil || v == c.version {
		return err
	}
	c.begin(v)
	return nil
}

// drop forgets everything.
func (c *cache) drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.begin(0)
}

// begin forgets what was read; what is read from now on is of that version. c.mu is held.
func (c *cache) begin(version int64) {
	c.version, c.overlay, c.list, c.books = version, nil, nil, nil
}

// follow takes over what a decision changed, when nothing else was written since the cache was fresh. Decisions about
// articles are rare, so that these are read again.
func (c *cache) follow(ctx context.Context, s store.Reader, dec *decision.Decision, o *overlay, ch *store.Change) {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, err := s.Version(ctx)
	if err != nil || v != c.version+1 {
		return // the next reader begins anew
	}
	c.version, c.overlay = v, o
	if c.list != nil {
		c.list.follow(ch)
	}
	if slices.ContainsFunc(dec.Targets, ofArticle) {
		c.books = nil
	}
}

func ofArticle(ref string) bool {
	kind, _, _ := decision.ParseRef(ref)
	return kind == decision.ToArticle
}

// decisions gives the decisions in force for readers that have no corpus.
func (c *cache) decisions(ctx context.Context, s store.Reader) (*overlay, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.fresh(ctx, s); err != nil || c.overlay != nil {
		return c.overlay, err
	}
	log, err := s.Log(ctx, 0)
	if err != nil {
		return nil, err
	}
	aliases, err := s.Aliases(ctx)
	if err != nil {
		return nil, err
	}
	carriers, err := s.Carriers(ctx)
	if err != nil {
		return nil, err
	}
	known, active := &corpus{aliases: aliases, carriers: carriers}, decision.Fold(log).Active
	o := newOverlay(known, active)
	if err := o.cover(known, active, func(article string) ([]*store.Quote, error) { return pointedAt(quotesOf(ctx, s, article)) }); err != nil {
		return nil, err
	}
	if o.struck, err = s.QuotesIn(ctx, slices.Collect(maps.Keys(o.dropped))); err != nil {
		return nil, err
	}
	c.overlay = o
	return o, nil
}

// quotesOf reads the quotes of an article.
func quotesOf(ctx context.Context, s store.Reader, article string) (qs []store.Quote, err error) {
	for q, err := range s.Quotes(ctx, article) {
		if err != nil {
			return nil, err
		}
		qs = append(qs, q)
	}
	return qs, nil
}

func pointedAt(qs []store.Quote, err error) (all []*store.Quote, _ error) {
	for i := range qs {
		all = append(all, &qs[i])
	}
	return all, err
}

// holdsList reports whether the list of statements is in memory, be it old; it is not while somebody reads it.
func (c *cache) holdsList() bool {
	if !c.mu.TryLock() {
		return false
	}
	defer c.mu.Unlock()
	return c.list != nil
}

// listed gives the list of statements. c.mu is held, and stays so while the list is used.
func (c *cache) listed(ctx context.Context, s store.Reader) (_ *listing, err error) {
	if err := c.fresh(ctx, s); err != nil || c.list != nil {
		return c.list, err
	}
	c.list, err = loadListing(ctx, s)
	return c.list, err
}

// warm reads the list of statements and its words, and where articles and quotes stand in the file.
func (c *cache) warm(ctx context.Context, d *Dossier) error {
	if err := c.readList(ctx, d.store); err != nil {
		return err
	}
	l, err := c.library(ctx, d)
	if err == nil {
		_, err = c.numbers(ctx, d.store, l)
	}
	return err
}

func (c *cache) readList(ctx context.Context, s store.Reader) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	l, err := c.listed(ctx, s)
	if err != nil {
		return err
	}
	return l.readWords(ctx, s)
}
