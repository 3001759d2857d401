package names

import (
	"fmt"
	"io"

	"quotidian/matching/variant/likeness"
)

// prevalent are the sources whose names are scored all against each other.
var prevalent = []string{"everypolitician-2015", "ofac-sdn"}

// prevalence scores every pair of one source's names that candidate generation proposes, as a user meets them: a few
// thousand true ones among half a million. Two names are the same when their entity is one and their letters are
// related; a pair that was not proposed counts as scored 0. A pair is scored by the model that saw neither name.
func prevalence(w io.Writer, source string, pairs []Pair, forms []*likeness.Forms, models []*likeness.Model) {
	entries := pool(pairs, folds, func(p Pair) bool { return p.Source == source })
	found, missed := poolPairs(entries)
	var all []scored
	same := 0
	for _, q := range found {
		a, b := entries[q[0]], entries[q[1]]
		s := scored{same: a.entity == b.entity}
		if s.same && !related(a.parsed, b.parsed) {
			continue
		}
		if s.same {
			same++
		}
		s.p, _ = models[a.fold].Judge(forms[a.fold].Form(a.parsed), forms[a.fold].Form(b.parsed))
		all = append(all, s)
	}
	for range missed {
		all = append(all, scored{0, true})
	}
	fmt.Fprintf(w, "natural prevalence, %s: %d names, %.0f candidates a name, %.3f found; %v\n", source, len(entries),
		float64(len(found))/float64(len(entries)), float64(same)/float64(same+len(missed)), measure(all))
}
