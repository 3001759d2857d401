package dossier

import (
	"context"

	"quotidian/dossier/store"
)

// Backup makes a copy of the dossier as it is now beside it, and gives its name. It stays until a person removes it;
// the copies that are made by themselves go after two days of work.
func (d *Dossier) Backup(ctx context.Context) (name string, err error) {
	name = store.BackupName(d.path, d.now())
	return name, d.store.Backup(ctx, name)
}
