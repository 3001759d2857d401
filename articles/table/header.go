package table

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/articles/charset"
)

// header maps the fields of an article to columns.
type header struct {
	at     map[string]int
	comma  rune
	ours   bool // columns that only our own tables have
	plain  bool // every cell could be the name of a column
	cells  int
	offset int // in bytes, where its line begins
	above  int // lines that stand above it
}

const (
	topBytes    = 32 << 10 // how far into a table its header is looked for
	longestLine = 4096     // of a header, in bytes
	// fewestBelow is how many columns must be known where other lines stand above: a text can hold a line with two commas.
	fewestBelow = 3
	// A table without a column of texts is known by fewestPlain columns, of which fewestBeside are known: "Home | News | Journal" is
	// the menu of a page.
	fewestPlain  = 3
	fewestBeside = 2
)

// Looks reports whether head begins a table: its first line, or one of the first below a few that a program wrote above it, has
// columns for texts or addresses and for at least one other thing an article has. So does a table that only lacks the column of
// texts, which [Open] refuses: as a text all its rows would be one article.
func Looks(head []byte) bool {
	_, ok := findHeader(utf8Head(head))
	return ok
}

// utf8Head gives the beginning of a table in UTF-8. Excel writes "Unicode text" in UTF-16, and CSV in the encoding of the country.
func utf8Head(head []byte) []byte {
	if first, _, _ := bytes.Cut(head, []byte("\n")); utf8.Valid(first) && bytes.IndexByte(first, 0) < 0 {
		return head
	}
	t, err := charset.Decode(head, "")
	if err != nil {
		return head
	}
	return []byte(t.String)
}

func (h header) isTable() bool {
	_, text := h.at["text"]
	_, url := h.at["url"]
	return (text || url) && len(h.at) >= 2
}

// findHeader looks for the line that names the columns among the first ones.
func findHeader(head []byte) (header, bool) {
	head = head[:min(len(head), topBytes)]
	rest := bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	for n := range topLines {
		offset := len(head) - len(rest)
		first, below, more := bytes.Cut(rest, []byte("\n"))
		if len(first) > longestLine {
			break
		}
		if n == 0 || couldName(string(first)) { // most lines of a text cannot
			h, several := readHeader(first)
			h.offset, h.above = offset, n
			switch {
			case !several:
			case n == 0 && (h.isTable() || h.ours || h.withoutText(rest)), h.plain && h.isTable() && len(h.at) >= fewestBelow:
				return h, true
			}
		}
		if rest = below; !more {
			break
		}
	}
	return header{}, false
}

// couldName reports a line that some separator cuts into short parts.
func couldName(line string) bool {
	for _, sep := range separators {
		if strings.Count(line, string(sep)) < fewestBelow-1 {
			continue
		}
		if first, _, _ := strings.Cut(line, string(sep)); isName(first) {
			return true
		}
	}
	return false
}

// withoutText reports a header with columns that articles have, but none for their texts or addresses, and a row below it of as
// many cells.
func (h header) withoutText(table []byte) bool {
	_, text := h.at["text"]
	_, url := h.at["url"]
	if text || url || !h.plain || h.cells < fewestPlain || len(h.at) < fewestBeside {
		return false
	}
	in := csv.NewReader(bytes.NewReader(table))
	in.Comma, in.LazyQuotes, in.FieldsPerRecord = h.comma, true, -1
	if _, err := in.Read(); err != nil {
		return false
	}
	row, err := in.Read()
	return err == nil && len(row) == h.cells
}

// readHeader reads a line as the names of columns, with what stands between them.
func readHeader(first []byte) (header, bool) {
	line := strings.TrimRight(string(first), "\r")
	var best header
	several := false
	for _, sep := range separators {
		cells := strings.Split(line, string(sep))
		if len(cells) == 1 {
			continue
		}
		if h := headerOf(cells); !several || len(h.at) > len(best.at) || h.ours && !best.ours {
			best, several = h, true
			best.comma = sep
		}
	}
	return best, several
}

// separators are what stands between the columns of a table, the more usual first. The one that makes most columns known is
// that of the table: the names of columns hold others now and then.
const separators = "\t;,|~^"

// headerOf reads the names of columns.
func headerOf(cells []string) header {
	names := map[string]int{}
	for i, name := range cells {
		name = strings.ToLower(strings.Trim(strings.TrimSpace(name), `"'`))
		name = strings.ReplaceAll(strings.ReplaceAll(name, " ", "_"), "-", "_")
		if _, twice := names[name]; !twice {
			names[name] = i
		}
	}
	h := header{at: map[string]int{}, cells: len(cells), plain: !slices.ContainsFunc(cells, func(c string) bool { return !isName(c) })}
	_, statement := names["statement"]
	_, appearance := names["appearance"]
	_, wording := names["wording_as_printed"]
	h.ours = wording && (statement || appearance)
	for kind, known := range columns {
		for _, name := range known {
			if i, ok := names[name]; ok {
				h.at[kind] = i
				break
			}
		}
	}
	return h
}

// Names of columns are short.
const (
	longestName = 40
	nameWords   = 4
)

// isName reports a cell that could name a column, or is left empty as that of row numbers is.
func isName(cell string) bool {
	cell = strings.Trim(strings.TrimSpace(cell), `"'`)
	first, _ := utf8.DecodeRuneInString(cell)
	return cell == "" || len(cell) <= longestName && len(strings.Fields(cell)) <= nameWords && (unicode.IsLetter(first) || first == '_') && !strings.HasSuffix(cell, ".")
}
