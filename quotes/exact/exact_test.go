package exact

import (
	"math"
	"testing"
)

func TestPower(t *testing.T) {
	for x := 0.0; x < 100; x += 0.013 {
		if got, want := Power(x), math.Exp(x); math.Abs(got-want) > 1e-14*want {
			t.Fatalf("e to the power of %v is %v, want %v", x, got, want)
		}
	}
}
