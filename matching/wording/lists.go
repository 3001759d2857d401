package wording

import (
	"strings"
	"sync"

	"quotidian/assets/lexicon"
	"quotidian/matching/wording/canon"
)

// verbs are the lists of verbs that show who did what to whom, by key.
type verbs struct {
	// left and right hold, for a verb, the rows of the converse list on whose side it stands.
	left, right map[uint64][]int
	transfer    map[uint64]bool
}

var loadVerbs = sync.OnceValue(func() *verbs {
	v := &verbs{left: map[uint64][]int{}, right: map[uint64][]int{}, transfer: map[uint64]bool{}}
	for row, f := range lexicon.Lines("en/converse-verbs.tsv") {
		for _, w := range strings.Fields(f[0]) {
			v.left[keyOf(w)] = append(v.left[keyOf(w)], row)
		}
		for _, w := range strings.Fields(f[1]) {
			v.right[keyOf(w)] = append(v.right[keyOf(w)], row)
		}
	}
	for w := range lexicon.Set("en/transfer-verbs.tsv") {
		v.transfer[keyOf(w)] = true
	}
	return v
})

func keyOf(word string) uint64 {
	var s canon.Scanner
	return s.Scan(nil, word, nil)[0].Key
}

// converse reports whether two verbs tell one event from its two sides.
func (v *verbs) converse(a, b uint64) bool {
	return meet(v.left[a], v.right[b]) || meet(v.right[a], v.left[b])
}

func meet(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
