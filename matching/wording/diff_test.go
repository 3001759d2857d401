package wording

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quotidian/matching/wording/pair"
)

// wordsOfTests are the words of texts made up: equal ones, kindred ones, and such as hold nothing together.
var wordsOfTests = strings.Fields("the dam will not fail and hold it said nine 9 ships ship would sail sailed on Monday Harbour harbours was safe unsafe")

// drawAligned makes two texts of up to some words and has c align them.
func drawAligned(t *rapid.T, c *Comparer, most int) (a, b *Prepared) {
	text := rapid.SliceOfN(rapid.SampledFrom(wordsOfTests), 0, most)
	a, b = c.Prepare(Quote{Text: strings.Join(text.Draw(t, "a"), " ")}), c.Prepare(Quote{Text: strings.Join(text.Draw(t, "b"), " ")})
	c.align.Fill(a.text, b.text, c.meter.Table())
	return a, b
}

// TestAlignFindsTheBestWay: what is kept of each cell, or of each row of short texts, leads to the same alignment as all weights did.
func TestAlignFindsTheBestWay(t *testing.T) {
	c := NewComparer()
	rapid.Check(t, func(t *rapid.T) {
		drawAligned(t, c, pair.Narrow+6)
		if got, want := align(&c.align), alignWithAllWeights(&c.align); !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

// alignWithAllWeights is align as it is in books.
func alignWithAllWeights(m *pair.Alignment) []step {
	a, b := m.A, m.B
	width := len(b.Words) + 1
	best := make([]float32, (len(a.Words)+1)*width)
	for i := range a.Words {
		for j := range b.Words {
			at := (i+1)*width + j + 1
			best[at] = max(best[at-1], best[at-width])
			if w := worth(m, i, j); w > 0 {
				best[at] = max(best[at], best[at-width-1]+w)
			}
		}
	}
	var out []step
	for i, j := len(a.Words), len(b.Words); i > 0 || j > 0; {
		at, w := i*width+j, float32(0)
		if i > 0 && j > 0 {
			w = worth(m, i-1, j-1)
		}
		switch {
		case w > 0 && best[at] == best[at-width-1]+w:
			i, j = i-1, j-1
			out = append(out, step{i, j, likeness(m, i, j)})
		case j > 0 && (i == 0 || best[at] == best[at-1]):
			j--
			out = append(out, step{-1, j, 0})
		default:
			i--
			out = append(out, step{i, -1, 0})
		}
	}
	slices.Reverse(out)
	return out
}

// TestPartnersInPlace: a word that both texts have in its place stands for that of the other text and for no other, though its like
// stands elsewhere too.
func TestPartnersInPlace(t *testing.T) {
	c := NewComparer()
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawAligned(t, c, 20)
		steps := align(&c.align)
		f := newFinder(a, b, &c.align, steps)
		for _, s := range steps {
			if s.i >= 0 && s.j >= 0 && s.like == 1 && (f.partner(s.i) != s.j || f.elsewhere(s.i) >= 0 || f.turned(s.j) >= 0) {
				t.Fatalf("word %d of %q in %q: %d, %d, %d", s.i, a.Text, b.Text, f.partner(s.i), f.elsewhere(s.i), f.turned(s.j))
			}
		}
	})
}

// TestAlignNeedsLittleMemory: a speech of thousands of words takes a sixteenth of what all weights take.
func TestAlignNeedsLittleMemory(t *testing.T) {
	var speech strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&speech, "%s%d ", wordsOfTests[i%7], i%100)
	}
	c := NewComparer()
	p := c.Prepare(Quote{Text: speech.String()})
	c.align.Fill(p.text, p.text, c.meter.Table())
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	steps := align(&c.align)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; len(steps) != p.Words() || used > 4<<20 {
		t.Errorf("%d steps, %d bytes", len(steps), used)
	}
}

// TestDiffKeepsPrintedWordsWhole: what the canonical form cuts is one word to a reader.
func TestDiffKeepsPrintedWordsWhole(t *testing.T) {
	for _, c := range []struct{ from, to, gone, come, negation string }{
		{"The ferry cost $1.3 billion in all", "The ferry cost $2.4 billion in all", "$1.3 billion", "$2.4 billion", ""},
		{"We can't be proud of the dam", "We can be proud of the dam", "can't", "can", "“can't be proud” lost its negation"},
		{"The crew said they would not", "The crew said they would", "not", "", "the negation “not” was left out"},
		{"The crew said they would", "The crew said they would not", "", "not", "the negation “not” was put in"},
	} {
		got := Compare(Quote{Text: c.from}, Quote{Text: c.to})
		if i := slices.IndexFunc(got.Diff, func(r Run) bool { return r.Op != Same }); i < 0 || got.Diff[i].A != c.gone || got.Diff[i].B != c.come {
			t.Errorf("%s: %v", c.to, got.Diff)
		}
		if c.negation != "" && !slices.ContainsFunc(got.Changes, func(x Change) bool { return x.Kind == Negation && x.Note == c.negation }) {
			t.Errorf("%s: %v", c.to, got.Changes)
		}
	}
	if got := Compare(Quote{Text: "The mine gave 519 bln tonnes last year"}, Quote{Text: "The mine gave 519 billion tonnes last year"}); len(got.Changes) > 0 {
		t.Errorf("the same number: %v", got.Changes)
	}
	if got := Compare(Quote{Text: "“I am confident of my innocence”"}, Quote{Text: "“I am confident of my guilt”"}); len(got.Changes) == 0 || got.Changes[0].Kind != Negation {
		t.Errorf("the opposite: %v", got.Changes)
	}
}
