package names

import (
	"fmt"
	"io"
	"slices"

	"quotidian/internal/train/boost"
	"quotidian/matching/variant"
	"quotidian/matching/variant/forest"
	"quotidian/matching/variant/likeness"
)

var worthConfig = boost.Config{Rounds: 48, Rate: 0.2, MinRows: 25, MinWeight: 1, Ridge: 3, RowShare: 0.8, FeatureShare: 0.6}

// lostShare is the share of the pairs likelier than not that may score too little at a glance, and floorMargin how far floors lie
// below the sums of all other such pairs, in log-odds: pairs that come later are not the same.
const (
	lostShare   = 0.001
	floorMargin = 0.7
)

// glanced is a pair of a pool as the program meets it: what it sees at a glance, and the probability of names that it finds
// worth comparing.
type glanced struct {
	at   int // index into the pairs of the pool
	sees likeness.Glimpse
	p    float64
}

// worthRows are the pairs that a glance decides on: those that come to more than nothing, and those that do not.
func worthRows(pools []*scoredPool) (rows boost.Rows, fold [][2]int, p []float64) {
	for _, s := range pools {
		for _, g := range s.glances {
			x := s.pairs[g.at]
			rows.X, rows.Y, rows.W = append(rows.X, g.sees[:]), append(rows.Y, g.p >= variant.Dim), append(rows.W, 1)
			fold = append(fold, [2]int{s.entries[x.a].fold, s.entries[x.b].fold})
			p = append(p, g.p)
		}
	}
	return rows, fold, p
}

// trainWorth learns which pairs are worth comparing. It also gives the pools as the program compares their names: the pairs that
// a glance loses have the probability 0, each by the cascade that saw neither name.
func trainWorth(pools []*scoredPool, w io.Writer) (*forest.Cascade, []*scoredPool) {
	rows, fold, p := worthRows(pools)
	forests := crossForests(rows, fold, worthConfig)
	least := leastWorth(crossScores(forests, rows, fold, len(p)), p)
	likely := func(i int) bool { return p[i] >= variant.Review }
	var cross []*forest.Cascade
	for k, f := range forests {
		cross = append(cross, cascade(f, least, rows, func(i int) bool { return likely(i) && fold[i][0] != k && fold[i][1] != k }))
	}
	pass := make([]bool, len(p))
	for _, n := range many {
		for i, x := range rows.X {
			pass[i] = cross[fold[i][0]].Passes(x, variant.LeastWorth(n))
		}
		reportWorth(w, n, pass, p)
	}
	var out []*scoredPool
	for _, s := range pools {
		out = append(out, s.worthwhile(pass[:len(s.glances)]))
		pass = pass[len(s.glances):]
	}
	return cascade(boost.Train(rows, worthConfig), least, rows, likely), out
}

// many are the numbers of names for which is reported what a glance loses, the one that pools stand for last.
var many = []int{1_000_000, 100_000, 10_000}

// reportWorth prints how many pairs are worth comparing among n names, and how many are lost of those likelier than not and of those that come
// to anything.
func reportWorth(w io.Writer, n int, pass []bool, p []float64) {
	kept := 0
	var lost, all [2]int
	for i, ok := range pass {
		if ok {
			kept++
		}
		for k, least := range [2]float64{variant.Review, variant.Dim} {
			if p[i] >= least {
				all[k]++
				if !ok {
					lost[k]++
				}
			}
		}
	}
	fmt.Fprintf(w, "worth comparing by a glance, among %d names: %d of %d pairs; lost %d of %d at %g or above, %d of %d at %g\n",
		n, kept, len(p), lost[0], all[0], variant.Review, lost[1], all[1], variant.Dim)
}

// worthwhile gives the pool as the program compares its names, given which of its glances pass.
func (s *scoredPool) worthwhile(pass []bool) *scoredPool {
	out := *s
	out.source += " (by a glance first)"
	out.pairs = slices.Clone(s.pairs)
	for i, g := range s.glances {
		out.pairs[g.at].p = 0
		if pass[i] {
			out.pairs[g.at].p = g.p
		}
	}
	return &out
}

// leastWorth is the score from which pairs are worth comparing.
func leastWorth(scores []float32, p []float64) float32 {
	var likely []float32
	for i, s := range scores {
		if p[i] >= variant.Review {
			likely = append(likely, s)
		}
	}
	slices.Sort(likely)
	return likely[int(lostShare*float64(len(likely)))]
}

// cascade makes the cascade that passes scores of at least least. Its floors lie below the sums of all rows that count and pass.
func cascade(f *forest.Forest, least float32, rows boost.Rows, counts func(i int) bool) *forest.Cascade {
	c := &forest.Cascade{Forest: forest.Forest{Base: f.Base - least, Trees: f.Trees}}
	for i, x := range rows.X {
		if !counts(i) {
			continue
		}
		sums := c.Sums(nil, x)
		last := len(sums) - 1
		if sums[last] < 0 {
			continue
		}
		if c.Floors == nil {
			c.Floors = slices.Clone(sums[:last])
		}
		for k := range c.Floors {
			c.Floors[k] = min(c.Floors[k], sums[k]-floorMargin)
		}
	}
	return c
}
