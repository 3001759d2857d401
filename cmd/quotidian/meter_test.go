package main

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// TestMeter: what ends soon shows nothing; what takes long says so, and leaves nothing behind.
func TestMeter(t *testing.T) {
	for took, want := range map[time.Duration]string{
		patient / 2:             "",
		patient + tick + tick/2: clearLine + "working, 1s" + clearLine + "working, 1s" + clearLine,
	} {
		synctest.Test(t, func(t *testing.T) {
			var out strings.Builder
			m := &meter{w: &out, line: func(d time.Duration) string { return "working, " + seconds(d) }, stop: make(chan struct{})}
			begun := time.Now()
			m.stopped.Go(func() { m.run(begun) })
			time.Sleep(took)
			close(m.stop)
			m.stopped.Wait()
			if out.String() != want {
				t.Errorf("%v: %q, want %q", took, out.String(), want)
			}
		})
	}
}
