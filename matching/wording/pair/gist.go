package pair

import "quotidian/matching/wording/sense"

// Gists keep, in a few hundred bytes each, what decides whether two texts are worth the full comparison: the distinct
// words with their weights, and the direction. They are numbered in the order in which they were added.
type Gists struct {
	keys    []uint32 // the upper halves of the keys, in order within each text
	weights []float32
	end     []uint32 // of each text, in keys and weights
	mass    []float32
	vectors []int8
}

// Add takes in one more text.
func (g *Gists) Add(t *Text) {
	for _, m := range t.Set {
		g.keys, g.weights = append(g.keys, uint32(m.Key>>32)), append(g.weights, m.Weight)
	}
	g.end, g.mass = append(g.end, uint32(len(g.keys))), append(g.mass, t.Mass)
	g.vectors = append(g.vectors, t.Vector...)
}

// Cosine of texts i and j, as [Text.Cosine].
func (g *Gists) Cosine(i, j int32) float64 {
	return float64(sense.Dot(g.Vector(i), g.Vector(j))) / (127 * 127)
}

// Vector is the direction of text i, as [Text.Vector]; it must not be written to.
func (g *Gists) Vector(i int32) []int8 {
	d := len(g.vectors) / len(g.end)
	return g.vectors[int(i)*d:][:d:d]
}

func (g *Gists) text(i int32) (keys []uint32, weights []float32) {
	begin := uint32(0)
	if i > 0 {
		begin = g.end[i-1]
	}
	return g.keys[begin:g.end[i]], g.weights[begin:g.end[i]]
}

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
	a, weights := g.text(i)
	b, others := g.text(j)
	var shared, first, second, count, lost, heavyLost float32
	x, y := 0, 0
	for x < len(a) && y < len(b) {
		switch {
		case a[x] < b[y]:
			lost = max(lost, weights[x])
			x++
		case a[x] > b[y]:
			heavyLost = max(heavyLost, others[y])
			y++
		default:
			w := weights[x]
			shared += w
			count++
			if w > first {
				first, second = w, first
			} else {
				second = max(second, w)
			}
			x, y = x+1, y+1
		}
	}
	for ; x < len(a); x++ {
		lost = max(lost, weights[x])
	}
	for ; y < len(b); y++ {
		heavyLost = max(heavyLost, others[y])
	}
	light, heavy := g.mass[i], g.mass[j]
	*v = Glimpse{
		gContain: shared / (light + 1e-6), gJaccard: shared / (light + heavy - shared + 1e-6), gCosine: float32(g.Cosine(i, j)),
		gShared: shared, gLight: light, gMass: light / (heavy + 1e-6), gRarest: first, gRarest2: second, gCommon: count,
		gLost: lost, gLostHeavy: heavyLost, gFew: float32(min(len(a), len(b))), gMany: float32(max(len(a), len(b))), gOwn: either(own),
	}
}

// Promising is [Promising] for the pair that was glanced at: the wide gate, within which the heads are trained.
func (v *Glimpse) Promising() bool { return promising(v[gContain], float64(v[gCosine]), v[gOwn] > 0) }
