package variant

import (
	"cmp"
	"hash/fnv"
	"iter"
	"math"
	"slices"

	"quotidian/attribution/name"
)

// Names that share a key are compared unless too many share it: what many names have says little. The limits fall as
// names grow in number, so that a name costs about the same number of comparisons, and a pair once left out stays out
// whatever comes later. docs/matching.md says what they find.
const (
	mostSharing  = 530
	fullSharing  = 10_000 // up to so many names a single key may be shared by mostSharing
	pairsSharing = 2      // times as many may share a key made of two words
	worthRise    = 0.65   // for every e-fold number of names above fullSharing, see [LeastWorth]
)

// singleLimit is how many of n names may share the key of one word for its sake to be compared.
func singleLimit(n int) int {
	if n <= fullSharing {
		return mostSharing
	}
	return int(mostSharing * math.Sqrt(fullSharing/float64(n)))
}

func pairLimit(n int) int { return pairsSharing * singleLimit(n) }

// LeastWorth is what a glance at two of n names has to come to for them to be compared, in log-odds. It rises as the limits fall,
// and for their sake: a name costs about the same, and a pair once left out stays out.
func LeastWorth(n int) float32 {
	return worthRise * float32(math.Log(max(1, float64(n)/fullSharing)))
}

// maxKeyWords bounds the words of a name that make keys.
const maxKeyWords = 6

// entry says that a node has a key, and for a key of one word its place in the name.
type entry struct {
	key  uint64
	node int32
	word int32
}

// pair is two nodes, the lower index first.
type pair struct{ a, b int32 }

func makePair(a, b int32) pair { return pair{min(a, b), max(a, b)} }

// Candidates gives the pairs of persons' names worth comparing, as ascending indices into ns: those that share a key of two
// words, or that of one word which can be the other's. partners tells whether word i of name a can be word j of name b.
func Candidates(ns []name.Name, partners func(a, i, b, j int) bool) [][2]int {
	var pairs, singles []entry
	for i, n := range ns {
		pairs, singles = appendKeys(pairs, singles, n, int32(i))
	}
	found := blocks(nil, pairs, pairLimit(len(ns)), func(x, y entry) bool { return true })
	found = blocks(found, singles, singleLimit(len(ns)), func(x, y entry) bool {
		return partners(int(x.node), int(x.word), int(y.node), int(y.word))
	})
	var out [][2]int
	for _, p := range sortedPairs(found) {
		out = append(out, [2]int{int(p.a), int(p.b)})
	}
	return out
}

func sortedPairs(ps []pair) []pair {
	slices.SortFunc(ps, func(p, q pair) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) })
	return slices.Compact(ps)
}

// appendKeys adds the keys of a name: every pair of skeletons of two of its words, the skeleton of all words
// run together, single skeletons, and the syllables of a Chinese or Korean name.
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
			singles = append(singles, entry{uint64(s), node, int32(i)})
		}
	}
	for i := range words {
		for j := range i {
			for _, s := range buf[i] {
				for _, t := range buf[j] {
					pairs = append(pairs, entry{mix(min(s, t), max(s, t)), node, 0})
				}
			}
		}
	}
	for _, s := range name.Skeletons(nil, joined) {
		pairs = append(pairs, entry{mix(s, s), node, 0})
	}
	return appendReadings(pairs, n, node), singles
}

// appendReadings adds the syllables of a Chinese or a Korean name.
func appendReadings(pairs []entry, n name.Name, node int32) []entry {
	r, ok := name.ReadingsOf(n)
	if !ok {
		return pairs
	}
	if s := r.Pinyin + r.WadeGiles; s != "" { // one of them is empty
		pairs = append(pairs, entry{hashed(s), node, 0})
	}
	if r.Korean != "" {
		pairs = append(pairs, entry{^hashed(r.Korean), node, 0})
	}
	return pairs
}

// hashed makes a key of a text (FNV-1a).
func hashed(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// mix makes one key of two skeletons (the finaliser of SplitMix64).
func mix(s, t name.Skeleton) uint64 {
	x := uint64(s)*0x9E3779B97F4A7C15 ^ uint64(t)
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// blocks appends the pairs of nodes that share a key with at most limit in all and that meet admits.
func blocks(dst []pair, entries []entry, limit int, meet func(x, y entry) bool) []pair {
	for block := range runs(sorted(entries)) {
		if nodesIn(block) > limit {
			continue
		}
		for i, x := range block {
			for _, y := range block[i+1:] {
				if x.node != y.node && meet(x, y) {
					dst = append(dst, pair{x.node, y.node})
				}
			}
		}
	}
	return dst
}

// sorted puts entries in order, each once.
func sorted(entries []entry) []entry {
	slices.SortFunc(entries, func(x, y entry) int {
		return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.node, y.node), cmp.Compare(x.word, y.word))
	})
	return slices.Compact(entries)
}

// nodesIn counts the nodes of a block: two words of a name can have one key.
func nodesIn(block []entry) int {
	n := 0
	for i, e := range block {
		if i == 0 || block[i-1].node != e.node {
			n++
		}
	}
	return n
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
