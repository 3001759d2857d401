package store

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles"
)

// FuzzCells: whatever stands in a cell of spans or of a list is read or refused, never misread: what was read and
// written again reads the same.
func FuzzCells(f *testing.F) {
	for _, s := range []string{"", "0-4", "0-4 5-9", "9-", "-", "a-b", `["a","b\n"]`, "[]", "null", `[1]`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		r := &cells{}
		spans := r.spans(cell)
		if r.err == nil {
			if again := r.spans(writeSpans(spans)); r.err != nil || !cmp.Equal(spans, again) {
				t.Errorf("%q: %v, then %v %v", cell, spans, again, r.err)
			}
		}
		r = &cells{}
		list := r.list(cell)
		if r.err == nil && len(list) > 0 {
			if again := r.list(writeList(list)); r.err != nil || !cmp.Equal(list, again) {
				t.Errorf("%q: %q, then %q %v", cell, list, again, r.err)
			}
		}
	})
}

func TestSpanCells(t *testing.T) {
	for _, s := range []articles.Span{{}, {Start: 0, End: 1}, {Start: 7, End: math.MaxInt}} {
		r := &cells{}
		if got := r.span(writeSpan(s)); got != s || r.err != nil {
			t.Errorf("%v comes back as %v, %v", s, got, r.err)
		}
	}
}
