package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"quotidian/dossier/store/pages"
)

// ErrNone is given for an id that the dossier does not hold.
var ErrNone = errors.New("not in this dossier")

// ErrReadOnly is given for every write to a dossier that was opened for reading only.
var ErrReadOnly = errors.New("the dossier was opened for reading only")

// Mode says how a file is opened.
type Mode uint8

// The modes. Create makes the file when there is none and writes to it when there is.
const (
	ReadOnly Mode = iota
	ReadWrite
	Create
)

// readers is how many snapshots may be open at once, for a window's lists and one export, and how many readers beside them.
const readers = 4

// file is a Store in one SQLite file: one connection that writes, several that read.
type file struct {
	reader
	w *writer
	r *sql.DB
	// snapshots has an element for each that is open.
	snapshots chan struct{}
	lock      *Lock
	notes     []string
	// opened is the file that is written to, see [Moved].
	opened os.FileInfo
	// saving is the daily backup on its way; it gives one error and is closed.
	saving chan error
}

var _ Store = (*file)(nil)

// fileLayer is the name of the guarding file layer, see package pages; a test puts one in its place that fails.
var fileLayer = "quotidian"

// guard registers it once.
var guard = sync.OnceValue(func() error { return pages.Register("quotidian", marked, nil) })

var marked = pages.Marked{Application: applicationID, First: guardedFormats, Last: newestFormat}

// Open opens the dossier at path. who is named to others that want to write to it at the same time; they get a
// [Held]. A file that is no dossier, or a newer one than this program knows, is refused and left untouched; a damaged
// one gives a [Damaged], a copy of one that was open a [Copied]; where only the
// log of one lies, an [Orphaned]. When a program ended without closing the dossier,
// opening it for writing puts it right; what was found and done is in Notes.
func Open(ctx context.Context, path string, mode Mode, who string) (Store, error) {
	if err := errors.Join(guard(), checkPath(path, mode)); err != nil {
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
	case errors.Is(err, os.ErrNotExist) && (mode == Create || orphaned(path) != nil):
		return orphaned(path)
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
	seen, err := look(ctx, path)
	if errors.Is(err, errEmpty) && mode == Create {
		err = create(ctx, path)
		seen.format = newestFormat
	}
	if err != nil {
		return plain(path, err)
	}
	if mode == ReadOnly {
		return plain(path, f.openReaders(ctx, path))
	}
	return plain(path, f.openBoth(ctx, path, seen))
}

// openBoth opens for writing, under the lock.
func (f *file) openBoth(ctx context.Context, path string, seen state) error {
	if err := clearLeftovers(path); err != nil {
		return err
	}
	if seen.format < newestFormat {
		note, err := upgrade(ctx, path, seen.format)
		if err != nil {
			return err
		}
		f.notes = append(f.notes, note)
		seen.live = false
	}
	if err := f.openWriter(ctx, path, seen); err != nil {
		return err
	}
	if err := f.openReaders(ctx, path); err != nil {
		return err
	}
	var err error
	if f.opened, err = os.Stat(path); err != nil {
		return err
	}
	if name, due := dueBackup(path, seen.changed, time.Now()); due && !seen.changed.IsZero() {
		f.saving = make(chan error, 1)
		go func() {
			defer close(f.saving)
			f.saving <- backup(ctx, f.r, path, name)
		}()
	}
	return nil
}

// live is the mark of a dossier that a program has open for writing. It reaches the file before anything else is
// written, so that a copy of the file without SQLite's log beside it can be told from a whole dossier.
const live = "live"

func (f *file) openWriter(ctx context.Context, path string, seen state) (err error) {
	if f.w, err = newWriter(ctx, path); err != nil {
		return err
	}
	if seen.live {
		note, err := f.recover(ctx, path, seen)
		if err != nil {
			return err
		}
		f.notes = append(f.notes, note)
	}
	if err := f.w.keepLog(true); err != nil {
		return err
	}
	if _, err := f.w.ExecContext(ctx, "INSERT OR REPLACE INTO mark VALUES (?, 'yes')", live); err != nil {
		return err
	}
	return f.checkpoint(ctx)
}

// keepLog says whether SQLite's log file stays when the last one closes. It has to as long as the dossier is marked:
// without it a dossier that could not be closed well, on a full disk, would pass for a copy.
func (w *writer) keepLog(keep bool) error {
	return w.Raw(func(inner any) error { return keepLogOf(inner, keep) })
}

// unmark notes that the dossier is closed well.
func (f *file) unmark(ctx context.Context) error {
	_, err := f.w.ExecContext(ctx, "DELETE FROM mark WHERE name = ?", live)
	if err == nil {
		err = f.w.keepLog(false)
	}
	return plain(f.path, err)
}

// checkpoint folds SQLite's log into the file as far as readers allow.
func (f *file) checkpoint(ctx context.Context) error {
	var busy, frames, done int
	return f.w.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &done)
}

