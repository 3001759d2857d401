package main

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/internal/gold"
)

var update = flag.Bool("update", false, "rewrite testdata/scores.txt")

// TestScores pins what `quotidian score` prints for the development corpora, so that a change of a rule or a model
// shows as a difference of figures. With -update the file is rewritten; say in the commit what moved and why.
func TestScores(t *testing.T) {
	root := gold.Root(".")
	if root == "" {
		t.Skip("skipped: no ../shared/data")
	}
	polnear := filepath.Join(root, "polnear")
	measures := [][]string{
		{filepath.Join(polnear, "dev.jsonl")},
		{"--cofenet", filepath.Join(polnear, "cofenet_dev.jsonl"), filepath.Join(polnear, "dev.jsonl")},
		{filepath.Join(root, "gum-news", "news_dev.jsonl")},
		{filepath.Join(root, "gum-news", "news_train.jsonl")},
	}
	for _, args := range slices.Clone(measures) {
		measures = append(measures, append([]string{"--careful"}, args...))
	}
	got := ""
	for _, args := range measures {
		var out, errs strings.Builder
		if status := run(append([]string{"score"}, args...), strings.NewReader(""), &out, &errs); status != 0 {
			t.Fatalf("status %d: %s", status, errs.String())
		}
		if args[0] == "--careful" {
			got += "carefully, "
		}
		got += out.String()
	}
	const path = "testdata/scores.txt"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
		t.Errorf("run with -update if this is meant: -want +got:\n%s", d)
	}
}
