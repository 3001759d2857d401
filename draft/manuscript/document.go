package manuscript

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// The namespaces of WordprocessingML (ECMA-376, transitional and strict).
const (
	wordSpace   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strictSpace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	mainType    = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)

// errNotWord is what a ZIP archive gives that holds no Word document.
var errNotWord = errors.New("not a Word document (.docx): save the draft as one, or as text")

// document is a Word document with the way from its text to its XML.
type document struct {
	raw    []byte // the archive
	main   string // name of the part that holds the body
	body   []byte // that part
	pieces []piece
}

// piece is one stretch of text: the content of a w:t element.
type piece struct {
	text string
	at   int // byte offset in the manuscript's text
	// from and to are the byte range of the whole element in the body, its tags included.
	from, to int
	// look is the run's w:rPr element as it stands in the body; empty when the run has none.
	look []byte
	gap  string // what stands before the piece in the text: the end of a paragraph, a tab
}

func openDocument(raw []byte) (*document, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, errNotWord
	}
	types, err := part(z, "[Content_Types].xml")
	if err != nil {
		return nil, errNotWord
	}
	d := &document{raw: raw, main: mainPart(types)}
	if d.body, err = part(z, d.main); err != nil {
		return nil, errNotWord
	}
	return d, d.scan()
}

// mainPart finds the part of the body by its content type; "word/document.xml" is only its usual name.
func mainPart(types []byte) string {
	var t struct {
		Override []struct {
			PartName    string `xml:"PartName,attr"`
			ContentType string `xml:"ContentType,attr"`
		}
	}
	if xml.Unmarshal(types, &t) == nil {
		for _, o := range t.Override {
			if o.ContentType == mainType {
				return strings.TrimPrefix(path.Clean(o.PartName), "/")
			}
		}
	}
	return "word/document.xml"
}

// part reads one part of the archive, up to [SizeLimit] unpacked.
func part(z *zip.Reader, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, SizeLimit+1))
	if err == nil && len(raw) > SizeLimit {
		err = fmt.Errorf("%s is larger than %d MB", name, SizeLimit>>20)
	}
	return raw, err
}

// text is what a reader sees.
func (d *document) text() string {
	var b strings.Builder
	for _, p := range d.pieces {
		b.WriteString(p.gap)
		b.WriteString(p.text)
	}
	return b.String()
}

// scanner is what is known while the body is read.
type scanner struct {
	d      *document
	gap    string
	look   []byte
	from   int             // where the open w:t begins, -1 outside one
	text   strings.Builder // its content
	hidden int             // open elements whose content is not shown
	size   int             // of the text so far
}

// hides reports the elements that hold what a reader does not see, or sees twice: text moved away, the older twin
// of a drawing.
func hides(name string) bool { return name == "moveFrom" || name == "Fallback" || name == "del" }

// scan finds the pieces.
func (d *document) scan() error {
	s := &scanner{d: d, from: -1}
	dec := xml.NewDecoder(bytes.NewReader(d.body))
	for {
		before := int(dec.InputOffset())
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("a damaged Word document: %w", err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPr" && isWord(t.Name) && s.from < 0 {
				if err := dec.Skip(); err != nil {
					return fmt.Errorf("a damaged Word document: %w", err)
				}
				s.look = d.body[before:dec.InputOffset()]
				continue
			}
			s.open(t.Name, before)
		case xml.EndElement:
			s.close(t.Name, int(dec.InputOffset()))
		case xml.CharData:
			if s.from >= 0 {
				s.text.Write(t)
			}
		}
	}
}

func isWord(n xml.Name) bool { return n.Space == wordSpace || n.Space == strictSpace }

func (s *scanner) open(n xml.Name, at int) {
	if hides(n.Local) {
		s.hidden++
	}
	if !isWord(n) || s.hidden > 0 {
		return
	}
	switch n.Local {
	case "r":
		s.look = nil
	case "t":
		s.from = at
		s.text.Reset()
	case "tab":
		s.gap += "\t"
	case "br", "cr":
		s.gap += "\n"
	case "noBreakHyphen":
		s.gap += "\u2011"
	case "p":
		s.paragraph()
	}
}

func (s *scanner) paragraph() {
	if s.size > 0 {
		s.gap = "\n\n"
	} else {
		s.gap = ""
	}
}

func (s *scanner) close(n xml.Name, end int) {
	if hides(n.Local) {
		s.hidden--
	}
	if !isWord(n) {
		return
	}
	switch {
	case n.Local == "p" && s.hidden == 0:
		s.paragraph()
	case n.Local == "t" && s.from >= 0:
		s.size += len(s.gap)
		s.d.pieces = append(s.d.pieces, piece{text: s.text.String(), at: s.size, from: s.from, to: end, look: s.look, gap: s.gap})
		s.size += s.text.Len()
		s.gap, s.from = "", -1
	}
}

// find gives the number of the piece that holds offset i; an end is held by the piece before it. It is -1 when no
// piece does.
func (d *document) find(i int, end bool) int {
	if end {
		i--
	}
	return slices.IndexFunc(d.pieces, func(p piece) bool { return p.at <= i && i < p.at+len(p.text) })
}
