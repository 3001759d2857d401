package names

import (
	"cmp"
	"slices"

	"quotidian/attribution/name"
	"quotidian/matching/variant"
)

// minRelated is the mean similarity of aligned words below which two names of one entity are taken for a nickname
// or a nom de guerre that no comparison of letters could find.
const minRelated = 0.62

// entry is a name of an entity.
type entry struct {
	name   string
	parsed name.Name
	entity string
	fold   int
}

// pool gathers every name of every entity of the pairs that admit keeps, each once, in a fixed order.
func pool(pairs []Pair, n int, keep func(Pair) bool) []entry {
	parent := map[string]string{}
	for _, p := range pairs {
		if a, b := root(parent, p.IDA), root(parent, p.IDB); p.Same && a != b {
			parent[max(a, b)] = min(a, b)
		}
	}
	var out []entry
	for _, p := range pairs {
		if keep(p) {
			a, b := root(parent, p.IDA), root(parent, p.IDB)
			out = append(out, entry{p.A, name.Parse(p.A), a, bucket(a, n)}, entry{p.B, name.Parse(p.B), b, bucket(b, n)})
		}
	}
	slices.SortFunc(out, func(x, y entry) int { return cmp.Or(cmp.Compare(x.entity, y.entity), cmp.Compare(x.name, y.name)) })
	return slices.CompactFunc(out, func(x, y entry) bool { return x.entity == y.entity && x.name == y.name })
}

// poolPairs gives the pairs of a pool that candidate generation proposes and those of one entity whose names are
// related, in ascending order. partners tells which words of two names can be one, see [variant.Candidates].
func poolPairs(entries []entry, partners func(a, i, b, j int) bool) (found [][2]int, missed [][2]int) {
	parsed := make([]name.Name, len(entries))
	for i, e := range entries {
		parsed[i] = e.parsed
	}
	found = variant.Candidates(parsed, partners)
	for lo := 0; lo < len(entries); {
		hi := lo
		for hi < len(entries) && entries[hi].entity == entries[lo].entity {
			hi++
		}
		for i := lo; i < hi; i++ {
			for j := i + 1; j < hi; j++ {
				if _, ok := slices.BinarySearchFunc(found, [2]int{i, j}, comparePairs); !ok && related(entries[i].parsed, entries[j].parsed) {
					missed = append(missed, [2]int{i, j})
				}
			}
		}
		lo = hi
	}
	return found, missed
}

func comparePairs(p, q [2]int) int { return cmp.Or(cmp.Compare(p[0], q[0]), cmp.Compare(p[1], q[1])) }

// related reports whether the words of the shorter name find similar ones in the longer.
func related(a, b name.Name) bool {
	if len(a.Words) > len(b.Words) {
		a, b = b, a
	}
	if len(a.Words) == 0 {
		return false
	}
	sum, letters := 0.0, 0.0
	for _, x := range a.Words {
		best := 0.0
		for _, y := range b.Words {
			best = max(best, likeWords(x.Fold, y.Fold))
		}
		sum += best * float64(len(x.Fold))
		letters += float64(len(x.Fold))
	}
	return sum/letters >= minRelated
}
