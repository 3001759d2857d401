package jsonl

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"quotidian/articles"
	"quotidian/articles/date"
	outlets "quotidian/articles/outlet"
)

// gqg is one line of GDELT's Global Quotation Graph: no article, but its quotations with the words around each.
type gqg struct {
	Date   string `json:"date"`
	URL    string `json:"url"`
	Title  string `json:"title"`
	Lang   string `json:"lang"`
	Quotes []struct {
		Pre   string `json:"pre"`
		Quote string `json:"quote"`
		Post  string `json:"post"`
	} `json:"quotes"`
}

// Quotation reads a line of the Global Quotation Graph. The text is the quotations, each between the marks that the
// graph leaves out and with the words around it, one paragraph each: not the article, but all that there is of it.
func Quotation(raw []byte) (*articles.Article, error) {
	var g gqg
	if err := json.Unmarshal(raw, &g); err != nil {
		return nil, fmt.Errorf("not a line of the Global Quotation Graph: %w", err)
	}
	var paragraphs []string
	for _, q := range g.Quotes {
		if strings.TrimSpace(q.Quote) != "" {
			paragraphs = append(paragraphs, strings.TrimSpace(q.Pre+" “"+strings.TrimSpace(q.Quote)+"” "+q.Post))
		}
	}
	if len(paragraphs) == 0 {
		return nil, errors.New("no quotation in it")
	}
	a := &articles.Article{Format: "gqg", Encoding: "utf-8", Title: strings.TrimSpace(g.Title), URL: g.URL, Text: strings.Join(paragraphs, "\n\n")}
	if name, _ := outlets.OfURL(g.URL); name != "" {
		a.Outlet.Name, a.Outlet.From = name, articles.FromMetadata
	}
	if len(g.Date) >= 8 {
		if d, ok := date.Parse(g.Date[:8]); ok { // the rest is when GDELT saw it
			d.From = articles.FromExport
			a.Published = d
		}
	}
	return a, nil
}
