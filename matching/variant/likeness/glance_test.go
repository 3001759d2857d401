package likeness

import (
	"testing"

	"pgregory.net/rapid"

	"quotidian/attribution/name"
)

// TestGlimpseIsSymmetric: a glance sees the same either way round, whatever was asked for before, and nothing of names with
// too many words.
func TestGlimpseIsSymmetric(t *testing.T) {
	m := open(t)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"Anar", "Eyvazov", "Eivazov", "Hans", "Joachim", "Hansjoachim", "T.", "A.", "Maria-Luisa", "Bill", "William", "Anar", "al-Testi", "Testamorezhinskaya"})
		draw := func(label string) name.Name {
			s := word.Draw(t, label)
			for range rapid.IntRange(0, 6).Draw(t, label+" more") {
				s += " " + word.Draw(t, label)
			}
			return name.Parse(s)
		}
		a, b := draw("a"), draw("b")
		one, two := m.NewForms(), m.NewForms()
		x, y := one.Form(a), one.Form(b)
		v, ok := one.Glimpse(x, y)
		if w, also := one.Glimpse(y, x); v != w || ok != also {
			t.Fatalf("%q, %q: %v one way, %v the other", a.Raw, b.Raw, v, w)
		}
		y, x = two.Form(b), two.Form(a) // other numbers for the same words
		if w, _ := two.Glimpse(x, y); v != w {
			t.Fatalf("%q, %q: %v when they came in this order, %v in the other", a.Raw, b.Raw, v, w)
		}
		if few := len(a.Words) <= sketched && len(b.Words) <= sketched; ok && !few {
			t.Fatalf("%q, %q: a glance saw %d and %d words", a.Raw, b.Raw, len(a.Words), len(b.Words))
		}
	})
}

// TestGlimpse: what a glance sees of a few pairs.
func TestGlimpse(t *testing.T) {
	m := open(t)
	set := m.NewForms()
	for _, c := range []struct {
		a, b string
		at   int
		want float32
	}{
		{"Anar Eyvazov", "Anar Eivazov", gEqual, 1},
		{"Anar Eyvazov", "Anar Eivazov", gEqualFirst, 1},
		{"Anar Eyvazov", "Anar Eivazov", gLetters, 6. / 7},
		{"Anar Eyvazov", "Eyvazov Anar", gEqualCross, 2},
		{"Anar Eyvazov", "A. Eyvazov", gInitialFits, 1},
		{"Anar Eyvazov", "I. Eyvazov", gInitialFits, 0},
		{"Anar Eyvazov", "Eyvazov", gLoneMax, 1},
		{"Bill Testov", "William Testov", gKnown, knownLeast},
		{"Anar Eyvazov", "Eyvazov, Anar", gShareMin, 1},
	} {
		v, ok := set.Glimpse(set.Form(name.Parse(c.a)), set.Form(name.Parse(c.b)))
		if got := v[c.at]; got != c.want || !ok {
			t.Errorf("%s, %s: feature %d is %v, want %v", c.a, c.b, c.at, got, c.want)
		}
	}
}
