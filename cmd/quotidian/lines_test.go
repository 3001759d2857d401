package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quotidian/articles/jsonl"
)

// TestLongLines: a line that is too long is named by its number, with the limit and what to do, by whatever reads lines.
func TestLongLines(t *testing.T) {
	long := strings.Repeat("x", jsonl.LineLimit)
	const named = "line 2: a line longer than 64 MB: shorten it or leave it out"
	var out, errs strings.Builder
	err := scorePairs(strings.NewReader("a\tb\n"+long+"\tb\nc\td"), &out, &errs, func(a, b string) (float64, error) { return 1, nil })
	if !errors.Is(err, errFaults) || out.String() != "1.0000\n-\n1.0000\n" || errs.String() != "quotidian: "+named+"\n" {
		t.Errorf("compare: %v, %q, %q", err, out.String(), errs.String())
	}
	errs.Reset()
	err = match(strings.NewReader(`{"id":"a","text":"a"}`+"\n"+`{"id":"b","text":"`+long+`"}`), io.Discard, &errs)
	if !errors.Is(err, errFaults) || errs.String() != "quotidian: "+named+"\n" {
		t.Errorf("match: %v, %q", err, errs.String())
	}
	_, faults := addresses([]string{"-"}, strings.NewReader("https://courier.example/1\n"+long+"\n"))
	if len(faults) != 1 || faults[0].Reason != named {
		t.Errorf("fetch: %v", faults)
	}
}

// TestLongLineInTheLogOfAWatch: a line that no watch wrote takes nothing from the others.
func TestLongLineInTheLogOfAWatch(t *testing.T) {
	path := filepath.Join(t.TempDir(), "watch.jsonl")
	if err := os.WriteFile(path, []byte(strings.Repeat("x", 20<<20)+"\n"+`{"what":"in/a.txt"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := openWatchLog(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.close()
	if !l.has(logEntry{What: "in/a.txt"}) {
		t.Errorf("%v", l.seen)
	}
}

// TestEachLine: every line comes with its number and without its end, the last one also where nothing ends it.
func TestEachLine(t *testing.T) {
	for in, want := range map[string]string{"": "", "a": "a|", "a\n": "a|", "\n\r\nb\r\n": "||b|", "a\r": "a|"} {
		got, last := "", 0
		err := eachLine(strings.NewReader(in), func(n int, line []byte, fault error) error {
			if n != last+1 || fault != nil {
				t.Errorf("%q: line %d after %d, %v", in, n, last, fault)
			}
			last = n
			got += string(line) + "|"
			return nil
		})
		if err != nil || got != want {
			t.Errorf("%q: %q, %v", in, got, err)
		}
	}
}
