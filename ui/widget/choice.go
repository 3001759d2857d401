package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Choice is a row of names of which one holds.
type Choice struct {
	Object  fyne.CanvasObject
	buttons []*Button
}

// NewChoice gives a row in which the one at a place holds; picked is told the place of the one that a person chooses.
func NewChoice(names []string, at int, picked func(i int)) *Choice {
	c := &Choice{}
	row := make([]fyne.CanvasObject, len(names))
	for i, name := range names {
		b := NewButton(name, radio(i == at), func() {
			c.Mark(i)
			picked(i)
		})
		b.Importance = fynewidget.LowImportance
		c.buttons = append(c.buttons, b)
		row[i] = b
	}
	c.Object = Wrap(2, row...)
	return c
}

// Mark shows which one holds, and tells nobody.
func (c *Choice) Mark(at int) {
	for i, b := range c.buttons {
		b.SetIcon(radio(i == at))
	}
}

func radio(on bool) fyne.Resource {
	if on {
		return theme.RadioButtonCheckedIcon()
	}
	return theme.RadioButtonIcon()
}
