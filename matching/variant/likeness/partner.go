package likeness

// Word is the number of word i of a form in its set, from 1; 0 for a form of no set.
func (f *Form) Word(i int) uint32 { return f.words[i].id }

// Partners reports whether two words of the set, by their numbers, can be partners in two names. Words with fewer than
// half of their letters in the same order are not unless the lexical table knows them: of 9,000 pairs of one person's names
// on the lists of the training data one is brought together by nothing else.
func (f *Forms) Partners(a, b uint32) bool {
	if a == b {
		return true
	}
	x := f.list[a-1]
	if 2*f.lettersIn(x, b) >= max(len(x.code.Code), int(f.brief[b-1].length)) {
		return f.memo.similarity(f.model, x, f.list[b-1]) >= minAligned
	}
	return f.known(x, b) >= minAligned
}

// Fork gives the set to another goroutine for comparing, with a memory of its own. While forks compare, no form is made.
func (f *Forms) Fork() *Forms {
	g := *f
	g.memo = newMemo()
	return &g
}
