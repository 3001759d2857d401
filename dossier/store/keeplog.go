package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"time"

	"modernc.org/sqlite"
)

// readerConnector makes connections that leave SQLite's log where it is. A dossier that a program left without closing
// it, as in a crash or when the computer went down, keeps its mark until the next one writes; if whoever reads it
// before that took the log away on closing, as SQLite does by itself, it would pass for a copy from then on.
type readerConnector struct{ driver.Connector }

// Connect implements driver.Connector.
func (c readerConnector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if err := keepLogOf(conn, true); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// openReading opens a file for reading.
func openReading(path, mode string, pragmas []string) (*sql.DB, error) {
	c, err := sqlite.NewConnector(dsn(path, mode, pragmas))
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(readerConnector{c}), nil
}

// patience is how long closing waits for a connection that is reading.
const patience = time.Second

// closeReading closes what openReading opened. Where the dossier is closed well, and this is the last to read it,
// SQLite's log goes; where that cannot be told soon, as others still read, it stays, which does no harm.
func closeReading(db *sql.DB) error {
	db.SetMaxIdleConns(1)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if conn, err := db.Conn(ctx); err == nil {
		var marked bool
		query := conn.QueryRowContext(ctx, "SELECT count(*) FROM mark WHERE name = ?", live)
		if query.Scan(&marked) == nil && !marked {
			err = conn.Raw(func(inner any) error { return keepLogOf(inner, false) })
		}
		if err = errors.Join(err, conn.Close()); err != nil {
			return errors.Join(err, db.Close())
		}
	}
	return db.Close()
}

// keepLogOf says whether SQLite's log file stays when a connection closes and is the last one.
func keepLogOf(conn any, keep bool) error {
	mode := map[bool]int{true: 1}[keep]
	c, ok := conn.(sqlite.FileControl)
	if !ok {
		return errors.New("internal error: the database cannot keep its log")
	}
	_, err := c.FileControlPersistWAL("main", mode)
	return err
}
