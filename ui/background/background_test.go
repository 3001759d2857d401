package background

import (
	"context"
	"slices"
	"testing"
	"time"
)

func TestResultsComeBackOnThePump(t *testing.T) {
	p, b := NewPump()
	defer b.Close()
	sum := 0 // touched by the pump's goroutine only: the race detector watches
	for i := range 100 {
		b.Go(func(context.Context) func() { return func() { sum += i } })
	}
	if !p.Settle(5*time.Second, func() bool { return sum == 4950 }) {
		t.Errorf("sum = %d, want 4950", sum)
	}
}

func TestCancelReachesTheWork(t *testing.T) {
	p, b := NewPump()
	defer b.Close()
	ended := false
	cancel := b.Go(func(ctx context.Context) func() {
		<-ctx.Done()
		return func() { ended = true }
	})
	cancel()
	if !p.Settle(5*time.Second, func() bool { return ended }) {
		t.Error("the work did not end")
	}
}

func TestCloseWaits(t *testing.T) {
	_, b := NewPump()
	left := false
	b.Go(func(ctx context.Context) func() {
		<-ctx.Done()
		left = true
		return nil
	})
	b.Close()
	if !left {
		t.Error("Close returned before the work did")
	}
}

func TestAfterCanBeCancelled(t *testing.T) {
	p, b := NewPump()
	defer b.Close()
	first, second := false, false
	b.After(10*time.Millisecond, func() { first = true })()
	b.After(50*time.Millisecond, func() { second = true })
	if !p.Settle(5*time.Second, func() bool { return second }) {
		t.Fatal("the second one never fired")
	}
	if first {
		t.Error("a cancelled call was made")
	}
}

func TestWhatIsPostedIsShownHoweverSoonAfterProgress(t *testing.T) {
	p, b := NewPump()
	defer b.Close()
	var shown []string
	ended := false
	show := Progress(b, func(at string) { shown = append(shown, at) })
	b.Go(func(context.Context) func() {
		show("reading")
		b.Post(func() { shown = append(shown, "joining") })
		return func() { ended = true }
	})
	if !p.Settle(10*time.Second, func() bool { return ended }) {
		t.Fatal("did not end")
	}
	if !slices.Equal(shown, []string{"reading", "joining"}) { // in their order, and with no time between them
		t.Errorf("shown: %q", shown)
	}
}

func TestProgressIsThrottled(t *testing.T) {
	p, b := NewPump()
	defer b.Close()
	shown, ended := 0, false
	show := Progress(b, func(int) { shown++ })
	b.Go(func(context.Context) func() {
		for i := range 100000 {
			show(i)
		}
		return func() { ended = true }
	})
	if !p.Settle(10*time.Second, func() bool { return ended }) {
		t.Fatal("did not end")
	}
	if shown == 0 || shown > 100 {
		t.Errorf("%d of 100,000 values shown", shown)
	}
}
