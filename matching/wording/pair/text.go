package pair

import (
	"cmp"
	"math"
	"slices"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/sense"
)

// Text is a statement's words in canonical form, ready to be compared with many others. It is immutable.
type Text struct {
	Printed string
	Words   []canon.Word
	// Sense holds each word's number in the table of word vectors, Weight how much it tells.
	Sense  []int32
	Weight []float32
	// Set holds the distinct words in order of key.
	Set []Member
	// Mass is the sum of the set's weights, Square that of their squares.
	Mass, Square float32
	// Vector is the direction of the whole text in the space of word vectors.
	Vector []int8
	// Exact is equal for texts of the same canonical words in the same order.
	Exact uint64
}

// Member is one distinct word of a text.
type Member struct {
	Key    uint64
	Weight float32
}

const (
	// stopShare is the share of its rarity that a function word keeps as weight.
	stopShare = 0.3
	// namedRarity is the rarity of a name that the caller resolved: that of a middling surname.
	namedRarity = 9
	// Small numbers are everywhere, larger ones nearly name a statement.
	smallNumber, smallRarity, largeRarity = 13, 5.5, 8.5
)

// Preparer prepares texts. It keeps buffers, so one Preparer serves one goroutine; the zero value is ready.
type Preparer struct {
	scan  canon.Scanner
	table *sense.Table
	sum   []float32
}

// Prepare brings a text into canonical form; names are the names in it that were resolved, in order. Its cost is linear in the text.
func (p *Preparer) Prepare(printed string, names []canon.Name) *Text {
	if p.table == nil {
		p.table = sense.Default()
		p.sum = make([]float32, p.table.Dims())
	}
	out := &Text{Printed: printed}
	out.Words = p.scan.Scan(make([]canon.Word, 0, len(printed)/5+2), printed, names)
	n := len(out.Words)
	out.Sense = make([]int32, n)
	out.Weight = make([]float32, n)
	out.Set = make([]Member, n)
	clear(p.sum)
	for i, w := range out.Words {
		s := p.table.Find(w.Key)
		out.Sense[i] = s
		out.Weight[i] = weigh(w, p.table.Rarity(s))
		out.Set[i] = Member{w.Key, out.Weight[i]}
		p.table.Sum(p.sum, s)
	}
	out.finish()
	out.Vector = direction(p.sum)
	return out
}

func weigh(w canon.Word, rarity float32) float32 {
	switch {
	case w.Has(canon.Named):
		return namedRarity
	case w.Number() && w.Value < smallNumber && w.Value == math.Trunc(w.Value):
		return smallRarity
	case w.Number():
		return largeRarity
	case w.Has(canon.Stop):
		return rarity * stopShare
	}
	return rarity
}

// finish makes what follows from the words and the members of the set, which may repeat.
func (p *Text) finish() {
	for i := range p.Words {
		p.Exact = (p.Exact ^ p.Words[i].Key) * 0x9E3779B97F4A7C15
	}
	slices.SortFunc(p.Set, func(a, b Member) int { return cmp.Compare(a.Key, b.Key) })
	p.Set = slices.CompactFunc(p.Set, func(a, b Member) bool { return a.Key == b.Key })
	for _, m := range p.Set {
		p.Mass += m.Weight
		p.Square += m.Weight * m.Weight
	}
}

// direction brings a vector to length 127.
func direction(x []float32) []int8 {
	var n float64
	for _, c := range x {
		n += float64(c) * float64(c)
	}
	n = 127 / (math.Sqrt(n) + 1e-9)
	out := make([]int8, len(x))
	for i, c := range x {
		out[i] = int8(math.Round(float64(c) * n))
	}
	return out
}

// Cosine of two whole texts, -1 to 1.
func (p *Text) Cosine(q *Text) float64 {
	return float64(sense.Dot(p.Vector, q.Vector)) / (127 * 127)
}

// Shared gives the weight of the distinct words that two texts share, and the sum of its squares.
func (p *Text) Shared(q *Text) (weight, square float32) {
	a, b := p.Set, q.Set
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].Key < b[0].Key:
			a = a[1:]
		case a[0].Key > b[0].Key:
			b = b[1:]
		default:
			weight += a[0].Weight
			square += a[0].Weight * a[0].Weight
			a, b = a[1:], b[1:]
		}
	}
	return weight, square
}
