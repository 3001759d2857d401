package widget

import (
	"math"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
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
	_ desktop.Mouseable = (*FlowText)(nil)
	_ fyne.Draggable    = (*FlowText)(nil)
	_ fyne.Focusable    = (*FlowText)(nil)
	_ fyne.Shortcutable = (*FlowText)(nil)
)

// MouseDown implements desktop.Mouseable: a selection starts.
func (f *FlowText) MouseDown(e *desktop.MouseEvent) {
	f.from = f.spotAt(e.Position)
	f.to = f.from
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f)
	}
	f.repaint()
}

// MouseUp implements desktop.Mouseable.
func (f *FlowText) MouseUp(*desktop.MouseEvent) {}

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

// TypedRune implements fyne.Focusable.
func (f *FlowText) TypedRune(r rune) {
	if f.OnRune != nil {
		f.OnRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (f *FlowText) TypedKey(e *fyne.KeyEvent) {
	if f.OnKey != nil {
		f.OnKey(e)
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
