package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/dossier/decision"
	"quotidian/ui/look"
)

func TestManyAreDecidedAtOnce(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	g := k.Statements.Grid
	g.Select(0)
	g.Keys().TypedKey(key(fyne.KeySpace))
	g.Keys().TypedKey(key(fyne.KeySpace))
	k.shoot("statements-ticked-light")
	if g.Row() != 2 || k.Statements.Summary() != "2 ticked, of 6 statements" {
		t.Errorf("row %d, %q", g.Row(), k.Statements.Summary())
	}
	k.Rune('e')
	k.until("both are rejected", func() bool { return len(p.log) == 2 && !k.deciding })
	if d := p.log[1]; d.Kind != decision.Reject || len(d.Targets) != 2 {
		t.Errorf("decided %+v", d)
	}
	k.Rune('s')
	if !strings.HasPrefix(k.toast.Text(), "Tick the statements") {
		t.Errorf("one statement is joined with itself: %q", k.toast.Text())
	}
	k.Do("view.articles")
	k.Rune('a')
	k.shoot("articles-ticked-light")
	k.Rune('o')
	e, ok := k.Fyne.Canvas().Focused().(interface {
		fyne.Focusable
		SetText(string)
	})
	if !ok {
		t.Fatal("nothing was asked")
	}
	e.SetText("Selk Courier")
	e.TypedKey(key(fyne.KeyReturn))
	k.until("the outlet is set", func() bool { return len(p.log) == 3 && !k.deciding })
	if d := p.log[2]; d.Kind != decision.Outlet || len(d.Targets) != 5 || d.Value != "Selk Courier" {
		t.Errorf("decided %+v", d)
	}
}

// TestManyAreConfirmed: in a dossier as it is on disk each of them, and all of that can be taken back at once. What is ticked
// and hidden by a search is said to be.
func TestManyAreConfirmed(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	k.Rune('a')
	n := k.Statements.Ticked.Len()
	k.Statements.Search("harbour")
	if got := k.Statements.Summary(); n < 40 || !strings.Contains(got, "of them hidden") {
		t.Errorf("%d ticked, %q", n, got)
	}
	k.Rune('c')
	if !k.covered() {
		t.Fatal("what cannot be seen is confirmed without a question")
	}
	k.boxButtons()[1].Tapped(nil)
	k.until("all are confirmed", func() bool { return !k.Busy() && strings.HasPrefix(k.Said(), "Confirmed: ") })
	if log, err := d.Log(); err != nil || len(log) != n || len(decision.Fold(log).Active) != n {
		t.Errorf("%d entries, %v", len(log), err)
	}
	k.undoAll(n)
	k.until("all of that is undone", func() bool { return strings.HasPrefix(k.Said(), "Undone: ") })
	if log, err := d.Log(); err != nil || len(decision.Fold(log).Active) != 0 {
		t.Errorf("%d are still in force, %v", len(decision.Fold(log).Active), err)
	}
}

// TestJoiningAsks before statements of different speakers, or any that cannot be seen, become one; those ticked can be
// listed alone, and Escape takes the least away.
func TestJoiningAsks(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	tick := func(rows ...int) {
		for _, row := range rows {
			k.Statements.Grid.OnTick(row)
		}
	}
	m := k.Statements.Model
	tick(0)
	k.Rune('s')
	if k.covered() || len(p.log) != 1 {
		t.Fatal("one statement is joined with nothing")
	}
	var other int
	for m.Row(other).SpeakerName == m.Row(0).SpeakerName {
		other++
	}
	tick(other)
	k.Rune('s')
	if !k.covered() || !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "They have different speakers") {
		t.Error("statements of two speakers are joined without a question")
	}
	k.Key(key(fyne.KeyEscape))
	k.Statements.OnlyTicked()
	if m.Len() != 2 || k.Statements.Ticked.Len() != 2 {
		t.Errorf("%d are listed, %d ticked", m.Len(), k.Statements.Ticked.Len())
	}
	for _, want := range []struct{ narrowed, ticked bool }{{false, true}, {false, false}, {false, false}} {
		k.toast.Hide()
		k.Key(key(fyne.KeyEscape))
		if m.Narrowed() != want.narrowed || (k.Statements.Ticked.Len() > 0) != want.ticked || k.Current() != "Statements" {
			t.Errorf("after Escape the list is narrowed: %v, %d are ticked, on %s", m.Narrowed(), k.Statements.Ticked.Len(), k.Current())
		}
	}
}

// TestSomeAreLeftOut: of the statements that a question lists single ones can be left out, down to two, which are joined.
func TestSomeAreLeftOut(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	before := len(p.log)
	for row := range 3 {
		k.Statements.Grid.OnTick(row)
	}
	k.Rune('s')
	list := k.Fyne.Canvas().Focused()
	list.TypedKey(key(fyne.KeySpace))
	list.TypedKey(key(fyne.KeySpace))
	k.answerBox()
	if !k.covered() || len(p.log) != before {
		t.Fatal("one statement is joined with nothing")
	}
	list.TypedKey(key(fyne.KeyUp))
	list.TypedKey(key(fyne.KeySpace))
	k.shoot("statements-leave-out-light")
	k.answerBox()
	k.until("they are joined", func() bool { return len(p.log) > before })
	if d := p.log[len(p.log)-1]; d.Kind != decision.Same || len(d.Targets) != 2 {
		t.Errorf("%s of %v", d.Kind, d.Targets)
	}
}
