package dossier

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// crashPath names, in the environment, the dossier on which this test binary works as the program to be killed.
const crashPath = "QUOTIDIAN_TEST_CRASH"

// crashRounds is how often a writer is killed; a release runs many more than an ordinary test.
var crashRounds = flag.Int("crash.rounds", 20, "how often TestKilled kills a writer")

// crashChild adds articles and decides without end, and says on its output what was acknowledged.
func crashChild(path string) {
	d, err := open(path, Options{Create: true, Who: "child"}, handmade)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	log, err := d.Log()
	for n := len(log); err == nil; n++ {
		a := art(fmt.Sprintf("Outlet %d", n), "2031-01-01", fmt.Sprintf(`"The bridge number %d is closed," said Dana Orlova.`, n%7))
		if _, err = d.Add(context.Background(), items(a), nil); err != nil {
			break
		}
		fmt.Println("article", a.Outlet.Name)
		var rows []StatementRow
		if rows, err = d.Statements(Filter{}); err != nil {
			break
		}
		var got decision.Decision
		got, err = d.Decide(decision.Decision{Kind: decision.Note, Targets: []string{string(rows[n%len(rows)].ID)}, Value: fmt.Sprint(n)})
		fmt.Println("decision", got.Seq, got.Value)
		if n%5 == 4 && err == nil {
			got, err = d.Undo()
			fmt.Println("decision", got.Seq, got.Value)
		}
	}
	fmt.Println("error", err)
}

// TestKilled kills a writer at random moments, again and again on one file. Whatever it had acknowledged is
// there, the file is sound, and the views are those of a fold from nothing.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: -short")
	}
	path := filepath.Join(t.TempDir(), "k.dossier")
	rng := rand.New(rand.NewPCG(1, 2))
	seen, mended := map[string]bool{}, 0
	for round := range *crashRounds {
		wait := time.Duration(rng.IntN(150)) * time.Millisecond
		for _, line := range killedAfter(t, path, round%4 > 0, wait) {
			if strings.HasPrefix(line, "error") {
				t.Fatal(line)
			}
			seen[line] = true
		}
		if checkSurvivor(t, path, seen) {
			mended++
		}
	}
	t.Logf("%d acknowledgements in %d rounds, views mended after %d", len(seen), *crashRounds, mended)
	if len(seen) < *crashRounds {
		t.Fatalf("only %d acknowledgements in %d rounds: the children hardly worked", len(seen), *crashRounds)
	}
}

// killedAfter runs a child, kills it some time after it started or after it first acknowledged something, and
// gives the lines it had written.
func killedAfter(t *testing.T, path string, working bool, wait time.Duration) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), crashPath+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { time.AfterFunc(wait, func() { cmd.Process.Kill() }) }
	if !working {
		kill()
	}
	var lines []string
	for in := bufio.NewScanner(out); in.Scan(); {
		lines = append(lines, in.Text())
		if working {
			kill()
			working = false
		}
	}
	cmd.Wait() // killed: its error says nothing new
	return lines
}

// checkSurvivor opens what a killed writer left, and reports whether its views had to be mended.
func checkSurvivor(t *testing.T, path string, seen map[string]bool) (mended bool) {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Create, "")
	if err != nil {
		t.Fatal(err)
	}
	folded, err := s.Folded(t.Context())
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	d := reopen(t, path)
	defer d.Close()
	have := map[string]bool{}
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range infos {
		have["article "+a.Outlet.Name] = true
	}
	log, err := d.Log()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range log {
		have[fmt.Sprintln("decision", e.Seq, e.Value)[:len(fmt.Sprintln("decision", e.Seq, e.Value))-1]] = true
	}
	for line := range seen {
		if !have[line] {
			t.Errorf("acknowledged and lost: %s", line)
		}
	}
	sameFromNothing(t, d)
	return !folded
}
