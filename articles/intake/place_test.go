package intake

import (
	"os"
	"path/filepath"
	"strings"
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

// TestForeign: what cannot be read says what it is, and what to do.
func TestForeign(t *testing.T) {
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	for raw, want := range map[string]string{
		office97 + "x" + wide("__substg1.0_001A"): "an Outlook message (save it as .eml or as text)", office97 + wide("Workbook"): "an old Excel workbook (save it as .xlsx)",
		office97 + wide("WordDocument"): "an old Microsoft Office document (save it as .docx)", "\x89PNG\r\n\x1a\n": "a picture", "The gates": "",
	} {
		if got := foreign([]byte(raw)); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
}
