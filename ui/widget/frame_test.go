package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/ui/look"
)

// TestStripBreaks: in whatever width, no two parts of a strip lie over each other and none beyond its edge; with room for
// all it is one line, with less it is higher.
func TestStripBreaks(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	button := func(label string) fyne.CanvasObject { return fynewidget.NewButton(label, nil) }
	for _, middle := range []fyne.CanvasObject{nil, NewLine("what is found", Quiet)} {
		parts := []fyne.CanvasObject{button("Articles"), button("Previous quote")}
		right := []fyne.CanvasObject{button("Mark a missed quote"), button("Save")}
		strip := Strip(parts, middle, right...).(*fyne.Container).Objects[0].(*fyne.Container)
		one := float32(0)
		for _, width := range []float32{900, 600, 420, 300, 200} {
			height := heightFor(strip, width)
			strip.Resize(fyne.NewSize(width, height))
			if one == 0 {
				one = height
			}
			if width <= 300 && height <= one {
				t.Errorf("%.0f points wide it is %.0f high", width, height)
			}
			for i, a := range strip.Objects {
				if end := a.Position().X + a.Size().Width; end > width+1 || a.Position().Y+a.Size().Height > height+1 {
					t.Errorf("%.0f points wide: part %d ends at %.0f", width, i, end)
				}
				for _, b := range strip.Objects[:i] {
					if over(a, b) {
						t.Errorf("%.0f points wide: part %d lies over another", width, i)
					}
				}
			}
		}
	}
}

func over(a, b fyne.CanvasObject) bool {
	p, q, s, r := a.Position(), b.Position(), a.Size(), b.Size()
	return p.X < q.X+r.Width && q.X < p.X+s.Width && p.Y < q.Y+r.Height && q.Y < p.Y+s.Height
}

// TestSidebarGivesWay: where text is large and the window is not, entries show no names, and a count only when it calls.
func TestSidebarGivesWay(t *testing.T) {
	app := test.NewTempApp(t)
	for _, c := range []struct {
		text, window float32
		names        bool
	}{{look.NormalText, 1024, true}, {look.NormalText, 800, false}, {20, 1280, false}, {20, 1920, true}} {
		app.Settings().SetTheme(look.New(look.Light).Sized(c.text))
		quiet, calls := NewNav("Log", theme.HistoryIcon(), nil), NewNav("Review", theme.QuestionIcon(), nil)
		quiet.Set(false, "7", false)
		calls.Set(false, "2", true)
		w := test.NewTempWindow(t, Sidebar(container.NewVBox(quiet, calls), NewLine("", Face{})))
		w.Resize(fyne.NewSize(c.window, 600))
		r := test.TempWidgetRenderer(t, quiet).(*navRenderer)
		if r.name.Visible() != c.names || r.count.text.Visible() != c.names {
			t.Errorf("text of %.0f in %.0f points: name %v, count %v", c.text, c.window, r.name.Visible(), r.count.text.Visible())
		}
		if r := test.TempWidgetRenderer(t, calls).(*navRenderer); !r.count.text.Visible() {
			t.Errorf("text of %.0f in %.0f points: nothing calls", c.text, c.window)
		}
	}
}
