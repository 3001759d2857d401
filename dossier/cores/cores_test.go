package cores

import (
	"context"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"
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

// TestInOrder: results come in the order of the items, however long each takes; once nobody takes them any more no work is begun,
// and what was begun has ended.
func TestInOrder(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	const all = 1000
	items := func(yield func(int) bool) {
		for i := 0; i < all && yield(i); i++ {
		}
	}
	var begun, ended atomic.Int32
	var got []int
	for i := range InOrder(ctx, items, func(i int) int {
		begun.Add(1)
		defer ended.Add(1)
		for range i % 7 {
			runtime.Gosched()
		}
		return i
	}) {
		if got = append(got, i); i == all/2 {
			cancel()
			break
		}
	}
	if len(got) != all/2+1 || !slices.IsSorted(got) {
		t.Errorf("%d results, in order: %v", len(got), slices.IsSorted(got))
	}
	if b, e := begun.Load(), ended.Load(); b != e || b == all {
		t.Errorf("%d begun, %d ended of %d", b, e, all)
	}
}

// TestInOrderWaitsForFew: no more is worked on at once than there are cores, so that who stops waits for no more; and no core is
// left idle while the first one takes long.
func TestInOrderWaitsForFew(t *testing.T) {
	hands := runtime.GOMAXPROCS(0)
	items := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	var begun, at, most atomic.Int32
	first := make(chan struct{})
	work := func(i int) int {
		n := at.Add(1)
		defer at.Add(-1)
		for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		if begun.Add(1) == int32(hands)+1 {
			close(first) // another core goes on meanwhile
		}
		if i == 0 && hands > 1 {
			<-first
		}
		time.Sleep(time.Millisecond)
		return i
	}
	for i := range InOrder(t.Context(), items, work) {
		if i == 20 {
			break
		}
	}
	if n := most.Load(); n > int32(hands) {
		t.Errorf("%d at once on %d cores", n, hands)
	}
}
