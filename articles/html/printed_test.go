package html

import (
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPrinted: what a page says of itself only to its readers, below the headline and in its title.
func TestPrinted(t *testing.T) {
	const post = "<title>Gates open | Harbour Post</title>"
	for _, c := range []struct{ name, head, body, want string }{
		{"a line of publication in pieces", post, `<h1>Gates open</h1><p class=meta>Posted on <span>May 17, 2024</span> by <a href=x>Ansel Brodie</a></p>`, "Gates open | Ansel Brodie | Harbour Post | 2024-05-17"},
		{"two authors in links", post, `<h1>Gates open</h1><div>By <a>Ida Lund</a> and <a>Ansel Brodie</a></div>`, "Gates open | Ida Lund and Ansel Brodie | Harbour Post | "},
		{"a marked author", post, `<h1>Gates open</h1><div class="story-byline"><div>Ida Lund</div><div>Ansel Brodie</div></div>`, "Gates open | Ida Lund, Ansel Brodie | Harbour Post | "},
		{"a marked author inside its like", post, `<h1>Gates open</h1><span itemprop=author><span><span>By</span> Ida Lund</span></span><span>12 min</span>`, "Gates open | Ida Lund | Harbour Post | "},
		{"an element of authors that says no name", post, `<h1>Gates open</h1><div class=author>read the author’s other stories here</div>`, "Gates open |  | Harbour Post | "},
		{"a by of another language", post, `<h1>Gates open</h1><div>Par Ida Lund<br>Publié le 17 mai 2024 à 18h30, mis à jour le 18 mai 2024</div>`, "Gates open | Ida Lund | Harbour Post | 2024-05-17"},
		{"a headline that begins with such a word", "<title>Von Lund Opens Gates | Harbour Post</title>", `<h1>Von Lund Opens Gates</h1>`, "Von Lund Opens Gates |  | Harbour Post | "},
		{"what an author is called elsewhere", post, `<h1>Gates open</h1><div class=Author><a>Ida Lund</a><a>@idalund</a></div>`, "Gates open | Ida Lund | Harbour Post | "},
		{"a section in the heading", "<title>Norland opens gates | Harbour Post</title>", `<h1><span>World:</span> <span>Norland opens gates</span></h1>`, "Norland opens gates |  | Harbour Post | "},
		{"a longer heading", "<title>Opens gates | Harbour Post</title>", `<h1>After a long night of rain Norland opens gates</h1>`, "After a long night of rain Norland opens gates |  | Harbour Post | "},
		{"authors of other stories", post, `<ul><li class=author>Ida Lund</li></ul><h1>Gates open</h1>`, "Gates open |  | Harbour Post | "},
		{"the outlet as the author", post + `<meta name=author content="Harbour Post">`, `<h1>Gates open</h1><p>By Ida Lund</p>`, "Gates open | Ida Lund | Harbour Post | "},
		{"no heading but a cell", "<title>NORTAG - Norland opens the gates</title>", `<table><tr><td>Norland opens the gates<tr><td>17 May 2024 14:05 [UTC+04:00]</table>`, "Norland opens the gates |  |  | 2024-05-17T14:05:00+04:00"},
		{"the site's name as the heading", "<title>Selkline - Norland opens the gates</title>", `<h1>Selkline</h1><h2>Norland opens the gates</h2>`, "Norland opens the gates |  | Selkline | "},
		{"two headings", "<title>Coast Daily - Norland opens the gates</title>", `<h1>Coast Daily</h1><a>By The Sea</a><h1>Norland opens the gates</h1><p>By Ida Lund`, "Norland opens the gates | Ida Lund | Coast Daily | "},
		{"a paper with the longer name", "<title>Gates open – The Great Norland Gazette</title>", `<div>The Great Norland Gazette</div><h1>Gates open</h1>`, "Gates open |  | The Great Norland Gazette | "},
		{"a headline in the title alone", "<title>Gates open – Selk Evening News</title>", `<p>By Ida Lund`, "Gates open | Ida Lund | Selk Evening News | "},
		{"a title that names no paper", "<title>Gates open – a long day on the river</title>", "", "Gates open – a long day on the river |  |  | "},
		{"date beside a section", post, `<h1>Gates open</h1><div>17.05.2024, 14:05 | World News</div>`, "Gates open |  | Harbour Post | 2024-05-17"},
		{"labels of other languages", post, `<h1>Gates open</h1><div>Giriş: 17 Mayıs 2024 14:05 Güncelleme: 18 Mayıs 2024</div>`, "Gates open |  | Harbour Post | 2024-05-17"},
		{"an update above the publication", post, `<h1>Gates open</h1><div>Updated: May 19, 2024 12:20</div><div>Published: May 17, 2024 10:20</div>`, "Gates open |  | Harbour Post | 2024-05-17"},
		{"an update in pieces", post, `<h1>Gates open</h1><div><b>Last updated on</b> <i>May 19, 2024</i></div><div><i>May 17, 2024</i></div>`, "Gates open |  | Harbour Post | 2024-05-17"},
		{"an update in French", post, `<h1>Gates open</h1><div>Mis à jour le 19 mai 2024 à 12h20</div><div>Publié le 17 mai 2024 à 10h20</div>`, "Gates open |  | Harbour Post | 2024-05-17"},
		{"an update in Turkish, in one line", post, `<h1>Gates open</h1><div>Son Güncelleme: 19 Mayıs 2024 12:20 Yayınlanma: 17 Mayıs 2024 10:20</div>`, "Gates open |  | Harbour Post | 2024-05-17"},
		{"nothing but an update", post, `<h1>Gates open</h1><div>Updated: May 19, 2024 12:20</div>`, "Gates open |  | Harbour Post | 2024-05-19"},
		{"a section before the site's name", "<title>Gates open | World | Harbour Post</title>", `<h1>Gates open</h1>`, "Gates open |  | Harbour Post | "},
		{"a section and a short name", "<title>Gates open - World - Orlo</title>", `<h1>Gates open</h1>`, "Gates open |  | Orlo | "},
		{"a slogan behind the site's name", "<title>Gates open | selkcourier.com | All that happens on the river today</title>", `<h1>Gates open</h1>`, "Gates open |  | selkcourier.com | "},
		{"an agency's own site", "<title>Gates open</title><meta property=og:site_name content=Interfax><meta property=og:url content=https://interfax.com/a/1>", `<h1>Gates open</h1>`, "Gates open |  | Interfax | "},
		{"an agency on another's site", "<title>Gates open</title><meta property=og:site_name content=Interfax><meta property=og:url content=https://post.example/a/1>", `<h1>Gates open</h1>`, "Gates open |  | post.example | "},
		{"publisher with a logo by microdata", "<title>Gates open</title>", `<h1>Gates open</h1><div itemprop=publisher itemscope><div itemprop=logo itemscope><div><meta itemprop=name content=Logo></div></div><div></div><meta itemprop=name content="Valley Tribune"></div>`, "Gates open |  | Valley Tribune | "},
		{"a name behind the publisher", "<title>Gates open</title>", `<h1>Gates open</h1><div itemprop=publisher itemscope><div>x</div></div><meta itemprop=name content="Gates open">`, "Gates open |  |  | "},
		{"a by in a block of its own", post, `<h1>Gates open</h1><div class=post-author><div class=author-by>By</div> <a>Ida Lund</a></div>`, "Gates open | Ida Lund | Harbour Post | "},
		{"an account as the author", post + `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Gates open","author":{"name":"admin"}}</script><meta name=author content=Administrator>`, `<h1>Gates open</h1><p class=byline>By Ida Lund</p>`, "Gates open | Ida Lund | Harbour Post | "},
		{"publisher by microdata", "<title>Gates open</title>", `<h1>Gates open</h1><span itemprop=publisher itemscope><meta itemprop=name content="Valley Tribune"></span>`, "Gates open |  | Valley Tribune | "},
	} {
		a, err := Read(pageOf(c.head, c.body+story))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := strings.Join([]string{a.Title, a.Byline, a.Outlet.Name, a.Published.String()}, " | ")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestAddressOfCopy: a copy in an archive, or one that an extension of a browser saved, has the address of its page.
func TestAddressOfCopy(t *testing.T) {
	for head, want := range map[string]string{
		"<!--\n Page saved with SingleFile \n url: https://www.theage.com.au/a \n saved date: x -->":             "https://www.theage.com.au/a",
		`<link rel=canonical href="https://web.archive.org/web/20240517083000/https://www.theage.com.au/a?b=c">`: "https://www.theage.com.au/a?b=c",
		`<meta property=og:url content="https://archive.ph/2024.05.17-083000/http://www.theage.com.au/a">`:       "http://www.theage.com.au/a",
		`<meta property=og:url content="https://archive.ph/abcde">`:                                              "https://archive.ph/abcde",
		`<link rel=canonical href="https://www.theage.com.au/to/https://a.example">`:                             "https://www.theage.com.au/to/https://a.example",
	} {
		if a, err := Read(pageOf(head, story)); err != nil || a.URL != want {
			t.Errorf("%s: %+v, %v", head, a, err)
		}
	}
}

// TestFactsOutliveTheScan: what was found holds no address of the pass that found it, whose stack is gone. The collector
// stops the program where one does.
func TestFactsOutliveTheScan(t *testing.T) {
	page := string(pageOf("<title>Gates open | Harbour Post</title>", "<h1>Gates open</h1><div class=author>Ida Lund</div>"+story))
	kept := make([]*facts, 0, 200)
	done := make(chan *facts, cap(kept))
	for range cap(kept) {
		go func() { done <- scan(page) }() // with a stack of its own
	}
	for range cap(kept) {
		kept = append(kept, <-done)
	}
	for range 5 {
		runtime.GC()
	}
	for _, f := range kept {
		if f.printed.writer() != "Ida Lund" {
			t.Fatalf("%+v", f)
		}
	}
}
