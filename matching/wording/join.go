package wording

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"quotidian/matching/wording/pair"
)

// Rule is what a person settled about two quotes. Rules are hard constraints: Same quotes are in one statement, the
// others never are.
type Rule struct {
	A, B string // ids of quotes
	Same bool
}

// Options set how sure a join must be. All are probabilities.
type Options struct {
	// Whole is the least mean score at which two groups of quotes become one statement.
	Whole float64
	// Own is the same where one known speaker said all of both groups.
	Own float64
	// Part is the least score at which a piece is attached to the statement it was cut from.
	Part float64
	// Review is the least score at which a pair that was not joined is proposed to a person.
	Review float64
}

// The two settings; their figures on the development data are in docs/matching.md.
var (
	// Careful joins only what is nearly certain; the rest is proposed. For dossiers.
	Careful = Options{Whole: 0.9, Own: 0.75, Part: 0.9, Review: 0.25}
	// Likely joins what is likelier than not. For bulk matching without a person.
	Likely = Options{Whole: 0.15, Own: 0.08, Part: 0.85, Review: 0.1}
)

// Join says why a quote belongs to its statement: the member it is most like.
type Join struct {
	// Quote and To are places in the order in which the quotes were added.
	Quote, To int
	// Score is the probability of the join, 1 where a person settled it.
	Score float64
	// Part is true when one of the two is a piece of the other.
	Part bool
	// By is "machine", or "rule" where a person settled it.
	By string
}

// Statement is one utterance: the quotes that report it, in order of their ids, and a join for all but the first.
type Statement struct {
	Members []int
	Joins   []Join
}

// Proposal is a pair of statements that may be one, for a person to decide.
type Proposal struct {
	// A and B are places in Result.Statements, QuoteA and QuoteB the two quotes that are most alike.
	A, B           int
	QuoteA, QuoteB int
	Score          float64
	Part           bool
	// Touches is the number of quotes that a decision would move or keep apart.
	Touches int
}

// Result is a division of all quotes into statements, and what waits for a person; proposals that touch most quotes
// come first. It depends on the set of quotes and rules alone, not on the order in which they came.
type Result struct {
	Statements []Statement
	Proposals  []Proposal
}

// JoinAll divides quotes into statements.
func JoinAll(qs []Quote, rules []Rule, o Options) Result {
	j := NewJoiner()
	for _, q := range qs {
		j.Add(q)
	}
	return j.Result(rules, o)
}

// crowded is the number of wordings beyond which a filing key proposes nothing: so many share it that it tells
// nothing, and looking at all of them would make adding slow.
const crowded = 200

// keep is the least score of a pair that is remembered.
const keep = 0.05

// Joiner takes quotes one by one and divides them into statements. Adding costs about the same however many quotes
// there are, since every way to find candidates is bounded. One Joiner serves one goroutine.
type Joiner struct {
	comparer *Comparer
	quotes   []*Prepared
	ids      map[string]int
	// nodes are the distinct wordings; most work is done once for each.
	nodes   []*node
	nodeOf  map[nodeKey]int32
	filed   map[uint64][]int32
	blocks  map[string][]int32
	stamp   []int32 // the last node that looked at this one
	keybuf  []uint64
	members [][]int // quotes of each node
}

// node is one wording of one speaker on one day. Every edge is a function of two nodes' own fields.
type node struct {
	*Prepared
	edges map[int32]Score
}

type nodeKey struct {
	exact   uint64
	speaker string
	day     int64
}

// NewJoiner gives an empty joiner.
func NewJoiner() *Joiner { return NewJoinerWith(NewComparer()) }

// NewJoinerWith gives an empty joiner that scores with c.
func NewJoinerWith(c *Comparer) *Joiner {
	return &Joiner{
		comparer: c, ids: map[string]int{}, nodeOf: map[nodeKey]int32{}, filed: map[uint64][]int32{}, blocks: map[string][]int32{},
	}
}

// Quote gives the quote that was added as number i.
func (j *Joiner) Quote(i int) *Prepared { return j.quotes[i] }

