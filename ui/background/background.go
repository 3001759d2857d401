// Package background runs the window's long work on goroutines and brings the results back to the one
// goroutine that may touch widgets.
//
// It is the only place of the window with a go statement, and the only one that knows fyne.Do. The test driver
// of Fyne runs fyne.Do on the caller's goroutine, a data race that panicked inside the text shaper; so the way
// back is a parameter, and tests hand in a [Pump].
package background

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Background owns every goroutine of one window.
type Background struct {
	post   func(func())
	ctx    context.Context
	cancel context.CancelFunc
	wait   sync.WaitGroup
}

// New gives a Background that posts through fyne.Do.
func New() *Background { return With(fyne.Do) }

// With gives a Background that posts through the function given: it must run what it is handed on the UI
// goroutine, in order, and must not block.
func With(post func(func())) *Background {
	ctx, cancel := context.WithCancel(context.Background())
	return &Background{post: post, ctx: ctx, cancel: cancel}
}

// Go runs work on a goroutine of its own; what it returns runs on the UI goroutine, unless it is nil. The
// context ends when the window closes or the returned function is called, and at the latest after done, so done
// can ask it whether anybody still wants the result.
func (b *Background) Go(work func(ctx context.Context) (done func())) (cancel context.CancelFunc) {
	ctx, cancel := context.WithCancel(b.ctx)
	b.wait.Go(func() {
		done := work(ctx)
		if done == nil {
			cancel()
			return
		}
		b.post(func() {
			defer cancel()
			done()
		})
	})
	return cancel
}

// typing is how long a line rests before what it asks for is looked up.
const typing = 150 * time.Millisecond

// Typed is [Background.Go] for what a person types: work begins when no key has followed for a moment, that is unless it is
// cancelled before.
func (b *Background) Typed(work func(ctx context.Context) (done func())) (cancel context.CancelFunc) {
	return b.Go(func(ctx context.Context) func() {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(typing):
		}
		return work(ctx)
	})
}

// Context gives a context for a job that outlives one call of Go; it ends with the window.
func (b *Background) Context() (context.Context, context.CancelFunc) {
	return context.WithCancel(b.ctx)
}

// After runs f on the UI goroutine when d has passed, unless cancelled before.
func (b *Background) After(d time.Duration, f func()) (cancel context.CancelFunc) {
	return b.Go(func(ctx context.Context) func() {
		t := time.NewTimer(d)
		defer t.Stop()
		select {
		case <-ctx.Done():
			return nil
		case <-t.C:
			return f
		}
	})
}

// progressEvery bounds how often progress reaches the window: 2,000 label changes cost 0.8 s of the UI
// goroutine, and nobody reads faster than ten a second.
const progressEvery = 100 * time.Millisecond

// Progress gives a function for a work goroutine that hands its newest value to show on the UI goroutine, at
// most ten times a second. Values in between are dropped.
func Progress[T any](b *Background, show func(T)) func(T) {
	var last time.Time
	return func(v T) {
		if now := time.Now(); now.Sub(last) >= progressEvery {
			last = now
			b.post(func() { show(v) })
		}
	}
}

// Post runs f on the UI goroutine: for what a work goroutine must show before it ends, and [Progress] might drop.
func (b *Background) Post(f func()) { b.post(f) }

// Close ends the context of all work and waits until every goroutine has returned.
func (b *Background) Close() {
	b.cancel()
	b.wait.Wait()
}
