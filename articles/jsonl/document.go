package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"quotidian/articles"
)

// Document reads JSON that is no JSON Lines: objects one after the other, a list of them, or what the interfaces of press databases and
// content systems answer, which keep such a list somewhere inside. Each is an article as in a line but for its id, which may be
// missing. Other names for the fields are understood ("maintext", "content", "webTitle"), and fields that hold their value one
// level deeper ({"rendered": "…"}). The error says that it is none of these.
func Document(r io.Reader) ([]Record, error) {
	raw, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	raw = bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")))
	switch {
	case len(raw) == 0:
		return nil, fmt.Errorf("the JSON is broken: %w", io.ErrUnexpectedEOF)
	case raw[0] == '[':
		return list(raw)
	case raw[0] == '{':
		return answers(raw), nil
	}
	return nil, errNoList
}

var errNoList = errors.New("JSON, but not a list of articles")

// list reads the objects of a list.
func list(raw []byte) ([]Record, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	_, _ = d.Token() // the bracket, which stands there
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

// answers reads objects one after the other, each an article or with a list of them inside. Behind one that is broken it goes on
// at the next line that begins with another.
func answers(raw []byte) (out []Record) {
	for len(raw) > 0 {
		d := json.NewDecoder(bytes.NewReader(raw))
		var one json.RawMessage
		if err := d.Decode(&one); err != nil {
			out = append(out, Record{Line: len(out) + 1, Err: fmt.Errorf("the JSON is broken: %w", err)})
			next := bytes.Index(raw[1:], []byte("\n{"))
			if next < 0 {
				return out
			}
			raw = raw[1+next+1:]
			continue
		}
		for _, rec := range answer(one) {
			rec.Line = len(out) + 1
			out = append(out, rec)
		}
		raw = bytes.TrimSpace(raw[d.InputOffset():])
	}
	return out
}

// answer reads one object.
func answer(raw json.RawMessage) []Record {
	a, err := Object(raw)
	if err == nil {
		return []Record{{Article: a}}
	}
	inside := listIn(raw, deepestList)
	if inside == nil {
		if a := only(raw, deepestList); a != nil {
			return []Record{{Article: a}}
		}
		return []Record{{Err: err}}
	}
	out, err := list(inside)
	if err != nil {
		return []Record{{Err: err}}
	}
	return out
}

// deepestList is how many objects deep a list of articles lies at most: {"response": {"docs": […]}}.
const deepestList = 3

// listNames are the fields that hold the list, or the object with the list, in what NewsAPI, GNews, the Guardian, the New York
// Times, Media Cloud, Elasticsearch and the like answer.
var listNames = []string{"articles", "results", "docs", "stories", "hits", "items", "entries", "posts", "news", "documents", "response", "data"}

// listIn finds the list of objects in an object, nil for none.
func listIn(raw json.RawMessage, deep int) json.RawMessage {
	var fields map[string]json.RawMessage
	if deep == 0 || json.Unmarshal(raw, &fields) != nil {
		return nil
	}
	for _, name := range listNames {
		switch v := bytes.TrimSpace(fields[name]); {
		case len(v) > 1 && v[0] == '[' && bytes.HasPrefix(bytes.TrimSpace(v[1:]), []byte("{")):
			return v
		case len(v) > 0 && v[0] == '{':
			if inside := listIn(v, deep-1); inside != nil {
				return inside
			}
		}
	}
	return nil
}

// only gives the one article that lies in an object, nil for none: {"data": {"attributes": {…}}}.
func only(raw json.RawMessage, deep int) *articles.Article {
	var fields map[string]json.RawMessage
	if deep == 0 || json.Unmarshal(raw, &fields) != nil {
		return nil
	}
	for _, name := range append([]string{"article", "item", "content", "result"}, listNames...) {
		v := bytes.TrimSpace(fields[name])
		if len(v) == 0 || v[0] != '{' {
			continue
		}
		if a, err := Object(v); err == nil {
			return a
		}
		if a := only(v, deep-1); a != nil {
			return a
		}
	}
	return nil
}

// LooksDocument reports whether the fields of an object are those of an article under other names than a line's, or hold one or a
// list of them: what [Document] reads.
func LooksDocument(fields map[string]json.RawMessage) bool {
	for _, name := range slices.Concat(TextNames, holders) {
		if _, there := fields[name]; there {
			return true
		}
	}
	whole, err := json.Marshal(fields)
	return err == nil && (listIn(whole, deepestList) != nil || only(whole, deepestList) != nil)
}

// TextNames are the fields under which other tools keep an article's text, those that are surest to be it first.
var TextNames = []string{"maintext", "bodyText", "content", "articleBody", "body", "raw_text", "full_text", "article_text"}

// otherNames are what other tools call the fields of an article.
var otherNames = map[string][]string{
	"text":      TextNames,
	"title":     {"headline", "webTitle"},
	"published": {"date_publish", "publish_date", "datePublished", "pubDate", "publishedAt", "published_at", "webPublicationDate", "pub_date", "published_date"},
	"outlet":    {"sitename", "source_domain", "source", "hostname", "media_name"},
	"byline":    {"author"},
	"url":       {"source_url", "link", "webUrl", "web_url"},
}

// holders are the objects inside an article's in which some tools keep its fields: the Guardian, Elasticsearch, JSON:API.
var holders = []string{"fields", "_source", "attributes"}

// deeper are the fields in which the value of a field is, where that is an object: WordPress, the New York Times.
var deeper = []string{"rendered", "main", "value", "_text"}

// Object reads one article that need not have an id.
func Object(raw []byte) (*articles.Article, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil, fmt.Errorf("not an article in JSON: %w", err)
	}
	flatten(fields)
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

// flatten brings values up that lie one level deeper.
func flatten(fields map[string]json.RawMessage) {
	for _, name := range holders {
		var inside map[string]json.RawMessage
		if json.Unmarshal(fields[name], &inside) != nil {
			continue
		}
		for k, v := range inside {
			if _, there := fields[k]; !there {
				fields[k] = v
			}
		}
	}
	for name, v := range fields {
		if len(v) == 0 || v[0] != '{' || name == "outlet" {
			continue
		}
		var inside map[string]json.RawMessage
		if json.Unmarshal(v, &inside) != nil {
			continue
		}
		for _, k := range append(deeper, "name") {
			if x := inside[k]; len(x) > 0 && x[0] == '"' {
				fields[name] = x
				break
			}
		}
	}
}

// rename gives the fields the names of [Line], and drops those that hold something else than a line's do: another
// tool's list of authors, its null.
func rename(fields map[string]json.RawMessage) {
	isString := func(name string) bool { v := fields[name]; return len(v) > 0 && v[0] == '"' }
	for to, names := range otherNames {
		for _, n := range names {
			if isNothing(fields[to]) && isString(n) && !isNothing(fields[n]) {
				fields[to] = fields[n]
			}
		}
	}
	if isNothing(fields["id"]) {
		delete(fields, "id")
	}
	for _, key := range []string{"byline", "title", "url", "language", "origin", "published", "date", "outlet"} {
		isObject := key == "outlet" && len(fields[key]) > 0 && fields[key][0] == '{'
		if !isString(key) && !isObject {
			delete(fields, key)
		}
	}
}

// isNothing reports a value that is not there, null or an empty string.
func isNothing(v json.RawMessage) bool {
	return len(v) == 0 || string(v) == "null" || string(v) == `""`
}
