// Package intake reads what a person hands over: files, folders, standard input. It looks at the content of
// each input, never at its name, picks the decoder, and yields one article or one fault for every input found,
// so that an import can balance. Archives, mailboxes, feeds, tables and the bulk files of press databases give
// every article in them, each with its place in the file after a "#".
//
// Folders are read with their sub-folders in the order of their names. Left out without a fault are hidden
// entries, the leavings of operating systems, dossiers with what stands beside them, the "_files" folder that a
// browser saves beside a page, and a folder that was read already by another way (a symbolic link upwards).
//
// The order is that of the inputs, and the same inputs give the same items.
package intake

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
	"unicode"

	"quotidian/articles"
	"quotidian/articles/archive"
	"quotidian/articles/charset"
	"quotidian/articles/date"
	"quotidian/articles/html"
	"quotidian/articles/language"
	"quotidian/articles/masthead"
	"quotidian/articles/outlet"
	"quotidian/articles/text"
)

// Options say what the person knows better than the files do.
type Options struct {
	// From is one of Formats; empty is "auto".
	From string
	// Outlet names the carrier of every article read.
	Outlet string
	// Published dates every article read, if it is Known.
	Published articles.Date
	// Stdin is what the input "-" reads.
	Stdin io.Reader
}

// Formats lists what Options.From can be. "auto" looks at the content; the others only say how to take inputs whose
// content could be misread.
var Formats = []string{"auto", "text", "html", "jsonl"}

// Read yields the items of the inputs, in order. It ends early when ctx is done.
func Read(ctx context.Context, inputs []string, o Options) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		newReader(ctx, o, yield).inputs(inputs)
	}
}

// Origin is what is known of bytes that come from somewhere else than a file.
type Origin struct {
	URL     string
	Charset string // the encoding, where a server named it
	Fetched time.Time
	// Listed is what a list of articles says of this one; it fills what the page leaves open.
	Listed articles.Article
}

// Bytes yields the items in raw, such as a page that was fetched; path names them.
func Bytes(ctx context.Context, path string, raw []byte, from Origin, o Options) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		r := newReader(ctx, o, yield)
		sum := sha256.Sum256(raw)
		in := bytes.NewReader(raw)
		r.read(source{
			path: path, hash: hex.EncodeToString(sum[:]), in: bufio.NewReaderSize(in, sniffed), at: in, size: in.Size(),
			budget: archive.NewBudget(in.Size()), known: from,
		})
	}
}

// reader carries one Read. Its methods report whether to go on.
type reader struct {
	ctx     context.Context
	options Options
	yield   func(articles.Item) bool
	head    []byte                 // the beginning of the file at hand
	folders map[string]bool        // real paths of the folders read so far
	each    func(path string) bool // what is done with a file: it is read, or measured
	way     way
}

func newReader(ctx context.Context, o Options, yield func(articles.Item) bool) *reader {
	r := &reader{ctx: ctx, options: o, yield: yield, head: make([]byte, sniffed), folders: map[string]bool{}, way: newWay()}
	r.each = r.file
	return r
}

func (r *reader) inputs(inputs []string) bool {
	for _, in := range inputs {
		if !r.input(in) {
			return false
		}
	}
	return true
}

func (r *reader) fault(path, format string, args ...any) bool {
	return r.yield(articles.Item{Fault: &articles.Fault{Path: path, Reason: fmt.Sprintf(format, args...)}})
}

// article completes what a decoder has read and yields it.
func (r *reader) article(a *articles.Article, path string, s source) bool {
	a.Path, a.Hash = path, s.hash
	s.known.add(a)
	return r.yield(Complete(a, r.options))
}

// Complete fills what a decoder has left open. What the person said comes before what the file says of itself, and
// that before its name. Without a Hash the article's is that of its text.
func Complete(a *articles.Article, o Options) articles.Item {
	if a.Format != "jsonl" { // there others count characters in the text as it is
		a.Text = text.Unwrap(mended(a.Text, a.Format))
	}
	if a.Hash == "" {
		sum := sha256.Sum256([]byte(a.Text))
		a.Hash = hex.EncodeToString(sum[:])
	}
	if o.Outlet != "" {
		a.Outlet.Name, a.Outlet.From = o.Outlet, articles.FromPerson
	}
	if o.Published.Known() {
		a.Published = o.Published
		a.Published.From = articles.FromPerson
	}
	masthead.Fill(a)
	if a.Outlet.Name == "" {
		if a.Outlet.Name = outlet.OfFile(fileName(a.Path, a.Format)); a.Outlet.Name != "" {
			a.Outlet.From = "file name"
		}
	}
	a.Language = languageOf(a)
	for _, field := range []*string{&a.Title, &a.Byline, &a.Dateline, &a.Outlet.Name, &a.Outlet.Origin} {
		*field = printable(mended(*field, a.Format))
	}
	a.URL = printable(a.URL)
	if a.ID == "" {
		a.ID = ID(a.Title, a.Text)
	}
	return articles.Item{Article: a}
}

