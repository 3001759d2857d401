package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"sync"
)

// reader runs the store's queries.
type reader struct{ *prepared }

// prepared keeps queries by their text: preparing one costs more than running it.
type prepared struct {
	path   string
	format int
	db     preparer
	mu     sync.Mutex
	byText map[string]*sql.Stmt
}

// preparer is a database, one connection to it, or a transaction, which must not wait for another connection while it holds its own.
type preparer interface {
	PrepareContext(ctx context.Context, text string) (*sql.Stmt, error)
}

func (p *prepared) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if st := p.byText[text]; st != nil {
		return st, nil
	}
	st, err := p.db.PrepareContext(ctx, text)
	if err == nil {
		p.byText[text] = st
	}
	return st, err
}

func (p *prepared) close() error {
	var errs []error
	for _, st := range p.byText {
		errs = append(errs, st.Close())
	}
	return errors.Join(errs...)
}

// query runs one of the store's own queries.
func (r *reader) query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	st, err := r.statement(ctx, text)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...)
}

// scanner is what the values of a row are read from.
type scanner interface{ Scan(dest ...any) error }

// one reads one row; ErrNone when there is none.
func one[T any](ctx context.Context, r *reader, scan func(scanner) (T, error), text string, args ...any) (T, error) {
	for v, err := range stream(ctx, r, scan, text, args...) {
		return v, err
	}
	var none T
	return none, ErrNone
}

// all reads every row.
func all[T any](ctx context.Context, r *reader, scan func(scanner) (T, error), text string, args ...any) ([]T, error) {
	var list []T
	for v, err := range stream(ctx, r, scan, text, args...) {
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, nil
}

// stream yields what scan makes of each row, and ends after the first error.
func stream[T any](ctx context.Context, r *reader, scan func(scanner) (T, error), text string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		rows, err := r.query(ctx, text, args...)
		if err != nil {
			yield(none, plain(r.path, err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			v, err := scan(rows)
			if !yield(v, plain(r.path, err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, plain(r.path, err))
		}
	}
}

// value scans a row of one column.
func value[T any](row scanner) (v T, err error) {
	err = row.Scan(&v)
	return v, err
}

// Version is the number of writes.
func (r *reader) Version(ctx context.Context) (int64, error) {
	v, err := one(ctx, r, value[int64], "SELECT CAST(value AS INTEGER) FROM mark WHERE name = 'writes'")
	if errors.Is(err, ErrNone) {
		return 0, nil
	}
	return v, err
}

// Folded looks for the note that Add leaves and Apply takes away.
func (r *reader) Folded(ctx context.Context) (bool, error) {
	note, err := r.Mark(ctx, unfolded)
	return note == "", err
}

// unfolded is the mark of articles that came or went since joins and views were made.
const unfolded = "unfolded"

func (r *reader) Mark(ctx context.Context, name string) (string, error) {
	v, err := one(ctx, r, value[string], "SELECT value FROM mark WHERE name = ?", name)
	if errors.Is(err, ErrNone) {
		return "", nil
	}
	return v, err
}
