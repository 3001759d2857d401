package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
)

// The tables in the order in which they are copied: those that cannot be made again, and those that can.
var (
	permanent = []string{"article", "quote", "alias", "fault", "decision", "saved", "look"}
	derived   = []string{"speaker", "statement", "appearance", "proposal", "joined", "link", "kept", "mark"}
)

// What rebuild takes over: everything, or only what cannot be made again.
const (
	rebuildWhole     = true
	rebuildPermanent = false
)

// quiet makes sure that no other program has the dossier open, and folds SQLite's log into it: what follows takes the
// file's place. The right to write is held; who reads still has to close.
func quiet(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", dsn(path, "rw", []string{"busy_timeout(2000)"}))
	if err != nil {
		return err
	}
	var mode string
	err = db.QueryRowContext(ctx, "PRAGMA journal_mode = DELETE").Scan(&mode)
	err = errors.Join(err, db.Close())
	if err != nil || mode != "delete" {
		return fmt.Errorf("%s: has to be made anew, and another window or program is reading it: close that first: %w", path, err)
	}
	return nil
}

// rebuild makes the dossier at path anew, and puts it in the old one's place at once when it is whole and on disk.
// What cannot be read is left out and named, one finding a line; of a whole dossier nothing may be left out, so that the old
// one stays where it is then. quiet must come before.
func rebuild(ctx context.Context, path string, whole bool) (lost []string, err error) {
	part := path + partMark
	if err := create(ctx, part); err != nil {
		return nil, err
	}
	lost, err = copyTables(ctx, path, part, whole)
	if err == nil {
		err = syncFile(part)
	}
	if err != nil {
		return nil, errors.Join(err, os.Remove(part))
	}
	if whole && len(lost) > 0 {
		return lost, Discard(part)
	}
	return lost, replaceFile(part, path)
}

func copyTables(ctx context.Context, path, part string, whole bool) (lost []string, err error) {
	from, err := sql.Open("sqlite", dsn(path, "ro", readerPragmas))
	if err != nil {
		return nil, err
	}
	defer from.Close()
	// References are checked when all is there. The copy is no dossier yet, so it need not be safe at every moment.
	to, err := sql.Open("sqlite", dsn(part, "rw", []string{"foreign_keys(0)", "synchronous(OFF)", "trusted_schema(0)"}))
	if err != nil {
		return nil, err
	}
	to.SetMaxOpenConns(1)
	tx, err := to.BeginTx(ctx, nil)
	if err != nil {
		return nil, errors.Join(err, to.Close())
	}
	lost, err = copyInto(ctx, from, tx, whole)
	if err != nil {
		return nil, errors.Join(err, tx.Rollback(), to.Close())
	}
	return lost, errors.Join(tx.Commit(), to.Close())
}

func copyInto(ctx context.Context, from *sql.DB, tx *sql.Tx, whole bool) (lost []string, err error) {
	tables := permanent
	if whole {
		tables = slices.Concat(permanent, derived)
	}
	for _, table := range tables {
		c := &copying{ctx: ctx, from: from, tx: tx, table: table}
		if err := c.run(); err != nil {
			return lost, fmt.Errorf("table %s: %w", table, err)
		}
		lost = append(lost, c.lost...)
	}
	if whole {
		_, err := tx.ExecContext(ctx, "DELETE FROM mark WHERE name = ?", live)
		return lost, err
	}
	lost = append(lost, copyReading(ctx, from, tx)...)
	widows, err := dropWidows(ctx, tx)
	if err == nil {
		_, err = tx.ExecContext(ctx, noteUnfolded, unfolded)
	}
	return append(lost, widows...), err
}

// copyReading takes over the one mark that a person sets, also that it is not set: where it stands in the new file it was read, and
// no backup knows it better. Where it cannot be read and no backup has it articles are read quickly from now on.
func copyReading(ctx context.Context, from *sql.DB, tx *sql.Tx) (lost []string) {
	var value string
	err := from.QueryRowContext(ctx, "SELECT value FROM mark WHERE name = ?", Reading).Scan(&value)
	if err == nil || errors.Is(err, sql.ErrNoRows) {
		_, err = tx.ExecContext(ctx, "INSERT INTO mark VALUES (?, ?)", Reading, value)
	}
	if err != nil {
		lost = append(lost, fmt.Sprintf("how articles are read: %v", err))
	}
	return lost
}

// dropWidows takes out what refers to rows that were lost.
func dropWidows(ctx context.Context, tx *sql.Tx) (lost []string, err error) {
	// The log only grows, which a trigger holds; it is put back before anybody else sees the file.
	var trigger string
	err = tx.QueryRowContext(ctx, "SELECT sql FROM sqlite_schema WHERE name = 'decision_never_lost'").Scan(&trigger)
	if err != nil {
		return nil, err
	}
	for _, step := range []struct{ what, text string }{
		{"", "DROP TRIGGER decision_never_lost"},
		{"quotes of articles that were lost", "DELETE FROM quote WHERE article NOT IN (SELECT id FROM article)"},
		{"entries about decisions that were lost", "DELETE FROM decision WHERE of NOT IN (SELECT seq FROM decision)"},
		{"", trigger},
	} {
		res, err := tx.ExecContext(ctx, step.text)
		if err != nil {
			return lost, err
		}
		if n, err := res.RowsAffected(); step.what != "" && err == nil && n > 0 {
			lost = append(lost, fmt.Sprintf("%d %s", n, step.what))
		}
	}
	return lost, nil
}

