//go:build !amd64

package encoder

func dots(sums *[2 * quad]int32, vectors []uint8, rows []int8) { dotsPlainly(sums, vectors, rows) }

func answers(out []float32, question *[headWidth]float32, keys []float32, stride int) {
	answersPlainly(out, question, keys, stride)
}

func mix(mean *[headWidth]float32, shares, values []float32, stride int) {
	mixPlainly(mean, shares, values, stride)
}
