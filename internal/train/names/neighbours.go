package names

import (
	"fmt"
	"io"
	"slices"

	"quotidian/internal/train/boost"
	"quotidian/matching/variant"
	"quotidian/matching/variant/forest"
	"quotidian/matching/variant/neighbour"
)

var neighbourConfig = boost.Config{Rounds: 150, Rate: 0.07, MinRows: 25, MinWeight: 1, Ridge: 3, RowShare: 0.8, FeatureShare: 0.6}

// thinnings are the shares of entities, and of names, that thinned pools keep: a dossier holds a dozen names or
// thousands, and of most people one spelling or two.
var thinnings = []struct{ entities, names float64 }{
	{.5, 1},
	{.25, 1},
	{1, .6},
	{1, .8},
	{.5, .6},
	{.1, 1},
	{.1, 1},
	{.1, 1},
	{.1, 1},
	{.03, 1},
	{.03, 1},
	{.03, 1},
	{.03, 1},
}

// reported is how many of the thinnings are reported on.
const reported = 3

// thinnedWeight is what a row of a thinned pool counts against one of a whole pool: it says much the same again.
const thinnedWeight = 0.3

// thinned keeps shares of the entities and of the names of a pool, others for every salt.
func (s *scoredPool) thinned(salt string, entities, names float64) *scoredPool {
	const parts = 1 << 16
	out := &scoredPool{source: fmt.Sprintf("%s (%g of the entities, %g of the names)", s.source, entities, names)}
	place := make([]int32, len(s.entries))
	for i, e := range s.entries {
		place[i] = -1
		if bucket(salt+e.entity, parts) < int(entities*parts) && bucket(salt+" "+e.name, parts) < int(names*parts) {
			place[i] = int32(len(out.entries))
			out.entries = append(out.entries, e)
		}
	}
	for _, x := range s.pairs {
		if a, b := place[x.a], place[x.b]; a >= 0 && b >= 0 {
			out.pairs = append(out.pairs, pooled{a, b, x.p, x.label})
			if x.p == 0 {
				out.missed++
			}
		}
	}
	return out
}

// neighbourRows computes the features of the edges of pools, and their folds.
func neighbourRows(pools []*scoredPool, weight float64) (rows boost.Rows, fold [][2]int) {
	for _, s := range pools {
		g := s.graph()
		for _, x := range s.pairs {
			if x.p < neighbour.Least || x.label == unrelated {
				continue
			}
			v := g.Vector(x.a, x.b)
			rows.X, rows.Y, rows.W = append(rows.X, v[:]), append(rows.Y, x.label == same), append(rows.W, weight)
			fold = append(fold, [2]int{s.entries[x.a].fold, s.entries[x.b].fold})
		}
	}
	return rows, fold
}

// trainNeighbours learns what the other names of a pool say about a pair, and reports what that is worth, in met too.
func trainNeighbours(pools, met []*scoredPool, w io.Writer) *neighbour.Model {
	var thin []*scoredPool
	for i, t := range thinnings {
		for _, s := range pools {
			thin = append(thin, s.thinned(fmt.Sprint(i), t.entities, t.names))
		}
	}
	rows, fold := neighbourRows(pools, 1)
	whole := len(rows.X)
	more, moreFold := neighbourRows(thin, thinnedWeight)
	rows.X, rows.Y, rows.W = append(rows.X, more.X...), append(rows.Y, more.Y...), append(rows.W, more.W...)
	fold = append(fold, moreFold...)
	forests := crossForests(rows, fold, neighbourConfig)
	curve := boost.Calibrate(crossScores(forests, rows, fold, whole), rows.Y[:whole])
	for _, s := range slices.Concat(pools, met, thin[:reported*len(pools)]) {
		s.report(w, "names alone")
		s.amongNeighbours(forests, curve).report(w, "with their neighbours")
	}
	return &neighbour.Model{Forest: boost.Train(rows, neighbourConfig), Curve: curve}
}

// amongNeighbours gives the pool as the program scores it, every pair by the forest that saw neither name.
func (s *scoredPool) amongNeighbours(forests []*forest.Forest, curve *forest.Curve) *scoredPool {
	g := s.graph()
	out := *s
	out.pairs = nil
	for _, x := range s.pairs {
		if x.p >= neighbour.Least {
			v := g.Vector(x.a, x.b)
			m := neighbour.Model{Forest: forests[s.entries[x.a].fold], Curve: curve}
			x.p = variant.AmongNames(x.p, m.P(&v))
		}
		out.pairs = append(out.pairs, x)
	}
	return &out
}
