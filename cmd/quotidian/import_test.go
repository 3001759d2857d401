package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/pace"
)

// TestAddStopsAtOnce: an import that waits for its input ends within half a second of Ctrl-C, with a balance that
// holds, and keeps what it had read.
func TestAddStopsAtOnce(t *testing.T) {
	dossier := filepath.Join(t.TempDir(), "case.dossier")
	in, feeder := io.Pipe()
	defer feeder.Close()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var out, errs bytes.Buffer
	root := newRoot()
	root.SetArgs([]string{"add", dossier, "testdata/interrupt.txt", "-"})
	root.SetIn(in)
	root.SetOut(&out)
	root.SetErr(&errs)
	ended := make(chan error, 1)
	go func() { ended <- root.ExecuteContext(ctx) }()
	if _, err := feeder.Write([]byte("The gates were open")); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond) // the first file is in by then; if not, the balance below still holds
	stop()
	select {
	case err := <-ended:
		if report(err, &errs) != exitFailed {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("the import goes on")
	}
	if got := strings.TrimSpace(out.String()); got != "1 found = 1 added + 0 already there + 0 faults" && got != "0 found = 0 added + 0 already there + 0 faults" {
		t.Errorf("%q", got)
	}
}

// TestAnalyseStopped: who stops reading a dossier again is told what is left, and how to go on.
func TestAnalyseStopped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "case.dossier")
	do := func(ctx context.Context, args ...string) (int, string) {
		var out, errs bytes.Buffer
		root := newRoot()
		root.SetArgs(args)
		root.SetOut(&out)
		root.SetErr(&errs)
		return report(root.ExecuteContext(ctx), &errs), out.String()
	}
	if status, out := do(t.Context(), "add", path, "testdata/interrupt.txt"); status != 0 {
		t.Fatal(out)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	status, out := do(stopped, "analyse", path, "--careful")
	if want := "1 article waits to be read again: quotidian analyse " + path + "\n"; status != exitFailed || !strings.Contains(out, want) {
		t.Errorf("exit status %d: %s", status, out)
	}
	if status, out := do(t.Context(), "analyse", path); status != 0 || strings.Contains(out, "again") {
		t.Errorf("exit status %d: %s", status, out)
	}
}

// TestBackupThatFails: where only the daily backup could not be made, that is said, and the articles were read all the same.
func TestBackupThatFails(t *testing.T) {
	name := strings.Repeat("x", 230) + ".dossier" // a name that leaves no room for that of a backup
	path := filepath.Join(t.TempDir(), name)
	for i, text := range []string{"The gates were open.", "The gates were shut."} {
		var out, errs bytes.Buffer
		root := newRoot()
		root.SetArgs([]string{"add", path, "-"})
		root.SetIn(strings.NewReader(text))
		root.SetOut(&out)
		root.SetErr(&errs)
		if status := report(root.Execute(), &errs); status != 0 {
			t.Errorf("exit status %d: %s", status, errs.String())
		}
		if !strings.HasPrefix(out.String(), "1 found = 1 added") {
			t.Errorf("%q", out.String())
		}
		if warned := strings.Contains(errs.String(), "warning: ") && strings.Contains(errs.String(), "no backup"); warned != (i == 1) {
			t.Errorf("time %d: said %q", i+1, errs.String())
		}
	}
}

// TestNameFaults: the first are named, and where the others are.
func TestNameFaults(t *testing.T) {
	var b dossier.Balance
	for i := range named + 2 {
		b.Faults = append(b.Faults, articles.Fault{Path: fmt.Sprintf("desk/%d.txt", i), Reason: "it is empty"})
	}
	var errs strings.Builder
	nameFaults(&errs, &b, "case.dossier")
	if n := strings.Count(errs.String(), "\n"); n != named+1 {
		t.Errorf("%d lines", n)
	}
	if want := "and 2 faults more; 'quotidian articles case.dossier --faults' lists all\n"; !strings.HasSuffix(errs.String(), want) {
		t.Errorf("%q", errs.String())
	}
}

// TestProgressLine: the rate is that of the whole time; what part is read, and how long the rest takes, stands there where
// it is known.
func TestProgressLine(t *testing.T) {
	var reading pace.Pace
	p := dossier.Progress{Balance: dossier.Balance{Found: 300}}
	if got := progressLine(&p, 2*time.Second, &reading); got != "300 articles read, 150 a second" {
		t.Error(got)
	}
	reading = pace.Pace{}
	for i := range 101 {
		p.Found, p.Done = 3*i, float64(i)/400
		got := progressLine(&p, time.Duration(i)*100*time.Millisecond, &reading)
		if i == 100 && got != "300 articles read, 30 a second; 25 %, about 30 s left to read" {
			t.Error(got)
		}
	}
	p.Done, reading = 0, pace.Pace{}
	if got := progressLine(&p, 20*time.Second, &reading); strings.Contains(got, "%") || strings.Contains(got, "left") {
		t.Errorf("of standard input: %s", got)
	}
}

// TestAgainLine: how many articles are read again, and how long the rest takes; the joins after that are no part of the reading.
func TestAgainLine(t *testing.T) {
	var reading pace.Pace
	if got := againLine(0, 0, 3*time.Second, &reading); got != "reading again, 3s" {
		t.Error(got)
	}
	for i := range 101 {
		got := againLine(i, 400, time.Duration(i)*300*time.Millisecond, &reading)
		if i == 100 && got != "100 of 400 articles read again, about 2 min left to read" {
			t.Error(got)
		}
	}
	if got := againLine(400, 400, time.Minute, &reading); got != "400 articles read again; joining names and statements, 1m0s" {
		t.Error(got)
	}
}
