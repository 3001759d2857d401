package likeness

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/assets/model"
	"quotidian/attribution/name"
	"quotidian/matching/variant/edit"
	"quotidian/matching/variant/forest"
)

func open(t testing.TB) *Model {
	t.Helper()
	m, err := Read(bytes.NewReader(model.Open("names.bin")))
	if err != nil {
		t.Fatal(err)
	}
	return m[0]
}

func forms(m *Model, pair string) (*Form, *Form) {
	a, b, _ := strings.Cut(pair, " | ")
	return m.NewForm(name.Parse(a)), m.NewForm(name.Parse(b))
}

// same and different are pairs of public figures and invented people whose verdict must not change unnoticed.
var (
	same = []string{
		"Natalie Testov | Natalia Testova",
		"Anar Eyvazov | Anar Eivazov", "Hikmet Hajiyev | Hikmət Hacıyev", "Hikmet Hajiyev | Khikmet Gadzhiev", "Nikol Pashinyan | Nicol Pashinian",
		"Muammar Gaddafi | Moammar Qadhafi", "Volodymyr Zelensky | Volodymyr Zelenskyy", "Serzh Sargsyan | Serge Sarkisian",
		"Kim Dong-su | Kim Dong Su", "GRILLO Giulia | Giulia Grillo", "Ivan Petrovich Testov | Ivan Testov", "I. Testov | Ivan Testov",
		"Kim Dong-phil | Kim Tong Pil", "Lý Thị Mai | Ly Thi Mai", "Aphinya Chantharaphon | Apinya Chantarapon",
		"Mykhailo Testenko | Mikhail Testenko", "Wolodymyr Testenkyj | Volodymyr Testenky", "José Testa Olmedo | Jose Testa", "Testmann, Karl | Prof. Dr. Karl Testmann",
		"Ivan Petrovich Testov | Ivan Petrowitsch Testow", "Yahya Testar | Yihia Testar",
		"Bashir Ud-Din | Bashiruddin", "William Testmore | Bill Testmore", "Abdul Rahman Testi | Abdurrahman al-Testi",
	}
	different = []string{
		"Ilham Aliyev | Heydar Aliyev", "Ali Hasanov | Ali Asadov", "Hamad bin Khalid | Khalid bin Hamad",
		"Kim Jong-su | Kim Yong-su", "Li Kedan | Li Dan", "Li Kedan | Li Zhandan", "Zhang Gaosu | Zhang Dasu", "Nguyễn Xuân Bình | Nguyễn Thị Bình",
		"Ivan Petrovich Testov | Ivan Sergeyevich Testov", "Saud bin Testar | Testar bin Saud", "Rahim Testzade | Karim Testzade", "Jaroslaw Testinski | Lech Testinski",
		"Kim Dong-su | Kim Yo-chol", "Anar Testov | Maria Testova", "Ivan Testov Jr. | Ivan Testov Sr.", "Qorl Zint | Mura Vesk",
	}
)

func TestP(t *testing.T) {
	m := open(t)
	for _, pair := range same {
		if a, b := forms(m, pair); m.P(a, b) < 0.5 {
			t.Errorf("%s: %.3f", pair, m.P(a, b))
		}
	}
	for _, pair := range different {
		if a, b := forms(m, pair); m.P(a, b) >= 0.5 {
			t.Errorf("%s: %.3f", pair, m.P(a, b))
		}
	}
}

