// Package rtf reads Rich Text Format, in which press databases deliver and word processors save.
//
// No Go library keeps quotation marks: in RTF they are \ldblquote, \u8220? or \'93, the last in a code page that the
// font names. This reader follows the RTF 1.9.1 specification for text and skips all else: tables of fonts and styles,
// pictures, headers, footers, notes, field codes, hidden and deleted text. Paragraphs are parted by an empty line.
package rtf

import (
	"bytes"
	"errors"
	"strings"

	"quotidian/articles"
	"quotidian/articles/charset"
)

var (
	// ErrEmpty is what a document gives in which nothing is written.
	ErrEmpty = errors.New("a rich text document with no text in it")
	// ErrNot is what bytes give that are no RTF.
	ErrNot = errors.New(`not a rich text document: it does not begin with {\rtf`)
	// ErrDeep is what a document gives whose groups nest deeper than any program writes.
	ErrDeep = errors.New("groups nest deeper than 1000")
)

const deepest = 1000

// Looks reports whether head begins an RTF file.
func Looks(head []byte) bool { return bytes.HasPrefix(head, []byte(`{\rtf`)) }

// Read reads a document. The error is [ErrEmpty], [ErrNot] or [ErrDeep]; a document cut off is read as far as it goes.
func Read(raw []byte) (*articles.Article, error) {
	if !Looks(raw) {
		return nil, ErrNot
	}
	p := &parser{raw: raw, fonts: map[int]string{}, page: "windows-1252"}
	p.now.uc = 1
	if err := p.run(); err != nil {
		return nil, err
	}
	text, err := charset.Decode([]byte(p.text.String()), "")
	if err != nil || strings.TrimSpace(text.String) == "" {
		return nil, ErrEmpty
	}
	return &articles.Article{
		Format: "rtf", Encoding: p.page, Repaired: text.Repaired, Text: strings.TrimSpace(text.String),
		Title: oneLine(p.title.String()), Byline: oneLine(p.author.String()),
	}, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// state is what a group inherits and gives back at its end.
type state struct {
	into   destination
	uc     int // characters that stand after \u for readers that know no Unicode
	font   int
	hidden bool
}

// destination is where the characters of a group go.
type destination byte

const (
	toText destination = iota
	toNothing
	toShape // a shape: nothing, but for the text in it
	toFonts
	toTitle
	toAuthor
)

// parser is one pass over a document.
type parser struct {
	raw   []byte
	at    int
	now   state
	stack []state

	page  string         // the document's code page, a WHATWG name
	fonts map[int]string // code page by font
	font  int            // the font that the table is describing

	pending []byte // bytes of text in one code page, not yet decoded
	high    rune   // the first half of a surrogate pair
	skip    int    // characters to pass over after \u
	text    strings.Builder
	due     bool // a paragraph ended
	title   strings.Builder
	author  strings.Builder
}

// run reads to the end of the outermost group.
func (p *parser) run() error {
	for p.at < len(p.raw) {
		c := p.raw[p.at]
		p.at++
		switch c {
		case '{':
			if len(p.stack) >= deepest {
				return ErrDeep
			}
			p.flush()
			p.stack = append(p.stack, p.now)
			p.skip = 0
		case '}':
			p.flush()
			if len(p.stack) == 0 {
				return nil
			}
			p.now, p.stack = p.stack[len(p.stack)-1], p.stack[:len(p.stack)-1]
			if p.skip = 0; len(p.stack) == 0 {
				return nil
			}
		case '\\':
			p.control()
		case '\r', '\n', 0:
		default:
			p.byte(c)
		}
	}
	p.flush()
	return nil
}

// byte takes one character of text in the current code page.
func (p *parser) byte(c byte) {
	if p.skip > 0 {
		p.skip--
		return
	}
	if p.high != 0 {
		p.flush() // it has no second half
	}
	p.pending = append(p.pending, c)
}

// rune takes one character that was named, not written.
func (p *parser) rune(r rune) {
	if p.skip > 0 {
		p.skip--
		return
	}
	p.flush()
	p.put(string(r))
}

// flush decodes the bytes that wait.
func (p *parser) flush() {
	if p.high != 0 {
		p.high = 0
		p.put("\ufffd")
	}
	if len(p.pending) == 0 {
		return
	}
	name := p.page
	if of, ok := p.fonts[p.now.font]; ok && of != "" {
		name = of
	}
	p.put(charset.In(p.pending, name))
	p.pending = p.pending[:0]
}

// put writes s to where the group leads.
func (p *parser) put(s string) {
	switch p.now.into {
	case toTitle:
		p.title.WriteString(s)
	case toAuthor:
		p.author.WriteString(s)
	case toText:
		if p.now.hidden {
			return
		}
		if p.due && p.text.Len() > 0 {
			p.text.WriteString("\n\n")
		}
		p.due = false
		p.text.WriteString(s)
	}
}

func (p *parser) endParagraph() {
	p.flush()
	if p.now.into == toText {
		p.due = true
	}
}
