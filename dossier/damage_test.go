package dossier

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// flipStep is the distance between the bytes that TestEveryByteFlipped flips; 1 takes every byte of the file.
// repairEvery is how many flips come to one repair.
var (
	flipStep    = flag.Int("flip.step", 1999, "distance between the bytes that TestEveryByteFlipped flips")
	repairEvery = flag.Int("flip.repair", 16, "how many flips come to one repair")
)

// settled makes a closed dossier with a few articles and decisions, and gives its path and all its views.
func settled(t *testing.T) (path, views string, log []decision.Decision) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "f.dossier")
	d := reopen(t, path)
	mustAdd(t, d, pool()...)
	row := find(t, d, "harbour monday")
	decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(row.ID)}, Why: "heard it"})
	decide(t, d, decision.Decision{Kind: decision.Rename, Targets: []string{"name:ines falk"}, Value: "Inés Falk"})
	views = snapshot(t, d)
	log, err := d.Log()
	if err := errors.Join(err, d.Close()); err != nil {
		t.Fatal(err)
	}
	return path, views, log
}

// TestEveryByteFlipped: whatever byte of a dossier changes, nobody reads wrong data: it is refused with a reason, or
// reads as it did; and a repair brings every article and every decision back.
func TestEveryByteFlipped(t *testing.T) {
	path, want, _ := settled(t)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(t.TempDir(), "bad.dossier")
	flips, refusals, repairs := 0, 0, 0
	for at := 0; at < len(good); at += *flipStep {
		raw := append([]byte(nil), good...)
		raw[at] ^= byte(1 + at%255)
		writeAlone(t, bad, raw)
		if got, err := readViews(t, bad); err == nil && got != want {
			t.Fatalf("byte %d: wrong data was read: %s", at, difference(got, want))
		} else if err != nil {
			refusals++
		}
		if flips++; flips%*repairEvery == 0 {
			repairs++
			repairedEqual(t, bad, want, at)
		}
	}
	t.Logf("%d of %d bytes flipped: %d refused with a reason, %d repaired of %d tried", flips, len(good), refusals, repairs, repairs)
	if refusals == 0 {
		t.Error("no flip was noticed")
	}
}

