package dossier

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"quotidian/dossier/store"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// Search says what to look for in the texts of articles and quotes. Zero fields do not narrow.
type Search struct {
	// Words must all occur; a word may go on ("harb" finds harbour), a phrase stands in quotation marks. Capitals and
	// accents make no difference.
	Words string `json:"words,omitempty"`
	// Speaker is a part of any spelling of the name, Outlet of an outlet's; both as a person settled them.
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
	snap, err := d.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer snap.Close()
	look, err := d.newLookup(ctx, snap, s)
	if err != nil {
		return nil, err
	}
	f := store.Find{Words: s.Words, Change: string(s.Change), Speakers: look.speakers}
	if look.among = look.inQuestion(); len(look.among) <= fewArticles {
		f.Articles = look.among
	}
	if s.Kind != "" {
		kind, err := parseKind(s.Kind)
		if err != nil {
			return nil, err
		}
		f.Kind = &kind
	}
	hits, err := look.take(ctx, nil, snap.FindQuotes(ctx, f))
	if err != nil || s.Quotes || s.Speaker != "" || s.Kind != "" || s.Change != "" {
		return hits, err
	}
	return look.take(ctx, hits, snap.FindArticles(ctx, f))
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
	snap     store.Reader
	articles map[string]ArticleInfo
	names    map[string]string // of the speakers met
	speakers []string          // nil when all are meant
	among    []string          // articles, nil when all are meant; the file leaves out others when they are few
}

func (d *Dossier) newLookup(ctx context.Context, snap store.Reader, s Search) (l *searching, err error) {
	l = &searching{Search: s, snap: snap, names: map[string]string{"": ""}}
	if l.articles, err = d.cache.library(ctx, d); err != nil || s.Speaker == "" {
		return l, err
	}
	l.speakers, err = d.cache.spelled(ctx, d.store, s.Speaker)
	return l, err
}

// name gives the name of a speaker.
func (l *searching) name(ctx context.Context, speaker string) (string, error) {
	name, ok := l.names[speaker]
	if ok {
		return name, nil
	}
	name, err := l.snap.SpeakerName(ctx, speaker)
	l.names[speaker] = name
	return name, err
}

// take adds the hits of articles that the search is about.
func (l *searching) take(ctx context.Context, hits []Hit, found iter.Seq2[store.Hit, error]) ([]Hit, error) {
	n := 0
	for h, err := range found {
		if err != nil {
			return nil, err
		}
		a, ok := l.articles[h.Article]
		if !ok || !l.about(h.Article) {
			continue
		}
		name, err := l.name(ctx, h.Speaker)
		if err != nil {
			return nil, err
		}
		hits = append(hits, Hit{
			Quote: QuoteID(h.Quote), Statement: StatementID(h.Statement), Kind: h.Kind, Text: h.Text, SpeakerName: name, Article: a,
		})
		if n++; n == l.Limit {
			break
		}
	}
	return hits, nil
}

// inQuestion gives the ids of the articles that the search is about, in order; nil when it is about all.
func (l *searching) inQuestion() []string {
	if l.Outlet == "" && l.Added.IsZero() && l.Since.IsZero() && l.Until.IsZero() {
		return nil
	}
	ids, sought := []string{}, foldSearch(l.Outlet)
	carried := map[string]bool{} // by outlet; there are few
	for id, a := range l.articles {
		here, known := carried[a.Outlet.Name]
		if !known {
			here = strings.Contains(foldSearch(a.Outlet.Name), sought)
			carried[a.Outlet.Name] = here
		}
		if here && l.inTime(&a) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// fewArticles is how many articles a query can name; where more are meant, those that are not meant are rare among the
// hits.
const fewArticles = 5000

func (l *searching) about(article string) bool {
	if l.among == nil {
		return true
	}
	_, ok := slices.BinarySearch(l.among, article)
	return ok
}

func (l *searching) inTime(a *ArticleInfo) bool {
	if !l.Added.IsZero() && !a.Added.After(l.Added) {
		return false
	}
	if l.Since.IsZero() && l.Until.IsZero() {
		return true
	}
	when := day(a.Published.Time)
	return a.Published.Known() && (l.Since.IsZero() || when >= day(l.Since)) && (l.Until.IsZero() || when <= day(l.Until))
}

// library gives all articles, as long as the file does not change without reading them again.
func (c *cache) library(ctx context.Context, d *Dossier) (map[string]ArticleInfo, error) {
	o, err := c.decisions(ctx, d.store)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.fresh(ctx, d.store); err != nil || c.infos != nil {
		return c.infos, err
	}
	list, err := d.store.Articles(ctx)
	if err != nil {
		return nil, err
	}
	c.infos = make(map[string]ArticleInfo, len(list))
	for i := range list {
		c.infos[list[i].ID] = toInfo(&list[i], o)
	}
	return c.infos, nil
}

// spelled gives the ids of the speakers of whose spellings one holds part; never nil.
func (c *cache) spelled(ctx context.Context, s store.Reader, part string) ([]string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.fresh(ctx, s); err != nil {
		return nil, err
	}
	if c.list != nil {
		return c.list.speakersLike(foldSearch(part)), nil
	}
	speakers, err := s.Speakers(ctx)
	if err != nil {
		return nil, err
	}
	l := newListing()
	for i := range speakers {
		l.hear(&speakers[i])
	}
	return l.speakersLike(foldSearch(part)), nil
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
