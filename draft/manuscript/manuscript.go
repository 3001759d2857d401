// Package manuscript reads a draft: a plain text, Markdown, a web page or a Word document.
//
// It takes the bytes of one file and gives a [Manuscript]: the text as a reader sees it, in which the rest of the
// program finds quotes. Unlike an import it leaves nothing out that an author may have written: no paragraph of a
// web page is taken for a menu, no line for a masthead. A Word document keeps the way back to its own XML, so that
// remarks can be put where the words stand ([Manuscript.Annotate]); any other draft gets a Word document of its own
// for them.
//
// What a reader does not see is not read: deleted words of tracked changes, comments, scripts, fields' instructions.
// Not read either are a document's footnotes, headers and footers.
package manuscript

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/articles/charset"
	"quotidian/articles/html"
	"quotidian/articles/text"
)

// Formats lists what a draft can be; "auto" looks at the content, and at the name to tell Markdown from text.
var Formats = []string{"auto", "text", "markdown", "html", "docx"}

// SizeLimit is the largest draft that is read, in bytes; of a Word document it bounds each part unpacked.
const SizeLimit = 32 << 20

// ErrEmpty is what a draft gives in which nothing is written.
var ErrEmpty = errors.New("no text in it")

// Manuscript is a draft as it was read. It is immutable.
type Manuscript struct {
	// Format is one of [Formats] other than "auto".
	Format string
	// Text is what a reader of the draft sees: valid UTF-8, paragraphs parted by an empty line. Breaks that only keep lines short
	// are blanks in it.
	Text string

	word *document // nil unless Format is "docx"
}

// Article is the draft as the rooms above take articles.
func (m *Manuscript) Article() *articles.Article {
	return &articles.Article{ID: "draft", Format: m.Format, Text: m.Text}
}

// Read reads a draft. name is the file's, as far as it has one; from is one of [Formats], "" for "auto".
func Read(raw []byte, name, from string) (*Manuscript, error) {
	if len(raw) > SizeLimit {
		return nil, fmt.Errorf("larger than %d MB", SizeLimit>>20)
	}
	if from == "" || from == "auto" {
		from = sniff(raw, name)
	}
	if !slices.Contains(Formats[1:], from) {
		return nil, fmt.Errorf("no draft has the format %q; there are %s", from, strings.Join(Formats, ", "))
	}
	m := &Manuscript{Format: from}
	if err := m.read(raw); err != nil {
		return nil, err
	}
	if strings.TrimSpace(m.Text) == "" {
		return nil, ErrEmpty
	}
	return m, nil
}

func (m *Manuscript) read(raw []byte) (err error) {
	if m.Format == "docx" {
		m.word, err = openDocument(raw)
		if err == nil {
			m.Text = m.word.text()
		}
		return err
	}
	name := ""
	if m.Format == "html" {
		name = declared(raw)
	}
	decoded, err := charset.Decode(raw, name)
	if err != nil {
		return err
	}
	switch m.Format {
	case "html":
		m.Text, err = readHTML(decoded.String)
	case "markdown":
		m.Text = text.UnwrapInPlace(readMarkdown(decoded.String))
	default:
		m.Text = text.UnwrapInPlace(decoded.String)
	}
	return err
}

// sniff tells the format by the content; only Markdown looks like text and is known by its name.
func sniff(raw []byte, name string) string {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return "docx"
	case html.Looks(raw[:min(len(raw), 64<<10)]) || ext == ".html" || ext == ".htm":
		return "html"
	case ext == ".md" || ext == ".markdown":
		return "markdown"
	}
	return "text"
}
