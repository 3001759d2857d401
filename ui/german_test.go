package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/dossier"
	"quotidian/matching/wording"
	"quotidian/ui/look"
	"quotidian/ui/say"
)

func inGerman(t *testing.T) {
	t.Helper()
	if err := say.Use(say.German); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := say.Use(say.English); err != nil {
			t.Fatal(err)
		}
	})
}

// TestGermanWindow shows every screen in German: its words are there, and no screen needs more room than there is.
func TestGermanWindow(t *testing.T) {
	inGerman(t)
	k := newDesk(t, flood(), look.Light)
	for page, want := range map[string]string{
		"statements": "6 Aussagen", "articles": "Veröffentlicht", "speakers": "Funktion", "review": "Nie dieselben (r)",
		"draft": "Entwurf einfügen", "import": "Artikel einlesen", "log": "Entscheidung", "settings": "Schriftgröße",
	} {
		k.Do("view." + page)
		if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), want) {
			t.Errorf("%s does not say %q", page, want)
		}
		if got := k.Fyne.Content().MinSize(); got.Width > 1280 || got.Height > 800 {
			t.Errorf("%s needs %v", page, got)
		}
	}
	k.OpenStatement("s-dam")
	k.Fyne.Resize(fyne.NewSize(1280, 800))
	k.shoot("statement-german")
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "erster Wortlaut") {
		t.Error("the statement's page is not in German")
	}
	if item := k.Fyne.MainMenu().Items[0]; item.Label != "Datei" {
		t.Errorf("the first menu is %q", item.Label)
	}
}

// TestEngineInGerman imports the sample, decides something, checks a draft, and looks whether all that the engine then
// gives as its reasons has a German form, and is shown in it.
func TestEngineInGerman(t *testing.T) {
	inGerman(t)
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	said := 0
	german := func(text string) {
		t.Helper()
		if said++; text != "" && say.Engine(text) == text {
			t.Errorf("%q has no German form", text)
		}
	}
	rows, err := d.Statements(dossier.Filter{Thought: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		s, err := d.Statement(rows[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range s.Wordings {
			changesIn(w.Changes, german)
		}
		for i := range s.Appearances {
			a := &s.Appearances[i]
			german(a.Reason)
			german(a.Why)
			changesIn(a.Changes, german)
		}
	}
	speakers, err := d.Speakers()
	if err != nil {
		t.Fatal(err)
	}
	for i := range speakers {
		for _, j := range speakers[i].Joins {
			reasonsIn(j.Reasons, german)
		}
	}
	open, err := d.Proposals()
	if err != nil || len(open) == 0 {
		t.Fatalf("%d proposals, %v", len(open), err)
	}
	for i := range open {
		reasonsIn(open[i].Reasons, german)
	}
	if said < 100 {
		t.Errorf("the sample gives %d sentences only", said)
	}
	k.Do("view.review")
	k.shows(say.Engine(open[0].Reasons[0].Text))
	k.shoot("review-german")
	k.Review.Same()
	k.until("the decision is in the log", func() bool { return !k.deciding })
	log, err := d.Log()
	if err != nil || len(log) != 1 {
		t.Fatalf("%d decisions, %v", len(log), err)
	}
	german(log[0].Before)
	german(log[0].After)
	k.log(1)
	k.shoot("log-german")
	k.History.Grid.OnOpen(0) // the list cuts long lines
	k.shows(say.Standing(log[0].After))
	k.Dismiss()
	k.OpenStatement(k.richest())
	k.Statement.OpenArticle()
	k.shows("WEIL")
	k.shoot("reader-german")
	k.Do("view.speakers")
	k.Speakers.Grid.Select(0)
	k.shoot("speakers-german")
	k.app.Clipboard().SetContent(draftText)
	k.PasteDraft()
	k.until("the draft is checked", func() bool { return k.job == nil && k.Draft.Ready() })
	k.shoot("draft-german")
}

func changesIn(changes []wording.Change, each func(string)) {
	for _, c := range changes {
		each(c.Note)
	}
}

func reasonsIn(reasons []dossier.Reason, each func(string)) {
	for _, r := range reasons {
		each(r.Text)
	}
}

// shows fails where a text is not on the screen.
func (k *desk) shows(text string) {
	k.t.Helper()
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), text) {
		k.t.Errorf("%s does not show %q", k.Current(), text)
	}
}

// TestLanguageHoldsAtOnce: nothing of the window stays in the language before, what is being read stays open, and keys go
// to the list.
func TestLanguageHoldsAtOnce(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	t.Cleanup(func() {
		if err := say.Use(say.English); err != nil {
			t.Fatal(err)
		}
	})
	k.OpenArticle("a1", "q1")
	k.Do("view.settings")
	k.SetLanguage(say.German)
	k.until("the statements are read", func() bool { return k.Statements.Loaded })
	seen := test.RenderToMarkup(k.Fyne.Canvas())
	for _, english := range []string{">Statements<", ">Theme<", ">Import<", ">Settings<"} {
		if strings.Contains(seen, english) {
			t.Errorf("the window still says %s", english)
		}
	}
	if item := k.Fyne.MainMenu().Items[0]; k.Current() != "Settings" || item.Label != "Datei" {
		t.Errorf("%s is shown, and the first menu is %q", k.Current(), item.Label)
	}
	k.Do("view.articles")
	if k.Fyne.Canvas().Focused() != k.Library.Focus() || k.Reader.Model == nil || k.Reader.Model.Selected() == nil {
		t.Error("the list has no keys, or the article is closed")
	}
	k.Show(k.Reader)
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "Anderer Sprecher…") {
		t.Error("the reader is not in German")
	}
}
