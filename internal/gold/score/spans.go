package score

import (
	"fmt"
	"slices"
	"strings"

	"quotidian/internal/gold"
)

// Parts are what [Spans] scores, in the order of the report.
var Parts = [3]string{"source", "cue", "content"}

// Spans counts, for each part on its own, the spans that are exactly right on CofeNet's instances: sentences whose
// tokens carry one label each. The zero value is ready.
type Spans [3]Figure

// run is a run of tokens.
type run struct{ from, to int }

// Add counts one instance against the quotes found in its article.
func (s *Spans) Add(in *gold.Instance, found []Found) {
	mine := project(in, found)
	for k, part := range Parts {
		g, f := runs(in.Labels, part), runs(mine, part)
		right := 0
		for _, r := range g {
			if slices.Contains(f, r) {
				right++
			}
		}
		s[k].add(right, len(f), len(g))
	}
}

// String is the report in lines.
func (s *Spans) String() string {
	var b strings.Builder
	for k, part := range Parts {
		p, r, f1 := s[k].Rates()
		fmt.Fprintf(&b, "  %-8s exact P %5.1f R %5.1f F1 %5.1f\n", part, 100*p, 100*r, 100*f1)
	}
	return b.String()
}

// runs gives the spans of one part. As in CofeNet, an inner label without a beginning begins a span.
func runs(labels []string, part string) []run {
	var out []run
	open := false
	for i, l := range labels {
		switch {
		case l == "B-"+part, l == "I-"+part && !open:
			out = append(out, run{i, i + 1})
			open = true
		case l == "I-"+part:
			out[len(out)-1].to = i + 1
		default:
			open = false
		}
	}
	return out
}

// project gives each token of an instance the label that the quotes found give it. Where quotes overlap, a cue wins
// over a source and that over a content.
func project(in *gold.Instance, found []Found) []string {
	labels := make([]string, len(in.Offsets))
	for i := range labels {
		labels[i] = "O"
	}
	lo, hi := edges(in.Offsets)
	near := slices.DeleteFunc(slices.Clone(found), func(f Found) bool {
		return !slices.ContainsFunc(spansOf(&f), func(s [2]int) bool { return s[0] < hi && lo < s[1] })
	})
	for _, part := range []string{"content", "source", "cue"} {
		for i := range near {
			for _, s := range partSpans(&near[i], part) {
				mark(labels, in.Offsets, s, part)
			}
		}
	}
	return labels
}

// edges gives where the first token of an instance begins and the last one ends.
func edges(offsets []*[2]int) (lo, hi int) {
	first := true
	for _, o := range offsets {
		if o == nil {
			continue
		}
		if first {
			lo, first = o[0], false
		}
		lo, hi = min(lo, o[0]), max(hi, o[1])
	}
	return lo, hi
}

// spansOf gives all spans of a quote.
func spansOf(f *Found) [][2]int {
	var out [][2]int
	for _, part := range Parts {
		out = append(out, partSpans(f, part)...)
	}
	return out
}

func partSpans(f *Found, part string) [][2]int {
	one := f.Source
	switch part {
	case "content":
		return f.Content
	case "cue":
		one = f.Cue
	}
	if one == nil {
		return nil
	}
	return [][2]int{*one}
}

// mark labels the tokens that lie within a span.
func mark(labels []string, offsets []*[2]int, s [2]int, part string) {
	prefix := "B-"
	for i, o := range offsets {
		if o != nil && o[0] >= s[0] && o[1] <= s[1] {
			labels[i] = prefix + part
			prefix = "I-"
		}
	}
}
