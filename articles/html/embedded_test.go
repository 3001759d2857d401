package html

import (
	"strings"
	"testing"
	"time"
)

// TestEmbedded: pictures inside a page do not make it one that is too large to be parsed.
func TestEmbedded(t *testing.T) {
	picture := "data:image/png;base64," + strings.Repeat("AbC+/9", mostParsed/6)
	menu := "<div class=menu><ul><li><a href=/1>Trams stand still</a><li><a href=/2>Bank holds rate</a></ul></div>"
	page := "<!DOCTYPE html><title>Gates open</title><style>b{background:url(" + picture + ")}</style><body>" + menu + "<article><h1>Gates open</h1><img src=\"" +
		picture + "\">" + story + "</article><div class=related><p><a href=/3>Trams of Selk stand still until the autumn</a></p></div>"
	a, err := Read([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if a.Text != storyText {
		t.Errorf("%.400q", a.Text)
	}
	for in, want := range map[string]string{
		"":                              "",
		"no such thing":                 "no such thing",
		"The data: they are few, data:": "The data: they are few, data:",
		"<img src=data:x>":              "<img src=data:x>",
		"<img src=data:" + strings.Repeat("x", 2000) + "><p>Here": "<img src=><p>Here",
		"a data:" + strings.Repeat("x", 2000):                     "a ",
	} {
		if got := withoutData(in); got != want {
			t.Errorf("%.40q: %.40q", in, got)
		}
	}
	start := time.Now()
	withoutData(strings.Repeat("data:", mostParsed))
	withoutData(strings.Repeat("data: ", mostParsed))
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %s", took)
	}
}

// TestEscapedTwice: what a page shows of names of characters is read, unless it is about them.
func TestEscapedTwice(t *testing.T) {
	for in, want := range map[string]string{
		"&ldquo;We had no choice,&rdquo; said Ivo Orlo &ndash; twice.": "“We had no choice,” said Ivo Orlo – twice.",
		"The farmers&#8217; union &amp; others don&rsquo;t.":           "The farmers’ union & others don’t.",
		"Write &ldquo; for the mark that opens a quotation.":           "Write &ldquo; for the mark that opens a quotation.",
		"Profit &amp; loss at Varga &lt;Selk&gt;":                      "Profit &amp; loss at Varga &lt;Selk&gt;",
	} {
		if got := unescaped(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
	a, err := Read([]byte("<!DOCTYPE html><title>Gates open</title><body><h1>Gates open</h1>" + strings.NewReplacer("“", "&amp;ldquo;", "”", "&amp;rdquo;", "’", "&amp;#8217;").Replace(story)))
	if err != nil {
		t.Fatal(err)
	}
	if a.Text != storyText {
		t.Errorf("%q", a.Text)
	}
}
