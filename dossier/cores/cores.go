// Package cores has every core of the machine work on one job. The rooms above start no goroutine themselves: who owns a
// job hands them the cores.
package cores

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// All is for methods named Spread: the number of cores, and what calls work once for each, at once, with the numbers
// from 0, and returns when all calls have returned.
func All() (hands int, run func(work func(hand int))) {
	hands = runtime.GOMAXPROCS(0)
	return hands, func(work func(hand int)) {
		var all sync.WaitGroup
		for hand := range hands {
			all.Go(func() { work(hand) })
		}
		all.Wait()
	}
}

// InOrder runs work on every item on all cores, one each at once, and yields the results in the order of the items, holding
// only a bounded number of them in memory. Who takes no more of them waits for what is being worked on, and for nothing else.
func InOrder[T, R any](ctx context.Context, items iter.Seq[T], work func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		queue := make(chan chan R, 2*runtime.GOMAXPROCS(0))
		go feed(ctx, items, work, queue)
		for slot := range queue {
			if !yield(<-slot) {
				break
			}
		}
		stop()
		for slot := range queue { // wait for what was begun
			<-slot
		}
	}
}

// feed starts one goroutine an item, once a core is free. The queue's capacity bounds how many results wait for one that takes
// longer.
func feed[T, R any](ctx context.Context, items iter.Seq[T], work func(T) R, queue chan<- chan R) {
	defer close(queue)
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for item := range items {
		if ctx.Err() != nil {
			return
		}
		slot := make(chan R, 1)
		select {
		case <-ctx.Done():
			return
		case free <- struct{}{}:
		}
		select {
		case <-ctx.Done():
			return
		case queue <- slot:
		}
		go func() {
			slot <- work(item)
			<-free
		}()
	}
}
