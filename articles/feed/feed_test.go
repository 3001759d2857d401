package feed

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

func TestRead(t *testing.T) {
	rss := `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Селкский курьер</title><item><title>Шлюзы &amp;quot;открыты&amp;quot;</title><link>https://courier.example/1</link><description>&lt;p&gt;Шлюзы открыли в полдень.&lt;/p&gt;</description></item><item><title>Only a headline</title><link>https://www.bbc.co.uk/2</link></item></channel></rss>`
	raw, err := charmap.Windows1251.NewEncoder().Bytes([]byte(rss))
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(raw)
	if err != nil || len(got) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	if a := got[0].Article; a.Text != "Шлюзы открыли в полдень." || a.Title != `Шлюзы "открыты"` || a.Outlet.Name != "Селкский курьер" || a.URL != "https://courier.example/1" {
		t.Errorf("%+v", a)
	}
	if got[1].Err == nil || got[1].Link != "https://www.bbc.co.uk/2" {
		t.Errorf("%+v", got[1])
	}
}

// TestPublished: the hour of an entry is kept only with a zone that is certain, and no day is guessed.
func TestPublished(t *testing.T) {
	for in, want := range map[string]string{
		"Tue, 14 May 2024 12:20:00 GMT":   "2024-05-14T12:20:00Z|",
		"Tue, 14 May 2024 12:20:00 +0400": "2024-05-14T12:20:00+04:00|",
		"Tue, 14 May 2024 12:20:00 GMT+4": "2024-05-14T12:20:00+04:00|",
		"Tue, 14 May 2024 12:20:00 AZT":   "2024-05-14T12:20:00+04:00|",
		"Tue, 14 May 2024 12:20:00 IST":   "2024-05-14|",
		"Tue, 14 May 2024 12:20:00":       "2024-05-14|",
		"Tue, 14 May 24 12:20:00 GMT":     "2024-05-14|",
		"2024-05-14 12:20:00":             "2024-05-14|",
		"14.05.2024 12:20":                "2024-05-14|",
		"03/04/2024 12:20:00 GMT":         "|03/04/2024 12:20:00 GMT",
		"soon":                            "|soon",
	} {
		got, err := Read([]byte(`<rss version="2.0"><channel><title>Selk Courier</title><item><title>Gates</title><pubDate>` + in +
			`</pubDate><description>The gates were open, Sanna Orlo said.</description></item></channel></rss>`))
		if err != nil || len(got) != 1 || got[0].Err != nil {
			t.Fatalf("%s: %+v, %v", in, got, err)
		}
		if a := got[0].Article; a.Published.String()+"|"+a.Misdated != want {
			t.Errorf("%s: %s|%s, want %s", in, a.Published, a.Misdated, want)
		}
	}
}

// TestEntries: an entry is read without what WordPress adds to it, in full where it is printed for Yandex, and by the feed's author.
func TestEntries(t *testing.T) {
	const story = "&lt;p&gt;The gates were open, Sanna Orlo said.&lt;/p&gt;"
	rss := func(inside string) string {
		return `<rss version="2.0" xmlns:yandex="http://news.yandex.ru"><channel><title>Selk Courier</title><managingEditor>desk@selk.example (Desk)</managingEditor><item><title>Gates open</title>` + inside + `</item></channel></rss>`
	}
	atom := func(author, inside string) string {
		return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Selk Watch</title><author><name>` + author + `</name></author><entry><title>Gates open</title>` + inside + `<content type="html">` + story + `</content></entry></feed>`
	}
	for _, c := range []struct{ name, in, by, text string }{
		{"WordPress", rss("<description>" + story + "&lt;h3&gt;Share this:&lt;/h3&gt;&lt;p&gt;The post &lt;a href='/1'&gt;Gates open&lt;/a&gt; appeared first on Selk Courier.&lt;/p&gt;</description>"), "", "The gates were open, Sanna Orlo said."},
		{"a post", rss("<description>" + story + "&lt;p&gt;The post of the guard appeared first on a map of 1903.&lt;/p&gt;</description>"), "", "The gates were open, Sanna Orlo said.\n\nThe post of the guard appeared first on a map of 1903."},
		{"Yandex", rss("<description>Open.</description><yandex:full-text>" + story + "</yandex:full-text>"), "", "The gates were open, Sanna Orlo said."},
		{"the feed's author", atom("Ida Lund", ""), "Ida Lund", "The gates were open, Sanna Orlo said."},
		{"its own", atom("Ida Lund", "<author><name>Ivo Varga</name></author>"), "Ivo Varga", "The gates were open, Sanna Orlo said."},
		{"the site", atom("Selk Watch", ""), "", "The gates were open, Sanna Orlo said."},
	} {
		got, err := Read([]byte(c.in))
		if err != nil || len(got) != 1 || got[0].Err != nil {
			t.Fatalf("%s: %+v, %v", c.name, got, err)
		}
		if a := got[0].Article; a.Text != c.text || a.Byline != c.by {
			t.Errorf("%s: %q by %q", c.name, a.Text, a.Byline)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	if _, err := Read([]byte(`<rss version="2.0"><channel><title>x</title></channel></rss>`)); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
	for _, in := range []string{"<rss><channel>" + strings.Repeat("<a>", 1000), `<?xml version="1.0" encoding="windows-1251"?><rss>` + strings.Repeat("<a>\xe0", 1000), "<rss", `{"version":"https://jsonfeed.org/version/1","items":[`} {
		if got, err := Read([]byte(in)); err == nil {
			t.Errorf("%.30q: %+v", in, got)
		}
	}
}

func TestLooks(t *testing.T) {
	for in, want := range map[string]bool{
		"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x --><rss version='2.0'>": true, "<feed xmlns='a'>": true, "<rdf:RDF xmlns='a'>": true,
		`{"version": "https://jsonfeed.org/version/1.1"}`: true, "<feedback>": false, "<html>": false, "": false, "<?xml": false,
	} {
		if got := Looks([]byte(in)); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"feed.rss", "feed.atom", "feed.json"} {
		raw, err := os.ReadFile("../intake/testdata/formats/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		entries, err := Read(raw)
		if (len(entries) == 0) == (err == nil) {
			t.Fatal("neither entries nor a reason, or both")
		}
		for _, e := range entries {
			if (e.Article == nil) == (e.Err == nil) || e.Article != nil && !utf8.ValidString(e.Article.Text+e.Article.Title) {
				t.Fatalf("%+v", e)
			}
		}
	})
}
