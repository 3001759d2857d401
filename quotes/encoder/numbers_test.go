package encoder

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestFunctions(t *testing.T) {
	load() // fills the tables
	for x := -9.0; x <= 9; x += 0.00137 {
		want := x * 0.5 * math.Erfc(-x/math.Sqrt2)
		if got := float64(gelu(float32(x))); math.Abs(got-want) > 2e-6 {
			t.Fatalf("gelu(%v) = %v, want %v", x, got, want)
		}
	}
	for x := -40.0; x <= 0; x += 0.00137 {
		want := math.Exp(x)
		if got := float64(exp(float32(x))); math.Abs(got-want) > 2e-6*want+1e-13 {
			t.Fatalf("exp(%v) = %v, want %v", x, got, want)
		}
	}
	for x := 1.0; x <= 8; x += 0.0137 {
		if got := float64(logarithm(float32(x))); math.Abs(got-math.Log(x)) > 1e-6 {
			t.Fatalf("logarithm(%v) = %v, want %v", x, got, math.Log(x))
		}
	}
}

// TestWide: wide registers give the same bits as plain Go, at the limits of what the numbers can be too.
func TestWide(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		columns := columnsAtOnce * (1 + rng.IntN(12))
		vectors, rows := make([]uint8, quad*columns), make([]int8, 2*columns)
		limit := rng.IntN(3) == 0
		for i := range vectors {
			vectors[i] = uint8(1 + rng.IntN(127))
			if limit {
				vectors[i] = 127
			}
		}
		for i := range rows {
			rows[i] = int8(rng.IntN(226) - 120)
			if limit {
				rows[i] = -120
			}
		}
		var got, want [2 * quad]int32
		dots(&got, vectors, rows)
		dotsPlainly(&want, vectors, rows)
		if got != want {
			t.Fatalf("dots over %d columns: %v, want %v", columns, got, want)
		}
	}
	for range 200 {
		n, stride := 1+rng.IntN(9), headWidth*(1+rng.IntN(3))
		values, shares := make([]float32, n*stride), make([]float32, n)
		for i := range values {
			values[i] = float32(rng.NormFloat64())
		}
		for i := range shares {
			shares[i] = rng.Float32()
		}
		question := (*[headWidth]float32)(values)
		got, want := make([]float32, n), make([]float32, n)
		answers(got, question, values, stride)
		answersPlainly(want, question, values, stride)
		var mixed, plain [headWidth]float32
		mix(&mixed, shares, values, stride)
		mixPlainly(&plain, shares, values, stride)
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("answer %d of %d: %v, want %v", i, n, got[i], want[i])
			}
		}
		if mixed != plain {
			t.Fatalf("a mean of %d: %v, want %v", n, mixed, plain)
		}
	}
}

// TestRounded: what is rounded is off by half a step at most.
func TestRounded(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	x := make([]float32, 4*64)
	for i := range x {
		x[i] = float32(rng.NormFloat64()) * float32(i/64) // the first vector is nothing at all
	}
	var r rounded
	r.round(x, 64)
	for i, v := range x {
		back := float32(int(r.numbers[i])-zero) * r.factor[i/64]
		if d := math.Abs(float64(back - v)); d > 0.5001*float64(r.factor[i/64]) {
			t.Fatalf("%v became %v, a step is %v", v, back, r.factor[i/64])
		}
	}
}
