package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"quotidian/articles"
)

// articleColumns are those of a listing, in the order in which scanArticle reads them.
const articleColumns = `id, content, input, path, hash, format, title, byline, dateline, url, language,
	outlet, origin, outlet_from, published, published_from, added, words, rules,
	(SELECT count(*) FROM quote WHERE quote.article = article.id)`

func (f *file) AddArticle(ctx context.Context, a Article, qs []Quote) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		return errors.Join(insertArticle(ctx, tx, a, qs), settleFaults(ctx, tx, a.Read.Path), unfold(ctx, tx))
	})
}

func (f *file) Ruled(ctx context.Context, article, rules string) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE article SET rules = ? WHERE id = ?", rules, article)
		return err
	})
}

func (f *file) ReplaceArticle(ctx context.Context, old string, a Article, qs []Quote, aliases map[string]string) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM article WHERE id = ?", old); err != nil {
			return err
		}
		for from, to := range aliases {
			if _, err := tx.ExecContext(ctx, "UPDATE alias SET new = ? WHERE new = ?", to, from); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO alias VALUES (?, ?)", from, to); err != nil {
				return err
			}
		}
		if err := dropAlias(ctx, tx, a.ID, qs); err != nil {
			return err
		}
		return errors.Join(insertArticle(ctx, tx, a, qs), unfold(ctx, tx))
	})
}

// dropAlias takes back aliases of ids that are there again, as they are when rules change back.
func dropAlias(ctx context.Context, tx *sql.Tx, article string, qs []Quote) error {
	b := &batch{ctx: ctx, tx: tx}
	ids := []string{article}
	for i := range qs {
		ids = append(ids, qs[i].ID)
	}
	remove(b, "alias WHERE old", ids)
	return b.close()
}

// unfold notes that joins and views are behind.
func unfold(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO mark VALUES (?, 'yes')", unfolded)
	return err
}

func insertArticle(ctx context.Context, tx *sql.Tx, a Article, qs []Quote) error {
	r := &a.Read
	_, err := tx.ExecContext(ctx, "INSERT INTO article VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
		a.ID, a.Content, r.ID, r.Path, r.Hash, r.Format, r.Title, r.Byline, r.Dateline, r.URL, r.Language,
		r.Outlet.Name, r.Outlet.Origin, r.Outlet.From, r.Published.String(), r.Published.From,
		writeTime(a.Added), a.Words, a.Rules, r.Text)
	if err != nil {
		return fmt.Errorf("article %s: %w", a.ID, err)
	}
	return insertQuotes(ctx, tx, qs)
}

func settleFaults(ctx context.Context, tx *sql.Tx, path string) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM fault WHERE path = ?", path)
	return err
}

func (r *reader) Articles(ctx context.Context) ([]Article, error) {
	return all(ctx, r, listArticle, "SELECT "+articleColumns+" FROM article ORDER BY id")
}

func (r *reader) Copies(ctx context.Context, content string) ([]Article, error) {
	return all(ctx, r, listArticle, "SELECT "+articleColumns+" FROM article WHERE content = ? ORDER BY id", content)
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

// readDate is the inverse of Date.String.
func readDate(s, from string) (articles.Date, error) {
	switch len(s) {
	case 0:
		return articles.Date{From: from}, nil
	case len(time.DateOnly):
		t, err := time.Parse(time.DateOnly, s)
		return articles.Date{Time: t, From: from}, err
	}
	t, err := time.Parse(time.RFC3339, s)
	return articles.Date{Time: t, Clock: true, From: from}, err
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

func (f *file) AddFault(ctx context.Context, fault Fault) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO fault VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at",
			fault.Path, fault.Reason, writeTime(fault.At))
		return err
	})
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
