// Package contrast draws one wording against another: words left out are struck through, words put in underlined,
// each on a ground of its own, so that neither rests on colour.
package contrast

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"quotidian/matching/wording"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Runs draws a text with what it changed; without a diff the text stands as it is.
func Runs(text string, diff wording.Diff) []widget.Run {
	if len(diff) == 0 {
		return []widget.Run{{Text: text}}
	}
	var out []widget.Run
	for i, r := range diff {
		if i > 0 {
			out = append(out, widget.Run{Text: " "})
		}
		out = append(out, runsOf(r)...)
	}
	return out
}

// What is left out in a stretch of more than foldFrom words is folded to so many at either end.
const (
	foldFrom = 14
	foldEnds = 4
)

// Fold is the ID of the runs that stand for words folded away.
const Fold = 1

// Folded is Runs with long stretches that were left out folded to their ends, so that they do not bury what was changed.
func Folded(text string, diff wording.Diff) []widget.Run {
	var out []widget.Run
	for _, r := range Runs(text, diff) {
		words := strings.Fields(r.Text)
		if r.Ground != look.Deleted || len(words) <= foldFrom {
			out = append(out, r)
			continue
		}
		head, tail := r, r
		head.Text, tail.Text = strings.Join(words[:foldEnds], " "), strings.Join(words[len(words)-foldEnds:], " ")
		folded := say.T("… %s more words left out …", say.Number(len(words)-2*foldEnds))
		out = append(out, head, widget.Run{Text: " "}, widget.Run{Text: folded, Ink: theme.ColorNameHyperlink, Style: fyne.TextStyle{Underline: true}, ID: Fold}, widget.Run{Text: " "}, tail)
	}
	return out
}

func runsOf(r wording.Run) []widget.Run {
	switch r.Op {
	case wording.Deleted:
		return []widget.Run{deleted(r.A)}
	case wording.Inserted:
		return []widget.Run{inserted(r.B)}
	case wording.Replaced:
		return []widget.Run{deleted(r.A), {Text: " "}, inserted(r.B)}
	default:
		return []widget.Run{{Text: r.B}}
	}
}

func deleted(s string) widget.Run {
	return widget.Run{Text: s, Ink: look.OnDelete, Ground: look.Deleted, Style: fyne.TextStyle{Strikethrough: true}}
}

func inserted(s string) widget.Run {
	return widget.Run{Text: s, Ink: look.OnInsert, Ground: look.Inserted, Style: fyne.TextStyle{Underline: true}}
}
