package ui

import (
	"context"
	"errors"

	"quotidian/dossier"
	"quotidian/ui/background"
	"quotidian/ui/say"
)

// analyser finds quotes again under newer rules; *dossier.Dossier is one.
type analyser interface {
	// Outdated gives the number of articles that were read under other rules than those of this program.
	Outdated() (int, error)
	Analyse(ctx context.Context, all bool, progress func(done, of int)) (dossier.Analysis, error)
}

// outdated offers to read articles again that older rules have read: nobody who opens a dossier expects that a newer program still shows what
// the older one found.
func (w *Window) outdated() {
	w.work.Go(func(context.Context) func() {
		n, err := w.dossier.Outdated()
		return func() {
			if err == nil && n > 0 && w.dossier.Writable() && !w.Busy() {
				w.say(say.T("%s read under older rules", say.N(n, "article")), say.T("Read again"), w.ReadAgain)
				w.hide() // it stays until something else is said
			}
		}
	})
}

// ReadAgain finds the quotes of these articles again. What a person settled stands.
func (w *Window) ReadAgain() {
	ctx, ok := w.beginJob(say.T("Reading again…"))
	if !ok {
		return
	}
	progress := background.Progress(w.work, func(n [2]int) {
		w.status.progress(say.T("Reading again: %s of %s", say.Number(n[0]), say.N(n[1], "article")))
	})
	w.work.Go(func(context.Context) func() {
		r, err := w.dossier.Analyse(ctx, false, func(done, of int) { progress([2]int{done, of}) })
		return func() {
			w.endJob()
			w.changed()
			w.readAgain(r, err)
		}
	})
}

// readAgain tells what reading articles again has changed.
func (w *Window) readAgain(r dossier.Analysis, err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		w.Failed(err)
		return
	}
	line := say.T("%s read again: %s appeared, %s gone, %s changed, %s kept for a decision", say.N(r.Articles, "article"),
		say.N(len(r.Appeared), "quote"), say.Number(len(r.Vanished)), say.Number(len(r.Altered)), say.Number(len(r.Kept)))
	switch {
	case err != nil:
		line = say.T("Cancelled.") + " " + line
	case r.Articles == 0:
		line = say.T("Every article was read under the newest rules")
	}
	w.report(line)
}
