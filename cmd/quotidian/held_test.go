package main

import (
	"path/filepath"
	"testing"
	"time"

	"quotidian/dossier"
)

// TestWaitsForAnotherWriter: a command that comes while another program writes waits for it; reading needs no waiting.
func TestWaitsForAnotherWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "h.dossier")
	first, err := dossier.Open(path, dossier.Options{Create: true, Who: "Ana"})
	if err != nil {
		t.Fatal(err)
	}
	read, err := openPatiently(path, dossier.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := read.Close(); err != nil {
		t.Fatal(err)
	}
	start, held := time.Now(), 300*time.Millisecond
	time.AfterFunc(held, func() { first.Close() })
	second, err := openPatiently(path, dossier.Options{Who: "Bo"})
	if err != nil {
		t.Fatal(err)
	}
	if waited := time.Since(start); waited < held {
		t.Errorf("two wrote at once, after %v", waited)
	}
	if err := second.Close(); err != nil {
		t.Error(err)
	}
}
