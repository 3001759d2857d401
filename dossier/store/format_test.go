package store_test

import (
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"quotidian/dossier/store"
	"quotidian/dossier/store/storetest"
)

// TestEveryFormat: a dossier of every format since the first is still opened: read without a change to it, upgraded
// with nothing lost when it is written to, and kept as it was beside.
func TestEveryFormat(t *testing.T) {
	fixtures, err := filepath.Glob("testdata/format*.dossier")
	if err != nil || len(fixtures) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, fixture := range fixtures {
		t.Run(filepath.Base(fixture), func(t *testing.T) {
			raw, err := os.ReadFile(fixture)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "x.dossier")
			write(t, path, raw)
			s := open(t, path, store.ReadOnly)
			before := contents(t, s)
			for _, numbers := range []iter.Seq2[store.Numbered, error]{s.ArticleNumbers(ctx), s.QuoteNumbers(ctx)} {
				for _, err := range numbers {
					if err != nil && !errors.Is(err, store.ErrOlder) {
						t.Errorf("a search fails without a reason: %v", err)
					}
				}
			}
			s.Close()
			if got := files(t, filepath.Dir(path)); len(got) != 1 || got["x.dossier"] != string(raw) {
				t.Errorf("reading changed the file or left others: %d files", len(got))
			}
			s = open(t, path, store.ReadWrite)
			if after := contents(t, s); !slices.Equal(after, before) {
				t.Errorf("another content:\n%q\n%q", after, before)
			}
			if found, err := s.Check(ctx); err != nil || len(found) > 0 {
				t.Errorf("not sound: %v %v", found, err)
			}
			upgraded := strings.Contains(strings.Join(s.Notes(), "\n"), "upgraded")
			s.Close()
			kept := files(t, filepath.Dir(path))["x.dossier-backup-"+strings.TrimSuffix(filepath.Base(fixture), ".dossier")]
			if upgraded && kept != string(raw) {
				t.Error("the old file was not kept as it was")
			}
			if again := open(t, path, store.ReadWrite); len(again.Notes()) > 0 {
				t.Errorf("something to say the second time: %q", again.Notes())
			}
		})
	}
}

// TestDamagedIsNotUpgraded: an older dossier of which a page is lost is refused however often it is opened, with what to do, and
// holds what can be read of it until it is repaired.
func TestDamagedIsNotUpgraded(t *testing.T) {
	for _, fixture := range []string{"testdata/format1.dossier", "testdata/format2.dossier"} {
		good, err := os.ReadFile(fixture)
		if err != nil {
			t.Fatal(err)
		}
		refused := 0
		for at := 4096; at < len(good); at += 4096 {
			raw := slices.Clone(good)
			clear(raw[at : at+4096])
			path := filepath.Join(t.TempDir(), "x.dossier")
			write(t, path, raw)
			if s, err := store.Open(ctx, path, store.ReadWrite, "ana"); err == nil {
				s.Close()
				continue // nothing stood there that cannot be made again
			}
			refused++
			_, err := store.Open(ctx, path, store.ReadWrite, "ana")
			if err == nil || !strings.Contains(err.Error(), "quotidian repair") {
				t.Fatalf("%s, page %d, the second time: %v", fixture, at/4096+1, err)
			}
			if now := files(t, filepath.Dir(path))["x.dossier"]; now[4096:] != string(raw[4096:]) {
				t.Fatalf("%s, page %d: the file changed", fixture, at/4096+1)
			}
			if _, ok := files(t, filepath.Dir(path))["x.dossier-part"]; ok {
				t.Fatalf("%s, page %d: the new file was left", fixture, at/4096+1)
			}
		}
		if refused == 0 {
			t.Errorf("%s: no lost page was noticed", fixture)
		}
	}
}

