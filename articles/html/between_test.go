package html

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBetween: what stands between the paragraphs of a story and is none of its text. The story is three paragraphs; the
// piece stands behind the first.
func TestBetween(t *testing.T) {
	first, rest, _ := strings.Cut(story, "\n")
	for name, c := range map[string]struct{ piece, want string }{
		"a headline in a link":        {`<p><a href=/x>Lund: ‘We had no choice but to open them’</a></p>`, ""},
		"with a label":                {`<p><strong>READ MORE: <a href=/x>Lund denies that gates were opened</a></strong></p>`, ""},
		"with a label in the link":    {`<h3><a href=/x>Read more: Lund denies that gates were opened</a></h3>`, ""},
		"in brackets":                 {`<div>[ <a href=/x>Lund denies that gates were opened</a> ]</div>`, ""},
		"several in a list":           {`<ul><li><a href=/x>Lund denies that gates were opened</a></li><li><a href=/y>What the farmers want</a></li></ul>`, ""},
		"a note of advertising":       {`<p>Advertisement</p>`, ""},
		"a sentence in a link":        {`<p><a href=/x>The gates were opened at noon, Lund said.</a></p>`, "The gates were opened at noon, Lund said."},
		"a sentence with a link":      {`<p>Lund <a href=/x>denies that gates were opened</a> at noon`, "Lund denies that gates were opened at noon"},
		"a speaker before a link":     {`<p>As farmers who live below the dam said: <a href=/x>it was a cold night</a></p>`, "As farmers who live below the dam said: it was a cold night"},
		"a heading that is no link":   {`<h3>What the log of the dam says</h3>`, "What the log of the dam says"},
		"a sentence on advertising":   {`<p>Advertisement for the dam began in May.</p>`, "Advertisement for the dam began in May."},
		"a heading of one short link": {`<h3><a href=/x>The log</a></h3>`, "The log"},
	} {
		a, err := Read(pageOf("", first+c.piece+rest))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		blocks := strings.Split(storyText, "\n\n")
		want := append([]string{blocks[0], c.want}, blocks[1:]...)
		if c.want == "" {
			want = blocks
		}
		if diff := cmp.Diff(want, strings.Split(a.Text, "\n\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestPageOfLinks: a page that is nothing but links keeps them.
func TestPageOfLinks(t *testing.T) {
	a, err := Read([]byte("<html><body><article>" + strings.Repeat("<p><a href=/x>Lund denies that the gates were opened at noon</a></p>", 20)))
	if err != nil || strings.Count(a.Text, "Lund denies") < 10 {
		t.Errorf("%+v, %v", a, err)
	}
}

// TestHead: what stands above the story goes into the fields, and only that.
func TestHead(t *testing.T) {
	const said = `<meta name=author content="Ida Lund">`
	for name, c := range map[string]struct{ head, body, want string }{
		"headline":                {"<title>Gates open</title>", "<h1>Gates open</h1>", "Gates open |  |  | "},
		"headline, author, day":   {"<title>Gates open</title>", "<h1>Gates open</h1><p>By Ansel Brodie</p><p>Published: 17 May 2024</p>", "Gates open | Ansel Brodie | 2024-05-17 | "},
		"an author that is known": {"<title>Gates open</title>" + said, "<h1>Gates open</h1><p>By Ansel Brodie and Ida Lund</p>", "Gates open | Ida Lund |  | "},
		"a heading of the story":  {"<title>Gates open</title>", "<h1>Gates open</h1><h2>A long day on the river</h2>", "Gates open |  |  | A long day on the river"},
	} {
		a, err := Read(pageOf(c.head, c.body+story))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		above, _, _ := strings.Cut(a.Text, "The gates of the upper dam")
		got := strings.Join([]string{a.Title, a.Byline, a.Published.String(), strings.TrimSpace(above)}, " | ")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestStoryInData: a page that shows its story only where scripts run has it in its data, in lines or as markup.
func TestStoryInData(t *testing.T) {
	for name, body := range map[string]string{
		"lines":  strings.ReplaceAll(storyText, "\n\n", `\n`),
		"markup": strings.ReplaceAll(strings.ReplaceAll(story, `"`, `\"`), "\n", " "),
	} {
		page := `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Gates open","articleBody":"` + body + `"}</script></head><body><div id=app>Loading</div></body></html>`
		if a, err := Read([]byte(page)); err != nil || a.Text != storyText {
			t.Errorf("%s: %+v, %v", name, a, err)
		}
	}
}
