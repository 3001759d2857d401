package encoder

import "golang.org/x/sys/cpu"

// The functions of plain.go with the wide registers of processors that have them (AVX2, 2013): the same results, many times as fast. The
// variable is one so that tests can compare both.
var wide = cpu.X86.HasAVX2

// dots is dotsPlainly.
func dots(sums *[2 * quad]int32, vectors []uint8, rows []int8) {
	if !wide {
		dotsPlainly(sums, vectors, rows)
		return
	}
	_ = vectors[2*len(rows)-1]
	dotsWide(sums, &vectors[0], &rows[0], len(rows)/2)
}

// answers is answersPlainly.
func answers(out []float32, question *[headWidth]float32, keys []float32, stride int) {
	if !wide {
		answersPlainly(out, question, keys, stride)
		return
	}
	_ = keys[(len(out)-1)*stride+headWidth-1]
	answersWide(&out[0], &question[0], &keys[0], 4*stride, len(out))
}

// mix is mixPlainly.
func mix(mean *[headWidth]float32, shares, values []float32, stride int) {
	if !wide {
		mixPlainly(mean, shares, values, stride)
		return
	}
	_ = values[(len(shares)-1)*stride+headWidth-1]
	mixWide(&mean[0], &shares[0], &values[0], 4*stride, len(shares))
}

//go:noescape
func dotsWide(sums *[2 * quad]int32, vectors *uint8, rows *int8, columns int)

//go:noescape
func answersWide(answers *float32, question, keys *float32, stride, n int)

//go:noescape
func mixWide(mean *float32, shares, values *float32, stride, n int)
