package dossier

import (
	"cmp"
	"slices"
)

// clusters is a division of items 0 … n-1. A cluster goes by its root, the place of its smallest member.
type clusters struct {
	root    []int
	members map[int][]int // of the clusters that have more than one
}

func newClusters(root []int) *clusters {
	c := &clusters{root: root, members: map[int][]int{}}
	for i, r := range root {
		if i == r {
			continue
		}
		if c.members[r] == nil {
			c.members[r] = []int{r}
		}
		c.members[r] = append(c.members[r], i)
	}
	return c
}

// of gives the members of a cluster in order.
func (c *clusters) of(root int) []int {
	if ms := c.members[root]; ms != nil {
		return ms
	}
	return []int{root}
}

// layer is a division with decisions laid over it: where none touches a cluster it is the machine's.
type layer struct {
	base    *clusters
	root    map[int]int
	members map[int][]int
}

func (l *layer) rootOf(i int) int {
	if r, ok := l.root[i]; ok {
		return r
	}
	return l.base.root[i]
}

// of gives the members of the cluster with that root, in order.
func (l *layer) of(root int) []int {
	if ms, ok := l.members[root]; ok {
		return ms
	}
	return l.base.of(root)
}

// asBase reports whether an item stands with those with which the machine has it, and with no others.
func (l *layer) asBase(i int) bool {
	root := l.rootOf(i)
	return l.base.root[i] == root && slices.Equal(l.base.of(root), l.of(root))
}

// ground is what a layer is laid on: the machine's division; items that only a person knows of, with the root of
// the cluster they stand in to begin with; the order of items; and how alike two are.
type ground struct {
	base  *clusters
	extra map[int]int
	order func(a, b int) int
	like  func(a, b int) float64
}

// lay lays rules over the clusters they speak of, and those of the touched items with them.
func (g *ground) lay(touched []int, r rules) *layer {
	items := g.around(touched, r)
	local := make(map[int]int, len(items))
	base := make([]int, len(items))
	for k, i := range items {
		local[i] = k
	}
	for k, i := range items {
		base[k] = g.rootOf(i)
	}
	within := func(pairs [][2]int) [][2]int {
		out := make([][2]int, len(pairs))
		for k, p := range pairs {
			out[k] = [2]int{local[p[0]], local[p[1]]}
		}
		return out
	}
	roots := regroup(base, rules{within(r.together), within(r.apart)}, func(a, b int) float64 { return g.like(items[a], items[b]) })
	l := &layer{base: g.base, root: make(map[int]int, len(items)), members: map[int][]int{}}
	for k, i := range items {
		root := items[roots[k]]
		l.root[i] = root
		l.members[root] = append(l.members[root], i)
	}
	return l
}

func (g *ground) rootOf(i int) int {
	if r, ok := g.extra[i]; ok {
		return r
	}
	return g.base.root[i]
}

// around gives the members of all clusters that hold one of the items, in order.
func (g *ground) around(touched []int, r rules) []int {
	roots := map[int]bool{}
	for _, i := range touched {
		roots[g.rootOf(i)] = true
	}
	for _, p := range slices.Concat(r.together, r.apart) {
		roots[g.rootOf(p[0])], roots[g.rootOf(p[1])] = true, true
	}
	var items []int
	for root := range roots {
		if root < len(g.base.root) {
			items = append(items, g.base.of(root)...)
		}
	}
	for i, root := range g.extra {
		if roots[root] {
			items = append(items, i)
		}
	}
	slices.SortFunc(items, g.order)
	return items
}

// differs gives the items whose cluster is another in l than in k, in order. Both lie on one ground; items beyond
// its base are left out.
func (l *layer) differs(k *layer) []int {
	var out []int
	for _, i := range slices.Sorted(union(l.root, k.root)) {
		if i < len(l.base.root) && (l.rootOf(i) != k.rootOf(i) || !slices.Equal(l.of(l.rootOf(i)), k.of(k.rootOf(i)))) {
			out = append(out, i)
		}
	}
	return out
}

// union gives the keys of two maps, each once.
func union[K comparable, V any](a, b map[K]V) func(yield func(K) bool) {
	return func(yield func(K) bool) {
		for k := range a {
			if !yield(k) {
				return
			}
		}
		for k := range b {
			if _, ok := a[k]; !ok && !yield(k) {
				return
			}
		}
	}
}

// byPlace is the order of items that are sorted already.
func byPlace(a, b int) int { return cmp.Compare(a, b) }
