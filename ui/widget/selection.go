package widget

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"quotidian/articles"
)

// spot is a byte of a run's text.
type spot struct{ run, at int }

// in gives where a run is cut by the spot: before it 0, in it the byte, after it everything.
func (s spot) in(run int) int {
	switch {
	case run < s.run:
		return math.MaxInt
	case run > s.run:
		return 0
	default:
		return s.at
	}
}

func ordered(a, b spot) (first, last spot) {
	if b.run < a.run || b.run == a.run && b.at < a.at {
		return b, a
	}
	return a, b
}

var (
	_ desktop.Mouseable      = (*FlowText)(nil)
	_ fyne.SecondaryTappable = (*FlowText)(nil)
	_ fyne.Draggable         = (*FlowText)(nil)
	_ fyne.Focusable         = (*FlowText)(nil)
	_ fyne.Shortcutable      = (*FlowText)(nil)
	_ fyne.Disableable       = (*FlowText)(nil)
)

// Disabled implements fyne.Disableable, which is how Fyne is told to pass a text by with the Tab key: one that has no use for keys
// would have them without anybody seeing it. A click still gives them to it, so that what is selected can be copied (see
// [FlowText.SelectedText]).
func (f *FlowText) Disabled() bool { return f.OnKey == nil }

// Enable and Disable implement fyne.Disableable; they do nothing.
func (f *FlowText) Enable()  {}
func (f *FlowText) Disable() {}

// SelectedText is Selected under the name by which Fyne knows a text that can be selected, though Tab passes it by.
func (f *FlowText) SelectedText() string { return f.Selected() }

// MouseDown implements desktop.Mouseable: a selection starts. The other button asks for the menu of what is selected.
func (f *FlowText) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonSecondary {
		return
	}
	f.from = f.spotAt(e.Position)
	f.to = f.from
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f)
	}
	f.repaint()
}

// MouseUp implements desktop.Mouseable.
func (f *FlowText) MouseUp(*desktop.MouseEvent) {}

// TappedSecondary implements fyne.SecondaryTappable.
func (f *FlowText) TappedSecondary(e *fyne.PointEvent) {
	if f.OnMenu != nil {
		f.OnMenu(e.AbsolutePosition)
	}
}

// Dragged implements fyne.Draggable: the selection grows.
func (f *FlowText) Dragged(e *fyne.DragEvent) {
	f.to = f.spotAt(e.Position)
	f.repaint()
}

// DragEnd implements fyne.Draggable.
func (f *FlowText) DragEnd() {}

// FocusGained implements fyne.Focusable.
func (f *FlowText) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (f *FlowText) FocusLost() {}

// TypedRune implements fyne.Focusable. A text has no use for letters: unless somebody asked for them they go where they
// would go had it not been clicked on.
func (f *FlowText) TypedRune(r rune) {
	if f.OnRune != nil {
		f.OnRune(r)
	} else if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedKey implements fyne.Focusable. With Shift the arrows move the end of the selection by a word; other keys go the
// way of letters.
func (f *FlowText) TypedKey(e *fyne.KeyEvent) {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	switch shift := ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0; {
	case shift && e.Name == fyne.KeyRight:
		f.Extend(1)
	case shift && e.Name == fyne.KeyLeft:
		f.Extend(-1)
	case f.OnKey != nil:
		f.OnKey(e)
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

// TypedShortcut implements fyne.Shortcutable: copy and select all.
func (f *FlowText) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		s.Clipboard.SetContent(f.Selected())
	case *fyne.ShortcutSelectAll:
		f.from, f.to = spot{}, spot{len(f.runs), 0}
		f.repaint()
	}
}

func (f *FlowText) repaint() {
	f.build()
	canvas.Refresh(f)
}

// Selected gives the selected words exactly as they were read.
func (f *FlowText) Selected() string {
	a, b := ordered(f.from, f.to)
	var out strings.Builder
	for i := a.run; i <= b.run && i < len(f.runs); i++ {
		text := f.runs[i].Text
		out.WriteString(text[min(a.in(i), len(text)):max(min(a.in(i), len(text)), min(b.in(i), len(text)))])
	}
	return out.String()
}

// Chosen gives the selected place, in bytes of the text; it is empty when nothing is selected.
func (f *FlowText) Chosen() articles.Span {
	a, b := ordered(f.from, f.to)
	return articles.Span{Start: f.offset(a), End: f.offset(b)}
}

// offset is the byte of the text that a spot stands for.
func (f *FlowText) offset(s spot) int {
	n := 0
	for i := 0; i < len(f.runs) && i < s.run; i++ {
		n += len(f.runs[i].Text)
	}
	return n + s.at
}

// Choose selects a place, in bytes of the text.
func (f *FlowText) Choose(s articles.Span) {
	f.from, f.to = f.spotOf(s.Start), f.spotOf(s.End)
	f.repaint()
}

// spotOf is the inverse of offset.
func (f *FlowText) spotOf(at int) spot {
	for i := range f.runs {
		if n := len(f.runs[i].Text); at > n {
			at -= n
		} else {
			return spot{i, max(at, 0)}
		}
	}
	return spot{len(f.runs), 0}
}

// Extend moves the end of the selection by a word, back when by is negative; it never passes the beginning.
func (f *FlowText) Extend(by int) {
	text, s := f.Text(), f.Chosen()
	blank := func(r rune) bool { return unicode.IsSpace(r) }
	word := func(r rune) bool { return !unicode.IsSpace(r) }
	if by > 0 {
		rest := strings.TrimLeftFunc(strings.TrimLeftFunc(text[s.End:], blank), word)
		s.End = len(text) - len(rest)
	} else {
		kept := strings.TrimRightFunc(strings.TrimRightFunc(text[s.Start:s.End], word), blank)
		s.End = s.Start + len(kept)
	}
	f.Choose(s)
}

// Line gives the height at which the line of a byte of the text begins.
func (f *FlowText) Line(at int) (y float32, ok bool) {
	s := f.spotOf(at)
	for i := range f.flow.boxes {
		if b := &f.flow.boxes[i]; b.run > s.run || b.run == s.run && b.to > s.at {
			return b.pos.Y, true
		}
	}
	return 0, false
}

// spotAt gives the byte nearest to a position, reading left to right.
func (f *FlowText) spotAt(p fyne.Position) spot {
	best := spot{}
	for i := range f.flow.boxes {
		b := &f.flow.boxes[i]
		below := p.Y < b.pos.Y
		left := p.Y < b.pos.Y+b.size.Height && p.X < b.pos.X
		if below || left && i > 0 {
			break
		}
		best = spot{b.run, b.to}
		if p.Y < b.pos.Y+b.size.Height && p.X < b.pos.X+b.size.Width {
			best.at = f.byteAt(b, p.X-b.pos.X)
			break
		}
	}
	return best
}

// byteAt gives the byte of the run's text that is drawn x points into a box.
func (f *FlowText) byteAt(b *box, x float32) int {
	text := f.runs[b.run].Text
	at := b.from
	for at < b.to {
		_, n := utf8.DecodeRuneInString(text[at:b.to])
		if f.xOf(b, at+n) > x {
			break
		}
		at += n
	}
	return at
}

// xOf gives how far into a box byte at of its run is drawn.
func (f *FlowText) xOf(b *box, at int) float32 {
	run := &f.runs[b.run]
	return fyne.MeasureText(Visible(run.Text[b.from:at]), textSize(run.Size), run.Style).Width
}
