package chain

import (
	"math"

	"quotidian/quotes/exact"
)

// reach is the largest power of e that scores are told apart by; none comes near it.
const reach = 64

// wholes and parts hold the powers of e for the whole part of a score, from -reach on, and for what is left.
var wholes, parts = powers()

func powers() (w [2*reach + 1]float64, p [Unit]float64) {
	w[reach] = 1
	for i := reach + 1; i < len(w); i++ {
		w[i] = w[i-1] * math.E
		w[2*reach-i] = w[2*reach-i+1] / math.E
	}
	for i := range p {
		p[i] = exact.Power(float64(i) / Unit)
	}
	return w, p
}

// exp gives e to the power of a score, the same on every machine.
func exp(score int32) float64 {
	i := score>>unitBits + reach
	if uint32(i) >= uint32(len(wholes)) {
		i = max(0, min(i, int32(len(wholes)-1)))
	}
	return wholes[i] * parts[score&(Unit-1)]
}

// unitBits is the logarithm of Unit.
const unitBits = 6
