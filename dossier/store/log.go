package store

import (
	"context"
	"database/sql"

	"quotidian/dossier/decision"
)

func (f *file) Append(ctx context.Context, d decision.Decision, c Change) (seq int64, err error) {
	err = f.write(ctx, func(tx *sql.Tx) error {
		of := sql.NullInt64{Int64: d.Of, Valid: d.Of != 0}
		res, err := tx.ExecContext(ctx, `INSERT INTO decision
			(kind, targets, against, value, who, at, why, before, after, of) VALUES (?,?,?,?,?,?,?,?,?,?)`,
			d.Kind, writeList(d.Targets), writeList(d.Against), d.Value, d.Who, writeTime(d.When), d.Why,
			d.Before, d.After, of)
		if err != nil {
			return err
		}
		if seq, err = res.LastInsertId(); err != nil {
			return err
		}
		return applyChange(ctx, tx, c)
	})
	return seq, err
}

func (f *file) Log(ctx context.Context, since int64) ([]decision.Decision, error) {
	rows, err := f.query(ctx, `SELECT seq, kind, targets, against, value, who, at, why, before, after, of
		FROM decision WHERE seq > ? ORDER BY seq`, since)
	if err != nil {
		return nil, err
	}
	var log []decision.Decision
	return log, each(rows, func() error {
		d, err := scanDecision(rows)
		log = append(log, d)
		return err
	})
}

func scanDecision(rows scanner) (d decision.Decision, err error) {
	var targets, against, at string
	var of sql.NullInt64
	err = rows.Scan(&d.Seq, &d.Kind, &targets, &against, &d.Value, &d.Who, &at, &d.Why, &d.Before, &d.After, &of)
	if err != nil {
		return d, err
	}
	r := &reader{}
	d.Targets, d.Against, d.Of = r.list(targets), r.list(against), of.Int64
	if r.err != nil {
		return d, r.err
	}
	d.When, err = readTime(at)
	return d, err
}
