package chain

// Trace completes a decoded lattice from its end, so that Margin can be asked. It must follow Decode.
func (l *Lattice) Trace(t *Transitions) {
	n := len(l.Emit)
	for c := range Label(Labels) {
		l.rest[n-1][c] = l.leave(t, c)
	}
	for i := n - 2; i >= 0; i-- {
		l.retreat(t, i)
	}
}

// retreat fills rest[i]: the best score of what follows token i, by the label of i.
func (l *Lattice) retreat(t *Transitions, i int) {
	pair := &t.Pair[l.Shape[i+1]]
	ends, emit, later := &l.Emit[i], &l.Emit[i+1], &l.rest[i+1]
	var stay, fresh [Labels]int32 // best of what follows when i+1 has label c and goes on with, or begins, a run
	for c := range Label(Labels) {
		stay[c] = later[c] + emit[c]
		fresh[c] = stay[c]
		if c != None {
			fresh[c] += emit[Begin+c]
		}
	}
	for p := range Label(Labels) {
		top := stay[p] + pair[p][p]
		end := int32(0)
		if p != None {
			end = ends[End+p]
		}
		for c := range Label(Labels) {
			if s := fresh[c] + pair[p][c] + end; c != p && s > top {
				top = s
			}
		}
		l.rest[i][p] = top
	}
}

// Margin is by how much the best labelling in which tokens [from, to) are a run of label c beats the best one in
// which an end of that run lies elsewhere; labels must hold such a run there. It is never negative.
func (l *Lattice) Margin(from, to int, c Label) int32 {
	m := min(l.against(from, c), l.against(to-1, c))
	if from > 0 {
		m = min(m, l.instead(from-1, c))
	}
	if to < len(l.Emit) {
		m = min(m, l.instead(to, c))
	}
	return m
}

// against is the price of token i having any label but c.
func (l *Lattice) against(i int, c Label) int32 {
	top, other := int32(-1<<30), int32(-1<<30)
	for p := range Label(Labels) {
		s := l.best[i][p] + l.rest[i][p]
		top = max(top, s)
		if p != c {
			other = max(other, s)
		}
	}
	return top - other
}

// instead is the price of token i having label c.
func (l *Lattice) instead(i int, c Label) int32 {
	top := int32(-1 << 30)
	for p := range Label(Labels) {
		top = max(top, l.best[i][p]+l.rest[i][p])
	}
	return top - l.best[i][c] - l.rest[i][c]
}
