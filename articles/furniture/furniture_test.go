package furniture

import "testing"

func TestLines(t *testing.T) {
	for s, want := range map[string][4]bool{ // Line, Between, OpensFoot, LeadsAway
		"Share Tweet Print":           {true, false, false, false},
		"0 Shares":                    {true, false, false, false},
		"· 2 min read":                {true, false, false, false},
		"+ ↺ − 16 px":                 {true, false, false, false},
		"Selk Courier logo":           {true, false, false, false},
		"SC Logo":                     {true, false, false, false},
		"Orlo unveils new logo":       {},
		"Orlo Unveils Logo":           {},
		"« Previous Post":             {true, false, false, false},
		"ADVERTISEMENT":               {true, true, false, false},
		"Story continues below":       {true, true, false, false},
		"Leave a Reply":               {true, false, true, false},
		"No comments:":                {true, false, true, false},
		"No comments: Post a Comment": {true, false, true, false},
		"Your email address will not be published. Required fields are marked *": {true, false, true, false},
		"Back to top button":                       {true, false, true, false},
		"Tags: Orlo, Varga, upper dam":             {true, false, true, false},
		"RELATED: Orlo opens the gates":            {false, false, false, true},
		"Read more: Varga ‘had no choice’":         {false, false, false, true},
		"Also read: Who warned the villages?":      {},
		"Related: the gates had been open before.": {},
		"Read more: https://courier.example/1":     {},
		"Orlo opens the gates":                     {},
		"Listen.":                                  {},
		"“No comments,” Varga said.":               {},
		"\"Share\"":                                {},
		"4 March 2031":                             {},
		"":                                         {},
		"advertising.":                             {},
		"related: nothing was said":                {},
		"Related: \" \" \"":                        {},
		"27":                                       {},
	} {
		if got := [4]bool{Line(s), Between(s), OpensFoot(s), LeadsAway(s)}; got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

func TestLanguages(t *testing.T) {
	for s, want := range map[string]bool{"عربي English Русский": true, "ՀայEngРус": true, "English Deutsch Türkçe": false, "Orlo (Орло) opens": false} {
		if Languages(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}
