package name

import "testing"

func TestSyllables(t *testing.T) {
	for _, c := range []struct {
		name string
		want Syllables
	}{
		{"Kim Dong-su", Syllables{"ts", ""}},
		{"Dong-su Kim", Syllables{"", "ts"}},
		{"Kim Tong Su", Syllables{"ts", "kt"}},
		{"Kim Yong-chol", Syllables{"yc", ""}},
		{"Chou Hsiao-p'ing", Syllables{"sp", ""}},
		{"Kwon Hyong-jik", Syllables{"hc", ""}},
		{"Mun Il Pak", Syllables{"p", "m"}},
		{"Mun-Il Pak", Syllables{"", "m"}},
		{"Trần Thanh Hải", Syllables{"th", ""}},
		{"Lee Marvin", Syllables{}},
		{"Lee Testmore", Syllables{}},
		{"Kim J. S.", Syllables{}},
		{"Kim Ångström", Syllables{}},
		{"Anar Eyvazov", Syllables{}},
		{"Kim", Syllables{}},
	} {
		if got := SyllablesOf(Parse(c.name)); got != c.want {
			t.Errorf("SyllablesOf(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSyllablesAgree(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"Kim Dong-su", "Kim Tong Soo", 1},
		{"Kim Dong-su", "Dong-su Kim", 1},
		{"Zhou Xiaoping", "Chou Hsiao-p'ing", 1},
		{"Moon Jaeil", "Moon Jae-il", 1},
		{"Mun-Il Pak", "Mun Il Pak", 1},
		{"Kang Jin Kim", "Kim Kang-chin", 1},
		{"Kim Jong-chol", "Kim Yong-chol", -1},
		{"Li Keqian", "Li Qian", -1},
		{"Zhang Dali", "Zhang Gaoli", -1},
		{"Kim Jong-chol", "Kim Testmore", 0},
		{"Anar Eyvazov", "Anar Eivazov", 0},
	} {
		if got := SyllablesOf(Parse(c.a)).Agree(SyllablesOf(Parse(c.b))); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
