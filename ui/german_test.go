package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/ui/look"
	"quotidian/ui/say"
)

// TestGermanWindow shows every screen in German: its words are there, and no screen needs more room than there is.
func TestGermanWindow(t *testing.T) {
	if err := say.Use(say.German); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := say.Use(say.English); err != nil {
			t.Fatal(err)
		}
	}()
	k := newDesk(t, flood(), look.Light)
	for page, want := range map[string]string{
		"statements": "6 Aussagen", "articles": "Veröffentlicht", "speakers": "Funktion, wie gedruckt", "review": "Nie dieselben (r)",
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
