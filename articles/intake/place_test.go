package intake

import (
	"os"
	"path/filepath"
	"testing"
)

// TestFile: names may hold a "#" themselves, and places may lie within places.
func TestFile(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"case #3.txt", "all.zip"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string]string{
		"case #3.txt": "case #3.txt", "case #3.txt#2": "case #3.txt", "all.zip#mail.eml#1": "all.zip", "gone.txt#3": "gone.txt",
	} {
		if got := File(filepath.Join(dir, path)); got != filepath.Join(dir, want) {
			t.Errorf("File(%q) = %q, want %q", path, got, want)
		}
	}
}
