//go:build unix

package scale

import (
	"syscall"
	"time"
)

// CPU is the processor time that the process has spent, so that figures taken on a busy machine hold on a quiet one.
func CPU() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// Settle waits until the disk holds what was written before, so that its work does not count for what is measured next.
func Settle() { syscall.Sync() }
