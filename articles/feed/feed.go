// Package feed reads RSS, Atom and JSON feeds that were saved or fetched: every entry is one article.
//
// The text is the entry's content, or its summary where the feed gives no more; markup is read as it is for web pages.
// A feed names its entries' dates with hour and zone, so they are as good as a page's own; an hour whose zone is not
// certain is left out as everywhere.
package feed

import (
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"quotidian/articles"
	"quotidian/articles/charset"
	"quotidian/articles/date"
	"quotidian/articles/furniture"
	"quotidian/articles/html"
	"quotidian/articles/outlet"
)

// Entry is one entry of a feed: an Article, or Err and the entry's title or link in Place.
type Entry struct {
	Place   string
	Link    string
	Article *articles.Article
	Err     error
}

var (
	// ErrEmpty is what a feed gives that has no entry.
	ErrEmpty    = errors.New("a feed without entries")
	errHeadline = errors.New("an entry of a feed with a headline and no text; fetch its address to read it")
)

// deepest is how deep the elements of a feed may nest. The library follows them by recursion.
const deepest = 128

// Looks reports whether head begins a feed.
func Looks(head []byte) bool {
	s := strings.ReplaceAll(string(head[:min(len(head), 4096)]), "\x00", "")
	s = strings.TrimLeft(strings.TrimPrefix(s, "\xef\xbb\xbf"), " \t\r\n")
	if strings.HasPrefix(s, "{") {
		return strings.Contains(s, "://jsonfeed.org/version/")
	}
	for strings.HasPrefix(s, "<?") || strings.HasPrefix(s, "<!") {
		end := ">"
		if strings.HasPrefix(s, "<!--") {
			end = "-->"
		}
		_, rest, ok := strings.Cut(s, end)
		if !ok {
			return false
		}
		s = strings.TrimLeft(rest, " \t\r\n")
	}
	for _, root := range []string{"<rss", "<feed", "<rdf:RDF", "<atom:feed"} {
		if strings.HasPrefix(s, root) && len(s) > len(root) && strings.ContainsAny(s[len(root):len(root)+1], " \t\r\n>") {
			return true
		}
	}
	return false
}

// Read reads a feed. The error is [ErrEmpty], one of [charset.Decode], or says what is broken.
func Read(raw []byte) ([]Entry, error) {
	t, err := charset.Decode(raw, declared(raw))
	if err != nil {
		return nil, err
	}
	text := withoutDeclaration(t.String)
	if err := checkDepth(text); err != nil {
		return nil, err
	}
	f, err := gofeed.NewParser().ParseString(text)
	if err != nil {
		return nil, fmt.Errorf("the feed is damaged: %w", err)
	}
	if len(f.Items) == 0 {
		return nil, ErrEmpty
	}
	out := make([]Entry, 0, len(f.Items))
	for _, it := range f.Items {
		if it != nil {
			out = append(out, entry(f, it))
		}
	}
	return out, nil
}

// declared gives the encoding that an XML declaration names.
func declared(raw []byte) string {
	head, _, _ := strings.Cut(string(raw[:min(len(raw), 256)]), "?>")
	_, rest, ok := strings.Cut(head, "encoding=")
	if !ok || len(rest) < 2 {
		return ""
	}
	name, _, _ := strings.Cut(rest[1:], rest[:1])
	return name
}

// withoutDeclaration drops the XML declaration, which names an encoding that the text is no longer in.
func withoutDeclaration(s string) string {
	s = strings.TrimLeft(s, " \t\n")
	if strings.HasPrefix(s, "<?xml") {
		_, rest, ok := strings.Cut(s, "?>")
		if ok {
			return rest
		}
	}
	return s
}

// checkDepth refuses what no feed is: elements inside elements without end.
func checkDepth(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	depth := 0
	for {
		t, err := d.RawToken()
		if err != nil {
			return nil // broken here, or JSON: the library says so in its own words
		}
		switch t.(type) {
		case xml.StartElement:
			if depth++; depth > deepest {
				return fmt.Errorf("the feed's elements nest deeper than %d", deepest)
			}
		case xml.EndElement:
			depth--
		}
	}
}

