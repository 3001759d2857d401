package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
)

// Face is how a line of text looks; the zero Face is ordinary text.
type Face struct {
	Ink   fyne.ThemeColorName
	Size  fyne.ThemeSizeName
	Style fyne.TextStyle
}

// The faces that screens use.
var (
	Heading = Face{Size: theme.SizeNameSubHeadingText, Style: fyne.TextStyle{Bold: true}}
	Strong  = Face{Style: fyne.TextStyle{Bold: true}}
	Quiet   = Face{Ink: look.Muted}
	Wrong   = Face{Ink: theme.ColorNameError}
	Small   = Face{Ink: look.Muted, Size: theme.SizeNameCaptionText}
	Section = Face{Ink: look.Muted, Size: theme.SizeNameCaptionText, Style: fyne.TextStyle{Bold: true}}
)

// Line is one line of text, cut with an ellipsis where it does not fit.
type Line struct {
	fynewidget.BaseWidget
	face Face
	full string
	text *canvas.Text
}

// NewLine gives a line in a face.
func NewLine(s string, face Face) *Line {
	l := &Line{face: face, full: OneLine(s, maxCell), text: canvas.NewText("", ink(face.Ink))}
	l.ExtendBaseWidget(l)
	return l
}

// maxCell is the most characters of a text that a single line is asked to draw.
const maxCell = 300

// SetText shows another text.
func (l *Line) SetText(s string) {
	if s = OneLine(s, maxCell); s != l.full {
		l.full = s
		l.Refresh()
	}
}

// Text is what the line shows where there is room.
func (l *Line) Text() string { return l.full }

// AccessibilityLabel implements fyne.Accessible.
func (l *Line) AccessibilityLabel() string { return l.full }

// AccessibilityRole implements fyne.Accessible.
func (l *Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (l *Line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ l *Line }

func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.l.text} }

// MinSize is the whole text up to 40 characters' width: a line gives way before it pushes others out.
func (r *lineRenderer) MinSize() fyne.Size {
	size := textSize(r.l.face.Size)
	s := fyne.MeasureText(r.l.full, size, r.l.face.Style)
	return fyne.NewSize(min(s.Width+1, size*20), s.Height)
}

func (r *lineRenderer) Layout(size fyne.Size) {
	t := r.l.text
	t.Text = Fit(r.l.full, size.Width, t.TextSize, t.TextStyle)
	place(t, 0, (size.Height-t.MinSize().Height)/2, size.Width, t.MinSize().Height)
	t.Refresh()
}

func (r *lineRenderer) Refresh() {
	r.l.text.Color, r.l.text.TextSize, r.l.text.TextStyle = ink(r.l.face.Ink), textSize(r.l.face.Size), r.l.face.Style
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}
