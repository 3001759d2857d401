package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
)

// Measure is the widest column of running text, in points: lines of more than some ninety characters are hard to follow.
const Measure = 720

// ReadingPad is the air around running text.
const ReadingPad = 18

// Act is a button of a bar.
func Act(label string, icon fyne.Resource, act func()) fyne.CanvasObject {
	b := fynewidget.NewButtonWithIcon(label, icon, act)
	b.Importance = fynewidget.LowImportance
	return b
}

// Bar is the strip above a page with what can be done there: left leads to other places, middle says something, right
// acts on what the page shows. Each of them may be nil.
func Bar(left, middle, right fyne.CanvasObject) fyne.CanvasObject {
	row := container.NewBorder(nil, nil, left, right)
	if middle != nil {
		row.Add(middle)
	}
	return NewPanel(look.Surface, Dock(nil, fynewidget.NewSeparator(), nil, nil, container.NewPadded(row)))
}

// Reading is the frame of a screen on which a text is read: a bar, the text at a readable width on a page that scrolls,
// and beside it what is said about the place that is chosen.
func Reading(bar fyne.CanvasObject, page *Page, text fyne.CanvasObject, side fyne.CanvasObject, sideWidth float32) fyne.CanvasObject {
	page.SetContent(Narrow(Measure, Padded(ReadingPad, text)))
	return Inspector(Dock(bar, nil, nil, nil, page), side, sideWidth)
}

// Fact is a named value in the column beside a page.
func Fact(name string, value ...Run) fyne.CanvasObject {
	return Stack(0, NewLine(name, Section), Prose(value...))
}
