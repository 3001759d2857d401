package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"quotidian/articles"
)

// Document reads JSON that is no JSON Lines: objects one after the other, a list of them, or what the interfaces of press databases and
// content systems answer, which keep such a list somewhere inside. Each is an article as in a line but for its id, which may be
// missing. Other names for the fields are understood ("maintext", "content", "webTitle"), fields that hold their value one
// level deeper ({"rendered": "…"}), and a text that is a list of paragraphs. The error says that it is none of these.
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
	patience := mostInVain * len(raw)
	for len(raw) > 0 {
		d := json.NewDecoder(bytes.NewReader(raw))
		var one json.RawMessage
		if err := d.Decode(&one); err != nil {
			out = append(out, Record{Line: len(out) + 1, Err: fmt.Errorf("the JSON is broken: %w", err)})
			next := bytes.Index(raw[1:], []byte("\n{"))
			if next < 0 {
				return out
			}
			if patience -= inVain(err, raw); patience < 0 {
				return append(out, Record{Line: len(out) + 1, Err: errTangled})
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

// mostInVain is how many times its length a file is read for objects that turn out to be broken: of objects that nobody closed
// each would be read to the end of the file.
const mostInVain = 8

var errTangled = errors.New("the JSON is broken in so many places that it is not read further")

// inVain gives how many bytes were read of an object until it turned out to be broken.
func inVain(err error, raw []byte) int {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return int(syntax.Offset)
	}
	return len(raw)
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
		if all := byID(raw); all != nil {
			return all
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

// byID gives the articles of an object that holds nothing but objects, each under an id: {"a1": {…}, "a2": {…}}; nil if the first
// of them is none.
func byID(raw json.RawMessage) (out []Record) {
	d := json.NewDecoder(bytes.NewReader(raw))
	_, _ = d.Token() // the brace, which stands there
	for n := 1; d.More(); n++ {
		var one json.RawMessage
		if _, err := d.Token(); err != nil {
			return nil
		}
		if err := d.Decode(&one); err != nil || one[0] != '{' {
			return nil
		}
		a, err := Object(one)
		if err != nil && n == 1 {
			return nil
		}
		out = append(out, Record{Line: n, Article: a, Err: err})
	}
	return out
}

// LooksDocument reports whether an object is an article under other names than a line's, or holds one or several: what [Document]
// reads.
func LooksDocument(raw []byte) bool {
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return false
	}
	for name := range fields {
		if name = strings.ToLower(name); slices.Contains(holders, name) || slices.Contains(textNames, name) {
			return true
		}
	}
	return listIn(raw, deepestList) != nil || only(raw, deepestList) != nil || byID(raw) != nil
}

// NamesText reports whether a field of the text is named in the beginning of some JSON.
func NamesText(head []byte) bool {
	head = bytes.ToLower(head)
	return slices.ContainsFunc(textNames, func(name string) bool { return bytes.Contains(head, []byte(`"`+name+`"`)) })
}

// textNames are the fields under which tools keep an article's text, those that are surest to be it first, in small letters.
var textNames = []string{"text", "maintext", "bodytext", "content", "articlebody", "body", "raw_text", "full_text", "article_text", "story"}

// holders are the objects inside an article's in which some tools keep its fields: the Guardian, Elasticsearch, JSON:API.
var holders = []string{"fields", "_source", "attributes"}

// Object reads one article that need not have an id.
func Object(raw []byte) (*articles.Article, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil, fmt.Errorf("not an article in JSON: %w", err)
	}
	fields = flat(fields)
	findText(fields)
	if id := fields["id"]; isNothing(id) || id[0] == '{' || id[0] == '[' {
		delete(fields, "id") // MongoDB keeps an object there
	}
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

// flat gives the fields by their names in small letters, with those that lie one level deeper.
func flat(fields map[string]json.RawMessage) map[string]json.RawMessage {
	out := make(map[string]json.RawMessage, len(fields))
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if low := strings.ToLower(name); isNothing(out[low]) {
			out[low] = fields[name]
		}
	}
	for _, name := range holders {
		var inside map[string]json.RawMessage
		if json.Unmarshal(out[name], &inside) != nil {
			continue
		}
		for _, k := range slices.Sorted(maps.Keys(inside)) {
			if low := strings.ToLower(k); isNothing(out[low]) {
				out[low] = inside[k]
			}
		}
	}
	return out
}

// findText puts the text under the name that a line has for it, and drops a text that is none: "" or another tool's null.
func findText(fields map[string]json.RawMessage) {
	for _, name := range textNames {
		said := paragraphs(fields[name])
		if said == "" {
			continue
		}
		if text, err := json.Marshal(said); err == nil {
			fields["text"] = text
		}
		return
	}
	if v := fields["text"]; len(v) > 0 && v[0] != '"' {
		delete(fields, "text")
	}
}

// paragraphs reads a text that is a string, in an object, or in a list of strings or objects, one a paragraph.
func paragraphs(raw json.RawMessage) string {
	if len(raw) == 0 || raw[0] != '[' {
		return textOf(raw)
	}
	var all []json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		return ""
	}
	var out []string
	for _, one := range all {
		if s := textOf(one); strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n\n")
}

// textOf reads a string, or the one in an object.
func textOf(raw json.RawMessage) string {
	switch {
	case len(raw) == 0:
	case raw[0] == '"':
		return value(raw, 1, false)
	case raw[0] == '{':
		var inside struct{ Text, Content, Rendered, Value *string }
		if json.Unmarshal(raw, &inside) != nil {
			return value(raw, 2, false)
		}
		for _, s := range []*string{inside.Rendered, inside.Text, inside.Content, inside.Value} {
			if s != nil && *s != "" {
				return *s
			}
		}
		return value(raw, 2, false)
	}
	return ""
}

// isNothing reports a value that is not there, null or an empty string.
func isNothing(v json.RawMessage) bool {
	return len(v) == 0 || string(v) == "null" || string(v) == `""`
}
