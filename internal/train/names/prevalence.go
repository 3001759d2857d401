package names

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"quotidian/matching/variant/likeness"
	"quotidian/matching/variant/neighbour"
)

// prevalent are the sources whose names are scored all against each other.
var prevalent = []string{"everypolitician-2015", "ofac-sdn"}

// label says what is known of a pair of a pool. Two names of one entity whose letters are unrelated are neither
// counted nor learned from.
type label uint8

const (
	different label = iota
	same
	unrelated
)

// pooled is a pair of a pool by its places there, with the probability that names alone give.
type pooled struct {
	a, b  int32
	p     float64
	label label
}

// scoredPool is the names of one source, all against each other.
type scoredPool struct {
	source  string
	entries []entry
	pairs   []pooled // what candidate generation proposes, and the related pairs that it does not, at probability 0
	missed  int      // the number of those
	glances []glanced
}

// scorePool scores every pair of one source's names that candidate generation proposes, as a user meets them: a few
// thousand true ones among half a million. A pair is scored by the model that saw neither name.
func scorePool(source string, pairs []Pair, forms []*likeness.Forms, models []*likeness.Model) *scoredPool {
	entries := pool(pairs, folds, func(p Pair) bool { return p.Source == source })
	found, missed := poolPairs(entries, func(a, i, b, j int) bool {
		f := forms[entries[a].fold]
		return f.Partners(f.Form(entries[a].parsed).Word(i), f.Form(entries[b].parsed).Word(j))
	})
	s := &scoredPool{source: source, entries: entries, missed: len(missed)}
	for _, q := range found {
		a, b := entries[q[0]], entries[q[1]]
		x := pooled{a: int32(q[0]), b: int32(q[1])}
		switch {
		case a.entity != b.entity:
		case related(a.parsed, b.parsed):
			x.label = same
		default:
			x.label = unrelated
		}
		f, g := forms[a.fold].Form(a.parsed), forms[a.fold].Form(b.parsed)
		x.p, _ = models[a.fold].Judge(f, g)
		if sees, ok := forms[a.fold].Glimpse(f, g); ok {
			p, _ := forms[a.fold].Judge(f, g)
			s.glances = append(s.glances, glanced{len(s.pairs), sees, p})
		}
		s.pairs = append(s.pairs, x)
	}
	for _, q := range missed {
		s.pairs = append(s.pairs, pooled{int32(q[0]), int32(q[1]), 0, same})
	}
	return s
}

// report prints what the probabilities of a pool are worth, pair by pair, by tenths of the scale, and in clusters.
func (s *scoredPool) report(w io.Writer, what string) {
	var all []scored
	relatedPairs := 0
	for _, x := range s.pairs {
		if x.label != unrelated {
			all = append(all, scored{x.p, x.label == same})
		}
		if x.label == same {
			relatedPairs++
		}
	}
	fmt.Fprintf(w, "natural prevalence, %s, %s: %d names, %.0f candidates a name, %.3f found; %v\n", s.source, what, len(s.entries),
		float64(len(s.pairs)-s.missed)/float64(len(s.entries)), 1-float64(s.missed)/float64(relatedPairs), measure(all))
	reportTenths(w, "  "+s.source, all)
	p, r := s.inClusters()
	fmt.Fprintf(w, "  in clusters: P %.3f R %.3f F1 %.4f\n", p, r, 2*p*r/(p+r))
}

// graph is the graph of the pool's names.
func (s *scoredPool) graph() *neighbour.Graph {
	var edges []neighbour.Pair
	for _, x := range s.pairs {
		if x.p >= neighbour.Least {
			edges = append(edges, neighbour.Pair{A: x.a, B: x.b, P: x.p})
		}
	}
	return neighbour.New(len(s.entries), edges)
}

// leastLinkage is the average probability between the members of two clusters from which the measure merges them: as
// if a person agreed to whatever is likelier than not.
const leastLinkage = 0.5

// inClusters counts the pairs that stand in one cluster when clusters grow by the best pair first while their members
// resemble each other on average, as matching/variant grows them.
func (s *scoredPool) inClusters() (precision, recall float64) {
	cluster, members := s.clusters()
	total, right, wrong := 0, 0, 0
	for _, x := range s.pairs {
		if x.label == same {
			total++
			if cluster[x.a] == cluster[x.b] {
				right++
			}
		}
	}
	for _, m := range members {
		for i, a := range m {
			for _, b := range m[:i] {
				if s.entries[a].entity != s.entries[b].entity {
					wrong++
				}
			}
		}
	}
	return float64(right) / float64(max(1, right+wrong)), float64(right) / float64(max(1, total))
}

// clusters gives the cluster of every name and the names of every cluster.
func (s *scoredPool) clusters() (cluster []int32, members [][]int32) {
	p := map[[2]int32]float64{}
	var edges []pooled
	for _, x := range s.pairs {
		if x.p >= neighbour.Least {
			p[[2]int32{x.a, x.b}] = x.p
		}
		if x.p >= leastLinkage {
			edges = append(edges, x)
		}
	}
	slices.SortStableFunc(edges, func(x, y pooled) int { return cmp.Compare(y.p, x.p) })
	for i := range s.entries {
		cluster, members = append(cluster, int32(i)), append(members, []int32{int32(i)})
	}
	for _, e := range edges {
		a, b := cluster[e.a], cluster[e.b]
		if a == b || average(p, members[a], members[b]) < leastLinkage {
			continue
		}
		for _, x := range members[b] {
			cluster[x] = a
		}
		members[a], members[b] = append(members[a], members[b]...), nil
	}
	return cluster, members
}

func average(p map[[2]int32]float64, as, bs []int32) float64 {
	sum := 0.0
	for _, a := range as {
		for _, b := range bs {
			sum += p[[2]int32{min(a, b), max(a, b)}]
		}
	}
	return sum / float64(len(as)*len(bs))
}
