package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"quotidian/ui/look"
)

// TestWrapGivesTextTheRest: a headline at the end of a line is cut only where the line ends.
func TestWrapGivesTextTheRest(t *testing.T) {
	test.NewTempApp(t)
	headline := NewLine(strings.Repeat("The ferry to Varn ", 6), Quiet)
	Wrap(8, NewLine("Varn Post", Strong), headline).Resize(fyne.NewSize(900, 40))
	if end := headline.Position().X + headline.Size().Width; end != 900 {
		t.Errorf("the headline ends at %v of 900", end)
	}
}

func app(t testing.TB) fyne.App {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(look.Light))
	return a
}

// TestFlowKeepsEveryWord: whatever the width, the boxes of a run cover its words in order, none twice, and fit.
func TestFlowKeepsEveryWord(t *testing.T) {
	app(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab ə\n.“\u00a0\u202e")), 0, 200, -1).Draw(t, "text")
		cut := rapid.IntRange(0, len(text)).Draw(t, "cut")
		for cut < len(text) && text[cut]&0xc0 == 0x80 {
			cut++
		}
		width := float32(rapid.IntRange(60, 400).Draw(t, "width"))
		f := NewFlowText(Run{Text: text[:cut]}, Run{Text: text[cut:], ID: 1})
		f.Resize(fyne.NewSize(width, 100))
		checkBoxes(t, f, width)
	})
}

func checkBoxes(t *rapid.T, f *FlowText, width float32) {
	covered := [2]int{}
	for _, b := range f.flow.boxes {
		text := f.runs[b.run].Text
		if skipped := text[covered[b.run]:b.from]; strings.TrimSpace(skipped) != "" {
			t.Fatalf("words %q are drawn nowhere", skipped)
		}
		covered[b.run] = b.to
		if strings.TrimSpace(b.shown) != "" && strings.Contains(strings.TrimSpace(b.shown), " ") && b.pos.X+b.size.Width > width+20 {
			t.Fatalf("line of %.0f points at width %.0f: %q", b.pos.X+b.size.Width, width, b.shown)
		}
	}
	for i := range covered {
		if rest := f.runs[i].Text[covered[i]:]; strings.TrimSpace(rest) != "" {
			t.Fatalf("words %q at the end are drawn nowhere", rest)
		}
	}
}

func TestTapAndWhere(t *testing.T) {
	app(t)
	tapped := 0
	f := NewFlowText(Run{Text: "He said: "}, Run{Text: "“Not today.”", ID: 7}, Run{Text: " Then he left."})
	f.OnTapped = func(id int) { tapped = id }
	w := test.NewWindow(f)
	defer w.Close()
	w.Resize(fyne.NewSize(500, 200))
	b := f.flow.boxes[1]
	test.TapAt(f, b.pos.AddXY(3, 3))
	if tapped != 7 {
		t.Errorf("tapped %d, want 7", tapped)
	}
	tapped = 0
	test.TapAt(f, f.flow.boxes[0].pos.AddXY(3, 3))
	if tapped != 0 {
		t.Error("a run without an ID answered")
	}
	if _, ok := f.Where(7); !ok {
		t.Error("the run was not found")
	}
	if _, ok := f.Where(8); ok {
		t.Error("a run was found that is not there")
	}
}

func TestSelectionCopiesWhatWasRead(t *testing.T) {
	a := app(t)
	const text = "One\u202e two.\n\nThree."
	f := NewFlowText(Run{Text: text[:5]}, Run{Text: text[5:]})
	w := test.NewWindow(f)
	defer w.Close()
	w.Resize(fyne.NewSize(500, 200))
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: a.Clipboard()})
	if got := a.Clipboard().Content(); got != text {
		t.Errorf("copied %q, want %q", got, text)
	}
	f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(0, 2)}})
	f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: f.flow.boxes[0].pos.AddXY(f.xOf(&f.flow.boxes[0], 3)+1, 2)}})
	if got := f.Selected(); got != "One" {
		t.Errorf("selected %q, want One", got)
	}
}

func TestLongTextDrawsOnlyItsView(t *testing.T) {
	app(t)
	f := NewFlowText(Run{Text: strings.Repeat("A sentence of some ordinary length, nothing more. ", 5000)})
	p := NewPage(f)
	w := test.NewWindow(p)
	defer w.Close()
	w.Resize(fyne.NewSize(600, 600))
	for _, y := range []float32{0, 5000, 20000} {
		p.ScrollTo(y)
		if n := len(f.objects); n == 0 || n > manyObjects {
			t.Errorf("at %.0f: %d objects", y, n)
		}
		if f.built.top > p.Offset() || f.built.bottom < p.Offset()+600 {
			t.Errorf("at %.0f only %v is drawn", y, f.built)
		}
	}
}

// TestHostileText: the worst texts neither panic nor hold the UI goroutine up.
func TestHostileText(t *testing.T) {
	app(t)
	for name, s := range map[string]string{
		"invalid UTF-8":      "abc\xff\xfe\xc3\x28 def\x80",
		"controls":           "a\x00b\x01c\x1b[31md\x7f\u200b\u2028e\u0085",
		"overrides":          "a\u202egnp.exe\u202c b\u2066c\u2069",
		"marks without end":  "a" + strings.Repeat("\u0301", 2000),
		"20,000 letters":     strings.Repeat("x", 20000),
		"ideographs":         strings.Repeat("国", 20000),
		"200,000 characters": strings.Repeat("word ", 40000),
		"10,000 lines":       strings.Repeat("line\n", 10000),
		"emoji":              strings.Repeat("👨‍👩‍👧‍👦🇦🇿", 200),
		"nothing":            "",
	} {
		f := NewFlowText(Run{Text: s})
		p := NewPage(Stack(0, NewCard("", f)))
		p.Resize(fyne.NewSize(600, 800))
		if len(f.objects) > 4*manyObjects {
			t.Errorf("%s: %d objects", name, len(f.objects))
		}
	}
}

func BenchmarkFlow(b *testing.B) {
	app(b)
	runs := []Run{{Text: strings.Repeat("The ministry said on Tuesday that nothing of the kind had been agreed.\n\n", 3000)}}
	f := NewFlowText(runs...)
	f.View(0, 800)
	b.SetBytes(int64(len(runs[0].Text)))
	width := float32(500)
	for b.Loop() {
		width = 1100 - width
		f.HeightFor(width)
	}
}