// Add takes one more quote; one whose id was added before is ignored.
func (j *Joiner) Add(q Quote) {
	if _, ok := j.ids[q.ID]; ok {
		return
	}
	p := j.comparer.Prepare(q)
	at := len(j.quotes)
	j.ids[q.ID] = at
	j.quotes = append(j.quotes, p)
	key := nodeKey{p.text.Exact, q.Speaker, day(q.Published)}
	if n, ok := j.nodeOf[key]; ok {
		j.members[n] = append(j.members[n], at)
		return
	}
	n := int32(len(j.nodes))
	j.nodeOf[key] = n
	j.nodes = append(j.nodes, &node{Prepared: p, edges: map[int32]Score{}})
	j.members = append(j.members, []int{at})
	j.stamp = append(j.stamp, -1)
	j.link(n)
}

func day(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()/(24*60*60) + 1
}

// link files a new node and scores it against its candidates.
func (j *Joiner) link(n int32) {
	j.keybuf = j.nodes[n].text.Keys(j.keybuf[:0])
	for _, k := range j.keybuf {
		filed := append(j.filed[k], n)
		j.filed[k] = filed
		switch {
		case len(filed) <= crowded:
			for _, m := range filed[:len(filed)-1] {
				j.look(n, m)
			}
		case len(filed) == crowded+1:
			j.close(k)
		}
	}
	if s := j.nodes[n].Speaker; s != "" {
		for _, m := range j.blocks[s] {
			if contemporary(j.nodes[n], j.nodes[m]) {
				j.look(n, m)
			}
		}
		j.blocks[s] = append(j.blocks[s], n)
	}
}

// window is how far apart two quotes of one speaker may be published and still be looked at for that reason alone.
const window = 10 * 24 * time.Hour

func contemporary(a, b *node) bool {
	return a.Published.IsZero() || b.Published.IsZero() || a.Published.Sub(b.Published).Abs() <= window
}

// look scores a pair once and remembers it when it scores.
func (j *Joiner) look(n, m int32) {
	if j.stamp[m] == n {
		return
	}
	j.stamp[m] = n
	a, b := j.nodes[n], j.nodes[m]
	if !pair.Promising(a.text, b.text, sameSpeaker(a.Prepared, b.Prepared)) {
		if _, ok := figureOdds(a.Prepared, b.Prepared); !ok {
			return
		}
	}
	if s := j.comparer.Score(a.Prepared, b.Prepared); s.Best() >= keep {
		a.edges[m], b.edges[n] = s, s
	}
}

// close retires a key that became crowded: pairs that met under it alone forget each other. So which pairs are
// looked at depends on the set of quotes, never on their order.
func (j *Joiner) close(k uint64) {
	filed := j.filed[k]
	within := map[int32]bool{}
	for _, n := range filed {
		within[n] = true
	}
	for _, n := range filed {
		for m := range j.nodes[n].edges {
			if within[m] && !j.meet(n, m) {
				delete(j.nodes[n].edges, m)
				delete(j.nodes[m].edges, n)
			}
		}
	}
}

// meet reports whether two nodes are still candidates for each other.
func (j *Joiner) meet(n, m int32) bool {
	a, b := j.nodes[n], j.nodes[m]
	if sameSpeaker(a.Prepared, b.Prepared) && contemporary(a, b) {
		return true
	}
	mine := a.text.Keys(nil)
	for _, k := range b.text.Keys(nil) {
		if slices.Contains(mine, k) && len(j.filed[k]) <= crowded {
			return true
		}
	}
	return false
}

// Result divides what was added so far into statements under the rules.
func (j *Joiner) Result(rules []Rule, o Options) Result {
	order := j.canonical()
	g := newGrouping(j, order, rules, o)
	for _, c := range g.components() {
		g.cluster(c)
	}
	return g.result()
}

// canonical gives the nodes in order of their least quote id, and sorts each node's members by id.
func (j *Joiner) canonical() []int32 {
	order := make([]int32, len(j.nodes))
	for i, m := range j.members {
		order[i] = int32(i)
		slices.SortFunc(m, func(x, y int) int { return strings.Compare(j.quotes[x].ID, j.quotes[y].ID) })
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Compare(j.quotes[j.members[x][0]].ID, j.quotes[j.members[y][0]].ID)
	})
	return order
}
