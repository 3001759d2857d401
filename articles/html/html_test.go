package html

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

const story = `<p>The gates of the upper dam were opened before the villages below it had been warned, the operator said.</p>
<p>“The log speaks for itself,” the chief engineer&nbsp;said in a statement on Thursday.</p>
<p>Nobody was hurt. The farmers’ union said it did not trust the log, and that it would publish one of its own.</p>
`

const storyText = `The gates of the upper dam were opened before the villages below it had been warned, the operator said.

“The log speaks for itself,” the chief engineer said in a statement on Thursday.

Nobody was hurt. The farmers’ union said it did not trust the log, and that it would publish one of its own.`

func pageOf(head, body string) []byte {
	return []byte("<!DOCTYPE html>\n<html><head>" + head + "</head><body><nav><a href=/>Home</a></nav><article>" + body + "</article><footer>Cookies</footer></body></html>")
}

func TestRead(t *testing.T) {
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	for _, c := range []struct{ name, head, body, want string }{
		{"nothing said", "", "", " |  |  |  |  |  | "},
		{
			"json-ld", ld(`{"@type":"NewsArticle","headline":"Gates &amp; villages","datePublished":"2024-05-17T12:40:00+03:00","author":[{"@type":"Person","name":"Ilka Sorensdotter"},{"name":"Ansel Brodie"}],"publisher":{"name":"Harbour Post"},"inLanguage":"en-GB","url":"https://post.example/a"}`), "",
			"Gates & villages | Ilka Sorensdotter, Ansel Brodie | Harbour Post |  | 2024-05-17T12:40:00+03:00 | en | https://post.example/a",
		},
		{
			"graph with references, a trailing comma and a raw line end", ld("{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"Thing\",\"Article\"],\"headline\":\"Gates\nopen\",\"publisher\":{\"@id\":\"#o\"},\"datePublished\":\"2024-05-17\"},{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"Harbour Post\",},]}"), "",
			"Gates open |  | Harbour Post |  | 2024-05-17 |  | ",
		},
		{
			"opengraph", `<title>Gates open | Harbour Post</title><meta property="og:title" content="Gates open"><meta property="article:published_time" content="2024-05-17T09:40:00Z"><meta name="author" content="By Ansel Brodie"><link rel="canonical" href="https://post.example/b">`, "",
			"Gates open | Ansel Brodie | Harbour Post |  | 2024-05-17T09:40:00Z |  | https://post.example/b",
		},
		{
			"listed by its address", `<title>Gates open - BBC News</title><meta property="og:url" content="https://www.bbc.co.uk/news/1"><meta property="og:site_name" content="News">`, "",
			"Gates open |  | BBC |  |  |  | https://www.bbc.co.uk/news/1",
		},
		{
			"agency as publisher", `<link rel="canonical" href="https://post.example/c"><meta property="og:site_name" content="Harbour Post">` + ld(`{"@type":"NewsArticle","headline":"Gates open","publisher":{"name":"Associated Press"}}`), "",
			"Gates open |  | Harbour Post | Associated Press |  |  | https://post.example/c",
		},
		{
			"carried by another", `<meta property="og:url" content="https://www.msn.com/a"><link rel="canonical" href="https://edition.cnn.com/a">`, "",
			" |  | MSN | CNN |  |  | https://www.msn.com/a",
		},
		{
			"a day with an hour elsewhere", `<meta name="date" content="2024-05-17T09:40:00Z">` + ld(`{"@type":"NewsArticle","headline":"Gates open","datePublished":"2024-05-17"}`), "",
			"Gates open |  |  |  | 2024-05-17T09:40:00Z |  | ",
		},
		{"modified is not published", `<meta property="article:modified_time" content="2024-05-18T09:40:00Z">`, "", " |  |  |  |  |  | "},
		{"time element", "", `<h1>Gates open</h1><time datetime="2024-05-17T09:40:00+02:00">Friday</time>`, "Gates open |  |  |  | 2024-05-17T09:40:00+02:00 |  | "},
		{"a line below the headline", "", `<h1>Gates open</h1><span>Published: 17 May 2024</span>`, "Gates open |  |  |  | 2024-05-17 |  | "},
		{"a date in the story", "", `<h1>Gates open</h1><p>It was on 17 May 2024 that they were last opened.</p>`, "Gates open |  |  |  |  |  | "},
		{"never set", ld(`{"@type":"NewsArticle","headline":"Gates open","datePublished":"0001-01-01T00:00:00Z"}`), "", "Gates open |  |  |  |  |  | "},
	} {
		a, err := Read(pageOf(c.head, c.body+story))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := strings.Join([]string{a.Title, a.Byline, a.Outlet.Name, a.Outlet.Origin, a.Published.String(), a.Language, a.URL}, " | ")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if !strings.HasSuffix(a.Text, storyText) {
			t.Errorf("%s: the story is read as %q", c.name, a.Text)
		}
	}
}

