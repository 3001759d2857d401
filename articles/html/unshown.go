package html

import "strings"

// Some pages show their story only where scripts run, or only its beginning to those who do not pay, and have the whole of it in
// their JSON-LD.

// muchMore is how many times the text that a page shows the text of its JSON-LD must be: what extractors add or leave out, and
// what publishers do, comes to less.
const muchMore = 1.3

// instead gives the story as JSON-LD has it, where the page shows much less of it: a text that is no more than half of
// it, or whose blocks stand in it for the greater part.
func (l linked) instead(text string) string {
	if len(l.body) < fewestBytes || l.isSource() || float64(len(l.body)) < muchMore*float64(len(text)) {
		return text
	}
	body, shared := oneLine(l.body), 0
	for block := range strings.SplitSeq(text, "\n\n") {
		if strings.Contains(body, oneLine(block)) {
			shared += len(block)
		}
	}
	if 2*shared < len(text) && 2*len(text) > len(l.body) {
		return text
	}
	return l.body
}

// isSource reports a body that is what its writer typed, Markdown and all, and not what readers see.
func (l linked) isSource() bool {
	return strings.Contains(l.body, "](") || strings.Contains(l.body, "**") || strings.Contains(l.body, "\n##")
}

// isTitle reports a text that is the headline or the title of the page and nothing else.
func (f *facts) isTitle(text string) bool {
	text = oneLine(text)
	return strings.EqualFold(text, oneLine(f.title)) || isOneOf(text, f.headlines())
}
