package store

import (
	"context"
	"fmt"
	"time"

	"quotidian/articles"
)

// articleColumns are those of a listing, in the order in which scanArticle reads them.
const articleColumns = `id, content, input, path, hash, format, title, byline, dateline, url, language,
	outlet, origin, outlet_from, published, published_from, added, words, rules,
	(SELECT count(*) FROM quote WHERE quote.article = article.id)`

func (f *file) Add(ctx context.Context, entries ...Entry) error {
	return f.write(ctx, func(b *batch) {
		var rows [][]any
		var qs []Quote
		for i := range entries {
			if e := &entries[i]; e.Article != nil {
				rows, qs = append(rows, articleRow(e.Article)), append(qs, e.Quotes...)
			}
		}
		b.insertArticles(rows)
		b.insertQuotes(qs)
		for i := range entries {
			if e := &entries[i]; e.Article != nil {
				b.do("DELETE FROM fault WHERE path = ?", e.Article.Read.Path)
			} else {
				b.do("INSERT INTO fault VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at", e.Fault.Path, e.Fault.Reason, writeTime(e.Fault.At))
			}
		}
		if len(rows) > 0 {
			b.do(noteUnfolded, unfolded)
		}
	})
}

func (f *file) Ruled(ctx context.Context, article, rules string) error {
	return f.write(ctx, func(b *batch) { b.do("UPDATE article SET rules = ? WHERE id = ?", rules, article) })
}

func (f *file) ReplaceArticle(ctx context.Context, old string, a Article, qs []Quote, aliases map[string]string) error {
	return f.write(ctx, func(b *batch) {
		b.do("DELETE FROM article WHERE id = ?", old)
		for from, to := range aliases {
			b.do("UPDATE alias SET new = ? WHERE new = ?", to, from)
			b.do("INSERT OR REPLACE INTO alias VALUES (?, ?)", from, to)
		}
		// Aliases of ids that are there again, as they are when rules change back, are taken back.
		again := []string{a.ID}
		for i := range qs {
			again = append(again, qs[i].ID)
		}
		remove(b, "alias WHERE old", again)
		b.insertArticles([][]any{articleRow(&a)})
		b.insertQuotes(qs)
		b.do(noteUnfolded, unfolded)
	})
}

func articleRow(a *Article) []any {
	r := &a.Read
	return []any{
		a.ID, a.Content, r.ID, r.Path, r.Hash, r.Format, r.Title, r.Byline, r.Dateline, r.URL, r.Language,
		r.Outlet.Name, r.Outlet.Origin, r.Outlet.From, r.Published.String(), r.Published.From,
		writeTime(a.Added), a.Words, a.Rules, r.Text,
	}
}

func (b *batch) insertArticles(rows [][]any) { b.insert("article", articlesAtOnce, rows) }

func (r *reader) CountOutdated(ctx context.Context, rules string) (int, error) {
	return one(ctx, r, value[int], "SELECT count(*) FROM article WHERE rules <> ?", rules)
}

func (r *reader) Articles(ctx context.Context) ([]Article, error) {
	return all(ctx, r, listArticle, "SELECT "+articleColumns+" FROM article ORDER BY id")
}

func (r *reader) ArticlesOf(ctx context.Context, speaker string) ([]Article, error) {
	return all(ctx, r, listArticle, "SELECT "+articleColumns+` FROM article WHERE id IN
		(SELECT quote.article FROM appearance JOIN quote ON quote.id = appearance.quote WHERE appearance.speaker = ?) ORDER BY id`, speaker)
}

func (r *reader) Carriers(ctx context.Context) (map[string]string, error) {
	carriers := map[string]string{}
	for pair, err := range stream(ctx, r, scanPair, "SELECT id, outlet FROM article") {
		if err != nil {
			return nil, err
		}
		carriers[pair[0]] = pair[1]
	}
	return carriers, nil
}

func (r *reader) Article(ctx context.Context, id string) (Article, error) {
	whole := func(row scanner) (Article, error) {
		var text string
		a, err := scanArticle(row, &text)
		a.Read.Text = text
		return a, err
	}
	a, err := one(ctx, r, whole, "SELECT "+articleColumns+", text FROM article WHERE id = ?", id)
	if err != nil {
		return a, fmt.Errorf("article %s: %w", id, err)
	}
	return a, nil
}

func listArticle(row scanner) (Article, error) { return scanArticle(row) }

// scanArticle reads articleColumns, and more columns after them.
func scanArticle(row scanner, more ...any) (a Article, err error) {
	var published, from, added string
	r := &a.Read
	err = row.Scan(append([]any{
		&a.ID, &a.Content, &r.ID, &r.Path, &r.Hash, &r.Format, &r.Title, &r.Byline,
		&r.Dateline, &r.URL, &r.Language, &r.Outlet.Name, &r.Outlet.Origin, &r.Outlet.From, &published, &from,
		&added, &a.Words, &a.Rules, &a.Quotes,
	}, more...)...)
	if err != nil {
		return a, err
	}
	if r.Published, err = readDate(published, from); err != nil {
		return a, fmt.Errorf("article %s: %w", a.ID, err)
	}
	a.Added, err = readTime(added)
	return a, err
}

// readDate is the inverse of Date.String. Of what it cannot read it keeps the day, or leaves the article undated: one date that
// a foreign hand or an older version wrote must not cost the whole dossier. So the error is always nil.
func readDate(s, from string) (articles.Date, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return articles.Date{Time: t, Clock: true, From: from}, nil
	}
	if t, err := time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))]); err == nil {
		return articles.Date{Time: t, From: from}, nil
	}
	return articles.Date{From: from}, nil
}

func writeTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

func readTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339Nano, s)
}

func (r *reader) Faults(ctx context.Context) ([]Fault, error) {
	return all(ctx, r, scanFault, "SELECT path, reason, at FROM fault ORDER BY path, reason")
}

func scanFault(row scanner) (x Fault, err error) {
	var at string
	if err := row.Scan(&x.Path, &x.Reason, &at); err != nil {
		return x, err
	}
	x.At, err = readTime(at)
	return x, err
}

func (r *reader) Aliases(ctx context.Context) (map[string]string, error) {
	all := map[string]string{}
	for pair, err := range stream(ctx, r, scanPair, "SELECT old, new FROM alias") {
		if err != nil {
			return nil, err
		}
		all[pair[0]] = pair[1]
	}
	return all, nil
}

func scanPair(row scanner) (pair [2]string, err error) {
	err = row.Scan(&pair[0], &pair[1])
	return pair, err
}
