package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quotidian/articles"
	"quotidian/articles/masthead"
)

// Between the paragraphs of a story pages print links to other stories: "Read more: Lund says ‘we had no choice’". The
// extractors keep them, for they are paragraphs like any other, and then somebody is quoted who says nothing in this
// story.

const (
	// mostLabel is how many words stand before such a link: "Read more:", "You may also like:".
	mostLabel = 4
	// fewestLinked is how many words a headline has; shorter links are parts of a list, or buttons.
	fewestLinked = 3
)

// standing are the elements that such a link fills.
var standing = tags(atom.P, atom.Li, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Div)

// leads gives the blocks of a page that are a link to another story and nothing else, by their text.
func leads(doc *html.Node) map[string]bool {
	found := map[string]bool{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !standing[element(n)] {
			continue
		}
		if l := (lead{}); l.read(n, false) && l.leadsAway() {
			found[oneLine(l.label.String()+l.linked.String()+l.rest.String())] = true
		}
	}
	return found
}

// lead is a block on its way: what stands before its link, in it and after it.
type lead struct{ label, linked, rest strings.Builder }

// read takes what stands below n; false means that there are blocks in it. The parser bounds the depth.
func (l *lead) read(n *html.Node, inLink bool) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && inLink:
			l.linked.WriteString(c.Data)
		case c.Type == html.TextNode && l.linked.Len() == 0:
			l.label.WriteString(c.Data)
		case c.Type == html.TextNode:
			l.rest.WriteString(c.Data)
		case c.Type != html.ElementNode || silent[element(c)]:
		case blocks[element(c)] || element(c) == atom.Br || !l.read(c, inLink || element(c) == atom.A):
			return false
		}
	}
	return true
}

// leadsAway reports that a block is a headline in a link, perhaps with a label before it or marks around it. A whole
// sentence in a link belongs to the story.
func (l *lead) leadsAway() bool {
	label, linked := strings.TrimSpace(l.label.String()), strings.TrimSpace(l.linked.String())
	if len(strings.Fields(linked)) < fewestLinked || strings.Trim(l.rest.String(), aroundLink) != "" {
		return false
	}
	if strings.HasSuffix(strings.TrimRight(linked, `"”’'»)`), ".") && !strings.HasSuffix(linked, "...") {
		return false
	}
	return strings.Trim(label, aroundLink) == "" || strings.HasSuffix(label, ":") && len(strings.Fields(label)) <= mostLabel
}

// aroundLink are the marks and blanks that stand around such a link.
const aroundLink = " \t\r\n\u00a0[]()|•·»›→▸►*-–—"

// without drops links to other stories and notes of advertising from a text, unless they are most of it.
func without(text string, drop map[string]bool) string {
	var kept []string
	size := 0
	for block := range strings.SplitSeq(text, "\n\n") {
		if line := oneLine(block); !drop[line] && !advertising[strings.ToLower(line)] {
			kept = append(kept, block)
			size += len(block)
		}
	}
	if 2*size < len(text) {
		return text
	}
	return strings.Join(kept, "\n\n")
}

// advertising stands between paragraphs and says that something else does.
var advertising = map[string]bool{
	"advertisement": true, "advertising": true, "story continues below advertisement": true, "article continues below advertisement": true,
	"advertisement - story continues below": true, "anzeige": true, "werbung": true, "publicité": true, "publicidad": true, "pubblicità": true,
	"publicidade": true, "реклама": true, "reklam": true, "reklama": true, "إعلان": true,
}

// mostHead is how many blocks stand above a story that are none of its text: headline, author, dates.
const mostHead = 6

// withoutHead drops what stands above the story and in fields of its own from the text of a: the headline, and lines that
// say who wrote it and when, which fill the fields that are empty.
func withoutHead(a *articles.Article, headlines ...string) {
	for range mostHead {
		line, rest, _ := strings.Cut(a.Text, "\n\n")
		if len(rest) < fewestBytes {
			return
		}
		line = oneLine(line)
		if slices.ContainsFunc(append(headlines, a.Title), func(h string) bool { return strings.EqualFold(line, oneLine(h)) }) {
			a.Text = rest
			continue
		}
		by := masthead.Byline(line)
		when, dated := masthead.Published(line)
		if by == "" && !dated {
			return
		}
		if a.Byline == "" {
			a.Byline = by
		}
		if !a.Published.Known() {
			a.Published = when
		}
		a.Text = rest
	}
}
