package store

import (
	"context"
	"database/sql"

	"quotidian/dossier/decision"
)

func (f *file) Append(ctx context.Context, d decision.Decision, c Change) (seq int64, err error) {
	err = f.write(ctx, func(b *batch) {
		of := sql.NullInt64{Int64: d.Of, Valid: d.Of != 0}
		done := b.do(`INSERT INTO decision
			(kind, targets, against, value, who, at, why, before, after, of) VALUES (?,?,?,?,?,?,?,?,?,?)`,
			d.Kind, writeList(d.Targets), writeList(d.Against), d.Value, d.Who, writeTime(d.When), d.Why,
			d.Before, d.After, of)
		if b.err == nil {
			seq, b.err = done.LastInsertId()
		}
		applyChange(b, c)
	})
	return seq, err
}

func (r *reader) Log(ctx context.Context, since int64) ([]decision.Decision, error) {
	return all(ctx, r, scanDecision, `SELECT seq, kind, targets, against, value, who, at, why, before, after, of
		FROM decision WHERE seq > ? ORDER BY seq`, since)
}

func scanDecision(row scanner) (d decision.Decision, err error) {
	var targets, against, at string
	var of sql.NullInt64
	err = row.Scan(&d.Seq, &d.Kind, &targets, &against, &d.Value, &d.Who, &at, &d.Why, &d.Before, &d.After, &of)
	if err != nil {
		return d, err
	}
	r := &cells{}
	d.Targets, d.Against, d.Of = r.list(targets), r.list(against), of.Int64
	if r.err != nil {
		return d, r.err
	}
	d.When, err = readTime(at)
	return d, err
}