// thorough is the size in bytes up to which a dossier that was not closed is checked in every index too; that takes
// about a second for 100 MB.
const thorough = 256 << 20

// recover looks through a dossier that a program did not close. SQLite has taken its log over already.
func (f *file) recover(ctx context.Context, path string, seen state) (note string, err error) {
	check := "PRAGMA integrity_check"
	if seen.size > thorough {
		check = "PRAGMA quick_check"
	}
	found, err := names(ctx, f.w, check)
	if err != nil {
		return "", err
	}
	if len(found) != 1 || found[0] != "ok" {
		return "", &Damaged{Path: path, Why: found[0]}
	}
	return fmt.Sprintf("the last program ended without closing the dossier: its log of %d bytes was taken over, and the file is sound", seen.log), nil
}

// openReaders lets readers do what SQLite wants to write for them: the index of its log, and clearing up. Where
// the folder allows no writing at all and there is no log, the file is read as one that never changes.
func (f *file) openReaders(ctx context.Context, path string) (err error) {
	f.snapshots = make(chan struct{}, readers)
	for _, mode := range []string{"rw", frozen} {
		if f.r, err = openReading(path, mode, readerPragmas); err != nil {
			return err
		}
		f.r.SetMaxOpenConns(2 * readers)
		f.r.SetMaxIdleConns(readers)
		var format int
		if format, err = inspect(ctx, f.r, path); !unwritable(err) || hasLog(path) {
			f.reader = reader{prepared: &prepared{path: path, format: format, db: f.r, byText: map[string]*sql.Stmt{}}}
			return err
		}
		if e := closeReading(f.r); e != nil {
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

// state is how a dossier was found.
type state struct {
	format  int
	live    bool      // not closed
	size    int64     // bytes
	log     int64     // bytes of SQLite's log
	changed time.Time // zero for a file that was not there
}

// look inspects an existing file before anything is opened for writing, so that what is refused stays as it is.
// It goes through SQLite even for the header: closing a second handle of our own would drop SQLite's locks.
// Where a program ended without closing, the truth may stand in the log, and reading that needs a common look.
func look(ctx context.Context, path string) (s state, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return s, errEmpty // made by the writer
	}
	s.size, s.changed = info.Size(), info.ModTime()
	log, err := os.Stat(path + "-wal")
	beside := err == nil
	if beside {
		s.log = log.Size()
	}
	if s.size == 0 && s.log == 0 {
		return s, errEmpty
	}
	mode := frozen
	if s.log > 0 {
		mode = "rw"
	}
	probe, err := openReading(path, mode, nil)
	if err != nil {
		return s, err
	}
	s.format, err = inspect(ctx, probe, path)
	if err == nil {
		err = probe.QueryRowContext(ctx, "SELECT count(*) FROM mark WHERE name = ?", live).Scan(&s.live)
	}
	if err == nil && s.live && !beside {
		err = &Copied{Path: path}
	}
	return s, plain(path, errors.Join(err, closeReading(probe)))
}

func hasLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// A commit waits for the disk (synchronous=FULL): what a person settled is safe before the window says so.
// Readers may not write by accident (query_only), and no schema of a foreign hand is trusted to run code.
// The writer keeps 32 MB of pages and folds SQLite's log in every 4,000 pages: an import changes many of the same pages,
// those of the indexes, in every transaction.
var (
	writerPragmas = []string{
		"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "trusted_schema(0)",
		"cell_size_check(1)", "cache_size(-32768)", "wal_autocheckpoint(4000)",
	}
	// A reader keeps 32 MB of pages, so that a search does not check the same ones again and again.
	readerPragmas = []string{"busy_timeout(10000)", "query_only(1)", "trusted_schema(0)", "cell_size_check(1)", "cache_size(-32768)"}
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
	q := url.Values{"vfs": {fileLayer}, "_pragma": pragmas, "_txlock": {"immediate"}, "_dqs": {"0"}}
	return (&url.URL{Scheme: "file", Path: path}).String() + "?mode=" + mode + "&" + q.Encode()
}

// Damaged is a dossier in which not every page is as it was written.
type Damaged struct{ Path, Why string }

func (d *Damaged) Error() string {
	return fmt.Sprintf("%s: the dossier is damaged (%s): run 'quotidian repair' on it", d.Path, d.Why)
}

// Copied is a copy of a dossier that was made while a program had it open: what that program wrote last is missing.
type Copied struct{ Path string }

func (c *Copied) Error() string {
	return c.Path + ": a copy made while the dossier was open, without the last changes: close the dossier and copy it " +
		"again, or run 'quotidian repair' to keep what this copy holds"
}

// damage reports whether an error says that the file is not as it was written.
func damage(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	return e.Code() == sqlite3.SQLITE_IOERR_DATA || e.Code()&0xff == sqlite3.SQLITE_CORRUPT
}

// told is an error of the database in our words.
type told struct{ error }

// Unwrap gives the database's own.
func (t told) Unwrap() error { return t.error }

// plain turns the database's words into ours where a person would not understand them, once.
func plain(path string, err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) || errors.As(err, new(told)) {
		return err
	}
	switch {
	case e.Code() == sqlite3.SQLITE_IOERR_DATA:
		return &Damaged{Path: path, Why: "a page does not agree with its checksum"}
	case damage(err):
		return &Damaged{Path: path, Why: e.Error()}
	}
	if e.Code() == sqlite3.SQLITE_READONLY { // the file may not be written to, in a folder that may
		return told{fmt.Errorf("%s: cannot be written to here: %w", path, fs.ErrPermission)}
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s: not a dossier: the file is of another kind", path)
	case sqlite3.SQLITE_FULL:
		return told{fmt.Errorf("%s: the disk is full; the last step was not kept, all before it was: make room and do it again: %w", path, e)}
	case sqlite3.SQLITE_IOERR:
		return told{fmt.Errorf("%s: the disk failed; the last step was not kept, all before it was: %w", path, e)}
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return told{fmt.Errorf("%s: cannot be opened here: %w", path, e)}
	}
	return err
}

// Notes says what Open found and put right, one finding a line.
func (f *file) Notes() []string { return f.notes }

// Close gives everything back, when the daily backup is done; its error is *[Unsaved] when nothing but that went wrong. The
// last one to close folds the log file of SQLite into the dossier.
func (f *file) Close() error {
	var saved error
	if f.saving != nil {
		if err := <-f.saving; err != nil {
			saved = &Unsaved{err}
		}
		f.saving = nil
	}
	var errs []error
	if f.prepared != nil {
		errs = append(errs, f.prepared.close())
	}
	if f.w != nil && f.r != nil {
		errs = append(errs, f.unmark(context.Background()))
	}
	if f.r != nil {
		errs = append(errs, closeReading(f.r))
	}
	if f.w != nil {
		errs = append(errs, f.takeLeave(context.Background()), f.w.close())
	}
	if f.lock != nil {
		errs = append(errs, f.lock.Release())
	}
	if err := errors.Join(errs...); err != nil {
		return errors.Join(saved, err)
	}
	return saved
}

// write runs do in one transaction; it is on disk when write returns nil, and undone otherwise.
func (f *file) write(ctx context.Context, do func(b *batch)) error {
	if f.w == nil {
		return ErrReadOnly
	}
	f.w.mu.Lock()
	defer f.w.mu.Unlock()
	if err := f.moved(); err != nil {
		return err
	}
	tx, err := f.w.BeginTx(ctx, nil)
	if err != nil {
		return plain(f.path, err)
	}
	b := &batch{ctx: ctx, statements: f.w.statements}
	b.count()
	do(b)
	if b.err != nil {
		return errors.Join(plain(f.path, b.err), rollback(tx))
	}
	return plain(f.path, tx.Commit())
}

// rollback takes a transaction back; one that SQLite has taken back itself, as it does when the disk fails, is no
// error.
func rollback(tx *sql.Tx) error {
	err := tx.Rollback()
	var e *sqlite.Error
	if errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_ERROR {
		return nil
	}
	return err
}

// Snapshot reads in one transaction: SQLite's log keeps what it began with. Half of the connections are never given to snapshots: who
// reads from one may wait for a lock whose holder needs a connection.
func (f *file) Snapshot(ctx context.Context) (Reader, error) {
	select {
	case f.snapshots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	tx, err := f.r.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		<-f.snapshots
		return nil, err
	}
	s := &snapshot{reader: reader{&prepared{path: f.path, format: f.format, db: tx, byText: map[string]*sql.Stmt{}}}, tx: tx, f: f}
	if _, err := s.Version(ctx); err != nil { // the first read fixes what is seen
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// snapshot is a Reader within one transaction.
type snapshot struct {
	reader
	tx *sql.Tx
	f  *file
}

// Close ends the transaction, and with it the queries prepared in it.
func (s *snapshot) Close() error {
	err := s.tx.Rollback()
	if s.f != nil {
		<-s.f.snapshots
		s.f = nil
	}
	return err
}
