package boost

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// xor is a question no single split answers, with a third feature that says nothing.
func xor(n int) Rows {
	r := rand.New(rand.NewPCG(3, 4))
	var rows Rows
	for range n {
		a, b := r.Float32(), r.Float32()
		rows.X = append(rows.X, []float32{a, b, r.Float32()})
		rows.Y = append(rows.Y, (a > 0.5) != (b > 0.5))
		rows.W = append(rows.W, 1)
	}
	return rows
}

func TestTrainLearns(t *testing.T) {
	rows := xor(2000)
	f := Train(rows, Config{Rounds: 40, Rate: 0.3, MinRows: 10, MinWeight: 0.1, Ridge: 1})
	wrong := 0
	for _, x := range xor(500).X {
		if (f.Sum(x) > 0) != ((x[0] > 0.5) != (x[1] > 0.5)) {
			wrong++
		}
	}
	if wrong > 25 {
		t.Errorf("%d of 500 wrong", wrong)
	}
}

func TestTrainIsDeterministic(t *testing.T) {
	c := Config{Rounds: 5, Rate: 0.3, MinRows: 10, MinWeight: 0.1, Ridge: 1}
	if diff := cmp.Diff(Train(xor(500), c), Train(xor(500), c)); diff != "" {
		t.Error(diff)
	}
}

func TestTrainKeepsFeaturesRising(t *testing.T) {
	rows := xor(1000)
	f := Train(rows, Config{Rounds: 30, Rate: 0.3, MinRows: 10, MinWeight: 0.1, Ridge: 1, Rises: []int8{1, 0, -1}})
	for _, x := range rows.X[:50] {
		last := float32(math.Inf(-1))
		for v := float32(0); v <= 1; v += 0.05 {
			if s := f.Sum([]float32{v, x[1], x[2]}); s < last {
				t.Fatalf("falls from %v to %v at %v", last, s, v)
			} else {
				last = s
			}
		}
	}
}

func TestCalibrate(t *testing.T) {
	var scores []float32
	var answers []bool
	r := rand.New(rand.NewPCG(5, 6))
	odds := func(s float64) float64 { return 1 / (1 + math.Exp(1-0.5*s)) } // scores that promise twice too much
	for range 20_000 {
		s := r.Float64()*16 - 8
		scores, answers = append(scores, float32(s)), append(answers, r.Float64() < odds(s))
	}
	c := Calibrate(scores, answers)
	for i := 1; i < len(c.P); i++ {
		if c.P[i] < c.P[i-1] || c.Score[i] <= c.Score[i-1] {
			t.Fatalf("falls at %d: %v", i, c)
		}
	}
	for s := -6.0; s <= 6; s++ {
		if got, want := c.At(float32(s)), odds(s); math.Abs(got-want) > 0.03 {
			t.Errorf("At(%v) = %v, want %v", s, got, want)
		}
	}
}
