package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"quotidian/dossier/store"
	"quotidian/dossier/store/storetest"
)

// TestImpossibleDate: a date that cannot be read again costs its hour or itself, and not every list of articles.
func TestImpossibleDate(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.dossier"), store.Create)
	for id, year := range map[string]int{"a": 2006, "b": 12006} {
		a, qs := storetest.Article(id, 1)
		a.Read.Published.Clock = true
		a.Read.Published.Time = time.Date(year, 1, 2, 15, 4, 5, 0, time.FixedZone("", 25*60*60))
		if err := s.Add(ctx, store.Entry{Article: &a, Quotes: qs}); err != nil {
			t.Fatal(err)
		}
	}
	all, err := s.Articles(ctx)
	if err != nil || len(all) != 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	if a, b := all[0].Read.Published.String(), all[1].Read.Published.String(); a != "2006-01-02" || b != "" {
		t.Errorf("%q, %q", a, b)
	}
}
