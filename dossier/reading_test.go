package dossier

import (
	"context"
	"path/filepath"
	"testing"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// readCarefully has a dossier read carefully, and what is in it read again.
func readCarefully(t *testing.T, d *Dossier) Analysis {
	t.Helper()
	if err := d.SetCareful(true); err != nil {
		t.Fatal(err)
	}
	r, err := d.Analyse(t.Context(), false, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// outdated checks how many articles are behind.
func outdated(t *testing.T, d *Dossier, want int) {
	t.Helper()
	if n, err := d.Outdated(); err != nil || n != want {
		t.Errorf("%d articles are behind, want %d, %v", n, want, err)
	}
}

// TestReadCarefully: a dossier that is switched reads again what was read otherwise, and drafts and whatever comes later as it reads
// now, also after it was closed; what a person settled stands, and the way back leads to what was there.
func TestReadCarefully(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.dossier")
	d := reopen(t, path)
	mustAdd(t, d, port()[:2]...)
	decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(find(t, d, "wages").ID)}})
	if r := readCarefully(t, d); r.Articles != 2 || r.Changed != 2 || len(r.Altered) != 3 || len(r.Kept) != 1 {
		t.Errorf("%+v", r)
	}
	d.Close()
	d = reopen(t, path)
	mustAdd(t, d, port()[2])
	if is, err := d.Careful(); err != nil || !is {
		t.Errorf("opened again: careful %v, %v", is, err)
	}
	outdated(t, d, 0)
	if again := readCarefully(t, d); again.Articles != 0 {
		t.Errorf("read again without need: %+v", again)
	}
	a := port()[0]
	if qs, err := d.Extract(&a); err != nil || len(qs) != 1 {
		t.Errorf("%d quotes in a draft, %v", len(qs), err)
	}
	if row := find(t, d, "wages"); row.Status != confirmed {
		t.Errorf("what was settled: %+v", row)
	}
	sameFromNothing(t, d)
	if err := d.SetCareful(false); err != nil {
		t.Fatal(err)
	}
	outdated(t, d, 3)
	if _, err := d.Analyse(t.Context(), false, nil); err != nil {
		t.Fatal(err)
	}
	back := snapshot(t, d)
	readCarefully(t, d)
	if err := d.SetCareful(false); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Analyse(t.Context(), false, nil); err != nil {
		t.Fatal(err)
	}
	if now := snapshot(t, d); now != back || find(t, d, "harbour monday").Appearances != 3 {
		t.Errorf("there and back: %s", difference(now, back))
	}
	sameFromNothing(t, d)
}

// TestReadingKnowsNoOrder: a dossier that was switched holds what it would hold had it been read so from the beginning.
func TestReadingKnowsNoOrder(t *testing.T) {
	var views []string
	for _, before := range []int{0, 1, 3} {
		d := newDossier(t)
		if before > 0 {
			mustAdd(t, d, port()[:before]...)
		}
		readCarefully(t, d)
		mustAdd(t, d, port()[before:]...)
		views = append(views, snapshot(t, d))
	}
	for _, v := range views[1:] {
		if v != views[0] {
			t.Errorf("switched later: %s", difference(v, views[0]))
		}
	}
}

// TestSwitchCutOff: reading again that was cancelled goes on where it was.
func TestSwitchCutOff(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	if err := d.SetCareful(true); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	r, err := d.Analyse(ctx, false, func(done, of int) {
		if done == 1 && of == 3 {
			cancel()
		}
	})
	if err != context.Canceled || r.Articles != 1 {
		t.Fatalf("%+v %v", r, err)
	}
	outdated(t, d, 2)
	if n, err := d.OutdatedAs(false); err != nil || n != 1 {
		t.Errorf("%d articles would be behind after switching back, %v", n, err)
	}
	if r := readCarefully(t, d); r.Articles != 2 {
		t.Errorf("%+v", r)
	}
	sameFromNothing(t, d)
}

// TestMergeKeepsReading: the merged dossier reads as the one into which the other goes, and knows which articles were read otherwise.
func TestMergeKeepsReading(t *testing.T) {
	for _, into := range []bool{true, false} {
		a, b := filepath.Join(t.TempDir(), "a.dossier"), filepath.Join(t.TempDir(), "b.dossier")
		d := reopen(t, a)
		mustAdd(t, d, port()[:2]...)
		readCarefully(t, d)
		d.Close()
		d = reopen(t, b)
		mustAdd(t, d, port()[1:]...)
		d.Close()
		if !into {
			a, b = b, a
		}
		if _, err := Merge(t.Context(), a, b, Options{Who: "ana", Now: clockFrom(someDay)}); err != nil {
			t.Fatal(err)
		}
		d = reopen(t, a)
		if is, err := d.Careful(); err != nil || is != into {
			t.Errorf("careful %v, want %v, %v", is, into, err)
		}
		outdated(t, d, 1) // that of both is there as the merged one reads
		if _, err := d.Analyse(t.Context(), false, nil); err != nil {
			t.Fatal(err)
		}
		sameFromNothing(t, d)
	}
}

// TestSwitchIsWriting: who may only read cannot switch, and switching to what holds writes nothing.
func TestSwitchIsWriting(t *testing.T) {
	d := newDossier(t)
	before, _, err := d.Version()
	if err := d.SetCareful(false); err != nil {
		t.Fatal(err)
	}
	if after, _, err2 := d.Version(); err != nil || err2 != nil || after != before {
		t.Errorf("%d writes, %v, %v", after-before, err, err2)
	}
	readCarefully(t, d)
	reader, err := Open(d.Path(), Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if is, err := reader.Careful(); err != nil || !is {
		t.Errorf("beside the writer: careful %v, %v", is, err)
	}
	if err := reader.SetCareful(false); err != store.ErrReadOnly {
		t.Errorf("switched by a reader: %v", err)
	}
}

// TestNewerRules: the higher number wins, however a version is written, and of one number the way in which the dossier is read.
func TestNewerRules(t *testing.T) {
	for _, c := range []struct {
		reads, a, twin string
		want           bool
	}{
		{"19", "20", "19 careful", true},
		{"19 careful", "20", "19 careful", true},
		{"19 careful", "20", "9 careful", true},
		{"20", "19 careful", "18", true},
		{"20", "100", "99 careful", true},
		{"19", "19", "19 careful", true},
		{"19 careful", "19 careful", "19", true},
		{"20 careful", "19 careful", "19", true},
		{"20", "19", "19 careful", true},
		{"20", "19", "19", false},
	} {
		imp := importing{reading: reading{rules: c.reads}}
		if got := imp.newer(&store.Article{Rules: c.a}, nil, c.twin, nil); got != c.want {
			t.Errorf("read by %q: %q newer than %q: %v", c.reads, c.a, c.twin, got)
		}
		if back := imp.newer(&store.Article{Rules: c.twin}, nil, c.a, nil); back {
			t.Errorf("read by %q: %q newer than %q", c.reads, c.twin, c.a)
		}
	}
}
