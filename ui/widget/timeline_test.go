package widget

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func at(moment string) Event {
	when, err := time.Parse("2006-01-02 15:04 -0700", moment)
	if err != nil {
		panic(err)
	}
	return Event{Lane: "Varn Post", When: when, Clock: true}
}

// labelled lays a timeline out and gives the labels of its one lane, from left to right.
func labelled(t *testing.T, width float32, events ...Event) (labels []*canvas.Text) {
	t.Helper()
	r := test.WidgetRenderer(NewTimeline(events))
	r.Layout(fyne.NewSize(width, 200))
	for _, o := range r.Objects() {
		if text, ok := o.(*canvas.Text); ok && o.Position().X > grown(laneGutter) && o.Position().Y < grown(laneHeight)-4 {
			labels = append(labels, text)
		}
	}
	slices.SortFunc(labels, func(a, b *canvas.Text) int { return int(a.Position().X - b.Position().X) })
	return labels
}

func texts(labels []*canvas.Text) string {
	var all []string
	for _, l := range labels {
		all = append(all, l.Text)
	}
	return strings.Join(all, "|")
}

// TestTimelineNamesTheDay: an hour says its day where events lie on several, in UTC, whatever the outlet's own zone.
func TestTimelineNamesTheDay(t *testing.T) {
	test.NewTempApp(t)
	day := Event{Lane: "Varn Post", When: at("2031-05-02 00:00 +0000").When}
	for want, events := range map[string][]Event{
		"07:00 UTC|19:30 UTC":               {at("2031-05-02 10:00 +0300"), at("2031-05-02 19:30 +0000")},
		"2 May|12 May, 22:30 UTC|undated":   {{Lane: "Varn Post", Undated: true}, at("2031-05-13 01:30 +0300"), day},
		"2 May, 23:00 UTC|9 May, 04:00 UTC": {at("2031-05-09 04:00 +0000"), at("2031-05-03 00:00 +0100")},
	} {
		if got := texts(labelled(t, 900, events...)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestTimelineLabelsKeepApart: what has no room before the next point is shortened or left out, never written over it.
func TestTimelineLabelsKeepApart(t *testing.T) {
	test.NewTempApp(t)
	var events []Event
	for _, hour := range []string{"00:00", "01:00", "03:00", "08:00", "08:00", "19:00"} {
		events = append(events, at("2031-05-02 "+hour+" +0000"), at("2031-05-04 "+hour+" +0000"))
	}
	for _, width := range []float32{500, 900, 1700} {
		labels := labelled(t, width, events...)
		if len(labels) < 2 {
			t.Errorf("%v wide: labels %s", width, texts(labels))
		}
		end := float32(0)
		for _, l := range labels {
			if l.Position().X < end {
				t.Errorf("%v wide: %s is written over another, of %s", width, l.Text, texts(labels))
			}
			end = l.Position().X + l.MinSize().Width
		}
		if end > width {
			t.Errorf("%v wide: the last ends at %v", width, end)
		}
	}
}
