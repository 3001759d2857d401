package wording

import "testing"

func TestFigures(t *testing.T) {
	c := NewComparer()
	for _, x := range []struct {
		a, b string
		want float64
	}{
		{"Some 800 guns and six vehicles were handed over.", "They surrendered six armoured vehicles and more than 800 guns.", 1.5},
		{"Some 800 guns and 800 more guns were handed over.", "They surrendered 800 guns.", 1},
		{"They counted 800 guns on Monday and 900 guns on Friday.", "They counted 800 guns.", 0},
		{"They are 100% certain of the two guns.", "They counted more than 100 guns in the two dozen houses.", 0},
		{"In 2019 the crew of Unit 731 counted 800 guns.", "In 2019 they counted 731 tents and 800 guns.", 1},
	} {
		a, b := c.Prepare(Quote{Text: x.a}), c.Prepare(Quote{Text: x.b})
		if got, back := figures(a, b), figures(b, a); got != x.want || back != x.want {
			t.Errorf("%q, %q: %v and %v, want %v", x.a, x.b, got, back, x.want)
		}
	}
}