func TestReadSavedPage(t *testing.T) {
	a, err := Read([]byte("<!DOCTYPE html>\n<!-- saved from url=(0026)https://www.theage.com.au/a -->\n<html><body>" + story + "</body></html>"))
	if err != nil || a.Outlet.Name != "The Age" || a.URL != "https://www.theage.com.au/a" {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestReadDeclaredEncoding(t *testing.T) {
	raw, err := charmap.Windows1251.NewEncoder().Bytes(pageOf(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`,
		"<p>Начальник порта заявил, что гавань находится под контролем, но не сказал, когда выйдут корабли.</p>"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := Read(raw)
	if err != nil || a.Encoding != "windows-1251" || !strings.Contains(a.Text, "гавань находится под контролем") {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestLooks(t *testing.T) {
	for s, want := range map[string]bool{
		"<!doctype HTML>":           true,
		"\ufeff\r\n <HTML lang=en>": true,
		"<?xml version='1.0'?>\n<!-- x --><html xmlns='http://www.w3.org/1999/xhtml'>": true,
		"<\x00h\x00t\x00m\x00l\x00>\x00":                                               true,
		"<rss version='2.0'>":                                                          false,
		"<?xml version='1.0'?><feed>":                                                  false,
		"In HTML, <html> begins a page, he said.":                                      false,
		"<b>She said</b> that nothing had been opened":                                 false,
		"": false,
	} {
		if got := Looks([]byte(s)); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// hostile pages: each must be read, or refused with a reason, in a bounded time.
func hostile() map[string]string {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	return map[string]string{
		"nested":              "<html><body>" + many("<div>", 100_000) + story,
		"unclosed bold":       "<html><body>" + many("<b>", 5000) + story,
		"20,000 paragraphs":   "<html><body><article>" + many("<p>The gates were opened at noon, she said.</p>", 20_000),
		"many attributes":     "<html><body><p " + many("a=b ", 100_000) + ">" + story,
		"a nested list":       many("<ul><li>", 3000) + story,
		"a table of tables":   many("<table><tr><td>", 200) + story,
		"entities":            "<html><body>" + story + many("&amp;lt;&#x10ffff;&#0;&bogus;", 20_000),
		"json-ld never ends":  "<html><head><script type=application/ld+json>" + many("[", 100_000) + "</script></head><body>" + story,
		"json-ld in a circle": `<html><head><script type="application/ld+json">{"@type":"Article","headline":"a","author":{"@id":"#a"},"x":{"@id":"#a","name":{"@id":"#a","name":"b"}}}</script></head><body>` + story,
		"unclosed comment":    "<html><body>" + story + "<!-- " + many("x", 100_000),
		"unclosed script":     "<html><body>" + story + "<script>" + many("x", 100_000),
		"unclosed nav":        "<html><body><nav>" + story,
		"one long line":       "<html><body><p>" + many("The gates were opened at noon, she said. ", 50_000),
	}
}

func TestReadHostile(t *testing.T) {
	for name, page := range hostile() {
		start := time.Now()
		a, err := Read([]byte(page))
		if err != nil || !strings.Contains(a.Text, "gates") {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

func TestReadRefusesAPageWithoutText(t *testing.T) {
	for _, page := range []string{"<html></html>", "<html><script>var a = 'The gates were opened at noon, she said.'</script>", "<html><body><p>Loading…"} {
		if a, err := Read([]byte(page)); !errors.Is(err, ErrNoText) {
			t.Errorf("%q: %+v, %v", page, a, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(pageOf(`<script type="application/ld+json">{"@type":"Article","author":[["a"]]}</script>`, story))
	f.Add([]byte("<html><p>a<br>b<td>c<svg><title>d</svg><h1>e"))
	f.Add([]byte("<meta charset=utf-16><time datetime=2024-05-17>" + story))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		a, err := Read(raw)
		if (a == nil) == (err == nil) {
			t.Fatal("neither an article nor a reason, or both")
		}
		if a == nil {
			return
		}
		if !utf8.ValidString(a.Text+a.Title+a.Byline+a.Outlet.Name) || strings.Contains(a.Text, "\r") {
			t.Fatalf("%q is no clean text", a.Text)
		}
		again, _ := Read(raw)
		if fmt.Sprint(*again) != fmt.Sprint(*a) {
			t.Fatalf("read twice, read differently:\n%+v\n%+v", a, again)
		}
	})
}

// TestShortPageKeepsItsParagraphs: of a page of three sentences byline, date and first sentence are not one.
func TestShortPageKeepsItsParagraphs(t *testing.T) {
	a, err := Read([]byte(`<!DOCTYPE html><html><head><title>Driver: captain left first</title></head><body>
<header><nav><ul><li><a href="/">Home</a></li></ul></nav></header><main><article><h1>Driver: captain left first</h1>
<p class="byline">By Ana Kovel</p><time>2031-05-04</time>
<p>Jon Brandt, a lorry driver, was among those rescued.</p>
<p>"The captain was gone before the children were," Brandt said.</p></article></main></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(a.Text, "Kovel2031") || !strings.HasPrefix(a.Text, "Jon Brandt, a lorry driver, was among those rescued.\n") {
		t.Errorf("text %q", a.Text)
	}
}
