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

import "math"

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

// steps is a score in steps of 1/perNat nats. Processors take the larger of two whole numbers without a jump that they
// would have to guess, of two fractions not, and the search is little else.
type steps int32

const perNat = 1 << 12

// never is the score of an operation that was never seen.
const never steps = -100 * perNat

func inSteps(nats float32) steps { return steps(math.Round(float64(nats) * perNat)) }
func (s steps) nats() float32    { return float32(s) / perNat }

// Model holds the scores of the operations in dense tables. The zero Model is useless: it comes from
// [New] and is not written afterwards.
type Model struct {
	sub   [Letters * Letters]steps           // 1:1
	drop  [Letters]steps                     // 1:0
	drop2 [Letters * Letters]steps           // 2:0
	two   [Letters * Letters * Letters]steps // 2:1, indexed by the pair, then the single letter
	three []steps                            // 3:1, indexed by the triple, then the single letter
	pair  []steps                            // 2:2

	// turns tells which letters a triple can turn into, one bit a letter: most triples can into none, and the
	// table of 3:1 is too large for the near cache.
	turns []uint32
	// pairs tells the same of 2:2, one bit for each pair of pairs.
	pairs [Letters * Letters][pairWords]uint64
}

// pairWords is the number of machine words that hold one bit for each pair of letters.
const pairWords = (Letters*Letters + 63) / 64

// Word is an encoded word with what the model needs to know of it, computed once by [Model.Prepare].
type Word struct {
	Code []Letter
	// Self is the score of copying the word letter by letter, in nats: what a perfect match would score.
	Self float32
	at   []place // one for each number of letters read
}

// place is what the model knows of the letters just before a place in a word.
type place struct {
	drop, drop2 steps  // scores of dropping the last letter, the last two
	last, prev  Letter // the last letter, the one before
	double      uint16 // index of the last two
	turns       uint32 // letters the last three can turn into
	rest        steps  // what copying the letters behind the place would score
}

// Prepare encodes a folded word.
func (m *Model) Prepare(word string) Word {
	w := Word{Code: Encode(make([]Letter, 0, min(len(word), MaxLetters)), word)}
	w.at = make([]place, len(w.Code)+1)
	self := steps(0)
	for i, c := range w.Code {
		self += m.sub[double(c, c)]
		p := &w.at[i+1]
		p.drop, p.drop2, p.last, p.prev = m.drop[c], never, c, Letters
		if i > 0 {
			p.prev = w.Code[i-1]
			p.double = uint16(double(p.prev, c))
			p.drop2 = m.drop2[p.double]
		}
		if i > 1 {
			p.turns = m.turns[triple(w.Code[i-2], p.prev, c)]
		}
	}
	w.Self = self.nats()
	for i := range w.at {
		w.at[i].rest = self
		if i < len(w.Code) {
			self -= m.sub[double(w.Code[i], w.Code[i])]
		}
	}
	return w
}

func double(a, b Letter) int    { return int(a)*Letters + int(b) }
func triple(a, b, c Letter) int { return double(a, b)*Letters + int(c) }

// edge is the number of cells before the first row and column of the table, so that operations of up to three
// letters need no test for the border: those cells hold a score nothing can come back from.
const edge = 3

const side = MaxLetters + 1 + edge

// rows is the number of rows that an operation can reach over: its own and the three above.
const rows = edge + 1

// hopeless is the score of the cells outside the table.
const hopeless steps = -1 << 29

// Score is the log-likelihood ratio of the best way to read a and b as one name, in nats. Where it cannot reach
// least, as far as copying all letters still to come can tell, it is some number below least.
func (m *Model) Score(a, b *Word, least float32) float32 {
	enough := steps(max(float64(least)*perNat, float64(hopeless)))
	var table [rows][side]steps // of the rows that operations can still come from
	width := len(b.at) + edge
	for i := range edge {
		outside(table[i][:width])
	}
	last := 0
	for i := range a.at {
		last = (i + edge) % rows
		row := &table[last]
		outside(row[:edge])
		if i == 0 {
			m.first(row, b)
			continue
		}
		w := window{row, &table[(last+3)%rows], &table[(last+2)%rows], &table[(last+1)%rows]}
		if best := m.row(&w, a, b, i); best+a.at[i].rest < enough {
			return min(best.nats(), least-1)
		}
	}
	return table[last][len(b.at)-1+edge].nats()
}

func outside(cells []steps) {
	for k := range cells {
		cells[k] = hopeless
	}
}

// first fills the row in which nothing of a was read.
func (m *Model) first(row *[side]steps, b *Word) {
	row[edge] = 0
	for j := 1; j < len(b.at); j++ {
		p := &b.at[j]
		best := row[edge+j-1] + p.drop
		best = max(best, row[edge+j-2]+p.drop2)
		row[edge+j] = best
	}
}

// window is the row that is being filled and the three above it.
type window struct{ row, up, up2, up3 *[side]steps }

// row fills the row in which i letters of a were read and gives its best score. It is the innermost loop of all
// name matching, hence one function with every short operation in line.
func (m *Model) row(w *window, a, b *Word, i int) steps {
	p := &a.at[i]
	x := p.last
	row, up, up2 := w.row, w.up, w.up2
	sub := m.sub[int(x)*Letters : (int(x)+1)*Letters]
	pairs := &m.pairs[p.double]
	row[edge] = max(up[edge]+p.drop, up2[edge]+p.drop2)
	most := row[edge]
	for j := 1; j < len(b.at); j++ {
		q := &b.at[j]
		y := q.last
		k := edge + j
		best := up[k-1] + sub[y]
		best = max(best, up[k]+p.drop)
		best = max(best, row[k-1]+q.drop)
		best = max(best, up2[k]+p.drop2)
		best = max(best, row[k-2]+q.drop2)
		if x != y { // longer operations do not end in a letter both words share
			best = max(best, m.two1(w, p, q, k))
			if (p.turns>>y|q.turns>>x)&1 == 1 || pairs[q.double/64]>>(q.double%64)&1 == 1 {
				best = max(best, m.rest(w, a, b, i, j))
			}
		}
		row[k] = best
		most = max(most, best)
	}
	return most
}

// two1 is the best score that ends in two letters of one word for one of the other. Where a word has no second
// letter before the place, the rows and cells above are hopeless.
func (m *Model) two1(w *window, p, q *place, k int) steps {
	best := hopeless
	if p.prev != q.last {
		best = w.up2[k-1] + m.two[int(p.double)*Letters+int(q.last)]
	}
	if q.prev != p.last {
		best = max(best, w.up[k-2]+m.two[int(q.double)*Letters+int(p.last)])
	}
	return best
}

// rest is the best score that ends in three letters for one or in two for two.
func (m *Model) rest(w *window, a, b *Word, i, j int) steps {
	p, q := &a.at[i], &b.at[j]
	k := edge + j
	best := hopeless
	if p.turns>>q.last&1 == 1 {
		best = w.up3[k-1] + m.three[triple(a.Code[i-3], p.prev, p.last)*Letters+int(q.last)]
	}
	if q.turns>>p.last&1 == 1 {
		best = max(best, w.up[k-3]+m.three[triple(b.Code[j-3], q.prev, q.last)*Letters+int(p.last)])
	}
	if p.prev == q.prev || i < 2 || j < 2 || m.pairs[p.double][q.double/64]>>(q.double%64)&1 == 0 {
		return best
	}
	return max(best, w.up2[k-2]+m.pair[int(p.double)*Letters*Letters+int(q.double)])
}
