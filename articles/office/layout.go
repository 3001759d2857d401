package office

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// layout says what the elements of a format mean, by their local names: the prefixes are a document's own choice.
type layout struct {
	paragraph map[string]bool   // starts and ends a block
	holder    map[string]bool   // holds characters; nil: every element inside a paragraph does
	skipped   map[string]bool   // nothing inside is read
	prints    map[string]string // stands for characters
	repeated  string            // the element that stands for several blanks
	run, hide string            // a stretch of characters, and what in it says that they are not shown
	collapse  bool              // runs of blanks and line ends in the file are one blank
}

// reading is one pass over a document.
type reading struct {
	layout *layout
	b      strings.Builder
	depth  int
	skip   int // depth of the element that is skipped, 0 for none
	inText int // how many elements that hold characters are open
	hidden bool
	due    bool
}

var wordDocument = &layout{
	paragraph: set("p", "tr", "tc"),
	holder:    set("t"),
	// Fallback repeats in an older form what stands beside it; the others are not the running text.
	skipped: set("Fallback", "del", "moveFrom", "instrText", "footnote", "endnote", "comment", "pPr", "sectPr", "rt"),
	prints:  map[string]string{"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"},
	run:     "r",
	hide:    "vanish",
}

var openDocument = &layout{
	paragraph: set("p", "h"),
	skipped:   set("tracked-changes", "annotation", "note", "forms", "sequence-decls", "automatic-styles", "font-face-decls", "scripts", "bibliography-source", "table-of-content"),
	prints:    map[string]string{"tab": "\t", "line-break": "\n", "s": " "},
	repeated:  "s",
	collapse:  true,
}

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

// text gives the running text of a part.
func (l *layout) text(raw []byte) (string, error) {
	r := &reading{layout: l}
	d := decoder(raw)
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return r.b.String(), nil
		}
		if err != nil {
			return "", fmt.Errorf("the XML is broken: %w", err)
		}
		if err := r.token(t); err != nil {
			return "", err
		}
	}
}

func (r *reading) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if r.depth++; r.depth > deepest {
			return fmt.Errorf("elements nest deeper than %d", deepest)
		}
		if r.skip == 0 {
			r.start(t)
		}
	case xml.EndElement:
		if r.skip == 0 {
			r.end(t.Name.Local)
		}
		if r.skip == r.depth {
			r.skip = 0
		}
		r.depth--
	case xml.CharData:
		if r.skip == 0 && r.inText > 0 && !r.hidden {
			r.characters(string(t))
		}
	}
	return nil
}

func (r *reading) start(t xml.StartElement) {
	name, l := t.Name.Local, r.layout
	switch {
	case l.skipped[name]:
		r.skip = r.depth
	case l.paragraph[name]:
		r.due = true
		if l.holder == nil {
			r.inText++
		}
	case l.holder[name]:
		r.inText++
	case name == l.hide:
		r.hidden = !switchedOff(t)
	case l.prints[name] != "":
		r.write(strings.Repeat(l.prints[name], times(t, l.repeated)))
	}
}

func (r *reading) end(name string) {
	switch {
	case r.layout.paragraph[name]:
		r.due = true
		if r.layout.holder == nil {
			r.inText--
		}
	case r.layout.holder[name]:
		r.inText--
	case name == r.layout.run:
		r.hidden = false
	}
}

// switchedOff reports whether a property that is on by standing there says that it is off.
func switchedOff(t xml.StartElement) bool {
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			return a.Value == "0" || a.Value == "false" || a.Value == "off"
		}
	}
	return false
}

// characters writes what stands in the file between two tags.
func (r *reading) characters(s string) {
	if !r.layout.collapse {
		r.write(s)
		return
	}
	blank := strings.IndexAny(s, " \t\r\n") == 0 && r.b.Len() > 0 && !r.due
	for i, word := range strings.FieldsFunc(s, isBlank) {
		if i > 0 || blank {
			r.blank()
		}
		r.write(word)
	}
	if s != "" && isBlank(rune(s[len(s)-1])) && !r.due {
		r.blank()
	}
}

// blank writes one blank unless one stands there.
func (r *reading) blank() {
	if s := r.b.String(); s != "" && !isBlank(rune(s[len(s)-1])) {
		r.b.WriteByte(' ')
	}
}

func isBlank(c rune) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// write writes characters, after the empty line that a new paragraph asks for.
func (r *reading) write(s string) {
	if r.due && r.b.Len() > 0 {
		r.b.WriteString("\n\n")
	}
	r.due = false
	r.b.WriteString(s)
}

// mostBlanks is how many blanks one element can stand for; more are no text.
const mostBlanks = 100

// times gives the count that an element for several blanks names.
func times(t xml.StartElement, repeated string) int {
	if t.Name.Local != repeated {
		return 1
	}
	for _, a := range t.Attr {
		if n, err := strconv.Atoi(a.Value); a.Name.Local == "c" && err == nil {
			return min(max(n, 1), mostBlanks)
		}
	}
	return 1
}
