package names

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"slices"

	"quotidian/matching/variant/organisation"
)

// The learning of the kind model: passes over the names, step size, and the pull to zero.
const (
	kindPasses = 8
	kindStep   = 0.1
	kindPull   = 1e-5
)

// named is a name with what it names.
type named struct {
	name string
	body bool
	fold int
}

// trainKind learns to tell organisations from persons by the names of both kinds of pairs.
func trainKind(persons, bodies []Pair, w io.Writer) *organisation.Kind {
	names := append(distinctNames(persons, false), distinctNames(bodies, true)...)
	slices.SortFunc(names, func(a, b named) int {
		return cmp.Or(cmp.Compare(order(a.name), order(b.name)), cmp.Compare(a.name, b.name))
	})
	right, all := 0, 0
	for k := range folds {
		m := learnKind(names, func(n named) bool { return n.fold != k })
		for _, n := range names {
			if n.fold == k {
				all++
				if (m.Odds(n.name) > 0) == n.body {
					right++
				}
			}
		}
	}
	fmt.Fprintf(w, "person or organisation: %d of %d names right (%.4f)\n", right, all, float64(right)/float64(all))
	return learnKind(names, func(named) bool { return true })
}

func distinctNames(pairs []Pair, body bool) []named {
	fold := Folds(pairs, folds)
	seen := map[string]bool{}
	var out []named
	for i, p := range pairs {
		for side, s := range []string{p.A, p.B} {
			if !seen[s] {
				seen[s] = true
				out = append(out, named{s, body, fold[i][side]})
			}
		}
	}
	return out
}

// order shuffles names the same way every time.
func order(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// learnKind descends along the logistic loss, one name at a time, both kinds weighed alike.
func learnKind(names []named, keep func(named) bool) *organisation.Kind {
	var features [][]uint32
	var answers []float64
	bodies := 0
	for _, n := range names {
		if keep(n) {
			features = append(features, organisation.KindFeatures(n.name))
			answers = append(answers, 0)
			if n.body {
				answers[len(answers)-1] = 1
				bodies++
			}
		}
	}
	share := float64(bodies) / float64(len(answers))
	weights := make([]float64, organisation.KindSize)
	for pass := range kindPasses {
		step := kindStep / float64(1+pass)
		for i, fs := range features {
			sum := 0.0
			for _, f := range fs {
				sum += weights[f]
			}
			miss := answers[i] - 1/(1+math.Exp(-sum))
			if answers[i] == 1 {
				miss *= (1 - share) / share
			}
			for _, f := range fs {
				weights[f] += step * (miss - kindPull*weights[f])
			}
		}
	}
	k := &organisation.Kind{Weights: make([]float32, len(weights))}
	for i, v := range weights {
		k.Weights[i] = float32(v)
	}
	return k
}
