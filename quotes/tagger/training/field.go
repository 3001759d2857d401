package training

import (
	"math"

	"quotidian/quotes/tagger/internal/chain"
)

const labels = chain.Labels

// field computes the gradient of the log-likelihood of one sequence under the conditional random field.
type field struct {
	emit        [][chain.Width]float64
	shape       []uint8
	alpha, beta [][labels]float64
	grad        [][chain.Width]float64
	pair        [chain.Shapes][labels][labels]float64
	start, stop [labels]float64
	// gradients of the three above
	dPair         [chain.Shapes][labels][labels]float64
	dStart, dStop [labels]float64
}

func (f *field) reset(n int) {
	f.emit = resized(f.emit, n)
	f.grad = resized(f.grad, n)
	f.alpha = resized(f.alpha, n)
	f.beta = resized(f.beta, n)
	f.shape = resized(f.shape, n)
}

func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, 2*n)
	}
	s = s[:n]
	clear(s)
	return s
}

// step is the score of going from p to c at token i, without that of being in c.
func (f *field) step(i, p, c int) float64 {
	s := f.pair[f.shape[i]][p][c]
	if p != c {
		if c != 0 {
			s += f.emit[i][chain.Begin+c]
		}
		if p != 0 {
			s += f.emit[i-1][chain.End+p]
		}
	}
	return s
}

func (f *field) enter(c int) float64 {
	if c == 0 {
		return f.start[c]
	}
	return f.start[c] + f.emit[0][chain.Begin+c]
}

func (f *field) leave(c int) float64 {
	if c == 0 {
		return f.stop[c]
	}
	return f.stop[c] + f.emit[len(f.emit)-1][chain.End+c]
}

func logSum(x *[labels]float64) float64 {
	top := x[0]
	for _, v := range x[1:] {
		top = max(top, v)
	}
	s := 0.0
	for _, v := range x {
		s += math.Exp(v - top)
	}
	return top + math.Log(s)
}

// forward fills alpha and gives the log of the partition sum.
func (f *field) forward() float64 {
	n := len(f.emit)
	for c := range labels {
		f.alpha[0][c] = f.enter(c) + f.emit[0][c]
	}
	var x [labels]float64
	for i := 1; i < n; i++ {
		for c := range labels {
			for p := range labels {
				x[p] = f.alpha[i-1][p] + f.step(i, p, c)
			}
			f.alpha[i][c] = logSum(&x) + f.emit[i][c]
		}
	}
	for c := range labels {
		x[c] = f.alpha[n-1][c] + f.leave(c)
	}
	return logSum(&x)
}

func (f *field) backward() {
	n := len(f.emit)
	for c := range labels {
		f.beta[n-1][c] = f.leave(c)
	}
	var x [labels]float64
	for i := n - 2; i >= 0; i-- {
		for p := range labels {
			for c := range labels {
				x[c] = f.step(i+1, p, c) + f.emit[i+1][c] + f.beta[i+1][c]
			}
			f.beta[i][p] = logSum(&x)
		}
	}
}

// gradient fills grad and the other gradients with gold minus expected counts, and gives the loss.
func (f *field) gradient(gold []chain.Label) float64 {
	z := f.forward()
	f.backward()
	f.dPair, f.dStart, f.dStop = [chain.Shapes][labels][labels]float64{}, [labels]float64{}, [labels]float64{}
	n := len(gold)
	for c := range labels {
		f.expectStart(c, math.Exp(f.alpha[0][c]+f.beta[0][c]-z))
		f.expectStop(c, math.Exp(f.alpha[n-1][c]+f.beta[n-1][c]-z))
	}
	for i := range n {
		for c := range labels {
			f.grad[i][c] -= math.Exp(f.alpha[i][c] + f.beta[i][c] - z)
		}
		if i > 0 {
			f.expectPairs(i, z)
		}
	}
	return z - f.observe(gold)
}

func (f *field) expectStart(c int, p float64) {
	f.dStart[c] -= p
	if c != 0 {
		f.grad[0][chain.Begin+c] -= p
	}
}

func (f *field) expectStop(c int, p float64) {
	f.dStop[c] -= p
	if c != 0 {
		f.grad[len(f.grad)-1][chain.End+c] -= p
	}
}

func (f *field) expectPairs(i int, z float64) {
	d := &f.dPair[f.shape[i]]
	for p := range labels {
		for c := range labels {
			e := math.Exp(f.alpha[i-1][p] + f.step(i, p, c) + f.emit[i][c] + f.beta[i][c] - z)
			d[p][c] -= e
			f.change(i, p, c, -e)
		}
	}
}

// change adds to the gradient of the weights that a change of label at i uses.
func (f *field) change(i, p, c int, by float64) {
	if p == c {
		return
	}
	if c != 0 {
		f.grad[i][chain.Begin+c] += by
	}
	if p != 0 {
		f.grad[i-1][chain.End+p] += by
	}
}

// observe adds the gold labels to the gradient and gives their score.
func (f *field) observe(gold []chain.Label) float64 {
	n := len(gold)
	first, last := int(gold[0]), int(gold[n-1])
	score := f.enter(first) + f.leave(last)
	f.expectStart(first, -1)
	f.expectStop(last, -1)
	for i, l := range gold {
		c := int(l)
		f.grad[i][c]++
		score += f.emit[i][c]
		if i > 0 {
			p := int(gold[i-1])
			score += f.step(i, p, c)
			f.dPair[f.shape[i]][p][c]++
			f.change(i, p, c, 1)
		}
	}
	return score
}

// mean sets the scores of neighbouring labels to the mean of several fields'.
func (f *field) mean(of []field) {
	n := float64(len(of))
	f.pair, f.start, f.stop = [chain.Shapes][labels][labels]float64{}, [labels]float64{}, [labels]float64{}
	for i := range of {
		for c := range labels {
			f.start[c] += of[i].start[c] / n
			f.stop[c] += of[i].stop[c] / n
			for s := range f.pair {
				for p := range labels {
					f.pair[s][p][c] += of[i].pair[s][p][c] / n
				}
			}
		}
	}
}
