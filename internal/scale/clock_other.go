//go:build !unix

package scale

import "time"

var began = time.Now()

// CPU is the time since the start where the processor time is not to be had.
func CPU() time.Duration { return time.Since(began) }

// Settle does nothing where a program cannot ask for it.
func Settle() {}
