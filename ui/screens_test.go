package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"quotidian/ui/look"
	"quotidian/ui/prefs"
	"quotidian/ui/statements"
)

// TestScreens draws every screen with the sample, light and dark, at 1280 by 800, into build/screenshots.
func TestScreens(t *testing.T) {
	d := flood()
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		t.Run(string(mode), func(t *testing.T) {
			k := newDesk(t, d, mode)
			k.until("counts are read", func() bool { return k.nav[0].nav.Count() != "" })
			shot := func(name string) { k.shoot(name + "-" + string(mode)) }
			k.Statements.Grid.Select(2)
			shot("statements")
			k.Do("view.articles")
			k.Library.Grid.Select(0)
			shot("articles")
			k.Library.Grid.OnOpen(0)
			shot("reader")
			k.Reader.Move(1)
			shot("reader-selected")
			k.Do("view.speakers")
			k.Speakers.Grid.Select(0)
			shot("speakers")
			k.Do("view.review")
			shot("review")
			k.log(1)
			shot("log")
			k.OpenStatement(k.richest())
			shot("statement")
			k.app.Clipboard().SetContent(draftText)
			k.PasteDraft()
			k.until("the draft is checked", func() bool { return k.job == nil && k.Draft.Ready() })
			shot("draft")
			k.Do("view.charts")
			k.until("all is counted", func() bool { return len(k.Charts.Plots) == 3 })
			shot("charts")
			k.Do("view.import")
			shot("import")
			k.Do("view.settings")
			shot("settings")
			palette := k.Palette()
			shot("palette")
			palette.Dismiss()
			k.prefs.SetFolder(prefs.Reading, "../assets")
			k.Import()
			shot("files")
			k.Dismiss()
			k.Fyne.Resize(fyne.NewSize(1920, 1080))
			for _, page := range Pages {
				k.Do("view." + page)
				if k.current != k.page(page) {
					t.Fatalf("%s is in sight in place of %s", k.Current(), page)
				}
				shot("wide-" + page)
			}
		})
	}
}

// TestSample shows the sample articles as a newcomer meets them, with what the finders make of them today.
func TestSample(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	if n := k.Statements.Model.Len(); n < 20 {
		t.Errorf("the sample gives %d statements", n)
	}
	k.until("counts are read", func() bool { return k.nav[0].nav.Count() != "" })
	k.Statements.Sort(statements.ByWeight)
	k.shoot("sample-statements-light")
	id := k.richest()
	k.OpenStatement(id)
	k.shoot("sample-statement-light")
	if n := len(k.Statement.Model.Wordings); n < 2 {
		t.Errorf("the statement with most wordings has %d", n)
	}
	k.Statement.OpenArticle()
	k.shoot("sample-reader-light")
	if k.Reader.Model.Selected() == nil {
		t.Error("the article is not open at the quote")
	}
	k.Do("view.review")
	kinds := map[string]int{}
	for i := range k.Review.Model.Len() {
		kinds[k.Review.Model.At(i).Kind]++
	}
	if kinds["speaker"] == 0 || kinds["statement"] == 0 || k.Review.Model.Len() > 5 {
		t.Errorf("pairs of the sample that are open: %v", kinds)
	}
	k.shoot("sample-review-light")
	k.Do("view.speakers")
	k.shoot("sample-speakers-light")
}

// TestEmptyFileOpens: a dossier just made is shown with what to do next.
func TestEmptyFileOpens(t *testing.T) {
	k := newDesk(t, emptyDossier(t), look.Dark)
	if k.Statements.Model.Len() != 0 || k.Current() != "Statements" {
		t.Errorf("%d statements on %s", k.Statements.Model.Len(), k.Current())
	}
}
