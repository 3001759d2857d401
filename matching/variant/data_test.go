package variant

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// readData reads a file of labelled pairs beside the project; the test is skipped where there is none.
func readData(t *testing.T, file string) [][]string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "names", "pairs", file))
	if err != nil {
		t.Skip("skipped: no ../shared/data")
	}
	var out [][]string
	for i, l := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		if i > 0 {
			out = append(out, strings.Split(l, "\t"))
		}
	}
	return out
}

// TestAmbiguousNamesWait: different people of whom one's name contains the other's are never joined unasked.
func TestAmbiguousNamesWait(t *testing.T) {
	for _, p := range readData(t, "person_ambiguous_train.tsv") {
		if s := Compare(p[0], p[1]); s.P >= AutoJoin || s.Veto == "" {
			t.Errorf("%s | %s: %.3f, veto %q", p[0], p[1], s.P, s.Veto)
		}
	}
}

// TestBareNamesWait: one word of a name is never enough.
func TestBareNamesWait(t *testing.T) {
	for _, p := range readData(t, "person_mention_train.tsv") {
		if s := Compare(p[0], p[1]); s.P >= AutoJoin {
			t.Errorf("%s | %s: %.3f", p[0], p[1], s.P)
		}
	}
}

// TestScriptsAreProposed: of people with their names in two scripts most are proposed and none joined; of names
// of two people hardly any is proposed.
func TestScriptsAreProposed(t *testing.T) {
	rows := readData(t, "crossscript_everypolitician.tsv")
	proposed, wrong, others := 0, 0, 0
	for i, p := range rows {
		switch s := Compare(p[0], p[1]); {
		case s.P >= AutoJoin:
			t.Errorf("%s | %s: joined at %.3f", p[0], p[1], s.P)
		case s.P >= Review:
			proposed++
		}
		if o := rows[(i+37)%len(rows)]; o[6] != p[6] {
			others++
			if Probability(p[0], o[1]) >= Review {
				wrong++
			}
		}
	}
	t.Logf("%d of %d proposed; of %d pairs of two people %d", proposed, len(rows), others, wrong)
	if 100*proposed < 75*len(rows) || 100*wrong > others {
		t.Errorf("%d of %d proposed, and %d of %d pairs of two people", proposed, len(rows), wrong, others)
	}
}
