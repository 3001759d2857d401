package listing

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/ui/look"
	"quotidian/ui/widget"
)

// host wants no keys.
type host struct{}

func (host) Key(*fyne.KeyEvent) {}
func (host) Rune(rune)          {}

func table(t *testing.T, l *List[string, word]) *Table[string] {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	v := NewTable([]widget.Column{{Title: "Word"}}, l, func(row, _ int) widget.Cell { return widget.Cell{Text: l.ID(row)} }, host{})
	v.Show()
	return v
}

// read has the table follow other rows, as a screen does after a reload.
func read(v *Table[string], l *List[string, word], rows ...word) {
	l.Set(rows)
	v.Renewed()
	v.Show()
}

// TestCursorStaysWithItsRow whatever comes before it, also while a search hides the row.
func TestCursorStaysWithItsRow(t *testing.T) {
	l := words(0, "dam", "gate", "sea")
	v := table(t, l)
	v.Grid.Select(1)
	read(v, l, "boat", "cove", "dam", "gate", "sea")
	if v.Grid.Row() != 3 || v.Chosen() != "gate" {
		t.Errorf("the cursor is on row %d, %s", v.Grid.Row(), v.Chosen())
	}
	l.Search("sea")
	v.Show()
	if v.Grid.Row() != -1 {
		t.Errorf("the row is hidden and the cursor on row %d", v.Grid.Row())
	}
	read(v, l, "dam", "gate", "sea") // under the search
	l.Search("")
	v.Show()
	if v.Grid.Row() != 1 {
		t.Errorf("the row is back and the cursor on row %d", v.Grid.Row())
	}
}

// TestCursorGoesOn: the row under the cursor is gone, so the cursor goes to the one that took its place.
func TestCursorGoesOn(t *testing.T) {
	for _, c := range []struct {
		at   int
		left []word
		want string
	}{
		{1, []word{"dam", "sea"}, "sea"}, {2, []word{"dam", "gate"}, "gate"}, {0, []word{"sea"}, "sea"}, {0, nil, "dam"},
	} {
		l := words(0, "dam", "gate", "sea")
		v := table(t, l)
		v.Grid.Select(c.at)
		read(v, l, c.left...)
		if v.Chosen() != c.want || v.Grid.Row() != l.Index(c.want) {
			t.Errorf("of %q the cursor is on %s, row %d", c.left, v.Chosen(), v.Grid.Row())
		}
	}
}

// TestBecome: of rows that became one the cursor is on what is left, however often the rows are read before that, and
// nowhere else once it was moved.
func TestBecome(t *testing.T) {
	for _, left := range []word{"cove", "sea"} {
		l := words(0, "boat", "cove", "dam", "sea")
		v := table(t, l)
		v.Grid.Select(1)
		v.Become("cove", "sea")
		read(v, l, "boat", "cove", "dam", "sea")
		read(v, l, "boat", "dam", left)
		if v.Chosen() != string(left) {
			t.Errorf("of %s the cursor is on %s", left, v.Chosen())
		}
		v.Grid.Select(0)
		l.Search("dam")
		v.Show()
		read(v, l, "boat", "dam", left)
		if v.Chosen() != "boat" {
			t.Errorf("long after that it went from boat to %s", v.Chosen())
		}
	}
}

func TestTicking(t *testing.T) {
	l := words(0, "dam", "gate", "sea")
	v := table(t, l)
	changed := 0
	v.Tickable(func() { changed++ })
	v.Grid.Select(1)
	if got := Targets(v); !slices.Equal(got, []string{"gate"}) {
		t.Errorf("with no tick a decision is about %q", got)
	}
	v.Grid.OnTick(2)
	v.Grid.OnTick(0)
	if got := Targets(v); changed != 2 || !v.Grid.Ticked(2) || !slices.Equal(got, []string{"sea", "dam"}) {
		t.Errorf("after %d ticks a decision is about %q", changed, got)
	}
	read(v, l, "gate", "sea")
	if got := Targets(v); !slices.Equal(got, []string{"sea"}) {
		t.Errorf("a row is no more, and a decision is about %q", got)
	}
	v.TickShown()
	if v.Ticked.Len() != 0 {
		t.Error("what was ticked stays so")
	}
	l.Search("gate")
	v.TickShown()
	if got := Targets(v); !slices.Equal(got, []string{"gate"}) {
		t.Errorf("what is not shown was ticked: %q", got)
	}
}

// TestFromTop: after the list was ordered anew it begins at the top, and so does a cursor that would not be in sight there.
func TestFromTop(t *testing.T) {
	var rows []word
	for i := range 200 {
		rows = append(rows, word(fmt.Sprintf("w%03d", i)))
	}
	l := words(0, rows...)
	v := table(t, l)
	w := test.NewTempWindow(t, v.Grid)
	w.Resize(fyne.NewSize(400, 400))
	v.Grid.Select(150)
	v.Around()
	if first := 150 - v.Grid.Screenful()/3; !v.Grid.InSight(150) || !v.Grid.InSight(first) || v.Grid.InSight(first-1) {
		t.Error("the cursor is out of sight, or a row is cut at the top")
	}
	l.Sort(0)
	v.Show()
	v.FromTop()
	if v.Grid.Offset() != 0 || v.Grid.Row() != 0 || v.Chosen() != "w199" {
		t.Errorf("%v from the top, cursor on row %d, %s", v.Grid.Offset(), v.Grid.Row(), v.Chosen())
	}
	v.Grid.Select(1)
	v.FromTop()
	if v.Grid.Row() != 1 {
		t.Error("a cursor in sight moved")
	}
}
