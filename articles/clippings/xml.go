package clippings

import (
	"bytes"
	"encoding/xml"
	"strings"

	"quotidian/articles/date"
)

// LooksXML reports whether head begins a result set of Factiva in XML.
func LooksXML(head []byte) bool {
	return bytes.HasPrefix(head, []byte("<")) && bytes.Contains(head[:min(len(head), 4096)], []byte("ppsArticleResponse"))
}

// SplitXML splits a result set of Factiva; an error of the XML is the last record.
func SplitXML(text string) []Record {
	var out []Record
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	for {
		t, err := d.Token()
		if err != nil {
			return out
		}
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "article" {
			continue
		}
		a := factivaArticle{lines: map[string][]string{}}
		if err := a.read(d); err != nil {
			return append(out, Record{Err: err})
		}
		out = append(out, a.record())
	}
}

// factivaArticle is one article of a result set on its way: the paragraphs of each field, or its text where it has none.
// Elements inside them mark the words searched for. It is read token by token, for package xml would keep the text of
// paragraphs inside each other once for each of them.
type factivaArticle struct {
	lines map[string][]string // by field
	field string              // at hand
	line  strings.Builder
}

// read reads up to the end of the article.
func (a *factivaArticle) read(d *xml.Decoder) error {
	for depth := 0; depth >= 0; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				a.field = t.Name.Local
				a.line.Reset() // what stands between fields is in none
			}
			a.edge(t.Name, depth)
		case xml.EndElement:
			a.edge(t.Name, depth)
			depth--
		case xml.CharData:
			a.line.Write(t)
		}
	}
	return nil
}

// edge ends the line at hand where a field or a paragraph begins or ends.
func (a *factivaArticle) edge(name xml.Name, depth int) {
	if depth > 1 && name.Local != "paragraph" {
		return
	}
	if s := oneLine(a.line.String()); s != "" {
		a.lines[a.field] = append(a.lines[a.field], s)
	}
	a.line.Reset()
}

func (a *factivaArticle) record() Record {
	value := func(field string) string { return strings.Join(a.lines[field], " ") }
	var f found
	f.title, f.byline, f.outlet, f.language = value("headline"), value("byline"), value("sourceName"), value("baseLanguage")
	f.published, _ = date.Parse(value("publicationDate"))
	f.body = append(a.lines["leadParagraph"], a.lines["tailParagraphs"]...)
	return f.record("factiva")
}
