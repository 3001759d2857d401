package html

import (
	"fmt"
	"strings"
	"testing"
)

// TestLinesAsParagraphs: a story whose paragraphs are parted by line breaks is read once and in paragraphs, wherever it stands.
func TestLinesAsParagraphs(t *testing.T) {
	var story []string
	for n := range 40 {
		story = append(story, fmt.Sprintf("The council of Varn met for the %d. time to debate the plan for the eastern wall, said Ivo Orlo, whose house stands below it.", n+1),
			fmt.Sprintf("“We waited %d years,”", n+1), fmt.Sprintf("Others wait %d more:", n))
	}
	want := strings.Join(story, "\n\n")
	for name, c := range map[string]struct{ around, between string }{
		"two breaks":            {"<div class=story><div>%s</div></div>", "<br><br>"},
		"one break":             {"<div class=story><div>%s</div></div>", "<br>"},
		"breaks and blanks":     {"<div class=article-body><div>%s</div></div>", "<br />\n&nbsp;<br />\n"},
		"in a span":             {"<div class=story><span>%s</span></div>", "<br><br>"},
		"bare":                  {"<div class=story>%s</div>", "<br><br>"},
		"an article":            {"<article>%s</article>", "<br><br>"},
		"set as it was written": {"<pre>%s</pre>", "\n\n"},
	} {
		page := "<!DOCTYPE html><html lang=en><head><title>Council weighs wall</title></head><body><h1>Council weighs wall</h1>" +
			fmt.Sprintf(c.around, strings.Join(story, c.between)) + "</body></html>"
		a, err := Read([]byte(page))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.TrimSpace(a.Text)
		if c.between == "<br>" {
			got = strings.ReplaceAll(strings.ReplaceAll(got, "\n\n", "\n"), "\n", "\n\n")
		}
		if got != want {
			t.Errorf("%s: %d characters instead of %d: %.300q", name, len(got), len(want), got)
		}
	}
}
