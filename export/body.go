package export

import (
	"compress/flate"
	"hash/crc32"
	"strconv"
	"strings"
	"time"
)

// body holds the rows of one sheet below its heading, written as XML and packed as they come, so that a sheet of
// any length takes the memory of its packed form. excelize makes everything else of the workbook: its stream
// writer took three times as long for the rows (a struct, a copy and a reflection for each cell).
type body struct {
	row     []byte // the row being written
	packed  chunks
	packer  *flate.Writer
	crc     uint32
	size    int64
	letters []string // names of the columns
	number  string   // of the row being written
}

func newBody(letters []string) (*body, error) {
	b := &body{letters: letters}
	var err error
	b.packer, err = flate.NewWriter(&b.packed, flate.BestSpeed)
	return b, err
}

// chunks is a buffer that grows without copying what it holds: doubling tens of megabytes would take three times
// their size on the way.
type chunks struct {
	full [][]byte
	last []byte
}

const chunkSize = 256 << 10

func (c *chunks) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		if len(c.last) == cap(c.last) {
			if c.last != nil {
				c.full = append(c.full, c.last)
			}
			c.last = make([]byte, 0, chunkSize)
		}
		n := min(len(rest), cap(c.last)-len(c.last))
		c.last = append(c.last, rest[:n]...)
		rest = rest[n:]
	}
	return len(p), nil
}

// pieces gives what was written, in order.
func (c *chunks) pieces() [][]byte { return append(c.full[:len(c.full):len(c.full)], c.last) }

// begin starts row n with a height in points.
func (b *body) begin(n int, height float64) {
	b.number = strconv.Itoa(n)
	b.row = append(b.row[:0], `<row r="`...)
	b.row = append(b.row, b.number...)
	b.row = append(b.row, `" ht="`...)
	b.row = strconv.AppendFloat(b.row, height, 'f', -1, 64)
	b.row = append(b.row, `" customHeight="1">`...)
}

// end packs the row.
func (b *body) end() error {
	b.row = append(b.row, "</row>"...)
	return b.write(b.row)
}

func (b *body) write(p []byte) error {
	b.crc = crc32.Update(b.crc, crc32.IEEETable, p)
	b.size += int64(len(p))
	_, err := b.packer.Write(p)
	return err
}

// open begins the cell of column i with a style and a type ("" for numbers).
func (b *body) open(i, style int, kind string) {
	b.row = append(b.row, `<c r="`...)
	b.row = append(b.row, b.letters[i]...)
	b.row = append(b.row, b.number...)
	b.row = append(b.row, `" s="`...)
	b.row = strconv.AppendInt(b.row, int64(style), 10)
	if kind != "" {
		b.row = append(b.row, `" t="`...)
		b.row = append(b.row, kind...)
	}
	b.row = append(b.row, `">`...)
}

func (b *body) text(i, style int, s string) {
	b.open(i, style, "inlineStr")
	b.row = append(b.row, "<is>"...)
	b.row = appendT(b.row, s)
	b.row = append(b.row, "</is></c>"...)
}

func (b *body) float(i, style int, v float64) {
	b.open(i, style, "")
	b.row = append(b.row, "<v>"...)
	b.row = strconv.AppendFloat(b.row, v, 'f', -1, 64)
	b.row = append(b.row, "</v></c>"...)
}

// moment writes the days since the beginning of Excel's calendar, with the time of day as their fraction.
func (b *body) moment(i, style int, t time.Time) {
	b.float(i, style, float64(t.Unix()-calendar)/86_400)
}

// calendar is 30 December 1899, the day from which spreadsheets count, in seconds of Unix time.
var calendar = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Unix()

// formula writes a formula and the text that it gives.
func (b *body) formula(i, style int, formula, shown string) {
	b.open(i, style, "str")
	b.row = append(b.row, "<f>"...)
	b.row = appendEscaped(b.row, formula)
	b.row = append(b.row, "</f><v>"...)
	b.row = appendEscaped(b.row, shown)
	b.row = append(b.row, "</v></c>"...)
}

// run is a stretch of rich text in one look.
type run struct {
	text string
	look look
}

type look int

const (
	usual look = iota
	leftOut
	putIn
)

// looks are the properties of the looks. Size and font must be said, or Excel takes others than the cell's.
var looks = [...]string{
	usual:   `<rPr><sz val="11"/><rFont val="Calibri"/></rPr>`,
	leftOut: `<rPr><strike/><sz val="11"/><color rgb="FFB42318"/><rFont val="Calibri"/></rPr>`,
	putIn:   `<rPr><b/><sz val="11"/><color rgb="FF175CD3"/><rFont val="Calibri"/><u/></rPr>`,
}

func (b *body) rich(i, style int, runs []run) {
	b.open(i, style, "inlineStr")
	b.row = append(b.row, "<is>"...)
	for _, r := range runs {
		b.row = append(b.row, "<r>"...)
		b.row = append(b.row, looks[r.look]...)
		b.row = appendT(b.row, r.text)
		b.row = append(b.row, "</r>"...)
	}
	b.row = append(b.row, "</is></c>"...)
}

func appendT(b []byte, s string) []byte {
	if s != "" && (s[0] <= ' ' || s[len(s)-1] <= ' ') {
		b = append(b, `<t xml:space="preserve">`...)
	} else {
		b = append(b, "<t>"...)
	}
	return append(appendEscaped(b, s), "</t>"...)
}

// appendEscaped writes text as XML. Spreadsheets read _x000D_ as the character of that number, so an underscore
// that begins such a code is written as a code itself.
func appendEscaped(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		var to string
		switch s[i] {
		case '&':
			to = "&amp;"
		case '<':
			to = "&lt;"
		case '>':
			to = "&gt;"
		case '_':
			if !isCode(s[i:]) {
				continue
			}
			to = codeMark + "_"
		default:
			continue
		}
		b = append(b, s[from:i]...)
		b = append(b, to...)
		from = i + 1
	}
	return append(b, s[from:]...)
}

// codeMark is an underscore written as a code, but for the last sign, which the text goes on with.
const codeMark = "_x005F"

// literal writes text so that a spreadsheet reads no code in it, for what goes into XML elsewhere.
func literal(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if isCode(s[i:]) {
			b.WriteString(codeMark)
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// isCode reports that s begins with _x, four hexadecimal digits and _.
func isCode(s string) bool {
	return len(s) > 6 && s[0] == '_' && s[1] == 'x' && s[6] == '_' && strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}
