package ui

import (
	"context"
	"errors"
	"time"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/ui/background"
	"quotidian/ui/importing"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// analyser finds quotes again, under newer rules or in the other way of reading; *dossier.Dossier is one.
type analyser interface {
	// Outdated gives the number of articles that were read under other rules than those that hold.
	Outdated() (int, error)
	Analyse(ctx context.Context, all bool, progress func(done, of int)) (dossier.Analysis, error)
	// OutdatedAs gives the number of those that will have been, once articles are read carefully or quickly.
	OutdatedAs(careful bool) (int, error)
	// Careful reports whether articles are read carefully; SetCareful switches that.
	Careful() (bool, error)
	SetCareful(careful bool) error
}

// outdated offers to read articles again that other rules have read: nobody who opens a dossier expects that a newer program still shows what
// the older one found, or that part of it is read carefully and part of it is not.
func (w *Window) outdated() {
	w.work.Go(func(context.Context) func() {
		n, err := w.dossier.Outdated()
		return func() {
			if err == nil && n > 0 && w.dossier.Writable() && !w.Busy() {
				w.say(say.T("%s read under other rules", say.N(n, "article")), say.T("Read again"), w.ReadAgain)
				w.hide() // it stays until something else is said
			}
		}
	})
}

// Careful reports whether articles are read carefully.
func (w *Window) Careful() bool {
	careful, err := w.dossier.Careful()
	if err != nil {
		w.Failed(err)
	}
	return careful
}

func (w *Window) switchReading() {
	careful, err := w.dossier.Careful()
	if err != nil {
		w.Failed(err)
		return
	}
	w.ReadCarefully(!careful)
}

// ReadCarefully has articles read carefully from now on, or quickly. Where any were read otherwise, these are read again, after a
// question: it may take hours, and lists will show something else.
func (w *Window) ReadCarefully(careful bool) {
	w.Importing.Reload() // the box shows what holds until something else does
	if !w.dossier.Writable() {
		w.readOnly()
		return
	}
	ctx, ok := w.beginJob(say.T("Counting articles…"))
	if !ok {
		return
	}
	w.work.Go(func(context.Context) func() {
		n, err := w.dossier.OutdatedAs(careful)
		return func() {
			cancelled := ctx.Err() != nil // as the end of the job does too
			w.endJob()
			switch {
			case err != nil:
				w.Failed(err)
			case cancelled:
			case n == 0:
				w.readAs(careful)
			default:
				w.askReadAs(careful, n)
			}
		}
	})
}

// askReadAs asks whether so many articles are to be read again.
func (w *Window) askReadAs(careful bool, n int) {
	title, what := say.T("Read %s again, carefully?", say.N(n, "article")),
		say.T("More is found, and sources and contents are cut better. It takes from half a second to some seconds an article, also for all that comes later.")
	if !careful {
		title, what = say.T("Read %s again, quickly?", say.N(n, "article")),
			say.T("It takes a thousandth of a second an article. Less is found, and it is cut less well.")
	}
	what += " " + say.T("All articles of a dossier are read alike. What was decided stands. Who cancels this can go on later: File, Go on reading articles again.")
	w.Confirm(title, say.T("Read again"), widget.Prose(widget.Run{Text: what}), func() { w.readAs(careful) })
}

// readAs switches how articles are read, and reads again what was read otherwise.
func (w *Window) readAs(careful bool) {
	none := say.T("Articles are read quickly from now on")
	if careful {
		none = say.T("Articles are read carefully from now on")
	}
	w.reread(func() error { return w.dossier.SetCareful(careful) }, none)
}

// ReadAgain finds the quotes again of articles that other rules have read.
func (w *Window) ReadAgain() {
	w.reread(func() error { return nil }, say.T("Every article was read under the rules that hold"))
}

// reread finds the quotes of articles again that are behind once first is done; none is said where no article is. What a person
// settled stands.
func (w *Window) reread(first func() error, none string) {
	ctx, ok := w.beginJob(say.T("Reading again…"))
	if !ok {
		return
	}
	began, at := time.Now(), importing.Model{Running: true}
	progress := background.Progress(w.work, func(n [2]int) {
		at.Where.Done = float64(n[0]) / float64(n[1])
		at.Reckon(time.Since(began))
		line := say.T("Reading again: %s of %s", say.Number(n[0]), say.N(n[1], "article"))
		w.status.progress(line + ", " + importing.Standing(&at))
	})
	joining := func(of int) func() {
		return func() {
			w.status.progress(say.T("%s read again, joining statements…", say.N(of, "article")))
			w.finish()
		}
	}
	w.work.Go(func(context.Context) func() {
		var r dossier.Analysis
		err := first()
		if err == nil {
			r, err = w.dossier.Analyse(ctx, false, func(done, of int) {
				if done == of {
					w.work.Post(joining(of))
				} else {
					progress([2]int{done, of})
				}
			})
		}
		return func() {
			w.endJob()
			w.changed()
			w.readAgain(r, err, none)
		}
	})
}

// readAgain tells what reading articles again has changed.
func (w *Window) readAgain(r dossier.Analysis, err error, none string) {
	if err != nil && !errors.Is(err, context.Canceled) {
		w.Failed(err)
		return
	}
	line := say.T("%s read again: %s appeared, %s gone, %s changed, %s kept for a decision", say.N(r.Articles, "article"),
		say.N(len(r.Appeared), "quote"), say.Number(len(r.Vanished)), say.Number(len(r.Altered)), say.Number(len(r.Kept)))
	switch {
	case err != nil:
		line = say.T("Cancelled.") + " " + line
	case r.Articles+len(r.Failed) == 0:
		line = none
	}
	w.report(line)
	if len(r.Failed) > 0 {
		w.Tell(say.T("%s could not be read again", say.N(len(r.Failed), "article")), unread(r.Failed)...)
	}
}

// unread says which articles keep the quotes that they had, and why.
func unread(failed []articles.Fault) []string {
	lines := []string{say.T("What was found before stays.")}
	for _, f := range failed[:min(mostConflicts, len(failed))] {
		lines = append(lines, f.Path+": "+say.Engine(f.Reason))
	}
	if more := len(failed) - mostConflicts; more > 0 {
		lines = append(lines, say.T("and %s more", say.Number(more)))
	}
	return lines
}
