package widget

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
	"quotidian/ui/say"
)

// Event is one point of a timeline.
type Event struct {
	Lane string // who, one line each
	When time.Time
	// Clock is true when the hour is known; a day alone is drawn as a ring at noon and named by its date.
	Clock bool
	// Undated has no place in time: only a word at the right, apart from the lane, says that the event was.
	Undated bool
	Dot     fyne.ThemeColorName
}

// Timeline draws events on lanes, earliest lane first, left to right by time.
type Timeline struct {
	fynewidget.BaseWidget
	events []Event // of one lane from left to right
	lanes  []string
	days   bool // the events lie on more than one day
}

// The measures of a timeline, in points for text of the normal size; with larger text they grow.
const (
	laneHeight   = 22
	laneGutter   = 150 // for the lane's name
	undatedWidth = 90
	scaleEnd     = 105 // for the label of the last event
	eventSize    = 10
)

// NewTimeline gives a timeline; lanes come in the order of their first event in events.
func NewTimeline(events []Event) *Timeline {
	t := &Timeline{events: slices.Clone(events)}
	slices.SortStableFunc(t.events, func(a, b Event) int { return a.moment().Compare(b.moment()) })
	seen := map[string]bool{}
	for _, e := range events {
		if !seen[e.Lane] {
			seen[e.Lane] = true
			t.lanes = append(t.lanes, e.Lane)
		}
	}
	if lo, hi, ok := t.span(); ok {
		t.days = lo.Format(time.DateOnly) != hi.Format(time.DateOnly)
	}
	t.ExtendBaseWidget(t)
	return t
}

// moment is where an event lies in time, in UTC: the lanes of outlets in several zones could not be compared otherwise.
// What is undated comes after everything.
func (e Event) moment() time.Time {
	switch {
	case e.Undated:
		return time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
	case e.Clock:
		return e.When.UTC()
	}
	y, m, d := e.When.Date()
	return time.Date(y, m, d, 12, 0, 0, 0, time.UTC)
}

// span gives the first and the last moment known; ok is false when nothing is dated.
func (t *Timeline) span() (lo, hi time.Time, ok bool) {
	for _, e := range t.events {
		switch {
		case e.Undated:
		case !ok:
			lo, hi, ok = e.moment(), e.moment(), true
		case e.moment().Before(lo):
			lo = e.moment()
		case e.moment().After(hi):
			hi = e.moment()
		}
	}
	return lo, hi, ok
}

func (t *Timeline) undated() bool {
	for _, e := range t.events {
		if e.Undated {
			return true
		}
	}
	return false
}

// CreateRenderer implements fyne.Widget.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer { return &timelineRenderer{t: t} }

type timelineRenderer struct {
	t       *Timeline
	objects []fyne.CanvasObject
}

func (r *timelineRenderer) Destroy()                     {}
func (r *timelineRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *timelineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(grown(laneGutter)+160, float32(len(r.t.lanes)+1)*grown(laneHeight))
}

