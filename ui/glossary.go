package ui

import (
	"quotidian/matching/wording"
	"quotidian/ui/say"
	"quotidian/ui/severity"
)

// ExplainChanges says what the names of changes mean, the gravest first.
func (w *Window) ExplainChanges() {
	var lines []string
	for _, k := range wording.Kinds() {
		lines = append(lines, say.T("%s: %s", say.T(string(k)), severity.Meaning(k)))
	}
	w.Tell(say.T("What the words for changes mean"), lines...)
}
