package ui

import (
	"context"
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/export"
	"quotidian/matching/wording"
	"quotidian/ui/background"
	"quotidian/ui/files"
	"quotidian/ui/look"
	"quotidian/ui/picker"
	"quotidian/ui/prefs"
	"quotidian/ui/say"
	"quotidian/ui/statements"
)

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestTypingSearchesAtOnce(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Do("edit.find")
	test.Type(k.search, "gauges")
	if got := k.Statements.Model.Len(); got != 1 {
		t.Errorf("%d statements for gauges", got)
	}
	k.search.TypedKey(key(fyne.KeyEscape))
	if got := k.Statements.Model.Len(); got != 6 || k.search.Text != "" {
		t.Errorf("%d statements after Escape, query %q", got, k.search.Text)
	}
	test.Type(k.search, "more than 800") // stands in one wording only, not in the row
	k.until("the other wording is found", func() bool { return k.Statements.Model.Len() == 1 })
	if id := k.Statements.Model.Row(0).ID; id != "s-dam" {
		t.Errorf("found %s", id)
	}
}

func TestTypingElsewhereLeadsToStatements(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Do("view.settings")
	k.Do("edit.find")
	test.Type(k.search, "dam")
	if k.Current() != "Statements" || k.Statements.Query() != "dam" {
		t.Errorf("on %s with query %q", k.Current(), k.Statements.Query())
	}
	k.Do("view.articles")
	if k.search.Text != "" {
		t.Errorf("the list of articles shows the query %q", k.search.Text)
	}
	test.Type(k.search, "harbour post")
	if k.Library.Model.Len() != 1 || k.Statements.Query() != "dam" {
		t.Errorf("%d articles; statements are searched for %q", k.Library.Model.Len(), k.Statements.Query())
	}
}

func TestDecideSayUndo(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	k.OpenStatement("s-dam")
	k.Rune('c')
	k.until("the decision is in the log", func() bool { return len(p.log) == 2 && !k.deciding })
	if k.Statement.Model.Status != "confirmed" || !strings.HasPrefix(k.toast.Text(), "Confirmed") {
		t.Errorf("status %q, toast %q", k.Statement.Model.Status, k.toast.Text())
	}
	k.Do("edit.undo")
	k.until("it is undone", func() bool { return len(p.log) == 3 && !k.deciding })
	if k.Statement.Model.Status != "machine" {
		t.Errorf("status %q after undo", k.Statement.Model.Status)
	}
	k.Do("edit.redo")
	k.until("it is back", func() bool { return k.Statement.Model.Status == "confirmed" })
}

func TestNothingToUndoIsSaid(t *testing.T) {
	p := flood()
	p.log = nil
	k := newDesk(t, p, look.Light)
	k.Undo()
	k.until("that is said", func() bool { return k.toast.Visible() })
	if got := k.toast.Text(); got != "Nothing to undo." {
		t.Errorf("said %q", got)
	}
}

// TestDecisionsKeepTheirOrder: keys hit faster than decisions reach the disk are not lost and not swapped.
func TestDecisionsKeepTheirOrder(t *testing.T) {
	p := flood()
	p.log = nil
	k := newDesk(t, p, look.Light)
	for _, v := range []string{"a", "b", "c", "d"} {
		k.Decide(decision.Decision{Kind: decision.Note, Targets: []string{"q0"}, Value: v}, v)
	}
	k.until("all are made", func() bool { return len(p.log) == 4 && !k.deciding })
	got := ""
	for _, d := range p.log {
		got += d.Value
	}
	if got != "abcd" {
		t.Errorf("order %s", got)
	}
}

func TestDissolvedStatementIsExplained(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	k.OpenStatement("s-dam")
	k.Rune('x')
	k.until("the quote is gone", func() bool { return len(p.log) == 2 && !k.deciding })
	if k.Statement.Model != nil {
		t.Error("a statement that is no more is still shown")
	}
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "no more") {
		t.Error("nothing is said about it")
	}
}

