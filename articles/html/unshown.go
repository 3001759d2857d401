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
	shared := sharedWith(text, oneLine(l.body))
	if 2*shared < len(text) && 2*len(text) > len(l.body) {
		return text
	}
	return l.body
}

// sharedWith gives how many bytes of a text stand in body, block by block and in the same order.
func sharedWith(text, body string) (shared int) {
	missing := 0
	for block := range strings.SplitSeq(text, "\n\n") {
		line := oneLine(block)
		if at := strings.Index(body, line); at >= 0 {
			body, shared = body[at+len(line):], shared+len(block)
		} else if missing++; missing > mostMissing {
			break
		}
	}
	return shared
}

// mostMissing bounds the work on a text of many blocks of which none is shared.
const mostMissing = 200

// isSource reports a body that is what its writer typed, Markdown and all, and not what readers see.
func (l linked) isSource() bool {
	return strings.Contains(l.body, "](") || strings.Contains(l.body, "**") || strings.Contains(l.body, "\n##")
}

// isTitle reports a text that is the headline or the title of the page and nothing else.
func (f *facts) isTitle(text string) bool {
	text = oneLine(text)
	return strings.EqualFold(text, oneLine(f.title)) || isOneOf(text, f.headlines())
}
