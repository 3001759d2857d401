package store

import (
	"context"
)

// SettleFaults forgets faults whose inputs were tried again since. A fault that came up again has a later time by then
// and stays.
func (f *file) SettleFaults(ctx context.Context, tried []Fault) error {
	return f.write(ctx, func(b *batch) {
		for _, x := range tried {
			b.do("DELETE FROM fault WHERE path = ? AND reason = ? AND at = ?", x.Path, x.Reason, writeTime(x.At))
		}
	})
}
