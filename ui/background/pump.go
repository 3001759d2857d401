package background

import (
	"sync"
	"time"
)

// Pump is a UI goroutine for programs without a running Fyne loop: whoever calls Settle is it. Tests and the
// taking of screenshots use it.
type Pump struct {
	mu    sync.Mutex
	queue []func()
	wake  chan struct{}
}

// NewPump gives a Pump and the Background that feeds it.
func NewPump() (*Pump, *Background) {
	p := &Pump{wake: make(chan struct{}, 1)}
	return p, With(p.add)
}

func (p *Pump) add(f func()) {
	p.mu.Lock()
	p.queue = append(p.queue, f)
	p.mu.Unlock()
	select {
	case p.wake <- struct{}{}:
	default: // somebody was told already
	}
}

func (p *Pump) take() []func() {
	p.mu.Lock()
	defer p.mu.Unlock()
	q := p.queue
	p.queue = nil
	return q
}

// Settle runs what was posted until done holds, for at most the time given, and reports whether it held.
func (p *Pump) Settle(limit time.Duration, done func() bool) bool {
	end := time.After(limit)
	for {
		for _, f := range p.take() {
			f()
		}
		if done() {
			return true
		}
		select {
		case <-p.wake:
		case <-end:
			return false
		}
	}
}
