package likeness

// hope is what the words of two names can still bring.
type hope struct {
	*alignment
	// most is what two words are alike at most. It only falls, so that the answer depends neither on the order of the
	// names nor on that of the words.
	most [maxWords][maxWords]float32
	// merging is true where two words may be one: then a word may be counted with both.
	merging bool
}

// hopeful reports whether a share least of the shorter name can find partners. It compares the letters of words only as
// long as that is open, those with the most in common first: most names that share a key are no more alike than that, and
// most of the time of a comparison goes into letters. What only the lexical table holds for alike (Bill, William) counts for
// nothing here: such names have a surname in common, or too little.
func (al *alignment) hopeful(m *Model, t memo, least float32) bool {
	h := hope{alignment: al}
	h.limits()
	h.merges()
	least *= min(al.a.self, al.b.self)
	for _, most := range [...]float32{variantCap, mostUnderHalf} {
		for i := range al.n {
			for j := range al.m {
				if h.most[i][j] != most || !al.open(i, j) {
					continue
				}
				if h.reach() < least {
					return false
				}
				al.measure(m, t, i, j)
				h.most[i][j] = min(most, al.sim[i][j])
			}
		}
	}
	return h.reach() >= least
}

// limits fills what words are alike at most.
func (h *hope) limits() {
	for i, x := range h.a.words {
		for j, y := range h.b.words {
			switch {
			case !h.open(i, j):
				h.most[i][j] = h.sim[i][j]
			case h.a.initial(i) || h.b.initial(j):
				h.most[i][j] = sameInitial(x.fold, y.fold)
			default:
				h.most[i][j] = inOrder(x, &y.spelled).most()
			}
		}
	}
}

// merges lifts the limits of words that two others may be, which only [alignment.merge] finds out.
func (h *hope) merges() {
	if h.n == h.m {
		return
	}
	for i := range h.n {
		for j := range h.m {
			if i+1 < h.n && mayRun(h.b.words[j], &h.a.merged[i]) {
				h.most[i][j], h.most[i+1][j], h.merging = equal, equal, true
			}
			if j+1 < h.m && mayRun(h.a.words[i], &h.b.merged[j]) {
				h.most[i][j], h.most[i][j+1], h.merging = equal, equal, true
			}
		}
	}
}

// reach is the most evidence that aligned words can hold, in nats: for each word that of its best partner, on the side
// where that is less, unless words may be counted twice.
func (h *hope) reach() float32 {
	var ofA, ofB float32
	var best [maxWords]float32
	for i, x := range h.a.words {
		most := float32(0)
		for j, y := range h.b.words {
			v := h.most[i][j] * (x.code.Self + y.code.Self) / 2
			most, best[j] = max(most, v), max(best[j], v)
		}
		ofA += most
	}
	for j := range h.m {
		ofB += best[j]
	}
	if h.merging {
		return max(ofA, ofB)
	}
	return min(ofA, ofB)
}
