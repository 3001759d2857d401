package names

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
)

// resamples is how often people are drawn anew, and interval the share of the draws that an interval leaves out at either end.
const (
	resamples = 1000
	interval  = 0.025
)

// reportBias prints for each tenth of the scale by how much the share of same exceeds the mean probability, with the interval
// that holds 95 of 100 draws of other people: where it holds zero the probabilities are not shown to be biased. People are
// drawn, not pairs, since the pairs of one person go wrong together: each person weighs what an exponential distribution
// gives, a pair what its two people weigh multiplied (the Bayesian bootstrap of Rubin, 1981, for pairs of units).
func reportBias(w io.Writer, what string, v []scored, who [][2]string) {
	number := map[string]int{}
	at := make([][2]int, len(v))
	for i, p := range who {
		for k, id := range p {
			if _, ok := number[id]; !ok {
				number[id] = len(number)
			}
			at[i][k] = number[id]
		}
	}
	r := rand.New(rand.NewPCG(5, 9))
	var draws [10][]float64
	weight := make([]float64, len(number))
	for range resamples {
		for k := range weight {
			weight[k] = r.ExpFloat64()
		}
		for k, off := range weighedOff(v, at, weight) {
			draws[k] = append(draws[k], off)
		}
	}
	plain := slices.Repeat([]float64{1}, len(number))
	fmt.Fprintf(w, "%s, by tenths of the scale, other people drawn:", what)
	for k, off := range weighedOff(v, at, plain) {
		slices.Sort(draws[k])
		n := len(draws[k])
		fmt.Fprintf(w, " %+.3f (%+.3f to %+.3f)", off, draws[k][int(interval*float64(n))], draws[k][n-1-int(interval*float64(n))])
	}
	fmt.Fprintln(w)
}

// weighedOff gives for each tenth of the scale by how much the share of same exceeds the mean probability, 0 where no pair
// is, when people have weights.
func weighedOff(v []scored, at [][2]int, weight []float64) (out [10]float64) {
	var n [10]float64
	for i, s := range v {
		x := weight[at[i][0]]
		if at[i][0] != at[i][1] {
			x *= weight[at[i][1]]
		}
		k := min(9, int(s.p*10))
		n[k] += x
		out[k] -= float64(x * s.p)
		if s.same {
			out[k] += x
		}
	}
	for k := range out {
		out[k] /= max(1e-9, n[k])
	}
	return out
}
