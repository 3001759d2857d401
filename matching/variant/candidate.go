package variant

import (
	"cmp"
	"slices"

	"quotidian/attribution"
	"quotidian/attribution/name"
)

// Block caps: the most names that may share a key before the key says too little to compare them all. Pairs of
// skeletons are telling, single ones only when rare. Chosen on the pool of training names (docs/matching.md).
const (
	pairBlockCap   = 400
	singleBlockCap = 40
)

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
		if n.kind == attribution.Person && n.form != nil {
			pairs, singles = appendKeys(pairs, singles, n.form.Name, int32(i))
		}
	}
	out := blocks(nil, pairs, pairBlockCap)
	out = blocks(out, singles, singleBlockCap)
	return sortedPairs(out)
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

// blocks appends all pairs of nodes that share a key which no more than limit nodes have.
func blocks(dst []pair, entries []entry, limit int) []pair {
	slices.SortFunc(entries, func(x, y entry) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.node, y.node)) })
	entries = slices.Compact(entries)
	for lo := 0; lo < len(entries); {
		hi := lo + 1
		for hi < len(entries) && entries[hi].key == entries[lo].key {
			hi++
		}
		if hi-lo <= limit {
			for i := lo; i < hi; i++ {
				for j := i + 1; j < hi; j++ {
					dst = append(dst, pair{entries[i].node, entries[j].node})
				}
			}
		}
		lo = hi
	}
	return dst
}
