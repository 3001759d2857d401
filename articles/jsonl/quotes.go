package jsonl

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
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

// Document reads JSON that is no JSON Lines: one object, or a list of them, each an article as in a line but for its
// id, which may be missing. Other names for the text ("maintext", "content", "articleBody") are understood.
func Document(r io.Reader) ([]Record, error) {
	d := json.NewDecoder(r)
	first, err := d.Token()
	if err != nil {
		return nil, fmt.Errorf("the JSON is broken: %w", err)
	}
	if first != json.Delim('[') {
		return nil, errors.New("JSON, but not a list of articles")
	}
	var out []Record
	for n := 1; d.More(); n++ {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return append(out, Record{Line: n, Err: fmt.Errorf("the JSON is broken: %w", err)}), nil
		}
		a, err := Object(raw)
		out = append(out, Record{Line: n, Article: a, Err: err})
	}
	if len(out) == 0 {
		return nil, errors.New("JSON, but an empty list")
	}
	return out, nil
}

// otherNames are what other tools call the fields of an article.
var otherNames = map[string][]string{
	"text":      {"maintext", "content", "articleBody", "body", "raw_text"},
	"title":     {"headline"},
	"published": {"date_publish", "publish_date", "datePublished", "pubDate"},
	"outlet":    {"sitename", "source_domain", "source", "hostname"},
	"byline":    {"author"},
	"url":       {"source_url", "link"},
}

// Object reads one article that need not have an id.
func Object(raw []byte) (*articles.Article, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil, fmt.Errorf("not an article in JSON: %w", err)
	}
	rename(fields)
	again, err := json.Marshal(fields)
	if err != nil {
		return nil, fmt.Errorf("not an article in JSON: %w", err)
	}
	a, err := Line(again)
	if err != nil {
		return nil, err
	}
	a.Format = "json"
	return a, nil
}

// rename gives the fields the names of [Line], and drops those that hold something else than a line's do: another
// tool's list of authors, its null.
func rename(fields map[string]json.RawMessage) {
	isString := func(name string) bool { v := fields[name]; return len(v) > 0 && v[0] == '"' }
	for to, names := range otherNames {
		for _, n := range names {
			if _, there := fields[to]; !there && isString(n) {
				fields[to] = fields[n]
			}
		}
	}
	if id := string(fields["id"]); id == "null" || id == `""` {
		delete(fields, "id")
	}
	for _, key := range []string{"byline", "title", "url", "language", "origin", "published", "date", "outlet"} {
		isObject := key == "outlet" && len(fields[key]) > 0 && fields[key][0] == '{'
		if !isString(key) && !isObject {
			delete(fields, key)
		}
	}
}
