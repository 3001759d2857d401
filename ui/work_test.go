package ui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/draft"
	"quotidian/ui/look"
)

func TestFaultsAreListedAndReadAgain(t *testing.T) {
	p := flood()
	bad := articles.Fault{Path: "desk/photo.png", Reason: "an image, not an article"}
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
	for _, want := range []string{"2 found = 1 added + 0 already there + 1 fault", "desk/photo.png", "an image, not an article", "desk/a.txt"} {
		if !strings.Contains(markup, want) {
			t.Errorf("%q is not shown", want)
		}
	}
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
