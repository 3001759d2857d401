// Package html reads a saved web page as one article.
//
// The text is go-trafilatura's, the best extractor measured in Go (F1 .959 on the article-extraction benchmark).
// Two things it cannot do are taken from elsewhere: pages with thousands of paragraphs, on which its time grows
// with the square of their number, and pages on which it finds only a corner of the story, go to readeck's
// readability. A page that is nested deeper than the parser allows, or too large, is read by its tokens.
//
// A brief, which has less text than the page around it, is found by its headline, and a story that the page does not show to
// everybody is taken from its JSON-LD.
//
// Metadata is read here, not by those libraries: JSON-LD keeps the hour and the time zone, which decide who had
// a story first, and names the publisher apart from the site that carries the page.
//
// The text is the story's own: headline, byline and date stand in the fields of the article, and links to other stories
// between the paragraphs are left out, as are notes of advertising (together F1 .976). Blocks are parted
// by an empty line; inside a block the words and marks are as printed, and any run of blanks, line ends and
// no-break spaces is one blank.
package html

import (
	"bytes"
	"errors"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quotidian/articles"
	"quotidian/articles/charset"
)

// ErrNoText is what a page gives that holds no running text.
var ErrNoText = errors.New("a web page with no article text in it")

// Limits beyond which a page is read by a simpler and faster way.
const (
	// mostParagraphs: trafilatura took 10.2 s for 20,000 paragraphs and 0.25 s for 3,000; readability 0.2 s for 20,000.
	mostParagraphs = 3000
	mostElements   = 60_000
	// mostParsed: a parsed page takes eight times its size in memory, and one word of 20 MB took 7 s. Real pages stay
	// under 5 MB.
	mostParsed      = 8 << 20 // bytes
	mostForReadable = 300_000 // elements
	// fewestBytes of running text make an article.
	fewestBytes = 40
)

// Read decodes raw. The error is [ErrNoText] or one of [charset.Decode].
func Read(raw []byte) (*articles.Article, error) { return ReadAs(raw, "") }

// ReadAs is [Read] for a page of which a server has said the encoding; that comes before what the page itself says.
func ReadAs(raw []byte, encoding string) (*articles.Article, error) {
	t, err := decode(raw, encoding)
	if err != nil {
		return nil, err
	}
	page := withoutData(t.String)
	f := scan(page)
	text := unescaped(f.linked.instead(extract(page, f)))
	if len(strings.TrimSpace(text)) < fewestBytes || f.isTitle(text) {
		return nil, ErrNoText
	}
	a := &articles.Article{Format: "html", Text: text, Encoding: t.Encoding, Repaired: t.Repaired}
	f.describe(a)
	a.Title, a.Byline = unescaped(a.Title), unescaped(a.Byline)
	withoutHead(a, f.printed.headline, f.onlyH1())
	return a, nil
}

// decode gives the text of a page in the encoding that its container declares, else in what it declares itself.
func decode(raw []byte, encoding string) (charset.Text, error) {
	if encoding == "" {
		encoding = declared(raw)
	}
	return charset.Decode(raw, encoding)
}

// byteOrderMarks are those of UTF-8 and of UTF-16 in both byte orders.
var byteOrderMarks = [...]string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"}

// Looks reports whether head, the beginning of a file in any encoding that keeps ASCII, is a web page: a tag
// that only pages begin with, after at most an XML declaration, comments and blanks.
func Looks(head []byte) bool {
	s := strings.ReplaceAll(string(head[:min(len(head), 4096)]), "\x00", "")
	for _, mark := range byteOrderMarks {
		s = strings.TrimPrefix(s, mark)
	}
	s = strings.TrimLeft(s, " \t\r\n")
	for strings.HasPrefix(s, "<?xml") || strings.HasPrefix(s, "<!--") {
		_, rest, ok := strings.Cut(s, ">")
		if strings.HasPrefix(s, "<!--") {
			_, rest, ok = strings.Cut(s, "-->")
		}
		if !ok {
			return strings.Contains(strings.ToLower(s), "<html")
		}
		s = strings.TrimLeft(rest, " \t\r\n")
	}
	low := strings.ToLower(s[:min(len(s), 32)])
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<div", "<p>", "<p ", "<h1", "<script", "<link", "<section", "<main", "<table"} {
		if strings.HasPrefix(low, tag) {
			return true
		}
	}
	return false
}

