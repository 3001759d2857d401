package encoder

import "math"

// rounded are vectors in whole numbers from 1 to 127, of which 64 stands for 0, with a factor for each vector. Seven bits are enough, since
// the last pass of training rounds in the same way, and let processors add two products in 16 bits.
type rounded struct {
	columns int
	numbers []uint8
	factor  []float32
}

const (
	// zero is the number that stands for 0.
	zero = 64
	// steps is how many there are on either side of it.
	steps = 63
)

// round fills r with the vectors of x, of so many columns each.
func (r *rounded) round(x []float32, columns int) {
	r.columns = columns
	if cap(r.numbers) < len(x) {
		r.numbers = make([]uint8, len(x), len(x)+len(x)/2)
	}
	r.numbers, r.factor = r.numbers[:len(x)], r.factor[:0]
	for at := 0; at < len(x); at += columns {
		v, out := x[at:][:columns], r.numbers[at:][:columns]
		high := largest(v)
		by := steps / high
		for i, n := range v {
			out[i] = uint8(int32(float32(n*by) + (zero + 0.5)))
		}
		r.factor = append(r.factor, high/steps)
	}
}

// largest gives the largest number of v without its sign, or next to nothing. The bits of numbers without a sign are in order.
func largest(v []float32) float32 {
	high := math.Float32bits(1e-6)
	for _, n := range v {
		high = max(high, math.Float32bits(n)&^(1<<31))
	}
	return math.Float32frombits(high)
}

// times fills out with the product of the matrix and each vector, bias added.
func (m *matrix) times(out []float32, v *rounded) {
	rows, columns := len(m.factor), m.columns
	var sums [2 * quad]int32
	for r := 0; r < rows; r += 2 {
		w := m.weights[r*columns:][:2*columns]
		for i := 0; i < len(v.factor); i += quad {
			dots(&sums, v.numbers[i*columns:][:quad*columns], w)
			for k := range quad {
				o := out[(i+k)*rows+r:][:2]
				o[0] = m.finish(r, sums[k], v.factor[i+k])
				o[1] = m.finish(r+1, sums[quad+k], v.factor[i+k])
			}
		}
	}
}

// finish makes a sum of products of whole numbers what it stands for.
func (m *matrix) finish(row int, sum int32, factor float32) float32 {
	return float32(float32(float32(sum-zero*m.sum[row])*m.factor[row])*factor) + m.bias[row]
}
