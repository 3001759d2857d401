package export

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// cellLimit is how many UTF-16 units Excel keeps in a cell. excelize cuts there without a word.
const cellLimit = 32_767

// fitted is a text as a cell can hold it, with what had to be done to it.
type fitted struct {
	text string
	// cut is the whole length in code points when the end is missing, else 0.
	cut int
	// symbols counts characters that no spreadsheet can hold and that stand as visible symbols.
	symbols int
	// turns counts invisible marks that change the direction of reading; they stay as they are.
	turns int
}

// fit makes a text safe for a cell. Control characters become their pictures (U+2400 and following), characters
// that XML forbids become U+FFFD; a text that is too long ends with a sentence that says so.
func fit(s string) fitted {
	f := fitted{text: s}
	if needsSymbols(s) {
		f.text = strings.Map(f.symbol, s)
		if !utf8.ValidString(f.text) {
			f.text = strings.ToValidUTF8(f.text, "\ufffd")
		}
	}
	if len(f.text) > cellLimit && units(f.text) > cellLimit {
		f.cut = utf8.RuneCountInString(s)
		f.text = shorten(f.text, f.cut)
	}
	return f
}

func needsSymbols(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

func (f *fitted) symbol(r rune) rune {
	switch {
	case r < ' ' && r != '\n' && r != '\t':
		f.symbols++
		return 0x2400 + r
	case r == 0x7f:
		f.symbols++
		return 0x2421
	case r == 0xfffe || r == 0xffff || r == utf8.RuneError:
		f.symbols++
		return utf8.RuneError
	case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
		f.turns++
	}
	return r
}

// units counts UTF-16 units, as Excel does.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

func shorten(s string, whole int) string {
	note := fmt.Sprintf(" … [cut here: %d characters in all, whole in the JSON export]", whole)
	room := cellLimit - units(note)
	for i, r := range s {
		if room--; r > 0xffff {
			room--
		}
		if room < 0 {
			return s[:i] + note
		}
	}
	return s
}

// issues collects what the workbook could not hold as it is, for the Read me sheet.
type issues struct {
	list    []string
	dropped int // issues beyond the list
}

// mostIssues are listed one by one; more of them are counted.
const mostIssues = 500

func (is *issues) add(format string, args ...any) {
	if len(is.list) >= mostIssues {
		is.dropped++
		return
	}
	is.list = append(is.list, fmt.Sprintf(format, args...))
}

func (is *issues) note(sheet, cell string, f fitted) {
	if f.cut > 0 {
		is.add("%s!%s: the text has %d characters, more than a cell holds; its end is missing here and whole in the JSON export", sheet, cell, f.cut)
	}
	if f.symbols > 0 {
		is.add("%s!%s: %d characters that a spreadsheet cannot hold stand as symbols (␀ and the like)", sheet, cell, f.symbols)
	}
	if f.turns > 0 {
		is.add("%s!%s: the text holds %d invisible marks that change the direction of reading; they are kept", sheet, cell, f.turns)
	}
}
