package dossier

import (
	"flag"
	"math/rand/v2"
	"testing"

	"quotidian/dossier/decision"
)

// undoActions is the number of decisions that TestUndoneOneByOne makes and takes back.
var undoActions = flag.Int("undo.actions", 60, "decisions that TestUndoneOneByOne takes back one by one")

// TestUndoneOneByOne makes random decisions, takes them back one by one, across a restart, and brings them back one by
// one: after each step every view is byte for byte what it was when the same decisions were in force before.
func TestUndoneOneByOne(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, pool()...)
	rng := rand.New(rand.NewPCG(4, 2))
	views := []string{snapshot(t, d)}
	for tries := 0; len(views) <= *undoActions; tries++ {
		if tries > 20**undoActions {
			t.Fatalf("only %d of %d decisions were taken", len(views)-1, tries)
		}
		if _, err := d.Decide(anyDecision(t, d, rng)); err == nil {
			views = append(views, snapshot(t, d))
		}
	}
	step := func(at int, do func() (decision.Decision, error)) {
		t.Helper()
		if _, err := do(); err != nil {
			t.Fatal(err)
		}
		if got := snapshot(t, d); got != views[at] {
			t.Fatalf("with %d in force: %s", at, difference(got, views[at]))
		}
	}
	for at := len(views) - 2; at >= 0; at-- {
		step(at, d.Undo)
		if at == len(views)/2 {
			d.Close()
			d = reopen(t, d.Path())
		}
	}
	for at := 1; at < len(views); at++ {
		step(at, d.Redo)
	}
	sameFromNothing(t, d)
}

// anyDecision makes up a decision about what the dossier shows; some are refused, which is as well.
func anyDecision(t *testing.T, d *Dossier, rng *rand.Rand) decision.Decision {
	t.Helper()
	var ids [3][]string // statements, speakers, articles
	for _, r := range rowsOf(t, d, Filter{Thought: true}) {
		ids[0] = append(ids[0], string(r.ID))
	}
	speakers, err := d.Speakers()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range speakers {
		ids[1] = append(ids[1], string(s.ID))
	}
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range infos {
		ids[2] = append(ids[2], string(a.ID))
	}
	kinds := [3][]decision.Kind{
		{decision.Same, decision.Never, decision.Confirm, decision.Reject, decision.NotAQuote, decision.Reattribute, decision.Note},
		{decision.Same, decision.Never, decision.Rename, decision.Role, decision.Confirm},
		{decision.Outlet, decision.Origin, decision.Date, decision.Note},
	}
	about := rng.IntN(3)
	for len(ids[about]) == 0 {
		about = 2
	}
	one := func() string { return ids[about][rng.IntN(len(ids[about]))] }
	dec := decision.Decision{Kind: kinds[about][rng.IntN(len(kinds[about]))], Targets: []string{one()}}
	dec.Value = []string{"Ines Falk", "Somebody Else", "2031-05-01", "The Sun", "the morning post"}[rng.IntN(5)]
	if dec.Kind == decision.Same || dec.Kind == decision.Never {
		dec.Targets = append(dec.Targets, one())
	}
	return dec
}
