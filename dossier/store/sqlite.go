package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// ErrNone is given for an id that the dossier does not hold.
var ErrNone = errors.New("not in this dossier")

// Mode says how a file is opened.
type Mode uint8

// The modes. Create makes the file when there is none and writes to it when there is.
const (
	ReadOnly Mode = iota
	ReadWrite
	Create
)

// readers is how many readers may run beside each other: a window's lists, and one export.
const readers = 4

// file is a Store in one SQLite file: one connection that writes, several that read.
type file struct {
	reader
	w, r *sql.DB
	lock *Lock
}

var _ Store = (*file)(nil)

// Open opens the dossier at path. who is named to others that want to write to it at the same time; they get a
// [Held]. A file that is no dossier, or a newer one than this program knows, is refused and left untouched.
func Open(ctx context.Context, path string, mode Mode, who string) (Store, error) {
	if err := checkPath(path, mode); err != nil {
		return nil, err
	}
	f := &file{}
	if err := f.open(ctx, path, mode, who); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// checkPath refuses what SQLite would misread: it makes an empty database of any missing file, and takes an
// empty file for an empty database.
func checkPath(path string, mode Mode) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && mode == Create:
		return nil
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("%s: no such dossier", path)
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%s: a folder, not a dossier", path)
	case info.Size() == 0 && mode != Create:
		return fmt.Errorf("%s: an empty file, not a dossier", path)
	}
	return nil
}

func (f *file) open(ctx context.Context, path string, mode Mode, who string) (err error) {
	if mode != ReadOnly {
		if f.lock, err = Acquire(path, who); err != nil {
			return err
		}
	}
	if err := look(ctx, path); err != nil && !(mode == Create && errors.Is(err, errEmpty)) {
		return err
	}
	if mode != ReadOnly {
		if err := f.openWriter(ctx, path); err != nil {
			return plain(path, err)
		}
	}
	return plain(path, f.openReaders(ctx, path))
}

func (f *file) openWriter(ctx context.Context, path string) (err error) {
	if f.w, err = sql.Open("sqlite", dsn(path, "rwc", writerPragmas)); err != nil {
		return err
	}
	f.w.SetMaxOpenConns(1)
	return migrate(ctx, f.w, path)
}

// openReaders lets readers do what SQLite wants to write for them: the index of its log, and clearing up. Where
// the folder allows no writing at all and there is no log, the file is read as one that never changes.
func (f *file) openReaders(ctx context.Context, path string) (err error) {
	for _, mode := range []string{"rw", frozen} {
		if f.r, err = sql.Open("sqlite", dsn(path, mode, readerPragmas)); err != nil {
			return err
		}
		f.r.SetMaxOpenConns(readers)
		f.r.SetMaxIdleConns(readers)
		if err = inspect(ctx, f.r, path); !unwritable(err) || hasLog(path) {
			f.reader = reader{prepared: &prepared{db: f.r, byText: map[string]*sql.Stmt{}}}
			return err
		}
		if e := f.r.Close(); e != nil {
			return e
		}
	}
	return err
}

func unwritable(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	code := e.Code() & 0xff
	return code == sqlite3.SQLITE_READONLY || code == sqlite3.SQLITE_CANTOPEN
}

// frozen opens a file as one that nobody changes: no lock is taken and no other file is touched.
const frozen = "ro&immutable=1"

// look inspects an existing file before anything is opened for writing, so that what is refused stays as it is.
// It goes through SQLite even for the header: closing a second handle of our own would drop SQLite's locks.
// Where a program ended without closing, the truth may stand in the log, and reading that needs a common look.
func look(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return nil // made by the writer
	}
	if info.Size() == 0 && !hasLog(path) {
		return errEmpty
	}
	mode := frozen
	if hasLog(path) {
		mode = "rw"
	}
	probe, err := sql.Open("sqlite", dsn(path, mode, nil))
	if err != nil {
		return err
	}
	return plain(path, errors.Join(inspect(ctx, probe, path), probe.Close()))
}

func hasLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// A commit waits for the disk (synchronous=FULL): what a person settled is safe before the window says so.
// Readers may not write by accident (query_only), and no schema of a foreign hand is trusted to run code.
var (
	writerPragmas = []string{
		"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "trusted_schema(0)",
		"cell_size_check(1)",
	}
	readerPragmas = []string{"busy_timeout(10000)", "query_only(1)", "trusted_schema(0)", "cell_size_check(1)"}
)

// dsn makes the URI of a file; every character that a URI gives a meaning is escaped.
func dsn(path, mode string, pragmas []string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/… on Windows
	}
	q := url.Values{"_pragma": pragmas, "_txlock": {"immediate"}, "_dqs": {"0"}}
	return (&url.URL{Scheme: "file", Path: path}).String() + "?mode=" + mode + "&" + q.Encode()
}

// plain turns the database's words into ours where a person would not understand them.
func plain(path string, err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s: not a dossier: the file is of another kind", path)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%s: the dossier is damaged: %w", path, err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%s: the disk is full: %w", path, err)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return fmt.Errorf("%s: cannot be opened here: %w", path, err)
	}
	return err
}

// Close gives everything back. The last one to close folds the log file of SQLite into the dossier.
func (f *file) Close() error {
	var errs []error
	if f.prepared != nil {
		errs = append(errs, f.prepared.close())
	}
	for _, db := range []*sql.DB{f.r, f.w} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if f.lock != nil {
		errs = append(errs, f.lock.Release())
	}
	return errors.Join(errs...)
}

// write runs do in one transaction; it is on disk when write returns nil, and undone otherwise.
func (f *file) write(ctx context.Context, do func(tx *sql.Tx) error) error {
	if f.w == nil {
		return errors.New("the dossier was opened for reading only")
	}
	tx, err := f.w.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := count(ctx, tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	if err := do(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// Snapshot reads in one transaction: SQLite's log keeps what it began with.
func (f *file) Snapshot(ctx context.Context) (Reader, error) {
	tx, err := f.r.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	s := &snapshot{reader{prepared: f.prepared, tx: tx}}
	if _, err := s.Version(ctx); err != nil { // the first read fixes what is seen
		return nil, errors.Join(err, tx.Rollback())
	}
	return s, nil
}

// snapshot is a Reader within one transaction.
type snapshot struct{ reader }

// Close ends the transaction.
func (s *snapshot) Close() error { return s.tx.Rollback() }

// count notes one more write, so that readers see that their lists are old.
func count(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO mark VALUES ('writes', '1')
		ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`)
	return err
}

// Check runs SQLite's own check of every page and of every reference between rows.
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