func TestConflictsAreHeldBack(t *testing.T) {
	m := open(t)
	for pair, want := range map[string]string{
		"Ivan Testov Jr. | Ivan Testov Sr.":        "two generations",
		"Ivan Testov Jnr | Ivan Testov III":        "two generations",
		"Ivan XV | Ivan XVI":                       "two generations",
		"Hamad bin Khalid | Khalid bin Hamad":      "father and child",
		"Alejandro Testa | Alejandra Testa":        "a man's given name",
		"Ivan Testov | Ivan Petrovich Testov":      "contains the other",
		"I. Testov | Ivan Testov":                  "initial",
		"Maria Testova | Marina Testova":           "two names, both in use",
		"Testov | Testov":                          "one word",
		"Ali Hassan | Hassan Ali":                  "another order",
		"Guðrún Testsdóttir | Guðrún Testisdóttir": "the father's names differ",
		"Samir Testoglu | Samir Testov":            "before and after a change",
		"Kim Dong-hyun | Kim Dong-hyon":            "Korean",
		"Ivan Testov | Ivan Testov Jr.":            "only one has a Jr",

		"Mohammed Abdel Rahman al-Testi | Mohammed Abdel Rahim al-Testi": "two names, both in use",
		"Rajesh Kumar Testurvedi | Rakesh Kumar Testurvedi":              "differ much",
		"HASSAN Ali | Ali Hassan":                                        "", // the capitals tell which is the surname

		"Ivan Petrovich Testov | Ivan Sergeyevich Testov": "the father's names differ",
		"Anar Eyvazov | Anar Eivazov":                     "",

		"Heydar Testov | Ilham Heydar oglu Testov":                   "named as the other's child",
		"Salman Al Testi | Mohammed bin Salman Al Testi":             "named as the other's child",
		"Nikolai Testov | Dmitry Nikolayevich Testov":                "named as the other's child",
		"Dmitry Testov | Dmitry Nikolayevich Testov":                 "contains the other",
		"Nodir Testov | Nodira Testova":                              "a man's given name",
		"Viktor Fedorovych Testovych | Viktor Viktorovych Testovych": "the father's names differ",
		"Ivan W. Testov | Ivan H. W. Testov":                         "the middle initials differ",
		"Jamal Nasser Testi | Nasser Jamal Testi":                    "another order",
	} {
		a, b := forms(m, pair)
		p, c := m.Judge(a, b)
		if !strings.Contains(c.Text, want) || want == "" && c.Text != "" {
			t.Errorf("%s: conflict %q, want %q", pair, c.Text, want)
		}
		if c.Text != "" && p >= 0.99 {
			t.Errorf("%s: %v is not held back", pair, p)
		}
	}
}

func TestExplainNamesWhatDecides(t *testing.T) {
	m := open(t)
	for pair, want := range map[string]string{
		"Anar Eyvazov | Anar Eivazov":         `"Eivazov" and "Eyvazov" are spellings of one name`,
		"Ilham Aliyev | Heydar Aliyev":        `has no counterpart`,
		"Hamad bin Khalid | Khalid bin Hamad": "child of the other's name",
		"William Testmore | Bill Testmore":    "used for each other",
		"I. Testov | Ivan Testov":             `the initial "I" fits "Ivan"`,
	} {
		a, b := forms(m, pair)
		var all []string
		for _, r := range m.Explain(a, b) {
			all = append(all, r.Text)
		}
		if !strings.Contains(strings.Join(all, "\n"), want) {
			t.Errorf("%s: %q does not say %q", pair, all, want)
		}
	}
}

func TestFormsRememberWithoutChangingAnything(t *testing.T) {
	m := open(t)
	f := m.NewForms()
	for range 2 {
		for _, pair := range append(same, different...) {
			a, b := forms(m, pair)
			got, _ := f.Judge(f.Form(a.Name), f.Form(b.Name))
			want, _ := m.Judge(a, b)
			if v := m.Features(a, b); got != want && (got != 0 || v.Contained() >= strangers) {
				t.Errorf("%s: %v with memory, %v without", pair, got, want)
			}
		}
	}
}

