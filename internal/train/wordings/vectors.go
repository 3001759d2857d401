package wordings

import (
	"math"
	"math/rand/v2"

	"quotidian/matching/wording/sense"
)

// The training of the word vectors: a sentence is the weighted sum of its words; two translations of one verse
// must be closer to each other than to the other verses of the batch (InfoNCE: van den Oord, Li and Vinyals,
// 2018), by Adagrad. Constants chosen on the development fold of the pair scorer.
const (
	batch       = 128
	epochs      = 6
	temperature = 20
	vectorRate  = 0.02
	weightRate  = 0.01
)

type tuner struct {
	v      *vocabulary
	weight []float32
	// gv and gw are Adagrad's sums of squared gradients.
	gv, gw []float32
}

// tune moves the vectors and gives the sentence weight of each word.
func (v *vocabulary) tune(groups [][][]int32, rng *rand.Rand) []float32 {
	t := &tuner{v: v, weight: make([]float32, len(v.keys)), gv: make([]float32, len(v.vector)), gw: make([]float32, len(v.keys))}
	for i := range t.weight {
		t.weight[i] = v.smooth(i)
	}
	for range epochs {
		order := rng.Perm(len(groups))
		for at := 0; at+batch <= len(order); at += batch {
			var a, b [][]int32
			for _, g := range order[at : at+batch] {
				bags := groups[g]
				i := rng.IntN(len(bags))
				j := (i + 1 + rng.IntN(len(bags)-1)) % len(bags)
				a, b = append(a, bags[i]), append(b, bags[j])
			}
			t.step(a, b)
		}
	}
	return t.weight
}

// side is one half of a batch: unit sentence vectors, their lengths before, and the gradients on them.
type side struct {
	bags [][]int32
	unit [][]float32
	size []float32
	grad [][]float32
}

func (t *tuner) encode(bags [][]int32) *side {
	s := &side{bags: bags}
	for _, bag := range bags {
		x := make([]float32, gloveDims)
		for _, i := range bag {
			w := t.weight[i]
			for k, c := range t.row(i) {
				x[k] += w * c
			}
		}
		var n float32
		for _, c := range x {
			n += c * c
		}
		n = float32(math.Sqrt(float64(n))) + 1e-9
		for k := range x {
			x[k] /= n
		}
		s.unit, s.size, s.grad = append(s.unit, x), append(s.size, n), append(s.grad, make([]float32, gloveDims))
	}
	return s
}

func (t *tuner) row(i int32) []float32 { return t.v.vector[int(i)*gloveDims:][:gloveDims] }

// step takes one gradient step on a batch of pairs.
func (t *tuner) step(a, b [][]int32) {
	x, y := t.encode(a), t.encode(b)
	sims := make([][]float64, len(a))
	for i := range x.unit {
		sims[i] = make([]float64, len(b))
		for j := range y.unit {
			sims[i][j] = temperature * product(x.unit[i], y.unit[j])
		}
	}
	for i := range sims {
		for j, g := range pull(sims, i) {
			accumulate(x.grad[i], y.unit[j], g)
			accumulate(y.grad[j], x.unit[i], g)
		}
	}
	t.descend(x)
	t.descend(y)
}

// pull gives the gradient of the loss of row i on the similarities sims[i].
func pull(sims [][]float64, i int) []float32 {
	out := make([]float32, len(sims))
	for j, p := range softmax(sims[i]) {
		out[j] = float32(p) * temperature / float32(len(sims))
	}
	out[i] -= temperature / float32(len(sims))
	return out
}

func softmax(z []float64) []float64 {
	top := z[0]
	for _, x := range z {
		top = max(top, x)
	}
	sum := 0.0
	out := make([]float64, len(z))
	for i, x := range z {
		out[i] = math.Exp(x - top)
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

func product(a, b []float32) float64 {
	var s float32
	for k, x := range a {
		s += x * b[k]
	}
	return float64(s)
}

func accumulate(dst, src []float32, by float32) {
	for k, x := range src {
		dst[k] += by * x
	}
}

// descend carries the gradients on a side's sentence vectors back to its words.
func (t *tuner) descend(s *side) {
	for i, bag := range s.bags {
		// Through the normalisation: g - u(u·g), over the length.
		g, u := s.grad[i], s.unit[i]
		along := float32(product(u, g))
		for k := range g {
			g[k] = (g[k] - along*u[k]) / s.size[i]
		}
		for _, w := range bag {
			t.move(w, g)
		}
	}
}

func (t *tuner) move(w int32, g []float32) {
	row, sums := t.row(w), t.gv[int(w)*gloveDims:][:gloveDims]
	weight := t.weight[w]
	onWeight := float32(product(row, g))
	for k, c := range g {
		c *= weight
		sums[k] += c * c
		row[k] -= vectorRate * c / (float32(math.Sqrt(float64(sums[k]))) + 1e-6)
	}
	t.gw[w] += onWeight * onWeight
	t.weight[w] = max(0.001, weight-weightRate*onWeight/(float32(math.Sqrt(float64(t.gw[w])))+1e-6))
}

// entries turns the vocabulary into a table; a word's weight in a sentence takes in the length of its vector.
func (v *vocabulary) entries(weight []float32) []sense.Entry {
	out := make([]sense.Entry, len(v.keys))
	for i, k := range v.keys {
		x := v.vector[i*gloveDims:][:gloveDims]
		out[i] = sense.Entry{
			Key: k, Rarity: math.Log(v.rank[i] + 2.7), Vector: x,
			Weight: weight[i] * float32(math.Sqrt(product(x, x))) / 127,
		}
	}
	return out
}
