package quotes

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quotidian/articles/sentence"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the expected results of the gold articles")

// divider stands between the expected result of a gold article and its text.
const divider = "----\n"

// TestGold holds what Find reads in articles of our own. A gold file has one line a quote, `kind medium | content
// with || between its spans | cue | source`, with ` | via relay` where there is one, then a divider, then the raw
// article. A line that begins with # says what the article is for. With -update the lines are rewritten; read the
// difference before you keep it.
func TestGold(t *testing.T) {
	paths, err := filepath.Glob("testdata/gold/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no gold articles: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) { checkGold(t, path) })
	}
}

func checkGold(t *testing.T, path string) {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, text, ok := strings.Cut(string(raw), divider)
	if !ok {
		t.Fatalf("%s has no divider", path)
	}
	var about, want []string
	for line := range strings.Lines(head) {
		if strings.HasPrefix(line, "#") {
			about = append(about, line)
		} else {
			want = append(want, line)
		}
	}
	var got []string
	for _, q := range Find(sentence.Of(text)) {
		got = append(got, goldLine(text, &q))
	}
	if *update {
		result := strings.Join(about, "") + strings.Join(got, "") + divider + text
		if err := os.WriteFile(path, []byte(result), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: want -, got +:\n%s", path, diff)
	}
}

// goldLine prints a quote as a gold file has it; line breaks of the article become blanks.
func goldLine(text string, q *Quote) string {
	var content []string
	for _, s := range q.Content {
		content = append(content, s.In(text))
	}
	line := fmt.Sprintf("%s %s | %s | %s | %s", q.Kind, q.Medium, strings.Join(content, " || "), q.Cue.In(text), q.Source.In(text))
	for _, s := range q.Relay {
		line += " | via " + s.In(text)
	}
	return strings.Join(strings.Fields(line), " ") + "\n"
}
