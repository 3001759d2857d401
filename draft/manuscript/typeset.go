package manuscript

import (
	"archive/zip"
	"bytes"
	"strings"
)

// The smallest Word document: what is in it, where its body is, and the body's frame.
const (
	typesPart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="` + mainType + `"/></Types>`
	relationsPart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	bodyBegin = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<w:document xmlns:w="` + wordSpace + `"><w:body>`
	bodyEnd   = `</w:body></w:document>`
	// paragraph begins one with some room below it, in twentieths of a point.
	paragraph = `<w:p><w:pPr><w:spacing w:after="160"/></w:pPr>`
)

// typeset makes a Word document of a text: a paragraph for what stands between empty lines. Its pieces have the
// offsets of the text. Control characters, which XML forbids, end a line.
func typeset(text string) (*document, error) {
	var body bytes.Buffer
	var offsets []int
	body.WriteString(bodyBegin + paragraph)
	from, empty := 0, true
	flush := func(end int) {
		if end > from {
			body.WriteString(`<w:r><w:t xml:space="preserve">`)
			body.Write(escape(text[from:end]))
			body.WriteString(`</w:t></w:r>`)
			offsets, empty = append(offsets, from), false
		}
	}
	for i := 0; i < len(text); i++ {
		if text[i] >= ' ' || text[i] == '\t' {
			continue
		}
		flush(i)
		from = i + 1
		switch {
		case strings.HasPrefix(text[i:], "\n\n") && !empty:
			body.WriteString("</w:p>" + paragraph)
			empty = true
		case !empty:
			body.WriteString("<w:r><w:br/></w:r>")
		}
	}
	flush(len(text))
	body.WriteString("</w:p>" + bodyEnd)
	raw, err := pack(body.Bytes())
	if err != nil {
		return nil, err
	}
	d, err := openDocument(raw)
	if err != nil {
		return nil, err
	}
	for i := range d.pieces {
		d.pieces[i].at = offsets[i]
	}
	return d, nil
}

// pack puts a body into an archive.
func pack(body []byte) ([]byte, error) {
	var raw bytes.Buffer
	z := zip.NewWriter(&raw)
	for _, p := range []struct{ name, content string }{
		{"[Content_Types].xml", typesPart}, {"_rels/.rels", relationsPart}, {"word/document.xml", string(body)},
	} {
		if err := add(z, p.name, []byte(p.content)); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return raw.Bytes(), err
}
