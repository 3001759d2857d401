package pair

import (
	"cmp"
	"math"
	"math/bits"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/sense"
)

// The features of a pair of wordings. A is the one with fewer words.
const (
	fJaccard    = iota // weight of the shared words over that of all words
	fContain           // … over that of the lighter text's words
	fTFIDF             // cosine of the weighted words
	fCosine            // of the whole texts' directions
	fSoftA             // how well a's words are found in b, by weight
	fSoftB             // how well b's words are found in a
	fSoftMin           // the smaller of both
	fLostA             // the weightiest word of a that is not found in b
	fLostB             // the weightiest word of b that is not found in a
	fOrder             // share of a's found words whose places rise
	fSequence          // longest common subsequence over a's length
	fNumbers           // numbers in both
	fNumbersOff        // numbers in only one
	fNegation          // one has a negation, the other none
	fNames             // capitalised words of one that are found in the other
	fNamesOff          // … that are not
	fRatio             // a's length over b's
	fLength            // a's length
	fShared            // weight of the shared words
	fCosineLong        // fCosine for long texts
	fSoftLong          // fSoftA for long texts
	fEdit              // a's words found in one stretch of b, by edit distance
	fRun               // the longest common run over a's length
	fAdjacent          // neighbours in a that are neighbours in b
	fEnds              // both begin, both end, with the same word
	fBarren            // weight share of a's words with no likeness at all
	fBarrenB           // … of b's
	fModal             // modal verbs of different strength
	fQuestion          // one asks, the other does not
	fMass              // the lighter text's weight over the heavier's
	fRarest            // the weightiest word that both have
	fRarest2           // the second weightiest
	fRarestLost        // the weightiest word that only one has
	fPairs             // neighbouring words of a that are neighbours in b, by weight
	fLight             // the lighter text's weight
	fRest              // cosine of the words that only one has, summed up on either side
	fTopA              // how well a's three weightiest words are found in b
	fTopB              // how well b's three weightiest words are found in a
	features
)

// Vector holds the features of one pair.
type Vector [features]float32

// Verbatim is the share of the shorter text's words that stand in the longer one in the same order, 0 to 1.
func (f *Vector) Verbatim() float32 { return f[fSequence] }

// Asks reports whether one of the two is a question and the other is not.
func (f *Vector) Asks() bool { return f[fQuestion] > 0 }

// Meter measures pairs. It keeps buffers, so one Meter serves one goroutine.
type Meter struct {
	table *sense.Table
	m     Alignment
	rows  [3][]int32
	lis   []int32
	sums  [2][]float32
	left  []int32
}

// NewMeter gives a meter over the shipped word vectors.
func NewMeter() *Meter { return &Meter{table: sense.Default()} }

// Measure fills f with the features of a and b, whatever their order.
func (x *Meter) Measure(a, b *Text, f *Vector) {
	if cmp.Or(cmp.Compare(len(a.Words), len(b.Words)), cmp.Compare(a.Exact, b.Exact), cmp.Compare(a.Printed, b.Printed)) > 0 {
		a, b = b, a
	}
	*f = Vector{}
	x.bags(a, b, f)
	a, b = bounded(a, b)
	x.m.Fill(a, b, x.table)
	x.alignment(f)
	x.rarest(f)
	x.rest(f)
	f[fTopA], f[fTopB] = top(x.m.Like, a.Weight), top(x.m.Back, b.Weight)
	x.sequences(a, b, f)
	x.details(a, b, f)
}

// mostCells bounds the pairs of words that are held against each other. Of two texts that have more, as two speeches of a
// thousand words do, the bags of all their words are compared and the beginnings word by word.
const mostCells = 1 << 20

// bounded cuts two texts, the shorter one first, to that bound.
func bounded(a, b *Text) (*Text, *Text) {
	if len(a.Words)*len(b.Words) <= mostCells {
		return a, b
	}
	const side = 1 << 10 // squared it is the bound
	a = a.head(side)
	return a, b.head(max(side, mostCells/max(1, len(a.Words))))
}

