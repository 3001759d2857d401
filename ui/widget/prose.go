package widget

import (
	"quotidian/ui/look"
	"quotidian/ui/say"
)

const (
	// proseMost is how much text a card or an inspector shows, in characters: three screens of a narrow column.
	// A card of a million characters would be a picture of as many lines, and Fyne's software painter fills it all.
	proseMost = 3000
	// lineWeight is what a line break counts, since a line costs height however short it is.
	lineWeight = 40
)

// Prose shows runs on a card or in an inspector. What is too long there is cut, and how much is said; the whole
// of it stands in the reader.
func Prose(runs ...Run) *FlowText { return NewFlowText(cutRuns(runs, proseMost)...) }

// cutRuns keeps the first most characters.
func cutRuns(runs []Run, most int) []Run {
	for i := range runs {
		for at, r := range runs[i].Text {
			most--
			if r == '\n' {
				most -= lineWeight
			}
			if most >= 0 {
				continue
			}
			last := runs[i]
			last.Text = last.Text[:at]
			return append(append(append([]Run{}, runs[:i]...), last), Run{Text: " … " + say.T("%s more characters, see the article", say.Number(left(runs[i:], at))), Ink: look.Muted})
		}
	}
	return runs
}

// left counts the characters of runs from byte at of the first one on.
func left(runs []Run, at int) int {
	n := 0
	for i, r := range runs {
		text := r.Text
		if i == 0 {
			text = text[at:]
		}
		for range text {
			n++
		}
	}
	return n
}
