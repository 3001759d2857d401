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

// head is the text with its first n words alone; its set, its sums and what is printed stay those of the whole.
func (t *Text) head(n int) *Text {
	n = min(n, len(t.Words))
	out := *t
	out.Words, out.Sense, out.Weight = t.Words[:n], t.Sense[:n], t.Weight[:n]
	return &out
}

// Member is one distinct word of a text.
type Member struct {
	Key    uint64
	Weight float32
	At     int32 // the place of a word that has the key
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
	known []known
}

// known is what the table says of a word met lately.
type known struct {
	key    uint64
	sense  int32
	rarity float32
}

const knownWords = 1 << 12

// Prepare brings a text into canonical form; names are the names in it that were resolved, in order. Its cost is linear in the text.
func (p *Preparer) Prepare(printed string, names []canon.Name) *Text {
	words := len(printed)/5 + 2
	out := &Text{Words: make([]canon.Word, 0, words), Sense: make([]int32, 0, words), Weight: make([]float32, 0, words), Set: make([]Member, 0, words)}
	p.Into(out, printed, names)
	return out
}

// Into is [Preparer.Prepare] into a text that nobody needs any more; it takes over its memory.
func (p *Preparer) Into(out *Text, printed string, names []canon.Name) {
	if p.table == nil {
		p.table = sense.Default()
		p.sum, p.known = make([]float32, p.table.Dims()), make([]known, knownWords)
	}
	*out = Text{Printed: printed, Words: p.scan.Scan(out.Words[:0], printed, names), Sense: out.Sense[:0], Weight: out.Weight[:0], Set: out.Set[:0], Vector: out.Vector[:0]}
	for i := range out.Words {
		w := &out.Words[i]
		k := &p.known[w.Key%knownWords]
		if k.key != w.Key {
			s := p.table.Find(w.Key)
			*k = known{w.Key, s, p.table.Rarity(s)}
		}
		weight := weigh(w, k.rarity)
		out.Sense, out.Weight, out.Set = append(out.Sense, k.sense), append(out.Weight, weight), append(out.Set, Member{w.Key, weight, int32(i)})
	}
	out.finish()
	clear(p.sum)
	p.table.Sum(p.sum, out.Sense)
	out.Vector = direction(out.Vector, p.sum)
}

func weigh(w *canon.Word, rarity float32) float32 {
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
	p.Exact, p.Mass, p.Square = 0, 0, 0
	for i := range p.Words {
		p.Exact = (p.Exact ^ p.Words[i].Key) * 0x9E3779B97F4A7C15
	}
	p.distinct()
	for _, m := range p.Set {
		p.Mass += m.Weight
		p.Square += m.Weight * m.Weight
	}
}

// Up to insertionSort members are sorted by insertion, which is the fastest way for the few that a sentence has.
const insertionSort = 64

// distinct puts the set, which is in the order of the words, in order of key and takes out repeats. A function word and
// another one of its stem have different weights; then the sort of the library decides which of them counts, as it did
// for the texts on which the heads were trained.
func (p *Text) distinct() {
	if len(p.Set) <= insertionSort && p.insert() {
		return
	}
	p.Set = p.Set[:0]
	for i := range p.Words {
		p.Set = append(p.Set, Member{p.Words[i].Key, p.Weight[i], int32(i)})
	}
	slices.SortFunc(p.Set, func(a, b Member) int { return cmp.Compare(a.Key, b.Key) })
	p.Set = slices.CompactFunc(p.Set, func(a, b Member) bool { return a.Key == b.Key })
}

// insert is distinct by insertion; it gives up, the set in disorder, where a key has two weights.
func (p *Text) insert() bool {
	set, n := p.Set, 0
	for _, m := range set {
		at := n
		for at > 0 && set[at-1].Key > m.Key {
			at--
		}
		if at > 0 && set[at-1].Key == m.Key {
			if set[at-1].Weight != m.Weight {
				return false
			}
			continue
		}
		copy(set[at+1:n+1], set[at:n])
		set[at] = m
		n++
	}
	p.Set = set[:n]
	return true
}

// direction appends a vector to dst, brought to length 127.
func direction(dst []int8, x []float32) []int8 {
	var n float64
	for _, c := range x {
		n += float64(c) * float64(c)
	}
	n = 127 / (math.Sqrt(n) + 1e-9)
	for _, c := range x {
		y := float64(c) * n
		dst = append(dst, int8(y+math.Copysign(0.5, y))) // rounded
	}
	return dst
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
