package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// writer is the one connection that writes. Statements stay prepared from one transaction to the next, for reading their
// text costs more than most of them do; database/sql keeps them only if they are the connection's and not the transaction's.
type writer struct {
	*sql.Conn
	db         *sql.DB
	statements *prepared
	mu         sync.Mutex // held by the transaction on its way
}

func newWriter(ctx context.Context, path string) (*writer, error) {
	db, err := sql.Open("sqlite", dsn(path, "rw", writerPragmas))
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &writer{Conn: conn, db: db, statements: &prepared{path: path, db: conn, byText: map[string]*sql.Stmt{}}}, nil
}

func (w *writer) close() error {
	return errors.Join(w.statements.close(), w.Conn.Close(), w.db.Close())
}

// batch is one transaction on its way. The first error ends it: what is done after that does nothing.
type batch struct {
	ctx        context.Context
	statements *prepared
	err        error
}

// do runs a statement; its result is nil when the batch has failed.
func (b *batch) do(query string, args ...any) (done sql.Result) {
	if b.err != nil {
		return nil
	}
	var st *sql.Stmt
	if st, b.err = b.statements.statement(b.ctx, query); b.err == nil {
		done, b.err = st.ExecContext(b.ctx, args...)
	}
	return done
}

// How many rows are put with one statement. Around each statement that fires a trigger SQLite writes the index of words
// out, which costs more than the rows; so statements are long, and a short one is for what is added by itself.
var (
	articlesAtOnce = []int{4, 64, 512}
	quotesAtOnce   = []int{16, 256, 1600}
)

// insert puts rows into a table whose first column is its number. A statement has place for one of few numbers of rows, so
// that it can stay prepared; places without a row hold nothing and are passed over.
func (b *batch) insert(table string, atOnce []int, rows [][]any) {
	for len(rows) > 0 && b.err == nil {
		places := atOnce[len(atOnce)-1]
		for _, n := range slices.Backward(atOnce) {
			if n >= len(rows) {
				places = n
			}
		}
		some := rows[:min(places, len(rows))]
		values := make([]any, places*len(some[0]))
		for i, row := range some {
			copy(values[i*len(row):], row)
		}
		b.do(insertion(table, places, len(some[0])), values...)
		if b.err != nil {
			b.err = fmt.Errorf("%s %v to %v: %w", table, some[0][0], some[len(some)-1][0], b.err)
		}
		rows = rows[len(some):]
	}
}

func insertion(table string, places, columns int) string {
	row := "(?" + strings.Repeat(",?", columns-1) + ")"
	return "INSERT INTO " + table + " SELECT NULL, * FROM (VALUES " + row + strings.Repeat(","+row, places-1) + ") WHERE column1 IS NOT NULL"
}

// count notes one more write, so that readers see that their lists are old.
func (b *batch) count() {
	b.do(`INSERT INTO mark VALUES ('writes', '1') ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`)
}

// noteUnfolded notes that joins and views are behind.
const noteUnfolded = "INSERT OR REPLACE INTO mark VALUES (?, 'yes')"
