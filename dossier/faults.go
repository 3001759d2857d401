package dossier

import "context"

// SettleFaults forgets faults, as Faults listed them, whose inputs were tried again since. Those that came up again
// stay: they carry a later time.
func (d *Dossier) SettleFaults(tried []FaultRow) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.store.SettleFaults(context.Background(), tried)
}
