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
	w.followFrom(sight{seen, w.dossier.Held()})
}

// sight is what was seen of the dossier: its state, and whether another program had it open for writing.
type sight struct {
	version int64
	held    bool
}

func (w *Window) followFrom(seen sight) {
	w.work.Go(func(ctx context.Context) func() {
		now, ok := w.awaitChange(ctx, seen)
		if !ok {
			return nil
		}
		return func() {
			if now.version != seen.version {
				w.changedElsewhere()
			} else {
				w.refreshCounts() // their line says who holds the dossier
			}
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

// awaitChange waits for another state of the dossier than that seen, or until another program opens or closes it for
// writing; ok is false when the window closes. While an import is
// on its way the lists are behind and change with every group of articles, so its end is waited for, or a pause. A look that
// fails is taken again: the screens say it when they read.
func (w *Window) awaitChange(ctx context.Context, seen sight) (now sight, ok bool) {
	tick := time.NewTicker(followEvery)
	defer tick.Stop()
	last := seen.version
	for {
		select {
		case <-ctx.Done():
			return seen, false
		case <-tick.C:
		}
		held := w.dossier.Held()
		now, whole, err := w.dossier.Version()
		if err != nil {
			continue
		}
		if now != seen.version && (whole || now == last) {
			return sight{now, held}, true
		}
		if held != seen.held {
			return sight{seen.version, held}, true
		}
		last = now
	}
}
