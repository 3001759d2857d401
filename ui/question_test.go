package ui

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/dossier"
	"quotidian/export"
	"quotidian/ui/files"
	"quotidian/ui/look"
	"quotidian/ui/prefs"
	"quotidian/ui/widget"
)

// TestNothingHappensBehindAQuestion: what cannot be seen takes neither letters nor commands, and Escape takes only the
// question away.
func TestNothingHappensBehindAQuestion(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Do("view.statements")
	k.Statements.Grid.Select(0)
	before := len(k.waiting)
	said := k.Said()
	for _, question := range []string{"file.import", "file.importfolder", "file.open"} {
		k.Do(question)
		if !k.covered() {
			t.Fatalf("%s asks nothing", question)
		}
		k.Rune('c') // would confirm the statement
		k.Do("view.review")
		k.Do("file.export")
		if k.Current() != "Statements" || k.deciding || len(k.waiting) != before || k.Said() != said {
			t.Errorf("%s: the screen behind is %s, and it says %q", question, k.Current(), k.Said())
		}
		if n := len(k.Fyne.Canvas().Overlays().List()); n != 1 {
			t.Errorf("%s: %d questions are open", question, n)
		}
		k.Key(key(fyne.KeyEscape))
		if k.covered() || k.Current() != "Statements" {
			t.Errorf("%s: Escape leaves it open, or leads to %s", question, k.Current())
		}
	}
}

// TestEscapeInAList: the list of a question takes the question away as its line does, and what is typed there goes on in
// the line.
func TestEscapeInAList(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	p := k.Palette()
	test.Tap(p.Entry)
	k.Fyne.Canvas().FocusNext()
	list := k.Fyne.Canvas().Focused()
	list.TypedRune('q')
	if p.Entry.Text != "q" {
		t.Errorf("a letter typed in the list gives %q", p.Entry.Text)
	}
	list.TypedKey(key(fyne.KeyEscape))
	if k.covered() {
		t.Error("the question stays")
	}
	k.Palette()
	k.Fyne.Canvas().Unfocus() // as a click beside its line does
	k.Key(key(fyne.KeyEscape))
	if k.covered() || len(k.questions) != 0 {
		t.Errorf("once nothing has the focus Escape does nothing, and %d questions are open", len(k.questions))
	}
}

// TestLeaving: Quit leaves the program also while a question is open, Close only this window.
func TestLeaving(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	quit, closed := 0, 0
	k.config.Quit = func() { quit++ }
	k.config.Closed = func() { closed++ }
	k.Import()
	k.Do("file.quit")
	if quit != 1 || closed != 0 {
		t.Errorf("after Quit: %d, closed %d", quit, closed)
	}
	k.Do("file.close")
	if quit != 1 || closed != 1 {
		t.Errorf("after Close: %d, closed %d", quit, closed)
	}
}

// TestFolderIsRemembered: the next question for a file begins where the last one was answered.
func TestFolderIsRemembered(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	dir := t.TempDir()
	k.chooseTarget("Save", filepath.Join(dir, "a.csv"), func(string) {}, ".csv")
	k.Fyne.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	if got := k.prefs.Folder(prefs.Writing); got != dir || len(k.questions) != 0 {
		t.Errorf("the folder is %q, and %d questions are open", got, len(k.questions))
	}
	if got := k.prefs.Folder(prefs.Reading); got == dir {
		t.Error("articles are looked for where a workbook was written")
	}
}

// TestEscapeInALine: where a question is answered by typing, Escape does what Cancel does.
func TestEscapeInALine(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.AskText("Outlet", "Selk Courier", func(string) { t.Error("an answer was given") })
	entry, ok := k.Fyne.Canvas().Focused().(*line)
	if !ok {
		t.Fatalf("%T has the keys", k.Fyne.Canvas().Focused())
	}
	entry.TypedRune('!')
	if entry.Text != "!" {
		t.Errorf("typing gives %q", entry.Text)
	}
	entry.TypedKey(key(fyne.KeyEscape))
	if k.covered() {
		t.Error("the question stays")
	}
}