// mended puts right what programs did to a text on its way: UTF-8 that was taken for something else, characters left escaped,
// markup that a table or a content system keeps, and soft hyphens, which are not seen, but a search for the word would miss it.
// A page was unescaped when it was read; what looks escaped in it is meant so.
func mended(s, format string) string {
	s = charset.Once(s)
	if format != "html" && format != "mhtml" {
		s = text.Unescape(s)
	}
	if (format == "json" || format == "table") && markedUp(s) {
		s = rendered(s)
	}
	return strings.ReplaceAll(s, "\u00ad", "")
}

// fewestTags is how many tags that part lines a text holds that is markup; one may be what it speaks of.
const fewestTags = 2

// markedUp reports whether a text is a page's markup.
func markedUp(s string) bool {
	if !strings.Contains(s, "<") {
		return false
	}
	n := 0
	for _, tag := range []string{"</p>", "</P>", "<br>", "<br/>", "<br />", "<BR>", "</div>", "</h2>", "</blockquote>"} {
		n += strings.Count(s, tag)
	}
	return n >= fewestTags || n > 0 && strings.HasPrefix(strings.TrimSpace(s), "<")
}

// rendered gives markup as a reader sees it. Content systems keep an empty line for a paragraph's tag.
func rendered(s string) string {
	page, err := html.Body([]byte(strings.ReplaceAll(s, "\n\n", "\n<p>\n")), "utf-8")
	if err != nil {
		return s
	}
	return page.Text
}

// printable drops what no list and no workbook can show from a field, whatever a file or page says.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// surelyLong is how many bytes of a page tell its language beyond doubt.
const surelyLong = 1000

// languageOf is what the article states, unless its text is plainly English and it does not say so, or it is a long page
// that says English and is not: pages state the language of their template.
func languageOf(a *articles.Article) string {
	own := language.Of(a.Text)
	page := a.Format == "html" || a.Format == "mhtml"
	switch {
	case a.Language == "", own == "en":
		return own
	case page && a.Language == "en" && own != "" && len(a.Text) > surelyLong:
		return own
	}
	return a.Language
}

// fileName gives the name that says most about an article: that of the member of an archive, else the file's. The parts of a
// book have names that say nothing.
func fileName(path, format string) string {
	i := strings.LastIndexByte(path, '#')
	if i >= 0 && format == "epub" {
		path = path[:i]
		i = strings.LastIndexByte(path, '#')
	}
	if i >= 0 && strings.Contains(path[i:], ".") {
		return path[i+1:]
	}
	file, _, _ := strings.Cut(path, "#")
	for _, packed := range []string{".gz", ".bz2", ".zst"} {
		file = strings.TrimSuffix(file, packed)
	}
	return file
}

// add puts what a container knows into the fields that the article itself left empty.
func (k Origin) add(a *articles.Article) {
	if a.URL == "" {
		a.URL = k.URL
	}
	if a.Title == "" {
		a.Title = k.Listed.Title
	}
	if a.Outlet.Name == "" || a.Outlet.From == "address" {
		if a.Outlet.Name, a.Outlet.From = k.Listed.Outlet.Name, k.Listed.Outlet.From; a.Outlet.Name == "" {
			html.Carrier(a, a.URL)
		}
	}
	if !a.Published.Known() {
		a.Published = k.Listed.Published
	}
	if a.Published.Known() {
		return
	}
	if d, ok := date.Moment(k.Fetched); ok {
		d.From = articles.FromFetch
		a.Published = d
	}
}

// ID is the id of an article that brought none: the first 16 hex digits of the SHA-256 of title and text.
func ID(title, text string) string {
	h := sha256.New()
	io.WriteString(h, title)
	io.WriteString(h, "\n")
	io.WriteString(h, text)
	return hex.EncodeToString(h.Sum(nil)[:8])
}
