package variant

import (
	"cmp"
	"maps"
	"slices"

	"quotidian/matching/variant/neighbour"
	"quotidian/matching/variant/organisation"
)

// linkage is the least average probability between the members of two clusters that are merged. It is below
// [AutoJoin] because the spellings at the far ends of a cluster may resemble each other less than their
// neighbours do.
const linkage = 0.90

// Joiner joins again and again while mentions are added: what it compared once it does not compare again. It is not
// safe for concurrent use.
type Joiner struct{ index *index }

// NewJoiner gives a joiner that has seen nothing.
func NewJoiner() *Joiner { return &Joiner{newIndex()} }

// Spread lets comparing use several goroutines: run calls work with every number below hands, at once if it can, and
// returns when all calls have returned. A joiner starts no goroutine itself. What comes out is the same whatever the hands.
func (k *Joiner) Spread(hands int, run func(work func(hand int))) {
	k.index.hands, k.index.run = hands, run
}

// Join gives what [Join] gives, at the cost of the names that it has not seen. ms are all mentions, not only new ones;
// when names that were there are missing, it begins anew.
func (k *Joiner) Join(ms []Mention, ev []Evidence, rules []Rule) Result {
	j := newJoiner(k.index, ms, ev, rules)
	if len(j.nodes) < len(k.index.names) {
		hands, run := k.index.hands, k.index.run
		k.index = newIndex()
		k.Spread(hands, run)
		j = newJoiner(k.index, ms, ev, rules)
	}
	return j.join()
}

// joiner holds one run of Join.
type joiner struct {
	index    *index
	mentions []Mention // sorted by id
	nodes    []*node
	nodeID   []int32 // by node: its place in the index
	nodeAt   []int32 // the way back
	nodeOf   []int32 // by mention
	roles    [][]string
	evidence map[pair]map[EvidenceKind]Reason
	never    map[pair]bool
	same     []pair
	judged   map[pair]judgement
	settled  map[pair]Reason            // what a rule or an article settles without a score
	only     map[pair]string            // why a bare name stands for one full name and no other, see bindTold and offerBare
	initials map[string]map[string]bool // of persons, by the other words of their names
	graph    *neighbour.Graph
	among    map[pair]float64 // what the names around them say of pairs, see weighNeighbours
	cands    []pair           // what is compared, in order

	cluster []int32   // by node: the cluster it is in
	members [][]int32 // by cluster: its nodes, ascending; nil when merged away
	joins   []Link
	bridges map[pair]bool // edges good enough to join that linkage refused
}

// Join clusters mentions. It is a pure function of the sets of its arguments: their order does not matter.
func Join(ms []Mention, ev []Evidence, rules []Rule) Result { return NewJoiner().Join(ms, ev, rules) }

func (j *joiner) join() Result {
	j.cands = j.candidates()
	edges := j.edges()
	j.bindRules()
	j.bindBare()
	for _, e := range edges {
		if e.p < AutoJoin {
			break
		}
		j.tryMerge(e)
	}
	j.bindTold(edges)
	j.bindOffices()
	j.bindInitials()
	j.bindAcronyms(edges)
	j.bindForms(edges)
	return j.result(append(j.withoutGuesses(edges), j.offerBare()...))
}

func newJoiner(x *index, ms []Mention, ev []Evidence, rules []Rule) *joiner {
	j := &joiner{
		index: x, mentions: sortedMentions(ms), evidence: map[pair]map[EvidenceKind]Reason{}, never: map[pair]bool{},
		judged: map[pair]judgement{}, settled: map[pair]Reason{}, only: map[pair]string{}, bridges: map[pair]bool{},
	}
	var keys []string
	j.nodes, keys = nodes(j.mentions, splitBy(j.mentions, rules), x)
	x.fit(keys)
	j.nodeID = make([]int32, len(j.nodes))
	for k, n := range j.nodes {
		j.nodeID[k] = x.add(keys[k], n, len(j.nodes))
	}
	x.rest()
	j.nodeAt = make([]int32, len(x.names))
	for k, id := range j.nodeID {
		j.nodeAt[id] = int32(k)
	}
	j.nodeOf = make([]int32, len(j.mentions))
	j.roles = make([][]string, len(j.mentions))
	for k, n := range j.nodes {
		for _, i := range n.mentions {
			j.nodeOf[i] = int32(k)
		}
		j.cluster = append(j.cluster, int32(k))
		j.members = append(j.members, []int32{int32(k)})
	}
	for i, m := range j.mentions {
		j.roles[i] = roleWords(m.Role)
	}
	j.noteInitials()
	j.readEvidence(ev)
	j.readRules(rules)
	return j
}

// readEvidence files evidence under the nodes of its mentions; unknown ids are ignored, and of several pieces of
// one kind the first by its words is kept.
func (j *joiner) readEvidence(ev []Evidence) {
	for _, e := range ev {
		a, okA := j.find(e.A)
		b, okB := j.find(e.B)
		if !okA || !okB || a == b {
			continue
		}
		p, r := makePair(a, b), reasonOf(e)
		if j.evidence[p] == nil {
			j.evidence[p] = map[EvidenceKind]Reason{}
		}
		if old, ok := j.evidence[p][e.Kind]; !ok || r.Text < old.Text {
			j.evidence[p][e.Kind] = r
		}
	}
}

