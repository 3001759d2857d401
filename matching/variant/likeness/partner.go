package likeness

import "math/bits"

// brief is the first letters of a word in place: names that share a key are gone through by the hundred, and whatever else is
// to be read of each lies elsewhere in memory.
type brief struct {
	length  uint8 // of the whole word, in letters
	letters [14]uint8
	known   bool // the lexical table can know it
}

func briefOf(w *word) brief {
	b := brief{length: uint8(len(w.code.Code)), known: w.listed || w.given}
	copy(b.letters[:], w.code.Code)
	return b
}

// mostIn is the number of letters of a brief word that stand in a word in the same order, see [places.lettersIn]; those that
// found no room count.
func (p *places) mostIn(b *brief) int {
	free := ^uint32(0)
	n := min(int(b.length), len(b.letters))
	for _, c := range b.letters[:n] {
		hit := free & p.letters[c]
		free = (free + hit) | (free - hit)
	}
	return bits.OnesCount32(^free) + int(b.length) - n
}

// Word is the number of word i of a form in its set, from 1; 0 for a form of no set.
func (f *Form) Word(i int) uint32 { return f.words[i].id }

// Partners reports whether two words of the set, by their numbers, can be partners in two names. Words with fewer than
// half of their letters in the same order are not unless the lexical table knows them: of 9,000 pairs of one person's names
// on the lists of the training data one is brought together by nothing else.
func (f *Forms) Partners(a, b uint32) bool {
	if a == b {
		return true
	}
	x, y := f.list[a-1], &f.brief[b-1]
	if 2*x.places.mostIn(y) >= max(len(x.code.Code), int(y.length)) {
		return f.memo.similarity(f.model, x, f.list[b-1]) >= minAligned
	}
	return (y.known || x.given) && f.model.known(x, f.list[b-1]) >= minAligned
}

// Fork gives the set to another goroutine for comparing, with a memory of its own. While forks compare, no form is made.
func (f *Forms) Fork() *Forms {
	g := *f
	g.memo = newMemo()
	return &g
}
