package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

func (f *file) Alias(ctx context.Context, aliases map[string]string) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		for old, now := range aliases {
			if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO alias VALUES (?, ?)", old, now); err != nil {
				return err
			}
		}
		return nil
	})
}

func (f *file) Save(ctx context.Context, s Saved) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, upsert("saved", 4), s.Name, s.Query, s.Who, writeTime(s.At))
		return err
	})
}

func (f *file) Unsave(ctx context.Context, name string) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, "DELETE FROM saved WHERE name = ?", name)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, fmt.Errorf("saved search %q: %w", name, ErrNone))
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM look WHERE name = ?", name)
		return err
	})
}

func (f *file) Look(ctx context.Context, who, name string, at time.Time) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, upsert("look", 3), who, name, writeTime(at))
		return err
	})
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
