package likeness

import (
	"testing"

	"pgregory.net/rapid"

	"quotidian/attribution/name"
)

// longest is the length of the longest common subsequence, by the book.
func longest[T comparable](a, b []T) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

func classes(s name.Skeleton) (out []name.Skeleton) {
	for ; s != 0; s >>= nibble {
		out = append(out, s&(1<<nibble-1))
	}
	return out
}

func TestInOrder(t *testing.T) {
	m := open(t)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-gk-tы]{1,30}`)
		x, y := m.newWord(word.Draw(t, "x")), m.newWord(word.Draw(t, "y"))
		got := inOrder(x, &y.spelled)
		want := common{longest(classes(x.classes), classes(y.classes)), max(x.number, y.number), longest(x.code.Code, y.code.Code), max(len(x.code.Code), len(y.code.Code))}
		if got != want || got != inOrder(y, &x.spelled) {
			t.Fatalf("%q and %q share %+v, want %+v", x.fold, y.fold, got, want)
		}
	})
}

// TestFew: spellings of one name pass, words that only share a class or a letter here and there do not.
func TestFew(t *testing.T) {
	m := open(t)
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"hajiyev", "gadzhiev", false},
		{"hikmet", "khikmet", false},
		{"yahya", "yihia", false},
		{"qadhafi", "gaddafi", false},
		{"testov", "marimba", true},
		{"gunnarsson", "anders", true},
		{"mehrigul", "linda", true},
	} {
		x, y := m.newWord(c.a), m.newWord(c.b)
		if got := inOrder(x, &y.spelled).few(); got != c.want {
			t.Errorf("%s and %s share too little: %v", c.a, c.b, got)
		}
	}
}

// TestFormsGiveUpOnlyStrangers: judging many names gives what judging two gives, either way round, but for names that
// have too little in common.
func TestFormsGiveUpOnlyStrangers(t *testing.T) {
	m := open(t)
	set := m.NewForms()
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"Anar", "Eyvazov", "Eivazov", "Hans", "Joachim", "Hansjoachim", "Testmore", "Testamore", "T.", "Maria-Luisa", "Marialuisa", "al-Testi", "Qorl"})
		draw := func(label string) *Form {
			s := word.Draw(t, label)
			for range rapid.IntRange(0, 2).Draw(t, label+" more") {
				s += " " + word.Draw(t, label)
			}
			return set.Form(name.Parse(s))
		}
		a, b := draw("a"), draw("b")
		p, c := set.Judge(a, b)
		if q, d := set.Judge(b, a); p != q || c != d {
			t.Fatalf("%q, %q: %v %v one way, %v %v the other", a.Name.Raw, b.Name.Raw, p, c, q, d)
		}
		v := m.Features(a, b)
		if q, d := m.Judge(a, b); (p != q || c != d) && (p != 0 || v.Contained() >= strangers) {
			t.Fatalf("%q, %q: %v %v among many, %v %v alone", a.Name.Raw, b.Name.Raw, p, c, q, d)
		}
	})
}

// TestPartners: words that can be one in two names are told from those that share a skeleton and little else, either way
// round.
func TestPartners(t *testing.T) {
	m := open(t)
	set := m.NewForms()
	number := func(s string) uint32 { return set.Form(name.Parse(s)).Word(0) }
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"eyvazov", "eyvazov", true},
		{"eyvazov", "eivazov", true},
		{"gaddafi", "qadhafi", true},
		{"bill", "william", true}, // by the table alone
		{"anna", "ino", false},
		{"testov", "taustian", false},
		{"qalley", "gholi", false},
	} {
		a, b := number(c.a), number(c.b)
		if set.Partners(a, b) != c.want || set.Partners(b, a) != c.want {
			t.Errorf("%s and %s can be partners: %v, %v", c.a, c.b, set.Partners(a, b), set.Partners(b, a))
		}
	}
}

// TestBriefWordsLoseNothing: what a brief word and a word have in common, and what the table says of both, is what two words
// have.
func TestBriefWordsLoseNothing(t *testing.T) {
	m := open(t)
	set := m.NewForms()
	word := func(t *rapid.T, label string) *word {
		s := rapid.OneOf(rapid.StringMatching("[aeimnorst]{1,24}"), rapid.SampledFrom([]string{"maria", "mariya", "bill", "william", "sergei", "sergey"})).Draw(t, label)
		return set.Form(name.Parse(s + " x")).words[0]
	}
	rapid.Check(t, func(t *rapid.T) {
		x, y := word(t, "x"), word(t, "y")
		if got, want := set.lettersIn(x, y.id), x.places.letters.in(y.code.Code); got != want {
			t.Fatalf("%s in %s: %d letters, want %d", y.fold, x.fold, got, want)
		}
		if got, want := set.known(x, y.id), m.known(x, y); got != want {
			t.Fatalf("%s and %s: known as %v, want %v", y.fold, x.fold, got, want)
		}
	})
}