func (r *timelineRenderer) Refresh() {
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

func (r *timelineRenderer) Layout(size fyne.Size) {
	r.objects = r.objects[:0]
	right := size.Width // of what is dated
	if r.t.undated() {
		right -= grown(undatedWidth)
	}
	end := right - grown(scaleEnd)
	lane := map[string]int{}
	for i, name := range r.t.lanes {
		lane[name] = i
		r.lane(name, (float32(i)+.5)*grown(laneHeight), right)
	}
	free := make([]float32, len(r.t.lanes)) // where the next event to the right stands, in each lane
	for i := range free {
		free[i] = size.Width
	}
	for _, e := range slices.Backward(r.t.events) {
		k := lane[e.Lane]
		free[k] = r.event(e, r.x(e, end, size.Width), (float32(k)+.5)*grown(laneHeight), free[k])
	}
	r.scale(float32(len(r.t.lanes))*grown(laneHeight), end, size.Width)
}

func (r *timelineRenderer) lane(name string, y, width float32) {
	line := canvas.NewLine(ink(theme.ColorNameSeparator))
	line.Position1, line.Position2 = fyne.NewPos(grown(laneGutter), y), fyne.NewPos(width, y)
	r.objects = append(r.objects, line)
	r.text(Fit(OneLine(name, 60), grown(laneGutter)-10, theme.TextSize(), fyne.TextStyle{}), 0, y, theme.ColorNameForeground)
}

// x gives where an event is drawn: between the gutter and end, or behind it.
func (r *timelineRenderer) x(e Event, end, width float32) float32 {
	lo, hi, _ := r.t.span()
	switch {
	case e.Undated:
		return width - grown(undatedWidth) + eventSize
	case !hi.After(lo):
		return grown(laneGutter) + 8
	}
	return grown(laneGutter) + 8 + (end-grown(laneGutter)-8)*float32(e.moment().Sub(lo))/float32(hi.Sub(lo))
}

// event draws the point at x, and beside it what has room before free: its label, a shorter one, or none. It gives where
// the point begins.
func (r *timelineRenderer) event(e Event, x, y, free float32) float32 {
	if e.Undated {
		r.text(r.t.labels(e)[0], x, y, look.Muted)
		return free
	}
	c := canvas.NewCircle(ink(e.Dot))
	if !e.Clock {
		c.FillColor, c.StrokeColor, c.StrokeWidth = ink(theme.ColorNameBackground), ink(e.Dot), 2
	}
	place(c, x-eventSize/2, y-eventSize/2, eventSize, eventSize)
	r.objects = append(r.objects, c)
	left := x + eventSize/2 + 3
	for _, label := range r.t.labels(e) {
		if left+fyne.MeasureText(label, theme.CaptionTextSize(), fyne.TextStyle{}).Width < free {
			r.text(label, left, y, look.Muted)
			break
		}
	}
	return x - eventSize/2
}

// labels are what may stand beside the point of an event, the fullest first. Where events lie on several days an hour is
// nothing without its day.
func (t *Timeline) labels(e Event) []string {
	when := e.moment()
	switch {
	case e.Undated:
		return []string{say.T("undated")}
	case !e.Clock:
		return []string{say.ShortDay(when)}
	case t.days:
		return []string{say.ShortDay(when) + ", " + when.Format("15:04 MST"), say.ShortDay(when)}
	default:
		return []string{when.Format("15:04 MST"), when.Format("15:04")}
	}
}

// scale writes the first and the last day under the lanes.
func (r *timelineRenderer) scale(y, end, width float32) {
	lo, hi, ok := r.t.span()
	if !ok {
		r.text(say.T("no date is known"), grown(laneGutter), y+grown(laneHeight)/2, look.Muted)
		return
	}
	r.text(say.Day(lo), grown(laneGutter), y+grown(laneHeight)/2, look.Muted)
	if say.Day(hi) != say.Day(lo) && end-grown(laneGutter) > grown(200) {
		r.text(say.Day(hi), end-grown(30), y+grown(laneHeight)/2, look.Muted)
	}
	if r.t.undated() {
		line := canvas.NewLine(ink(theme.ColorNameSeparator))
		x := width - grown(undatedWidth)
		line.Position1, line.Position2 = fyne.NewPos(x, 0), fyne.NewPos(x, y)
		r.objects = append(r.objects, line)
	}
}

func (r *timelineRenderer) text(s string, x, middle float32, colour fyne.ThemeColorName) {
	t := canvas.NewText(s, ink(colour))
	t.TextSize = theme.TextSize()
	if colour == look.Muted {
		t.TextSize = theme.CaptionTextSize()
	}
	size := t.MinSize()
	place(t, x, middle-size.Height/2, size.Width, size.Height)
	r.objects = append(r.objects, t)
}
