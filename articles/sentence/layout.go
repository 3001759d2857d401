package sentence

import "quotidian/articles/token"

// Layout is how a text is set: it tells which line breaks begin a paragraph.
type Layout struct {
	// wrapped says that lines were broken to keep them short, which shows in most of them going on in small letters.
	wrapped bool
}

// LayoutOf looks at the line breaks of a text. Blank lines say nothing of the others.
func LayoutOf(toks []token.Token) Layout {
	lines, lower := 0, 0
	for _, t := range toks {
		if t.Has(token.Line) && !t.Has(token.Paragraph) {
			lines++
			if beginsLower(t) {
				lower++
			}
		}
	}
	return Layout{wrapped: lower*2 > lines}
}

// Begins reports whether a token begins a paragraph: behind a blank line always, and behind any line break unless the text is
// wrapped or goes on in small letters.
func (l Layout) Begins(t token.Token) bool {
	return t.Has(token.Paragraph) || t.Has(token.Line) && !l.wrapped && !beginsLower(t)
}
