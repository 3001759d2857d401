package dossier

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"time"

	"quotidian/dossier/lookup"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// Search says what to look for in the texts of articles and quotes. Zero fields do not narrow.
type Search struct {
	// Words must all occur, or all on one side of an OR; a word may go on ("harb" finds harbour), a phrase stands in quotation marks. Capitals and
	// accents make no difference.
	Words string `json:"words,omitempty"`
	// Speaker is as that of [Filter], Outlet a part of an outlet's name; both as a person settled them.
	Speaker string `json:"speaker,omitempty"`
	Outlet  string `json:"outlet,omitempty"`
	// Since and Until bound the day of publication, both included.
	Since time.Time `json:"since,omitzero"`
	Until time.Time `json:"until,omitzero"`
	// Kind is "direct", "mixed" or "indirect"; Change a change that some wording of the statement shows.
	Kind   string             `json:"kind,omitempty"`
	Change wording.ChangeKind `json:"change,omitempty"`
	// Quotes leaves out articles in which only the text matches.
	Quotes bool `json:"quotes,omitempty"`
	// Added leaves out articles imported at that time or before.
	Added time.Time `json:"-"`
	// Limit is the greatest number of hits, of quotes and of articles each; 0 is no limit.
	Limit int `json:"-"`
}

// Wordless reports whether Words holds neither letter nor number, such as "!!". Nothing is found then.
func (s *Search) Wordless() bool { return store.Wordless(s.Words) }

// Hit is a quote that was found, or an article when Quote is empty.
type Hit struct {
	Quote       QuoteID
	Statement   StatementID
	Kind        quotes.Kind
	Text        string
	SpeakerName string
	Article     ArticleInfo
}

// Find looks for quotes, and then for articles whose text matches, each the newest import first.
func (d *Dossier) Find(s Search) ([]Hit, error) {
	ctx := context.Background()
	snap, look, err := d.newLookup(ctx, s)
	if err != nil {
		return nil, err
	}
	defer snap.Close()
	f := store.Find{Words: s.Words, Change: string(s.Change), Speakers: look.speakers}
	if s.Kind != "" {
		kind, err := parseKind(s.Kind)
		if err != nil {
			return nil, err
		}
		f.Kind = &kind
	}
	if f.Among, err = look.amongQuotes(ctx, d, snap); err != nil {
		return nil, err
	}
	hits, err := look.take(nil, snap.FindQuotes(ctx, f))
	if err != nil || s.Quotes || s.Speaker != "" || s.Kind != "" || s.Change != "" {
		return hits, err
	}
	f.Among = look.amongArticles()
	return look.take(hits, snap.FindArticles(ctx, f))
}

// Among gives the articles whose outlet, day and text a search is about; it asks for no quote.
func (d *Dossier) Among(s Search) (map[ArticleID]bool, error) {
	ctx := context.Background()
	snap, look, err := d.newLookup(ctx, s)
	if err != nil {
		return nil, err
	}
	defer snap.Close()
	among := map[ArticleID]bool{}
	if s.Words == "" {
		for i := range look.library.articles {
			if look.meant == nil || look.meant.Has(int32(i)) {
				among[look.library.articles[i].ID] = true
			}
		}
		return among, nil
	}
	hits, err := look.take(nil, snap.FindArticles(ctx, store.Find{Words: s.Words, Among: look.amongArticles()}))
	for _, h := range hits {
		among[h.Article.ID] = true
	}
	return among, err
}

func parseKind(name string) (quotes.Kind, error) {
	for _, k := range []quotes.Kind{quotes.Direct, quotes.Mixed, quotes.Indirect} {
		if k.String() == name {
			return k, nil
		}
	}
	return 0, fmt.Errorf("no kind of quote is called %q; they are direct, mixed and indirect", name)
}

// searching is a search made ready: what decisions say of articles and speakers.
type searching struct {
	Search
	library  *library
	speakers []string   // nil when all are meant
	meant    lookup.Set // places in the library; nil when all are meant
}

// newLookup makes a search ready and gives the state of the file that it reads, which the caller closes. That state is taken last, and asked
// alone from there on: who holds one connection to the file and waits for another waits for ever once as many do as there are. What was
// written in between begins it anew.
func (d *Dossier) newLookup(ctx context.Context, s Search) (store.Reader, *searching, error) {
	for {
		before, err := d.store.Version(ctx)
		if err != nil {
			return nil, nil, err
		}
		look, err := d.ready(ctx, s)
		if err != nil {
			return nil, nil, err
		}
		snap, err := d.store.Snapshot(ctx)
		if err != nil {
			return nil, nil, err
		}
		now, err := snap.Version(ctx)
		if err == nil && now == before {
			return snap, look, nil
		}
		snap.Close()
		if err != nil {
			return nil, nil, err
		}
	}
}

