package store

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func (f *file) Alias(ctx context.Context, aliases map[string]string) error {
	return f.write(ctx, func(b *batch) {
		for old, now := range aliases {
			b.do("INSERT OR IGNORE INTO alias VALUES (?, ?)", old, now)
		}
	})
}

func (f *file) Save(ctx context.Context, s Saved) error {
	return f.write(ctx, func(b *batch) { b.do(upsert("saved", 4), s.Name, s.Query, s.Who, writeTime(s.At)) })
}

func (f *file) Unsave(ctx context.Context, name string) error {
	return f.write(ctx, func(b *batch) {
		done := b.do("DELETE FROM saved WHERE name = ?", name)
		if b.err != nil {
			return
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			b.err = errors.Join(err, fmt.Errorf("saved search %q: %w", name, ErrNone))
		}
		b.do("DELETE FROM look WHERE name = ?", name)
	})
}

func (f *file) Look(ctx context.Context, who, name string, at time.Time) error {
	return f.write(ctx, func(b *batch) { b.do(upsert("look", 3), who, name, writeTime(at)) })
}

// Saved gives none for a format that keeps no searches; Looked likewise.
func (r *reader) Saved(ctx context.Context) ([]Saved, error) {
	if r.format < 2 {
		return nil, nil
	}
	return all(ctx, r, scanSaved, "SELECT name, query, who, at FROM saved ORDER BY name")
}

func scanSaved(row scanner) (s Saved, err error) {
	var at string
	if err := row.Scan(&s.Name, &s.Query, &s.Who, &at); err != nil {
		return s, err
	}
	s.At, err = readTime(at)
	return s, err
}

func (r *reader) Looked(ctx context.Context, who, name string) (time.Time, error) {
	if r.format < 2 {
		return time.Time{}, nil
	}
	at, err := one(ctx, r, value[string], "SELECT at FROM look WHERE who = ? AND name = ?", who, name)
	if errors.Is(err, ErrNone) {
		return time.Time{}, nil
	}
	if err != nil {
		return time.Time{}, err
	}
	return readTime(at)
}

func (r *reader) Looks(ctx context.Context) ([]Look, error) {
	if r.format < 2 {
		return nil, nil
	}
	return all(ctx, r, scanLook, "SELECT who, name, at FROM look ORDER BY who, name")
}

func scanLook(row scanner) (l Look, err error) {
	var at string
	if err := row.Scan(&l.Who, &l.Name, &at); err != nil {
		return l, err
	}
	l.At, err = readTime(at)
	return l, err
}