func TestReviewKeys(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	k.Do("view.review")
	k.Rune('s') // later: the second pair comes first
	if got := k.Review.Model.Chosen().A; got != "s-dam" {
		t.Errorf("after later: %s", got)
	}
	k.Rune('r')
	k.until("kept apart", func() bool { return len(p.proposals) == 1 && !k.deciding })
	k.Rune('a')
	k.until("joined", func() bool { return len(p.proposals) == 0 && !k.deciding })
	never, same := p.log[1], p.log[2]
	if never.Kind != decision.Never || never.Targets[0] != "s-dam" || never.Against[0] != "s-2" {
		t.Errorf("never: %+v", never)
	}
	if same.Kind != decision.Same || !slices.Equal(same.Targets, []string{"p-brandt", "p-max"}) {
		t.Errorf("same: %+v", same)
	}
	k.Rune('u')
	k.until("undone", func() bool { return len(p.log) == 4 })
}

func TestReaderKeys(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	k.OpenArticle("a1", "q1")
	if a := k.Reader.Model.Selected(); a == nil || a.Quote != "q1" {
		t.Fatalf("selected %+v", a)
	}
	k.Rune('j')
	if a := k.Reader.Model.Selected(); a.Quote != "m1" {
		t.Errorf("the next quote is %s", a.Quote)
	}
	k.Rune('p')
	k.Key(key(fyne.KeyReturn))
	if k.Current() != "Statement" || k.Statement.Model.ID != "s-dam" {
		t.Errorf("Return leads to %s", k.Current())
	}
	k.Key(key(fyne.KeyEscape))
	if k.Current() != "Reader" {
		t.Errorf("Escape leads to %s", k.Current())
	}
	k.Rune('x')
	k.until("decided", func() bool { return len(p.log) == 2 && !k.deciding })
	if d := p.log[1]; d.Kind != decision.NotAQuote || d.Targets[0] != "q1" {
		t.Errorf("decided %+v", d)
	}
}

func TestTapOnQuoteSelectsIt(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.OpenArticle("a0", "")
	y, ok := k.Reader.Text.Where(1)
	if !ok {
		t.Fatal("the first quote is not on the page")
	}
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(k.Reader.Text)
	test.TapCanvas(k.Fyne.Canvas(), pos.AddXY(250, y+4))
	if a := k.Reader.Model.Selected(); a == nil || a.Quote != "q0" {
		t.Errorf("selected %+v", a)
	}
}

func TestAskSpeaker(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	picked := ""
	k.AskSpeaker("Who?", dossier.SpeakerInfo{}, func(s dossier.SpeakerInfo) { picked = s.Name })
	e, ok := k.Fyne.Canvas().Focused().(interface {
		fyne.Focusable
		SetText(string)
	})
	if !ok {
		t.Fatal("the question has no line to type in")
	}
	test.Type(e, "ilse")
	e.TypedKey(key(fyne.KeyReturn))
	if picked != "Ilse Brandt" {
		t.Errorf("picked %q", picked)
	}
	if k.Fyne.Canvas().Overlays().Top() != nil {
		t.Error("the question stays")
	}
}

func TestPaletteRunsCommandsAndJumps(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	pick := func(query string) {
		p := k.Palette()
		test.Type(p.Entry, query)
		p.Entry.TypedKey(key(fyne.KeyReturn))
	}
	pick("speakers")
	if k.Current() != "Speakers" {
		t.Errorf("on %s", k.Current())
	}
	pick("mirel")
	if k.Current() != "Statements" || k.Statements.Model.Len() != 1 {
		t.Errorf("on %s with %d statements", k.Current(), k.Statements.Model.Len())
	}
	pick("taurin")
	if k.Statements.Model.Len() != 2 {
		t.Errorf("%d statements of the outlet", k.Statements.Model.Len())
	}
}

