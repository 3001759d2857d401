package listing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Nothing stands in the place of rows that a search hides all of: it says so and leads back.
func Nothing(of, query string, all func()) fyne.CanvasObject {
	show := widget.NewButton(say.T("Show all"), nil, all)
	show.Importance = fynewidget.HighImportance
	return widget.Empty(say.T("Nothing of %s matches", of), say.T("Words searched for: %s", query), show)
}

// Cite joins what is known of a source, as a person would write it behind what is cited; what is not known is left out.
func Cite(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}
