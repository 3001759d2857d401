package text

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
)

// Programs that clip articles from the web save them as Markdown. A reader sees no "[Ana Orlo](https://…)", and nobody would
// find who said something there: so a text that is plainly Markdown is read as it is shown. Drafts are read otherwise, line by
// line (draft/manuscript), since what is found in them is told by the line.

// mostMarkdown bounds what is taken for Markdown, in bytes; clipped articles have some thousand.
const mostMarkdown = 1 << 20

var (
	link     = regexp.MustCompile(`\[[^\]\n]+\]\((?:https?:|/|mailto:|<)`)
	heading  = regexp.MustCompile(`(?m)^#{1,6} \S`)
	emphatic = regexp.MustCompile(`\*\*[^*\n]+\*\*|(?m)^(?:> |[*+-] |\d+\. )\S`)
)

// isMarkdown reports whether a text is Markdown beyond doubt: it has a link written so, or a heading and emphasis, a list or a
// quotation set in. labelled says that it began as Markdown does, with fields between lines of dashes.
func isMarkdown(s string, labelled bool) bool {
	linked, headed := strings.Contains(s, "]("), strings.Contains(s, "# ") // most texts need no closer look
	if !linked && !headed && !labelled || len(s) > mostMarkdown || !tame(s) {
		return false
	}
	headed = headed && heading.MatchString(s)
	return linked && link.MatchString(s) || (labelled || headed) && emphatic.MatchString(s) || labelled && headed
}

// mostSigns bounds the signs of one block, since the parser's time grows with the square of their number: 2,000 cost some
// milliseconds, 40,000 some seconds. A paragraph has under a hundred.
const mostSigns = 2000

// tame reports whether no block of a text is made of signs.
func tame(s string) bool {
	signs := 0
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) == "" {
			signs = 0
			continue
		}
		for i := range len(line) {
			if strings.IndexByte("[]_*~`><.", line[i]) >= 0 {
				signs++
			}
		}
		if signs > mostSigns {
			return false
		}
	}
	return true
}

var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote))

// shown gives Markdown as a reader sees it: paragraphs, headings and points of lists as blocks parted by an empty line, without
// marks, pictures and the numbers of notes.
func shown(s string) string {
	source := []byte(s)
	w := &page{source: source}
	err := ast.Walk(markdown.Parser().Parse(text.NewReader(source)), w.node)
	if err != nil {
		return s // no node gives one
	}
	return strings.TrimSpace(w.b.String())
}

// page is Markdown on its way to what is shown of it.
type page struct {
	source []byte
	b      strings.Builder
	due    bool // a new block is due before the next characters
}

func (p *page) node(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *east.TableCell:
		p.due = true
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.due = true
		p.write(n.Lines().Value(p.source))
	case *ast.HTMLBlock:
		p.due = true
		p.html(string(n.Lines().Value(p.source)))
	case *ast.Text:
		p.text(n)
	case *ast.String:
		p.write(n.Value)
	case *ast.AutoLink:
		p.write(n.Label(p.source))
	case *ast.Image, *ast.RawHTML, *east.FootnoteLink, *east.FootnoteBacklink:
		return ast.WalkSkipChildren, nil
	}
	return ast.WalkContinue, nil
}

// write writes characters, after the empty line that a new block asks for.
func (p *page) write(v []byte) {
	if len(v) == 0 {
		return
	}
	if p.due && p.b.Len() > 0 {
		p.b.WriteString("\n\n")
	}
	p.due = false
	p.b.Write(v)
}

// text writes characters, without the backslashes that guard signs.
func (p *page) text(n *ast.Text) {
	v := n.Value(p.source)
	if !n.IsRaw() {
		v = util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(v)))
	}
	p.write(v)
	switch {
	case n.HardLineBreak():
		p.write([]byte("\n"))
	case n.SoftLineBreak():
		p.write([]byte(" "))
	}
}

// html writes what a reader sees of HTML among Markdown.
func (p *page) html(s string) {
	z := html.NewTokenizer(strings.NewReader(s))
	for k := z.Next(); k != html.ErrorToken; k = z.Next() { // words in tags of their own become blocks: they are few
		if k == html.TextToken {
			p.write([]byte(strings.Join(strings.Fields(z.Token().Data), " ")))
			p.due = true
		}
	}
}
