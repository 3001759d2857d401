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
	d := len(g.vectors) / len(g.end)
	return float64(sense.Dot(g.vectors[int(i)*d:][:d], g.vectors[int(j)*d:][:d])) / (127 * 127)
}

// Promising is [Promising] for texts i and j.
func (g *Gists) Promising(i, j int32, own bool) bool {
	return promising(g.shared(i, j), min(g.mass[i], g.mass[j]), g.Cosine(i, j), own)
}

// shared gives the weight of the distinct words that two texts share.
func (g *Gists) shared(i, j int32) (weight float32) {
	a, weights := g.text(i)
	b, _ := g.text(j)
	for x, y := 0, 0; x < len(a) && y < len(b); {
		switch {
		case a[x] < b[y]:
			x++
		case a[x] > b[y]:
			y++
		default:
			weight += weights[x]
			x, y = x+1, y+1
		}
	}
	return weight
}

func (g *Gists) text(i int32) (keys []uint32, weights []float32) {
	begin := uint32(0)
	if i > 0 {
		begin = g.end[i-1]
	}
	return g.keys[begin:g.end[i]], g.weights[begin:g.end[i]]
}
