package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"quotidian/dossier/store/pages"
)

// Repaired is what a repair found and did.
type Repaired struct {
	// Kept is the name under which the damaged file was kept; empty when nothing was wrong.
	Kept string
	// Done says what was put right, Lost what could not be, one finding a line.
	Done, Lost []string
}

// Repair puts a damaged dossier right, as far as that can be done, and keeps the damaged one beside it. First pages
// in which one byte is wrong are put right by their checksums. Then everything that was read and decided is copied
// into a new file, as far as it can be read; what is missing is taken from the backups beside the dossier. What
// follows from it, joins and views, is made anew when the dossier is opened next.
//
// A sound dossier is left as it is. A file that is no dossier, or of a newer format, is refused.
func Repair(ctx context.Context, path, who string) (r Repaired, err error) {
	if err := errors.Join(guard(), checkPath(path, ReadWrite)); err != nil {
		return r, err
	}
	lock, err := Acquire(path, who)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	why := sound(ctx, path)
	if why == nil {
		return r, nil
	}
	if refused(path, why) {
		return r, why
	}
	r.Kept = path + backupMark + "damaged"
	if err := copyFile(path, r.Kept); err != nil {
		return r, err
	}
	r.Done = append(r.Done, "found: "+strings.TrimPrefix(why.Error(), path+": "))
	if err := r.mendPages(path); err != nil {
		return r, err
	}
	return r, r.rescue(ctx, path)
}

// refused reports whether what is wrong with a file is no damage. Of a newer format is only what says so in a page
// that agrees with its checksum.
func refused(path string, why error) bool {
	var newer *Newer
	var damaged *Damaged
	var copied *Copied
	switch {
	case errors.As(why, &damaged), errors.As(why, &copied):
		return false
	case errors.As(why, &newer):
		head := firstPage(path)
		return head == nil || pages.Intact(head)
	}
	head := firstPage(path)
	return head == nil || pages.Intact(head) || !pages.Mend(head) || !pages.Guarded(head, marked)
}

// sound says what is wrong with a dossier, nil when nothing is.
func sound(ctx context.Context, path string) error {
	seen, err := look(ctx, path)
	if err != nil {
		return err
	}
	f := &file{}
	if err := f.openReaders(ctx, path); err != nil {
		return plain(path, errors.Join(err, f.Close()))
	}
	found, err := f.Check(ctx)
	err = errors.Join(err, f.Close())
	if err == nil && len(found) > 0 {
		err = &Damaged{Path: path, Why: found[0]}
	}
	if err == nil && seen.live {
		err = &Damaged{Path: path, Why: "a program ended without closing it"}
	}
	return err
}

func firstPage(path string) []byte {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	page := make([]byte, pages.Size)
	if _, err := io.ReadFull(f, page); err != nil {
		return nil
	}
	return page
}

