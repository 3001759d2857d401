// Package copies finds articles that print the same text: one story under several headlines, an agency's copy that an
// outlet trimmed or edited lightly. They stay articles of their own; but where a count means independent reports, a
// group of them is one.
//
// Two texts are compared by their runs of five words (w-shingling, Broder 1997), of which a quarter is kept: those
// whose hash divides by four, so that the same runs are kept of every text and the share of one text in another can be
// estimated. What counts is the share of the shorter in the longer, for trimming is the commonest edit.
package copies

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

const (
	run  = 5 // words
	kept = 4 // one run of so many is kept
	// same is the share of the shorter text's runs that the other must have. Reports of one event that quote the same
	// long statement stay under .3; wire copies with a new opening and an inserted paragraph are over .6.
	same = 0.5
	// fewest kept runs make a text comparable: some 40 words.
	fewest = 8
	// commonplace runs stand in so many texts that they say nothing: the standing lines of an outlet.
	commonplace = 200
)

// Groups gives the groups of two and more texts that are copies of each other, as indices in rising order; the groups
// in the order of their first members. The order of the texts does not change who is in a group.
func Groups(texts []string) [][]int {
	sketches := make([]Sketch, len(texts))
	for i, t := range texts {
		sketches[i] = NewSketch(t)
	}
	return GroupSketches(sketches)
}

// GroupSketches is Groups of texts that were sketched before.
func GroupSketches(sketches []Sketch) [][]int {
	holders := map[uint64][]int{}
	for i := range sketches {
		if len(sketches[i]) < fewest {
			continue
		}
		for _, h := range sketches[i] {
			holders[h] = append(holders[h], i)
		}
	}
	shared := map[[2]int]int{}
	for _, in := range holders {
		if len(in) > commonplace {
			continue
		}
		for i, a := range in {
			for _, b := range in[i+1:] {
				shared[[2]int{a, b}]++
			}
		}
	}
	roots := newForest(len(sketches))
	for pair, n := range shared {
		if float64(n) >= same*float64(min(len(sketches[pair[0]]), len(sketches[pair[1]]))) {
			roots.join(pair[0], pair[1])
		}
	}
	return roots.groups()
}

// Likeness is the share of the runs of the shorter text that the other has too, as far as those kept tell it: 1 for the same
// words, 0 for nothing in common. Standing lines count here as all others do.
func Likeness(a, b Sketch) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return float64(shared) / float64(min(len(a), len(b)))
}

// Sketch is the kept runs of a text, each once.
type Sketch []uint64

// NewSketch reads a text, or the parts of one that are to count; no run goes from one part into the next.
func NewSketch(parts ...string) Sketch {
	var out Sketch
	for _, part := range parts {
		words := strings.FieldsFunc(strings.ToLower(part), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		for i := 0; i+run <= len(words); i++ {
			if h := hash(words[i : i+run]); h%kept == 0 {
				out = append(out, h)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// hash is FNV-1a with the last step of MurmurHash3, for the lowest bits of FNV alone are not even. It is the same on
// every computer, so that the groups are.
func hash(words []string) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		for _, c := range []byte(w + " ") {
			h = (h ^ uint64(c)) * 1099511628211
		}
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	return h ^ h>>33
}

// forest joins items into groups; the root of each is its smallest member.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

func (f forest) root(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) join(a, b int) {
	a, b = f.root(a), f.root(b)
	f[max(a, b)] = min(a, b)
}

func (f forest) groups() [][]int {
	by := map[int][]int{}
	for i := range f {
		by[f.root(i)] = append(by[f.root(i)], i)
	}
	var out [][]int
	for _, g := range by {
		if len(g) > 1 {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return out
}
