package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Check runs SQLite's own check of every page and index, of every reference between rows, and of the indexes of words
// against what they index.
func (f *file) Check(ctx context.Context) ([]string, error) {
	found, err := all(ctx, &f.reader, value[string], "PRAGMA integrity_check")
	if err != nil {
		return nil, err
	}
	if len(found) == 1 && found[0] == "ok" {
		found = nil
	}
	orphans, err := all(ctx, &f.reader, scanOrphan, "PRAGMA foreign_key_check")
	return append(found, orphans...), err
}

func scanOrphan(row scanner) (string, error) {
	var table, parent string
	var number sql.NullInt64
	var key int
	err := row.Scan(&table, &number, &parent, &key)
	return fmt.Sprintf("a row of %s points to no row of %s", table, parent), err
}