func entry(f *gofeed.Feed, it *gofeed.Item) Entry {
	e := Entry{Link: strings.TrimSpace(it.Link), Place: oneLine(it.Title)}
	if e.Place == "" {
		e.Place = e.Link
	}
	a, err := html.Body([]byte("<body>"+strings.ToValidUTF8(content(it), "\ufffd")), "utf-8")
	if err != nil {
		e.Err = errHeadline
		if !errors.Is(err, html.ErrNoText) && !errors.Is(err, charset.ErrBinary) {
			e.Err = err
		}
		return e
	}
	a.Format, a.Title, a.URL, a.Encoding = "feed", plain(it.Title), e.Link, "utf-8"
	a.Language = language(f.Language)
	describe(a, f, it)
	a.Text = withoutFoot(a.Text, a.Title)
	e.Article = a
	return e
}

// content gives an entry's text: what it calls so, else the text for Yandex, which Russian sites print beside a summary, else that.
func content(it *gofeed.Item) string {
	all := []string{it.Content}
	for _, e := range it.Extensions["yandex"]["full-text"] {
		all = append(all, e.Value)
	}
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return it.Description
}

// namesEntry is the sentence with which WordPress ends an entry, in the language of the site.
var namesEntry = regexp.MustCompile(`^(?:The post .* appeared first on|Der Beitrag .* erschien zuerst auf|L’article .* est apparu en premier sur|` +
	`La entrada .* se publicó primero en|L’articolo .* proviene da|Сообщение .* появились сначала на) `)

// withoutFoot drops from the end of an entry that sentence, and buttons.
func withoutFoot(text, title string) string {
	paragraphs := strings.Split(text, "\n\n")
	n := len(paragraphs)
	for ; n > 1; n-- {
		if last := strings.TrimSpace(paragraphs[n-1]); !furniture.Line(last) && !isFoot(last, title) {
			break
		}
	}
	return strings.Join(paragraphs[:n], "\n\n")
}

func isFoot(s, title string) bool {
	return title != "" && strings.Contains(s, title) && namesEntry.MatchString(s)
}

// authors are an entry's, or the feed's where the entry names none: in Atom and JSON feeds those hold for all entries. In RSS it
// is the site's editor, and a site that names itself is no author.
func authors(f *gofeed.Feed, it *gofeed.Item) []*gofeed.Person {
	if len(it.Authors) > 0 || f.FeedType != "atom" && f.FeedType != "json" {
		return it.Authors
	}
	return slices.DeleteFunc(slices.Clone(f.Authors), func(p *gofeed.Person) bool { return p == nil || strings.EqualFold(oneLine(p.Name), plain(f.Title)) })
}

func describe(a *articles.Article, f *gofeed.Feed, it *gofeed.Item) {
	var by []string
	for _, p := range authors(f, it) {
		if p != nil && p.Name != "" {
			by = append(by, oneLine(p.Name))
		}
	}
	a.Byline = strings.Join(by, ", ")
	a.Published, a.Misdated = published(it)
	name, known := outlet.OfURL(firstOf(it.Link, f.Link))
	if title := plain(f.Title); !known && title != "" && len(title) <= 60 {
		name, _ = outlet.Named(title)
	}
	if name != "" {
		a.Outlet.Name, a.Outlet.From = name, articles.FromMetadata
	}
}

// published gives when an entry was published, or what stands there in place of a date. The library takes a zone that it does not
// know for UTC, and 3/4/2023 for one of two days: of its reading only the day is kept, where the month is a word.
func published(it *gofeed.Item) (d articles.Date, instead string) {
	d, ok := date.Parse(it.Published)
	if t := it.PublishedParsed; !ok && t != nil && hasMonth.MatchString(it.Published) {
		d, ok = date.Parse(t.Format(time.DateOnly))
	}
	if !ok {
		return articles.Date{}, oneLine(it.Published)
	}
	d.From = articles.FromMetadata
	return d, ""
}

// hasMonth finds a month's name between day and year.
var hasMonth = regexp.MustCompile(`\d[ -]\pL{3,}[ -]\d`)

// firstOf gives the first of two that says something.
func firstOf(a, b string) string {
	if strings.TrimSpace(a) != "" {
		return strings.TrimSpace(a)
	}
	return strings.TrimSpace(b)
}

// plain drops the markup that some feeds put into titles.
func plain(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return oneLine(s)
	}
	a, err := html.Body([]byte("<body>"+strings.ToValidUTF8(s, "\ufffd")), "utf-8")
	if err != nil {
		return oneLine(s)
	}
	return oneLine(a.Text)
}

func language(s string) string {
	tag, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(s)), "-")
	if len(tag) < 2 || len(tag) > 3 {
		return ""
	}
	return tag
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
