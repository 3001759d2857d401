package widget

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/google/go-cmp/cmp"

	"quotidian/ui/look"
)

// TestColumnsStayInside: columns share what is left over, and give way together where there is too little.
func TestColumnsStayInside(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	g := NewGrid([]Column{{Width: 200, Grow: 2}, {Width: 100, Grow: 1}, {Width: 50}})
	for _, width := range []float32{900, 380, 200, 30} {
		x, w := g.places(width)
		for i := range x {
			if w[i] < 0 || i > 0 && x[i] < x[i-1]+w[i-1] {
				t.Errorf("at %.0f: column %d at %.1f, %.1f wide", width, i, x[i], w[i])
			}
		}
		if end := x[2] + w[2]; end > max(width, 45) {
			t.Errorf("at %.0f the columns end at %.1f", width, end)
		}
		if width == 900 && (w[2] != 50 || w[0]-200 <= 1.9*(w[1]-100)) {
			t.Errorf("what is left over is shared as %v", w)
		}
	}
}

// TestColumnsGiveWay: where there is far too little room, spare columns go first, and a date is never cut.
func TestColumnsGiveWay(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	g := NewGrid([]Column{{Width: 200, Grow: 2}, {Width: 100, Spare: true}, {Width: 80, Whole: true}})
	for _, c := range []struct {
		width             float32
		words, spare, day bool
	}{{600, true, true, true}, {360, true, true, true}, {280, true, false, true}, {200, true, false, true}, {20, false, false, false}} {
		x, w := g.places(c.width)
		if (w[0] > 0) != c.words || (w[1] > 0) != c.spare || (w[2] >= 80) != c.day {
			t.Errorf("at %.0f columns of %v", c.width, w)
		}
		if end := x[2] + w[2]; w[2] > 0 && end > c.width {
			t.Errorf("at %.0f the columns end at %.1f", c.width, end)
		}
	}
}

// TestLongDatesAreWhole: a date that is longer in the reader's language has its room all the same.
func TestLongDatesAreWhole(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	const long = "28. Sept. 2028, 20:58"
	g := NewGrid([]Column{{Width: 200, Grow: 2}, {Width: 30, Whole: true, Holds: func() string { return long }}})
	titled := NewGrid([]Column{{Width: 200, Grow: 2}, {Title: "Schreibweisen", Width: 30, Whole: true}})
	for _, width := range []float32{900, 300} {
		if _, w := titled.places(width); Fit("Schreibweisen", w[1], titleSize(), titleStyle) != "Schreibweisen" {
			t.Errorf("at %.0f the title is cut", width)
		}
		_, w := g.places(width)
		if got := Fit(long, w[1], theme.TextSize(), fyne.TextStyle{}); got != long {
			t.Errorf("at %.0f: %s", width, got)
		}
	}
}

// TestBoxesWhereTheyAreMeant: a row shows its box when the pointer is at it, when the cursor is, and while it is ticked.
func TestBoxesWhereTheyAreMeant(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	ticked := map[int]bool{}
	g := NewGrid([]Column{{Title: "Name", Width: 200}})
	g.Length = func() int { return 40 }
	g.Cell = func(row, _ int) Cell { return Cell{Text: "row " + strconv.Itoa(row)} }
	g.Ticked = func(row int) bool { return ticked[row] }
	g.OnTick = func(row int) { ticked[row] = !ticked[row]; g.Refresh() }
	w := test.NewTempWindow(t, g)
	w.Resize(fyne.NewSize(400, 300))
	boxes := func() (at []int) {
		for _, r := range g.rows {
			if !r.box.Hidden {
				at = append(at, r.index)
			}
		}
		slices.Sort(at)
		return slices.Compact(at)
	}
	expect := func(when string, want ...int) {
		t.Helper()
		if diff := cmp.Diff(want, boxes()); diff != "" {
			t.Errorf("%s, boxes at (-want +got):\n%s", when, diff)
		}
	}
	expect("at first")
	over := func(row int) {
		list := fyne.CurrentApp().Driver().AbsolutePositionForObject(g.list)
		test.MoveMouse(w.Canvas(), list.AddXY(100, (float32(row)+.4)*(rowHeight()+theme.Padding())))
	}
	over(2)
	expect("with the pointer at row 2", 2)
	over(4)
	expect("with the pointer at row 4", 4)
	g.Select(1)
	expect("with the cursor at row 1, by key", 1)
	g.tick(1) // goes on to the next
	expect("with row 1 ticked", 1, 2)
	g.tick(2)
	g.tick(3)
	g.tick(1)
	expect("with the tick taken away again", 2, 3)
	g.Mark(-1)
	expect("without a cursor", 2, 3)
}

// TestMarkTellsTheOrder: it points down where the rows fall, from the greatest or newest.
func TestMarkTellsTheOrder(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	g := NewGrid([]Column{{Title: "Name"}, {Title: "First seen", Falling: true}})
	for _, c := range []struct {
		column     int
		back, down bool
	}{{0, false, false}, {0, true, true}, {1, false, true}, {1, true, false}} {
		g.Sorted(c.column, c.back)
		want := theme.MenuDropUpIcon()
		if c.down {
			want = theme.MenuDropDownIcon()
		}
		if got := g.header.mark(); got.Name() != want.Name() {
			t.Errorf("column %d, back %v: %s, want %s", c.column, c.back, got.Name(), want.Name())
		}
	}
}

// TestOrderByKey: a digit orders by its column, as a tap on the header does; others go on to the screen.
func TestOrderByKey(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	g := NewGrid([]Column{{Title: "Name", Sortable: true}, {Title: "Role"}, {Title: "Quotes", Sortable: true}})
	g.Length, g.Cell = func() int { return 1 }, func(int, int) Cell { return Cell{} }
	var sorted []int
	passed := ""
	g.OnSort = func(c int) { sorted = append(sorted, c) }
	g.OnRune = func(r rune) { passed += string(r) }
	for _, r := range "13249x0" {
		g.Keys().TypedRune(r)
	}
	if diff := cmp.Diff([]int{0, 2}, sorted); diff != "" || passed != "249x0" {
		t.Errorf("ordered by %v, passed on %q", sorted, passed)
	}
}

// TestTagsSayWhatIsLeftOut: of badges that do not all fit the last one says how many more there are.
func TestTagsSayWhatIsLeftOut(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var tags []Tag
	for _, word := range []string{"number", "negation", "unquoted", "trimmed", "reworded"} {
		tags = append(tags, Tag{Text: word})
	}
	width := func(tags []Tag) (sum float32) {
		for _, t := range tags {
			sum += t.size().Width + tagGap
		}
		return sum - tagGap
	}
	for _, c := range []struct {
		of   int
		room float32
		want string
	}{
		{2, width(tags[:2]), ""}, {2, width(tags[:2]) - 1, "+1"}, {5, 2000, "+1"}, {5, width(tags[:2]) + 40, "+3"}, {3, width(tags[:1]) - 1, "+3"},
	} {
		got := fitTags(tags[:c.of], c.room)
		if len(got) == 0 {
			t.Fatalf("nothing is shown in %.0f", c.room)
		}
		last := got[len(got)-1].Text
		if c.want == "" && len(got) != c.of || c.want != "" && last != c.want || width(got) > c.room {
			t.Errorf("%d in %.0f: %v", c.of, c.room, got)
		}
	}
	if got := fitTags(tags, 3); got != nil {
		t.Errorf("in no room %v", got)
	}
}
