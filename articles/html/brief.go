package html

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The extractors weigh text, and a brief of a sentence or two has less of it than the page around it: then they give the foot of
// the page, or all of the page, or the story and then the page with the story. A brief is found by its headline instead.

// beside are the elements that hold no brief: what frames a page, and lists, which lead to other stories.
var beside = tags(atom.Head, atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Figure, atom.Li)

// mostBrief is how long a text can be, in bytes, that is doubted; leastOf how much of it a brief comes to, unless it is a short
// one: a sentence below the headline of a long page is a teaser, and of a blog a greeting.
const (
	mostBrief = 3000
	leastOf   = 0.4
)

// isBrief reports whether a brief can be all of the story in a text.
func isBrief(brief, text string) bool {
	return len(brief) >= fewestBytes && (len(text) < 2*shortText || float64(len(brief)) >= leastOf*float64(len(text)))
}

// doubtful reports a text that is not the story alone: one line that begins with the page or its headline, or a story that is
// followed by the headline and the story again.
func doubtful(text string, headlines []string) bool {
	if len(text) > mostBrief {
		return false
	}
	list := strings.Split(text, "\n\n")
	if len(list) == 1 {
		return holdsHeadline(text, headlines)
	}
	first, headed := oneLine(list[0]), false
	for _, block := range list[1:] {
		block = oneLine(block)
		headed = headed || isOneOf(block, headlines) || holdsHeadline(block, headlines)
		if headed && len(first) >= fewestBytes && strings.Contains(block, first) {
			return true
		}
	}
	return false
}

// holdsHeadline reports a block with more in it than a headline.
func holdsHeadline(block string, headlines []string) bool {
	for _, h := range headlines {
		if len(block) > len(h) && strings.Contains(block, h) {
			return true
		}
	}
	return false
}

// brief gives the sentences that stand with the headline in the smallest element that has any; "" if the page shows
// no headline.
func brief(doc *html.Node, f *facts) string {
	head := headingOf(doc, f.headlines())
	if head == nil {
		return ""
	}
	var tried *html.Node
	for n := head.Parent; n != nil; n = n.Parent {
		if found := sentencesIn(n, tried); len(found) > 0 {
			return strings.Join(found, "\n\n")
		}
		tried = n
	}
	return ""
}

// headingOf finds the element that shows one of the headlines, a heading before any other.
func headingOf(doc *html.Node, headlines []string) (found *html.Node) {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !blocks[element(n)] {
			continue
		}
		heading := len(n.Data) == 2 && n.Data[0] == 'h'
		if !heading && found != nil || beside[element(n)] || beside[element(n.Parent)] || !leaf(n) || !isOneOf(render(n), headlines) {
			continue
		}
		if heading {
			return n
		}
		found = n
	}
	return found
}

// sentencesIn gives the blocks below n that read as sentences. Those in tried were looked at before: there are none. The parser
// bounds the depth.
func sentencesIn(n, tried *html.Node) (found []string) {
	for c := range n.ChildNodes() {
		if c == tried || c.Type != html.ElementNode || beside[element(c)] {
			continue
		}
		if !blocks[element(c)] || !leaf(c) {
			found = append(found, sentencesIn(c, nil)...)
		} else if text := render(c); endsSentence(text) && !slices.Contains(found, text) {
			found = append(found, text)
		}
	}
	return found
}

// leaf reports an element with no block in it.
func leaf(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if !inline(c) {
			return false
		}
	}
	return true
}

// endsSentence reports a text of some words that ends as a sentence does. Chinese and Japanese have no blanks between words.
func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(text))
	words := len(strings.Fields(text))
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }) {
		words = utf8.RuneCountInString(text) / 2
	}
	return words >= fewestWords && strings.ContainsRune(".!?…”’\"»。！？」』", last) && !strings.HasPrefix(text, "©")
}
