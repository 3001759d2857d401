package dossier

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/dossier/decision"
)

// crashPath names, in the environment, the dossier on which this test binary works as the program to be killed.
const crashPath = "QUOTIDIAN_TEST_CRASH"

// crashRounds is how often a writer is killed; "make crash" does it 10,000 times.
var crashRounds = flag.Int("crash.rounds", 200, "how often TestKilled kills a writer")

// crashFile is how many rounds go over one file before the next one is begun: the work of a round grows with it.
const crashFile = 10

// crashChild adds articles, decides, undoes, analyses again and switches how articles are read without end, and says on its output
// what was acknowledged.
func crashChild(path string) {
	d, err := open(path, Options{Create: true, Who: "child"}, handmade, directOnly)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	log, err := d.Log()
	for n := len(log); err == nil; n++ {
		if err = crashImport(d, n); err != nil {
			break
		}
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
		if n%4 == 3 && err == nil {
			err = crashAnalyse(d, n)
		}
		if n%3 == 2 && err == nil {
			err = crashSwitch(d)
		}
	}
	fmt.Println("error", err)
}

// crashImport adds an article, and every other time as many as make several groups.
func crashImport(d *Dossier, n int) error {
	count := 1
	if n%2 == 1 {
		count = 2*groupItems + 10
	}
	_, err := d.Add(context.Background(), func(yield func(articles.Item) bool) {
		for i := range count {
			outlet, text := "Silent", "The road is open."
			if i%40 == 0 {
				outlet, text = "Quoting", fmt.Sprintf(`"The bridge number %d is closed," said Dana Orlova.`, n%7)
			}
			a := art(fmt.Sprintf("%s %d %d", outlet, n, i), "2031-01-01", text)
			if !yield(articles.Item{Article: &a}) {
				return
			}
		}
	}, func(p Progress) {
		if !p.Joining {
			fmt.Println("article", strings.TrimSuffix(p.Path, ".txt"))
		}
	})
	return err
}

// crashAnalyse finds all quotes again under rules that are other ones every time, and often find other quotes.
func crashAnalyse(d *Dossier, n int) error {
	d.quickly = reading{handmade, fmt.Sprint(n)}
	if n%8 == 3 {
		d.quickly.extract = directOnly
	}
	_, err := d.Analyse(context.Background(), false, nil)
	return err
}

// crashSwitch has articles read in the other way from now on, and reads them again.
func crashSwitch(d *Dossier) error {
	careful, err := d.Careful()
	if err != nil {
		return err
	}
	if err := d.SetCareful(!careful); err != nil {
		return err
	}
	_, err = d.Analyse(context.Background(), false, nil)
	return err
}

// TestKilled kills a writer at random moments, again and again on one file. Whatever it had acknowledged is
// there, the file is sound, and the views are those of a fold from nothing.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: -short")
	}
	rng := rand.New(rand.NewPCG(1, 2))
	var path string
	var seen map[string]bool
	acks, found := 0, map[string]int{}
	for round := range *crashRounds {
		if round%crashFile == 0 {
			path, seen = filepath.Join(t.TempDir(), "k.dossier"), map[string]bool{}
		}
		wait := time.Duration(rng.IntN(40)) * time.Millisecond
		for _, line := range killedAfter(t, path, round%4 > 0, wait) {
			if strings.HasPrefix(line, "error") {
				t.Fatal(line)
			}
			seen[line] = true
			acks++
		}
		for _, note := range checkSurvivor(t, path, seen) {
			what, _, _ := strings.Cut(note, ":")
			found[what]++
		}
	}
	t.Logf("%d rounds, %d acknowledgements, none lost; found on opening: %v", *crashRounds, acks, found)
	if acks < *crashRounds/2 { // three rounds of four wait for one
		t.Fatalf("only %d acknowledgements in %d rounds: the children hardly worked", acks, *crashRounds)
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

// checkSurvivor opens what a killed writer left, and gives what had to be put right, and whether it was killed between a switch
// and reading again.
func checkSurvivor(t *testing.T, path string, seen map[string]bool) (notes []string) {
	t.Helper()
	d := reopen(t, path)
	defer d.Close()
	have := map[string]bool{}
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range infos {
		have["article "+a.Outlet.Name] = true
		if quoting := strings.HasPrefix(a.Outlet.Name, "Quoting"); quoting != (a.Quotes > 0) {
			t.Errorf("%s has %d quotes: it is not there as a whole", a.Outlet.Name, a.Quotes)
		}
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
	notes = d.Notes()
	if halfRead(t, d) {
		notes = append(notes, "read in part as it was switched to")
	}
	return notes
}

// halfRead reports whether some articles were read as the dossier is, and others otherwise.
func halfRead(t *testing.T, d *Dossier) bool {
	t.Helper()
	careful, err := d.Careful()
	if err != nil {
		t.Fatal(err)
	}
	list, err := d.store.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i := range list {
		if strings.HasSuffix(list[i].Rules, " careful") == careful {
			n++
		}
	}
	return n > 0 && n < len(list)
}
