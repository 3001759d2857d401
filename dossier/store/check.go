package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Check runs SQLite's own check of every page and index, of every reference between rows, and of the indexes of words
// against what they index. It does so on a connection of its own: SQLite checks an index of words by what a connection
// remembers of it, which another one may have changed since.
func (f *file) Check(ctx context.Context) (found []string, err error) {
	mode := "rw"
	if f.w == nil && !hasLog(f.path) {
		mode = frozen
	}
	db, err := sql.Open("sqlite", dsn(f.path, mode, readerPragmas))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(plain(f.path, err), db.Close()) }()
	db.SetMaxOpenConns(1)
	if found, err = names(ctx, db, "PRAGMA integrity_check"); err != nil {
		return nil, err
	}
	if len(found) == 1 && found[0] == "ok" {
		found = nil
	}
	own := &reader{prepared: &prepared{path: f.path, format: f.format, db: db, byText: map[string]*sql.Stmt{}}}
	orphans, err := all(ctx, own, scanOrphan, "PRAGMA foreign_key_check")
	return append(found, orphans...), errors.Join(err, own.close())
}

func scanOrphan(row scanner) (string, error) {
	var table, parent string
	var number sql.NullInt64
	var key int
	err := row.Scan(&table, &number, &parent, &key)
	return fmt.Sprintf("a row of %s points to no row of %s", table, parent), err
}