// TestEscapeOnAButton: every question goes away with Escape where a button of it has the focus, or a text in it was
// clicked on, and without an answer; Return on its button for yes answers.
func TestEscapeOnAButton(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.app.Clipboard().SetContent(draftText)
	answers := 0
	ask := map[string]func(){
		"a line":      func() { k.AskText("Outlet", "", func(string) { answers++ }) },
		"a warning":   func() { k.Confirm("Join all?", "Join", widget.Prose(widget.Run{Text: "All"}), func() { answers++ }) },
		"a failure":   func() { k.Failed(errors.New("disk is full")) },
		"instead":     func() { k.Instead(errors.New("/desk/letter.dossier: not a dossier: the file is of another kind")) },
		"about":       k.about,
		"a paste":     k.PasteArticle,
		"a merge":     func() { k.MergeWith("/desk/other.dossier") },
		"its account": func() { k.Merged(dossier.Merged{Kept: "a"}) },
	}
	for name, open := range ask {
		buttons := 0
		for i := 0; i == 0 || i < buttons; i++ {
			open()
			found := k.boxButtons()
			buttons = len(found)
			k.shoot("question-" + strings.ReplaceAll(name, " ", "-") + "-light")
			k.Fyne.Canvas().Focus(found[i])
			found[i].TypedKey(key(fyne.KeyEscape))
			if k.covered() || len(k.questions) != 0 || answers != 0 {
				t.Fatalf("%s, button %q: open %v, %d answers", name, found[i].Text, k.covered(), answers)
			}
		}
	}
	ask["a failure"]()
	for _, o := range test.LaidOutObjects(k.Fyne.Canvas().Overlays().Top()) {
		if text, ok := o.(*widget.FlowText); ok {
			k.Fyne.Canvas().Focus(text)
			text.TypedKey(key(fyne.KeyEscape))
		}
	}
	if k.covered() {
		t.Error("Escape on a text that was clicked on does nothing")
	}
	ask["a warning"]()
	k.boxButtons()[1].TypedKey(key(fyne.KeyReturn))
	if answers != 1 || k.covered() {
		t.Errorf("Return on yes: %d answers", answers)
	}
}

// TestOneFaultIsToldOnce: what two readings of a file fail with alike is told once, and again once it was read.
func TestOneFaultIsToldOnce(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	fault := errors.New("home/flood.dossier: the dossier is damaged")
	for range 2 {
		k.Failed(fault)
		k.Failed(fault)
		if len(k.questions) != 1 {
			t.Fatalf("%d questions are open", len(k.questions))
		}
		k.Dismiss()
	}
	for clause, want := range map[string]string{
		"home/flood.dossier: damaged": "home/flood.dossier: damaged.", "flood.dossier: damaged": "flood.dossier: damaged.", "the lamp is out": "The lamp is out.", "": "",
	} {
		if got := sentence(clause); got != want {
			t.Errorf("%q becomes %q", clause, got)
		}
	}
}

// TestDamagedDossierSaysSo: where the statements cannot be read, that stands in their place, and nothing offers to settle anything.
func TestDamagedDossierSaysSo(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	p.statements, p.order = nil, nil
	k.Statements.Reload()
	k.until("the list is empty", func() bool { return k.Statements.Model.All() == 0 })
	p.broken = errors.New("home/flood.dossier: the dossier is damaged (a page does not agree with its checksum): run 'quotidian repair' on it")
	k.Statements.Reload()
	k.until("the fault is told", k.covered)
	k.Dismiss()
	k.shows("The statements could not be read")
	k.shoot("damaged-light")
}

