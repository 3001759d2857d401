package ui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/draft"
	"quotidian/matching/wording"
	"quotidian/ui/importing"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/statements"
)

func TestFaultsAreListedAndReadAgain(t *testing.T) {
	p := flood()
	bad := articles.Fault{Path: "desk/photo.png", Reason: "a picture, which cannot be read"}
	p.add = func(_ context.Context, progress func(dossier.Progress)) (dossier.Balance, error) {
		progress(dossier.Progress{Balance: dossier.Balance{Found: 1, Added: 1}, Path: "desk/a.txt"})
		b := dossier.Balance{Found: 2, Added: 1, Faults: []articles.Fault{bad}}
		progress(dossier.Progress{Balance: b, Path: bad.Path})
		return b, nil
	}
	k := newDesk(t, p, look.Light)
	k.ImportPaths([]string{"desk"})
	k.until("the import ended", func() bool { return k.job == nil })
	k.shoot("import-faults-light")
	markup := test.RenderToMarkup(k.Fyne.Canvas())
	for _, want := range []string{"2 found = 1 added + 0 already there + 1 fault", "desk/photo.png", "a picture, which cannot be read", "desk/a.txt"} {
		if !strings.Contains(markup, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	k.Importing.Grid.Select(0) // the fault
	k.Importing.Grid.Keys().TypedKey(key(fyne.KeyReturn))
	if !k.covered() {
		t.Error("Return on a fault does not show the whole of its reason")
	}
	k.Dismiss()
	p.add = func(context.Context, func(dossier.Progress)) (dossier.Balance, error) {
		return dossier.Balance{Found: 1, Added: 1}, nil
	}
	k.Rune('r')
	k.until("it was read again", func() bool { return k.job == nil })
	if got := k.toast.Text(); got != "1 found = 1 added + 0 already there + 0 faults" {
		t.Errorf("said %q", got)
	}
}

func TestPastedArticleIsImported(t *testing.T) {
	d := emptyDossier(t)
	k := newDesk(t, d, look.Light)
	k.app.Clipboard().SetContent("Gates shut\n\n\"The gates stay shut,\" engineer Tomas Revik said on Friday.\n")
	k.PasteArticle()
	k.shoot("paste-light")
	if k.Fyne.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing was asked")
	}
	k.ImportText(k.app.Clipboard().Content(), "Selk Courier", "2026-05-12")
	k.until("it was imported", func() bool { return k.job == nil })
	list, err := d.Articles()
	if err != nil || len(list) != 1 || list[0].Outlet.Name != "Selk Courier" || list[0].Published.String() != "2026-05-12" || !strings.HasPrefix(list[0].Path, "clipboard ") {
		t.Errorf("%+v, %v", list, err)
	}
	k.Importing.Grid.Keys().TypedKey(key(fyne.KeyReturn))
	if k.Current() != "Reader" || k.Reader.Model.ID != list[0].ID {
		t.Errorf("Return on what was added shows %s", k.Current())
	}
	k.ImportText("x", "", "tomorrow")
	if k.job != nil {
		t.Error("a date that is none was taken")
	}
}

func TestLongJobsTellTheDesktop(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.notifyAfter = 0
	const said = "1 found = 0 added + 0 already there + 1 fault" // an empty folder is a fault
	test.AssertNotificationSent(t, fyne.NewNotification("Quotidian", said), func() {
		k.ImportPaths([]string{t.TempDir()})
		k.until("the import ended", func() bool { return k.job == nil })
	})
}

const draftText = "My draft\n\n“The dam will not fail, and some 800 families can stay in their homes,” Water Minister Mirel Danko said.\n\n" +
	"“The dam will fail, and some 900 families can stay in their homes,” Mirel Danko said.\n\n“We were never told,” said a resident of Selk.\n"

func TestDraftIsChecked(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.app.Clipboard().SetContent(draftText)
	k.Do("file.pastedraft")
	k.until("the draft is checked", func() bool { return k.job == nil && k.Draft.Ready() })
	k.shoot("draft-light")
	m := k.Draft.Model
	if len(m.Findings) < 2 || m.Findings[0].Verdict != draft.Exact || m.Findings[1].Verdict == draft.Exact {
		t.Fatalf("%d findings: %+v", len(m.Findings), m.Findings)
	}
	if m.Chosen() != &m.Findings[1] {
		t.Error("the quote that wants a look is not chosen")
	}
	k.Rune('k')
	k.Key(key(fyne.KeyReturn))
	if k.Current() != "Reader" || k.Reader.Model.Selected() == nil {
		t.Errorf("Return leads to %s", k.Current())
	}
	k.Do("view.back")
	for _, name := range []string{"checked.html", "checked.docx"} {
		path := filepath.Join(t.TempDir(), name)
		if err := k.Draft.Save(path); err != nil {
			t.Error(err)
		}
		if info, err := os.Stat(path); err != nil || info.Size() < 500 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
}

func TestChartsCountAndAreSaved(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Do("view.charts")
	k.until("all is counted", func() bool { return len(k.Charts.Plots) == 3 })
	k.shoot("charts-light")
	for _, name := range []string{"chart.png", "chart.svg"} {
		path := filepath.Join(t.TempDir(), name)
		if err := k.Charts.Save(0, path); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(path)
		if err != nil || len(raw) < 1000 || !strings.Contains(string(raw[:8]), "PNG") && !strings.HasPrefix(string(raw), "<svg") {
			t.Errorf("%s: %d bytes, %v", name, len(raw), err)
		}
	}
}

func TestSettings(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	k.Do("view.settings")
	k.shoot("settings-light")
	k.Settings.House.SetText("Mirel Danko = Mirel Dánko")
	if k.Settings.House.AcceptsTab() {
		t.Error("the Tab key does not lead out of the house spellings")
	}
	k.Settings.Apply()
	k.until("the speaker is renamed", func() bool { return len(p.log) == 2 && !k.deciding })
	if d := p.log[1]; d.Kind != decision.Rename || d.Targets[0] != "p-danko" || d.Value != "Mirel Dánko" {
		t.Errorf("decided %+v", d)
	}
	k.SetTextSize(20)
	k.Do("view.statements")
	k.shoot("statements-large-light")
	if got := k.prefs.TextSize(); got != 20 {
		t.Errorf("remembered %.0f", got)
	}
	k.SetTextSize(look.NormalText)
}

func TestTourLeadsThroughTheScreens(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Tour()
	seen := []string{k.Current()}
	for range 4 {
		k.tour.Next()
		seen = append(seen, k.Current())
		if k.tour.At() == 1 {
			k.shoot("tour-light")
		}
	}
	if want := []string{"Statements", "Statement", "Reader", "Review", "Draft"}; !slices.Equal(seen, want) {
		t.Errorf("stops %q", seen)
	}
	k.tour.Back()
	k.tour.Ended(false)
	if k.tour != nil || !k.prefs.Toured() || len(k.above.Objects) != 0 {
		t.Error("the tour does not end")
	}
}

func TestRecentDossiersAndTheLastPageAreRemembered(t *testing.T) {
	d := emptyDossier(t)
	k := newDesk(t, d, look.Light)
	k.Do("view.log")
	k.closed()
	opened := ""
	k.config.Open = func(path string) error { opened = path; return nil }
	p := k.OpenRecent()
	p.Entry.TypedKey(key(fyne.KeyReturn))
	if opened != d.Path() {
		t.Errorf("opened %q, want %q", opened, d.Path())
	}
	if got := k.prefs.Page(); got != "log" {
		t.Errorf("remembered %q", got)
	}
}

func TestLogIsFilteredAndWalkedBack(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	for _, v := range []string{"one", "two", "three"} {
		k.Decide(decision.Decision{Kind: decision.Note, Targets: []string{"q0"}, Value: v}, v)
	}
	k.until("all are made", func() bool { return !k.deciding && len(p.log) == 4 })
	k.log(4)
	k.History.Search("two")
	if n := k.History.Grid.Length(); n != 1 {
		t.Errorf("%d entries for two", n)
	}
	k.History.Search("")
	k.History.Grid.Select(1) // two; three lies above it
	k.Rune('U')
	k.until("two and three are taken back", func() bool { return !k.deciding && len(p.log) == 6 && k.History.Grid.Length() == 6 })
	if a, b := p.log[4], p.log[5]; a.Of != 4 || b.Of != 3 {
		t.Errorf("took back %d, then %d", a.Of, b.Of)
	}
	if got := k.History.Chosen(); got != 3 || k.History.Grid.Row() != 3 {
		t.Errorf("the cursor is on entry %d, row %d", got, k.History.Grid.Row())
	}
}

// TestNothingMatches: a list that is narrowed to nothing says by what, and leads back.
func TestNothingMatches(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Statements.Toggle(statements.BySpeaker, "p-danko")
	k.Statements.Search("no such word")
	seen := test.RenderToMarkup(k.Fyne.Canvas())
	for _, want := range []string{"Words searched for: no such word", "SPEAKER: Mirel Danko"} {
		if !strings.Contains(seen, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	k.Statements.Everywhere()
	if m := k.Statements.Model; m.Faceted() || m.Query() == "" {
		t.Errorf("searched everywhere, and it says %q", m.Narrowing())
	}
	k.Statements.Clear()
	if k.Statements.Model.Len() != 6 {
		t.Errorf("%d statements", k.Statements.Model.Len())
	}
}

// TestArticlesByTheirWords: the search of articles looks through their texts too, and says when it finds nothing.
func TestArticlesByTheirWords(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	k.Do("view.articles")
	n := k.Library.Model.Len()
	k.Library.Search("gravediggers")
	k.until("texts are looked through", func() bool { return k.Library.Model.Len() > 0 })
	if got := k.Library.Model.Len(); got >= n {
		t.Errorf("%d of %d articles", got, n)
	}
	k.Library.Search("qqzz")
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "Words searched for: qqzz") {
		t.Error("it does not say why there are none")
	}
	k.EndSearch()
	if got := k.Library.Model.Len(); got != n {
		t.Errorf("%d of %d articles", got, n)
	}
}

// TestCopyingARow gives the words with who said them and where.
func TestCopyingARow(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	k.Statements.Grid.Select(0)
	k.Statements.Focus().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
	r := k.Statements.Model.Row(0)
	got := k.app.Clipboard().Content()
	if !strings.HasPrefix(got, r.Text+"\n") || !strings.Contains(got, r.Outlets[0]) {
		t.Errorf("copied %q", got)
	}
}

// TestOneAfterTheOther: in a list of what nobody looked at, a statement that is confirmed leaves the list and the cursor
// goes to the next one.
func TestOneAfterTheOther(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	k.Statements.Toggle(statements.ByStatus, "machine")
	k.Statements.Grid.Select(1)
	next := k.Statements.Model.ID(2)
	k.Rune('c')
	k.until("it is confirmed", func() bool { return len(p.log) == 2 && !k.deciding })
	k.until("the list is another", func() bool { return k.Statements.Model.Index(next) == 1 })
	if k.Statements.Chosen() != next || k.Statements.Grid.Row() != 1 {
		t.Errorf("the cursor is on %s, row %d", k.Statements.Chosen(), k.Statements.Grid.Row())
	}
}

// TestContradictionsAreAFacet: both statements of a pair that waits for a person are listed by it, in the reader's
// language, until the pair is settled.
func TestContradictionsAreAFacet(t *testing.T) {
	inGerman(t)
	p := flood()
	p.proposals[1].Changes = []wording.Change{{Kind: wording.Number}}
	k := newDesk(t, p, look.Light)
	k.shows("im Widerspruch")
	k.shoot("statements-contradictions-german")
	k.Statements.Toggle(statements.ByStatus, "contradicts another")
	if n := k.Statements.Model.Len(); n != 2 || k.Statements.Model.Index("s-dam") < 0 || k.Statements.Model.Index("s-2") < 0 {
		t.Errorf("%d statements are listed", n)
	}
	k.Do("view.review")
	k.Rune('d')
	k.Rune('r')
	k.until("the pair is settled", func() bool { return len(p.proposals) == 1 && !k.deciding })
	k.Do("view.statements")
	k.until("nothing is listed by it", func() bool { return !k.Statements.Model.Narrowed() })
}

func TestFindInTheArticle(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.OpenArticle("a0", "")
	k.Do("edit.find")
	test.Type(k.search, "DAM")
	first := k.Reader.Hits()
	k.search.TypedKey(key(fyne.KeyReturn))
	if !strings.HasPrefix(first, "1 of ") || !strings.HasPrefix(k.Reader.Hits(), "2 of ") || k.Current() != "Reader" {
		t.Errorf("%q, then %q on %s", first, k.Reader.Hits(), k.Current())
	}
	k.shoot("reader-find-light")
}

func TestLikelyPairsAreJoinedAfterALook(t *testing.T) {
	p := flood()
	p.proposals[0].Score = 0.97
	k := newDesk(t, p, look.Light)
	k.Do("view.review")
	k.Rune('r')
	k.until("kept apart", func() bool { return len(p.proposals) == 1 && !k.deciding })
	k.shoot("review-apart-light")
	if len(k.Review.Model.Apart) != 1 {
		t.Errorf("%d pairs are kept apart", len(k.Review.Model.Apart))
	}
	p.proposals[0].Score = 0.95
	k.Review.Reload()
	k.Rune('b')
	k.shoot("review-bulk-light")
	k.answerBox()
	k.until("joined", func() bool { return len(p.proposals) == 0 && !k.deciding })
}

func TestVersionsAndCopiesAreTold(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.Do("view.articles")
	k.Rune('v')
	k.until("the articles are compared", func() bool { return k.job == nil && strings.Contains(k.toast.Text(), "versions or copies") })
	k.Library.Grid.Select(k.Library.Model.Index("a0"))
	k.shoot("articles-versions-light")
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "We leave tonight") {
		t.Error("what the newer version says is not told")
	}
}

// TestFoundIsForgotten: what was found in one article is not said of the next.
func TestFoundIsForgotten(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.OpenArticle("a0", "")
	k.Reader.Search("dam")
	k.OpenArticle("a1", "")
	if k.Reader.Hits() != "" || strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "1 of ") {
		t.Errorf("%q", k.Reader.Hits())
	}
}

// TestDecisionWaitsForAnImport and says so, since nothing else is seen of it until then.
func TestDecisionWaitsForAnImport(t *testing.T) {
	p := flood()
	ended := make(chan struct{})
	p.add = func(context.Context, func(dossier.Progress)) (dossier.Balance, error) {
		<-ended
		return dossier.Balance{Found: 1, Added: 1}, nil
	}
	k := newDesk(t, p, look.Light)
	k.ImportPaths([]string{"desk"})
	k.Do("view.statements")
	k.Rune('c')
	if !strings.Contains(k.Said(), "once the import has ended") {
		t.Errorf("said %q", k.Said())
	}
	close(ended)
	k.until("both are done", func() bool { return !k.Busy() && !k.deciding && len(p.log) == 2 })
}

// TestEntryIsReadInFull: Return in the log shows the words that an entry is about and takes nothing back by itself.
func TestEntryIsReadInFull(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	k.Statements.Grid.Select(0)
	words := k.Statements.Model.Row(0).Text
	k.Rune('c')
	k.settled()
	k.log(1)
	k.History.Grid.Select(0)
	k.History.Grid.Keys().TypedKey(key(fyne.KeyReturn))
	if seen := test.RenderToMarkup(k.Fyne.Canvas()); !k.covered() || !strings.Contains(seen, words) {
		t.Error("the entry does not say what it is about")
	}
	if log, err := d.Log(); err != nil || len(log) != 1 {
		t.Errorf("%d entries, %v", len(log), err)
	}
	k.Fyne.Canvas().FocusNext()
	k.Fyne.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	k.log(2)
	k.History.Grid.Select(1) // not in force any more
	k.History.Grid.Keys().TypedKey(key(fyne.KeyReturn))
	if log, err := d.Log(); err != nil || len(log) != 2 || !k.covered() {
		t.Errorf("%d entries, %v", len(log), err)
	}
}

// TestFaultsAreDismissed takes an input that is gone off the list, and back.
func TestFaultsAreDismissed(t *testing.T) {
	d := emptyDossier(t)
	k := newDesk(t, d, look.Light)
	k.ImportPaths([]string{"desk/gone.txt", "desk/scan.pdf"})
	k.until("the import ended", func() bool { return k.job == nil })
	k.Do("view.articles")
	faults := func(want int) {
		t.Helper()
		k.until("the list of faults has the right length", func() bool { return len(k.Library.Model.Faults) == want })
	}
	faults(2)
	k.shoot("articles-faults-light")
	choose := func(down int) {
		t.Helper()
		k.Do("file.dismiss")
		k.shoot("dismiss-light")
		entry := k.Fyne.Canvas().Focused()
		for range down {
			entry.TypedKey(key(fyne.KeyDown))
		}
		entry.TypedKey(key(fyne.KeyReturn))
	}
	choose(0)
	faults(1)
	if got := k.Library.Model.Faults[0].Path; got != "desk/scan.pdf" {
		t.Errorf("left is %s", got)
	}
	k.Undo()
	faults(2)
	choose(2)
	faults(0)
	k.Do("file.dismiss")
	if got := k.toast.Text(); got != "No fault is listed" {
		t.Errorf("said %q", got)
	}
}

// TestImportLine: what share is read stands first where it is known.
func TestImportLine(t *testing.T) {
	var m importing.Model
	m.Begin(nil)
	at := dossier.Progress{Balance: dossier.Balance{Found: 3}, Path: "desk/three.txt"}
	m.Add(nil, at)
	if got := importLine(&m); got != "3 read: desk/three.txt" {
		t.Errorf("%q", got)
	}
	at.Done = .25
	m.Add(nil, at)
	if got := importLine(&m); got != "25 %: desk/three.txt" {
		t.Errorf("%q", got)
	}
	m.Left = 40 * time.Second
	if got := importLine(&m); got != "25 %, about 40 s left: desk/three.txt" {
		t.Errorf("%q", got)
	}
}

// TestDraftIsCheckedAnewInSilence: the result is said once; a draft that is only drawn or checked again says nothing over what a
// person does by then.
func TestDraftIsCheckedAnewInSilence(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	k.app.Clipboard().SetContent(draftText)
	k.Do("file.pastedraft")
	k.until("the draft is checked", func() bool { return k.job == nil && k.Draft.Ready() })
	verdict := k.Said()
	if !strings.Contains(verdict, "checked") {
		t.Fatalf("said %q", verdict)
	}
	t.Cleanup(func() {
		if err := say.Use(say.English); err != nil {
			t.Error(err)
		}
	})
	for _, again := range []func(){func() { k.SetTextSize(15) }, func() { k.SetLanguage(say.German) }, k.changed} {
		k.hide()
		k.toast.Hide()
		again()
		k.Do("view.statements")
		k.until("it is read", func() bool { return k.job == nil && k.Statements.Loaded })
		k.Do("view.draft")
		k.Do("view.settings")
		k.until("the draft is checked again", func() bool { return k.job == nil })
		if k.toast.Visible() {
			t.Errorf("said %q again", k.Said())
		}
	}
}
