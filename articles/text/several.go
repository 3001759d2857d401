package text

import (
	"slices"
	"strings"

	"quotidian/articles"
)

// Split parts a text in which a person wrote one article under the other, each below a block of labels of the same form, and
// reads the blocks. A text that begins with no block, or holds only one, is one article. The fields that a has are those of
// every article, but for what its block says.
func Split(a *articles.Article) []*articles.Article {
	var out []*articles.Article
	for _, piece := range pieces(a.Text) {
		one := *a
		one.Text = piece
		readLabels(&one)
		out = append(out, &one)
	}
	return out
}

// pieces cuts a text before each block that has the form of the one it begins with, or before the headline above it.
func pieces(text string) []string {
	top := strings.TrimLeft(text, " \t\n")
	p := finder{apart: true, headline: -1}
	var ok bool
	if p.first, ok = blockAt(top); !ok {
		if p.first, ok = headed(top); !ok {
			return []string{text}
		}
		p.below = true
	}
	for at := 0; at < len(top); {
		end := strings.IndexByte(top[at:], '\n') + 1
		if end == 0 {
			break
		}
		p.line(top, at, strings.TrimSpace(top[at:at+end]))
		at += end
	}
	if len(p.starts) < 2 || p.starts[0] != 0 {
		return []string{text}
	}
	if out := cut(top, p.starts); out != nil {
		return out
	}
	return []string{text}
}

// finder looks for the blocks of a text, line by line.
type finder struct {
	first    block
	below    bool // it stands below a headline
	apart    bool // nothing, an empty line or a rule stands above the line
	headline int  // where the last line that is not blank begins, if it can be a headline; else below 0
	starts   []int
}

func (p *finder) line(text string, at int, line string) {
	start, placed := at, p.apart
	if p.below {
		start, placed = p.headline, p.headline >= 0
	}
	if _, label, _, known := labelled(line); known && placed && label == p.first.labels[0] {
		if b, ok := blockAt(text[at:]); ok && p.first.alike(b) {
			p.starts = append(p.starts, start)
		}
	}
	separates := line == "" || isRule(line)
	if !separates {
		p.headline = -1
		if p.apart && isHeadline(line) {
			p.headline = at
		}
	}
	p.apart = separates
}

// cut cuts a text at the starts of blocks. With nothing below one of them they are a list of articles, not articles: nil.
func cut(text string, starts []int) (out []string) {
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		one := articles.Article{Text: withoutRule(text[at:end])}
		out = append(out, one.Text)
		if readLabels(&one); one.Text == out[i] {
			return nil
		}
	}
	return out
}

// alike reports that another block was written by the same habit. The facts on a book below its review are labelled otherwise
// than the review.
func (b block) alike(other block) bool {
	shared := 0
	for i, label := range b.labels {
		if slices.Contains(b.labels[:i], label) || !slices.Contains(other.labels, label) {
			continue
		}
		shared++
	}
	return shared >= leastLabels && (2*shared >= len(b.labels) || 2*shared >= len(other.labels))
}

// isRule reports a line that a person draws between articles.
func isRule(line string) bool {
	return len(line) >= 3 && strings.Trim(line, "-=*_#~ ") == ""
}

// withoutRule takes the rule off the end of an article.
func withoutRule(piece string) string {
	rest := strings.TrimRight(piece, " \t\n")
	if at := strings.LastIndexByte(rest, '\n'); at >= 0 && isRule(strings.TrimSpace(rest[at:])) {
		return strings.TrimRight(rest[:at], " \t\n") + "\n"
	}
	return piece
}
