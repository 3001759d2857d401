package pace

import (
	"testing"
	"time"
)

// TestPace: what goes evenly is foretold from the start, and the time said counts down without a jump.
func TestPace(t *testing.T) {
	var p Pace
	const whole = 100
	before := time.Duration(0)
	for i := range 10 * whole {
		passed := time.Duration(i) * 100 * time.Millisecond
		left, ok := p.At(passed, float64(i/3*3)/(10*whole)) // in groups of three
		if want := passed >= early && i/3*3 >= 20; ok != want {
			t.Fatalf("after %s: said %v", passed, ok)
		}
		if !ok {
			continue
		}
		if off := (left - (whole*time.Second - passed)).Abs(); off > 10*time.Second {
			t.Fatalf("after %s: %s left", passed, left)
		}
		if before > 0 && left > before+time.Second {
			t.Fatalf("after %s: %s left, %s before", passed, left, before)
		}
		before = left
	}
}

// TestPaceFollows: work that becomes four times slower shows within a minute, without a jump.
func TestPaceFollows(t *testing.T) {
	var p Pace
	now, done, before := time.Duration(0), 0.0, time.Duration(0)
	for i := range 1000 {
		left, ok := p.At(now, done)
		if ok && before > 0 && (left-before).Abs() > 3*time.Second {
			t.Fatalf("step %d: %s left, %s before", i, left, before)
		}
		before = left
		now += 100 * time.Millisecond
		if i < 400 {
			done += .001
		} else {
			done += .00025
		}
	}
	if want := time.Duration((1 - done) / .0025 * float64(time.Second)); before < want*8/10 || before > want*12/10 {
		t.Errorf("%s left, it takes %s", before, want)
	}
}

func TestPaceUnknown(t *testing.T) {
	var p Pace
	for i := range 100 {
		if left, ok := p.At(time.Duration(i)*time.Second, 0); ok {
			t.Fatalf("%s left of nobody knows how much", left)
		}
	}
}

func TestRound(t *testing.T) {
	for left, want := range map[time.Duration]time.Duration{
		0: 5 * time.Second, 12 * time.Second: 15 * time.Second, 55 * time.Second: 55 * time.Second,
		58 * time.Second: time.Minute, 61 * time.Second: 2 * time.Minute, 150 * time.Second: 3 * time.Minute,
	} {
		if got := Round(left); got != want {
			t.Errorf("%s: %s", left, got)
		}
	}
}
