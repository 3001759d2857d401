package html

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

// TestUnshown: a story that a page does not show to everybody is taken from its JSON-LD, and only then.
func TestUnshown(t *testing.T) {
	paragraphs := strings.Split(storyText, "\n\n")
	more := "“We will publish ours,” said Ana Varga, who speaks for the farmers of Orlo."
	full := storyText + "\n\n" + more
	ld := func(headline, body string) string {
		b, err := json.Marshal(map[string]string{"@type": "NewsArticle", "headline": headline, "articleBody": body, "datePublished": "2031-05-14"})
		if err != nil {
			t.Fatal(err)
		}
		return `<script type="application/ld+json">` + string(b) + "</script>"
	}
	head := "<!DOCTYPE html><title>Gates open - Selk Courier</title>"
	wall := "<h1>Gates open</h1><article><p>" + paragraphs[0] + "</p><p>Subscribe to read on for one crown a week.</p></article>"
	for name, c := range map[string]struct{ page, want string }{
		"shown by a script":      {head + "<body><div id=root></div>" + ld("Gates open", full), full},
		"shown to those who pay": {head + ld("Gates open", full) + "<body>" + wall, full},
		"another story's":        {head + ld("Trams stand still", strings.Repeat("The trams of Selk stand still until autumn. ", 9)) + ld("Gates open", full) + "<body>" + wall, full},
		"a summary":              {head + ld("Gates open", paragraphs[0]) + "<body><h1>Gates open</h1>" + story, storyText},
		"as it was typed":        {head + ld("Gates open", "**Gates** open.\n"+strings.Repeat("See [the log](https://orlo.example/log). ", 30)) + "<body><h1>Gates open</h1>" + story, storyText},
	} {
		a, err := Read([]byte(c.page))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if a.Text != c.want {
			t.Errorf("%s: %q", name, a.Text)
		}
	}
	if n := sharedWith(strings.Repeat("x1\n\n", 100_000), strings.Repeat("x2 ", 1_000_000)); n != 0 {
		t.Errorf("%d bytes shared", n)
	}
	for name, body := range map[string]string{
		"nothing but a script":  "<div id=root></div><script src=a.js></script>",
		"nothing but the title": "<div><h1>The gates of the upper dam were opened on Thursday</h1></div>",
	} {
		page := "<!DOCTYPE html><title>The gates of the upper dam were opened on Thursday | Selk Courier</title><body>" + body
		if a, err := Read([]byte(page)); !errors.Is(err, ErrNoText) {
			t.Errorf("%s: read as %v", name, a)
		}
	}
}

// TestLinkedOther: a page's JSON-LD may tell first of the stories that the page leads to.
func TestLinkedOther(t *testing.T) {
	page := `<!DOCTYPE html><title>Gates open - Selk Courier</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Trams stand still","datePublished":"2030-01-01"}</script>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"%s","datePublished":"2031-05-14"}</script><body><h1>Gates open</h1>` + story
	for headline, want := range map[string]string{"Gates open": "2031-05-14", "Gates o…": "2031-05-14", "Dam overflows": "2030-01-01"} {
		a, err := Read([]byte(strings.Replace(page, "%s", headline, 1)))
		if err != nil {
			t.Fatal(err)
		}
		if a.Published.String() != want {
			t.Errorf("%s: %s, want %s", headline, a.Published, want)
		}
	}
}
