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

// TestFileName: what an article is known by where nothing says who carried it.
func TestFileName(t *testing.T) {
	for path, want := range map[string]string{
		"a/courier.txt.gz": "a/courier.txt", "all.zip#courier.txt": "courier.txt", "all.jsonl#3": "all.jsonl",
	} {
		if got := fileName(path, "text"); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	for path, want := range map[string]string{"courier.epub#text/1.xhtml": "courier.epub", "all.zip#courier.epub#text/1.xhtml": "courier.epub"} {
		if got := fileName(path, "epub"); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