func TestCommandsAreComplete(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	ids, keys := map[string]bool{}, map[string]bool{}
	for _, c := range k.Commands {
		if c.Title == "" || c.Menu == "" || c.Run == nil {
			t.Errorf("%s is not complete", c.ID)
		}
		if ids[c.ID] || c.Key != "" && keys[c.Keys()] {
			t.Errorf("%s or its keys %s stand twice", c.ID, c.Keys())
		}
		ids[c.ID], keys[c.Keys()] = true, true
	}
	for _, page := range Pages {
		if !ids["view."+page] {
			t.Errorf("no command shows %s", page)
		}
		k.Do("view." + page)
	}
	palette := ""
	for _, c := range k.paletteChoices() {
		palette += c.Title + "\n"
	}
	for _, c := range k.Commands {
		if !strings.Contains(palette, c.Menu+": "+c.Title+"\n") {
			t.Errorf("the palette lacks %s", c.ID)
		}
		if strings.HasPrefix(c.ID, "view.") && c.Key == "" {
			t.Errorf("%s has no key", c.ID)
		}
	}
	help := ""
	for _, c := range k.keyChoices() {
		help += c.Title + " " + c.Detail + "\n"
	}
	for _, c := range k.Commands {
		if c.Key != "" && !strings.Contains(help, c.Title+" "+c.Keys()) {
			t.Errorf("the help page lacks %s", c.Title)
		}
	}
}

func TestImportBalances(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": "One.\n\nTwo.", "b.txt": "Three.\n\nFour."} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	k := newDesk(t, flood(), look.Light)
	k.Dropped(fyne.NewPos(10, 10), []fyne.URI{storage.NewFileURI(dir)})
	k.until("the import ended", func() bool { return k.job == nil })
	if got := k.toast.Text(); got != "2 found = 2 added + 0 already there + 0 faults" {
		t.Errorf("said %q", got)
	}
}

func TestImportCanBeCancelled(t *testing.T) {
	p := flood()
	started := make(chan struct{})
	p.add = func(ctx context.Context, progress func(dossier.Progress)) (dossier.Balance, error) {
		progress(dossier.Progress{Balance: dossier.Balance{Found: 3, Added: 3}, Path: "desk/three.txt"})
		close(started)
		<-ctx.Done()
		return dossier.Balance{Found: 3, Added: 3}, ctx.Err()
	}
	k := newDesk(t, p, look.Light)
	k.ImportPaths([]string{"desk"})
	k.until("progress is shown", func() bool { return strings.HasPrefix(k.status.job.Text(), "3 read") })
	k.ImportPaths([]string{"desk"})
	if !strings.Contains(k.toast.Text(), "under way") {
		t.Errorf("a second import: %q", k.toast.Text())
	}
	<-started
	test.Tap(k.status.cancel)
	k.until("it stopped", func() bool { return k.job == nil })
	if got := k.toast.Text(); got != "Cancelled. 3 found = 3 added + 0 already there + 0 faults. The rest was not read." {
		t.Errorf("said %q", got)
	}
}

// TestCancelledTooLate: an import that was complete when somebody cancelled it says that it is.
func TestCancelledTooLate(t *testing.T) {
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		p := flood()
		p.add = func(ctx context.Context, progress func(dossier.Progress)) (dossier.Balance, error) {
			progress(dossier.Progress{Balance: dossier.Balance{Found: 3, Added: 3}, Path: "desk/three.txt"})
			<-ctx.Done()
			return dossier.Balance{Found: 3, Added: 3}, nil
		}
		k := newDesk(t, p, mode)
		k.ImportPaths([]string{"desk"})
		k.until("progress is shown", func() bool { return strings.HasPrefix(k.status.job.Text(), "3 read") })
		test.Tap(k.status.cancel)
		k.until("it ended", func() bool { return k.job == nil })
		if got := k.toast.Text(); got != "Too late to cancel, all was read. 3 found = 3 added + 0 already there + 0 faults" {
			t.Errorf("said %q", got)
		}
		k.shoot("import-too-late-" + map[look.Mode]string{look.Light: "light", look.Dark: "dark"}[mode])
	}
}

