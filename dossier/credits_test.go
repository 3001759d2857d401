package dossier

import "testing"

func TestCredits(t *testing.T) {
	for _, c := range []struct {
		text, outlet string
		want         bool
	}{
		{"The minister told Selk News that the dam was safe.", "Selk News Agency", true},
		{"The minister told the Selk News Agency so.", "Selk News Agency", true},
		{"“It is safe,” she said in an interview with The Selk Courier.", "The Selk Courier", true},
		{"The Selk Newsroom told us nothing.", "Selk News Agency", false},
		{"Selk News moved to a new house.", "Selk News Agency", false},
		{"He reports that the agency moved.", "Agency", false},
	} {
		if got := credits(c.text, c.outlet); got != c.want {
			t.Errorf("%q credits %q: %v", c.text, c.outlet, got)
		}
	}
}
