package html

import (
	"strings"

	"quotidian/articles"
	"quotidian/articles/outlet"
)

// Body reads HTML that is an article and nothing else: a chapter of an EPUB, the body of a message, an entry of a
// feed. Everything a reader sees is its text. encoding is what its container declares, if anything; that comes before what it
// declares itself. The error is [ErrNoText] or one of [charset.Decode].
func Body(raw []byte, encoding string) (*articles.Article, error) {
	t, err := decode(raw, encoding)
	if err != nil {
		return nil, err
	}
	text := tokens(t.String, nil)
	if strings.TrimSpace(text) == "" {
		return nil, ErrNoText
	}
	f := scan(t.String)
	return &articles.Article{
		Format: "html", Text: text, Encoding: t.Encoding, Repaired: t.Repaired,
		Title: oneLine(first(f.onlyH1(), f.title)), Language: tag(f.language),
	}, nil
}

// Carrier names the outlet of a by the address that it was fetched from or saved from.
func Carrier(a *articles.Article, address string) {
	switch name, known := outlet.OfURL(address); {
	case known:
		a.Outlet.Name, a.Outlet.From = name, articles.FromMetadata
	case name != "":
		a.Outlet.Name, a.Outlet.From = name, fromAddress
	}
}

const fromAddress = "address" // an outlet that is not listed is shown by its domain