// TestClosingAsksDuringAJob: a window in which a job is under way closes after a question, and without one when there is none.
func TestClosingAsksDuringAJob(t *testing.T) {
	p := flood()
	p.add = func(ctx context.Context, progress func(dossier.Progress)) (dossier.Balance, error) {
		progress(dossier.Progress{Balance: dossier.Balance{Found: 3, Added: 3}, Path: "desk/three.txt", Done: .25})
		<-ctx.Done()
		return dossier.Balance{Found: 3, Added: 3}, ctx.Err()
	}
	k := newDesk(t, p, look.Light)
	closed := 0
	k.Fyne.SetOnClosed(func() { closed++ })
	k.ImportPaths([]string{"desk"})
	k.until("progress is shown", func() bool { return strings.HasPrefix(k.status.job.Text(), "25 %") })
	k.Do("file.close")
	k.Do("file.close")
	if closed != 0 || len(k.questions) != 1 {
		t.Fatalf("closed %d times, %d questions", closed, len(k.questions))
	}
	k.shoot("close-busy-light")
	k.Dismiss()
	k.CancelJob()
	k.until("it stopped", func() bool { return k.job == nil })
	if len(k.Importing.Model.Rest()) != 1 {
		t.Error("an import that was cancelled offers no way on")
	}
	k.shoot("import-cancelled-light")
	k.Do("file.close")
	if closed != 1 {
		t.Errorf("with nothing under way: closed %d times", closed)
	}
}

func TestExportWritesAndSaysSo(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	path := filepath.Join(t.TempDir(), "out.xlsx")
	k.ExportTo(path, export.Options{})
	k.until("it is written", func() bool { return k.job == nil })
	if _, err := os.Stat(path); err != nil || !strings.Contains(k.toast.Text(), path) {
		t.Errorf("%v, said %q", err, k.toast.Text())
	}
	if drawn := test.RenderToMarkup(k.Fyne.Canvas()); !strings.Contains(drawn, ">Open<") || !strings.Contains(drawn, ">Show in folder<") {
		t.Error("nothing leads to the file")
	}
	k.export = func(context.Context, string, export.Options) error { return errors.New("disk is full") }
	k.ExportTo(path, export.Options{})
	k.until("the failure is shown", func() bool { return k.Fyne.Canvas().Overlays().Top() != nil })
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "Disk is full.") {
		t.Error("the reason is not shown")
	}
}

