// Package office reads word processor documents: Word's DOCX and the OpenDocument text (ODT) of LibreOffice. Both are
// XML in a ZIP archive, and the text is in one part of it.
//
// What a reader of the document sees is the text: paragraphs are parted by an empty line, a line break inside one is
// a line end, cells of a table are paragraphs. Deleted text of tracked changes, comments, field codes, footnotes and
// headers are left out. The document's own title, author and date of creation are metadata, the date a weak one: it
// says when somebody began to type.
package office

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"quotidian/articles"
	"quotidian/articles/archive"
	"quotidian/articles/charset"
	"quotidian/articles/date"
)

// ErrEmpty is what a document gives in which nothing is written.
var ErrEmpty = errors.New("a document with no text in it")

// PartLimit is the largest part that is read, in bytes: some ten thousand pages.
const PartLimit = 32 << 20

// deepest is how deep elements may nest; documents stay under 60 even with tables inside tables.
const deepest = 256

// Format tells what a ZIP archive holds: "docx", "odt", "epub", "xlsx", a kind that cannot be read ("a PowerPoint
// presentation"), or "" for a plain archive.
func Format(z *zip.Reader) string {
	for i, f := range z.File {
		switch {
		case strings.HasPrefix(f.Name, "word/document"):
			return "docx"
		case strings.HasPrefix(f.Name, "xl/workbook"):
			return "xlsx"
		case f.Name == "ppt/presentation.xml":
			return "a PowerPoint presentation"
		case f.Name == "META-INF/MANIFEST.MF":
			return "a Java program"
		case f.Name == "META-INF/container.xml":
			return "epub"
		case f.Name == "mimetype" && i == 0:
			raw, err := archive.NewBudget(0).Part(z, f.Name, 1<<10)
			if kind := mimetype(string(raw)); err == nil && kind != "" {
				return kind
			}
		}
	}
	return ""
}

func mimetype(s string) string {
	switch s = strings.TrimSpace(s); {
	case s == "application/epub+zip":
		return "epub"
	case strings.HasPrefix(s, "application/vnd.oasis.opendocument.text"):
		return "odt"
	case strings.HasPrefix(s, "application/vnd.oasis.opendocument."):
		return "an OpenDocument file that is no text document"
	}
	return ""
}

// Read reads a document whose Format is "docx" or "odt". The error is [ErrEmpty] or says what is broken.
func Read(z *zip.Reader, format string, budget *archive.Budget) (*articles.Article, error) {
	layout, body, about := openDocument, "content.xml", "meta.xml"
	if format == "docx" {
		layout, body, about = wordDocument, mainPart(z), "docProps/core.xml"
	}
	raw, err := budget.Part(z, body, PartLimit)
	if err != nil {
		return nil, err
	}
	if raw == nil {
		return nil, fmt.Errorf("the document is damaged: it has no %s", body)
	}
	text, err := layout.text(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", body, err)
	}
	clean, err := charset.Decode([]byte(text), "")
	if err != nil || strings.TrimSpace(clean.String) == "" {
		return nil, ErrEmpty
	}
	a := &articles.Article{Format: format, Text: clean.String, Encoding: "utf-8", Repaired: clean.Repaired}
	if raw, err := budget.Part(z, about, PartLimit); err == nil {
		describe(a, raw)
	}
	return a, nil
}

// mainPart finds the part that holds the text of a Word document: word/document.xml, or word/document2.xml as the
// web version writes it.
func mainPart(z *zip.Reader) string {
	for _, f := range z.File {
		if n, ok := strings.CutPrefix(f.Name, "word/document"); ok && strings.Trim(strings.TrimSuffix(n, ".xml"), "0123456789") == "" {
			return f.Name
		}
	}
	return "word/document.xml"
}

// describe reads the document's properties. A broken list of properties is no reason to refuse the text.
func describe(a *articles.Article, raw []byte) {
	d := decoder(raw)
	var name string
	var value strings.Builder
	for {
		t, err := d.RawToken()
		if err != nil {
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			name = t.Name.Local
			value.Reset()
		case xml.CharData:
			value.Write(t)
		case xml.EndElement:
			if t.Name.Local == name {
				property(a, name, strings.TrimSpace(value.String()))
			}
			name = ""
		}
	}
}

func property(a *articles.Article, name, value string) {
	switch name {
	case "title":
		a.Title = strings.Join(strings.Fields(value), " ")
	case "creator", "initial-creator":
		if a.Byline == "" {
			a.Byline = strings.Join(strings.Fields(value), " ")
		}
	case "created", "creation-date":
		if d, ok := date.Parse(value); ok {
			d.From = articles.FromFile
			a.Published = d
		}
	case "language":
		a.Language, _, _ = strings.Cut(strings.ToLower(value), "-")
	}
}

func decoder(raw []byte) *xml.Decoder {
	d := xml.NewDecoder(strings.NewReader(string(raw)))
	d.Strict = false
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		raw, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		t, err := charset.Decode(raw, label)
		return strings.NewReader(t.String), err
	}
	return d
}
