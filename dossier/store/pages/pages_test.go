package pages

import (
	"bytes"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
)

func TestMend(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	good := make([]byte, Size)
	for i := range good {
		good[i] = byte(rng.Uint32())
	}
	Seal(good)
	for _, i := range []int{0, 1, 2000, body - 1, body, Size - 1, rng.IntN(Size), rng.IntN(Size)} {
		bad := bytes.Clone(good)
		bad[i] ^= byte(1 + rng.IntN(255))
		if Intact(bad) {
			t.Fatalf("byte %d: a changed page is intact", i)
		}
		if !Mend(bad) || !bytes.Equal(bad, good) {
			t.Errorf("byte %d was not put right", i)
		}
	}
	bad := bytes.Clone(good)
	bad[7], bad[3000] = bad[7]+1, bad[3000]+1
	was := bytes.Clone(bad)
	if Mend(bad) || !bytes.Equal(bad, was) {
		t.Error("two wrong bytes cannot be put right, and must be left as they are")
	}
}

var plain = Marked{Application: 7, First: 1, Last: 1}

// guarded opens a new guarded database.
func guarded(t *testing.T, layer, path string) *sql.DB {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		if err := os.WriteFile(path, Empty(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	db, err := sql.Open("sqlite", "file:"+path+"?vfs="+layer)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

func TestEveryPageIsGuarded(t *testing.T) {
	if err := Register("pages-test", plain, nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.db")
	db := guarded(t, "pages-test", path)
	exec := func(text string, args ...any) {
		t.Helper()
		if _, err := db.Exec(text, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec("PRAGMA journal_mode = WAL")
	exec("CREATE TABLE t (n INTEGER PRIMARY KEY, words TEXT)")
	for i := range 300 {
		exec("INSERT INTO t (words) VALUES (?)", strings.Repeat(fmt.Sprint("words ", i), 1+10*i))
	}
	exec("DELETE FROM t WHERE n % 7 = 0")
	db.Close()
	var longest string // whose pages SQLite would read in part
	if err := guarded(t, "pages-test", path).QueryRow("SELECT words FROM t WHERE n = 300").Scan(&longest); err != nil || len(longest) < Size/2 {
		t.Fatalf("%d bytes, %v", len(longest), err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(raw); n += Size {
		if !Intact(raw[n : n+Size]) {
			t.Fatalf("page %d of %d is not sealed", n/Size+1, len(raw)/Size)
		}
	}
	raw[10*Size+100] ^= 1
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	var sum int
	err = guarded(t, "pages-test", path).QueryRow("SELECT sum(length(words)) FROM t").Scan(&sum)
	if err == nil {
		t.Error("a changed page was read")
	}
}

func TestHook(t *testing.T) {
	var seen []Op
	fail := -1
	if err := Register("pages-hook", plain, func(op Op) Verdict {
		seen = append(seen, op)
		if len(seen)-1 == fail {
			return Verdict{Code: 13, Halves: 1}
		}
		return Verdict{}
	}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.db")
	db := guarded(t, "pages-hook", path)
	if _, err := db.Exec("PRAGMA journal_mode = WAL; CREATE TABLE t (words TEXT)"); err != nil {
		t.Fatal(err)
	}
	n := len(seen)
	if n == 0 {
		t.Fatal("nothing was heard of")
	}
	fail = n
	if _, err := db.Exec("INSERT INTO t VALUES ('a')"); err == nil {
		t.Error("a disk that fails went unnoticed")
	}
	fail = -1
	if _, err := db.Exec("INSERT INTO t VALUES ('b')"); err != nil {
		t.Error(err)
	}
}
