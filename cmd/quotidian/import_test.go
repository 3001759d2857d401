package main

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"
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
