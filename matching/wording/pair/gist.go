package pair

import (
	"math"

	"quotidian/matching/variant/forest"
	"quotidian/matching/wording/sense"
)

// Gists keep, in a few hundred bytes each, what decides whether two texts are worth the full comparison: the distinct
// words with their weights and places, and the direction. They are numbered in the order in which they were added.
type Gists struct {
	words   rows[gistWord] // in order of key within each text
	vectors rows[int8]
	mass    []float32
	buf     []gistWord
	both    [mostPlaced]placed
	fetched uint32
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
	g.buf = g.buf[:0]
	for _, m := range t.Set {
		g.buf = append(g.buf, gistWord{uint32(m.Key >> 32), uint16(m.Weight/weightStep + 0.5), uint16(min(m.At, math.MaxUint16))})
	}
	g.words.add(g.buf)
	g.vectors.add(t.Vector)
	g.mass = append(g.mass, t.Mass)
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

// Fetch brings what Glance will read of some texts into the processor's cache. Memory answers late, but it answers many
// requests at once, where they do not wait for each other.
func (g *Gists) Fetch(texts []int32) {
	for _, i := range texts {
		if w, v := g.words.row(i), g.vectors.row(i); len(w) > 0 {
			g.fetched ^= w[0].key ^ w[len(w)-1].key ^ uint32(v[0]) ^ uint32(v[len(v)-1]) ^ math.Float32bits(g.mass[i])
		}
	}
}

// Glance fills v for texts i and j; own says that one speaker said both.
func (g *Gists) Glance(i, j int32, own bool, v *Glimpse) {
	if g.mass[i] > g.mass[j] {
		i, j = j, i
	}
	a, b := g.words.row(i), g.words.row(j)
	few, many := float32(min(len(a), len(b))), float32(max(len(a), len(b)))
	both := g.both[:0]
	var shared, count uint32
	var first, second, lost, heavyLost uint16
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].key < b[0].key:
			lost, a = max(lost, a[0].weight), a[1:]
		case a[0].key > b[0].key:
			heavyLost, b = max(heavyLost, b[0].weight), b[1:]
		default:
			w := a[0].weight
			shared += uint32(w)
			count++
			if w > first {
				first, second = w, first
			} else {
				second = max(second, w)
			}
			if len(both) < mostPlaced {
				both = append(both, placed{int32(a[0].at), int32(b[0].at), w})
			}
			a, b = a[1:], b[1:]
		}
	}
	for _, w := range a {
		lost = max(lost, w.weight)
	}
	for _, w := range b {
		heavyLost = max(heavyLost, w.weight)
	}
	light, heavy, common := g.mass[i], g.mass[j], float32(shared)*weightStep
	*v = Glimpse{
		gContain: common / (light + 1e-6), gJaccard: common / (light + heavy - common + 1e-6), gCosine: float32(g.Cosine(i, j)),
		gShared: common, gLight: light, gMass: light / (heavy + 1e-6), gRarest: float32(first) * weightStep, gRarest2: float32(second) * weightStep,
		gCommon: float32(count), gLost: float32(lost) * weightStep, gLostHeavy: float32(heavyLost) * weightStep, gFew: few, gMany: many, gOwn: either(own),
	}
	v.places(both)
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

// Strangers is a tree that adds odds to every glimpse of two texts that are not known to come from one speaker.
func Strangers(odds float32) forest.Tree {
	var t forest.Tree
	for i := range t.Threshold {
		t.Threshold[i] = float32(math.Inf(1))
	}
	t.Feature[0], t.Threshold[0] = gOwn, 0.5
	for i := range forest.Leaves / 2 {
		t.Value[i] = odds
	}
	return t
}
