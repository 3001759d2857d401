package wording

import (
	"math"
	"strings"

	"quotidian/matching/wording/pair"
)

// fractions are the names of parts, with how many make a whole.
var fractions = map[string]float64{
	"fourth": 4,
	"half":   2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}

// readShare reads "two thirds", "a quarter of", "half", "one in three", "40 percent".
func readShare(t *pair.Text, i int) (amount, bool) {
	v, end := 0.0, i
	switch w, then, n := word(t, i), word(t, i+1), numeral(t, i); {
	case w == "one":
		v, end = partOf(t, 1, i+1)
	case !math.IsNaN(n):
		v, end = partOf(t, n, i+1)
	case w == "half" && scaled(t, i+1) == 0 && (then != "a" || scaled(t, i+2) == 0) && !ordered(word(t, i-1)):
		v, end = 0.5, i+1
	case w == "every" && fractions[then] > 2:
		v, end = 1/fractions[then], i+2
	case w == "a" && fractions[then] > 0 && word(t, i+2) == "of":
		v, end = 1/fractions[then], i+2
	}
	return amount{phrase: phrase{end: end}, kind: shared, value: v}, v > 0
}

// partOf gives the share that the words from i on make of a number before them, and where it ends; 0 for none.
func partOf(t *pair.Text, n float64, i int) (v float64, end int) {
	then, after := word(t, i), word(t, i+1)
	switch of := fractions[strings.TrimSuffix(then, "s")]; {
	case of > n && (n == 1 || strings.HasSuffix(then, "s")):
		return n / of, i + 1
	case then == "percent" || then == "%":
		return n / 100, i + 1
	case then == "per" && strings.HasPrefix(after, "cent"):
		return n / 100, i + 2
	case then == "in" && ratio(t, n, i+1):
		return n / t.Words[i+1].Value, i + 2
	case then == "out" && after == "of" && ratio(t, n, i+2):
		return n / t.Words[i+2].Value, i + 3
	}
	return 0, i
}

// ratio reports whether n and the number at word i make a share: "one in three".
func ratio(t *pair.Text, n float64, i int) bool {
	const small, whole = 10, 100
	return i < len(t.Words) && t.Words[i].Number() && n < small && n < t.Words[i].Value && t.Words[i].Value <= whole
}

// ordered reports whether a half behind a word is one of two and no share: "the second half".
func ordered(before string) bool {
	switch before {
	case "first", "second", "other", "last", "and", "latter", "former":
		return true
	}
	return false
}