func TestWriteAndReadAgree(t *testing.T) {
	ops := []edit.Operation{{A: "a", B: "a", Score: 2}, {A: "a", B: "", Score: -3}, {A: "ks", B: "x", Score: 4}}
	lex := NewLexical(map[string][Scripts]int{"maria": {3}, "marina": {5, 1}}, []Affinity{{"maria", "mariya", 0.5}}, [][2]string{{"bill", "william"}})
	part := Part{NewStats(map[string]float64{"anar": 3, "testov": 1}), &forest.Forest{Base: 1, Trees: make([]forest.Tree, 2)}, &forest.Curve{Score: []float32{1, 2}, P: []float32{0.2, 0.9}}}
	var b bytes.Buffer
	if err := Write(&b, ops, lex, []Part{part, part}); err != nil {
		t.Fatal(err)
	}
	stored := bytes.Clone(b.Bytes())
	models, err := Read(&b)
	if err != nil || len(models) != 2 {
		t.Fatalf("%d models: %v", len(models), err)
	}
	var again bytes.Buffer
	if err := Write(&again, ops, models[0].Lexical, []Part{{models[0].Stats, models[0].Forest, models[0].Curve}, {models[1].Stats, models[1].Forest, models[1].Curve}}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(stored, again.Bytes()); diff != "" {
		t.Error(diff)
	}
	for n := 0; n < len(stored); n += 1 + len(stored)/40 {
		if _, err := Read(bytes.NewReader(stored[:n])); err == nil {
			t.Fatalf("read %d of %d bytes without complaint", n, len(stored))
		}
	}
}

func TestLexical(t *testing.T) {
	l := NewLexical(map[string][Scripts]int{"sergei": {100}, "sergey": {90}, "marina": {60}, "maria": {200}, "rare": {0, 1}},
		[]Affinity{{"sergei", "sergey", 1}}, [][2]string{{"bill", "william"}})
	for _, c := range []struct {
		a, b string
		want float32
	}{{"sergei", "sergey", 7}, {"maria", "marina", -6}, {"maria", "rare", 0}, {"maria", "unknown", 0}} {
		x, y := &word{hash: wordHash(c.a)}, &word{hash: wordHash(c.b)}
		x.seen, y.seen = l.seen(x.hash), l.seen(y.hash)
		if got := l.kinship(x, y); got != c.want {
			t.Errorf("kinship(%s, %s) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
	if !l.nickname(wordHash("william"), wordHash("bill")) || l.nickname(wordHash("william"), wordHash("maria")) {
		t.Error("nicknames are not what was given")
	}
}

func FuzzP(f *testing.F) {
	m := open(f)
	for _, pair := range append(same, different...) {
		a, b, _ := strings.Cut(pair, " | ")
		f.Add(a, b)
	}
	f.Add("", "\xff")
	f.Add("a b c d e f g h i j k", "k j i h g f e d c b a")
	f.Fuzz(func(t *testing.T, s, u string) {
		a, b := m.NewForm(name.Parse(s)), m.NewForm(name.Parse(u))
		p, q := m.P(a, b), m.P(b, a)
		if p != q || !(p >= 0 && p <= 1) {
			t.Fatalf("%q, %q: %v one way, %v the other", s, u, p, q)
		}
		if _, c := m.Judge(a, b); c != conflictOf(m, b, a) {
			t.Fatalf("%q, %q: conflict %+v one way, %+v the other", s, u, c, conflictOf(m, b, a))
		}
		m.Explain(a, b)
	})
}

func conflictOf(m *Model, a, b *Form) Conflict {
	_, c := m.Judge(a, b)
	return c
}

// BenchmarkP scores a near pair with every word compared letter by letter.
func BenchmarkP(b *testing.B) {
	m := open(b)
	x, y := forms(m, "Hikmet Hajiyev | Khikmet Gadzhiev")
	b.ReportAllocs()
	for b.Loop() {
		m.P(x, y)
	}
}

// TestStrangersShareNothing: two words that the table does not hold as a pair are never taken for one that it holds,
// among the millions of pairs that a dossier compares.
func TestStrangersShareNothing(t *testing.T) {
	const words = 40_000
	var hashes []uint32
	var pairs []Affinity
	for i := range words {
		hashes = append(hashes, wordHash(fmt.Sprint("word", i)))
		if i%2 == 1 {
			pairs = append(pairs, Affinity{fmt.Sprint("word", i-1), fmt.Sprint("word", i), 1})
		}
	}
	l := NewLexical(nil, pairs, nil)
	for i := 1; i < words; i += 2 {
		if s := l.share(hashes[i-1], hashes[i]); s != 1 {
			t.Fatalf("pair %d shares %v", i/2, s)
		}
		for k := range 150 {
			if j := (i + 2 + 37*k) % words; l.share(hashes[i-1], hashes[j]) > 0 && j != i {
				t.Errorf("words %d and %d share a form", i-1, j)
			}
		}
	}
}
