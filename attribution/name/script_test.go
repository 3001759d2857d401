package name

import "testing"

func TestRomanise(t *testing.T) {
	for in, want := range map[string]string{
		"Анар Эйвазов":   "Anar Eyvazov",
		"Նիկոլ Փաշինյան": "Nikol Pashinyan",
		"სალომე":         "Salome",
		"Κυριάκος":       "Kyriakos",
		"فوزیه کوفی":     "Fuzih Kufi",
		"Anar Eyvazov":   "Anar Eyvazov",
		"ЩУКА":           "Shchuka",
	} {
		if got := Romanise(in); got != want {
			t.Errorf("Romanise(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLookAlikes(t *testing.T) {
	hidden, mended := LookAlikes("Anar Еyvazov") // the E is Cyrillic
	if string(hidden) != "Е" || mended != "Anar Eyvazov" {
		t.Errorf("hidden %q, mended %q", string(hidden), mended)
	}
	for _, s := range []string{"Анар Эйвазов", "Anar Eyvazov", "Hacıyev", ""} {
		if hidden, mended := LookAlikes(s); hidden != nil || mended != s {
			t.Errorf("%q: hidden %q, mended %q", s, string(hidden), mended)
		}
	}
}

func FuzzRomanise(f *testing.F) {
	for _, s := range []string{"Анар", "ու", "\xff", "é́", "עברית", "ου μπ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := Romanise(s)
		if ScriptOf(s) == Latin && r != s {
			t.Fatalf("Latin %q became %q", s, r)
		}
		if again := Romanise(r); ScriptOf(r) == Latin && again != r {
			t.Fatalf("%q: %q, then %q", s, r, again)
		}
	})
}