// Aligned is the alignment of the pair that was measured last; the text with fewer words stands first.
func (x *Meter) Aligned() *Alignment { return &x.m }

// Table gives the word vectors that the meter measures with.
func (x *Meter) Table() *sense.Table { return x.table }

func (x *Meter) bags(a, b *Text, f *Vector) {
	w, s := a.Shared(b)
	f[fJaccard] = w / (a.Mass + b.Mass - w + 1e-6)
	f[fContain] = w / (min(a.Mass, b.Mass) + 1e-6)
	f[fTFIDF] = s / float32(math.Sqrt(float64(a.Square*b.Square)+1e-6))
	f[fCosine] = float32(a.Cosine(b))
	f[fRatio] = float32(len(a.Words)) / float32(max(1, len(b.Words)))
	f[fLength] = float32(math.Log(float64(max(1, len(a.Words))))) / 4
	f[fShared] = min(w, 120) / 60
	f[fCosineLong] = f[fCosine] * f[fLength]
	f[fMass] = min(a.Mass, b.Mass) / (max(a.Mass, b.Mass) + 1e-6)
	f[fLight] = min(a.Mass, b.Mass, 150) / 150
}

// rest compares what is left of both texts without the words they share: paraphrases leave kindred words.
func (x *Meter) rest(f *Vector) {
	d := x.table.Dims()
	if len(x.sums[0]) < d {
		x.sums[0], x.sums[1] = make([]float32, d), make([]float32, d)
	}
	n := x.remainder(x.sums[0], x.m.A, x.m.Like)
	m := x.remainder(x.sums[1], x.m.B, x.m.Back)
	if n == 0 || m == 0 {
		f[fRest] = either(n == m) // nothing left on both sides is the best, on one side the worst
		return
	}
	var ab, aa, bb float32
	for k, p := range x.sums[0] {
		q := x.sums[1][k]
		ab, aa, bb = ab+p*q, aa+p*p, bb+q*q
	}
	f[fRest] = ab / (float32(math.Sqrt(float64(aa)*float64(bb))) + 1e-6)
}

// remainder sums up the vectors of the telling words that the other text does not have, and counts them.
func (x *Meter) remainder(sum []float32, t *Text, like []float32) int {
	x.left = x.left[:0]
	for i := range t.Words {
		if like[i] < 1 && !t.Words[i].Has(canon.Stop) {
			x.left = append(x.left, t.Sense[i])
		}
	}
	clear(sum)
	x.table.Sum(sum, x.left)
	return len(x.left)
}

// top gives the mean likeness of the three weightiest words.
func top(like, weight []float32) float32 {
	var best [3]int
	count := 0
	for i := range weight {
		at := count
		for at > 0 && weight[i] > weight[best[at-1]] {
			at--
		}
		if at < len(best) {
			count = min(count+1, len(best))
			copy(best[at+1:count], best[at:])
			best[at] = i
		}
	}
	var sum float32
	for _, i := range best[:count] {
		sum += like[i]
	}
	return sum / float32(max(1, count))
}

// rarest finds the weightiest shared words and the weightiest one that only one text has.
func (x *Meter) rarest(f *Vector) {
	var first, second, lost float32
	var bigrams, all float32
	for i, w := range x.m.A.Weight {
		if x.m.Like[i] < 1 {
			lost = max(lost, w)
		} else if w > first {
			first, second = w, first
		} else {
			second = max(second, w)
		}
		if i > 0 {
			all += w + x.m.A.Weight[i-1]
			if x.m.Like[i] == 1 && x.m.Like[i-1] == 1 && x.m.Place[i] == x.m.Place[i-1]+1 {
				bigrams += w + x.m.A.Weight[i-1]
			}
		}
	}
	for j, w := range x.m.B.Weight {
		if x.m.Back[j] < 1 {
			lost = max(lost, w)
		}
	}
	f[fRarest], f[fRarest2], f[fRarestLost] = first/12, second/12, lost/12
	f[fPairs] = bigrams / (all + 1e-6)
}

