package pair

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"quotidian/matching/wording/sense"
)

// Gists keep, in a few hundred bytes each, what decides whether two texts are worth the full comparison: the distinct
// words with their weights and places, and the direction. They are numbered in the order in which they were added. What
// is read of one text lies in two places, since memory answers late and all that is read lies far apart.
type Gists struct {
	words   rows[gistWord] // in order of key within each text, behind one that holds the text's weight
	vectors vectors
	buf     []gistWord
}

// gistWord is one distinct word: the upper half of its key, its weight in steps of weightStep, and where it stands.
type gistWord struct {
	key        uint32
	weight, at uint16
}

// weightStep divides every weight that a word can have: those of the table, three tenths of them, those of numbers and names.
const weightStep = 0.002

// Add takes in one more text.
func (g *Gists) Add(t *Text) {
	g.buf = append(g.buf[:0], gistWord{key: math.Float32bits(t.Mass)})
	for _, m := range t.Set {
		g.buf = append(g.buf, gistWord{uint32(m.Key >> 32), uint16(m.Weight/weightStep + 0.5), uint16(min(m.At, math.MaxUint16))})
	}
	g.words.add(g.buf)
	g.vectors.add(t.Vector)
}

// text gives the words of text i and its weight.
func (g *Gists) text(i int32) (words []gistWord, mass float32) {
	row := g.words.row(i)
	return row[1:], math.Float32frombits(row[0].key)
}

// Cosine of texts i and j, as [Text.Cosine].
func (g *Gists) Cosine(i, j int32) float64 {
	return float64(sense.Dot(g.Vector(i), g.Vector(j))) / (127 * 127)
}

// Vector is the direction of text i, as [Text.Vector]; it must not be written to, and lasts until the next is added.
func (g *Gists) Vector(i int32) []int8 { return g.vectors.row(i) }

// What a glance at two gists shows.
const (
	gContain    = iota // weight of the shared words over that of the lighter text's words
	gJaccard           // … over that of all words
	gCosine            // of the directions
	gShared            // weight of the shared words
	gLight             // weight of the lighter text
	gMass              // the lighter text's weight over the heavier's
	gRarest            // the weightiest shared word
	gRarest2           // the second weightiest
	gCommon            // number of shared words
	gLost              // the weightiest word that only the lighter text has
	gLostHeavy         // … only the heavier
	gFew               // number of words of the text with fewer
	gMany              // … of the other
	gOwn               // one speaker said both
	gOrder             // share of the shared words, in the lighter text's order, that the heavier one has behind the word before
	gNear              // number of them that stand close behind the word before in both
	gNearWeight        // weight of those
	gSpan              // the shorter over the longer of the two stretches in which they stand
	gTight             // their number over the length of the longer stretch
	glances
)

// Glimpse is what decides whether a pair is worth the full comparison. It costs a fiftieth of that.
type Glimpse [glances]float32

// Fetch brings what a glance will read of a text into the processor's cache. Memory answers late, but it answers many
// requests at once, where they do not wait for each other. What it gives is of no use but to have been read.
func (g *Gists) Fetch(i int32) uint64 {
	w, v := g.words.row(i), g.vectors.row(i)
	return uint64(w[0].key ^ w[len(w)-1].key ^ uint32(uint8(v[0])) ^ uint32(uint8(v[len(v)-1])))
}

// Glancer glances from one text at others. It turns the one into a table in which the words of the others are looked up,
// which is faster than to walk along both. One Glancer serves one goroutine; the zero value is ready.
type Glancer struct {
	gists *Gists
	from  int32
	words []gistWord
	mass  float32
	// table finds the text's words by key: open addressing, at most a quarter full. A place is taken when it bears the
	// number of the present round.
	table []tableWord
	round uint32
	// byWeight are the places of the words, the weightiest first; seen says which of them the other text has.
	byWeight []int32
	seen     []bool
	both     [mostPlaced]placed
	// What the last glance showed, and whether that is all.
	last   Glimpse
	shared []placed
	placed bool
}

// tableWord is a word of the text that is looked from: its key and its place in the row.
type tableWord struct{ round, key, place uint32 }

// leastTable is enough for texts of sixty words.
const leastTable = 1 << 8

// Turn lets it look from text i of g from now on, until the next text is added.
func (x *Glancer) Turn(g *Gists, i int32) {
	x.gists, x.from = g, i
	x.words, x.mass = g.text(i)
	if size := len(x.table); 4*len(x.words) > size || size == 0 || x.round == math.MaxUint32 {
		x.table, x.round = make([]tableWord, max(leastTable, 1<<bits.Len(uint(4*len(x.words))))), 0
	}
	x.round++
	x.byWeight = x.byWeight[:0]
	for k, w := range x.words {
		at := x.slot(w.key)
		for x.table[at].round == x.round {
			at = (at + 1) & uint32(len(x.table)-1)
		}
		x.table[at] = tableWord{x.round, w.key, uint32(k)}
		x.byWeight = append(x.byWeight, int32(k))
	}
	slices.SortFunc(x.byWeight, func(a, b int32) int { return cmp.Compare(x.words[b].weight, x.words[a].weight) })
	x.seen = slices.Grow(x.seen[:0], len(x.words))[:len(x.words)]
}

