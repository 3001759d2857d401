package store_test

import (
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