// writeAlone writes a dossier and removes everything beside it.
func writeAlone(t *testing.T, path string, raw []byte) {
	t.Helper()
	beside, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range beside {
		if err := os.Remove(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

// readViews reads all views without writing.
func readViews(t *testing.T, path string) (views string, err error) {
	t.Helper()
	d, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return "", err
	}
	defer d.Close()
	found, err := d.Check(t.Context())
	if err != nil {
		return "", err
	}
	if len(found) > 0 {
		return "", errors.New(found[0])
	}
	return snapshot(t, d), nil
}

func repairedEqual(t *testing.T, path, want string, at int) {
	t.Helper()
	r, err := Repair(path, Options{Who: "ana"})
	if err != nil {
		t.Fatalf("byte %d: %v", at, err)
	}
	if len(r.Lost) > 0 {
		t.Fatalf("byte %d: lost: %v", at, r.Lost)
	}
	d := reopen(t, path)
	defer d.Close()
	if got := snapshot(t, d); got != want {
		t.Fatalf("byte %d: repaired into another dossier: %s", at, difference(got, want))
	}
}

// TestLostPages: where whole pages are gone, what the rest and the backups hold is brought back, and what is lost is
// said.
func TestLostPages(t *testing.T) {
	path, want, log := settled(t)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(good); at += 9 * 4096 {
		raw := append([]byte(nil), good...)
		clear(raw[at : at+4096])
		bad := filepath.Join(t.TempDir(), "bad.dossier")
		writeAlone(t, bad, raw)
		alone, err := Repair(bad, Options{Who: "ana"})
		if err != nil && !strings.Contains(err.Error(), "not sound") && !strings.Contains(err.Error(), "not a dossier") {
			t.Fatalf("page %d: %v", at/4096+1, err)
		}
		if err == nil && alone.Kept != "" && len(alone.Lost) == 0 {
			d := reopen(t, bad)
			if got := snapshot(t, d); got != want {
				t.Errorf("page %d: lost without a word: %s", at/4096+1, difference(got, want))
			}
			d.Close()
		}
	}
	bad := filepath.Join(t.TempDir(), "bad.dossier")
	raw := append([]byte(nil), good...)
	for at := 4096; at < len(raw); at += 2 * 4096 {
		clear(raw[at : at+4096])
	}
	writeAlone(t, bad, raw)
	if err := os.WriteFile(bad+"-backup-2031-05-04", good, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Repair(bad, Options{Who: "ana"})
	if err != nil {
		t.Fatalf("%v %v", err, r)
	}
	d := reopen(t, bad)
	if got := snapshot(t, d); got != want {
		t.Errorf("the backup held everything: %s", difference(got, want))
	}
	if now, err := d.Log(); err != nil || len(now) != len(log) {
		t.Errorf("%d entries of the log, want %d, %v", len(now), len(log), err)
	}
}

// TestSoundIsLeftAlone: a repair of a sound dossier changes nothing.
func TestSoundIsLeftAlone(t *testing.T) {
	path, _, _ := settled(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if r, err := Repair(path, Options{}); err != nil || r.Kept != "" {
		t.Errorf("%+v %v", r, err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file changed, %v", err)
	}
}

// TestLiveCopy: a copy made by hand of a dossier that is open is refused with the reason, and repaired on demand; with
// SQLite's log beside it it is a whole dossier.
func TestLiveCopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.dossier")
	d := reopen(t, path)
	mustAdd(t, d, port()...)
	row := find(t, d, "wages")
	decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(row.ID)}})
	want := snapshot(t, d)
	alone, whole := filepath.Join(t.TempDir(), "a.dossier"), filepath.Join(t.TempDir(), "w.dossier")
	for from, to := range map[string]string{path: alone, path + "-wal": whole + "-wal"} {
		copyTo(t, from, to)
	}
	copyTo(t, path, whole)
	for _, o := range []Options{{ReadOnly: true}, {}} {
		_, err := Open(alone, o)
		var copied *store.Copied
		if !errors.As(err, &copied) {
			t.Errorf("%+v: %v", o, err)
		}
	}
	if _, err := Repair(alone, Options{}); err != nil {
		t.Error(err)
	}
	if again, err := Open(alone, Options{}); err != nil {
		t.Error(err)
	} else {
		again.Close()
	}
	second := reopen(t, whole)
	if got := snapshot(t, second); got != want {
		t.Errorf("the copy with its log: %s", difference(got, want))
	}
	if notes := second.Notes(); len(notes) == 0 || !strings.Contains(notes[0], "ended without closing") {
		t.Errorf("notes %q", notes)
	}
}

// TestReadAfterCrash: a dossier that a program left without closing it may be read as often as one likes before the next
// one writes. The first to read it must not take SQLite's log away, or it would pass for a copy.
func TestReadAfterCrash(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.dossier")
	d := reopen(t, path)
	mustAdd(t, d, port()...)
	decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(find(t, d, "wages").ID)}})
	want := snapshot(t, d)
	for _, logged := range []bool{true, false} {
		left := filepath.Join(t.TempDir(), "c.dossier") // as a power cut leaves it, with a log or an empty one
		if !logged {
			d = reopen(t, path)
		}
		copyTo(t, path, left)
		copyTo(t, path+"-wal", left+"-wal")
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			r, err := Open(left, Options{ReadOnly: true})
			if err != nil {
				t.Fatalf("log %v: %v", logged, err)
			}
			if got := snapshot(t, r); got != want {
				t.Errorf("log %v: %s", logged, difference(got, want))
			}
			if err := r.Close(); err != nil {
				t.Error(err)
			}
		}
		w := reopen(t, left)
		if notes := w.Notes(); len(notes) == 0 || !strings.Contains(notes[0], "ended without closing") {
			t.Errorf("log %v: notes %q", logged, notes)
		}
		if err := w.Close(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(left + "-wal"); err == nil {
			t.Errorf("log %v: closed well, and its log is still there", logged)
		}
	}
}

func copyTo(t *testing.T, from, to string) {
	t.Helper()
	raw, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}
