package intake

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMeasured: the share grows with every article, inside a file of many too, reaches the whole, and is not known of
// standard input. What is read is the same.
func TestMeasured(t *testing.T) {
	line := `{"id":"x","text":"The gates were open, and ` + strings.Repeat("the water fell, ", 2000) + `."}` + "\n"
	dir := tree(t, map[string]string{
		"a.txt": story, "b.jsonl": strings.Repeat(line, 20), "c.zip": string(zipOf("1.txt", story+strings.Repeat("The gates were open. ", 500), "2.txt", story)), "d.txt": story,
	})
	if err := os.WriteFile(filepath.Join(dir, "b2.xlsx"), buildWorkbook(), 0o644); err != nil {
		t.Fatal(err)
	}
	before, grown, n := 0.0, 0, 0
	for it := range Measured(context.Background(), []string{dir}, Options{}) {
		n++
		switch {
		case it.Done < before || it.Done > 1:
			t.Errorf("%.3f after %.3f", it.Done, before)
		case it.Done > before:
			grown++
		}
		before = it.Done
	}
	if before != 1 || grown < 6 {
		t.Errorf("%.3f at the end, in %d steps", before, grown)
	}
	if want := len(read(dir, Options{}, dir)); n != want {
		t.Errorf("%d items of %d", n, want)
	}
	for it := range Measured(context.Background(), []string{"-", dir}, Options{Stdin: strings.NewReader(story)}) {
		if it.Done != 0 {
			t.Fatalf("%.3f of standard input", it.Done)
		}
	}
}
