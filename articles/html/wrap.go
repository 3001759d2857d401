package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Trafilatura looks for paragraphs: on a page with <p> elements a <div> with a sentence in it is dropped, even if they are only a
// caption and a note of the author, and so is a sentence that stands bare between two elements. Of a <div> whose paragraphs are parted by <br> it gives all but the first twice where
// the class of an element around it names the story. All of them are what a reader sees as paragraphs.

// holders are the elements in which a sentence that stands bare is a paragraph.
var holders = tags(atom.Div, atom.Section, atom.Article, atom.Main)

// lineHolders are the elements in which lines parted by <br> are paragraphs.
var lineHolders = tags(atom.Div, atom.Section, atom.Article, atom.Main, atom.Span, atom.Font, atom.Center, atom.Body)

// fewestWords is how many words a bare sentence has; shorter ones are labels.
const fewestWords = 4

// paragraphs makes paragraphs of the sentences that stand bare in other elements, and of the lines of a list's points.
func paragraphs(doc *html.Node) {
	openTables(doc)
	var lines, others []*html.Node
	s := sentencesOf(doc)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch a := element(n); {
		case lineHolders[a] && holdsLines(n) && !inLine(n) && !apart(n):
			lines = append(lines, n)
		case holders[a] && (s.beside(n) || holdsParagraph(n)) && !apart(n), a == atom.Li && isPointOfLines(n):
			others = append(others, n)
		}
	}
	for _, n := range append(others, s.like(lines)...) {
		wrapRuns(n, bareSentence)
	}
	for _, n := range lines {
		wrapRuns(n, storyLine)
	}
}

// How many elements before and behind a sentence are looked at for paragraphs: one far off says nothing. Comments and text
// between them cost time too.
const (
	mostAround = 4
	mostNodes  = 64
)

// sentences are the elements of a page that hold bare sentences and nothing else.
type sentences map[*html.Node]bool

func sentencesOf(doc *html.Node) sentences {
	s := sentences{}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && holders[element(n)] && holdsSentence(n) {
			s[n] = true
		}
	}
	return s
}

func holdsSentence(n *html.Node) bool {
	var run []*html.Node
	for c := range n.ChildNodes() {
		if !inline(c) {
			return false
		}
		run = append(run, c)
	}
	return bareSentence(run)
}

// beside reports whether n stands among paragraphs: close to a <p>, close to another sentence if it is one itself, or as a lead
// close above what holds paragraphs.
func (s sentences) beside(n *html.Node) bool {
	before := func(n *html.Node) *html.Node { return n.PrevSibling }
	behind := func(n *html.Node) *html.Node { return n.NextSibling }
	paragraph := func(c *html.Node) bool { return element(c) == atom.P || s[c] && s[n] }
	return near(n, before, paragraph) || near(n, behind, paragraph) || s[n] && near(n, behind, holdsParagraph)
}

// like gives the sentences whose elements have the class of one in which lines are paragraphs: a channel sets all its posts
// alike, and one of a single paragraph has no line break.
func (s sentences) like(lines []*html.Node) (found []*html.Node) {
	classes := map[string]bool{}
	for _, n := range lines {
		classes[class(n)] = true
	}
	for n := range s {
		if c := class(n); c != "" && classes[c] && !apart(n) {
			found = append(found, n)
		}
	}
	return found
}

func class(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			return a.Val
		}
	}
	return ""
}

// near reports whether one of the elements close to n, in the direction of next, is as asked for.
func near(n *html.Node, next func(*html.Node) *html.Node, is func(*html.Node) bool) bool {
	elements, nodes := 0, 0
	for c := next(n); c != nil && elements < mostAround && nodes < mostNodes; c = next(c) {
		if nodes++; c.Type != html.ElementNode {
			continue
		}
		if is(c) {
			return true
		}
		elements++
	}
	return false
}

func holdsParagraph(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && element(c) == atom.P {
			return true
		}
	}
	return false
}

// inLine reports whether n stands in a heading, a paragraph or a link, whose lines are no paragraphs.
func inLine(n *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		switch element(n) {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P, atom.A:
			return true
		}
	}
	return false
}

// isPointOfLines reports a point of a list in the story that has several lines.
func isPointOfLines(n *html.Node) bool { return holdsLines(n) && !inLine(n) && !apart(n.Parent) }

// holdsLines reports whether text and line breaks stand in n itself and not only in elements below it.
func holdsLines(n *html.Node) bool {
	text, broken := false, false
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			text = text || strings.TrimSpace(c.Data) != ""
		case c.Type == html.ElementNode && element(c) == atom.Br:
			broken = true
		}
	}
	return text && broken
}

// apart reports whether n stands in what frames a page or a picture, whose sentences are none of the story.
func apart(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if a := element(n); n.Type == html.ElementNode && (furniture[a] || a == atom.Figure || a == atom.Li || a == atom.Table) {
			return true
		}
	}
	return false
}

// wrapRuns puts a <p> around every run of children of n that are no blocks and read as they should. Two <br> end a run.
func wrapRuns(n *html.Node, reads func(run []*html.Node) bool) {
	var run []*html.Node
	end := func() {
		if reads(run) {
			p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
			n.InsertBefore(p, run[0])
			for _, c := range run {
				n.RemoveChild(c)
				p.AppendChild(c)
			}
		}
		run = run[:0]
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case isBreak(c) && (len(run) == 0 || breaksAgain(c)):
			end()
		case inline(c):
			run = append(run, c)
		default:
			end()
		}
	}
	end()
}

func isBreak(n *html.Node) bool { return n.Type == html.ElementNode && element(n) == atom.Br }

// breaksAgain reports whether nothing but blanks stands between a <br> and the next one.
func breaksAgain(n *html.Node) bool {
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
			continue
		}
		return isBreak(c)
	}
	return false
}

// inline reports whether a node stands in a line of text. What shows none is gone, see clean.
func inline(n *html.Node) bool {
	switch {
	case n.Type != html.ElementNode:
		return n.Type == html.TextNode
	case blocks[element(n)]:
		return false
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && blocks[element(c)] {
			return false
		}
	}
	return true
}

// bareSentence reports whether nodes read as a sentence that is, in the main, no link.
func bareSentence(run []*html.Node) bool {
	text, linked := textOf(run)
	last, _ := utf8.DecodeLastRuneInString(text)
	return len(strings.Fields(text)) >= fewestWords && strings.ContainsRune(".!?…”’\"»", last) && !linked
}

// storyLine reports whether nodes read as a line of a story whose lines are parted by <br>: any text that is, in the main, no link.
func storyLine(run []*html.Node) bool {
	text, linked := textOf(run)
	return text != "" && !linked
}

// textOf gives the text of nodes, and whether half of it is linked.
func textOf(run []*html.Node) (text string, linked bool) {
	var all, links strings.Builder
	for _, n := range run {
		read(n, &all, &links)
	}
	return strings.TrimSpace(all.String()), 2*links.Len() >= all.Len()
}

func read(n *html.Node, all, linked *strings.Builder) {
	if n.Type == html.TextNode {
		all.WriteString(n.Data)
	}
	for c := range n.Descendants() {
		if c.Type != html.TextNode {
			continue
		}
		all.WriteString(c.Data)
		if c.Parent.Data == "a" || n.Data == "a" {
			linked.WriteString(c.Data)
		}
	}
}
