package variant

import "testing"

// TestWorth: spellings of one name are worth comparing, either way round, strangers that share a word are not; of bare names and
// those in other scripts or of many words a glance says nothing.
func TestWorth(t *testing.T) {
	x := newIndex()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Anar Eyvazov", "Anar Eivazov", true},
		{"Hikmet Hajiyev", "Khikmet Gadzhiev", true},
		{"Ivan Testov", "Testov Ivan Petrovich", true},
		{"I. Testov", "Ivan Testov", true},
		{"William Testmore", "Bill Testmore", true},
		{"Bashir Ud-Din", "Bashiruddin", true},
		{"Testov", "Qorl Zint", true},
		{"Анар Эйвазов", "Юсуф Тестов", true},
		{"Maria Luisa de Testa Olmedo Qorl Zint", "Mura Vesk", true},
		{"Ali Eyvazov", "Ali Qorlint", false},
		{"Anar Testov", "Qorl Zint", false},
	} {
		a, b := newPerson(c.a, x.forms.Form), newPerson(c.b, x.forms.Form)
		s, u := a.sketch(), b.sketch()
		if got, back := x.forms.Worth(a.form, &s, &u, 0), x.forms.Worth(b.form, &u, &s, 0); got != c.want || back != c.want {
			t.Errorf("%s, %s: worth comparing %v, the other way round %v, want %v", c.a, c.b, got, back, c.want)
		}
	}
}

// TestLeastWorth: among more names more is asked for, nothing among few, and a pair that does not come to it is no candidate.
func TestLeastWorth(t *testing.T) {
	if few, many, more := LeastWorth(fullSharing), LeastWorth(10*fullSharing), LeastWorth(100*fullSharing); few != 0 || many <= 0 || more <= many {
		t.Errorf("among ten times as many names each: %v, %v, %v", few, many, more)
	}
	x := newIndex()
	for _, s := range []string{"Anar Eyvazov", "Anar Eivazov"} {
		takeIn(x, s, 2)
	}
	if got := x.candidates(); len(got) != 1 {
		t.Errorf("among two names %d candidates", len(got))
	}
	x.worth = 100
	if got := x.candidates(); len(got) != 0 {
		t.Errorf("%d candidates though no pair comes to enough", len(got))
	}
}
