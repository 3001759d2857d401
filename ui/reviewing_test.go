package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/look"
)

// manyProposals is how many pairs wait in the dossier of [TestFiftyDecisionsByKeyboard], manyDecisions how many are
// settled.
const (
	manyProposals = 300
	manyDecisions = 50
)

// writeNamesakes writes articles that print each of 300 invented people twice, the second time with another given name
// between the two, which might be somebody else.
func writeNamesakes(t *testing.T) string {
	t.Helper()
	begins := []string{"Bra", "Kel", "Dor", "Mis", "Tav", "Rul", "Nef", "Gos", "Lim", "Hap"}
	middles := []string{"ano", "imi", "uro", "eda", "ola", "unti"}
	ends := []string{"vic", "sen", "der", "mar", "gath"}
	given := []string{"Anna", "Peter", "Maria", "Thomas", "Julia", "Martin", "Elena", "David", "Laura", "Simon"}
	dir := t.TempDir()
	var first, second strings.Builder
	for i := range manyProposals {
		surname := begins[i%10] + middles[i/10%6] + ends[i/60]
		fmt.Fprintf(&first, "\"The bridge of district %d needs new doors,\" %s %s said.\n\n", i, given[i*7%10], surname)
		fmt.Fprintf(&second, "\"The school of quarter %d has no money,\" %s %s %s said.\n\n", 1000+i, given[i*7%10], given[(i*3+i/10)%10], surname)
	}
	for name, text := range map[string]string{"first.txt": first.String(), "second.txt": second.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("What they said\n\n"+text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestFiftyDecisionsByKeyboard: keys alone settle fifty pairs of a long queue, hit faster than decisions reach the disk;
// each speaks of the card that was in sight. After a restart all fifty are taken back and the queue is what it was.
func TestFiftyDecisionsByKeyboard(t *testing.T) {
	path := filepath.Join(t.TempDir(), "long.dossier")
	d, err := dossier.Open(path, dossier.Options{Create: true, Who: "Ana"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Add(context.Background(), intake.Read(context.Background(), []string{writeNamesakes(t)}, intake.Options{}), nil); err != nil {
		t.Fatal(err)
	}
	before, err := d.Proposals()
	if err != nil || len(before) < manyProposals {
		t.Fatalf("%d pairs wait, %v", len(before), err)
	}
	k := newDesk(t, d, look.Light)
	k.Do("view.review")
	var seen [][2]string // the names on each card
	for i := range manyDecisions {
		p := k.Review.Model.Chosen()
		seen = append(seen, [2]string{p.NameA, p.NameB})
		k.Rune([]rune("aaro")[i%4])
	}
	k.until("all are on disk", func() bool { return !k.deciding })
	k.shoot("review-fifty-light")
	checkLog(t, d, seen)
	k.work.Close()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}

	if d, err = dossier.Open(path, dossier.Options{Who: "Ana"}); err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	k = newDesk(t, d, look.Light)
	k.Do("view.review")
	for range manyDecisions {
		k.Rune('u')
	}
	k.until("all are undone", func() bool { return !k.deciding })
	after, err := d.Proposals()
	if err != nil || len(after) != len(before) || k.Review.Model.Len() != len(before) {
		t.Errorf("%d pairs wait again of %d, %v", len(after), len(before), err)
	}
	if log, err := d.Log(); err != nil || len(decision.Fold(log).Active) != 0 {
		t.Errorf("%d decisions are still in force, %v", len(decision.Fold(log).Active), err)
	}
}

// checkLog fails unless the log holds one decision about each pair, in the order in which they were seen.
func checkLog(t *testing.T, d *dossier.Dossier, seen [][2]string) {
	t.Helper()
	log, err := d.Log()
	if err != nil || len(log) != len(seen) {
		t.Fatalf("%d decisions about %d pairs, %v", len(log), len(seen), err)
	}
	for i, x := range log {
		want := []decision.Kind{decision.Same, decision.Same, decision.Never, decision.Unsure}[i%4]
		refs := x.Refs()
		slices.Sort(refs)
		card := []string{"name:" + strings.ToLower(seen[i][0]), "name:" + strings.ToLower(seen[i][1])}
		slices.Sort(card)
		if x.Kind != want || !slices.Equal(refs, card) {
			t.Errorf("decision %d is %s about %v, the card was %v", i, x.Kind, refs, card)
		}
	}
}
