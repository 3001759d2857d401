// Package intake reads what a person hands over: files, folders, standard input. It looks at the content of
// each input, never at its name, picks the decoder, and yields one article or one fault for every input found,
// so that an import can balance.
//
// Folders are read with their sub-folders in the order of their names. Left out without a fault are hidden
// entries, the leavings of operating systems, the "_files" folder that a browser saves beside a page, and a
// folder that was read already by another way (a symbolic link upwards).
//
// The order is that of the inputs, and the same inputs give the same items.
package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"iter"

	"quotidian/articles"
	"quotidian/articles/language"
	"quotidian/articles/masthead"
	"quotidian/articles/outlet"
)

// Options say what the person knows better than the files do.
type Options struct {
	// From is "auto" (or empty), "text", "html" or "jsonl".
	From string
	// Outlet names the carrier of every article read.
	Outlet string
	// Published dates every article read, if it is Known.
	Published articles.Date
	// Stdin is what the input "-" reads.
	Stdin io.Reader
}

// Formats lists what Options.From can be.
var Formats = []string{"auto", "text", "html", "jsonl"}

// Read yields the items of the inputs, in order. It ends early when ctx is done.
func Read(ctx context.Context, inputs []string, o Options) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		r := &reader{ctx: ctx, options: o, yield: yield, head: make([]byte, sniffed), folders: map[string]bool{}}
		for _, in := range inputs {
			if !r.input(in) {
				return
			}
		}
	}
}

// reader carries one Read. Its methods report whether to go on.
type reader struct {
	ctx     context.Context
	options Options
	yield   func(articles.Item) bool
	head    []byte          // the beginning of the file at hand
	folders map[string]bool // real paths of the folders read so far
}

func (r *reader) fault(path, format string, args ...any) bool {
	return r.yield(articles.Item{Fault: &articles.Fault{Path: path, Reason: fmt.Sprintf(format, args...)}})
}

// article completes what a decoder has read and yields it. What the person said comes before what the file
// says of itself, and that before its name.
func (r *reader) article(a *articles.Article, path, hash string) bool {
	a.Path, a.Hash = path, hash
	if o := r.options.Outlet; o != "" {
		a.Outlet.Name, a.Outlet.From = o, "given"
	}
	if r.options.Published.Known() {
		a.Published = r.options.Published
		a.Published.From = "given"
	}
	masthead.Fill(a)
	if a.Outlet.Name == "" {
		if a.Outlet.Name = outlet.OfFile(path); a.Outlet.Name != "" {
			a.Outlet.From = "file name"
		}
	}
	if a.Language == "" {
		a.Language = language.Of(a.Text)
	}
	if a.ID == "" {
		a.ID = ID(a.Title, a.Text)
	}
	return r.yield(articles.Item{Article: a})
}

// ID is the id of an article that brought none: the first 16 hex digits of the SHA-256 of title and text.
func ID(title, text string) string {
	h := sha256.New()
	io.WriteString(h, title)
	io.WriteString(h, "\n")
	io.WriteString(h, text)
	return hex.EncodeToString(h.Sum(nil)[:8])
}