// copying is one table on its way. Columns that only one of the two files has are left to their defaults.
type copying struct {
	ctx   context.Context
	from  *sql.DB
	tx    *sql.Tx
	table string
	lost  []string

	columns []string
	rowid   bool
	insert  *sql.Stmt
	last    int64 // the row copied last
}

func (c *copying) run() error {
	if err := c.prepare(); err != nil {
		return err
	}
	if len(c.columns) == 0 {
		return nil // the old format had no such table
	}
	var err error
	marks := strings.Repeat(",?", len(c.columns))[1:]
	c.insert, err = c.tx.PrepareContext(c.ctx, "INSERT INTO "+c.table+" ("+strings.Join(c.columns, ",")+") VALUES ("+marks+")")
	if err != nil {
		return err
	}
	defer c.insert.Close()
	for {
		bad := c.rows()
		if !damage(bad) {
			return bad
		}
		again, err := c.skip(bad)
		if err != nil || !again {
			return err
		}
	}
}

// prepare finds the columns that both files have. What cannot be read there is lost with the table.
func (c *copying) prepare() error {
	const list = "SELECT name FROM pragma_table_info(?) ORDER BY cid"
	ours, err := names(c.ctx, c.tx, list, c.table)
	if err != nil {
		return err
	}
	theirs, err := names(c.ctx, c.from, list, c.table)
	if damage(err) {
		c.lost = append(c.lost, fmt.Sprintf("the table %q: %v", c.table, err))
		return nil
	}
	for _, name := range ours {
		if slices.Contains(theirs, name) {
			c.columns = append(c.columns, name)
		}
	}
	var n int
	c.rowid = c.from.QueryRowContext(c.ctx, "SELECT count(rowid) FROM (SELECT rowid FROM "+c.table+" LIMIT 0)").Scan(&n) == nil
	return err
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func names(ctx context.Context, db querier, query string, args ...any) (all []string, err error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		all = append(all, name)
	}
	return all, rows.Err()
}

// rows copies from the row after last on, until the end or an error.
func (c *copying) rows() error {
	query := "SELECT 0," + strings.Join(c.columns, ",") + " FROM " + c.table
	if c.rowid {
		query = "SELECT rowid," + strings.Join(c.columns, ",") + " FROM " + c.table + fmt.Sprintf(" WHERE rowid >= %d ORDER BY rowid", c.last+1)
	}
	rows, err := c.from.QueryContext(c.ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	cells := make([]any, len(c.columns))
	into := []any{&c.last}
	for i := range cells {
		into = append(into, &cells[i])
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if _, err := c.insert.ExecContext(c.ctx, cells...); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Beyond a damaged page every number is tried for the first near ones, which is more than two pages hold, so that pages that can
// be read between two damaged ones are found; then only every doubled one up to farthest.
const (
	near     = 1 << 12
	farthest = 1 << 40
)

// skip goes on at the first row that can be read beyond a damaged page; again is false when there is none.
func (c *copying) skip(bad error) (again bool, err error) {
	if !c.rowid {
		c.lost = append(c.lost, fmt.Sprintf("part of the table %q: %v", c.table, bad))
		return false, nil
	}
	gap := c.last
	good, err := c.beyond(gap)
	if err != nil {
		return false, err
	}
	if good == gap {
		c.lost = append(c.lost, fmt.Sprintf("the rows of %q after number %d: %v", c.table, gap, bad))
		return false, nil
	}
	c.lost = append(c.lost, fmt.Sprintf("the rows of %q from number %d to %d at most: %v", c.table, gap+1, good, bad))
	c.last = good
	return true, nil
}

// beyond gives the number after which rows can be read again, gap itself when there is none. A number beyond the end of the
// table counts as such: rows that can be read may stand before it.
func (c *copying) beyond(gap int64) (good int64, err error) {
	low := gap // the row after it cannot be read
	for step := int64(1); step < farthest; step = next(step) {
		ok, some, err := c.readable(gap + step)
		switch {
		case err != nil:
			return gap, err
		case ok && !some && step <= near:
			return gap, nil // every row was tried
		case ok:
			return c.halve(low, gap+step)
		}
		low = gap + step
	}
	return gap, nil
}

// next is the step after one.
func next(step int64) int64 {
	if step < near {
		return step + 1
	}
	return 2 * step
}

// halve gives the end of a gap of which the row after low is part and the one after high is not. Rows are in order.
func (c *copying) halve(low, high int64) (good int64, err error) {
	for high-low > 1 {
		middle := low + (high-low)/2
		ok, _, err := c.readable(middle)
		if err != nil {
			return low, err
		}
		if ok {
			high = middle
		} else {
			low = middle
		}
	}
	return high, nil
}

// readable reports whether the row after number n can be read, and whether there is one. It asks for n+1 or more: a search for
// more than n goes through the page of n, which may be the damaged one.
func (c *copying) readable(n int64) (ok, some bool, err error) {
	cells := make([]any, len(c.columns))
	into := make([]any, len(cells))
	for i := range cells {
		into[i] = &cells[i]
	}
	err = c.from.QueryRowContext(c.ctx, "SELECT "+strings.Join(c.columns, ",")+" FROM "+c.table+
		" WHERE rowid >= ? ORDER BY rowid LIMIT 1", n+1).Scan(into...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return true, false, nil
	case damage(err):
		return false, false, nil
	}
	return err == nil, true, err
}
