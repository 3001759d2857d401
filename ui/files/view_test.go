package files

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/ui/look"
)

type shownQuestion struct {
	*Question
	answers [][]string
	closed  int
}

func ask(t *testing.T, a Ask) *shownQuestion {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1000, 700))
	s := &shownQuestion{}
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { // as the window around it does
		if k.Name == fyne.KeyEscape {
			s.Dismiss()
		}
	})
	s.Question = Show(w.Canvas(), a, func(paths []string) { s.answers = append(s.answers, paths) }, func() { s.closed++ })
	return s
}

func press(f fyne.Focusable, name fyne.KeyName) { f.TypedKey(&fyne.KeyEvent{Name: name}) }

func write(f fyne.Focusable, text string) {
	for _, r := range text {
		f.TypedRune(r)
	}
}

// TestEscapeEverywhere: in the line, in the list and on a button.
func TestEscapeEverywhere(t *testing.T) {
	dir := folder(t, "a.txt")
	for _, kind := range []Kind{One, Many, Folder, Target} {
		for place, focus := range map[string]func(*shownQuestion) fyne.Focusable{
			"line":   func(s *shownQuestion) fyne.Focusable { return s.Line },
			"list":   func(s *shownQuestion) fyne.Focusable { return s.Grid.Keys() },
			"button": func(s *shownQuestion) fyne.Focusable { return s.act },
		} {
			s := ask(t, Ask{Kind: kind, Dir: dir, Name: "x.csv", Endings: []string{".csv"}})
			press(focus(s), fyne.KeyEscape)
			if s.closed != 1 || len(s.answers) != 0 || s.pop.Visible() {
				t.Errorf("kind %d, %s: closed %d times with %q", kind, place, s.closed, s.answers)
			}
		}
	}
}

func TestTypingAndKeys(t *testing.T) {
	dir := folder(t, "a.txt", "ferry/deck.txt", "ferry/hull.txt")
	s := ask(t, Ask{Kind: Many, Dir: dir, Act: "Import"})
	write(s.Line, "fe")
	if !s.Line.AcceptsTab() {
		t.Fatal("Tab completes nothing")
	}
	press(s.Line, fyne.KeyTab)
	if s.Line.Text != "ferry/" || s.Line.AcceptsTab() {
		t.Fatalf("Tab gives %q", s.Line.Text)
	}
	press(s.Line, fyne.KeyReturn)
	if s.Model.Dir() != filepath.Join(dir, "ferry") || s.Line.Text != "" {
		t.Fatalf("Return leads to %s with %q in the line", s.Model.Dir(), s.Line.Text)
	}
	list := s.Grid.Keys()
	press(list, fyne.KeyDown)
	for range 2 { // a key and a letter, as a keyboard gives it
		press(list, fyne.KeySpace)
		list.TypedRune(' ')
	}
	if s.Model.Ticks() != 2 || s.hint.Text() != "2 ticked" {
		t.Errorf("%d ticked, %q", s.Model.Ticks(), s.hint.Text())
	}
	list.TypedRune('h') // goes into the line
	if s.Line.Text != "h" {
		t.Errorf("a letter typed in the list gives %q", s.Line.Text)
	}
	press(s.Line, fyne.KeyBackspace)
	test.Tap(s.act)
	want := []string{filepath.Join(dir, "ferry", "deck.txt"), filepath.Join(dir, "ferry", "hull.txt")}
	if len(s.answers) != 1 || len(s.answers[0]) != 2 || s.answers[0][0] != want[0] || s.answers[0][1] != want[1] || s.closed != 1 {
		t.Errorf("answers %q, closed %d times", s.answers, s.closed)
	}
}

// TestProposedNameIsReplaced by what is typed, and gets its ending back.
func TestProposedNameIsReplaced(t *testing.T) {
	dir := folder(t, "old.dossier")
	s := ask(t, Ask{Kind: Target, Dir: dir, Name: "New.dossier", Endings: []string{".dossier"}, New: true})
	write(s.Line, "Ferry")
	press(s.Line, fyne.KeyReturn)
	if len(s.answers) != 1 || s.answers[0][0] != filepath.Join(dir, "Ferry.dossier") {
		t.Errorf("answers %q", s.answers)
	}
}

// TestRowsAreHints: a file of the list lends its name, and that it would be replaced is said before it is.
func TestRowsAreHints(t *testing.T) {
	dir := folder(t, "old.csv")
	s := ask(t, Ask{Kind: Target, Dir: dir, Name: "New.csv", Endings: []string{".csv"}})
	s.Grid.Select(1)
	if s.Line.Text != "old.csv" {
		t.Fatalf("the line says %q", s.Line.Text)
	}
	s.Press()
	if len(s.answers) != 0 || s.warns.Text() != "old.csv is there already; once more replaces it" || s.hint.Text() != "" || s.act.Text != "Replace" {
		t.Errorf("answers %q, warns %q, the button says %q", s.answers, s.warns.Text(), s.act.Text)
	}
	s.Press()
	if len(s.answers) != 1 {
		t.Error("the second answer does not count")
	}
}
