package ui

import (
	"context"
	"time"
)

// followEvery is how often a window that only reads looks whether another program wrote to the dossier: a question that is
// answered from one page of the file.
const followEvery = 2 * time.Second

// follow shows what another program writes from now on, as soon as its lists are made. It reads anew as after a decision of
// one's own, and says nothing: whoever reads keeps the place.
func (w *Window) follow() {
	if w.dossier.Writable() {
		return
	}
	seen, _, err := w.dossier.Version()
	if err != nil {
		w.Failed(err)
		return
	}
	w.followFrom(seen)
}

func (w *Window) followFrom(seen int64) {
	w.work.Go(func(ctx context.Context) func() {
		now, ok := w.awaitChange(ctx, seen)
		if !ok {
			return nil
		}
		return func() {
			w.changedElsewhere()
			w.followFrom(now)
		}
	})
}

// changedElsewhere is changed for what another program wrote. A person did not ask for it, so what is being typed in the
// settings stays, and a draft in sight is checked again only when it is shown again.
func (w *Window) changedElsewhere() {
	if w.current == screen(w.Settings) || w.current == screen(w.Draft) {
		w.outdate()
		w.refreshCounts()
		return
	}
	w.changed()
}

// awaitChange waits for another state of the dossier than that seen; ok is false when the window closes. While an import is
// on its way the lists are behind and change with every group of articles, so its end is waited for, or a pause. A look that
// fails is taken again: the screens say it when they read.
func (w *Window) awaitChange(ctx context.Context, seen int64) (now int64, ok bool) {
	tick := time.NewTicker(followEvery)
	defer tick.Stop()
	last := seen
	for {
		select {
		case <-ctx.Done():
			return 0, false
		case <-tick.C:
		}
		now, whole, err := w.dossier.Version()
		if err != nil {
			continue
		}
		if now != seen && (whole || now == last) {
			return now, true
		}
		last = now
	}
}
