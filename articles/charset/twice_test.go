package charset

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"
)

func TestOnce(t *testing.T) {
	for in, want := range map[string]string{
		"â€œWe go,â€\u009d he said. Itâ€™s over â€“ for good.": "“We go,” he said. It’s over – for good.",
		"â€œWe go,â€ he said.":                                 "“We go,” he said.",
		"â€œWe goâ€\ufffd":                                     "“We go”",
		"JosÃ© NÃºÃ±ez met François":                           "José Núñez met François",
		"ÆliyevÉ™ dedi ki, â€œgedirikâ€":                       "Æliyevə dedi ki, “gedirik”",
		"вЂњWe go,вЂќ said OrloвЂ™s aide":                      "“We go,” said Orlo’s aide",
		"â€žWe go,â€ś said Orloâ€™s aide":                      "„We go,“ said Orlo’s aide",
		"‚ÄúWe go,‚Äù said Orlo":                               "“We go,” said Orlo",
		// misread in parts
		"„Das macht Spaß“, sagte Orlo. â€“ Archiv":                 "„Das macht Spaß“, sagte Orlo. – Archiv",
		"“We meet at the CAFÉ” and left. JosÃ©, Photo â€“ Archive": "“We meet at the CAFÉ” and left. José, Photo – Archive",
		"5 Fuß\u00a0lang. Itâ€™s so":                               "5 Fuß\u00a0lang. It’s so",
		// nothing misread
		"Der Buchstabe ‚Ä' kommt in ‚Ärger' vor.":     "",
		"IRMÃ\u00adOS e CIDADÃ\u00adOS, MANHÃ² IRMÃ¹": "",
		"“We go,” he said.":                           "",
		"IRMÃ” and SÃO PAULO, CAFÉ’s":                 "",
		"one Ã© alone":                                "",
		"Она сказала: «Мы идём» в “Ђ”":                "",
		"„Äpfel“, sagte er, ‚Äpfel‘":                  "",
		"Ünal’ın “AKÇÜ” dediği, Ç’ye git":             "",
		"":       "",
		"â€\xff": "",
	} {
		if want == "" {
			want = in
		}
		if got := Once(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestOnceUndoes misreads texts on purpose and has them back.
func TestOnceUndoes(t *testing.T) {
	word := rapid.SampledFrom([]string{"“", "”", "’", "–", "é", "ə", "İ", "ş", "Ž", "Orlo", " ", "said", "\n", "ł", "…"})
	for name, page := range map[string]*charmap.Charmap{"windows-1252": charmap.Windows1252, "macintosh": charmap.Macintosh} {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			want := "’"
			for _, w := range rapid.SliceOf(word).Draw(t, "words") {
				want += w
			}
			bad := ""
			for i := range len(want) {
				bad += string(page.DecodeByte(want[i]))
			}
			if got := Once(bad); got != want {
				t.Fatalf("%q became %q, want %q", bad, got, want)
			}
		}))
	}
}