// find gives the node of a mention.
func (j *joiner) find(id string) (int32, bool) {
	i, ok := slices.BinarySearchFunc(j.mentions, id, func(m Mention, id string) int { return cmp.Compare(m.ID, id) })
	if !ok {
		return 0, false
	}
	return j.nodeOf[i], true
}

// edge is a scored pair.
type edge struct {
	pair
	judgement
}

// candidates gives the pairs of nodes to compare, in order: those that share a key, and those with evidence.
func (j *joiner) candidates() []pair {
	cands := j.index.candidates()
	for i, p := range cands {
		cands[i] = makePair(j.nodeAt[p.a], j.nodeAt[p.b])
	}
	j.weighNeighbours(cands)
	for p := range j.evidence {
		cands = append(cands, p)
	}
	return sortedPairs(cands)
}

// edges scores all candidates and gives those worth a person's look or more, the best first.
func (j *joiner) edges() []edge {
	var out []edge
	for _, p := range j.cands {
		if g := j.judge(p); g.p >= Review {
			out = append(out, edge{p, g})
		}
	}
	slices.SortStableFunc(out, func(x, y edge) int { return cmp.Compare(y.p, x.p) })
	return out
}

// bindAcronyms joins three letters to the one body among all that they are the initials of, or that has them in its name. Four letters are safe by
// themselves, two are the initials of too many.
func (j *joiner) bindAcronyms(edges []edge) {
	long := map[int32][]edge{} // by the node of the letters, one edge to each cluster
	for _, e := range edges {
		a, b := j.nodes[e.a].body, j.nodes[e.b].body
		if a == nil || b == nil || j.cluster[e.a] == j.cluster[e.b] { // as "FBI" and "F.B.I." are by now
			continue
		}
		short := e.a
		if !lettersOf(a, b) {
			if short = e.b; !lettersOf(b, a) {
				continue
			}
		}
		other := func(f edge) int32 { return j.cluster[f.a+f.b-short] }
		if !slices.ContainsFunc(long[short], func(f edge) bool { return other(f) == other(e) }) {
			long[short] = append(long[short], e)
		}
	}
	for _, short := range slices.Sorted(maps.Keys(long)) {
		if e := long[short][0]; len(long[short]) == 1 && !j.forbidden(j.cluster[e.a], j.cluster[e.b]) {
			j.settled[e.pair] = Reason{"the only name here with these letters", true, 0}
			j.merge(e, "machine")
		}
	}
}

// lettersOf reports whether a body is called by the initials of another, or by the letters in its name.
func lettersOf(short, long *organisation.Form) bool {
	return organisation.IsAcronym(short, long) || organisation.SameLetters(short, long)
}

// tryMerge merges the clusters of an edge unless a rule, a contradiction or a poor average forbids it.
func (j *joiner) tryMerge(e edge) {
	a, b := j.cluster[e.a], j.cluster[e.b]
	if a == b {
		return
	}
	if j.forbidden(a, b) || j.average(a, b) < linkage {
		j.bridges[e.pair] = true
		return
	}
	j.merge(e, "machine")
}

func (j *joiner) forbidden(a, b int32) bool {
	for _, x := range j.members[a] {
		for _, y := range j.members[b] {
			if j.never[makePair(x, y)] {
				return true
			}
		}
	}
	return false
}

// average is the mean probability over all pairs of members. Bare names say nothing and are left out, and so are offices of which
// only one names its country: what else stands in their clusters tells whether it is the same.
func (j *joiner) average(a, b int32) float64 {
	sum, n := 0.0, 0
	for _, x := range j.members[a] {
		for _, y := range j.members[b] {
			if len(j.members[a])*len(j.members[b]) > 1 && (j.nodes[x].bare || j.nodes[y].bare || j.nodes[x].sameOffice(j.nodes[y])) {
				continue
			}
			sum += j.judge(makePair(x, y)).p
			n++
		}
	}
	if n == 0 {
		return 1
	}
	return sum / float64(n)
}

func (j *joiner) merge(e edge, by string) {
	a, b := j.cluster[e.a], j.cluster[e.b]
	if a == b {
		return
	}
	a, b = min(a, b), max(a, b)
	for _, x := range j.members[b] {
		j.cluster[x] = a
	}
	j.members[a] = append(j.members[a], j.members[b]...)
	slices.Sort(j.members[a])
	j.members[b] = nil
	j.joins = append(j.joins, j.link(e, by))
}

// link describes an edge; its clusters are filled in when all merging is done.
func (j *joiner) link(e edge, by string) Link {
	a, b := j.nodes[e.a], j.nodes[e.b]
	return Link{A: a.name, B: b.name, IDA: a.id(j.mentions), IDB: b.id(j.mentions), Score: j.explain(e.pair), By: by}
}
