package draft

import (
	"slices"
	"strings"
	"testing"

	"quotidian/matching/wording"
)

// TestTold: what is said of a changed quotation, and what is not.
func TestTold(t *testing.T) {
	d := reading(t, "\"The mine at Kesh gave 519 bln tonnes (of copper) last year. It will not close in May. Nobody was asked about it,\" Petra Venn said.\n\n"+
		"\"I am confident of my innocence, as ever,\" Geert Holm said.\n\nOtto Reinholt came to Orlo. Anton Kesh waited. \"The ferry sails on Friday, whatever the weather brings,\" he said.")
	for _, c := range []struct {
		draft   string
		want    Verdict
		changes []wording.ChangeKind
		says    string // somewhere in the lines
		not     string // nowhere in them
		diff    string // a run that differs
	}{
		{`"It will close in May," Petra Venn said.`, Altered, []wording.ChangeKind{wording.Negation}, "lost its negation", "left out", "not>"},
		{`"The mine at Kesh gave 519 billion tonnes (of copper) last year," Petra Venn said.`, Altered, []wording.ChangeKind{wording.Reworded}, "spelling", "number", "bln>billion"},
		{`"The mine at Kesh gave 519 bln tonnes of copper last year," Petra Venn said.`, Altered, []wording.ChangeKind{wording.Reworded}, "after “tonnes” the “(” is left out", "became “”", "tonnes (>tonnes"},
		{`"I am confident of my guilt, as ever," Otto Reinholt said.`, Altered, []wording.ChangeKind{wording.Negation, wording.Speaker, wording.Reworded}, "opposite", "translation", "innocence,>guilt,"},
		{`"I am confident of my innocence, as ever," Gert Holm said.`, Exact, nil, "the draft spells the name “Gert Holm”, the source “Geert Holm”", "", ""},
		{`"I am confident of my innocence, as ever," Otto Reinholt said.`, OtherSpeaker, []wording.ChangeKind{wording.Speaker}, "gives these words to Geert Holm", "said by Geert Holm", ""},
	} {
		f := one(t, d, c.draft)
		lines := strings.Join(f.Lines(), "\n")
		if f.Verdict != c.want || !slices.Equal(wording.KindsOf(f.Changes), c.changes) || !strings.Contains(lines, c.says) || c.not != "" && strings.Contains(lines, c.not) {
			t.Errorf("%s\n%s\n%v", c.draft, lines, f.Changes)
		}
		if c.diff != "" && !slices.ContainsFunc(f.Diff, func(r wording.Run) bool { return r.Op != wording.Same && r.A+">"+r.B == c.diff }) {
			t.Errorf("%s: %v", c.draft, f.Diff)
		}
		for _, x := range f.Changes {
			if x.Note != "" && strings.Count(lines, x.Note) > 1 {
				t.Errorf("%s: told twice: %s", c.draft, x.Note)
			}
		}
	}
}
