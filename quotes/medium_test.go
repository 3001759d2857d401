package quotes

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/articles/sentence"
)

// The least shares of testdata/media.tsv: sentences whose quote is found with a cue at the place given, and of these
// those with the right medium.
const (
	leastFound = 0.85
	leastRight = 0.95
)

// TestMedia measures the medium on sentences of our own, one quote each.
func TestMedia(t *testing.T) {
	f, err := os.Open("testdata/media.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, found, right := 0, 0, 0
	for s := bufio.NewScanner(f); s.Scan(); {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		parts := strings.Split(s.Text(), "\t")
		if len(parts) != 3 || !strings.Contains(parts[2], parts[1]) {
			t.Fatalf("%q: not a medium, a cue and a sentence with that cue", s.Text())
		}
		all++
		medium, ok := mediumOf(parts[2], parts[1])
		switch {
		case !ok:
			t.Logf("not found: %s", parts[2])
			continue
		case medium != parts[0]:
			t.Logf("%s, want %s: %s", medium, parts[0], parts[2])
		default:
			right++
		}
		found++
	}
	t.Logf("%d sentences, %d found, %d right", all, found, right)
	if all < 300 || float64(found) < leastFound*float64(all) || float64(right) < leastRight*float64(found) {
		t.Errorf("of %d sentences %d are found (least %.2f), of these %d right (least %.2f)", all, found, leastFound, right, leastRight)
	}
}

// mediumOf gives the medium of the quote whose cue shares a letter with the first occurrence of cue in text.
func mediumOf(text, cue string) (medium string, ok bool) {
	at := strings.Index(text, cue)
	want := articles.Span{Start: at, End: at + len(cue)}
	for _, q := range Find(sentence.Of(text)) {
		if q.Cue.Overlaps(want) {
			return q.Medium.String(), true
		}
	}
	return "", false
}
