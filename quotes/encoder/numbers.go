package encoder

import (
	"math"

	"quotidian/quotes/exact"
)

// What is computed here is rounded after each operation, and functions come from tables and series instead of package math, whose results
// differ in the last bit between processors: so the same text gives the same beliefs on every machine.

// normalise gives x the mean 0 and the variance 1, then scales and moves it (Ba et al. 2016, "Layer normalization").
func (s *scale) normalise(x []float32) {
	var sum, squares float64
	for _, v := range x {
		sum += float64(v)
	}
	mean := sum / float64(len(x))
	for _, v := range x {
		d := float64(v) - mean
		squares += float64(d * d)
	}
	by := float32(1 / math.Sqrt(squares/float64(len(x))+1e-12))
	for i, v := range x {
		x[i] = float32(float32((v-float32(mean))*by)*s.weight[i]) + s.bias[i]
	}
}

const (
	// gelus is how many values of gelu the table has for each 1 of its argument.
	gelus = 256
	// flat is where gelu has come so near to 0 and to its argument that float32 shows no more.
	flat = 6
)

// geluTable holds gelu from -flat to flat.
var geluTable [2*flat*gelus + 1]float32

// gelu is x times the share of a normal distribution that lies below x (Hendrycks and Gimpel 2016), by the straight line between the two
// nearest values of a table, which is off by less than 0.000002.
func gelu(x float32) float32 {
	switch {
	case x >= flat:
		return x
	case x <= -flat:
		return 0
	}
	at := float32((x + flat) * gelus)
	i := int(at)
	low, high := geluTable[i], geluTable[min(i+1, len(geluTable)-1)]
	return low + float32((high-low)*(at-float32(i)))
}

// normal is the share of the standard normal distribution below x: 1/2 and its density times x + x³/3 + x⁵/(3·5) + … (Marsaglia 2004,
// "Evaluating the normal distribution").
func normal(x float64) float64 {
	square := float64(x * x)
	sum, term := x, x
	for k := 3.0; k < 200; k += 2 {
		term = float64(term * square / k)
		sum += term
	}
	const rootOf2Pi = 2.5066282746310002
	return 0.5 + float64(sum/float64(exact.Power(square/2)*rootOf2Pi))
}

const (
	// least is the power of e below which nothing adds to a sum of numbers of which one is 1.
	least = -32
	// exps is how many values the table of exp has for each 1 of its argument.
	exps = 512
)

var expTable [-least*exps + 1]float32

// fillTables fills the tables, which takes some milliseconds; whoever reads no article carefully does without them.
func fillTables() {
	for i := range geluTable {
		x := float64(i)/gelus - flat
		geluTable[i] = float32(x * normal(x))
	}
	for i := range expTable {
		expTable[i] = float32(1 / exact.Power(float64(i)/exps))
	}
}

// exp is e to the power of x, x <= 0, by the straight line between the two nearest values of a table, which is off by less than
// 0.0000005 of the value.
func exp(x float32) float32 {
	if x <= least {
		return 0
	}
	at := float32(x * -exps)
	i := int(at)
	low, high := expTable[i], expTable[min(i+1, len(expTable)-1)]
	return low + float32((high-low)*(at-float32(i)))
}

// logarithm is the natural logarithm of x, 1 <= x <= 8, by Newton's method on e to the power of y.
func logarithm(x float32) float32 {
	y := 1.0
	for range 8 {
		p := exact.Power(y)
		y = max(0, y-float64((p-float64(x))/p))
	}
	return float32(y)
}
