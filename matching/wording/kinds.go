package wording

import "slices"

// Kinds lists every kind of change, the worst first.
func Kinds() []ChangeKind {
	all := make([]ChangeKind, 0, len(rank))
	for k := range rank {
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b ChangeKind) int { return rank[a] - rank[b] })
	return all
}
