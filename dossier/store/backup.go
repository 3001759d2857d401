package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"quotidian/dossier/store/pages"
)

// backupMark stands in the names of backups, between the dossier's name and a day or a format:
// "case.dossier-backup-2024-05-14". A backup is a dossier like any other and can be opened, or copied back.
const backupMark = "-backup-"

// daily is how many daily backups are kept.
const daily = 2

// Backups gives the backups beside a dossier, the newest first.
func Backups(path string) []string {
	found, err := filepath.Glob(escapeGlob(path) + backupMark + "*")
	if err != nil {
		return nil // only a malformed pattern, which an escaped one is not
	}
	found = slices.DeleteFunc(found, func(p string) bool { return strings.HasSuffix(p, partMark) || beside(p) })
	age := map[string]time.Time{}
	for _, p := range found {
		if info, err := os.Stat(p); err == nil {
			age[p] = info.ModTime()
		}
	}
	slices.SortStableFunc(found, func(a, b string) int { return age[b].Compare(age[a]) })
	return found
}

// beside reports whether a file is one that is kept beside an open dossier.
func beside(path string) bool {
	return slices.ContainsFunc(append([]string{lockMark}, sideFiles...), func(s string) bool { return strings.HasSuffix(path, s) })
}

func escapeGlob(path string) string {
	if filepath.Separator == '\\' {
		return path // nothing can be escaped there; "[" in a name finds no backups
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// days gives the daily backups, the newest first.
func days(path string) []string {
	all := slices.DeleteFunc(Backups(path), func(p string) bool {
		_, err := time.Parse(time.DateOnly, p[len(path)+len(backupMark):])
		return err != nil
	})
	slices.Sort(all) // by day
	slices.Reverse(all)
	return all
}

// dueBackup gives the name of today's backup when it has to be made: there is none, and the dossier has changed since
// the last one.
func dueBackup(path string, changed, now time.Time) (name string, due bool) {
	name = path + backupMark + now.Format(time.DateOnly)
	if exists(name) {
		return name, false
	}
	if old := days(path); len(old) > 0 {
		if info, err := os.Stat(old[0]); err == nil && !changed.After(info.ModTime()) {
			return name, false
		}
	}
	return name, true
}

// backup copies the dossier as it is now, page by page through SQLite, so that others may write meanwhile; then it
// removes the daily backups beyond those that are kept.
func backup(ctx context.Context, db *sql.DB, path, name string) error {
	if err := copyAs(ctx, db, name); err != nil {
		return err
	}
	old := days(path)
	for _, p := range old[min(daily, len(old)):] {
		if err := os.Remove(p); err != nil {
			return err
		}
	}
	return nil
}

// Backup copies the dossier as it is now.
func (f *file) Backup(ctx context.Context, name string) error {
	if exists(name) {
		return fmt.Errorf("%s: is there already", name)
	}
	return copyAs(ctx, f.r, name)
}

// BackupName is the name of a backup that a person asks for. It tells the second, and is no daily one: it stays until a
// person removes it.
func BackupName(path string, now time.Time) string {
	return path + backupMark + now.Format("2006-01-02-150405")
}

// copyAs copies a dossier into a file that is there when it is whole.
func copyAs(ctx context.Context, db *sql.DB, name string) error {
	part := name + partMark
	if err := writeFile(part, pages.Empty()); err != nil {
		return noBackup(name, err)
	}
	err := copyPages(ctx, db, part)
	if err == nil {
		err = settle(ctx, part)
	}
	if err != nil {
		return errors.Join(noBackup(name, err), os.Remove(part), removeIfThere(part+"-journal"))
	}
	return replaceFile(part, name)
}

// Unsaved is the error of a daily backup that could not be made. The dossier itself is whole.
type Unsaved struct{ err error }

// Error implements error.
func (u *Unsaved) Error() string { return u.err.Error() }

// Unwrap gives what went wrong.
func (u *Unsaved) Unwrap() error { return u.err }

// noBackup says why a copy was not made.
func noBackup(name string, err error) error {
	var e *sqlite.Error
	if errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_FULL {
		return fmt.Errorf("%s: no backup: the disk is full", name)
	}
	return fmt.Errorf("%s: no backup: %w", name, err)
}

func removeIfThere(path string) error {
	err := os.Remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// copyPages copies every page of an open dossier into a file that begins with an empty guarded one.
func copyPages(ctx context.Context, db *sql.DB, to string) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(inner any) error {
		from, ok := inner.(interface {
			NewBackup(string) (*sqlite.Backup, error)
		})
		if !ok {
			return errors.New("internal error: the database makes no backups")
		}
		b, err := from.NewBackup(dsn(to, "rw", nil))
		if err != nil {
			return err
		}
		_, err = b.Step(-1)
		if done := b.Finish(); err == nil { // else it says the same once more
			err = done
		}
		return err
	})
}

// settle makes a copy of an open dossier one that is closed, and waits for the disk.
func settle(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", dsn(path, "rw", []string{"synchronous(FULL)"}))
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "DELETE FROM mark WHERE name = ?", live)
	return errors.Join(err, db.Close(), syncFile(path))
}
