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

// TestSentencesAsParagraphs: on a page with a few <p> what stands in other elements is read as well, if it stands where a story
// does.
func TestSentencesAsParagraphs(t *testing.T) {
	const (
		first  = "The council of Varn met again on Monday to debate the plan for the eastern wall."
		second = "“We waited for nine years,” said Ivo Orlo, whose house stands below it."
		third  = "Mayor Ana Varga said that the money had been there all along."
		other  = "Trams in Selk stand still until the autumn, the operator said on Sunday."
	)
	rest := strings.Repeat("<p>The wall was built in the year of the flood, and nobody has mended it since then, the council said.</p>\n", 9)
	div := func(class string, texts ...string) string {
		return "<div class='" + class + "'>" + strings.Join(texts, "</div><div class='"+class+"'>") + "</div>"
	}
	for name, c := range map[string]struct {
		body      string
		want, not []string
	}{
		"a caption and a note are paragraphs": {
			"<p>The eastern wall in May. Selk Courier/Ida Lund</p><div>" + div("", first, second, third, first, second, third) + "<p>Reporting by Ida Lund</p></div>",
			[]string{first, second, third},
			nil,
		},
		"a lead above the body": {div("lead", second) + "<div class=body>" + rest + "</div>", []string{second}, nil},
		"a section as lead":     {"<section>" + second + "</section><div class=body>" + rest + "</div>", []string{second}, nil},
		"posts of a channel": {
			"<div><div class=post_text>" + first + "<br><br>" + third + "</div></div><div><div class=post_text>" + second + "</div></div><p>" + rest,
			[]string{first, second, third},
			nil,
		},
		"teasers, each in a box of its own": {
			rest + "<div><a href=/1>Trams stand still</a>" + div("teaser", other) + "</div>", nil, []string{other},
		},
		"headlines below each other": {
			rest + "<div>" + div("teaser", "<a href=/1>"+other+"</a>", "<a href=/2>"+other+"</a>") + "</div>", nil, []string{other},
		},
	} {
		a, err := Read([]byte("<!DOCTYPE html><title>Council weighs wall</title><body><article><h1>Council weighs wall</h1>" + c.body + "</article>"))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range c.want {
			if !strings.Contains(a.Text, s) {
				t.Errorf("%s: %q is missing from %.300q", name, s, a.Text)
			}
		}
		for _, s := range c.not {
			if strings.Contains(a.Text, s) {
				t.Errorf("%s: %q is none of the story", name, s)
			}
		}
	}
}
