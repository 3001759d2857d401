package wordings

import (
	"math"
	"math/rand/v2"

	"quotidian/matching/wording/pair"
)

// example is one labelled pair.
type example struct {
	in     pair.Input
	yes    bool
	piece  bool    // one of the two was trimmed
	weight float32 // for how many pairs it stands
}

const (
	hiddenUnits = 32
	passes      = 8
	minibatch   = 64
	rate        = 0.003
)

// fit trains a head by Adam (Kingma and Ba, 2015) on the log loss.
func fit(examples []example, rng *rand.Rand) pair.Head {
	h := pair.Head{Hidden: make([][pair.Inputs + 1]float32, hiddenUnits), Output: make([]float32, hiddenUnits+1)}
	standardise(&h, examples)
	for u := range h.Hidden {
		for k := range h.Hidden[u] {
			h.Hidden[u][k] = float32(rng.NormFloat64() * 0.25)
		}
		h.Output[u] = float32(rng.NormFloat64() * 0.25)
	}
	t := newTrainer(&h)
	order := rng.Perm(len(examples))
	steps := passes * len(order) / minibatch
	done := 0
	for range passes {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for at := 0; at+minibatch <= len(order); at += minibatch {
			for _, i := range order[at : at+minibatch] {
				t.gradient(&examples[i])
			}
			done++
			t.apply(rate * 0.5 * (1 + math.Cos(math.Pi*float64(done)/float64(steps))))
		}
	}
	return h
}

// standardise sets the head's mean and scale so that every input has mean 0 and variance 1.
func standardise(h *pair.Head, examples []example) {
	n := float64(len(examples))
	for k := range pair.Inputs {
		var sum, square float64
		for i := range examples {
			x := float64(examples[i].in[k])
			sum += x
			square += x * x
		}
		mean := sum / n
		h.Mean[k] = float32(mean)
		h.Scale[k] = float32(1 / (math.Sqrt(max(0, square/n-mean*mean)) + 1e-3))
	}
}

// trainer holds a head's gradients and Adam's moments, flat: hidden rows, then output.
type trainer struct {
	h             *pair.Head
	grad          []float64
	first, second []float64
	steps         int
}

func newTrainer(h *pair.Head) *trainer {
	n := len(h.Hidden)*(pair.Inputs+1) + len(h.Output)
	return &trainer{h: h, grad: make([]float64, n), first: make([]float64, n), second: make([]float64, n)}
}

// gradient adds one example's gradient.
func (t *trainer) gradient(e *example) {
	h := t.h
	var z [pair.Inputs]float32
	for k, x := range e.in {
		z[k] = (x - h.Mean[k]) * h.Scale[k]
	}
	units := len(h.Hidden)
	act := make([]float32, units)
	sum := h.Output[units]
	for u := range h.Hidden {
		a := h.Hidden[u][pair.Inputs]
		for k, x := range z {
			a += h.Hidden[u][k] * x
		}
		act[u] = pair.Squash(a)
		sum += h.Output[u] * act[u]
	}
	g := pair.Sigmoid(float64(sum))
	if e.yes {
		g--
	}
	g *= float64(e.weight)
	out := t.grad[units*(pair.Inputs+1):]
	out[units] += g
	for u := range h.Hidden {
		out[u] += g * float64(act[u])
		back := g * float64(h.Output[u]) * float64(1-act[u]*act[u])
		row := t.grad[u*(pair.Inputs+1):][:pair.Inputs+1]
		for k, x := range z {
			row[k] += back * float64(x)
		}
		row[pair.Inputs] += back
	}
}

// apply takes one step with the gradients gathered, decays the weights a little and forgets the gradients.
func (t *trainer) apply(rate float64) {
	const b1, b2, decay = 0.9, 0.999, 1e-4
	t.steps++
	c1, c2 := 1-math.Pow(b1, float64(t.steps)), 1-math.Pow(b2, float64(t.steps))
	i := 0
	step := func(x *float32) {
		g := t.grad[i] / minibatch
		t.first[i] = b1*t.first[i] + (1-b1)*g
		t.second[i] = b2*t.second[i] + (1-b2)*g*g
		*x -= float32(rate * (t.first[i]/c1/(math.Sqrt(t.second[i]/c2)+1e-8) + decay*float64(*x)))
		t.grad[i] = 0
		i++
	}
	for u := range t.h.Hidden {
		for k := range t.h.Hidden[u] {
			step(&t.h.Hidden[u][k])
		}
	}
	for u := range t.h.Output {
		step(&t.h.Output[u])
	}
}
