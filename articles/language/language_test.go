package language

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for text, want := range map[string]string{
		"The head of the port said on Monday that nine ships would sail in the course of the week.":                            "en",
		"Der Hafenmeister sagte am Montag, dass neun Schiffe im Laufe der Woche auslaufen würden, wenn das Wetter es erlaubt.": "de",
		"Начальник порта заявил в понедельник, что девять кораблей выйдут в море на этой неделе.":                              "ru",
		"Liman başkanı pazartesi günü yaptığı açıklamada dokuz geminin bu hafta içinde denize açılacağını söyledi.":            "tr",
		"De havenmeester zei maandag dat negen schepen in de loop van de week zullen uitvaren als het weer het toelaat.":       "nl",
		"Zwölf": "",
		"":      "",
	} {
		if len(text) > 10 && want != "en" {
			text = strings.Repeat(text+" ", 3)
		}
		if got := Of(text); got != want {
			t.Errorf("%q for %q", got, text)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("the of and to in that is was \xff")
	f.Add("港湾の責任者は月曜日")
	f.Fuzz(func(t *testing.T, text string) {
		if got := Of(text); len(got) > 3 || got != Of(text) {
			t.Fatalf("%q", got)
		}
	})
}

func BenchmarkOf(b *testing.B) {
	text := "The head of the port said on Monday that nine ships would sail in the course of the week. "
	for b.Loop() {
		Of(text + text + text)
	}
}