// declared finds the charset that a page names in its first kilobytes, where the standard says it must stand.
func declared(raw []byte) string {
	head := bytes.ToLower(raw[:min(len(raw), 4096)])
	i := bytes.Index(head, []byte("charset"))
	if i < 0 {
		return ""
	}
	rest := bytes.TrimLeft(head[i+len("charset"):], " =\"'\t\r\n")
	end := bytes.IndexAny(rest, "\"'/>; \t\r\n")
	if end < 0 {
		return ""
	}
	return string(rest[:end])
}

// extract gives the running text of a page.
func extract(page string, f *facts) string {
	if len(page) > mostParsed || f.elements > mostForReadable || f.tangle.tooMuch() {
		return visible(page)
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return visible(page)
	}
	clean(doc)
	address, _ := url.Parse(f.address())
	whole, away := render(doc), leads(doc) // before the extractors take the tree apart
	if f.paragraphs > mostParagraphs || f.elements > mostElements {
		return longest(laidOut(byReadability(doc, address), whole), func() string { return visible(page) })
	}
	paragraphs(doc)
	text := best(doc, address, f)
	if len(whole) < len(text) {
		whole += "\n\n" + f.linked.body // the page shows its story only where scripts run
	}
	return longest(without(laidOut(text, whole), away), func() string { return visible(page) })
}

// best gives the text of the extractor that has the story.
func best(doc *html.Node, address *url.URL, f *facts) string {
	text := byTrafilatura(doc, address)
	if doubtful(text, f.headlines()) {
		if short := brief(doc, f); isBrief(short, text) {
			return short
		}
	}
	joined := runTogether(text, f)
	if !joined && float64(len(text)) >= suspicious*float64(f.paragraphBytes) && len(text) >= shortText {
		return text
	}
	other := byReadability(doc, address)
	if float64(len(text)) < rescue*float64(len(other)) || joined && float64(len(other)) > rescue*float64(len(text)) && strings.Contains(other, "\n") {
		return other
	}
	return text
}

// When trafilatura has less than half of readability's text it has missed the story: this rule has the best F1
// of all combinations measured (.960). Readability costs 10 ms a page, so it is asked only when the page's
// paragraphs hold much more text than was found.
const (
	suspicious = 0.6
	rescue     = 0.5
	shortText  = 250 // bytes
)

// runTogether reports whether a text of one line was made of several paragraphs, as trafilatura makes it of pages that are too
// short for it: "By Ana Kovel2031-05-04 The ferry" is no sentence, and Ana Kovel not its speaker.
func runTogether(text string, f *facts) bool {
	return f.paragraphs > 1 && text != "" && !strings.Contains(text, "\n")
}

// longest takes text unless it is empty; then whatever is visible is better than nothing.
func longest(text string, otherwise func() string) string {
	if len(text) >= fewestBytes {
		return text
	}
	return otherwise()
}

func byTrafilatura(doc *html.Node, address *url.URL) string {
	defer setAside(doc, atom.Title)() // as its last resort it takes the title for text
	res, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		OriginalURL: address, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled,
	})
	if err != nil || res.ContentNode == nil {
		return ""
	}
	return render(res.ContentNode)
}

// setAside takes the first element of a kind out of a page, until it is put back.
func setAside(doc *html.Node, kind atom.Atom) (putBack func()) {
	for n := range doc.Descendants() {
		if n.DataAtom == kind && n.Parent != nil {
			parent, next := n.Parent, n.NextSibling
			parent.RemoveChild(n)
			return func() { parent.InsertBefore(n, next) }
		}
	}
	return func() {}
}

func byReadability(doc *html.Node, address *url.URL) string {
	if address == nil || address.Host == "" {
		address = &url.URL{Scheme: "https", Host: "page.invalid"} // it resolves links against something
	}
	a, err := readability.FromDocument(doc, address)
	if err != nil || a.Node == nil {
		return ""
	}
	return render(a.Node)
}
