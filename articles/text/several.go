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

// pieces cuts a text before each block that has the form of the one it begins with.
func pieces(text string) []string {
	first, ok := blockAt(strings.TrimLeft(text, " \t\n"))
	if !ok {
		return []string{text}
	}
	var starts []int
	apart := true // nothing, an empty line or a rule stands above
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n') + 1
		if end == 0 {
			break
		}
		line := strings.TrimSpace(text[at : at+end])
		if _, label, _, known := labelled(line); apart && known && label == first.labels[0] {
			if b, ok := blockAt(text[at:]); ok && first.alike(b) {
				starts = append(starts, at)
			}
		}
		apart = line == "" || isRule(line)
		at += end
	}
	return cut(text, starts)
}

// cut cuts a text at the starts of blocks. With nothing below one of them they are a list of articles, not articles.
func cut(text string, starts []int) (out []string) {
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		piece := withoutRule(text[at:end])
		if b, ok := blockAt(piece); !ok || strings.TrimSpace(b.body) == "" {
			return []string{text}
		}
		out = append(out, piece)
	}
	if len(out) < 2 {
		return []string{text}
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
