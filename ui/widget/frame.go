package widget

import (
	"slices"

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
	b := NewButton(label, icon, act)
	b.Importance = fynewidget.LowImportance
	return b
}

// Bar is the strip above a page with what can be done there (see [Strip]), on a ground of its own.
func Bar(left []fyne.CanvasObject, middle fyne.CanvasObject, right ...fyne.CanvasObject) fyne.CanvasObject {
	return Dock(nil, fynewidget.NewSeparator(), nil, nil, NewPanel(look.Surface, Strip(left, middle, right...)))
}

// Strip sets buttons in a line: left leads to other places, middle says or takes something and gets the room that is left,
// right acts on what is shown; middle may be nil. Where a line is too short for all of it the strip takes a second one.
func Strip(left []fyne.CanvasObject, middle fyne.CanvasObject, right ...fyne.CanvasObject) fyne.CanvasObject {
	row := &strip{left: len(left), middle: middle}
	all := slices.Clone(left) // in the order in which they are read, which is that of the Tab key
	if middle != nil {
		all = append(all, middle)
	}
	return Padded(stripPad, container.New(row, append(all, right...)...))
}

const (
	stripPad = 4
	stripGap = 4
	// stripMiddle is the least room for what stands in the middle of a strip, in points for text of the normal size.
	stripMiddle = 180
)

// strip lays out so many objects at the left, the others at the right, and the middle, which may be nil, between them.
type strip struct {
	left   int
	middle fyne.CanvasObject
	height float32
}

// buttons are all objects but the middle.
func (s *strip) buttons(objects []fyne.CanvasObject) []fyne.CanvasObject {
	if s.middle == nil {
		return objects
	}
	return slices.Concat(objects[:s.left], objects[s.left+1:])
}

// each calls do with every object's place at a width and gives the height of all.
func (s *strip) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	buttons := s.buttons(objects)
	need, high := float32(0), float32(0)
	if s.middle != nil {
		need, high = grown(stripMiddle), s.middle.MinSize().Height
	}
	for _, o := range buttons {
		need += o.MinSize().Width + stripGap
		high = max(high, o.MinSize().Height)
	}
	at := func(o fyne.CanvasObject, x, y, w float32) { do(o, x, y, w, high) }
	if need > width {
		return s.inLines(buttons, width, high, at)
	}
	s.inLine(buttons, width, at)
	return high
}

func (s *strip) inLine(buttons []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y, w float32)) {
	from, to := float32(0), width
	for _, o := range buttons[:s.left] {
		w := o.MinSize().Width
		do(o, from, 0, w)
		from += w + stripGap
	}
	for _, o := range slices.Backward(buttons[s.left:]) {
		w := o.MinSize().Width
		do(o, to-w, 0, w)
		to -= w + stripGap
	}
	if s.middle != nil {
		do(s.middle, from, 0, to-from)
	}
}

// inLines breaks the line where it is full; the middle comes last.
func (s *strip) inLines(buttons []fyne.CanvasObject, width, high float32, do func(o fyne.CanvasObject, x, y, w float32)) float32 {
	x, y := float32(0), float32(0)
	room := func(w float32) {
		if x > 0 && x+w > width {
			x, y = 0, y+high+stripGap
		}
	}
	for _, o := range buttons {
		w := min(o.MinSize().Width, width)
		room(w)
		do(o, x, y, w)
		x += w + stripGap
	}
	if s.middle != nil {
		room(min(grown(stripMiddle), width))
		do(s.middle, x, y, width-x)
	}
	return y + high
}

// HeightFor implements FlowingLayout.
func (s *strip) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	s.height = s.each(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
	return s.height
}

func (s *strip) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.each(objects, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) { place(o, x, y, w, h) })
}

// MinSize is that of the widest button, as high as the strip was at the width asked for last.
func (s *strip) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, s.height)
	for _, o := range objects {
		if o != s.middle {
			size = size.Max(o.MinSize())
		}
	}
	return size
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
