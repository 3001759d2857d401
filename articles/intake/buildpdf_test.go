package intake

import (
	"bytes"
	"fmt"
	"strings"
)

// setLines sets the paragraphs in a column of n characters, as a newspaper does: the first line of each set in, long
// words parted at line ends.
func setLines(n int) (lines []string) {
	for _, p := range paragraphs {
		line := "  "
		for w := range strings.FieldsSeq(p) {
			r := []rune(w)
			room := n - len([]rune(line)) - 1
			switch {
			case len(r) <= room:
				line = strings.TrimPrefix(line+" "+w, "   ")
				if strings.HasPrefix(line, w) && len(line) == len(w) {
					line = "  " + w
				}
			case len(r) > 9 && room > 5 && isPlain(w):
				lines = append(lines, line+" "+string(r[:room-1])+"-")
				line = string(r[room-1:])
			default:
				lines = append(lines, line)
				line = w
			}
		}
		lines = append(lines, line)
	}
	return lines
}

func isPlain(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// inPDF writes a string in the encoding of the font below.
func inPDF(s string) string {
	code := map[rune]byte{'“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96, 'ž': 0x9e, 'č': 200, 'é': 0xe9, 'è': 201, 'ö': 0xf6, 'ø': 0xf8, '©': 0xa9}
	var b strings.Builder
	for _, r := range s {
		c, ok := code[r]
		if !ok {
			c = byte(r)
		}
		if c >= 0x80 || c == '(' || c == ')' || c == '\\' {
			fmt.Fprintf(&b, "\\%03o", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// buildPDF prints the article on two pages of two columns each, with a running head and page numbers.
func buildPDF() []byte {
	lines := setLines(34)
	perColumn := (len(lines) + 3) / 4
	var pages []string
	for page := range 2 {
		var s strings.Builder
		at := func(x, y, size float64, text string) {
			fmt.Fprintf(&s, "BT /F1 %g Tf %g %g Td (%s) Tj ET\n", size, x, y, inPDF(text))
		}
		at(72, 760, 9, paper+" – Tuesday, 14 May 2024")
		at(290, 40, 9, fmt.Sprint(page+1))
		top := 690.0
		if page == 0 {
			for i, l := range strings.Split(wrap(headline, 32), "\n") {
				at(72, 720-24*float64(i), 20, l)
			}
			top = 650
		}
		for col := range 2 {
			from := (2*page + col) * perColumn
			for i, l := range lines[min(from, len(lines)):min(from+perColumn, len(lines))] {
				text := strings.TrimLeft(l, " ")
				at(72+240*float64(col)+6*float64(len(l)-len(text)), top-13*float64(i), 10, text)
			}
		}
		pages = append(pages, s.String())
	}
	return pdfOf(pages)
}

// pdfOf makes a document of pages, each given by its content stream.
func pdfOf(pages []string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(content string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), content)
	}
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 5+2*i))
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages)))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [200 /ccaron /egrave] >> >>")
	object("<< /Title (gates final v2) /CreationDate (D:20240513080000+02'00') >>")
	for i, p := range pages {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 792] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 6+2*i))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(p), p))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}
