package cores

import (
	"runtime"
	"sync/atomic"
	"testing"
)

// TestAll: every number below that of the cores is called with once, and all calls have returned in the end.
func TestAll(t *testing.T) {
	hands, run := All()
	if hands != runtime.GOMAXPROCS(0) {
		t.Errorf("%d hands on %d cores", hands, runtime.GOMAXPROCS(0))
	}
	called := make([]atomic.Int32, hands)
	run(func(hand int) {
		runtime.Gosched()
		called[hand].Add(1)
	})
	for hand := range called {
		if n := called[hand].Load(); n != 1 {
			t.Errorf("hand %d called %d times", hand, n)
		}
	}
}
