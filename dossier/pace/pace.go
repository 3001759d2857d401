// Package pace says how long work will still take, of which it is known what share is done: calmly, since a time that jumps
// to and fro says less than none.
package pace

import (
	"math"
	"time"
)

const (
	// early is how long nothing is said, and least what share must be done: the beginning tells little of the rest.
	early = 2 * time.Second
	least = 0.02
	// memory is how far back the speed is measured: a folder of long articles after one of short ones has to show.
	memory = 15 * time.Second
	// calm is how long the time said takes to follow a time measured, in parts of itself: towards the end it has to be right
	// sooner; and at most.
	calm, calmest = 0.2, 5.0
)

// Pace follows work. The zero value is ready; it belongs to one goroutine.
type Pace struct {
	last time.Duration
	done float64
	// share and spent are what was done and how long that took, of late.
	share, spent float64
	// left is the time said last, in seconds.
	left float64
	said bool
}

// At takes what share of the work is done a while after it began, and gives how long the rest will take; ok is false while
// nobody can know.
func (p *Pace) At(since time.Duration, done float64) (left time.Duration, ok bool) {
	passed := (since - p.last).Seconds()
	fade := math.Exp(-passed / memory.Seconds())
	p.share = p.share*fade + max(0, done-p.done)
	p.spent = p.spent*fade + passed
	p.last, p.done = since, max(p.done, done)
	if since < early || p.done < least || p.share <= 0 {
		return 0, false
	}
	measured := (1 - p.done) * p.spent / p.share
	if !p.said {
		p.left, p.said = measured, true
	} else {
		p.left -= passed
		p.left += (measured - p.left) * (1 - math.Exp(-passed/min(calmest, max(1, calm*measured))))
	}
	return time.Duration(max(0, p.left) * float64(time.Second)), true
}

// Round gives a time as it is said: in minutes, the last of them in steps of five seconds, and never too little.
func Round(left time.Duration) time.Duration {
	step := time.Minute
	if left <= 55*time.Second {
		step = 5 * time.Second
	}
	return max(step, (left+step-1)/step*step)
}
