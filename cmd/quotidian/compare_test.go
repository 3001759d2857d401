package main

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

// TestCompareWordingsIsBounded: texts too long to be compared in time are refused with the limit, a long one against a short
// one is not, and the lines after it are scored.
func TestCompareWordingsIsBounded(t *testing.T) {
	book, piece := strings.Repeat("The dam will not fail this year. ", 5000), "the dam will not fail this year"
	begun := time.Now()
	var out, errs strings.Builder
	err := scorePairs(strings.NewReader(book+"\t"+book+"\n"+book+"\t"+piece+"\n"), &out, &errs, wordingScore())
	lines := strings.Split(out.String(), "\n")
	if !errors.Is(err, errFaults) || lines[0] != "-" || lines[1] == "-" || lines[2] != "" {
		t.Errorf("%v, %q", err, out.String())
	}
	if want := "line 1: texts of 35000 and 35000 words: no more than some 4,000 words"; !strings.Contains(errs.String(), want) {
		t.Errorf("%q, want %q", errs.String(), want)
	}
	if err := explainWordings(io.Discard, book, book); err == nil {
		t.Error("explained")
	}
	if took := time.Since(begun); took > 30*time.Second {
		t.Errorf("it took %v", took)
	}
}