func (d *Dossier) ready(ctx context.Context, s Search) (l *searching, err error) {
	if s.Outlet, err = d.outletShown(ctx, s.Outlet); err != nil {
		return nil, err
	}
	if s.Speaker, err = d.speakerShown(ctx, s.Speaker); err != nil {
		return nil, err
	}
	l = &searching{Search: s}
	if l.library, err = d.cache.library(ctx, d); err != nil {
		return nil, err
	}
	l.meant = l.library.meant(&s)
	if s.Speaker != "" {
		l.speakers, err = d.cache.called(ctx, d.store, s.Speaker)
	}
	return l, err
}

func (l *searching) amongQuotes(ctx context.Context, d *Dossier, snap store.Reader) (func(n int64) bool, error) {
	if l.meant == nil {
		return nil, nil
	}
	printed, err := d.cache.numbers(ctx, snap, l.library)
	return func(n int64) bool { return l.among(printed, n) }, err
}

func (l *searching) amongArticles() func(n int64) bool {
	if l.meant == nil {
		return nil
	}
	return func(n int64) bool { return l.among(l.library.numbers, n) }
}

func (l *searching) among(runs runs, n int64) bool {
	at, ok := runs.find(n)
	return ok && l.meant.Has(at)
}

// take adds the hits, up to the limit. What came since the library was read is for the next search.
func (l *searching) take(hits []Hit, found iter.Seq2[store.Hit, error]) ([]Hit, error) {
	n := 0
	for h, err := range found {
		if err != nil {
			return nil, err
		}
		at, ok := l.library.at[h.Article]
		if !ok || l.meant != nil && !l.meant.Has(at) {
			continue
		}
		hits = append(hits, Hit{
			Quote: QuoteID(h.Quote), Statement: StatementID(h.Statement), Kind: h.Kind, Text: h.Text,
			SpeakerName: h.SpeakerName, Article: l.library.articles[at],
		})
		if n++; n == l.Limit {
			break
		}
	}
	return hits, nil
}

// SpeakersLike gives the ids of the speakers whom a name means, as [Filter] takes it: also by an id that one of them had before.
func (d *Dossier) SpeakersLike(name string) ([]SpeakerID, error) {
	ctx := context.Background()
	name, err := d.speakerShown(ctx, name)
	if err != nil {
		return nil, err
	}
	ids, err := d.cache.called(ctx, d.store, name)
	out := make([]SpeakerID, len(ids))
	for i, id := range ids {
		out[i] = SpeakerID(id)
	}
	return out, err
}

// called gives the ids of the speakers whom a name means; never nil.
func (c *cache) called(ctx context.Context, s store.Reader, name string) ([]string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.fresh(ctx, s); err != nil {
		return nil, err
	}
	if c.list != nil {
		return c.list.speakersCalled(name), nil
	}
	speakers, err := s.Speakers(ctx)
	if err != nil {
		return nil, err
	}
	l := newListing()
	for i := range speakers {
		l.hear(&speakers[i])
	}
	return l.speakersCalled(name), nil
}

// SavedSearch is a search that is kept under a name in the dossier, for everybody who opens it.
type SavedSearch struct {
	Name   string
	Search Search
	Who    string
	At     time.Time
}

// SaveSearch keeps a search under a name, in the place of one of that name.
func (d *Dossier) SaveSearch(name string, s Search) error {
	if name = strings.TrimSpace(name); name == "" {
		return fmt.Errorf("a saved search needs a name")
	}
	query, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return d.keep(func() error {
		return d.store.Save(context.Background(), store.Saved{Name: name, Query: string(query), Who: d.who, At: d.now()})
	})
}

// ForgetSearch forgets a saved search.
func (d *Dossier) ForgetSearch(name string) error {
	return d.keep(func() error { return d.store.Unsave(context.Background(), name) })
}

// SavedSearches lists the saved searches by name.
func (d *Dossier) SavedSearches() ([]SavedSearch, error) {
	list, err := d.store.Saved(context.Background())
	if err != nil {
		return nil, err
	}
	all := make([]SavedSearch, len(list))
	for i, s := range list {
		all[i] = SavedSearch{Name: s.Name, Who: s.Who, At: s.At}
		if err := json.Unmarshal([]byte(s.Query), &all[i].Search); err != nil {
			return nil, fmt.Errorf("saved search %q: %w", s.Name, err)
		}
	}
	return all, nil
}

// LastLook gives when the person who opened the dossier last looked at a saved search, or at everything (name "");
// zero for never. Look notes that the person looks now.
func (d *Dossier) LastLook(name string) (time.Time, error) {
	return d.store.Looked(context.Background(), d.who, name)
}

// Look is described at LastLook.
func (d *Dossier) Look(name string) error {
	return d.keep(func() error { return d.store.Look(context.Background(), d.who, name, d.now()) })
}

// keep runs a write that touches neither articles nor decisions.
func (d *Dossier) keep(write func() error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return write()
}