// TestExportIsOpened: the buttons hand the file and its folder to the desktop; where no program knows it, its place is told.
func TestExportIsOpened(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("the toolkit opens files there")
	}
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	k := newDesk(t, flood(), look.Light)
	path := filepath.Join(dir, "out.xlsx")
	opener, given := filepath.Join(dir, "xdg-open"), filepath.Join(dir, "given")
	if err := os.WriteFile(opener, []byte("#!/bin/sh\necho \"$1\" > "+given+".new\n/bin/mv "+given+".new "+given+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	k.written(path, "Written")
	if _, ok := k.beginJob("Writing another…"); !ok || k.toast.Visible() {
		t.Error("while another file is written, the one before is offered")
	}
	k.endJob()
	for i, want := range []string{path, dir} {
		k.written(path, "Written")
		k.toast.Press(i)
		k.until("it is opened", func() bool {
			raw, err := os.ReadFile(given)
			return err == nil && strings.TrimSpace(string(raw)) == want
		})
	}
	if err := os.WriteFile(opener, []byte("#!/bin/sh\nexit 3\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	k.written(path, "Written")
	k.toast.Press(0)
	k.until("the place is told", func() bool { return k.Fyne.Canvas().Overlays().Top() != nil })
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "out.xlsx") {
		t.Error("the path is not told")
	}
}

// TestExportRemembersItsFormat: the next export proposes the format of the last one.
func TestExportRemembersItsFormat(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.prefs.SetFolder(prefs.Writing, t.TempDir())
	for _, want := range []string{".xlsx", ".html", ".html"} {
		k.Export()
		q := k.questions[0].(*files.Question)
		if want == ".html" {
			q.Model.SetFormat(slices.Index(q.Model.Endings, want))
		}
		if got := filepath.Ext(q.Model.Goal()); got != want {
			t.Errorf("proposes %s, not %s", got, want)
		}
		q.Press()
		if len(k.questions) > 0 {
			q.Press() // it is there already, and replaced
		}
		k.until("it is written", func() bool { return k.job == nil })
	}
	if got := k.exportFormat(); got != ".html" {
		t.Errorf("remembers %s", got)
	}
}

// TestExportOfWhatIsListed: a list that is narrowed or has ticks can be exported as it stands, and is not unless asked for.
func TestExportOfWhatIsListed(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.prefs.SetFolder(prefs.Writing, t.TempDir())
	var got export.Options
	k.export = func(_ context.Context, _ string, o export.Options) error {
		got = o
		return nil
	}
	take := func(choice int) {
		t.Helper()
		k.Export()
		ask := k.questions[0].(*picker.Picker)
		for range choice {
			ask.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		ask.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		k.questions[0].(*files.Question).Press()
		k.until("it is written", func() bool { return k.job == nil })
	}
	k.Statements.Model.Search("gauges")
	want := k.Statements.Model.IDs()
	if len(want) == 0 || len(want) == k.Statements.Model.Said() {
		t.Fatalf("%d statements are listed, the test needs some of %d", len(want), k.Statements.Model.Said())
	}
	take(0)
	if got.Listed != nil {
		t.Errorf("the whole dossier is narrowed to %v", got.Listed)
	}
	take(1)
	if said := say.N(len(want), "statement"); !strings.Contains(k.toast.Text(), said) {
		t.Errorf("says %q, not %q", k.toast.Text(), said)
	}
	if got.Listed == nil || !slices.Equal(got.Listed.IDs, want) || !slices.Equal(got.Listed.Why, []string{"Words searched for: gauges"}) {
		t.Errorf("listed %v, exported %v", want, got.Listed)
	}
	k.Statements.TickAll()
	k.Statements.Clear()
	take(1)
	slices.Sort(got.Listed.IDs)
	slices.Sort(want)
	if !slices.Equal(got.Listed.IDs, want) {
		t.Errorf("ticked %v, exported %v", want, got.Listed.IDs)
	}
}

func TestThemeButtonChangesEverything(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	at := func() color.Color { return k.Fyne.Canvas().Capture().At(600, 600) }
	light := at()
	k.SetMode(look.Dark)
	k.until("the statements are back", func() bool { return k.Statements.Model.Len() > 0 })
	if at() == light {
		t.Error("the page keeps its ground")
	}
	k.shoot("switched-dark")
	if got := k.app.Preferences().String("theme"); got != "dark" {
		t.Errorf("remembered %q", got)
	}
}

// TestThemeOfScreensOutOfSight: what was seen in one theme looks, after another was chosen elsewhere, as if it had been
// made in that.
func TestThemeOfScreensOutOfSight(t *testing.T) {
	d := sampleDossier(t)
	walk := func(k *desk, seen func(page string)) {
		for _, page := range Pages {
			k.Do("view." + page)
			k.until("it is read", func() bool { return k.Statements.Loaded && !k.stale[k.current] })
			seen(page)
		}
	}
	want := map[string]image.Image{}
	dark := newDesk(t, d, look.Dark)
	dark.SetTextSize(17)
	walk(dark, func(string) {})
	walk(dark, func(page string) { want[page] = dark.Fyne.Canvas().Capture() })
	k := newDesk(t, d, look.Light)
	walk(k, func(string) {})
	k.SetMode(look.Dark)
	k.SetTextSize(17)
	k.toast.Hide()
	walk(k, func(page string) {
		if page != "settings" && !reflect.DeepEqual(k.Fyne.Canvas().Capture(), want[page]) {
			k.shoot("stale-" + page)
			t.Errorf("%s keeps something of the theme before", page)
		}
	})
}

// TestFirstPageComesFirst: of many statements a page is listed before all are read, in the order that they keep.
func TestFirstPageComesFirst(t *testing.T) {
	app := test.NewTempApp(t)
	pump, work := background.NewPump()
	w := New(Config{App: app, Dossier: many(1000), Work: work, Mode: look.Light})
	t.Cleanup(work.Close)
	k := &desk{Window: w, t: t, pump: pump}
	k.until("a page is listed", func() bool { return w.Statements.Model.Len() > 0 })
	first := w.Statements.Model.Row(0).ID
	if n := w.Statements.Model.Len(); n >= 1000 || w.Statements.Loaded || w.Statements.Summary() != "1,000 statements, being read…" {
		t.Errorf("%d rows at first, %q", n, w.Statements.Summary())
	}
	k.until("all are listed", func() bool { return w.Statements.Loaded })
	if got := w.Statements.Model.Row(0).ID; w.Statements.Model.Len() != 1000 || got != first || w.Statements.Summary() != "1,000 statements" {
		t.Errorf("%d rows, the first %s, before %s", w.Statements.Model.Len(), got, first)
	}
}

// TestWindowStaysSmall guards against objects made for rows that nobody sees.
func TestWindowStaysSmall(t *testing.T) {
	const most = 5000
	k := newDesk(t, many(100000), look.Light)
	if n := k.Statements.Model.Len(); n != 100000 {
		t.Fatalf("%d rows", n)
	}
	for _, y := range []float32{0, 100000, 2500000} {
		k.Statements.Grid.ScrollTo(y)
		n := len(test.LaidOutObjects(k.Fyne.Content()))
		if n > most || n < 100 {
			t.Errorf("at %.0f: %d objects in the window", y, n)
		}
	}
	k.shoot("hundred-thousand-light")
}

func TestEmptyDossierSaysWhatToDo(t *testing.T) {
	k := newDesk(t, many(0), look.Light)
	for _, page := range Pages {
		k.Do("view." + page)
		k.shoot("empty-" + page + "-light")
	}
	k.Do("view.statements")
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "Import articles") {
		t.Error("an empty dossier does not say what to do")
	}
}

// hostile texts that once broke some program of this kind.
var hostile = []string{
	"abc\xff\xfe\xc3\x28 def\x80", "a\x00b\x01c\x1b[31md\x7f\u200b\u2028e\u0085", "a\u202egnp.exe\u202c b\u2066c\u2069",
	"a" + strings.Repeat("\u0301", 2000), strings.Repeat("x", 20000), strings.Repeat("国", 3000), strings.Repeat("line\n", 10000), "",
}

// TestHostileTextOnEveryScreen: nothing panics, and no direction override reaches the screen.
func TestHostileTextOnEveryScreen(t *testing.T) {
	for i, text := range hostile {
		p := flood()
		poison(p, text)
		k := newDesk(t, p, look.Light)
		for _, page := range Pages {
			k.Do("view." + page)
			safe(t, i, k)
		}
		k.OpenStatement("s-dam")
		safe(t, i, k)
		k.OpenArticle("a0", "q0")
		safe(t, i, k)
		if len(text) < 100 { // the software painter takes seconds for the others; the real one clips
			k.Fyne.Canvas().Capture()
		}
	}
}

// safe fails when a control or a direction override is drawn.
func safe(t *testing.T, i int, k *desk) {
	t.Helper()
	for _, o := range test.LaidOutObjects(k.Fyne.Content()) {
		if c, ok := o.(*canvas.Text); ok && strings.ContainsAny(c.Text, "\u202e\u2066\x00\x1b\n") {
			t.Errorf("hostile text %d on %s: %q", i, k.Current(), c.Text)
		}
	}
}

// poison puts a text wherever an article, a person or a file name can bring one in.
func poison(p *paper, text string) {
	s := p.statements["s-dam"]
	s.Text, s.SpeakerName, s.FirstOutlet = text, text, text
	s.Outlets, s.Origins = []string{text, "B"}, []string{text}
	s.Wordings = slices.Clone(s.Wordings)
	s.Wordings[1] = dossier.Wording{Text: text, Outlets: []string{text}, Diff: wording.Diff{{Op: wording.Replaced, A: text, B: text}}, Changes: []wording.Change{{Kind: wording.Actor, Note: text}}}
	s.Appearances = slices.Clone(s.Appearances)
	a := &s.Appearances[0]
	a.Text, a.Sentence, a.Before, a.After, a.SpeakerAs, a.Role, a.Note, a.Via = text, text, text, text, text, text, text, []string{text}
	a.Article.Title, a.Article.Outlet.Name = text, text
	p.statements["s-dam"] = s
	p.library[0].Title, p.library[0].Outlet.Name, p.library[0].Path, p.library[0].Byline = text, text, text, text
	p.speakers[0].Name, p.speakers[0].Roles = text, []string{text}
	p.proposals[0].NameA, p.proposals[0].Reasons[0].Text = text, text
	p.faults[0].Path, p.faults[0].Reason = text, text
	p.log[0].Value, p.log[0].Before, p.log[0].Who = text, text, text
	page := p.pages["a0"]
	page.Text, page.Title, page.Byline = text, text, text
	p.pages["a0"] = page
}

func TestNothingIsDrawnOutsideTheWindow(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	for _, size := range []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1024, Height: 640}} {
		k.Fyne.Resize(size)
		for _, page := range Pages {
			k.Do("view." + page)
			if got := k.Fyne.Content().MinSize(); got.Width > size.Width || got.Height > size.Height {
				t.Errorf("%s needs %v at %v", page, got, size)
			}
		}
	}
	k.Fyne.Resize(fyne.NewSize(1920, 1080))
	k.OpenStatement("s-dam")
	k.shoot("statement-wide-light")
	k.Do("view.statements")
	k.Statements.Only(statements.BySpeaker, "p-danko")
	k.shoot("statements-wide-light")
}

