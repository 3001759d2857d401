package store

import (
	"context"
	"database/sql"
	"errors"
)

// SettleFaults forgets faults whose inputs were tried again since. A fault that came up again has a later time by then
// and stays.
func (f *file) SettleFaults(ctx context.Context, tried []Fault) error {
	return f.write(ctx, func(tx *sql.Tx) error {
		var errs []error
		for _, x := range tried {
			_, err := tx.ExecContext(ctx, "DELETE FROM fault WHERE path = ? AND reason = ? AND at = ?", x.Path, x.Reason, writeTime(x.At))
			errs = append(errs, err)
		}
		return errors.Join(errs...)
	})
}
