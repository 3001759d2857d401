// Package cores has every core of the machine work on one job. The rooms above start no goroutine themselves: who owns a
// job hands them the cores.
package cores

import (
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