// TestClickBesideLosesNoKeys: after a click on the ground of a question, which takes the keys from all that stands in it, the next key
// does what it would have done before.
func TestClickBesideLosesNoKeys(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	given := ""
	for name, ask := range map[string]func(){
		"about": k.about, "a fault": func() { k.Failed(errors.New("the lamp is broken")) },
		"a line": func() { k.AskText("Show as", "Varn", func(text string) { given = text }) },
	} {
		ask()
		k.Fyne.Canvas().Unfocus()
		k.Rune('x')
		k.Fyne.Canvas().Unfocus()
		k.Key(key(fyne.KeyReturn))
		if k.covered() || len(k.questions) > 0 {
			t.Errorf("%s: Return does nothing", name)
			k.Dismiss()
		}
	}
	if given != "x" {
		t.Errorf("typed x, given %q", given)
	}
	k.Failed(errors.New("the lamp is broken"))
	for _, o := range test.LaidOutObjects(k.Fyne.Canvas().Overlays().Top()) {
		if text, ok := o.(*widget.FlowText); ok {
			k.Fyne.Canvas().Focus(text) // as a click on it does
			text.TypedKey(key(fyne.KeyReturn))
		}
	}
	if k.covered() {
		t.Error("after a click on its text Return does nothing")
		k.Dismiss()
	}
	p := k.Palette()
	k.Fyne.Canvas().Unfocus()
	k.Key(key(fyne.KeyDown))
	if p.Row() != 1 {
		t.Errorf("a picker stays at row %d", p.Row())
	}
}

// boxButtons are those of the question that is open.
func (k *desk) boxButtons() (out []*widget.Button) {
	k.t.Helper()
	for _, o := range test.LaidOutObjects(k.Fyne.Canvas().Overlays().Top()) {
		if b, ok := o.(*widget.Button); ok {
			out = append(out, b)
		}
	}
	if len(out) == 0 {
		k.t.Fatal("no question with buttons is open")
	}
	return out
}

// TestKeysComeBack: after a click on a button of the window, or on a text beside the list, keys move in the list as before.
func TestKeysComeBack(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	for page, row := range map[string]func() int{
		"statements": func() int { return k.Statements.Grid.Row() }, "articles": func() int { return k.Library.Grid.Row() },
		"speakers": func() int { return k.Speakers.Grid.Row() },
	} {
		for _, type1 := range []func(){func() { k.Key(key(fyne.KeyDown)) }, func() { k.Rune('j') }} {
			k.Do("view." + page)
			before := row()
			k.Fyne.Canvas().Unfocus() // as Fyne does at a click on a button
			type1()
			if row() != before+1 {
				t.Errorf("%s: the cursor went from row %d to %d", page, before, row())
			}
		}
	}
	for _, o := range test.LaidOutObjects(k.Fyne.Content()) {
		if text, ok := o.(*widget.FlowText); ok {
			k.Fyne.Canvas().Focus(text)
			text.TypedKey(key(fyne.KeyUp))
			break
		}
	}
	if k.Fyne.Canvas().Focused() != k.current.Focus() {
		t.Errorf("%T keeps the keys", k.Fyne.Canvas().Focused())
	}
}

// TestEscapeEndsTheTour before it leaves the screen.
func TestEscapeEndsTheTour(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Tour()
	k.Do("view.log")
	k.Key(key(fyne.KeyEscape))
	if k.tour != nil || k.Current() != "Log" {
		t.Errorf("after Escape the tour is there: %v, and the screen %s", k.tour != nil, k.Current())
	}
}

// TestWrongDateIsToldInTheQuestion, which keeps what was typed: it can be mended there.
func TestWrongDateIsToldInTheQuestion(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.app.Clipboard().SetContent("Selk Courier\n\n“We are done,” said Ilse Brandt, the mayor.")
	answer := func(text string) {
		e := k.Fyne.Canvas().Focused().(*line)
		e.SetText("")
		test.Type(e, text)
		e.TypedKey(key(fyne.KeyReturn))
	}
	given := "none"
	k.AskDate("Published", "", func(text string) { given = text })
	answer("23 Sept")
	if !k.covered() || given != "none" || !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "is no day") {
		t.Error("a wrong date is taken, or nothing is said")
	}
	answer(" 23 September 2023 ")
	if k.covered() || given != "2023-09-23" {
		t.Errorf("a right date gives %q", given)
	}
	k.PasteArticle()
	k.Fyne.Canvas().FocusNext()
	answer("yesterday")
	if !k.covered() || k.Busy() || len(k.questions) != 1 {
		t.Error("pasted with a wrong date")
	}
}

