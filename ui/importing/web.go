package importing

import (
	"context"
	"iter"
	"strings"

	"quotidian/articles"
	"quotidian/articles/fetch"
	"quotidian/articles/intake"
)

// Addresses gives the addresses of a text that is a list of them, one a line, each once; none when the text holds
// anything else.
func Addresses(text string) []string {
	var out []string
	seen := map[string]bool{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case !fetch.IsWeb(line) || strings.ContainsAny(line, " \t<>"):
			return nil
		case !seen[line]:
			seen[line] = true
			out = append(out, line)
		}
	}
	return out
}

// Pager gets a page of the web; *fetch.Fetcher is one.
type Pager interface {
	Page(ctx context.Context, address string) (*fetch.Page, error)
}

// Both gives the items of one after those of the other. How far it is nobody knows: bytes of files are no measure of pages.
func Both(first, second iter.Seq[articles.Item]) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		for _, items := range []iter.Seq[articles.Item]{first, second} {
			for it := range items {
				it.Done = 0
				if !yield(it) {
					return
				}
			}
		}
	}
}

// Fetched yields what pages of the web hold, one article or one fault at least for each; the share that is done is that of
// the pages.
func Fetched(ctx context.Context, from Pager, pages []string) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		for i, address := range pages {
			done := float64(i+1) / float64(len(pages))
			p, err := from.Page(ctx, address)
			if ctx.Err() != nil {
				return
			}
			if err != nil {
				if !yield(articles.Item{Fault: &articles.Fault{Path: address, Reason: err.Error()}, Done: done}) {
					return
				}
				continue
			}
			origin := intake.Origin{URL: p.URL, Charset: p.Charset, Fetched: p.Fetched}
			for it := range intake.Bytes(ctx, address, p.Body, origin, intake.Options{}) {
				it.Done = done
				if !yield(it) {
					return
				}
			}
		}
	}
}
