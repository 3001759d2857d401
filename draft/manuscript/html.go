package manuscript

import (
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// silent elements hold nothing that a reader sees; their text is passed over up to their end.
var silent = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Textarea: true,
	atom.Select: true, atom.Svg: true, atom.Iframe: true,
}

// inline elements do not end a paragraph; every other one does.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true,
	atom.Del: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Ins: true, atom.Kbd: true,
	atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true, atom.Span: true, atom.Strong: true,
	atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Wbr: true,
}

// readHTML gives the text of a page, block by block. It reads tokens and builds no tree, so no nesting is too deep.
func readHTML(page string) (string, error) {
	var w blocks
	var skip atom.Atom // the silent element that the reader is in
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return "", err
			}
			return w.String(), nil
		case html.TextToken:
			if skip == 0 {
				w.text(string(z.Text()))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			skip = w.tag(a, kind, skip)
		}
	}
}

// tag ends blocks at the tags that do, and gives the silent element that what follows stands in.
func (w *blocks) tag(a atom.Atom, kind html.TokenType, skip atom.Atom) atom.Atom {
	switch {
	case skip != 0 && !(kind == html.EndTagToken && a == skip) && a != atom.Body:
		return skip
	case skip != 0:
		return 0
	case silent[a] && kind == html.StartTagToken:
		return a
	case a == atom.Br:
		w.line()
	case a == atom.Q && kind != html.SelfClosingTagToken:
		w.text("\"")
	case !inline[a]:
		w.block()
	}
	return 0
}

// blocks lays text out: paragraphs parted by an empty line, runs of blanks as one.
type blocks struct {
	b     strings.Builder
	blank bool // a blank is due before the next word
	ends  int  // line ends due before the next word
}

func (w *blocks) String() string { return w.b.String() }
func (w *blocks) block()         { w.ends = 2 }
func (w *blocks) line()          { w.ends = min(w.ends+1, 2) }

// text writes words; white space of any kind and number is one blank, as browsers show it.
func (w *blocks) text(s string) {
	for i, word := range strings.FieldsFunc(s, isBlank) {
		w.blank = w.blank || i > 0 || isBlank(rune(s[0]))
		switch {
		case w.b.Len() == 0:
		case w.ends > 0:
			w.b.WriteString("\n\n"[:w.ends])
		case w.blank:
			w.b.WriteByte(' ')
		}
		w.b.WriteString(word)
		w.blank, w.ends = false, 0
	}
	w.blank = w.blank || s != "" && isBlank(rune(s[len(s)-1]))
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' }

var charsetName = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?([a-z0-9_:-]+)`)

// declared is the encoding that a page names for itself, "" when it names none.
func declared(raw []byte) string {
	if found := charsetName.FindSubmatch(raw[:min(len(raw), 4<<10)]); found != nil {
		return string(found[1])
	}
	return ""
}