func (x *Glancer) slot(key uint32) uint32 { return key * 0x9E3779B1 >> 16 & uint32(len(x.table)-1) }

// Glance fills v for the text it looks from and text j; own says that one speaker said both.
func (x *Glancer) Glance(j int32, own bool, v *Glimpse) { v.places(x.glance(j, own, v)) }

// Worthy reports whether text j is worth the full comparison, when the heads must say so much for it to count; own says
// that one speaker said both.
func (x *Glancer) Worthy(hs *Heads, j int32, own bool, need Need) bool {
	x.shared = x.glance(j, own, &x.last)
	x.placed = x.last.Promising()
	if !x.placed {
		return false
	}
	x.last.places(x.shared)
	return hs.worthy(&x.last, need)
}

// Beside gives the weight of the words that stand behind each other in both texts of the pair that [Glancer.Worthy] was asked about
// last, the first of each stretch not counted.
func (x *Glancer) Beside() float32 {
	if !x.placed {
		x.last.places(x.shared)
		x.placed = true
	}
	return x.last[gNearWeight]
}

// glance fills in all but what the places of the shared words tell, and gives those.
func (x *Glancer) glance(j int32, own bool, v *Glimpse) []placed {
	words, mass := x.gists.text(j)
	lighter := x.mass <= mass // the text that is looked from
	clear(x.seen)
	both := x.both[:0]
	var shared, count uint32
	var first, second, strange uint16
	for _, w := range words {
		k, ok := x.place(w.key)
		if !ok {
			strange = max(strange, w.weight)
			continue
		}
		x.seen[k] = true
		mine := x.words[k]
		p := placed{int32(mine.at), int32(w.at), mine.weight}
		if !lighter {
			p = placed{int32(w.at), int32(mine.at), w.weight}
		}
		shared += uint32(p.weight)
		count++
		if p.weight > first {
			first, second = p.weight, first
		} else {
			second = max(second, p.weight)
		}
		if len(both) < mostPlaced {
			both = append(both, p)
		}
	}
	light, heavy, lost, heavyLost := x.mass, mass, x.lost(), strange
	if !lighter {
		light, heavy, lost, heavyLost = heavy, light, heavyLost, lost
	}
	common := float32(shared) * weightStep
	*v = Glimpse{
		gContain: common / (light + 1e-6), gJaccard: common / (light + heavy - common + 1e-6), gCosine: float32(x.gists.Cosine(x.from, j)),
		gShared: common, gLight: light, gMass: light / (heavy + 1e-6), gRarest: float32(first) * weightStep, gRarest2: float32(second) * weightStep,
		gCommon: float32(count), gLost: float32(lost) * weightStep, gLostHeavy: float32(heavyLost) * weightStep,
		gFew: float32(min(len(words), len(x.words))), gMany: float32(max(len(words), len(x.words))), gOwn: either(own),
	}
	return both
}

// place finds a word of the text that is looked from.
func (x *Glancer) place(key uint32) (uint32, bool) {
	for at := x.slot(key); ; at = (at + 1) & uint32(len(x.table)-1) {
		switch w := &x.table[at]; {
		case w.round != x.round:
			return 0, false
		case w.key == key:
			return w.place, true
		}
	}
}

// lost is the weight of the weightiest word that the other text does not have.
func (x *Glancer) lost() uint16 {
	for _, k := range x.byWeight {
		if !x.seen[k] {
			return x.words[k].weight
		}
	}
	return 0
}

// placed is a shared word with its place in the lighter text and in the heavier.
type placed struct {
	a, b   int32
	weight uint16
}

// mostPlaced is the most shared words whose places are looked at: who shares more is worth comparing.
const mostPlaced = 24

// beside is how far behind each other two words stand that stand together; one may have been slipped in between.
const beside = 2

// places fills in what the places of the shared words tell.
func (v *Glimpse) places(both []placed) {
	if len(both) < 2 {
		return
	}
	least, most := both[0].b, both[0].b
	for i := 1; i < len(both); i++ {
		p, at := both[i], i
		for ; at > 0 && both[at-1].a > p.a; at-- {
			both[at] = both[at-1]
		}
		both[at] = p
		least, most = min(least, p.b), max(most, p.b)
	}
	rises, near, weight := 0, 0, uint32(0)
	for i, p := range both[1:] {
		a, b := p.a-both[i].a, p.b-both[i].b
		if b > 0 {
			rises++
			if a <= beside && b <= beside {
				near++
				weight += uint32(p.weight)
			}
		}
	}
	a, b := both[len(both)-1].a-both[0].a+1, most-least+1
	v[gOrder], v[gNear], v[gNearWeight] = float32(rises)/float32(len(both)-1), float32(near), float32(weight)*weightStep
	v[gSpan], v[gTight] = float32(min(a, b))/float32(max(a, b)), float32(len(both))/float32(max(a, b))
}

// Promising is [Promising] for the pair that was glanced at: the wide gate, within which the heads are trained.
func (v *Glimpse) Promising() bool { return promising(v[gContain], float64(v[gCosine]), v[gOwn] > 0) }
