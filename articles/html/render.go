package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks start and end a block of text; pre keeps its blanks.
var blocks = tags(atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Blockquote,
	atom.Table, atom.Tr, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Nav, atom.Pre, atom.Figure,
	atom.Figcaption, atom.Dl, atom.Dt, atom.Dd, atom.Address, atom.Hr, atom.Form, atom.Fieldset, atom.Details, atom.Summary, atom.Body,
	atom.Title, atom.Option, atom.Select, atom.Center)

// silent elements hold nothing a reader sees as text.
var silent = tags(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Object, atom.Svg, atom.Math, atom.Canvas,
	atom.Audio, atom.Video, atom.Head, atom.Textarea, atom.Button, atom.Select, atom.Noembed, atom.Noframes)

func tags(list ...atom.Atom) map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, a := range list {
		m[a] = true
	}
	return m
}

// render gives the text below n.
func render(n *html.Node) string {
	var w writer
	w.node(n)
	return w.String()
}

// writer lays out blocks: one empty line between them, runs of blanks as one. A no-break space counts as a
// blank: trafilatura makes it one, and a page must read the same whichever way it was read.
type writer struct {
	b     strings.Builder
	space bool // a blank is due before the next word
	brk   int  // line ends due before the next word
}

func (w *writer) String() string { return w.b.String() }

// node walks without recursion: the tree of a hostile page is deep.
func (w *writer) node(root *html.Node) {
	for n := root; n != nil; {
		if w.enter(n) && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			w.leave(n)
			n = n.Parent
		}
		w.leave(n)
		if n == root {
			return
		}
		n = n.NextSibling
	}
}

// enter writes what stands before an element's children and reports whether they are to be read.
func (w *writer) enter(n *html.Node) bool {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
	case html.ElementNode:
		a := element(n)
		if silent[a] {
			return false
		}
		w.tag(a)
	}
	return true
}

func (w *writer) leave(n *html.Node) {
	if n.Type == html.ElementNode && element(n) != atom.Br {
		w.tag(element(n))
	}
}

// element names n by its tag: the extractors leave DataAtom empty or wrong on elements that they have renamed.
func element(n *html.Node) atom.Atom { return atom.Lookup([]byte(n.Data)) }

// lineEnd asks for at least n line ends; two <br> make a new block.
func (w *writer) lineEnd(n int) {
	if n == 1 {
		n = w.brk + 1
	}
	w.brk = min(max(w.brk, n), 2)
}

func (w *writer) text(s string) {
	s = strings.ReplaceAll(s, "\u00a0", " ")
	for len(s) > 0 {
		i := strings.IndexAny(s, " \t\n\r\f")
		if i == 0 {
			w.space = true
			s = s[1:]
			continue
		}
		word := s
		if i > 0 {
			word = s[:i]
		}
		w.word(word)
		s = s[len(word):]
	}
}

func (w *writer) word(s string) {
	switch {
	case w.b.Len() == 0:
	case w.brk > 0:
		w.b.WriteString("\n\n"[:w.brk])
	case w.space:
		w.b.WriteByte(' ')
	}
	w.space, w.brk = false, 0
	w.b.WriteString(s)
}

// furniture elements frame a page; the token reader, which cannot weigh blocks, leaves them out.
var furniture = tags(atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Form, atom.Menu)

// framing is furniture with the title, which stands above a page.
var framing = tags(atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Form, atom.Menu, atom.Title)

// visible gives the text of a page by its tokens, without building a tree: all that is not furniture, or all
// that there is when furniture was never closed. Its title is no text of it.
func visible(page string) string {
	if text := tokens(page, framing); len(text) >= fewestBytes {
		return text
	}
	return tokens(page, tags(atom.Title))
}

func tokens(page string, skip map[atom.Atom]bool) string {
	var w writer
	z := html.NewTokenizer(strings.NewReader(page))
	hidden := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return w.String()
		case html.TextToken:
			if hidden == 0 {
				w.text(string(z.Text()))
			}
		case html.StartTagToken:
			a := atomOf(z)
			if a != atom.Head && silent[a] || skip[a] {
				hidden++
			}
			w.tag(a)
		case html.EndTagToken:
			a := atomOf(z)
			if (a != atom.Head && silent[a] || skip[a]) && hidden > 0 {
				hidden--
			}
			w.tag(a)
		case html.SelfClosingTagToken:
			w.tag(atomOf(z))
		}
	}
}

func (w *writer) tag(a atom.Atom) {
	switch {
	case a == atom.Br:
		w.lineEnd(1)
	case a == atom.Td || a == atom.Th:
		w.space = true
	case blocks[a]:
		w.lineEnd(2)
	}
}

func atomOf(z *html.Tokenizer) atom.Atom {
	name, _ := z.TagName()
	return atom.Lookup(name)
}
