package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// line is one printed line with its place in points, from the top left corner of the page.
type line struct {
	text                   string
	left, top, right, base float64
}

func (l line) height() float64 { return l.base - l.top }

// block is a run of lines that stand together, in reading order.
type block struct {
	page  int
	lines []line
}

type document struct {
	blocks    []block
	pages     int
	heights   []float64 // of each page
	created   string
	url       string   // the address that a browser printed on the page
	furniture []string // lines at the edges of pages that are not the text
}

var errOutput = errors.New("the PDF document is damaged: its text cannot be laid out")

// parse reads what `pdftotext -bbox-layout` writes: page, flow, block, line and word elements.
func parse(out []byte) (*document, error) {
	p := &pass{doc: &document{}}
	d := xml.NewDecoder(bytes.NewReader(bytes.ToValidUTF8(out, []byte("\ufffd"))))
	d.Strict = false
	for {
		t, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return p.doc, nil
		case err != nil && len(p.doc.blocks) == 0:
			return nil, fmt.Errorf("%w: %w", errOutput, err)
		case err != nil:
			return p.doc, nil // the document broke off; what was read stands
		}
		switch t := t.(type) {
		case xml.StartElement:
			p.start(t)
		case xml.EndElement:
			p.end(t.Name.Local)
		case xml.CharData:
			if p.inWord {
				p.words.Write(t)
			}
		}
	}
}

type pass struct {
	doc    *document
	block  block
	line   line
	words  strings.Builder
	inWord bool
}

func (p *pass) start(t xml.StartElement) {
	switch t.Name.Local {
	case "page":
		p.doc.pages++
		p.doc.heights = append(p.doc.heights, number(t, "height"))
	case "block":
		p.block = block{page: max(p.doc.pages-1, 0)}
	case "line":
		p.line = line{left: number(t, "xMin"), top: number(t, "yMin"), right: number(t, "xMax"), base: number(t, "yMax")}
		p.words.Reset()
	case "word":
		p.inWord = true
		if p.words.Len() > 0 {
			p.words.WriteByte(' ')
		}
	case "meta":
		if attribute(t, "name") == "CreationDate" {
			p.doc.created = attribute(t, "content")
		}
	}
}

func (p *pass) end(name string) {
	switch name {
	case "word":
		p.inWord = false
	case "line":
		if p.line.text = strings.TrimSpace(p.words.String()); p.line.text != "" {
			p.block.lines = append(p.block.lines, p.line)
		}
		p.words.Reset()
	case "block":
		if len(p.block.lines) > 0 && p.doc.pages > 0 {
			p.doc.blocks = append(p.doc.blocks, p.block)
		}
		p.block.lines = nil
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func number(t xml.StartElement, name string) float64 {
	f, err := strconv.ParseFloat(attribute(t, name), 64)
	if err != nil {
		return 0
	}
	return f
}
