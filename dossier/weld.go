package dossier

import "slices"

// weld is a union-find over items 0 … n-1 that never brings two parted items together.
type weld struct {
	parent []int
	apart  map[int]map[int]bool // root to the roots it must not meet
}

func newWeld(n int) *weld {
	w := &weld{parent: make([]int, n), apart: map[int]map[int]bool{}}
	for i := range w.parent {
		w.parent[i] = i
	}
	return w
}

func (w *weld) find(i int) int {
	for w.parent[i] != i {
		w.parent[i] = w.parent[w.parent[i]]
		i = w.parent[i]
	}
	return i
}

// part keeps the items a and b apart from now on. Items that are together already stay so.
func (w *weld) part(a, b int) {
	ra, rb := w.find(a), w.find(b)
	if ra == rb {
		return
	}
	for _, p := range [2][2]int{{ra, rb}, {rb, ra}} {
		if w.apart[p[0]] == nil {
			w.apart[p[0]] = map[int]bool{}
		}
		w.apart[p[0]][p[1]] = true
	}
}

// join brings a and b together and reports whether it may. The smaller root stays, so that the result does not
// depend on the order of joins that are all allowed.
func (w *weld) join(a, b int) bool {
	ra, rb := w.find(a), w.find(b)
	if ra == rb {
		return true
	}
	if w.apart[ra][rb] {
		return false
	}
	ra, rb = min(ra, rb), max(ra, rb)
	w.parent[rb] = ra
	for r := range w.apart[rb] {
		delete(w.apart[r], rb)
		w.apart[r][ra] = true
		if w.apart[ra] == nil {
			w.apart[ra] = map[int]bool{}
		}
		w.apart[ra][r] = true
	}
	delete(w.apart, rb)
	return true
}

// roots gives the smallest member of each item's set.
func (w *weld) roots() []int {
	out := slices.Clone(w.parent)
	for i := range out {
		out[i] = w.find(i)
	}
	return out
}
