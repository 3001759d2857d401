// Package find is the searching of the window: words in long lists, and names by a few letters.
//
// [Words] is for everything a person reads: every word must occur, in any order, folded (case, diacritics). It
// is a plain scan, three to five milliseconds over a hundred thousand rows, and a query that only grew looks
// through the earlier hits alone. [Names] is for jumping to a speaker, an outlet or a command by letters in
// order; it is no search for spelling variants, those are joined by the room matching.
package find

import (
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"

	"quotidian/attribution/name"
)

// Index holds the folded texts of rows.
type Index struct {
	texts []string
	last  []string // the words of the last query
	hits  []bool   // its answer
	count int
}

// NewIndex folds n rows; each may give several texts.
func NewIndex(n int, texts func(i int) []string) *Index {
	x := &Index{texts: make([]string, n), hits: make([]bool, n), count: n}
	for i := range n {
		x.texts[i] = name.Fold(strings.Join(texts(i), "\n"))
		x.hits[i] = true
	}
	return x
}

// Words cuts a query into folded words.
func Words(query string) []string { return strings.Fields(name.Fold(query)) }

// Search gives, per row, whether every word of the query occurs in it, and how many rows that is. The slice is
// the index's own and good until the next Search.
func (x *Index) Search(query string) (hits []bool, count int) {
	words := Words(query)
	if slices.Equal(words, x.last) {
		return x.hits, x.count
	}
	narrower := narrows(x.last, words)
	x.count = 0
	for i, text := range x.texts {
		x.hits[i] = (x.hits[i] || !narrower) && holds(text, words)
		if x.hits[i] {
			x.count++
		}
	}
	x.last = words
	return x.hits, x.count
}

// narrows reports whether every row that holds new also holds old: each old word is part of a new one.
func narrows(old, words []string) bool {
	for _, o := range old {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(w, o) }) {
			return false
		}
	}
	return true
}

func holds(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// Begun makes a query ready for short texts such as names: each word of it must begin a word of the text, in any order, folded.
func Begun(query string) func(text string) bool {
	words := Words(query)
	return func(text string) bool {
		text = " " + name.Fold(text)
		for _, w := range words {
			if !strings.Contains(text, " "+w) {
				return false
			}
		}
		return true
	}
}

// longestPattern keeps sahilm/fuzzy v0.1.3 out of its trap: its bonus for adjacent letters triples with each
// letter and overflows at forty, after which an exact match ranks below a broken one.
const longestPattern = 32

// Names gives the indexes of the names that hold the pattern's letters in order, best first: the name that is the pattern, then
// those with a word that begins with it, those that hold it elsewhere, and all others. Of one rank the order is that in which
// they came. An empty pattern gives every name in order.
func Names(pattern string, names []string) []int {
	hits, scattered := Hits(pattern, names)
	return append(hits, scattered...)
}

// Hits is [Names] for a choice that settles something: hits are the names that hold what was typed, scattered those that have
// its letters here and there, which is a guess. AFP is no hit in Ahmed Fahmy Pasha.
func Hits(pattern string, names []string) (hits, scattered []int) {
	p := typed(pattern)
	by, folded := ranked(p, names)
	return slices.Concat(by[:scatter]...), scatteredIn(p, folded, by[scatter])
}

// Held gives the hits of [Hits] alone, and does not look for letters here and there.
func Held(pattern string, names []string) []int {
	by, _ := ranked(typed(pattern), names)
	return slices.Concat(by[:scatter]...)
}

// typed is a pattern as it is compared.
func typed(pattern string) string { return strings.TrimSpace(name.Fold(pattern)) }

// The ranks of a name: it is the pattern, a word of it begins with that, it holds that within a word, or its words in any order,
// or only its letters in order.
const (
	exact = iota
	begun
	held
	scatter
)

// ranked gives the names of each rank, and all names folded. Without a pattern all are of the first.
func ranked(p string, names []string) (by [scatter + 1][]int, folded []string) {
	folded = make([]string, len(names))
	words := strings.Fields(p)
	for i, n := range names {
		folded[i] = name.Fold(n)
		rank := exact
		if p != "" {
			rank = rankOf(p, words, folded[i])
		}
		by[rank] = append(by[rank], i)
	}
	return by, folded
}

// scatteredIn gives those of some names that have the letters of a pattern in order, best first.
func scatteredIn(p string, folded []string, among []int) []int {
	short := []rune(strings.ReplaceAll(p, " ", ""))
	rest := make([]string, len(among))
	for i, at := range among {
		rest[i] = folded[at]
	}
	var best []int
	for _, m := range fuzzy.Find(string(short[:min(len(short), longestPattern)]), rest) {
		best = append(best, among[m.Index])
	}
	return best
}

// rankOf is the rank of a folded name for a pattern of these words.
func rankOf(p string, words []string, n string) int {
	switch {
	case n == p:
		return exact
	case strings.HasPrefix(n, p), strings.Contains(n, " "+p):
		return begun
	case holds(n, words):
		return held
	default:
		return scatter
	}
}
