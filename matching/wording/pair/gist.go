package pair

import "quotidian/matching/wording/sense"

// Gists keep, in a few hundred bytes each, what decides whether two texts are worth the full comparison: the distinct
// words with their weights, and the direction. They are numbered in the order in which they were added.
type Gists struct {
	words   rows[gistWord] // in order of key within each text
	vectors rows[int8]
	mass    []float32
	buf     []gistWord
}

// gistWord is one distinct word: the upper half of its key, and its weight.
type gistWord struct {
	key    uint32
	weight float32
}

// Add takes in one more text.
func (g *Gists) Add(t *Text) {
	g.buf = g.buf[:0]
	for _, m := range t.Set {
		g.buf = append(g.buf, gistWord{uint32(m.Key >> 32), m.Weight})
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
	gContain   = iota // weight of the shared words over that of the lighter text's words
	gJaccard          // … over that of all words
	gCosine           // of the directions
	gShared           // weight of the shared words
	gLight            // weight of the lighter text
	gMass             // the lighter text's weight over the heavier's
	gRarest           // the weightiest shared word
	gRarest2          // the second weightiest
	gCommon           // number of shared words
	gLost             // the weightiest word that only the lighter text has
	gLostHeavy        // … only the heavier
	gFew              // number of words of the text with fewer
	gMany             // … of the other
	gOwn              // one speaker said both
	glances
)

// Glimpse is what decides whether a pair is worth the full comparison. It costs a fiftieth of that.
type Glimpse [glances]float32

// Glance fills v for texts i and j; own says that one speaker said both.
func (g *Gists) Glance(i, j int32, own bool, v *Glimpse) {
	if g.mass[i] > g.mass[j] {
		i, j = j, i
	}
	a, b := g.words.row(i), g.words.row(j)
	var shared, first, second, count, lost, heavyLost float32
	few, many := float32(min(len(a), len(b))), float32(max(len(a), len(b)))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].key < b[0].key:
			lost, a = max(lost, a[0].weight), a[1:]
		case a[0].key > b[0].key:
			heavyLost, b = max(heavyLost, b[0].weight), b[1:]
		default:
			w := a[0].weight
			shared += w
			count++
			if w > first {
				first, second = w, first
			} else {
				second = max(second, w)
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
	light, heavy := g.mass[i], g.mass[j]
	*v = Glimpse{
		gContain: shared / (light + 1e-6), gJaccard: shared / (light + heavy - shared + 1e-6), gCosine: float32(g.Cosine(i, j)),
		gShared: shared, gLight: light, gMass: light / (heavy + 1e-6), gRarest: first, gRarest2: second, gCommon: count,
		gLost: lost, gLostHeavy: heavyLost, gFew: few, gMany: many, gOwn: either(own),
	}
}

// Promising is [Promising] for the pair that was glanced at: the wide gate, within which the heads are trained.
func (v *Glimpse) Promising() bool { return promising(v[gContain], float64(v[gCosine]), v[gOwn] > 0) }