// contents is every permanent row of a dossier in words.
func contents(t *testing.T, s store.Store) (all []string) {
	t.Helper()
	list, err := s.Articles(ctx)
	if err != nil || len(list) == 0 {
		t.Fatalf("%d articles, %v", len(list), err)
	}
	for _, a := range list {
		whole, err := s.Article(ctx, a.ID)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a.ID, a.Content, whole.Read.Text)
	}
	for q, err := range s.Quotes(ctx, "") {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, q.ID, q.Words)
	}
	log, err := s.Log(ctx, 0)
	if err != nil || len(log) == 0 {
		t.Fatalf("%d decisions, %v", len(log), err)
	}
	for _, d := range log {
		all = append(all, d.String(), d.Why, d.Before, d.After)
	}
	for row, err := range s.Statements(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, row.ID, row.Text)
	}
	faults, err := s.Faults(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		all = append(all, f.Error())
	}
	return all
}

// TestDailyBackups: the first opening of a day on which the dossier changed keeps it as it was; two days are kept, and
// what a program did not finish goes.
func TestDailyBackups(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.dossier")
	s := open(t, path, store.Create)
	a, qs := storetest.Article("a", 2)
	if err := s.Add(ctx, store.Entry{Article: &a, Quotes: qs}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	for _, day := range []string{"2031-01-01", "2031-01-02", "2031-01-03"} {
		write(t, path+"-backup-"+day, []byte("old"))
		if err := os.Chtimes(path+"-backup-"+day, time.Time{}, time.Unix(0, 0)); err != nil {
			t.Fatal(err)
		}
	}
	write(t, path+"-backup-2031-01-04-part", []byte("half"))
	open(t, path, store.ReadWrite).Close()
	var names []string
	for _, p := range store.Backups(path) {
		names = append(names, filepath.Base(p))
	}
	if len(names) != 2 {
		t.Fatalf("kept: %q", names)
	}
	today := time.Now().Format(time.DateOnly)
	i := slices.IndexFunc(names, func(n string) bool { return strings.HasSuffix(n, today) })
	if today < "2031" && i >= 0 {
		t.Fatalf("a clock before the backups: %q", names)
	}
}

// TestOthersFilesStay: beside a dossier a person may keep what he likes, under any name; what the program left unfinished goes.
func TestOthersFilesStay(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x.dossier")
	open(t, path, store.Create).Close()
	theirs := []string{"-part2", "-partners.docx", "-backup-before-partition", "-backup-mine-part", "-parts-wal"}
	left := []string{"-part", "-part-wal", "-part-lock", "-backup-2031-01-04-part", "-backup-2031-01-04-101112-part-journal", "-backup-merge-part", "-backup-format2-part"}
	for _, name := range slices.Concat(theirs, left) {
		write(t, path+name, []byte("x"))
	}
	if err := os.MkdirAll(filepath.Join(path+"-parts", "inner"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path + "-part"); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(path+"-part", "inner"), 0o700); err != nil { // even under our name
		t.Fatal(err)
	}
	open(t, path, store.ReadWrite).Close()
	for _, name := range append(theirs, "-parts", "-part") {
		if _, err := os.Stat(path + name); err != nil {
			t.Errorf("gone: %v", err)
		}
	}
	for _, name := range left[1:] {
		if _, err := os.Stat(path + name); err == nil {
			t.Errorf("%s is left", name)
		}
	}
}

// TestBackupOpens: a backup is a whole dossier, made while the original is open.
func TestBackupOpens(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.dossier")
	s := open(t, path, store.Create)
	a, qs := storetest.Article("a", 2)
	if err := s.Add(ctx, store.Entry{Article: &a, Quotes: qs}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s = open(t, path, store.ReadWrite)
	b, bs := storetest.Article("b", 2)
	if err := s.Add(ctx, store.Entry{Article: &b, Quotes: bs}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	kept := store.Backups(path)
	if len(kept) != 1 {
		t.Fatalf("backups: %q", kept)
	}
	old := open(t, kept[0], store.ReadOnly)
	if list, err := old.Articles(ctx); err != nil || len(list) == 0 {
		t.Errorf("%d articles in the backup, %v", len(list), err)
	}
	if found, err := old.Check(ctx); err != nil || len(found) > 0 {
		t.Errorf("the backup is not sound: %v %v", found, err)
	}
	again := open(t, path, store.ReadWrite)
	again.Close()
	if now := store.Backups(path); len(now) != 1 {
		t.Errorf("a second one the same day: %q", now)
	}
}