// TestTypingReplacesWhatIsProposed: an outlet guessed from a file's name goes with the first letter typed, a note goes on.
func TestTypingReplacesWhatIsProposed(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	given := ""
	take := func(s string) { given = s }
	for want, ask := range map[string]func(){
		"Varn Post":        func() { k.AskText("Outlet", "0612-varn-post-3", take) },
		"checked, by Orlo": func() { k.AskNote("checked", take) },
	} {
		ask()
		line := k.Fyne.Canvas().Focused()
		for _, r := range strings.TrimPrefix(want, "checked") {
			line.TypedRune(r)
		}
		line.TypedKey(key(fyne.KeyReturn))
		if given != want {
			t.Errorf("given %q, want %q", given, want)
		}
	}
}

// TestEveryFormatIsOffered: what the command line writes can be written from the window, each format is offered once, and the last
// one written is proposed though it was typed with another ending.
func TestEveryFormatIsOffered(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.prefs.SetFolder(prefs.Writing, t.TempDir())
	k.Do("file.export")
	k.shoot("export-formats-light")
	q := k.questions[0].(*files.Question)
	names := map[string]int{}
	for i, name := range q.Model.Names {
		if names[name]++; names[name] > 1 && name != "Report" || q.Model.Endings[i] == ".json" {
			t.Errorf("%s %s is offered beside another", name, q.Model.Endings[i])
		}
	}
	for _, ending := range export.Formats {
		q.Line.SetText("flood" + ending)
		if got := filepath.Ext(q.Model.Goal()); got != ending {
			t.Errorf("of %s is made %s", ending, got)
		}
	}
	q.Line.SetText("flood.json")
	q.Line.TypedKey(key(fyne.KeyReturn))
	k.until("it is written", func() bool { return k.job == nil && len(k.questions) == 0 })
	if k.exportFormat() != ".json" {
		t.Errorf("next time %s is proposed", k.exportFormat())
	}
}

// TestReturnSavesAfterAFormat: a click on a format, or on the way to another folder, leaves the keys with the name.
func TestReturnSavesAfterAFormat(t *testing.T) {
	k := newDesk(t, flood(), look.Dark)
	dir := t.TempDir()
	k.prefs.SetFolder(prefs.Writing, filepath.Join(dir, "below"))
	k.Do("file.export")
	for _, b := range k.boxButtons() {
		if b.Text == "Table .csv" || b.Text == "Folder above" {
			k.Fyne.Canvas().Unfocus() // as Fyne does at a click on a button
			test.Tap(b)
			if _, named := k.Fyne.Canvas().Focused().(*files.Line); !named {
				t.Fatalf("after %s the keys are with %T", b.Text, k.Fyne.Canvas().Focused())
			}
		}
	}
	k.shoot("export-format-chosen-dark")
	k.Fyne.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	k.until("it is written", func() bool { return k.job == nil && len(k.questions) == 0 })
	if !strings.HasSuffix(k.Said(), "flood.csv") {
		t.Errorf("said %q", k.Said())
	}
}

// TestEscapeTakesTheMessageFirst, while one types in the search as everywhere else.
func TestEscapeTakesTheMessageFirst(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Do("edit.find")
	test.Type(k.search, "gauges")
	k.Say("Written: flood.xlsx")
	k.search.TypedKey(key(fyne.KeyEscape))
	if k.toast.Visible() || k.search.Text != "gauges" || k.Fyne.Canvas().Focused() != fyne.Focusable(k.search) {
		t.Errorf("after Escape the message is there: %v, the search %q", k.toast.Visible(), k.search.Text)
	}
	k.search.TypedKey(key(fyne.KeyEscape))
	if k.search.Text != "" || k.Statements.Model.Query() != "" {
		t.Errorf("after another the search is %q", k.search.Text)
	}
}

// TestTakenBackAlready: the log says why an entry is not taken back.
func TestTakenBackAlready(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.log(1)
	k.Rune('u')
	k.until("it is taken back", func() bool { return !k.deciding && k.History.Grid.Length() == 2 })
	for row, want := range []string{"This entry only says what became of another one, #1", "This entry is taken back already"} {
		k.History.Grid.Select(row)
		k.Rune('u')
		if k.Said() != want || k.deciding {
			t.Errorf("entry %d: said %q, not %q", row, k.Said(), want)
		}
	}
	k.Rune('U')
	if want := "Nothing from here on is in force"; k.Said() != want {
		t.Errorf("said %q, not %q", k.Said(), want)
	}
}
