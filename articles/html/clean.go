package html

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quotidian/articles/token"
)

// Trafilatura drops the elements that it does not know, and with them the text up to the next one: of "<p>One. <svg/> Two.</p>"
// it keeps "One." So all that shows no text is taken away before, and what is left of unknown elements is what they hold.

// known are the elements below <body> that are no blocks and that the extractors keep together with what follows.
var known = tags(atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Br, atom.Cite, atom.Code, atom.Del, atom.Dfn,
	atom.Em, atom.Font, atom.I, atom.Img, atom.Ins, atom.Kbd, atom.Mark, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strike,
	atom.Strong, atom.Sub, atom.Sup, atom.Tt, atom.U, atom.Var,
	atom.Html, atom.Caption, atom.Col, atom.Colgroup, atom.Hgroup, atom.Menu, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead)

// bare are elements without text that are not silent: they stand in lines of text.
var bare = tags(atom.Wbr, atom.Input, atom.Embed, atom.Picture, atom.Source, atom.Track, atom.Param, atom.Link, atom.Meta, atom.Area)

// unseen are classes of what only those hear who have the page read out: "opens in a new tab".
var unseen = []string{"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader"}

// clean takes from the body of a page what shows no text, and puts what unknown elements hold in their place.
func clean(doc *html.Node) {
	var gone, opened, set []*html.Node
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch a := element(n); {
		case ofHead(n):
		case silent[a], bare[a], !blocks[a] && hidden(n), a == atom.Sup && refers(n), besideStory(n.Data):
			gone = append(gone, n)
		case a == atom.Pre:
			set = append(set, n)
		case a == atom.Q:
			quote(n)
			opened = append(opened, n)
		case !blocks[a] && !known[a]:
			opened = append(opened, n)
		}
	}
	for _, n := range gone {
		n.Parent.RemoveChild(n)
	}
	for _, n := range opened {
		open(n)
	}
	for _, n := range set {
		breakLines(n)
	}
}

// ofHead reports the head of a page and what stands in it, but for scripts: trafilatura takes any JSON-LD for text where it finds
// little else.
func ofHead(n *html.Node) bool {
	return element(n) == atom.Head || element(n.Parent) == atom.Head && element(n) != atom.Script
}

// breakLines makes a <div> whose lines are parted by <br> of a <pre>, as which old wires and archives are kept: there line breaks
// are all that tells of paragraphs.
func breakLines(pre *html.Node) {
	pre.Data, pre.DataAtom = "div", atom.Div
	for c := pre.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.TextNode {
			continue
		}
		empty := 0
		for line, rest, more := strings.Cut(c.Data, "\n"); more; line, rest, more = strings.Cut(rest, "\n") {
			if c.Data = rest; strings.TrimSpace(line) != "" {
				empty = 0
				pre.InsertBefore(&html.Node{Type: html.TextNode, Data: line}, c)
			} else if empty++; empty > 1 {
				continue // one empty line parts paragraphs as well as many
			}
			pre.InsertBefore(&html.Node{Type: html.ElementNode, DataAtom: atom.Br, Data: "br"}, c)
		}
	}
}

// hovers reports whether a class is of what shows only while the mouse is on a word: "tooltip-text". The word itself stands in
// an element around it, "tooltip".
func hovers(class string) bool {
	of := func(end string) bool { return strings.HasSuffix(class, end) }
	for _, what := range []string{"tooltip", "popover", "hovercard", "rollover"} {
		if strings.Contains(class, what) {
			return of("text") || of("content") || of("block") || of("body") || of("inner")
		}
	}
	return false
}

// besideStory reports whether an element of a page's own making says by its name that it holds none of the story: <amp-ad>.
func besideStory(name string) bool {
	for part := range strings.SplitSeq(name, "-") {
		switch part {
		case "ad", "ads", "advert", "advertisement", "share", "social", "promo", "newsletter", "comments":
			return part != name
		}
	}
	return false
}

// open puts the children of n in its place.
func open(n *html.Node) {
	if n.Parent == nil {
		return
	}
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

// quote gives a <q> the quotation marks that browsers print around it, unless it brings its own.
func quote(n *html.Node) {
	if n.FirstChild == nil || n.FirstChild.Type == html.TextNode && startsQuote(n.FirstChild.Data) {
		return
	}
	n.InsertBefore(&html.Node{Type: html.TextNode, Data: "“"}, n.FirstChild)
	n.AppendChild(&html.Node{Type: html.TextNode, Data: "”"})
}

func startsQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(s))
	return token.IsMark(r)
}

// refers reports whether a raised number or sign leads to a note.
func refers(n *html.Node) bool {
	linked := false
	for c := range n.Descendants() {
		linked = linked || c.Type == html.ElementNode && element(c) == atom.A
		if c.Type == html.TextNode && strings.Trim(c.Data, "0123456789[]()*†‡, ") != "" {
			return false
		}
	}
	return linked
}

// hidden reports whether a page says that an element in a line of text is not to be seen. What is hidden in blocks may be the
// story, which a script brings to light.
func hidden(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		switch a.Key {
		case "hidden":
			return true
		case "class":
			return slices.ContainsFunc(strings.Fields(strings.ToLower(a.Val)), func(c string) bool { return slices.Contains(unseen, c) || hovers(c) })
		}
		return false
	})
}
