// Package contrast draws one wording against another: words left out are struck through, words put in underlined,
// each on a ground of its own, so that neither rests on colour.
package contrast

import (
	"fyne.io/fyne/v2"

	"quotidian/matching/wording"
	"quotidian/ui/look"
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