// alignment summarises the alignment of the words.
func (x *Meter) alignment(f *Vector) {
	f[fSoftA], f[fLostA], f[fBarren] = found(x.m.Like, x.m.A.Weight)
	f[fSoftB], f[fLostB], f[fBarrenB] = found(x.m.Back, x.m.B.Weight)
	f[fSoftMin] = min(f[fSoftA], f[fSoftB])
	f[fSoftLong] = f[fSoftA] * f[fLength]
	x.lis = x.lis[:0]
	matched, near, pairs := 0, 0, 0
	last := int32(-1)
	for i, p := range x.m.Place {
		if x.m.Like[i] < 0.6 || x.m.A.Words[i].Has(canon.Stop) {
			continue
		}
		matched++
		if last >= 0 {
			pairs++
			if d := p - last; d > 0 && d <= 3 {
				near++
			}
		}
		last = p
		x.lis = rise(x.lis, p)
	}
	if matched > 0 {
		f[fOrder] = float32(len(x.lis)) / float32(matched)
	}
	if pairs > 0 {
		f[fAdjacent] = float32(near) / float32(pairs)
	}
}

// found gives the weighted mean of likenesses, the weightiest loss and the share of weight without any likeness.
func found(like, weight []float32) (mean, lost, barren float32) {
	var sum, all float32
	for i, s := range like {
		sum += s * weight[i]
		all += weight[i]
		lost = max(lost, weight[i]*(1-s))
		if s < 0.4 {
			barren += weight[i]
		}
	}
	return sum / (all + 1e-6), lost / 13, barren / (all + 1e-6)
}

// rise keeps the smallest tails of rising subsequences (patience sorting); its length is that of the longest.
func rise(tails []int32, p int32) []int32 {
	for k := range tails {
		if tails[k] >= p {
			tails[k] = p
			return tails
		}
	}
	return append(tails, p)
}

// sequences measures common subsequence, run, and edit distance of a within b.
func (x *Meter) sequences(a, b *Text, f *Vector) {
	var s sequences
	if x.m.Same != nil {
		s = x.m.sequences()
	} else {
		s = x.wideSequences(a, b)
	}
	m := float32(max(1, len(a.Words)))
	f[fSequence] = float32(s.common) / m
	f[fRun] = float32(s.run) / m
	f[fEdit] = 1 - float32(s.edit)/m
}

// sequences are the lengths of the longest common subsequence and of the longest common run, and the edits that make of the
// first text a stretch of the second.
type sequences struct{ common, run, edit int32 }

// sequences finds them in texts of at most Narrow words, a column of each table in a number: Hyyrö's longest common
// subsequence (2004) and Myers' approximate search (1999).
func (m *Alignment) sequences() (s sequences) {
	var same [Narrow]uint64 // for each word of B, the set of its places in A
	for i, set := range m.Same {
		for ; set != 0; set &= set - 1 {
			same[bits.TrailingZeros64(set)] |= 1 << i
		}
	}
	n := len(m.Same)
	s.edit = int32(n)
	if n == 0 {
		return s
	}
	last := uint64(1) << (n - 1)
	var runs [Narrow]int32
	common, up, down, edit, before := ^uint64(0), ^uint64(0), uint64(0), int32(n), uint64(0)
	for _, eq := range same[:len(m.B.Words)] {
		for set := eq; set != 0; {
			i := bits.Len64(set) - 1 // from the last on, since a run goes on from the word before
			set &^= 1 << i
			if runs[i] = 1; i > 0 && before>>(i-1)&1 != 0 {
				runs[i] = runs[i-1] + 1
			}
			s.run = max(s.run, runs[i])
		}
		before = eq

		u := common & eq
		common = (common + u) | (common - u)

		xv, xh := eq|down, (((eq&up)+up)^up)|eq
		ph, mh := down|^(xh|up), up&xh
		if ph&last != 0 {
			edit++
		} else if mh&last != 0 {
			edit--
		}
		s.edit = min(s.edit, edit)
		ph, mh = ph<<1, mh<<1
		up, down = mh|^(xv|ph), ph&xv
	}
	s.common = int32(bits.OnesCount64(^common & (last | (last - 1))))
	return s
}

