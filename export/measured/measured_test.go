package measured

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/internal/gold"
	"quotidian/quotes"
)

var update = flag.Bool("update", false, "rewrite the tables")

// TestFigures: the committed figures are those of this version, give or take what a small change of rules moves.
func TestFigures(t *testing.T) {
	root := gold.Root("../..")
	if root == "" {
		t.Skip("skipped: no ../shared/data")
	}
	docs, err := gold.Read(filepath.Join(root, "polnear", "dev.jsonl"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("skipped: no PolNeAR")
	}
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		carefully bool
		find      func(*articles.Article) []attribution.Quote
	}{"measured.tsv": {false, attribution.Extract}, "measured-careful.tsv": {true, attribution.ExtractCarefully}} {
		t.Run(name, func(t *testing.T) { compare(t, name, All(c.carefully), measure(docs, c.find)) })
	}
}

// compare holds the figures of now against those of a table, or rewrites it.
func compare(t *testing.T, name string, committed, now []Figures) {
	if *update {
		lines := []string{header}
		for _, f := range now {
			lines = append(lines, fmt.Sprintf("%s\t%d\t%d\t%d\t%d\t%d\t%d", f.Kind, f.Marked, f.Right, f.Labelled, f.Found, f.Named, f.Agreed))
		}
		if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	const tolerance = 3 // points
	for i, was := range committed {
		for what, p := range map[string][2]int{
			"precision": {percent(was.Right, was.Marked), percent(now[i].Right, now[i].Marked)},
			"recall":    {percent(was.Found, was.Labelled), percent(now[i].Found, now[i].Labelled)},
			"speakers":  {percent(was.Agreed, was.Named), percent(now[i].Agreed, now[i].Named)},
		} {
			if max(p[0]-p[1], p[1]-p[0]) > tolerance {
				t.Errorf("%s, %s: %d %% now, %d %% in %s: go test ./export/measured -run TestFigures -update", was.Kind, what, p[1], p[0], name)
			}
		}
	}
}

// measure counts over labelled articles.
func measure(docs []gold.Document, find func(*articles.Article) []attribution.Quote) []Figures {
	all := []Figures{{Kind: "direct"}, {Kind: "mixed"}, {Kind: "indirect"}}
	for i := range docs {
		a, labelled := docs[i].Labelled()
		found := find(a)
		for k := range found {
			if q := &found[k]; !undecided(&docs[i], a.Text, q.Content) {
				f := &all[q.Kind]
				f.Marked++
				for m := range labelled {
					if overlap(q.Content, labelled[m].Content) {
						f.Right++
						if !labelled[m].Source.Empty() {
							f.Named++
							if q.Source.Overlaps(labelled[m].Source) {
								f.Agreed++
							}
						}
						break
					}
				}
			}
		}
		for m := range labelled {
			f := &all[labelled[m].Kind]
			f.Labelled++
			for k := range found {
				if overlap(found[k].Content, labelled[m].Content) {
					f.Found++
					break
				}
			}
		}
	}
	return all
}

// undecided reports whether a quote touches words that the readers left open.
func undecided(d *gold.Document, text string, content []articles.Span) bool {
	runes := articles.NewRunes(text)
	for _, z := range d.Ignore {
		for _, s := range content {
			if p := runes.Span(s); p[0] < z[1] && z[0] < p[1] {
				return true
			}
		}
	}
	return false
}

// overlap reports whether two contents share at least half of what both cover together.
func overlap(a, b []articles.Span) bool {
	shared, total := 0, 0
	for _, s := range a {
		total += s.Len()
		for _, r := range b {
			shared += max(0, min(s.End, r.End)-max(s.Start, r.Start))
		}
	}
	for _, r := range b {
		total += r.Len()
	}
	return 2*shared >= total-shared
}

func TestOverlap(t *testing.T) {
	span := func(from, to int) []articles.Span { return []articles.Span{{Start: from, End: to}} }
	for _, c := range []struct {
		a, b []articles.Span
		want bool
	}{
		{span(0, 10), span(0, 10), true},
		{span(0, 10), span(0, 5), true},
		{span(0, 10), span(0, 4), false},
		{span(0, 5), span(5, 9), false},
		{[]articles.Span{{Start: 0, End: 4}, {Start: 8, End: 12}}, span(0, 12), true},
	} {
		if got := overlap(c.a, c.b); got != c.want {
			t.Errorf("%v, %v: %v", c.a, c.b, got)
		}
	}
}

func TestSentences(t *testing.T) {
	got := strings.Join(Sentences(false, 0), "\n")
	for _, kind := range []quotes.Kind{quotes.Direct, quotes.Mixed, quotes.Indirect} {
		if !strings.Contains(strings.ToLower(got), kind.String()+" quotes: of 100") {
			t.Errorf("nothing on %s quotes:\n%s", kind, got)
		}
	}
	if n := len(Sentences(true, 0)); n != len(Sentences(false, 0))+1 {
		t.Errorf("%d sentences of careful reading", n)
	}
	for behind, want := range map[int]string{1: "1 of its articles was not read", 2: "2 of its articles were not read"} {
		all := Sentences(true, behind)
		if last := all[len(all)-1]; !strings.HasPrefix(last, want) {
			t.Errorf("%d articles are behind: %q", behind, last)
		}
	}
	for _, line := range []string{"", "direct\t1\t2", "direct\ta\tb\tc\td\te\tf"} {
		if _, err := parse(line); err == nil {
			t.Errorf("%q is taken", line)
		}
	}
}
