//go:build cgo || ci

package main

import (
	"path/filepath"
	"testing"

	"quotidian/dossier"
	"quotidian/ui"
	"quotidian/ui/background"
)

// TestEndedByASignal: a program that is told to end leaves no dossier that has to be looked through like one after a crash.
func TestEndedByASignal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "varn.dossier")
	d, err := dossier.Open(path, dossier.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	k := newDesk(nil, options{})
	k.hold(&ui.Window{}, background.New(), d)
	k.closeRest()
	if len(k.closing) > 0 {
		t.Error(k.closing)
	}
	again, err := dossier.Open(path, dossier.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if notes := again.Notes(); len(notes) > 0 {
		t.Error(notes)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}
