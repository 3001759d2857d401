package chain

// Trace completes a decoded lattice from its end, so that Margin can be asked. It must follow Decode.
func (l *Lattice) Trace(t *Transitions) {
	n := len(l.Emit)
	for c := range Label(Labels) {
		l.rest[n-1][c] = l.leave(t, c)
	}
	for i := n - 2; i >= 0; i-- {
		l.retreat(t, i)
		if i%level == 0 {
			settle(&l.rest[i])
		}
	}
}

// retreat fills rest[i]: the best score of what follows token i, by the label of i.
func (l *Lattice) retreat(t *Transitions, i int) {
	stay, out := &t.stay[l.Shape[i+1]], &t.out[l.Shape[i+1]]
	ends, emit, later, rest := &l.Emit[i], &l.Emit[i+1], &l.rest[i+1], &l.rest[i]
	var on [Labels]int32 // best of what follows when token i+1 has a label
	for c := range on {
		on[c] = later[c] + emit[c]
	}
	f1, f2, f3, f4 := on[1]+emit[Begin+1], on[2]+emit[Begin+2], on[3]+emit[Begin+3], on[4]+emit[Begin+4]
	f0, f5, f6, f7 := on[0], on[5]+emit[Begin+5], on[6]+emit[Begin+6], on[7]+emit[Begin+7]
	for p := range Label(Labels) {
		m := &out[p]
		top := max(max(f0+m[0], f1+m[1], f2+m[2], f3+m[3]), max(f4+m[4], f5+m[5], f6+m[6], f7+m[7]))
		if p != None {
			top += ends[End+p]
		}
		rest[p] = max(on[p]+stay[p], top)
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
