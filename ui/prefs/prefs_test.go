package prefs

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/ui/look"
	"quotidian/ui/say"
)

func TestRemembered(t *testing.T) {
	p := Of(test.NewTempApp(t))
	if p.Mode() != look.System || p.Language() != say.System || p.TextSize() != look.NormalText || p.Page() != "" || p.Toured() {
		t.Error("the first start finds something remembered")
	}
	p.SetMode(look.Dark)
	p.SetLanguage(say.German)
	p.SetTextSize(17)
	p.SetPage("log")
	p.SetToured()
	p.SetSize(fyne.NewSize(900, 700))
	if p.Mode() != look.Dark || p.Language() != say.German || p.TextSize() != 17 || p.Page() != "log" || !p.Toured() || p.Size() != fyne.NewSize(900, 700) {
		t.Error("something was forgotten")
	}
}

func TestRecent(t *testing.T) {
	p := Of(test.NewTempApp(t))
	dir := t.TempDir()
	var paths []string
	for _, name := range []string{"a", "b", "c"} {
		path := filepath.Join(dir, name+".dossier")
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
		p.SetRecent(path)
	}
	p.SetRecent(paths[0])
	if err := os.Remove(paths[1]); err != nil {
		t.Fatal(err)
	}
	if got := p.Recent(); !slices.Equal(got, []string{paths[0], paths[2]}) {
		t.Errorf("recent %q", got)
	}
	for range 30 {
		p.SetRecent(filepath.Join(dir, "c.dossier"))
	}
	if n := len(p.store.StringList("recent")); n != 3 {
		t.Errorf("%d remembered", n)
	}
}

func TestHouse(t *testing.T) {
	p := Of(test.NewTempApp(t))
	const text = "# ours\n\nMirel Dankow = Mirel Danko\n Ilze Brant=Ilse Brandt \n"
	if err := p.SetHouseText(text); err != nil || p.HouseText() != text {
		t.Errorf("%v, %q", err, p.HouseText())
	}
	got, _ := ParseHouse(text)
	if !slices.Equal(got, []House{{"Mirel Dankow", "Mirel Danko"}, {"Ilze Brant", "Ilse Brandt"}}) {
		t.Errorf("%v", got)
	}
	for _, bad := range []string{"Danko", "= Danko", "Danko ="} {
		if err := p.SetHouseText(bad); err == nil || p.HouseText() != text {
			t.Errorf("%q was taken", bad)
		}
	}
	if err := say.Use(say.German); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := say.Use(say.English); err != nil {
			t.Fatal(err)
		}
	}()
	if _, err := ParseHouse("Danko"); err == nil || !strings.HasPrefix(err.Error(), "Zeile 1") {
		t.Errorf("in German the first line is wrong because: %v", err)
	}
}
