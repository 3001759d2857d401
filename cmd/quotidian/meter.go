package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// meter keeps a line of a terminal that says what is being done and for how long, so that nobody takes work for a stop.
type meter struct {
	w    io.Writer
	line func(since time.Duration) string

	stop    chan struct{}
	stopped sync.WaitGroup
}

// Work that ends before patient is over shows nothing; after that its line is written anew every tick.
const (
	patient = time.Second
	tick    = 200 * time.Millisecond
)

// startMeter shows the line, until wipe is called. Where w is no terminal nothing is shown.
func startMeter(w io.Writer, line func(since time.Duration) string) (wipe func()) {
	if !isTerminal(w) {
		return func() {}
	}
	m := &meter{w: w, line: line, stop: make(chan struct{})}
	begun := time.Now()
	m.stopped.Go(func() { m.run(begun) })
	return func() {
		close(m.stop)
		m.stopped.Wait()
	}
}

func (m *meter) run(begun time.Time) {
	ticks := time.NewTicker(tick)
	defer ticks.Stop()
	for shown := false; ; {
		select {
		case <-m.stop:
			if shown {
				fmt.Fprint(m.w, clearLine)
			}
			return
		case now := <-ticks.C:
			if since := now.Sub(begun); since >= patient {
				shown = true
				fmt.Fprint(m.w, clearLine, m.line(since))
			}
		}
	}
}

// clearLine goes to the beginning of the line and clears it.
const clearLine = "\r\x1b[K"

// seconds is a time as a person waits for it.
func seconds(d time.Duration) string { return d.Truncate(time.Second).String() }
