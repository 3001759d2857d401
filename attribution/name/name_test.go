package name

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Vaqif Dərgahlı":       "vaqif dargahli",
		"HACIYEV İlham":        "haciyev ilham",
		"Łukasz Ørsted-Groß":   "lukasz orsted gross",
		"Sa‘īd ʿAbd al-Rahmān": "said abd al rahman",
		"O'Brien, J.R.":        "obrien j r",
		"  -- ":                "",
		"ﬁn\u00adn":            "finn",
		"Ælfred Þór":           "aelfred thor",
		"Владимир":             "владимир",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"Lt. Gen. Anar Testov":                    "lt gen | anar/given testov/surname |",
		"Norlandic army spokesperson Anar Testov": "norlandic army spokesperson | anar/given testov/surname |",
		"TESTOV Anar":                             "| testov/surname anar/given |",
		"Testov, Dr Anar":                         "dr | testov/surname anar/given |",
		"Anar Testov, Jr.":                        "| anar/given testov/surname | jr",
		"Anar Testov Snr":                         "| anar/given testov/surname | sr",
		"Anar Testov Senior":                      "| anar/given testov/surname | sr",
		"Anar Testov 3rd":                         "| anar/given testov/surname | iii",
		"Anar Junior":                             "| anar/given junior/surname |",
		"Abd al-Rahman bin Khalid al-Durri":       "| abdrahman/given bin+khalid/patronymic al+durri/surname |",
		"Abdul Rahman":                            "| abdrahman/surname |",
		"Ivan Petrovich Sidorov":                  "| ivan/given petrovich/patronymic sidorov/surname |",
		"Sidorov Ivan Petrovich":                  "| sidorov/surname ivan/given petrovich/patronymic |",
		"Kim Dong-su":                             "| kim/surname dong/given su/given |",
		"Jan van der Meulen":                      "| jan/given van der+meulen/surname |",
		"Ben Wallace":                             "| ben/given wallace/surname |",
		"Yu. Testov":                              "| yu/given testov/surname |",
		"Testov":                                  "| testov/surname |",
		"Heydar Testov Alirza oglu":               "| heydar/given testov/surname bin+alirza/patronymic |",
		"Anar Mc Testov":                          "| anar/given mctestov/surname |",
		"Anar Ó Testov":                           "| anar/given otestov/surname |",
		"Anar O. Testov":                          "| anar/given o/given testov/surname |",
		"Anar Testov i Sidorov":                   "| anar/given testov/given i+sidorov/surname |",
		"Dong-su Kim":                             "| dong/given su/given kim/surname |",
		"":                                        "| |",
		"Prime Minister":                          "prime | minister/surname |",
	} {
		n := Parse(in)
		got := strings.Join(n.Titles, " ")
		if got != "" {
			got += " "
		}
		got += "|"
		for _, w := range n.Words {
			got += " "
			if w.Particle != "" {
				got += w.Particle + "+"
			}
			got += w.Fold + "/" + w.Part.String()
		}
		got += " |"
		if len(n.Suffixes) > 0 {
			got += " " + strings.Join(n.Suffixes, " ")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

func TestSameSkeleton(t *testing.T) {
	for _, p := range []string{
		"hajiyev gadzhiev", "hajiyev haciyev", "eyvazov eivazov", "eyvazov eyvazoglu", "gaddafi qadhafi", "pashinyan pashinian",
		"alexander aleksandr", "chatayev tschatajev", "ahmad akhmad", "osman othman", "merkel merkelova", "yuri jurij", "dzhafarov jafarov", "phon pon", "thephasin tepasin",
	} {
		a, b, _ := strings.Cut(p, " ")
		if !SameSkeleton(a, b) || !SameSkeleton(b, a) {
			t.Errorf("%s and %s share no skeleton: %x %x", a, b, Skeletons(nil, a), Skeletons(nil, b))
		}
	}
	for _, p := range []string{"ilham heydar", "farhad fariz", "testov borin", "ao ue"} {
		a, b, _ := strings.Cut(p, " ")
		if SameSkeleton(a, b) {
			t.Errorf("%s and %s share a skeleton", a, b)
		}
	}
}

func TestRefers(t *testing.T) {
	for _, c := range []struct {
		short, full string
		want        bool
	}{
		{"Eyvazov", "Anar Eivazov", true},
		{"A. Eyvazov", "Anar Eyvazov", true},
		{"B. Eyvazov", "Anar Eyvazov", false},
		{"Anar", "Anar Eyvazov", false},
		{"Kim", "Kim Jong-un", true},
		{"Mr Testov", "Ivan Petrovich Testov", true},
		{"Maria Testov", "Ivan Testov", false},
		{"И. Тестов", "Илья Тестов", true},
		{"И. Тестов", "Анна Тестов", false},
		{"Ivan Petrovich Testov", "Testov", false},
		{"", "Testov", false},
		{"Ivan Testov Jr.", "Ivan Testov III", false},
		{"Ivan Testov Junior", "Ivan Testov Jr", true},
		{"Ivan Testov", "Ivan Testov III", true},
		{"Testov", "Ivan Testov III", true},
	} {
		if got := Refers(Parse(c.short), Parse(c.full)); got != c.want {
			t.Errorf("Refers(%q, %q) = %v", c.short, c.full, got)
		}
	}
}

func TestGeneration(t *testing.T) {
	for in, want := range map[string]string{
		"Ivan Testov, PhD, Jr.": "jr", "Ivan Testov Junior": "jr", "Ivan Testov 2nd": "ii", "Ivan XVI": "xvi", "Pius XII": "xii",
		"Ivan Testov": "", "Anar XI": "", "Ivan Testov, PhD": "", "Ivan Vi": "", "XVI": "", "": "",
	} {
		if got := Parse(in).Generation(); got != want {
			t.Errorf("%s: generation %q, want %q", in, got, want)
		}
	}
}

func TestGender(t *testing.T) {
	for in, want := range map[string]Gender{
		"Maria Testova": Female, "Ivan Testov": Male, "Zxq Petrovna Testova": Female, "Qorl Zint": UnknownGender,
	} {
		if got := Parse(in).Gender(); got != want {
			t.Errorf("Gender(%q) = %d, want %d", in, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "Lt. Gen. Anar TESTOV, Jr.", "Abd al-Rahman", "bin", "al-", "ə ı Ł", "\xff", "a,b,c", "Kim Jong-un", "X oglu", "ﷺ", "İİ", "Ÿ́"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := Fold(s)
		if utf8.ValidString(s) && Fold(folded) != folded {
			t.Fatalf("Fold is not idempotent on %q: %q, %q", s, folded, Fold(folded))
		}
		n := Parse(s)
		if folded != "" && len(n.Words) == 0 && len(folded) > 1 {
			t.Fatalf("no word in %q", s)
		}
		checkWords(t, n)
		if long := len(n.Words) > 60; !long && n.Surname() != "" && !n.Bare() && !Refers(n, n) && !allInitials(n) {
			t.Fatalf("%q does not refer to itself", s)
		}
	})
}

func checkWords(t *testing.T, n Name) {
	t.Helper()
	for _, w := range n.Words {
		if k := Skeletons(nil, w.Fold); w.Fold == "" || len(k) == 0 || len(k) > maxSkeletons {
			t.Fatalf("word %+v of %q with skeletons %x", w, n.Raw, k)
		}
	}
}

func allInitials(n Name) bool {
	for _, w := range n.Words {
		if !w.Initial {
			return false
		}
	}
	return true
}

func BenchmarkParse(b *testing.B) {
	names := []string{"Anar Eyvazov", "Lt. Gen. Abd al-Rahman ibn Khalid al-Durri", "Hikmət Hacıyev", "GRILLO Giulia"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Parse(names[i%len(names)])
	}
}
