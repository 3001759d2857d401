package wording

import (
	"cmp"
	"strings"
	"sync"

	"quotidian/assets/lexicon"
	"quotidian/matching/wording/canon"
)

// lists are the words that show who did what to whom, by key.
type lists struct {
	// left and right hold, for a verb, the rows of the converse list on whose side it stands.
	left, right map[uint64][]int
	// good and bad hold, for a word, the rows of the list of opposites on whose side it stands.
	good, bad map[uint64][]int
	// transfer holds verbs after which "to" names a recipient, party nouns for those who can act.
	transfer, party map[uint64]bool
	// measure holds words after a number that only measure.
	measure map[uint64]bool
	// alternatives holds words that exclude others of their kind.
	alternatives map[uint64]alternative
	// hedging holds phrases that hedge, in small letters, and whether they are the speaker's own "I think"; hedgeHeads their
	// first words.
	hedging, hedgeHeads map[string]bool
	// places leads from the name of a country, of a city in it or of its people to the country; names of several words are
	// left out.
	places map[uint64]uint64
	// lands are the words for a country that is not named.
	lands map[uint64]bool
	// prefixed holds words that only look like the negation of another.
	prefixed map[uint64]bool
	// parties holds, for a noun, the rows of en/same-party.tsv on which it stands.
	parties map[uint64][]int
	// particled holds verbs to which an "over" behind them belongs.
	particled map[uint64]bool
}

// alternative is a meaning of a kind: those of one kind exclude each other.
type alternative struct{ kind, which uint8 }

var loadLists = sync.OnceValue(func() *lists {
	var scan canon.Scanner
	keyOf := func(word string) uint64 { return scan.Scan(nil, word, nil)[0].Key }
	keySet := func(file string) map[uint64]bool {
		out := map[uint64]bool{}
		for w := range lexicon.Set(file) {
			out[keyOf(w)] = true
		}
		return out
	}
	v := &lists{transfer: keySet("en/transfer-verbs.tsv"), party: keySet("en/party-nouns.tsv"), measure: keySet("en/measures.tsv")}
	v.prefixed = keySet("en/prefixed.tsv")
	v.hedging, v.hedgeHeads = map[string]bool{}, map[string]bool{}
	for _, f := range lexicon.Lines("en/hedges.tsv") {
		head, _, _ := strings.Cut(f[0], " ")
		v.hedging[f[0]], v.hedgeHeads[head] = len(f) > 1, true
	}
	v.places = map[uint64]uint64{}
	for _, f := range lexicon.Lines("common/places.tsv") {
		if country := cmp.Or(f[2], f[0]); !strings.Contains(f[0], " ") {
			v.places[keyOf(f[0])] = canon.HashString(country)
		}
	}
	for _, f := range lexicon.Lines("en/demonyms.tsv") {
		if len(f) > 1 && f[1] != "" && !strings.Contains(f[0], " ") { // by "American Samoan" no American is one
			v.places[keyOf(f[0])] = canon.HashString(f[1])
		}
	}
	v.lands = map[uint64]bool{keyOf("country"): true, keyOf("nation"): true, keyOf("state"): true, keyOf("republic"): true}
	v.alternatives = alternatives(keyOf)
	v.particled = map[uint64]bool{keyOf("hand"): true, keyOf("turn"): true, keyOf("take"): true}
	sides := func(file string) (left, right map[uint64][]int) {
		left, right = map[uint64][]int{}, map[uint64][]int{}
		for row, f := range lexicon.Lines(file) {
			for _, w := range strings.Fields(f[0]) {
				left[keyOf(w)] = append(left[keyOf(w)], row)
			}
			for _, w := range strings.Fields(f[1]) {
				right[keyOf(w)] = append(right[keyOf(w)], row)
			}
		}
		return left, right
	}
	v.parties = map[uint64][]int{}
	for row, f := range lexicon.Lines("en/same-party.tsv") {
		for _, w := range strings.Fields(f[0]) {
			v.parties[keyOf(w)] = append(v.parties[keyOf(w)], row)
		}
	}
	v.left, v.right = sides("en/converse-verbs.tsv")
	v.good, v.bad = sides("en/opposites.tsv")
	return v
})

// alternatives reads the list of words that exclude each other, each line a meaning; the lines of a kind stand together.
func alternatives(keyOf func(word string) uint64) map[uint64]alternative {
	out := map[uint64]alternative{}
	var at alternative
	last := ""
	for row, f := range lexicon.Lines("en/alternatives.tsv") {
		switch {
		case row > 0 && f[0] == last:
			at.which++
		case row > 0:
			at = alternative{kind: at.kind + 1}
		}
		last = f[0]
		for _, w := range strings.Fields(f[1]) {
			out[keyOf(w)] = at
		}
	}
	return out
}

// exclude reports whether two words are of one kind and mean another of it: soldiers and civilians.
func (v *lists) exclude(a, b uint64) bool {
	x, ok := v.alternatives[a]
	y, found := v.alternatives[b]
	return ok && found && x.kind == y.kind && x.which != y.which
}

// opposed reports whether two words say the opposite of each other.
func (v *lists) opposed(a, b uint64) bool {
	return meet(v.good[a], v.bad[b]) || meet(v.bad[a], v.good[b])
}

// converse reports whether two verbs tell one event from its two sides.
func (v *lists) converse(a, b uint64) bool {
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
