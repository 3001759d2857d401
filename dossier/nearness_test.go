package dossier

import (
	"testing"
	"time"
)

// TestSurnameAlone: an article that prints a surname alone has the words of the man whom another names in full, once a statement that
// both print says who he is; what else both report of him is joined too, though it is told in few common words.
func TestSurnameAlone(t *testing.T) {
	const long = `“The eastern quay has been sinking for eleven years, and every minister before me looked the other way while the cranes tilted,” said `
	d := newDossier(t)
	mustAdd(
		t, d,
		art("Morning Post", "2031-05-02", long+`Tamar Varga. Tamar Varga said that the island should fully implement the fishing ban imposed by the league in answer to the poaching of sturgeon.`),
		art("Evening Star", "2031-05-03", long+`Varga. “Fully implement the fishing ban,” said Varga.`),
	)
	if got := find(t, d, "fully implement"); got.Appearances != 2 {
		t.Errorf("the ban has %d appearances, want 2", got.Appearances)
	}
	sameFromNothing(t, d)
}

// TestNearness: words of one speaker within some days are near, whatever their endings; those of others, of other weeks and of an
// unknown day are not.
func TestNearness(t *testing.T) {
	n := newNearness()
	n.add("a", "They should fully implement the ban", someDay)
	cases := []struct {
		speaker, words string
		after          int
		want           bool
	}{
		{"a", "the ban was implemented fully", 3, true},
		{"a", "the ban was implemented fully", -3, true},
		{"a", "the ban was implemented fully", 6, false},
		{"a", "the ban was implemented", 0, false},
		{"b", "the ban was implemented fully", 0, false},
	}
	if n.meets("a", cases[0].words, time.Time{}) {
		t.Error("a quote of an unknown day is near")
	}
	for _, c := range cases {
		if got := n.meets(c.speaker, c.words, someDay.AddDate(0, 0, c.after)); got != c.want {
			t.Errorf("%s %q %d days later: %v", c.speaker, c.words, c.after, got)
		}
	}
}
