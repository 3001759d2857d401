package wordings

import (
	"cmp"
	"slices"

	"quotidian/matching/wording/pair"
)

// couple is a pair of texts by their places in a pool.
type couple struct{ a, b int32 }

// crowded is the number of texts beyond which a filing key proposes nothing.
const crowded = 200

// candidates gives the pairs of the pool that a join would look at: those that share a filing key, those of one
// source file that lie close together, and all pairs of one cluster, so that losses count as losses.
func candidates(pool []*text) []couple {
	seen := map[couple]bool{}
	put := func(a, b int32) {
		if a != b {
			seen[couple{min(a, b), max(a, b)}] = true
		}
	}
	filed := map[uint64][]int32{}
	clusters := map[int][]int32{}
	for i, t := range pool {
		for _, k := range t.prepared.Keys(nil) {
			filed[k] = append(filed[k], int32(i))
		}
		clusters[t.Cluster] = append(clusters[t.Cluster], int32(i))
	}
	for _, m := range filed {
		if len(m) <= crowded {
			all(m, func(a, b int32) {
				if pair.Promising(pool[a].prepared, pool[b].prepared, together(pool[a], pool[b])) {
					put(a, b)
				}
			})
		}
	}
	for _, m := range clusters {
		all(m, put)
	}
	neighbours(pool, put)
	out := make([]couple, 0, len(seen))
	for c := range seen {
		out = append(out, c)
	}
	slices.SortFunc(out, func(x, y couple) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out
}

func all(m []int32, do func(a, b int32)) {
	for i := range m {
		for _, b := range m[i+1:] {
			do(m[i], b)
		}
	}
}

// near is how many lines of one source file apart two texts may lie to count as by one speaker.
const near = 20

func neighbours(pool []*text, put func(a, b int32)) {
	order := inFiles(pool)
	for i, x := range order {
		for _, y := range order[i+1:] {
			if !together(pool[x], pool[y]) {
				break
			}
			if pair.Promising(pool[x].prepared, pool[y].prepared, true) {
				put(x, y)
			}
		}
	}
}

// inFiles gives the places of a pool in the order in which the texts stand in their files.
func inFiles(pool []*text) []int32 {
	order := make([]int32, len(pool))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int {
		a, b := pool[x], pool[y]
		return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.Seg, b.Seg), cmp.Compare(x, y))
	})
	return order
}

func together(a, b *text) bool {
	return a.Block == b.Block && max(a.Seg-b.Seg, b.Seg-a.Seg) <= near
}