// TestStatementsOfOneWhomOthersCallOtherwise: a speaker under whose name no statement is listed is looked for by words; all
// statements would be no answer.
func TestStatementsOfOneWhomOthersCallOtherwise(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	k.ShowStatementsOf("the harbour council of Varn")
	if m := k.Statements.Model; m.Query() == "" || m.Len() == m.All() {
		t.Errorf("asked for %q, %d of %d listed", m.Query(), m.Len(), m.All())
	}
}

// TestHeadlineWithoutEnd: a title of five thousand characters leaves room for what else is known of its article, and is whole in the reader.
func TestHeadlineWithoutEnd(t *testing.T) {
	p := flood()
	long := strings.Repeat("the dam ", 600) + "holds"
	p.library[0].Title = long
	page := p.pages["a0"]
	page.Title = long
	p.pages["a0"] = page
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		k := newDesk(t, p, mode)
		k.Do("view.articles")
		k.Library.Grid.Select(k.Library.Model.Index("a0"))
		k.shows("LANGUAGE")
		for _, o := range test.LaidOutObjects(k.Fyne.Content()) {
			at := k.app.Driver().AbsolutePositionForObject(o)
			if c, ok := o.(*canvas.Text); ok && c.Text == "LANGUAGE" && at.Y > 700 {
				t.Errorf("the language of the article is told at %v", at)
			}
		}
		k.shoot("headline-without-end-" + map[look.Mode]string{look.Light: "light", look.Dark: "dark"}[mode])
		k.OpenArticle("a0", "")
		k.shows("holds")
	}
}
