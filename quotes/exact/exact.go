// Package exact computes what package math gives with another last bit on another processor: each operation is rounded by itself, so the
// result is the same everywhere.
package exact

// Power is e to the power of x, 0 <= x < 100, by Taylor's series.
func Power(x float64) float64 {
	sum, term := 1.0, 1.0
	for k := 1.0; term > sum*1e-17; k++ { // less changes no sum
		term = float64(term * x / k)
		sum += term
	}
	return sum
}
