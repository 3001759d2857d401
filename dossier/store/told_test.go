package store

import (
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// TestToldOnce: what the database says is told in our words, and once, through however many hands it goes.
func TestToldOnce(t *testing.T) {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(t.TempDir(), "none", "varn.dossier")+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	failed := db.Ping()
	got := plain("varn.dossier", plain("varn.dossier", errors.Join(failed, failed))).Error()
	if strings.Count(got, "cannot be opened here") != 1 || strings.Contains(got, "\n") {
		t.Errorf("%q", got)
	}
}
