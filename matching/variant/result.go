package variant

import (
	"cmp"
	"slices"

	"quotidian/matching/variant/organisation"
)

// result reads clusters, joins and proposals off the joiner.
func (j *joiner) result(edges []edge) Result {
	var r Result
	index := make([]int, len(j.members))
	order := j.clusterOrder()
	for _, c := range order {
		index[c] = len(r.Clusters)
		r.Clusters = append(r.Clusters, j.describe(c))
	}
	r.Joins = j.joins
	for i := range r.Joins {
		l := &r.Joins[i]
		k, _ := j.find(l.IDA)
		l.ClusterA = index[j.cluster[k]]
		l.ClusterB = l.ClusterA
	}
	r.Proposals = j.proposals(edges, index)
	slices.SortStableFunc(r.Joins, byScore)
	return r
}

func byScore(a, b Link) int {
	return cmp.Or(cmp.Compare(b.Score.P, a.Score.P), cmp.Compare(a.IDA, b.IDA), cmp.Compare(a.IDB, b.IDB))
}

// clusterOrder lists the living clusters by their first mention.
func (j *joiner) clusterOrder() []int32 {
	var out []int32
	first := make([]int, len(j.members))
	for c, members := range j.members {
		if members == nil {
			continue
		}
		first[c] = len(j.mentions)
		for _, k := range members {
			first[c] = min(first[c], j.nodes[k].mentions[0])
		}
		out = append(out, int32(c))
	}
	slices.SortFunc(out, func(a, b int32) int { return cmp.Compare(first[a], first[b]) })
	return out
}

// describe gives a cluster its name and members.
func (j *joiner) describe(c int32) Cluster {
	var best *node
	out := Cluster{}
	for _, k := range j.members[c] {
		n := j.nodes[k]
		for _, i := range n.mentions {
			out.Mentions = append(out.Mentions, j.mentions[i].ID)
		}
		if best == nil || fuller(n, best) {
			best = n
		}
	}
	slices.Sort(out.Mentions)
	out.Name, out.Kind = best.name, best.kind
	return out
}

// fuller reports whether a is the better name to show: no bare name, then the more used, then the longer.
func fuller(a, b *node) bool {
	if a.bare != b.bare {
		return b.bare
	}
	if a.count != b.count {
		return a.count > b.count
	}
	if len(a.name) != len(b.name) {
		return len(a.name) > len(b.name)
	}
	return a.name < b.name
}

// proposals gives for every two clusters with an edge between them the best one, unless a rule forbids it. Of a country, its capital and
// its government two questions are enough: the third has its answer then.
func (j *joiner) proposals(edges []edge, index []int) []Link {
	seen := map[pair]bool{}
	told := newPlaces(len(j.members))
	var out []Link
	for _, e := range edges {
		a, b := j.cluster[e.a], j.cluster[e.b]
		if a == b || seen[makePair(a, b)] || j.forbidden(a, b) || e.veto == organisation.Place && !told.meet(a, b) {
			continue
		}
		seen[makePair(a, b)] = true
		by := "not certain enough to join unasked"
		switch {
		case e.veto != "":
			by = e.veto
		case j.bridges[e.pair]:
			by = "a bridge: these two fit, but the groups they stand in do not resemble each other"
		}
		l := j.link(e, by)
		l.ClusterA, l.ClusterB = index[a], index[b]
		out = append(out, l)
	}
	slices.SortStableFunc(out, byScore)
	return out
}

// places are clusters that are asked about as names for one government, by the cluster that stands for all of them.
type places []int32

func newPlaces(n int) places {
	p := make(places, n)
	for i := range p {
		p[i] = int32(i)
	}
	return p
}

func (p places) first(c int32) int32 {
	for p[c] != c {
		c = p[c]
	}
	return c
}

// meet puts two clusters together; false when they were.
func (p places) meet(a, b int32) bool {
	a, b = p.first(a), p.first(b)
	p[max(a, b)] = min(a, b)
	return a != b
}
