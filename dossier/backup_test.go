package dossier

import (
	"slices"
	"testing"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// TestBackup: the copy is the dossier as it was then, sound, listed, and no reason for the daily ones to go.
func TestBackup(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	want := snapshot(t, d)
	name, err := d.Backup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(find(t, d, "wages").ID)}})
	if list := store.Backups(d.Path()); !slices.Contains(list, name) {
		t.Errorf("%s is not among %q", name, list)
	}
	b, err := Open(name, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if got := snapshot(t, b); got != want {
		t.Error(difference(got, want))
	}
	if found, err := b.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	if err := d.store.Backup(t.Context(), name); err == nil {
		t.Error("a backup that was there is written over")
	}
}
