package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"time"

	"quotidian/articles"
)

// articleColumns are those of a listing, in the order in which scanArticle reads them.
const articleColumns = `id, content, input, path, hash, format, title, byline, dateline, url, language,
	outlet, origin, outlet_from, published, published_from, added, words, rules,
	(SELECT count(*) FROM quote WHERE quote.article = article.id)`

func (f *file) AddArticle(ctx context.Context, a Article, qs []Quote) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		return errors.Join(insertArticle(ctx, tx, a, qs), settleFaults(ctx, tx, a.Read.Path))
	})
}

func (f *file) ReplaceArticle(ctx context.Context, old string, a Article, qs []Quote, aliases map[string]string) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM article WHERE id = ?", old); err != nil {
			return err
		}
		for from, to := range aliases {
			if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO alias VALUES (?, ?)", from, to); err != nil {
				return err
			}
		}
		return insertArticle(ctx, tx, a, qs)
	})
}

func insertArticle(ctx context.Context, tx *sql.Tx, a Article, qs []Quote) error {
	r := &a.Read
	_, err := tx.ExecContext(ctx, "INSERT INTO article VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
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

func (f *file) Articles(ctx context.Context) ([]Article, error) {
	return f.articles(ctx, "SELECT "+articleColumns+" FROM article ORDER BY id")
}

func (f *file) Copies(ctx context.Context, content string) ([]Article, error) {
	return f.articles(ctx, "SELECT "+articleColumns+" FROM article WHERE content = ? ORDER BY id", content)
}

func (f *file) articles(ctx context.Context, query string, args ...any) ([]Article, error) {
	rows, err := f.query(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	var all []Article
	return all, each(rows, func() error {
		a, err := scanArticle(rows)
		all = append(all, a)
		return err
	})
}

func (f *file) Article(ctx context.Context, id string) (a Article, err error) {
	err = f.one(ctx, func(row scanner) (err error) {
		var text string
		a, err = scanArticle(row, &text)
		a.Read.Text = text
		return err
	}, "SELECT "+articleColumns+", text FROM article WHERE id = ?", id)
	if err != nil {
		return Article{}, fmt.Errorf("article %s: %w", id, err)
	}
	return a, nil
}

// scanner is a *sql.Row or a *sql.Rows.
type scanner interface{ Scan(dest ...any) error }

// scanArticle reads articleColumns, and more columns after them.
func scanArticle(row scanner, more ...any) (a Article, err error) {
	var published, from, added string
	r := &a.Read
	err = row.Scan(append([]any{&a.ID, &a.Content, &r.ID, &r.Path, &r.Hash, &r.Format, &r.Title, &r.Byline,
		&r.Dateline, &r.URL, &r.Language, &r.Outlet.Name, &r.Outlet.Origin, &r.Outlet.From, &published, &from,
		&added, &a.Words, &a.Rules, &a.Quotes}, more...)...)
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

func (f *file) Faults(ctx context.Context) ([]Fault, error) {
	rows, err := f.query(ctx, "SELECT path, reason, at FROM fault ORDER BY path, reason")
	if err != nil {
		return nil, err
	}
	var all []Fault
	return all, each(rows, func() error {
		var x Fault
		var at string
		if err := rows.Scan(&x.Path, &x.Reason, &at); err != nil {
			return err
		}
		x.At, err = readTime(at)
		all = append(all, x)
		return err
	})
}

func (f *file) Aliases(ctx context.Context) (map[string]string, error) {
	rows, err := f.query(ctx, "SELECT old, new FROM alias")
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	return all, each(rows, func() error {
		var old, now string
		err := rows.Scan(&old, &now)
		all[old] = now
		return err
	})
}

// stream runs a query and yields what scan makes of each row.
func stream[T any](ctx context.Context, f *file, scan func(scanner) (T, error), query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		rows, err := f.query(ctx, query, args...)
		if err != nil {
			yield(none, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			v, err := scan(rows)
			if !yield(v, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, err)
		}
	}
}
