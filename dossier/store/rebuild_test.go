package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/dossier/store/storetest"
)

// TestRepairReadsBeyondLostPages: of a log of which a page or two are lost all rows that stand in the rest are there after a
// repair, also those at its end, and so is how articles are read.
func TestRepairReadsBeyondLostPages(t *testing.T) {
	const rows = 198
	const leaf = 0x0d // the first byte of a page of rows
	path := filepath.Join(t.TempDir(), "x.dossier")
	s := open(t, path, store.Create)
	a, qs := storetest.Article("a", 2)
	if err := s.Add(ctx, store.Entry{Article: &a, Quotes: qs}); err != nil {
		t.Fatal(err)
	}
	if err := s.SetMark(ctx, store.Reading, store.Careful); err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		note := decision.Decision{
			Kind: decision.Note, Targets: []string{"quote:a0"}, Who: "ana", When: time.Unix(int64(i), 0), Value: "zebra" + strings.Repeat("v", 60),
		}
		if _, err := s.Append(ctx, note, store.Change{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var leaves []int // the pages of the log, by the rows that stand in each
	for at := 4096; at < len(good); at += 4096 {
		if good[at] == leaf && strings.Contains(string(good[at:at+4096]), "zebra") {
			leaves = append(leaves, at)
		}
	}
	if len(leaves) < 4 {
		t.Fatalf("%d pages of the log", len(leaves))
	}
	repaired := func(gone ...int) {
		t.Helper()
		raw, held := slices.Clone(good), 0
		for _, at := range gone {
			held += strings.Count(string(raw[at:at+4096]), "zebra")
			clear(raw[at : at+4096])
		}
		bad := filepath.Join(t.TempDir(), "b.dossier")
		write(t, bad, raw)
		if _, err := store.Repair(ctx, bad, "ana"); err != nil {
			t.Fatal(err)
		}
		mended := open(t, bad, store.ReadOnly)
		log, err := mended.Log(ctx, 0)
		if err != nil {
			t.Fatal(err)
		}
		if reading, err := mended.Mark(ctx, store.Reading); err != nil || reading != store.Careful {
			t.Errorf("read %q, %v", reading, err)
		}
		if len(log) != rows-held {
			t.Errorf("pages at %d lost with %d rows: %d of %d are left", gone, held, len(log), rows)
		}
	}
	for i, at := range leaves {
		repaired(at)
		if i+2 < len(leaves) {
			repaired(at, leaves[i+2])
		}
	}
}

// TestRepairKeepsReading: how articles are read comes from the newest backup where the dossier itself cannot be read, and only there.
func TestRepairKeepsReading(t *testing.T) {
	dossier := func(reading ...string) string {
		path := filepath.Join(t.TempDir(), "x.dossier")
		s := open(t, path, store.Create)
		a, qs := storetest.Article("a", 1)
		if err := s.Add(ctx, store.Entry{Article: &a, Quotes: qs}); err != nil {
			t.Fatal(err)
		}
		for _, r := range reading {
			if err := s.SetMark(ctx, store.Reading, r); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return path
	}
	careful, quick, never := dossier(store.Careful), dossier(store.Careful, ""), dossier()
	for name, c := range map[string]struct {
		now, newest, older string
		gone               bool // nothing of the dossier can be read
		want               string
	}{
		"from the backup":         {careful, careful, quick, true, store.Careful},
		"from the newest":         {careful, never, careful, true, ""},
		"switched back":           {quick, careful, careful, false, ""},
		"never switched":          {never, careful, careful, false, ""},
		"switched since":          {careful, quick, never, false, store.Careful},
		"quickly in all of them":  {quick, quick, never, true, ""},
		"no backup that says how": {careful, never, never, true, ""},
	} {
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile(c.now)
			if err != nil {
				t.Fatal(err)
			}
			if c.gone {
				clear(raw[4096:]) // a file that does not begin as a dossier is refused
			} else {
				at := strings.Index(string(raw), "Words of a") / 4096 * 4096
				clear(raw[at : at+4096]) // a page of articles
			}
			path := filepath.Join(t.TempDir(), "x.dossier")
			write(t, path, raw)
			for i, from := range []string{c.older, c.newest} {
				copied, err := os.ReadFile(from)
				at := time.Date(2031, 5, 3+i, 0, 0, 0, 0, time.UTC)
				backup := path + "-backup-" + at.Format(time.DateOnly)
				write(t, backup, copied)
				if err := errors.Join(err, os.Chtimes(backup, at, at)); err != nil {
					t.Fatal(err)
				}
			}
			r, err := store.Repair(ctx, path, "ana")
			if err != nil {
				t.Fatal(err)
			}
			mended := open(t, path, store.ReadOnly)
			if reading, err := mended.Mark(ctx, store.Reading); err != nil || reading != c.want {
				t.Errorf("read %q, want %q, %v", reading, c.want, err)
			}
			if said := strings.Contains(strings.Join(r.Done, "\n"), "how articles are read"); said != c.gone {
				t.Errorf("said: %q", r.Done[len(r.Done)-1])
			}
		})
	}
}
