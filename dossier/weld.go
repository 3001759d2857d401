package dossier

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
	w.forbid(ra, rb)
	w.forbid(rb, ra)
}

func (w *weld) forbid(a, b int) {
	if w.apart[a] == nil {
		w.apart[a] = map[int]bool{}
	}
	w.apart[a][b] = true
}

// parted reports whether a and b must not be joined.
func (w *weld) parted(a, b int) bool { return w.apart[w.find(a)][w.find(b)] }

// join brings a and b together unless they are parted. The smaller root stays.
func (w *weld) join(a, b int) {
	ra, rb := w.find(a), w.find(b)
	if ra == rb || w.apart[ra][rb] {
		return
	}
	ra, rb = min(ra, rb), max(ra, rb)
	w.parent[rb] = ra
	for r := range w.apart[rb] {
		delete(w.apart[r], rb)
		w.forbid(r, ra)
		w.forbid(ra, r)
	}
	delete(w.apart, rb)
}

// roots gives the smallest member of each item's set.
func (w *weld) roots() []int {
	out := make([]int, len(w.parent))
	for i := range out {
		out[i] = w.find(i)
	}
	return out
}
