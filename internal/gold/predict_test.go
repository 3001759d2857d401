package gold_test

import (
	"bufio"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/internal/gold"
	"quotidian/quotes"
)

var (
	corpus = flag.String("corpus", "", "labelled corpus to predict, JSON Lines")
	out    = flag.String("out", "", "file for the predictions of -corpus")
)

// TestPredict writes what quotes.Find finds in -corpus to -out, for a scorer outside the repository.
func TestPredict(t *testing.T) {
	if *corpus == "" || *out == "" {
		t.Skip("skipped: no -corpus and -out")
	}
	docs, err := gold.Read(*corpus)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(*out)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	for _, d := range docs {
		a := &articles.Article{ID: d.ID, Title: d.Title, Text: d.Text}
		if err := gold.Write(w, d.ID, d.Text, quotes.Find(sentence.Of(a.Text))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestReadNamesALongLine: the fault says which line of a corpus is too long, and how long one may be.
func TestReadNamesALongLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.jsonl")
	if err := os.WriteFile(path, []byte("{}\n{\"text\":\""+strings.Repeat("x", 64<<20)+"\"}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := gold.Read(path); err == nil || !strings.HasSuffix(err.Error(), "line 2: longer than 64 MB: shorten it or leave it out") {
		t.Errorf("%v", err)
	}
}
