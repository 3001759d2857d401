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

// Fetched yields what pages of the web hold, one article or one fault at least for each.
func Fetched(ctx context.Context, from Pager, pages []string) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		for _, address := range pages {
			p, err := from.Page(ctx, address)
			if ctx.Err() != nil {
				return
			}
			if err != nil {
				if !yield(articles.Item{Fault: &articles.Fault{Path: address, Reason: err.Error()}}) {
					return
				}
				continue
			}
			origin := intake.Origin{URL: p.URL, Charset: p.Charset, Fetched: p.Fetched}
			for it := range intake.Bytes(ctx, address, p.Body, origin, intake.Options{}) {
				if !yield(it) {
					return
				}
			}
		}
	}
}
