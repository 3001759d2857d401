package score

import (
	"slices"
	"strings"
	"unicode"

	"quotidian/internal/gold"
)

// article is one article under comparison.
type article struct {
	doc        *gold.Document
	text       []rune
	quotes     []Found
	gold       []map[int]bool // the places where the words of each labelled quote begin
	found      []map[int]bool
	candidates []candidate // in the order of labelled, then found quotes
}

// candidate is a pair of a labelled and a found quote that share a word.
type candidate struct {
	gold, found int
	iou, recall float64
}

func newArticle(d *gold.Document, found []Found) *article {
	a := &article{doc: d, text: []rune(d.Text), quotes: found}
	for i := range d.Quotes {
		a.gold = append(a.gold, a.words(d.Quotes[i].Fragments()))
	}
	for i := range found {
		a.found = append(a.found, a.words(found[i].Content))
	}
	for i, g := range a.gold {
		for j, f := range a.found {
			if n := common(g, f); n > 0 {
				a.candidates = append(a.candidates, candidate{i, j, float64(n) / float64(len(g)+len(f)-n), float64(n) / float64(len(g))})
			}
		}
	}
	return a
}

// words gives the places where the words of spans begin: a measure that depends on no tokeniser.
func (a *article) words(spans [][2]int) map[int]bool {
	out := map[int]bool{}
	for _, s := range spans {
		inside := false
		for i := s[0]; i < s[1]; i++ {
			now := wordRune(a.text[i])
			if now && !inside {
				out[i] = true
			}
			inside = now
		}
	}
	return out
}

func wordRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// common counts what is in both.
func common(a, b map[int]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

func union(sets []map[int]bool) map[int]bool {
	all := map[int]bool{}
	for _, s := range sets {
		for k := range s {
			all[k] = true
		}
	}
	return all
}

// undecided counts the found quotes without a partner that touch a zone the annotators left open.
func (a *article) undecided(pairs map[int]int) int {
	paired := map[int]bool{}
	for _, j := range pairs {
		paired[j] = true
	}
	n := 0
	for j := range a.quotes {
		if !paired[j] && slices.ContainsFunc(a.quotes[j].Content, a.open) {
			n++
		}
	}
	return n
}

func (a *article) open(s [2]int) bool {
	return slices.ContainsFunc(a.doc.Ignore, func(z gold.Zone) bool { return z[0] < s[1] && s[0] < z[1] })
}

// edge are the characters that do not count at the ends of a span.
const edge = " \n\t\r\"\u201c\u201d\u201e\u00ab\u00bb'\u2018\u2019`,.;:!?\u2026-\u2013\u2014()[]"

// trim takes punctuation off both ends of a span.
func (a *article) trim(s [2]int) [2]int {
	for s[0] < s[1] && strings.ContainsRune(edge, a.text[s[0]]) {
		s[0]++
	}
	for s[1] > s[0] && strings.ContainsRune(edge, a.text[s[1]-1]) {
		s[1]--
	}
	return s
}

// equal counts the found quotes whose trimmed spans are those of a labelled one, each of these once.
func (a *article) equal() int {
	var left [][][2]int
	for i := range a.doc.Quotes {
		left = append(left, a.trimmed(a.doc.Quotes[i].Fragments()))
	}
	n := 0
	for i := range a.quotes {
		mine := a.trimmed(a.quotes[i].Content)
		at := slices.IndexFunc(left, func(s [][2]int) bool { return slices.Equal(s, mine) })
		if at >= 0 {
			left = slices.Delete(left, at, at+1)
			n++
		}
	}
	return n
}

func (a *article) trimmed(spans [][2]int) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		out[i] = a.trim(s)
	}
	return out
}

// sameName reports whether the words of one name are all in the other.
func sameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return both == len(x) || both == len(y)
}

func nameWords(s string) map[string]bool {
	kept := strings.Map(func(r rune) rune {
		if r == ' ' || wordRune(r) {
			return r
		}
		return -1
	}, strings.ToLower(s))
	out := map[string]bool{}
	for _, w := range strings.Fields(kept) {
		out[w] = true
	}
	return out
}
