package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestProtectedFile: of a dossier that may not be written to, in a folder that may, it is said that the right to write is missing; it
// can be read.
func TestProtectedFile(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write to everything")
	}
	path := filepath.Join(t.TempDir(), "a.dossier")
	s, err := Open(context.Background(), path, Create, "Ana")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), path, ReadWrite, "Ana"); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("opened for writing: %v", err)
	}
	r, err := Open(context.Background(), path, ReadOnly, "Ana")
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}
