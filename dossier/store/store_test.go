package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/dossier/store/storetest"
)

var (
	ctx   = context.Background()
	entry = decision.Decision{Kind: decision.Note, Who: "ana"}
)

func TestConformance(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Opener {
		path := filepath.Join(t.TempDir(), "odd name %20?#&.dossier")
		return func(t *testing.T) store.Store { return open(t, path, store.Create) }
	}, func(t *testing.T, name string) store.Store { return open(t, name, store.ReadWrite) })
}

func open(t testing.TB, path string, mode store.Mode) store.Store {
	t.Helper()
	s, err := store.Open(ctx, path, mode, "ana")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// files gives name and content of every file in a folder.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(b)
	}
	return all
}

// database makes a SQLite file by the given statements.
func database(t *testing.T, path, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestRefused: what is no dossier of a format we know is refused for every way of opening, with a reason that a
// person understands, and not one byte of it is changed.
func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		make func(t *testing.T, path string)
		say  string
	}{
		"newer": {func(t *testing.T, path string) {
			open(t, path, store.Create).Close()
			database(t, path, "PRAGMA user_version = 77")
		}, "knows format 77"},
		"another program's database": {func(t *testing.T, path string) {
			database(t, path, "CREATE TABLE note(x); INSERT INTO note VALUES (1)")
		}, "not a dossier"},
		"a dossier's number without a format": {func(t *testing.T, path string) {
			database(t, path, "PRAGMA application_id = 0x51756f74; CREATE TABLE note(x)")
		}, "format number"},
		"text": {func(t *testing.T, path string) {
			write(t, path, bytes.Repeat([]byte("This is a page of text. "), 400))
		}, "not a dossier"},
		"short garbage": {func(t *testing.T, path string) { write(t, path, []byte("PK\x03\x04")) }, "not a dossier"},
		"a folder": {func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, "folder"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "x.dossier")
			c.make(t, path)
			refusedUntouched(t, path, c.say)
		})
	}
}

func refusedUntouched(t *testing.T, path, say string) {
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	var before map[string]string
	if !info.IsDir() {
		before = files(t, filepath.Dir(path))
	}
	for _, mode := range []store.Mode{store.ReadOnly, store.ReadWrite, store.Create} {
		s, err := store.Open(ctx, path, mode, "ana")
		if err == nil {
			s.Close()
			t.Fatalf("mode %d: opened", mode)
		}
		if !strings.Contains(err.Error(), say) {
			t.Errorf("mode %d: %q does not say %q", mode, err, say)
		}
		if info.IsDir() {
			continue
		}
		after := files(t, filepath.Dir(path))
		if fmt.Sprint(before) != fmt.Sprint(after) {
			t.Errorf("mode %d: the folder changed: %d files before, %d after", mode, len(before), len(after))
		}
	}
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.dossier")
	for _, mode := range []store.Mode{store.ReadOnly, store.ReadWrite} {
		if _, err := store.Open(ctx, path, mode, ""); err == nil || !strings.Contains(err.Error(), "no such dossier") {
			t.Errorf("mode %d: %v", mode, err)
		}
	}
	if got := files(t, filepath.Dir(path)); len(got) != 0 {
		t.Errorf("files were made: %v", got)
	}
}

// TestNewerIsTyped: callers tell a newer dossier from other faults.
func TestNewerIsTyped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.dossier")
	open(t, path, store.Create).Close()
	database(t, path, "PRAGMA user_version = 9")
	_, err := store.Open(ctx, path, store.ReadWrite, "")
	var newer *store.Newer
	if !errors.As(err, &newer) || newer.Has != 9 {
		t.Errorf("%v", err)
	}
}

// TestTwoOpeners: one writes, a second one is told who does, readers read; the right is free again after.
func TestTwoOpeners(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.dossier")
	first := open(t, path, store.Create)
	_, err := store.Open(ctx, path, store.ReadWrite, "bo")
	var held *store.Held
	if !errors.As(err, &held) || !strings.Contains(held.By, "ana") {
		t.Fatalf("second writer: %v", err)
	}
	reader := open(t, path, store.ReadOnly)
	a, qs := storetest.Article("a", 1)
	if err := first.Add(ctx, store.Entry{Article: &a, Quotes: qs}); err != nil {
		t.Fatal(err)
	}
	if got, err := reader.Articles(ctx); err != nil || len(got) != 1 {
		t.Errorf("reader sees %d articles, %v", len(got), err)
	}
	if err := reader.Add(ctx, store.Entry{Article: &a, Quotes: qs}); err == nil {
		t.Error("a reader wrote")
	}
	if err := errors.Join(reader.Close(), first.Close()); err != nil {
		t.Fatal(err)
	}
	open(t, path, store.ReadWrite).Close()
	if got := files(t, filepath.Dir(path)); len(got)-len(store.Backups(path)) != 1 {
		t.Errorf("files left behind: %d", len(got))
	}
}

// TestLogOnlyGrows: not even a foreign program changes or removes an entry by accident.
func TestLogOnlyGrows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.dossier")
	s := open(t, path, store.Create)
	if _, err := s.Append(ctx, entry, store.Change{}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, stmt := range []string{"DELETE FROM decision", "UPDATE decision SET who = 'x'"} {
		if _, err := db.Exec(stmt); err == nil || !strings.Contains(err.Error(), "only grows") {
			t.Errorf("%s: %v", stmt, err)
		}
	}
}

// TestReadOnlyFolder: a dossier on a medium that allows no writing at all can still be read, and says why it cannot
// be written.
func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("skipped: root may write anywhere")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "x.dossier")
	s := open(t, path, store.Create)
	a, qs := storetest.Article("a", 1)
	if err := errors.Join(s.Add(ctx, store.Entry{Article: &a, Quotes: qs}), s.Close(), os.Chmod(path, 0o400), os.Chmod(dir, 0o500)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o700) })
	if got, err := open(t, path, store.ReadOnly).Articles(ctx); err != nil || len(got) != 1 {
		t.Errorf("%d articles, %v", len(got), err)
	}
	if s, err := store.Open(ctx, path, store.ReadWrite, ""); err == nil {
		s.Close()
		t.Error("opened for writing")
	}
}

// TestHalfMade: a program that ended while it made a dossier leaves nothing that the next one stumbles over.
func TestHalfMade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.dossier")
	database(t, path, "PRAGMA journal_mode = WAL; CREATE TABLE t(x); DROP TABLE t")
	if _, err := store.Open(ctx, path, store.ReadWrite, ""); err == nil || !strings.Contains(err.Error(), "empty database") {
		t.Errorf("%v", err)
	}
	s := open(t, path, store.Create)
	if found, err := s.Check(ctx); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
}

// TestManySnapshots: of more snapshots than there are connections each asks what nobody asked before, and none waits for a connection
// that another of them holds.
func TestManySnapshots(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "x.dossier"), store.Create)
	within, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	var all sync.WaitGroup
	for range 64 {
		all.Go(func() {
			snap, err := s.Snapshot(within)
			if err != nil {
				t.Error(err)
				return
			}
			defer snap.Close()
			time.Sleep(time.Millisecond) // so that the others begin
			if _, err := snap.Faults(within); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}
