package html

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// neverClosed opens n elements that set letters and begins as many paragraphs.
func neverClosed(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<b id=%d>", i)
	}
	return b.String() + strings.Repeat("<p>The gates were opened. ", n)
}

func TestTangled(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want bool
	}{
		"letters never closed":           {neverClosed(300), true},
		"letters closed":                 {strings.Repeat("<p><b>The</b> <i class=x>gates</i> ", 50_000), false},
		"the same letters never closed":  {strings.Repeat("<p><i class=icon>The gates ", 5_000), false}, // the parser keeps three
		"links never closed":             {strings.Repeat("<p><a href=x>The gates ", 50_000), false},    // one closes the other
		"end tags of nothing":            {strings.Repeat("gates </div>", 20_000), true},
		"cells outside a table":          {strings.Repeat("gates <td>", 20_000), true},
		"words between the rows":         {"<table>" + strings.Repeat("gates <tr>", 20_000), true},
		"elements in a list of choices":  {"<select>" + strings.Repeat("gates <div>", 20_000), true},
		"a list of choices":              {"<select>" + strings.Repeat("<option>gates</option>", 20_000) + "</select><p>The gates.", false},
		"a large table":                  {"<table>" + strings.Repeat("<tr><td><a>gates</a><td><b>open</b>", 20_000), false},
		"doctypes in the middle of text": {strings.Repeat("gates <!doctype html>", 20_000), true},
	} {
		if got := Tangled(c.page); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestReadTangled: a page that is not parsed loses none of its words.
func TestReadTangled(t *testing.T) {
	a, err := Read([]byte("<title>Gates open</title><h1>Gates open</h1>" + neverClosed(300) + story))
	if err != nil || a.Title != "Gates open" || !strings.Contains(a.Text, "“The log speaks for itself,” the chief engineer said") {
		t.Errorf("%+v, %v", a, err)
	}
}

// TestTangledIsNoRealPage: none of the benchmark's pages comes near the bounds.
func TestTangledIsNoRealPage(t *testing.T) {
	for _, p := range realPages(t) {
		if f := scan(string(p.raw)); f.tangle.copied > mostCopied/5 || f.tangle.cloned > mostCloned/5 {
			t.Errorf("%s: %d bytes copied, %d elements cloned", p.url, f.tangle.copied, f.tangle.cloned)
		}
	}
}

// salad are the tags and words that the reading of pages looks for, closed and not.
var salad = strings.Fields(`<p> </p> <div> </div> <br> <a> </a> <b> </b> <font> <span> </span> <h1> </h1> <h2> <ul> <li> </ul> <table> <tr> <td> </table>
	<figure> <figcaption> </figure> <img> <iframe> <script> </script> <style> </style> <template> </template> <svg> <title> </title> </svg>
	<math> <!-- --> <![CDATA[ ]]> <!doctype> <article> </article> <section> <main> <header> <footer> <nav> <aside> <form> <select> <option>
	<button> <noscript> <textarea> <blockquote> <pre> <dl><dt> <dd> <details><summary> &amp; &nbsp; &#1; &#xd800; &lt; < > </ <? " ' = <html> <head>
	<body> </body> </html> <frameset> <caption> <object> <plaintext> <time/datetime=2026-11-21> <meta/name=author/content=Ana>
	<meta/property=og:title/content=Gates> <p/class=byline> <div/class=comments> <div/class=article-body> <script/type=application/ld+json>
	{"@type":"NewsArticle","headline":"Gates"} The gates were opened at noon, she said. “We did it,” Reuters By Ana Kovel`)

// TestSalad reads pages of elements that are closed elsewhere, never, or twice: whatever they are made of, a page gives a
// clean text or a reason, and the same one again.
func TestSalad(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		var b strings.Builder
		for range 5 + r.IntN(40) {
			b.WriteString(salad[r.IntN(len(salad))])
			if r.IntN(2) == 0 {
				b.WriteByte(' ')
			}
		}
		a, err := Read([]byte(b.String()))
		if (a == nil) == (err == nil) {
			t.Fatalf("%q: neither an article nor a reason, or both", b.String())
		}
		if a == nil {
			continue
		}
		if said := a.Text + a.Title + a.Byline; !utf8.ValidString(said) || strings.ContainsAny(a.Title+a.Byline, "\n\r") {
			t.Fatalf("%q: %+v", b.String(), a)
		}
		if again, _ := Read([]byte(b.String())); fmt.Sprint(*again) != fmt.Sprint(*a) {
			t.Fatalf("%q read twice, read differently:\n%+v\n%+v", b.String(), a, again)
		}
	}
}
