package variant

import (
	"cmp"
	"iter"
	"slices"

	"quotidian/attribution"
	"quotidian/attribution/name"
)

// Budgets: how many pairs a name may cost on average by either kind of key. The smallest blocks are compared
// first, so that what falls out of the budget is what says least. In pools of five thousand training names 60 and
// 120 find .99 of the parliamentarians' and .97 of the sanctions lists' related pairs, 60 and 40 find .98 and .95
// (docs/matching.md).
const (
	pairBudget      = 60
	singleBudgetMax = 120
	singleBudgetMin = 25
	// singlePairs is what single keys may cost in all before the budget of each name shrinks: a second or two of
	// one core for each million.
	singlePairs = 5_000_000
)

// singleBudget is the budget of single keys for n names.
func singleBudget(n int) int {
	return max(singleBudgetMin, min(singleBudgetMax, singlePairs/max(1, n)))
}

// maxKeyWords bounds the words of a name that make keys.
const maxKeyWords = 6

// entry says that a node has a key.
type entry struct {
	key  uint64
	node int32
}

// pair is two nodes, the lower index first.
type pair struct{ a, b int32 }

func makePair(a, b int32) pair { return pair{min(a, b), max(a, b)} }

// candidates gives the pairs of persons worth comparing, in ascending order, each once.
func candidates(ns []*node) []pair {
	var pairs, singles []entry
	for i, n := range ns {
		if n.kind == attribution.Person {
			pairs, singles = appendKeys(pairs, singles, n.person.form.Name, int32(i))
		}
	}
	return chosen(pairs, singles, len(ns))
}

// Candidates gives the pairs of persons' names worth comparing, as ascending indices into ns.
func Candidates(ns []name.Name) [][2]int {
	var pairs, singles []entry
	for i, n := range ns {
		pairs, singles = appendKeys(pairs, singles, n, int32(i))
	}
	var out [][2]int
	for _, p := range chosen(pairs, singles, len(ns)) {
		out = append(out, [2]int{int(p.a), int(p.b)})
	}
	return out
}

// chosen gives the pairs that n names' keys propose within their budgets.
func chosen(pairs, singles []entry, n int) []pair {
	return sortedPairs(blocks(blocks(nil, pairs, n, pairBudget), singles, n, singleBudget(n)))
}

func sortedPairs(ps []pair) []pair {
	slices.SortFunc(ps, func(p, q pair) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) })
	return slices.Compact(ps)
}

// appendKeys adds the keys of a name: every pair of skeletons of two of its words, the skeleton of all words
// run together, and single skeletons.
func appendKeys(pairs, singles []entry, n name.Name, node int32) ([]entry, []entry) {
	var buf [maxKeyWords][]name.Skeleton
	words := n.Words[:min(len(n.Words), maxKeyWords)]
	joined := ""
	for i, w := range words {
		joined += w.Fold
		if w.Initial {
			continue
		}
		buf[i] = name.Skeletons(nil, w.Fold)
		for _, alt := range name.Alternatives(nil, w.Fold) {
			buf[i] = name.Skeletons(buf[i], alt)
		}
		for _, s := range buf[i] {
			singles = append(singles, entry{uint64(s), node})
		}
	}
	for i := range words {
		for j := range i {
			for _, s := range buf[i] {
				for _, t := range buf[j] {
					pairs = append(pairs, entry{mix(min(s, t), max(s, t)), node})
				}
			}
		}
	}
	for _, s := range name.Skeletons(nil, joined) {
		pairs = append(pairs, entry{mix(s, s), node})
	}
	return pairs, singles
}

// mix makes one key of two skeletons (the finaliser of SplitMix64).
func mix(s, t name.Skeleton) uint64 {
	x := uint64(s)*0x9E3779B97F4A7C15 ^ uint64(t)
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// blocks appends the pairs of nodes that share a key, the smallest blocks first, until budget pairs a node are
// spent. Blocks of one size are taken together or not at all, so that the result does not depend on the keys'
// order.
func blocks(dst []pair, entries []entry, nodes, budget int) []pair {
	slices.SortFunc(entries, func(x, y entry) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.node, y.node)) })
	entries = slices.Compact(entries)
	limit := blockLimit(entries, nodes*budget)
	for block := range runs(entries) {
		if len(block) > limit {
			continue
		}
		for i, x := range block {
			for _, y := range block[i+1:] {
				dst = append(dst, pair{x.node, y.node})
			}
		}
	}
	return dst
}

// runs yields the stretches of entries with one key.
func runs(entries []entry) iter.Seq[[]entry] {
	return func(yield func([]entry) bool) {
		for lo := 0; lo < len(entries); {
			hi := lo + 1
			for hi < len(entries) && entries[hi].key == entries[lo].key {
				hi++
			}
			if !yield(entries[lo:hi]) {
				return
			}
			lo = hi
		}
	}
}

// blockLimit is the largest block size such that all blocks up to it make no more than pairs pairs.
func blockLimit(entries []entry, pairs int) int {
	var count []int // blocks by size
	for block := range runs(entries) {
		for len(count) <= len(block) {
			count = append(count, 0)
		}
		count[len(block)]++
	}
	for size, n := range count {
		if pairs -= n * size * (size - 1) / 2; pairs < 0 {
			return size - 1
		}
	}
	return len(count)
}
