package store

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"os"

	"quotidian/dossier/store/pages"
)

// applicationID marks a SQLite file as a dossier ("Quot"), in PRAGMA application_id; PRAGMA user_version holds the
// number of its format:
//
//   - 1: pages without checksums, no index of words;
//   - 2: every page has a checksum (see package pages), words are indexed, searches are kept;
//   - 3: what comparisons found out is kept, lists have an index.
//
// A file of an older format is made anew under the schema of the newest when it is first opened for writing, by
// [rebuild]; the old one is kept beside it. A list of small steps, or a module for them, would have nothing to do: what
// a person settled keeps its table and columns for good, and the rest is derived.
const (
	applicationID  = 0x51756f74
	newestFormat   = 3
	guardedFormats = 2 // the first format with checksums
	orderedFormats = 3 // the first that keeps the order of lists
)

//go:embed schema.sql
var schema string

// Newer is a dossier of a format that this program does not know yet.
type Newer struct {
	Path        string
	Has, Newest int
}

func (n *Newer) Error() string {
	return fmt.Sprintf("%s: written by a newer Quotidian (dossier format %d; this one knows formats up to %d): "+
		"open it with a version that knows format %d", n.Path, n.Has, n.Newest, n.Has)
}

// inspect refuses a file that is no dossier or a newer one, and gives its format.
func inspect(ctx context.Context, db *sql.DB, path string) (format int, err error) {
	app, format, err := header(ctx, db)
	switch {
	case err != nil:
		return 0, err
	case app == 0 && format == 0 && empty(ctx, db):
		return 0, fmt.Errorf("%s: %w", path, errEmpty)
	case app != applicationID:
		return 0, fmt.Errorf("%s: not a dossier: a database of another program", path)
	case format > newestFormat:
		return 0, &Newer{Path: path, Has: format, Newest: newestFormat}
	case format < 1:
		return 0, fmt.Errorf("%s: a dossier without a format number", path)
	}
	return format, nil
}

// errEmpty is a database without a table: what is left when a program ends while it makes a dossier.
var errEmpty = errors.New("an empty database, not a dossier")

func empty(ctx context.Context, db *sql.DB) bool {
	var n int
	err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&n)
	return err == nil && n == 0
}

func header(ctx context.Context, db *sql.DB) (app, format int, err error) {
	return app, format, errors.Join(
		db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&app),
		db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&format))
}

// create makes an empty dossier at path, over whatever file is there.
func create(ctx context.Context, path string) error {
	for _, side := range sideFiles {
		if err := os.Remove(path + side); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	if err := writeFile(path, pages.Empty()); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", dsn(path, "rw", writerPragmas))
	if err != nil {
		return err
	}
	return errors.Join(createIn(ctx, db), db.Close())
}

// createIn makes the schema in one transaction: a crash leaves an empty database or a whole dossier.
func createIn(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, schema+
		fmt.Sprintf("\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;", applicationID, newestFormat))
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// sideFiles are those that SQLite keeps beside a database while it is open.
var sideFiles = []string{"-wal", "-shm", "-journal"}

// writeFile writes a file and waits for the disk.
func writeFile(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// upgrade makes a dossier of an older format anew under the newest and keeps the old file beside it. The right to
// write is held. A damaged one stays as it is, for repair, which says what is lost and takes it from the backups.
func upgrade(ctx context.Context, path string, format int) (note string, err error) {
	kept := fmt.Sprintf("%s%sformat%d", path, backupMark, format)
	keep := func() error { return copyFile(path, kept) }
	settle := func() error { return quiet(ctx, path) }
	order := []func() error{keep, settle}
	if hasLog(path) {
		order = []func() error{settle, keep} // a part of it stands in the log
	}
	for _, do := range order {
		if err := do(); err != nil {
			return "", err
		}
	}
	lost, err := rebuild(ctx, path, rebuildWhole)
	if err != nil {
		return "", fmt.Errorf("%s: to format %d: %w", path, newestFormat, err)
	}
	if len(lost) > 0 {
		return "", &Damaged{Path: path, Why: lost[0]}
	}
	return fmt.Sprintf("upgraded from format %d to %d; the old file is kept as %s", format, newestFormat, kept), nil
}
