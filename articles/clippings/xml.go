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

// factivaArticle is one article of a result set; paragraphs may hold elements that mark the words searched for.
type factivaArticle struct {
	Headline  factivaText   `xml:"headline"`
	Lead      []factivaText `xml:"leadParagraph"`
	Tail      factivaText   `xml:"tailParagraphs"`
	Published string        `xml:"publicationDate"`
	Source    factivaText   `xml:"sourceName"`
	Byline    factivaText   `xml:"byline"`
	Language  string        `xml:"baseLanguage"`
}

// factivaText is an element with its paragraphs, or with text of its own.
type factivaText struct {
	Paragraphs []factivaText `xml:"paragraph"`
	Inner      string        `xml:",innerxml"`
}

// lines gives the paragraphs without markup.
func (t factivaText) lines() []string {
	if len(t.Paragraphs) == 0 {
		if s := oneLine(stripped(t.Inner)); s != "" {
			return []string{s}
		}
		return nil
	}
	var out []string
	for _, p := range t.Paragraphs {
		out = append(out, p.lines()...)
	}
	return out
}

// stripped gives the characters of a piece of XML.
func stripped(inner string) string {
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(inner))
	d.Strict = false
	for {
		t, err := d.RawToken()
		if err != nil {
			return b.String()
		}
		if c, ok := t.(xml.CharData); ok {
			b.Write(c)
		}
	}
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
		var a factivaArticle
		if err := d.DecodeElement(&a, &start); err != nil {
			return append(out, Record{Err: err})
		}
		var f found
		f.title, f.byline, f.outlet = strings.Join(a.Headline.lines(), " "), strings.Join(a.Byline.lines(), " "), strings.Join(a.Source.lines(), " ")
		f.language = a.Language
		f.published, _ = date.Parse(strings.TrimSpace(a.Published))
		for _, p := range a.Lead {
			f.body = append(f.body, p.lines()...)
		}
		f.body = append(f.body, a.Tail.lines()...)
		out = append(out, f.record("factiva"))
	}
}
