package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quotidian/dossier/store"
)

// decided gives how many entries the log of a dossier has.
func decided(t *testing.T, path string) int {
	t.Helper()
	s := open(t, path, store.ReadWrite)
	log, err := s.Log(ctx, 0)
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return len(log)
}

// TestMovedFile: what is written after the file was renamed, deleted, or another put in its place is refused with what to do; what
// was written before is in the file, wherever it lies, and nothing is left under the old name.
func TestMovedFile(t *testing.T) {
	for name, c := range map[string]func(t *testing.T, from, to string){
		"renamed": func(*testing.T, string, string) {},
		"another in its place": func(t *testing.T, from, _ string) {
			write(t, from, []byte("another file"))
		},
		"a copy in its place": func(t *testing.T, from, to string) {
			b, err := os.ReadFile(to)
			if err != nil {
				t.Fatal(err)
			}
			write(t, from, b)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			from, to := filepath.Join(dir, "case.dossier"), filepath.Join(dir, "final.dossier")
			s := open(t, from, store.Create)
			if _, err := s.Append(ctx, entry, store.Change{}); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(from, to); err != nil {
				t.Fatal(err)
			}
			c(t, from, to)
			_, err := s.Append(ctx, entry, store.Change{})
			if gone := new(store.Moved); !errors.As(err, &gone) || !strings.Contains(err.Error(), "put the file back") {
				t.Errorf("written after: %v", err)
			}
			if err := s.Close(); err != nil {
				t.Errorf("closed: %v", err)
			}
			if n := decided(t, to); n != 1 {
				t.Errorf("%d decisions in the file, 1 was acknowledged", n)
			}
			for _, side := range []string{"-wal", "-shm", "-lock"} {
				if _, err := os.Stat(from + side); err == nil {
					t.Errorf("%s is left", side)
				}
			}
		})
	}
}

// TestMovedBack: once the file is back, what is written is kept again.
func TestMovedBack(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "case.dossier"), filepath.Join(dir, "final.dossier")
	s := open(t, from, store.Create)
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Append(ctx, entry, store.Change{}); err == nil {
		t.Error("written while the file was away")
	}
	if err := os.Rename(to, from); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Append(ctx, entry, store.Change{}); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if n := decided(t, from); n != 1 {
		t.Errorf("%d decisions", n)
	}
}

// TestDeletedFile: of a dossier that was deleted nothing is written, and closing it leaves nothing that the next one stumbles over.
func TestDeletedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "case.dossier")
	s := open(t, path, store.Create)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Append(ctx, entry, store.Change{}); !errors.As(err, new(*store.Moved)) {
		t.Errorf("written: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	open(t, path, store.Create)
}

// TestOrphanedLog: where a dossier is missing and its log lies there, nothing is made in its place, and not one byte of what lies there
// changes; with the file back under its name all is there.
func TestOrphanedLog(t *testing.T) {
	dir := t.TempDir()
	s := open(t, filepath.Join(dir, "case.dossier"), store.Create)
	if _, err := s.Append(ctx, entry, store.Change{}); err != nil {
		t.Fatal(err)
	}
	crashed := t.TempDir() // what a program that is killed leaves
	for name, content := range files(t, dir) {
		if !strings.HasSuffix(name, "-lock") {
			write(t, filepath.Join(crashed, name), []byte(content))
		}
	}
	path, away := filepath.Join(crashed, "case.dossier"), filepath.Join(crashed, "away.dossier")
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	before := files(t, crashed)
	for _, mode := range []store.Mode{store.ReadOnly, store.ReadWrite, store.Create} {
		_, err := store.Open(ctx, path, mode, "ana")
		if !errors.As(err, new(*store.Orphaned)) {
			t.Errorf("mode %d: %v", mode, err)
		}
	}
	after := files(t, crashed)
	for name, content := range before {
		if after[name] != content {
			t.Errorf("%s changed", name)
		}
	}
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	if n := decided(t, path); n != 1 {
		t.Errorf("%d decisions", n)
	}
}
