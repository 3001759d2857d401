package dossier

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/dossier/lookup"
	"quotidian/dossier/store"
)

// library is all articles in memory, with what tells quickly which of them a search is about. It is not changed once it
// was handed out, but for printed.
type library struct {
	articles []ArticleInfo
	at       map[string]int32 // the place of each by id
	outlets  []string         // folded, each once
	carrier  []int32          // by place: its outlet
	days     []int64          // by place: the day of publication, noDay where it is not known
	numbers  runs             // from the numbers of articles to places
	printed  runs             // from those of quotes; nil until somebody asked
}

// noDay is before every day.
const noDay = math.MinInt64

func loadLibrary(ctx context.Context, s store.Reader, o *overlay) (*library, error) {
	list, err := s.Articles(ctx)
	if err != nil {
		return nil, err
	}
	l := &library{at: make(map[string]int32, len(list))}
	outlets := map[string]int32{}
	for i := range list {
		info := toInfo(&list[i], o)
		info.Quotes = 0 // decisions change it, and no search is about it
		carrier, ok := outlets[info.Outlet.Name]
		if !ok {
			carrier = int32(len(l.outlets))
			outlets[info.Outlet.Name] = carrier
			l.outlets = append(l.outlets, foldSearch(info.Outlet.Name))
		}
		l.at[list[i].ID] = int32(i)
		l.articles = append(l.articles, info)
		l.carrier = append(l.carrier, carrier)
		l.days = append(l.days, publishedDay(info.Published))
	}
	l.numbers, err = l.runs(s.ArticleNumbers(ctx))
	return l, err
}

func publishedDay(d articles.Date) int64 {
	if !d.Known() {
		return noDay
	}
	return day(d.Time)
}

// meant gives the places of the articles that a search is about; nil when it is about all.
func (l *library) meant(s *Search) lookup.Set {
	if s.Outlet == "" && s.Added.IsZero() && s.Since.IsZero() && s.Until.IsZero() {
		return nil
	}
	since, until := days(s)
	carried, sought := make([]bool, len(l.outlets)), foldSearch(s.Outlet)
	for i, outlet := range l.outlets {
		carried[i] = strings.Contains(outlet, sought)
	}
	set := lookup.NewSet(len(l.articles))
	for i, when := range l.days {
		if when >= since && when <= until && carried[l.carrier[i]] && (s.Added.IsZero() || l.articles[i].Added.After(s.Added)) {
			set.Add(int32(i))
		}
	}
	return set
}

// days are the first and the last day that a search is about. What is undated is in no span of time.
func days(s *Search) (since, until int64) {
	since, until = noDay, math.MaxInt64
	if !s.Until.IsZero() {
		since, until = noDay+1, day(s.Until)
	}
	if !s.Since.IsZero() {
		since = day(s.Since)
	}
	return since, until
}

// runs leads from the numbers of rows to the places of their articles. Rows that follow each other in one article are
// one run; runs are in order.
type runs []run

type run struct {
	from, to int64 // the first number and the last
	place    int32
}

func (l *library) runs(numbered iter.Seq2[store.Numbered, error]) (all runs, err error) {
	for x, err := range numbered {
		if err != nil {
			return nil, err
		}
		place, ok := l.at[x.Article]
		if last := len(all) - 1; ok && last >= 0 && all[last].place == place && all[last].to == x.N-1 {
			all[last].to = x.N
		} else if ok {
			all = append(all, run{x.N, x.N, place})
		}
	}
	slices.SortFunc(all, func(a, b run) int { return cmp.Compare(a.from, b.from) })
	return all, nil
}

// find gives the place of the article that a row belongs to.
func (r runs) find(n int64) (place int32, ok bool) {
	i, exact := slices.BinarySearchFunc(r, n, func(x run, n int64) int { return cmp.Compare(x.from, n) })
	if !exact {
		i--
	}
	if i < 0 || r[i].to < n {
		return 0, false
	}
	return r[i].place, true
}

// library gives all articles, as long as the file does not change without reading them again.
func (c *cache) library(ctx context.Context, d *Dossier) (*library, error) {
	for {
		o, err := c.decisions(ctx, d.store)
		if err != nil {
			return nil, err
		}
		if l, err := c.shelve(ctx, d, o); l != nil || err != nil {
			return l, err
		}
	}
}

// shelve gives the library under these decisions; nil where newer ones have come in the meantime.
func (c *cache) shelve(ctx context.Context, d *Dossier, o *overlay) (_ *library, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.fresh(ctx, d.store); err != nil || c.books != nil || c.overlay != o {
		return c.books, err
	}
	c.books, err = loadLibrary(ctx, d.store, o)
	return c.books, err
}

// numbers gives where the quotes of a library stand, which is read once.
func (c *cache) numbers(ctx context.Context, s store.Reader, l *library) (_ runs, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if l.printed == nil {
		l.printed, err = l.runs(s.QuoteNumbers(ctx))
	}
	return l.printed, err
}
