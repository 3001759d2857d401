// Package edit scores how likely two folded words are spellings of one name.
//
// The model is a joint one of letters read in both words at once: a pair of words is made by a sequence of
// operations, each of which writes zero to three letters in one word and zero to three in the other (q~gh,
// j~dzh, x~ks, k~ch). The probability of each operation is learned from known variants by expectation
// maximisation (internal/train/names), after Ristad and Yianilos, "Learning string-edit distance" (1998), with
// the many-to-many operations of Jiampojamarn et al. (2007). It is symmetric: an operation and its mirror are
// one parameter.
//
// A score is the log of the ratio between the best sequence of operations and two unrelated words under a
// letter background, in nats. It is additive, so it needs to be compared with the scores of the words with
// themselves ([Model.Self]) to tell a short match from a poor one.
package edit

// Letters is the size of the alphabet: a to z, and one for everything else.
const Letters = 27

const other = Letters - 1

// MaxLetters is how much of a word is looked at; what lies behind is ignored.
const MaxLetters = 24

// Letter is an index into the alphabet.
type Letter = uint8

// Encode appends the letters of a folded word to dst, at most MaxLetters in all. Bytes that continue a code
// point are left out, so every letter of another script is one "other".
func Encode(dst []Letter, word string) []Letter {
	for i := 0; i < len(word) && len(dst) < MaxLetters; i++ {
		switch c := word[i]; {
		case 'a' <= c && c <= 'z':
			dst = append(dst, c-'a')
		case c < 0x80 || c >= 0xC0:
			dst = append(dst, other)
		}
	}
	return dst
}

// Never is the score of an operation that was never seen.
const Never float32 = -100

// Model holds the scores of the operations in dense tables. The zero Model is useless: it comes from
// [New] or [Read] and is not written afterwards.
type Model struct {
	sub   [Letters * Letters]float32           // 1:1
	drop  [Letters]float32                     // 1:0
	drop2 [Letters * Letters]float32           // 2:0
	two   [Letters * Letters * Letters]float32 // 2:1, indexed by the pair, then the single letter
	three []float32                            // 3:1, indexed by the triple, then the single letter
	pair  []float32                            // 2:2

	// turns tells which letters a triple can turn into, one bit a letter: most triples can into none, and the
	// table of 3:1 is too large for the near cache.
	turns []uint32
	// pairs tells the same of 2:2, one bit for each pair of pairs.
	pairs [Letters * Letters][(Letters*Letters + 63) / 64]uint64
}

// Word is an encoded word with what the model needs to know of it, computed once by [Model.Prepare].
type Word struct {
	Code []Letter
	// Self is the score of copying the word letter by letter, in nats: what a perfect match would score.
	Self float32
	// turns[i] are the letters that the triple ending at i (exclusive) can turn into.
	turns [MaxLetters + 1]uint32
}

// Prepare encodes a folded word.
func (m *Model) Prepare(word string) Word {
	w := Word{Code: Encode(make([]Letter, 0, min(len(word), MaxLetters)), word)}
	for i := 3; i <= len(w.Code); i++ {
		w.turns[i] = m.turns[triple(w.Code[i-3], w.Code[i-2], w.Code[i-1])]
	}
	for _, c := range w.Code {
		w.Self += m.sub[double(c, c)]
	}
	return w
}

func double(a, b Letter) int    { return int(a)*Letters + int(b) }
func triple(a, b, c Letter) int { return double(a, b)*Letters + int(c) }

// Score is the log-likelihood ratio of the best way to read a and b as one name, in nats. It is symmetric.
func (m *Model) Score(a, b *Word) float32 {
	var rows [MaxLetters + 1][MaxLetters + 1]float32
	for i := 0; i <= len(a.Code); i++ {
		for j := 0; j <= len(b.Code); j++ {
			if i|j != 0 {
				rows[i][j] = m.cell(&rows, a, b, i, j)
			}
		}
	}
	return rows[len(a.Code)][len(b.Code)]
}

// cell is the best score of the first i letters of a with the first j of b.
func (m *Model) cell(rows *[MaxLetters + 1][MaxLetters + 1]float32, a, b *Word, i, j int) float32 {
	best := float32(-1e9)
	if i > 0 {
		best = rows[i-1][j] + m.drop[a.Code[i-1]]
		if i > 1 {
			best = max(best, rows[i-2][j]+m.drop2[double(a.Code[i-2], a.Code[i-1])])
		}
	}
	if j > 0 {
		best = max(best, rows[i][j-1]+m.drop[b.Code[j-1]])
		if j > 1 {
			best = max(best, rows[i][j-2]+m.drop2[double(b.Code[j-2], b.Code[j-1])])
		}
	}
	if i == 0 || j == 0 {
		return best
	}
	x, y := a.Code[i-1], b.Code[j-1]
	best = max(best, rows[i-1][j-1]+m.sub[double(x, y)])
	if x == y { // longer operations do not end in a letter both words share
		return best
	}
	return max(best, m.many(rows, a, b, i, j))
}

// many is the best score that ends in an operation of more than one letter to at least one.
func (m *Model) many(rows *[MaxLetters + 1][MaxLetters + 1]float32, a, b *Word, i, j int) float32 {
	x, y := a.Code[i-1], b.Code[j-1]
	best := float32(-1e9)
	if i > 1 && a.Code[i-2] != y {
		best = max(best, rows[i-2][j-1]+m.two[triple(a.Code[i-2], x, y)])
		if a.turns[i]>>y&1 == 1 {
			best = max(best, rows[i-3][j-1]+m.three[triple(a.Code[i-3], a.Code[i-2], x)*Letters+int(y)])
		}
	}
	if j > 1 && b.Code[j-2] != x {
		best = max(best, rows[i-1][j-2]+m.two[triple(b.Code[j-2], y, x)])
		if b.turns[j]>>x&1 == 1 {
			best = max(best, rows[i-1][j-3]+m.three[triple(b.Code[j-3], b.Code[j-2], y)*Letters+int(x)])
		}
	}
	if i > 1 && j > 1 && a.Code[i-2] != b.Code[j-2] {
		p, q := double(a.Code[i-2], x), double(b.Code[j-2], y)
		if m.pairs[p][q/64]>>(q%64)&1 == 1 {
			best = max(best, rows[i-2][j-2]+m.pair[p*Letters*Letters+q])
		}
	}
	return best
}
