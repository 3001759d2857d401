package clippings

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quotidian/articles/date"
	pages "quotidian/articles/html"
)

var (
	factivaPage    = regexp.MustCompile(`class="(?:article )?[^"]*\b[a-z]{2}Article\b`)
	europressePage = regexp.MustCompile(`class="[^"]*\b(?:DocPublicationName|titreArticleVisu)\b`)
	europresseDay  = regexp.MustCompile(`·((?:19|20)\d{6})·`)
)

// LooksPage reports whether a page is one of Factiva's or Europresse's, by the classes that only they use.
func LooksPage(page []byte) bool { return factivaPage.Match(page) || europressePage.Match(page) }

// SplitPage splits a page of Factiva or Europresse; ok is false when no article is found in it, or none is looked for: no
// database writes a page that is tangled.
func SplitPage(page string) (records []Record, ok bool) {
	if pages.Tangled(page) {
		return nil, false
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, false
	}
	if europressePage.MatchString(page) {
		for _, n := range all(doc, func(n *html.Node) bool { return n.DataAtom == atom.Article }) {
			var f found
			f.europresse(n)
			records = append(records, f.record("europresse"))
		}
		return records, len(records) > 0
	}
	for _, n := range all(doc, isFactivaArticle) {
		var f found
		if !f.factivaTable(n) && !f.display(strings.Split(blockText(n), "\n")) {
			records = append(records, Record{Err: errNoText})
			continue
		}
		records = append(records, f.record("factiva"))
	}
	return records, len(records) > 0
}

func isFactivaArticle(n *html.Node) bool {
	return n.DataAtom == atom.Div && slices.ContainsFunc(classes(n), func(c string) bool {
		return len(c) == len("xxArticle") && strings.HasSuffix(c, "Article")
	})
}

// factivaTable reads the table of field codes.
func (f *found) factivaTable(article *html.Node) bool {
	fields := map[string][]string{}
	for _, row := range all(article, func(n *html.Node) bool { return n.DataAtom == atom.Tr }) {
		cells := all(row, func(n *html.Node) bool { return n.DataAtom == atom.Td })
		if len(cells) != 2 {
			continue
		}
		if code := oneLine(blockText(cells[0])); factivaCode.MatchString(code) {
			fields[code] = append(fields[code], strings.Split(blockText(cells[1]), "\n")...)
		}
	}
	if fields["HD"] == nil && fields["TD"] == nil {
		return false
	}
	f.coded(fields)
	return true
}

// europresse reads one <article>: everything but the day stands under a class of its own, and the footer holds the
// day as "news·20240514·SC·0012".
func (f *found) europresse(article *html.Node) {
	f.outlet = oneLine(classText(article, "DocPublicationName"))
	f.outlet, _, _ = strings.Cut(f.outlet, ", no.")
	f.title = oneLine(classText(article, "titreArticleVisu"))
	if f.title == "" {
		f.title = oneLine(classText(article, "titreArticle"))
	}
	f.byline = oneLine(classText(article, "sm-margin-bottomNews"))
	if m := europresseDay.FindStringSubmatch(blockText(article)); m != nil {
		f.published, _ = date.Parse(m[1])
	}
	if !f.published.Known() {
		for part := range strings.SplitSeq(classText(article, "DocHeader"), ",") {
			if d, ok := dateOf(part); ok {
				f.published = d
			}
		}
	}
	for _, box := range all(article, func(n *html.Node) bool { return slices.Contains(classes(n), "docOcurrContainer") }) {
		f.body = append(f.body, paragraphs(strings.Split(blockText(box), "\n"))...)
	}
}

func classText(n *html.Node, class string) string {
	if nodes := all(n, func(n *html.Node) bool { return slices.Contains(classes(n), class) }); len(nodes) > 0 {
		return blockText(nodes[0])
	}
	return ""
}

func classes(n *html.Node) []string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			return strings.Fields(a.Val)
		}
	}
	return nil
}

// all gives the outermost nodes below n that are wanted, in order. The parser bounds the depth.
func all(n *html.Node, wanted func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && wanted(c) {
			out = append(out, c)
			continue
		}
		out = append(out, all(c, wanted)...)
	}
	return out
}

// blockText gives the text below n with an empty line around every block, for the readers of lines.
func blockText(n *html.Node) string {
	var b bytes.Buffer
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(strings.Join(strings.FieldsFunc(" "+n.Data+" ", func(r rune) bool { return r == '\n' || r == '\r' }), " "))
			return
		case n.DataAtom == atom.Script || n.DataAtom == atom.Style:
			return
		case n.DataAtom == atom.Br:
			b.WriteByte('\n')
		}
		block := n.DataAtom == atom.P || n.DataAtom == atom.Div || n.DataAtom == atom.Td || n.DataAtom == atom.Tr || n.DataAtom == atom.H1 || n.DataAtom == atom.Section || n.DataAtom == atom.Footer
		if block {
			b.WriteString("\n\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			b.WriteString("\n\n")
		}
	}
	walk(n)
	return b.String()
}
