package main

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

// TestSettingsAreCarriedOver: what was chosen under a former ID holds under this one, and what is chosen then stays.
func TestSettingsAreCarriedOver(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "USERPROFILE"} {
		t.Setenv(name, home)
	}
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	folder, err := settingsFolder(runtime.GOOS)
	if err != nil {
		t.Fatal(err)
	}
	file := func(id string) string { return filepath.Join(folder, id, "preferences.json") }
	now := file(metadata().ID)
	if err := carryOver(); err != nil || !missing(now) {
		t.Fatalf("nothing to carry: %v", err)
	}
	former := file(formerIDs[0])
	if err := os.MkdirAll(filepath.Dir(former), 0o755); err != nil {
		t.Fatal(err)
	}
	const chosen = `{"theme":"dark","house":"Varga = Warga"}`
	if err := os.WriteFile(former, []byte(chosen), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{chosen, `{"theme":"light"}`} {
		if err := carryOver(); err != nil {
			t.Fatal(err)
		}
		if raw, err := os.ReadFile(now); err != nil || string(raw) != want {
			t.Errorf("%s (%v), want %s", raw, err, want)
		}
		if err := os.WriteFile(now, []byte(`{"theme":"light"}`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if raw, err := os.ReadFile(former); err != nil || string(raw) != chosen {
		t.Errorf("the former settings: %s (%v)", raw, err)
	}
	if slices.Contains(formerIDs, metadata().ID) {
		t.Error("the ID that holds is a former one")
	}
}
