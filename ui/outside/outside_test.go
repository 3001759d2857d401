package outside

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestOpen: the path reaches the desktop as it is, and what the desktop cannot show is an error.
func TestOpen(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("there the toolkit does it")
	}
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	if Open(t.Context(), nil, "a.xlsx") == nil {
		t.Error("without xdg-open: no error")
	}
	for script, ok := range map[string]bool{"[ \"$1\" = \"/desk/a # b.xlsx\" ]": true, "exit 3": false} {
		if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := Open(t.Context(), nil, "/desk/a # b.xlsx"); (err == nil) != ok {
			t.Errorf("%s: %v", script, err)
		}
	}
}
