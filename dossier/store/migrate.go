package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

// applicationID marks a SQLite file as a dossier ("Quot"), in PRAGMA application_id.
const applicationID = 0x51756f74

// The files of migrations, in order of their names, lead from each format to the next: the first makes format 1
// of an empty file. A released one is never edited.
//
//go:embed migrations/*.sql
var embedded embed.FS

// Newer is a dossier of a format that this program does not know yet.
type Newer struct {
	Path        string
	Has, Newest int
}

func (n *Newer) Error() string {
	return fmt.Sprintf("%s: written by a newer Quotidian (dossier format %d; this one knows formats up to %d): "+
		"open it with a version that knows format %d", n.Path, n.Has, n.Newest, n.Has)
}

func steps() ([]string, error) { return fs.Glob(embedded, "migrations/*.sql") }

// inspect refuses a file that is no dossier or a newer one.
func inspect(ctx context.Context, db *sql.DB, path string) error {
	app, format, err := header(ctx, db)
	if err != nil {
		return err
	}
	all, err := steps()
	switch {
	case err != nil:
		return err
	case app == 0 && format == 0 && empty(ctx, db):
		return fmt.Errorf("%s: %w", path, errEmpty)
	case app != applicationID:
		return fmt.Errorf("%s: not a dossier: a database of another program", path)
	case format > len(all):
		return &Newer{Path: path, Has: format, Newest: len(all)}
	case format < 1:
		return fmt.Errorf("%s: a dossier without a format number", path)
	}
	return nil
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

// migrate brings the file to the newest format, one transaction a step: a crash leaves a whole format behind.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	_, format, err := header(ctx, db)
	if err != nil {
		return err
	}
	all, err := steps()
	if err != nil {
		return err
	}
	for n := format; n < len(all); n++ {
		if err := migrateTo(ctx, db, n+1, all[n]); err != nil {
			return fmt.Errorf("%s: to format %d: %w", path, n+1, err)
		}
	}
	return nil
}

func migrateTo(ctx context.Context, db *sql.DB, format int, name string) error {
	sqlText, err := embedded.ReadFile(name)
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, string(sqlText)+
		fmt.Sprintf("\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;", applicationID, format))
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}
