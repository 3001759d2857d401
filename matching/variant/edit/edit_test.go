package edit

import (
	"testing"

	"pgregory.net/rapid"
)

// toy is a model in which copying is good, q and k are alike, x is ks, and dzh is j.
func toy(t testing.TB) *Model {
	t.Helper()
	var ops []Operation
	for c := 'a'; c <= 'z'; c++ {
		ops = append(ops, Operation{string(c), string(c), 3}, Operation{string(c), "", -4})
		for d := 'a'; d < c; d++ {
			ops = append(ops, Operation{string(c), string(d), -3})
		}
	}
	ops = append(ops, Operation{"q", "k", 2}, Operation{"ks", "x", 4}, Operation{"dzh", "j", 4}, Operation{"ch", "ts", 3}, Operation{"ou", "", -2},
		Operation{"?", "?", 1}, Operation{"?", "", -4})
	m, err := New(ops)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func score(m *Model, a, b string) float32 {
	x, y := m.Prepare(a), m.Prepare(b)
	return m.Score(&x, &y, -1e6)
}

func TestScore(t *testing.T) {
	m := toy(t)
	for _, c := range []struct {
		a, b string
		want float32
	}{
		{"anar", "anar", 12},
		{"qa", "ka", 5},         // one alike, one copied
		{"aleksa", "alexa", 16}, // four copied and one 2:1
		{"dzhan", "jan", 10},    // one 3:1
		{"jan", "dzhan", 10},    // its mirror
		{"chan", "tsan", 9},     // one 2:2
		{"anouar", "anar", 10},  // two letters dropped at once
		{"", "", 0},
		{"a", "", -4},
	} {
		if got := score(m, c.a, c.b); got != c.want {
			t.Errorf("Score(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestSelfIsScoreWithItself(t *testing.T) {
	m := toy(t)
	for _, s := range []string{"", "a", "eyvazov", "ксения", "abcdefghijklmnopqrstuvwxyzabc"} {
		w := m.Prepare(s)
		if got := m.Score(&w, &w, -1e6); got != w.Self {
			t.Errorf("%q: score %v, self %v", s, got, w.Self)
		}
	}
}

func TestScoreStopsEarlyOnlyBelowLeast(t *testing.T) {
	m := toy(t)
	rapid.Check(t, func(t *rapid.T) {
		a, b := m.Prepare(rapid.StringMatching(`[a-d]{0,8}`).Draw(t, "a")), m.Prepare(rapid.StringMatching(`[a-d]{0,8}`).Draw(t, "b"))
		least := float32(rapid.IntRange(-20, 20).Draw(t, "least"))
		whole, early := m.Score(&a, &b, -1e6), m.Score(&a, &b, least)
		if whole >= least && early != whole || whole < least && early >= least {
			t.Fatalf("score %v, with least %v: %v", whole, least, early)
		}
	})
}

func TestNewRefusesUnknownShapes(t *testing.T) {
	for _, op := range []Operation{{"abcd", "a", 1}, {"a", "bc", 1}, {"", "", 1}, {"abc", "de", 1}} {
		if _, err := New([]Operation{op}); err == nil {
			t.Errorf("%+v was taken", op)
		}
	}
}

func FuzzScore(f *testing.F) {
	f.Add("eyvazov", "eivazov")
	f.Add("", "\xff\xfe")
	f.Add("ксения", "ksenia")
	m := toy(f)
	f.Fuzz(func(t *testing.T, a, b string) {
		if x, y := score(m, a, b), score(m, b, a); x != y {
			t.Fatalf("%q, %q: %v one way, %v the other", a, b, x, y)
		}
	})
}

func BenchmarkScore(b *testing.B) {
	m := toy(b)
	x, y := m.Prepare("hajiyev"), m.Prepare("gadzhiev")
	b.ReportAllocs()
	for b.Loop() {
		m.Score(&x, &y, 0)
	}
}