// mendPages puts pages right where their checksums can. SQLite has no handle on the file now.
func (r *Repaired) mendPages(path string) error {
	head := firstPage(path)
	if head == nil {
		return nil
	}
	if !pages.Mend(head) || !pages.Guarded(head, marked) {
		return nil // of a format without checksums, or its first page is lost
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	page, was := make([]byte, pages.Size), make([]byte, pages.Size)
	for at := int64(0); err == nil; at += pages.Size {
		if _, err = f.ReadAt(page, at); err != nil || pages.Intact(page) {
			continue
		}
		copy(was, page)
		number := at/pages.Size + 1
		if !pages.Mend(page) {
			r.Done = append(r.Done, fmt.Sprintf("page %d is lost: more than one byte of it is wrong", number))
			continue
		}
		r.Done = append(r.Done, fmt.Sprintf("page %d: one wrong byte was put right by its checksum, at %d", number, differs(was, page)))
		_, err = f.WriteAt(page, at)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func differs(a, b []byte) int {
	for i := range a {
		if a[i] != b[i] {
			return i
		}
	}
	return len(a)
}

// rescue makes the file anew from what can be read of it, and of its backups.
func (r *Repaired) rescue(ctx context.Context, path string) error {
	if err := quiet(ctx, path); err != nil && !damage(err) {
		return err
	}
	if err := clearSides(path); err != nil {
		return err
	}
	lost, err := rebuild(ctx, path, rebuildPermanent)
	switch {
	case damage(err) || refusedBySQLite(err):
		lost = append(lost, plain(path, err).Error())
		err = create(ctx, path)
	case err == nil && len(lost) == 0:
		r.Done = append(r.Done, "everything read and decided was copied into a new file")
		return nil
	}
	if err != nil {
		return err
	}
	restored, err := restore(ctx, path)
	r.Done = append(r.Done, restored...)
	r.Lost = append(r.Lost, lost...)
	if err != nil {
		return err
	}
	if len(restored) > 0 {
		r.Lost = append(r.Lost, "of these, what the backups hold is there again")
	}
	return nil
}

// refusedBySQLite reports whether SQLite takes a file for no database at all.
func refusedBySQLite(err error) bool {
	return err != nil && strings.Contains(plain("", err).Error(), "not a dossier")
}

// clearSides removes what SQLite kept beside a file that it cannot open any more; quiet has taken over what could be.
func clearSides(path string) error {
	for _, side := range sideFiles {
		if err := os.Remove(path + side); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// restore takes from the backups beside a dossier what the dossier lacks, the newest first, and says how much.
func restore(ctx context.Context, path string) (done []string, err error) {
	db, err := sql.Open("sqlite", dsn(path, "rw", []string{"foreign_keys(0)", "trusted_schema(0)"}))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	for _, from := range Backups(path) {
		if strings.HasSuffix(from, backupMark+"damaged") || sound(ctx, from) != nil {
			continue
		}
		counts, err := restoreFrom(ctx, db, from)
		if err != nil {
			return done, err
		}
		if len(counts) > 0 {
			done = append(done, fmt.Sprintf("from %s: %s", from, strings.Join(counts, ", ")))
		}
	}
	return done, nil
}

// restoreFrom adds the rows that a backup has and the dossier lacks; articles that were replaced since stay replaced.
func restoreFrom(ctx context.Context, db *sql.DB, from string) (counts []string, err error) {
	if _, err := db.ExecContext(ctx, "ATTACH ? AS backup", dsn(from, "ro", nil)); err != nil {
		return nil, err
	}
	defer func() {
		_, derr := db.ExecContext(ctx, "DETACH backup")
		err = errors.Join(err, derr)
	}()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	for _, table := range permanent {
		columns, err := common(ctx, tx, table)
		if err != nil {
			return nil, errors.Join(err, tx.Rollback())
		}
		res, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO main."+table+" ("+columns+") SELECT "+columns+
			" FROM backup."+table+missing[table])
		if err != nil {
			return nil, errors.Join(err, tx.Rollback())
		}
		if n, err := res.RowsAffected(); err == nil && n > 0 {
			counts = append(counts, fmt.Sprintf("%d of %s", n, table))
		}
	}
	res, err := tx.ExecContext(ctx, restoreReading, Reading)
	if err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	if n, err := res.RowsAffected(); err == nil && n > 0 {
		counts = append(counts, "how articles are read")
	}
	if _, err := dropWidows(ctx, tx); err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	return counts, tx.Commit()
}

// restoreReading takes the mark of how articles are read, or that there is none, from a backup where nothing said it before.
const restoreReading = "INSERT OR IGNORE INTO main.mark SELECT ?1, coalesce((SELECT value FROM backup.mark WHERE name = ?1), '')"

// missing narrows what is taken from a backup. Numbers of rows are given anew, so conditions go by id.
var missing = map[string]string{
	"article": " WHERE id NOT IN (SELECT old FROM main.alias)",
	"quote":   " WHERE id NOT IN (SELECT old FROM main.alias) AND article IN (SELECT id FROM main.article)",
}

// common gives the columns that dossier and backup share, without the numbers of rows.
func common(ctx context.Context, tx *sql.Tx, table string) (string, error) {
	ours, err := names(ctx, tx, "SELECT name FROM pragma_table_info(?, 'main') ORDER BY cid", table)
	if err != nil {
		return "", err
	}
	theirs, err := names(ctx, tx, "SELECT name FROM pragma_table_info(?, 'backup') ORDER BY cid", table)
	both := slices.DeleteFunc(ours, func(c string) bool { return c == "n" || !slices.Contains(theirs, c) })
	return strings.Join(both, ","), err
}

// Part is the name under which a dossier is made that is to take another's place; the next writer of that one clears
// away what a crash left of it.
func Part(path string) string { return path + partMark }

// Discard removes such a file and what stands beside it.
func Discard(part string) error {
	err := clearSides(part)
	if rm := os.Remove(part); rm != nil && !errors.Is(rm, os.ErrNotExist) {
		err = errors.Join(err, rm)
	}
	return err
}

// Replace puts the closed dossier part in the place of the one at path, which is kept beside under the name given
// back.
func Replace(ctx context.Context, part, path, who string) (kept string, err error) {
	lock, err := Acquire(path, who)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	if err := quiet(ctx, path); err != nil {
		return "", err
	}
	kept = path + backupMark + "merge"
	if err := errors.Join(copyFile(path, kept), clearSides(path)); err != nil {
		return "", err
	}
	return kept, replaceFile(part, path)
}
