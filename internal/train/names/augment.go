package names

import (
	"slices"

	"quotidian/attribution/name"
)

// Weights of the rows that are added to the labelled pairs, against 1 for those.
const (
	aliasWeight = 0.5 // two names of one entity that the labelled pairs do not hold
	rivalWeight = 0.4 // two names of two entities that share a key, at the frequency a user meets
)

// Rivals of which less than hardRival is contained in each other teach little: every so many-th of them is kept.
const (
	hardRival  = 0.55
	rivalShare = 40
)

// sample is an added pair.
type sample struct {
	a, b   name.Name
	fold   [2]int
	same   bool
	weight float64
}

// sources whose entities are listed once: pools of them hold true negatives.
var listedOnce = []string{"everypolitician-2015", "ofac-sdn", "un-sc"}

// poolSamples gives the alias pairs and a share of the rival pairs of every source.
func poolSamples(pairs []Pair) []sample {
	var out []sample
	for _, source := range append([]string{"petrarch-phoenix"}, listedOnce...) {
		entries := pool(pairs, folds, func(p Pair) bool { return p.Source == source })
		found, missed := poolPairs(entries, anyWords)
		for _, q := range slices.Concat(found, missed) {
			a, b := entries[q[0]], entries[q[1]]
			s := sample{a.parsed, b.parsed, [2]int{a.fold, b.fold}, a.entity == b.entity, aliasWeight}
			if s.same && !related(a.parsed, b.parsed) {
				continue
			}
			if !s.same {
				if !slices.Contains(listedOnce, source) {
					continue
				}
				s.weight = rivalWeight
			}
			out = append(out, s)
		}
	}
	return out
}

// anyWords lets any two words of one skeleton be partners: rows from pairs that the program never compares teach how little
// a likeness of skeletons says. Without them F1 of the sanctions lists is .002 lower.
func anyWords(_, _, _, _ int) bool { return true }
