package wording

import "slices"

// KindsOf lists the kinds of changes, each once, in their order.
func KindsOf(changes []Change) []ChangeKind {
	var kinds []ChangeKind
	for _, c := range changes {
		if !slices.Contains(kinds, c.Kind) { // there are eleven kinds at most
			kinds = append(kinds, c.Kind)
		}
	}
	return kinds
}

// Kinds lists every kind of change, the worst first.
func Kinds() []ChangeKind {
	all := make([]ChangeKind, 0, len(rank))
	for k := range rank {
		all = append(all, k)
	}
	slices.SortFunc(all, ByWeight)
	return all
}