// wideSequences finds them in texts of any length in one pass over the words.
func (x *Meter) wideSequences(a, b *Text) (s sequences) {
	n := len(b.Words) + 1
	for k := range x.rows {
		if cap(x.rows[k]) < n {
			x.rows[k] = make([]int32, 2*n)
		}
		x.rows[k] = x.rows[k][:n]
		clear(x.rows[k])
	}
	common, run, edit := x.rows[0], x.rows[1], x.rows[2]
	for i := range a.Words {
		key := a.Words[i].Key
		var diagCommon, diagRun int32
		diagEdit := edit[0]
		edit[0] = int32(i) + 1
		for j := 1; j < n; j++ {
			upCommon, upRun, upEdit := common[j], run[j], edit[j]
			if key == b.Words[j-1].Key {
				common[j] = diagCommon + 1
				run[j] = diagRun + 1
				edit[j] = diagEdit
				s.run = max(s.run, run[j])
			} else {
				common[j] = max(upCommon, common[j-1])
				run[j] = 0
				edit[j] = 1 + min(diagEdit, upEdit, edit[j-1])
			}
			diagCommon, diagRun, diagEdit = upCommon, upRun, upEdit
		}
	}
	s.common, s.edit = common[n-1], int32(len(a.Words))
	for _, e := range edit {
		s.edit = min(s.edit, e)
	}
	return s
}

// details measures numbers, negation, names, modality and the ends.
func (x *Meter) details(a, b *Text, f *Vector) {
	ta, tb := tell(a, x.m.Like), tell(b, x.m.Back)
	f[fNumbers] = float32(min(ta.numbers, 3)) / 3
	f[fNumbersOff] = float32(min(ta.numbersOff+tb.numbersOff, 3)) / 3
	f[fNames] = float32(min(ta.names, 3)) / 3
	f[fNamesOff] = float32(min(ta.namesOff+tb.namesOff, 3)) / 3
	f[fNegation] = either(ta.negated != tb.negated)
	f[fModal] = either(ta.modal != tb.modal)
	f[fQuestion] = either(asks(a.Printed) != asks(b.Printed))
	if len(a.Words) > 0 && len(b.Words) > 0 {
		f[fEnds] = (either(a.Words[0].Key == b.Words[0].Key) + either(a.Words[len(a.Words)-1].Key == b.Words[len(b.Words)-1].Key)) / 2
	}
}

func either(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func asks(text string) bool {
	for i := len(text) - 1; i >= 0 && i > len(text)-5; i-- {
		if text[i] == '?' {
			return true
		}
	}
	return false
}

// telling counts what numbers, names and function words of one text tell against another.
type telling struct {
	numbers, numbersOff, names, namesOff int
	negated                              bool
	modal                                uint32
}

func tell(p *Text, like []float32) telling {
	var t telling
	for i, w := range p.Words {
		switch {
		case w.Number() && like[i] == 1:
			t.numbers++
		case w.Number():
			t.numbersOff++
		case w.Has(canon.Capital) && !w.Has(canon.Stop) && like[i] > spelled:
			t.names++
		case w.Has(canon.Capital) && !w.Has(canon.Stop) && !w.Has(canon.Opens):
			t.namesOff++
		}
		switch w.Tag {
		case canon.Negator, canon.Denial:
			t.negated = !t.negated
		case canon.Can, canon.May, canon.Must, canon.Should:
			t.modal |= 1 << w.Tag
		}
	}
	return t
}
