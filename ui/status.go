package ui

import (
	"context"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// status is the line at the bottom: what the dossier holds, the job under way, the way to stop it.
type status struct {
	counts *widget.Line
	job    *widget.Line
	cancel *widget.Button
	act    func()
	height *canvas.Rectangle // of the line, so that a job that begins or ends moves nothing
	object fyne.CanvasObject
}

// statusInset is where the line begins: below the icons of the sidebar.
const statusInset = 12

func newStatus() *status {
	s := &status{counts: widget.NewLine("", widget.Quiet), job: widget.NewLine("", widget.Strong)}
	s.cancel = widget.NewButton(say.T("Cancel"), nil, func() { s.act() })
	s.cancel.Importance = fynewidget.LowImportance
	s.cancel.Hide()
	s.job.Hide()
	s.height = canvas.NewRectangle(color.Transparent)
	s.fit()
	line := container.NewBorder(nil, nil, nil, container.NewStack(s.height, s.cancel), container.New(shares{}, s.counts, s.job))
	s.object = container.New(layout.NewCustomPaddedLayout(0, 0, statusInset, statusInset), line)
	return s
}

// fit makes the line as high as its button is with text of the size that holds now.
func (s *status) fit() {
	s.cancel.Refresh()
	s.height.SetMinSize(s.cancel.MinSize())
}

// begin shows a job that can be cancelled, progress what it does, end takes it away.
func (s *status) begin(what string, cancel func()) {
	s.act = cancel
	s.cancel.Show()
	s.job.Show()
	s.job.SetText(what)
}

func (s *status) progress(what string) { s.job.SetText(what) }

// doing is what is said of the job under way.
func (s *status) doing() string { return strings.TrimRight(s.job.Text(), ".…") }

func (s *status) end() {
	s.cancel.Hide()
	s.job.Hide()
	s.job.SetText("")
}

// shares gives all objects that are not hidden the same part of a line.
type shares struct{}

func (shares) visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	return slices.DeleteFunc(slices.Clone(objects), func(o fyne.CanvasObject) bool { return !o.Visible() })
}

func (s shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects = s.visible(objects)
	width := size.Width / float32(len(objects))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*width, 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
}

func (s shares) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// readCounts reads the sizes of the dossier and brings them to sidebar and status line.
func (w *Window) readCounts(context.Context) func() {
	n, err := w.dossier.Counts()
	if err != nil {
		return func() { w.Failed(err) }
	}
	return func() {
		line := CountsLine(n)
		if !w.dossier.Writable() {
			line = w.readOnlyLine() + " · " + line
		}
		w.status.counts.SetText(line)
		for i := range w.nav {
			w.nav[i].number = w.nav[i].count(n)
		}
		w.markNav()
	}
}

// CountsLine says in one line what a dossier holds.
func CountsLine(n dossier.Counts) string {
	s := strings.Join([]string{
		say.N(n.Articles, "article"), say.N(n.Outlets, "outlet"),
		say.N(n.Statements, "statement"), say.N(n.Speakers, "speaker"),
	}, " · ")
	if n.Faults > 0 {
		s += " · " + say.N(n.Faults, "fault")
	}
	return s
}

// readOnlyLine says why a dossier can only be read.
func (w *Window) readOnlyLine() string {
	switch {
	case w.dossier.Refused() != nil:
		return say.T("read only: its folder or file may not be written to")
	case w.dossier.Held():
		return say.T("read only: another program has the dossier open")
	default:
		return say.T("read only: open it again to write, if its folder allows that")
	}
}
