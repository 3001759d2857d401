package encoder

// The three loops in which nearly all of the time goes, in plain Go. Each operation is rounded by itself, and sums are added in an order
// that processors with wide registers can keep, so that both give the same bits.

// dotsPlainly fills sums with the inner products of four vectors with each of two rows of weights. Both rows are multiplied at once: the
// first in the lower half of 64 bits, the second in the upper one. No sum leaves its half, since columns * 127 * 120 stays below 1 << 31.
func dotsPlainly(sums *[2 * quad]int32, vectors []uint8, rows []int8) {
	columns := len(rows) / 2
	first, second := rows[:columns], rows[columns:][:columns]
	v0, v1, v2, v3 := vectors[:columns], vectors[columns:][:columns], vectors[2*columns:][:columns], vectors[3*columns:][:columns]
	var s [quad]int64
	for i, w := range first {
		both := int64(w) + int64(second[i])<<32
		s[0] += both * int64(v0[i])
		s[1] += both * int64(v1[i])
		s[2] += both * int64(v2[i])
		s[3] += both * int64(v3[i])
	}
	for k, both := range s {
		sums[k] = int32(both)
		sums[quad+k] = int32((both - int64(sums[k])) >> 32)
	}
}

// answersPlainly fills out with the inner products of the question with keys, which lie stride numbers apart.
func answersPlainly(out []float32, question *[headWidth]float32, keys []float32, stride int) {
	const lanes = 8
	for j := range out {
		key := (*[headWidth]float32)(keys[j*stride:])
		var s [lanes]float32
		for l := range s {
			p := func(i int) float32 { return float32(question[i*lanes+l] * key[i*lanes+l]) }
			s[l] = float32(p(0)+p(1)) + float32(p(2)+p(3))
		}
		out[j] = float32(float32(s[0]+s[4])+float32(s[2]+s[6])) + float32(float32(s[1]+s[5])+float32(s[3]+s[7]))
	}
}

// mixPlainly fills mean with the sum of values, which lie stride numbers apart, each times its share.
func mixPlainly(mean *[headWidth]float32, shares, values []float32, stride int) {
	*mean = [headWidth]float32{}
	for j, share := range shares {
		value := (*[headWidth]float32)(values[j*stride:])
		for i := range mean {
			mean[i] += float32(share * value[i])
		}
	}
}
